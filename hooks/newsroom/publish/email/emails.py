"""The output that publishes each edition as email: a file for each mail tool, a draft message, the sender's page."""

from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from newsroom.content.library import Channel
from newsroom.markup.tree import serialise_html
from newsroom.problems import Problem, sort_problems
from newsroom.publish.build_context import BuildContext
from newsroom.publish.compressed_html import CompressedHtml
from newsroom.publish.content_policy import email_as_page
from newsroom.publish.editions import date_missing_in_title
from newsroom.publish.email.edition import EditionWriter, WrittenEdition
from newsroom.publish.email.folders import EmailFolder, email_folders
from newsroom.publish.email.message import draft_message
from newsroom.publish.email.sender import SenderPages
from newsroom.publish.email.tools import MAIL_TOOLS, EmailForm
from newsroom.publish.output import Output
from newsroom.publish.page import WebPage


class Emails(Output):
    """All emails, the newest edition first.

    The files of an email with an error are written only in a preview, and the sender's page says what to fix.
    Everything else is published.
    """

    channel = Channel.EMAIL

    def __init__(self, context: BuildContext) -> None:
        super().__init__(context)
        self._settings = settings = context.settings
        self._shows_blocked = context.library.shows_unfinished
        self._tools = tuple(MAIL_TOOLS[name] for name in settings.mail_tools)
        self.folders = tuple(email_folders(context.library, settings))
        editions = [folder.edition for folder in self.folders]
        self._writer = EditionWriter(context, editions)
        self._editions = frozenset(edition.path for edition in editions)
        self._rendered = CompressedHtml()
        self.paths = (
            *self._writer.picture_paths,
            *(path for folder in self.folders for path in self._paths_in(folder)),
        )

    @property
    def html_with_public_addresses(self) -> frozenset[str]:
        """The paths of the emails' HTML files. Their addresses are public ones, in a preview too."""
        parts = ((folder, tool) for folder in self.folders for tool in self._tools if EmailForm.HTML in tool.parts)
        return frozenset(folder.path(tool.name, EmailForm.HTML) for folder, tool in parts)

    @property
    def start_links(self) -> tuple[tuple[str, str], ...]:
        """The newest edition's page and the sender's page of its email, each with a name."""
        names = (("newest edition", f"{folder.edition.url}index.html") for folder in self.folders[:1])
        emails = (("its email", f"{folder.url}index.html") for folder in self.folders[:1])
        return (*names, *emails)

    @property
    def newest(self) -> Mapping[str, tuple[str, ...]]:
        """The paths of the newest edition's email by language, the site's own first. Empty without editions."""
        slug = self.folders[0].edition.slug if self.folders else ""
        newest = (folder for folder in self.folders if folder.edition.slug == slug)
        return {folder.edition.lang: tuple(self._paths_in(folder)) for folder in newest}

    def text_need(self, page: WebPage) -> str | None:
        """Return "" for an edition."""
        return "" if page.path in self._editions else None

    def show_text(self, _page: WebPage, root: HtmlElement) -> str:
        """Return the HTML of an edition."""
        return serialise_html(root)

    def add_text(self, page: WebPage, shown: str) -> None:
        """Keep the HTML of an edition for its email."""
        self._rendered.add(page.path, shown)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the path and content of each picture, then of each edition's emails, draft and sender's page."""
        yield from self._writer.picture_files(self._context.log.add_pending)
        pages = SenderPages(self._context.email_templates, self._settings)
        for folder in self.folders:
            html, is_stopped = self._rendered[folder.edition.path], self._has_email_error(folder.edition.path)
            written = self._writer.write(folder.edition, html, is_checked=folder.is_checked, is_stopped=is_stopped)
            if folder.is_checked:
                self._context.log.add_pending(*written.problems)
            yield from self._email_files(folder, written)
            date = date_missing_in_title(folder.edition, self._context.translations[folder.edition.lang])
            others = self._other_problems(written)
            page = pages.page(folder, written, others, shows_blocked=self._shows_blocked, date=date)
            yield f"{folder.url}index.html", page.encode()

    def _email_files(self, folder: EmailFolder, written: WrittenEdition) -> Iterator[tuple[str, bytes]]:
        for email in written.emails:
            if self._shows_blocked or not email.is_blocked:
                for part, text in email.parts.items():
                    content = email_as_page(text) if part is EmailForm.HTML else text
                    yield folder.path(email.tool.name, part), content.encode()
        if self._shows_blocked or not written.is_blocked:
            html, text = written.generic[EmailForm.HTML], written.generic[EmailForm.TEXT]
            yield folder.message_path, draft_message(folder.edition, html, text, self._settings)

    def _has_email_error(self, path: str) -> bool:
        return any(problem.path == path and problem.stops_email for problem in self._context.log.so_far)

    def _other_problems(self, written: WrittenEdition) -> tuple[Problem, ...]:
        """The errors and warnings of an edition's file, except those that a check of its email has found."""
        by_checks = {problem for email in written.emails for problem in email.problems}
        others = (problem for problem in self._context.log.so_far if problem.path == written.body.edition.path)
        return sort_problems(problem for problem in (*written.body.problems, *others) if problem not in by_checks)

    def _paths_in(self, folder: EmailFolder) -> Iterator[str]:
        yield from (folder.path(tool.name, part) for tool in self._tools for part in tool.parts)
        yield from (folder.message_path, f"{folder.url}index.html")
