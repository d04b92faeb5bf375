"""The output that publishes each edition as email: a file for each mail tool, a draft message, the sender's page."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from functools import cached_property, partial
from io import BytesIO

from lxml.html import HtmlElement
from pydantic import TypeAdapter

from newsroom.cache import digest, digest_files
from newsroom.colours import COLOURS_FILE
from newsroom.content.document import Document
from newsroom.content.library import Channel
from newsroom.content.types.newsletter import Newsletter
from newsroom.mail_tools import EmailForm
from newsroom.markup.tree import serialise_html
from newsroom.problems import Problem, sort_problems
from newsroom.publish.build_context import BuildContext
from newsroom.publish.email.compose import unsubscribe_address
from newsroom.publish.email.edition import EditionWriter, WrittenEdition
from newsroom.publish.email.folders import EmailFolder, email_folders
from newsroom.publish.email.sender import SenderPages
from newsroom.publish.email.views import LanguageLink
from newsroom.publish.hosting.content_policy import email_as_page
from newsroom.publish.output import Output
from newsroom.publish.pages.compressed_html import CompressedHtml
from newsroom.publish.pages.labels import date_missing_in_title
from newsroom.publish.pages.page import WebPage
from newsroom.settings import Settings

_POLICY = SMTP.clone(refold_source="none")
"""Leaves raw headers as they are: a long address would become an encoded word, which is not an address (RFC 2369)."""


@dataclass(frozen=True)
class _EmailFiles:
    """The path and the content of each file of an edition's email, and the errors and warnings of its checks."""

    files: tuple[tuple[str, bytes], ...]
    problems: tuple[Problem, ...]


_Head = tuple[tuple[tuple[str, int], ...], tuple[Problem, ...]]
_HEAD: TypeAdapter[_Head] = TypeAdapter(_Head)


class _StoredFiles:
    """Writes the contents of files as they are, after a line of JSON: an archive has too many to parse them all."""

    def dump_json(self, made: _EmailFiles, /) -> bytes:
        sizes = tuple((path, len(content)) for path, content in made.files)
        return b"\n".join((_HEAD.dump_json((sizes, made.problems)), b"".join(content for _, content in made.files)))

    def validate_json(self, entry: bytes, /) -> _EmailFiles:
        head, _, rest = entry.partition(b"\n")
        sizes, problems = _HEAD.validate_json(head)
        contents = BytesIO(rest)
        return _EmailFiles(tuple((path, contents.read(size)) for path, size in sizes), problems)


