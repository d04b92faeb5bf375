"""The editions that have an email: the address of each email, and whether it is checked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from newsroom.content.document import Document
from newsroom.content.library import Channel, Library
from newsroom.content.types import TYPES
from newsroom.content.types.newsletter import Newsletter
from newsroom.mail_tools import EmailForm
from newsroom.settings import Settings

CHECKED_EDITIONS = 3
"""How many of the newest public editions are checked each time. Older ones are hardly ever sent again."""

SHOWN = "shown.html"
"""The name of the file with the email as it is shown beside those in other languages."""


@dataclass(frozen=True)
class PendingPublication:
    """Why an edition is not public yet: it is a draft, or its day ``public_on`` is in the future, or both."""

    is_draft: bool
    public_on: date | None


@dataclass(frozen=True)
class EmailFolder:
    """The folder of an edition's email on the site. ``pending`` is None if the edition is public."""

    edition: Document[Newsletter]
    is_checked: bool
    pending: PendingPublication | None = None

    @property
    def url(self) -> str:
        """The folder's address, relative to the site's. It is also the address of the sender's page."""
        return f"{self.edition.url}email/"

    @property
    def message_path(self) -> str:
        """The path of the ``.eml`` file, which mail programs open as a draft message."""
        return f"{self.url}newsletter.eml"

    @property
    def shown_path(self) -> str:
        """The path of the email that is shown beside those in other languages. It has no tags of a mail tool."""
        return f"{self.url}{SHOWN}"

    def path(self, tool: str, part: EmailForm) -> str:
        """The path of one part of a mail tool's email."""
        return f"{self.url}{tool}.{part.ending}"


def email_folders(library: Library, settings: Settings) -> Iterator[EmailFolder]:
    """Find the editions that are sent by email, in all their languages, newest first.

    The newest public editions are checked, or all if the settings say so. Editions that are not public yet are always
    checked.
    """
    rank = settings.languages.index
    editions = sorted(
        (edition for found in TYPES if found.has_email for edition in library.documents_of_type(found, Channel.EMAIL)),
        key=lambda edition: (-edition.front.date.first_day.toordinal(), rank(edition.lang)),
    )
    public = dict.fromkeys(edition.slug for edition in editions if not library.is_waiting(edition))
    newest = frozenset(list(public)[: None if settings.email_checks == "all" else CHECKED_EDITIONS])
    for edition in editions:
        pending = _pending(edition, library)
        yield EmailFolder(edition, pending is not None or edition.slug in newest, pending)


def _pending(edition: Document[Newsletter], library: Library) -> PendingPublication | None:
    if not library.is_waiting(edition):
        return None
    first_day = edition.front.published.first_day
    return PendingPublication(edition.front.draft, first_day if first_day > library.today else None)
