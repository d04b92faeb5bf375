"""The email as an output: for each edition one email for each mail tool, a draft message, and the sender's page."""

from collections.abc import Iterator, Mapping

from newsroom.problems import Problem, in_order
from newsroom.publish.build_context import BuildContext
from newsroom.publish.editions import date_missing_in_title
from newsroom.publish.email.edition import EditionWriter, WrittenEdition
from newsroom.publish.email.folders import EmailFolder, email_folders
from newsroom.publish.email.illustrations import Illustrations
from newsroom.publish.email.message import message
from newsroom.publish.email.pictures import EmailPicture
from newsroom.publish.email.sender import SenderPages
from newsroom.publish.email.tools import MAIL_TOOLS, Part
from newsroom.publish.output import Output


class Emails(Output):
    """All emails, the newest edition's first.

    An email with an error is not offered: its files are not written, except in a preview, and the sender's page says
    what to fix. Everything else is published.
    """

    def __init__(self, context: BuildContext) -> None:
        super().__init__(context)
        self._settings = settings = context.settings
        self._is_preview = context.library.preview
        self._tools = tuple(MAIL_TOOLS[name] for name in settings.mail_tools)
        self.folders = tuple(email_folders(context.library, settings))
        editions = [folder.edition for folder in self.folders]
        self._illustrations = Illustrations(editions, context)
        self.needs = frozenset(edition.path for edition in editions)
        self.paths = (*self._illustrations.paths, *(path for folder in self.folders for path in self._paths(folder)))

    @property
    def html_with_public_addresses(self) -> frozenset[str]:
        """The paths of the emails' own HTML, whose addresses are public ones, in a preview too."""
        parts = ((folder, tool) for folder in self.folders for tool in self._tools if Part.HTML in tool.parts)
        return frozenset(folder.path(tool.name, Part.HTML) for folder, tool in parts)

    @property
    def start_links(self) -> tuple[tuple[str, str], ...]:
        """The newest edition's page, and its email's."""
        names = (("newest edition", f"{folder.edition.url}index.html") for folder in self.folders[:1])
        emails = (("its email", f"{folder.url}index.html") for folder in self.folders[:1])
        return (*names, *emails)

    @property
    def newest(self) -> Mapping[str, tuple[str, ...]]:
        """The paths of the newest edition's email, by its languages, the site's own first; empty without editions."""
        slug = self.folders[0].edition.slug if self.folders else ""
        newest = (folder for folder in self.folders if folder.edition.slug == slug)
        return {folder.edition.lang: tuple(self._paths(folder)) for folder in newest}

    def files(self, rendered: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
        """The pictures, then each edition's emails, draft and sender's page: their paths and contents."""
        pictures: dict[str, EmailPicture | None] = {}
        yield from self._illustrations.files(pictures, self._context.log.note)
        writer = EditionWriter(self._context, pictures)
        pages = SenderPages(self._context.email_templates, self._settings)
        for folder in self.folders:
            written = writer.write(folder.edition, rendered[folder.edition.path], is_checked=folder.is_checked)
            if folder.is_checked:
                self._context.log.note(*written.problems)
            yield from self._email_files(folder, written)
            date = date_missing_in_title(folder.edition, self._context.translations[folder.edition.lang])
            others = self._other_problems(written)
            page = pages.page(folder, written, others, shows_blocked=self._is_preview, date=date)
            yield f"{folder.url}index.html", page.encode()

    def _email_files(self, folder: EmailFolder, written: WrittenEdition) -> Iterator[tuple[str, bytes]]:
        for email in written.emails:
            if self._is_preview or not email.is_blocked:
                for part, text in email.parts.items():
                    yield folder.path(email.tool.name, part), text.encode()
        if self._is_preview or not written.is_blocked:
            html, text = written.generic[Part.HTML], written.generic[Part.TEXT]
            yield folder.draft, message(folder.edition, html, text, self._settings)

    def _other_problems(self, written: WrittenEdition) -> tuple[Problem, ...]:
        """All Problems of an edition's file but those that a check of its email has found."""
        by_checks = {problem for email in written.emails for problem in email.problems}
        others = (problem for problem in self._context.log.so_far if problem.path == written.body.edition.path)
        return in_order(problem for problem in (*written.body.problems, *others) if problem not in by_checks)

    def _paths(self, folder: EmailFolder) -> Iterator[str]:
        yield from (folder.path(tool.name, part) for tool in self._tools for part in tool.parts)
        yield from (folder.draft, f"{folder.url}index.html")
