"""The emails of an edition, one for each mail tool, with the results of their checks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import urljoin

from newsroom.content.document import Document
from newsroom.content.library import Channel
from newsroom.content.types.newsletter import Newsletter
from newsroom.mail_tools import GENERIC, EmailForm, MailTool
from newsroom.problems import Problem
from newsroom.publish.build_context import BuildContext
from newsroom.publish.email.adapt import Adapter
from newsroom.publish.email.body import EmailBody, email_body
from newsroom.publish.email.checks import CheckedEmail, CheckResult, run_checks
from newsroom.publish.email.compose import EditionEmail, EmailParts
from newsroom.publish.email.edition_pictures import EditionCards, EditionPictures
from newsroom.publish.email.merge_tags import TagStarts
from newsroom.publish.email.templates import EmailTemplates
from newsroom.publish.email.views import LanguageLink


@dataclass(frozen=True)
class ToolEmail:
    """The email for one mail tool, and the results of its checks.

    ``is_stopped``: an error in the edition's file stops its email.
    """

    tool: MailTool
    parts: EmailParts
    results: tuple[CheckResult, ...] = ()
    is_stopped: bool = False

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The errors and warnings of all checks."""
        return tuple(problem for result in self.results for problem in result.problems)

    @property
    def is_blocked(self) -> bool:
        """Whether it has an error, so that it cannot be sent."""
        return self.is_stopped or any(problem.is_error for problem in self.problems)


@dataclass(frozen=True)
class WrittenEdition:
    """The emails of an edition. ``generic`` is the one for ordinary mail programs, which every site has."""

    body: EmailBody
    emails: tuple[ToolEmail, ...]
    generic: EmailParts

    @property
    def is_blocked(self) -> bool:
        """Whether the email for one of the mail tools has an error."""
        return any(email.is_blocked for email in self.emails)

    @property
    def problems(self) -> Iterator[Problem]:
        """Warnings about parts that were left out or changed, then the errors and warnings of the checks."""
        yield from self.body.problems
        yield from _without_repeats(self.emails)


class EditionWriter:
    """Writes the emails of some editions. The files of ``pictures`` come first, because an email has their sizes."""

    def __init__(self, context: BuildContext, editions: Iterable[Document[Newsletter]]) -> None:
        self._template_folder, self._cache = context.email_templates, context.value_cache.files
        self._settings = context.settings
        self._tag_starts = TagStarts(context.settings.known_mail_tools)
        self._translations = context.translations
        self._library = context.library
        self._sources = context.content.sources
        editions = tuple(editions)
        self.cards = EditionCards(editions, context)
        self.pictures = EditionPictures(editions, context, self.cards)

    def write(
        self, edition: Document[Newsletter], rendered: str, *, is_checked: bool, is_stopped: bool = False
    ) -> WrittenEdition:
        """Write the emails of an edition.

        Args:
            rendered: The HTML of its text, as email may show it.
            is_checked: Whether the emails are checked.
            is_stopped: Whether an error in its file stops them.
        """
        t = self._translations[edition.lang]
        page_url = urljoin(self._settings.site_url, edition.url)
        adapter = Adapter(page_url, t, self.pictures.by_address, self.cards.in_edition(edition.path))
        body = email_body(edition, rendered, page_url, adapter, self.pictures.lead_picture(edition))
        email = EditionEmail(body, t, self._settings, self._templates, self._tag_starts, self.language_links(edition))
        parts = {tool.name: email.write(tool) for tool in self._settings.mail_tools}
        generic = parts.get("generic") or email.write(GENERIC)
        emails = (
            replace(self._tool_email(body, tool, parts[tool.name], is_checked=is_checked), is_stopped=is_stopped)
            for tool in self._settings.mail_tools
        )
        return WrittenEdition(body, tuple(emails), generic)

    def language_links(self, edition: Document[Newsletter]) -> tuple[LanguageLink, ...]:
        """The links to the pages of an edition in other languages."""
        versions = self._library.translations(edition, Channel.WEB)
        return tuple(
            LanguageLink(
                urljoin(self._settings.site_url, version.url),
                self._translations[version.lang].native_name,
                version.lang,
            )
            for version in versions
            if version.lang != edition.lang
        )

    @cached_property
    def _templates(self) -> EmailTemplates:
        return EmailTemplates(self._template_folder, self._cache)

    def _tool_email(self, body: EmailBody, tool: MailTool, parts: EmailParts, *, is_checked: bool) -> ToolEmail:
        if not is_checked:
            return ToolEmail(tool, parts)
        html, text = parts.get(EmailForm.HTML, ""), parts.get(EmailForm.TEXT) or parts.get(EmailForm.MARKDOWN, "")
        checked = CheckedEmail(
            body,
            tool,
            html,
            text,
            self._settings.known_mail_tools,
            self._settings.postal_address,
            self._sources[body.edition.path].lines,
        )
        return ToolEmail(tool, parts, run_checks(checked))


def _without_repeats(emails: Iterable[ToolEmail]) -> Iterator[Problem]:
    """The errors and warnings of all emails, each once.

    The emails differ by a few bytes, and so do the sizes in messages. The fix and its place are the same.
    """
    seen: set[tuple[str, str, int | None, str]] = set()
    for email in emails:
        yield from (problem for problem in email.problems if _repeat_key(problem) not in seen)
        seen.update(map(_repeat_key, email.problems))


def _repeat_key(problem: Problem) -> tuple[str, str, int | None, str]:
    return (problem.code, problem.path, problem.line, problem.fix)