_STORED = _StoredFiles()


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
        self._tools = settings.mail_tools
        self.folders = tuple(email_folders(context.library, settings))
        editions = [folder.edition for folder in self.folders]
        self._writer = EditionWriter(context, editions)
        self._editions = frozenset(edition.path for edition in editions)
        self._rendered = CompressedHtml()
        self.paths = (
            *self._writer.pictures.paths,
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
        context = self._context
        yield from self._writer.pictures.files(context.log.add_pending)
        for folder in self.folders:
            make = partial(self._make, folder)
            is_kept = not context.must_publish  # otherwise parts may be left out
            path = folder.edition.path
            made = context.value_cache.get("email", path, self._key(folder), make, _STORED) if is_kept else make()
            context.log.add_pending(*made.problems)
            yield from made.files

    def _key(self, folder: EmailFolder) -> bytes:
        """Return a digest of everything that decides the files of an edition's email."""
        edition, log = folder.edition, self._context.log
        values = (
            edition.url,
            edition.lang,
            edition.outline.sections,
            folder.is_checked,
            folder.pending,
            self._shows_blocked,
            self._settings,
            self._writer.language_links(edition),
            self._versions(edition),
            sorted(self._writer.pictures.pictures_in(edition).items()),
            sorted(self._writer.cards.in_edition(edition.path).items()),
            [problem for problem in log.so_far if problem.path == edition.path],
        )
        head, html = self._context.content.heads[edition.path], self._rendered[edition.path]
        return digest(edition.path, head, html, self._template_hash, *map(repr, values))

    @cached_property
    def _template_hash(self) -> bytes:
        folder = self._context.email_templates
        return digest_files(folder.parent, [*folder.rglob("*"), folder.parent / COLOURS_FILE])

    @cached_property
    def _sender_pages(self) -> SenderPages:
        return SenderPages(self._context.email_templates, self._settings, self._context.value_cache.files)

    def _make(self, folder: EmailFolder) -> "_EmailFiles":
        edition = folder.edition
        html, is_stopped = self._rendered[edition.path], self._has_email_error(edition.path)
        written = self._writer.write(edition, html, is_checked=folder.is_checked, is_stopped=is_stopped)
        date = date_missing_in_title(edition, self._context.translations[edition.lang])
        others = self._other_problems(written, written.problems if folder.is_checked else ())
        page = self._sender_pages.page(
            folder,
            written,
            others,
            shows_blocked=self._shows_blocked,
            date=date,
            versions=self._versions(edition),
        )
        texts = (*self._email_files(folder, written), (f"{folder.url}index.html", page))
        files = tuple((path, text.encode()) for path, text in texts)
        return _EmailFiles(files, tuple(written.problems) if folder.is_checked else ())

    def _versions(self, edition: Document[Newsletter]) -> tuple[LanguageLink, ...]:
        """The folders of an edition's email in each of its languages."""
        names = self._context.translations
        return tuple(
            LanguageLink(folder.url, names[folder.edition.lang].native_name, folder.edition.lang)
            for folder in self._by_slug[edition.slug]
        )

    def _has_versions(self, folder: EmailFolder) -> bool:
        return len(self._by_slug[folder.edition.slug]) > 1

    @cached_property
    def _by_slug(self) -> Mapping[str, list[EmailFolder]]:
        folders = defaultdict[str, list[EmailFolder]](list)
        for folder in self.folders:
            folders[folder.edition.slug].append(folder)
        return folders

    def _email_files(self, folder: EmailFolder, written: WrittenEdition) -> Iterator[tuple[str, str]]:
        for email in written.emails:
            if self._shows_blocked or not email.is_blocked:
                for part, text in email.parts.items():
                    yield folder.path(email.tool.name, part), email_as_page(text) if part is EmailForm.HTML else text
        if self._shows_blocked or not written.is_blocked:
            html, text = written.generic[EmailForm.HTML], written.generic[EmailForm.TEXT]
            yield folder.message_path, self._draft(folder.edition, html, text)
            if self._has_versions(folder):
                yield folder.shown_path, _with_local_pictures(email_as_page(html), self._settings.site_url, folder.url)

    def _draft(self, edition: Document[Newsletter], html: str, text: str) -> str:
        address = unsubscribe_address(self._settings, self._context.translations[edition.lang])
        return _draft_message(edition, html, text, self._settings, address).decode("ascii")

    def _has_email_error(self, path: str) -> bool:
        return any(problem.path == path and problem.stops_email for problem in self._context.log.so_far)

    def _other_problems(self, written: WrittenEdition, found: Iterable[Problem]) -> tuple[Problem, ...]:
        """The errors and warnings of an edition's file, except those that a check of its email has found."""
        by_checks = {problem for email in written.emails for problem in email.problems}
        known = (*self._context.log.so_far, *found)
        others = (problem for problem in known if problem.path == written.body.edition.path)
        return sort_problems(problem for problem in (*written.body.problems, *others) if problem not in by_checks)

    def _paths_in(self, folder: EmailFolder) -> Iterator[str]:
        yield from (folder.path(tool.name, part) for tool in self._tools for part in tool.parts)
        yield from (folder.message_path, f"{folder.url}index.html")
        if self._has_versions(folder):
            yield folder.shown_path


def _with_local_pictures(html: str, site_url: str, url: str) -> str:
    """Return an email's HTML with relative addresses of its pictures, which are there before the site is published."""
    return html.replace(f' src="{site_url}', f' src="{"../" * url.count("/")}')


def _draft_message(
    edition: Document[Newsletter], html: str, text: str, settings: Settings, unsubscribe_address: str
) -> bytes:
    """Write the bytes of an ``.eml`` file with the HTML and the plain text of an edition as alternatives.

    It has no date and no recipient, which are added when it is sent. ``X-Unsent`` makes Outlook open it as a draft.
    Mail programs show a button for the address in ``List-Unsubscribe`` (RFC 2369, section 3.2).
    Bodies are quoted-printable, so that lines have at most 76 ASCII characters (RFC 2045, section 6.7).
    """
    user, _, domain = settings.contact.rpartition("@")
    mail = EmailMessage(policy=_POLICY)
    subject = edition.front.subject
    if "=?" in subject:  # setting it would decode an encoded word (RFC 2047), which can hold line ends and so headers
        mail.set_raw("Subject", Header(subject, "utf-8", header_name="Subject").encode())
    else:
        mail["Subject"] = subject
    mail["From"] = Address(display_name=settings.name_in(edition.lang), username=user, domain=domain)
    mail["X-Unsent"] = "1"
    mail.set_raw("List-Unsubscribe", f"\n <{unsubscribe_address}>")
    mail.set_content(text, cte="quoted-printable")
    mail.add_alternative(html, subtype="html", cte="quoted-printable")
    mail["Content-Language"] = edition.lang
    mail.set_boundary(f"=_{edition.slug}-{edition.lang}")
    return mail.as_bytes()
