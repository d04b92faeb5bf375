"""Which emails there are: one for each edition that may be sent and each mail tool, as HTML and as plain text."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, cast

from newsroom.document import Document, Kind
from newsroom.library import Channel, Library
from newsroom.model import Newsletter
from newsroom.publish.email.compose import EmailWriter
from newsroom.publish.email.tools import MAIL_TOOLS
from newsroom.settings import Settings
from newsroom.words import Words


class EmailFiles(NamedTuple):
    """The two files of one email. ``html`` and ``text`` are their paths on the site, ``tool`` the mail tool's name."""

    edition: Document[Newsletter]
    tool: str
    html: str
    text: str


class Emails:
    """All emails, the newest edition's first. ``templates`` is the folder of their templates."""

    def __init__(self, library: Library, settings: Settings, words: Mapping[str, Words], templates: Path) -> None:
        self._words = words
        self._templates = templates
        self._settings = settings
        self.listed = tuple(
            EmailFiles(edition, tool, f"{edition.url}email/{tool}.html", f"{edition.url}email/{tool}.txt")
            for edition in _editions(library, settings)
            for tool in settings.mail_tools
        )
        self.needs = frozenset(email.edition.path for email in self.listed)
        self.paths = tuple(path for email in self.listed for path in (email.html, email.text))

    def files(self, rendered: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
        """Each email's two files: their paths and contents."""
        writer = EmailWriter(self._templates, self._settings)
        for edition, tool, html, text in self.listed:
            email = writer.write(edition, rendered[edition.path], MAIL_TOOLS[tool], self._words[edition.lang])
            yield html, email.html.encode()
            yield text, email.text.encode()


def _editions(library: Library, settings: Settings) -> list[Document[Newsletter]]:
    """The editions that may be sent, in every language they have, newest first."""
    found = [document for document in library.pages(Channel.EMAIL) if document.kind is Kind.NEWSLETTER]
    editions = cast("list[Document[Newsletter]]", found)
    rank = settings.languages.index
    return sorted(editions, key=lambda edition: (-edition.front.date.first_day.toordinal(), rank(edition.lang)))
