"""Which emails there are: for each edition that may be sent one for each mail tool, a draft, and the sender's page."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast
from urllib.parse import urljoin

from newsroom.document import Document, Kind
from newsroom.library import Channel, Library
from newsroom.model import Newsletter
from newsroom.problems import Problem, in_order
from newsroom.publish.cache import Cache
from newsroom.publish.editions import date_beside_title
from newsroom.publish.email.adapt import Adapter
from newsroom.publish.email.body import EmailBody, email_body
from newsroom.publish.email.checks import Subject, run_checks
from newsroom.publish.email.compose import EditionEmail, Email
from newsroom.publish.email.illustrations import Illustrations
from newsroom.publish.email.message import message
from newsroom.publish.email.pictures import EmailPicture
from newsroom.publish.email.sender import SenderPages, ToolEmail
from newsroom.publish.email.templates import EmailTemplates
from newsroom.publish.email.tools import MAIL_TOOLS, MailTool, Part
from newsroom.settings import Settings
from newsroom.words import Words

CHECKED_EDITIONS = 3
"""How many editions are checked in every build, the newest first: who would send an older one?"""
_DRAFT = "newsletter.eml"


@dataclass(frozen=True)
class EmailFolder:
    """Where an edition's email stands on the site: in the folder ``url``, below its page."""

    edition: Document[Newsletter]
    is_checked: bool
    is_waiting: bool

    @property
    def url(self) -> str:
        """The folder's address, which is the sender's page."""
        return f"{self.edition.url}email/"

    def path(self, tool: str, part: Part) -> str:
        """The path of one part of a mail tool's email."""
        return f"{self.url}{tool}.{part.ending}"


class Emails:
    """All emails, the newest edition's first.

    ``root`` is the repository's folder and ``templates`` the one with the email's templates; ``assets`` are the
    site's files, paths in the repository, each with its path on the site. ``report`` is told what the checks find;
    ``problems`` says what has been found so far, by others too: a preview goes on in spite of it.
    """

    def __init__(
        self,
        library: Library,
        settings: Settings,
        words: Mapping[str, Words],
        *,
        root: Path,
        templates: Path,
        assets: Mapping[str, str],
        cache: Cache,
        report: Callable[[Problem], None],
        problems: Callable[[], Iterable[Problem]],
    ) -> None:
        self._words = words
        self._templates = templates
        self._settings = settings
        self._report = report
        self._problems = problems
        self._tools = tuple(MAIL_TOOLS[name] for name in settings.mail_tools)
        self.folders = tuple(_folders(library, settings))
        editions = [folder.edition for folder in self.folders]
        self._illustrations = Illustrations(editions, assets, root, cache, settings.site_url)
        self.needs = frozenset(edition.path for edition in editions)
        self.paths = (*self._illustrations.paths, *(path for folder in self.folders for path in self._paths(folder)))

    def files(self, rendered: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
        """The pictures, then each edition's emails, draft and sender's page: their paths and contents."""
        pictures: dict[str, EmailPicture | None] = {}
        yield from self._illustrations.files(pictures, self._report)
        templates, pages = EmailTemplates(self._templates), SenderPages(self._templates, self._settings)
        for folder in self.folders:
            words = self._words[folder.edition.lang]
            page_url = urljoin(self._settings.site_url, folder.edition.url)
            body = email_body(
                folder.edition, rendered[folder.edition.path], page_url, Adapter(page_url, words, pictures)
            )
            yield from self._edition_files(folder, body, EditionEmail(body, words, self._settings, templates), pages)

    def _edition_files(
        self, folder: EmailFolder, body: EmailBody, email: EditionEmail, pages: SenderPages
    ) -> Iterator[tuple[str, bytes]]:
        emails = [self._tool_email(body, tool, email.write(tool), folder) for tool in self._tools]
        if folder.is_checked:
            for problem in (*body.problems, *_of_all_tools(emails)):
                self._report(problem)
        body = replace(body, problems=self._of_edition(body, emails))
        for tool_email in emails:
            for part, text in tool_email.parts.items():
                yield folder.path(tool_email.tool.name, part), text.encode()
        generic = email.write(MAIL_TOOLS["generic"])
        yield f"{folder.url}{_DRAFT}", message(body.edition, generic[Part.HTML], generic[Part.TEXT], self._settings)
        date = date_beside_title(body.edition, self._words[body.edition.lang])
        page = pages.page(body, emails, is_checked=folder.is_checked, is_waiting=folder.is_waiting, date=date)
        yield f"{folder.url}index.html", page.encode()

    def _of_edition(self, body: EmailBody, emails: Iterable[ToolEmail]) -> tuple[Problem, ...]:
        """All Problems of an edition's file but those that a check of its email has found."""
        by_checks = {problem for email in emails for result in email.results for problem in result.problems}
        others = (problem for problem in self._problems() if problem.path == body.edition.path)
        return in_order(problem for problem in (*body.problems, *others) if problem not in by_checks)

    def _tool_email(self, body: EmailBody, tool: MailTool, parts: Email, folder: EmailFolder) -> ToolEmail:
        """One mail tool's email, with what the checks found where the edition is checked."""
        if not folder.is_checked:
            return ToolEmail(tool, parts)
        words = self._words[body.edition.lang]
        vague = frozenset(words("email.vague_links").casefold().split(", "))
        html, text = parts.get(Part.HTML, ""), parts.get(Part.TEXT) or parts.get(Part.MARKDOWN, "")
        return ToolEmail(tool, parts, run_checks(Subject(body, tool, html, text, vague)))

    def _paths(self, folder: EmailFolder) -> Iterator[str]:
        yield from (folder.path(tool.name, part) for tool in self._tools for part in tool.parts)
        yield from (f"{folder.url}{_DRAFT}", f"{folder.url}index.html")


def _of_all_tools(emails: Iterable[ToolEmail]) -> Iterator[Problem]:
    """What the checks found, once: for each tool an email differs by a few bytes, and so does what is said of it."""
    told: set[tuple[str, int | None, str]] = set()
    for email in emails:
        found = [problem for result in email.results for problem in result.problems]
        yield from (problem for problem in found if (problem.path, problem.line, problem.fix) not in told)
        told.update((problem.path, problem.line, problem.fix) for problem in found)


def _folders(library: Library, settings: Settings) -> Iterator[EmailFolder]:
    """The editions that may be sent, in every language they have, newest first."""
    found = [document for document in library.pages(Channel.EMAIL) if document.kind is Kind.NEWSLETTER]
    rank = settings.languages.index
    editions = sorted(
        cast("list[Document[Newsletter]]", found),
        key=lambda edition: (-edition.front.date.first_day.toordinal(), rank(edition.lang)),
    )
    newest = list(dict.fromkeys(edition.slug for edition in editions))
    checked = frozenset(newest if settings.email_checks == "all" else newest[:CHECKED_EDITIONS])
    return (EmailFolder(edition, edition.slug in checked, library.is_waiting(edition)) for edition in editions)
