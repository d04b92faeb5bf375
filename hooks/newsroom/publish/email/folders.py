"""Which editions have an email, where it is on the site, and which of them are checked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from newsroom.content.document import Document
from newsroom.content.library import Channel, Library
from newsroom.content.types.newsletter import NEWSLETTER, Newsletter
from newsroom.publish.email.tools import Part
from newsroom.settings import Settings

CHECKED_EDITIONS = 3
"""How many public editions are checked each time, the newest first: older ones are hardly ever sent again."""


@dataclass(frozen=True)
class Waiting:
    """Why an edition is not public yet: it is a draft, or its day, ``public_on``, has not come, or both."""

    is_draft: bool
    public_on: date | None


@dataclass(frozen=True)
class EmailFolder:
    """Where an edition's email is on the site: in the folder ``url``, below its page."""

    edition: Document[Newsletter]
    is_checked: bool
    waiting: Waiting | None = None

    @property
    def url(self) -> str:
        """The folder's address, which is the sender's page."""
        return f"{self.edition.url}email/"

    @property
    def draft(self) -> str:
        """The path of the file that mail programs open as a message to send."""
        return f"{self.url}newsletter.eml"

    def path(self, tool: str, part: Part) -> str:
        """The path of one part of a mail tool's email."""
        return f"{self.url}{tool}.{part.ending}"


def email_folders(library: Library, settings: Settings) -> Iterator[EmailFolder]:
    """The editions that the library shows by email, in every language they have, newest first.

    Checked are the newest public ones, or all where the settings say so, and always those that are not public yet.
    """
    rank = settings.languages.index
    editions = sorted(
        library.documents_of_type(NEWSLETTER, Channel.EMAIL),
        key=lambda edition: (-edition.front.date.first_day.toordinal(), rank(edition.lang)),
    )
    public = dict.fromkeys(edition.slug for edition in editions if not library.is_waiting(edition))
    newest = frozenset(list(public)[: None if settings.email_checks == "all" else CHECKED_EDITIONS])
    for edition in editions:
        waiting = _waiting(edition, library)
        yield EmailFolder(edition, waiting is not None or edition.slug in newest, waiting)


def _waiting(edition: Document[Newsletter], library: Library) -> Waiting | None:
    if not library.is_waiting(edition):
        return None
    first_day = edition.front.date.first_day
    return Waiting(edition.front.draft, first_day if first_day > library.today else None)
