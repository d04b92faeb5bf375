"""One edition's email for every mail tool, with what the checks find in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

from newsroom.content.document import Document
from newsroom.content.types.newsletter import Newsletter
from newsroom.problems import Problem
from newsroom.publish.build_context import BuildContext
from newsroom.publish.email.adapt import Adapter
from newsroom.publish.email.body import EmailBody, email_body
from newsroom.publish.email.checks import Result, Subject, run_checks
from newsroom.publish.email.compose import EditionEmail, Email
from newsroom.publish.email.pictures import EmailPicture
from newsroom.publish.email.templates import EmailTemplates
from newsroom.publish.email.tools import MAIL_TOOLS, MailTool, Part


@dataclass(frozen=True)
class ToolEmail:
    """One mail tool's email, and what the checks found in it."""

    tool: MailTool
    parts: Email
    results: tuple[Result, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that the checks found in it."""
        return tuple(problem for result in self.results for problem in result.problems)

    @property
    def is_blocked(self) -> bool:
        """Whether it may not be sent, so that it is not offered."""
        return any(problem.is_error for problem in self.problems)


@dataclass(frozen=True)
class WrittenEdition:
    """An edition's emails. ``generic`` is the one for people without a mail tool, whichever tools a site has."""

    body: EmailBody
    emails: tuple[ToolEmail, ...]
    generic: Email

    @property
    def is_blocked(self) -> bool:
        """Whether something is wrong with the email of one of the mail tools."""
        return any(email.is_blocked for email in self.emails)

    @property
    def problems(self) -> Iterator[Problem]:
        """What had to be left out or changed, and what the checks found."""
        yield from self.body.problems
        yield from _once(self.emails)


class EditionWriter:
    """Writes the emails of editions. ``pictures`` are those they show, by the absolute address that pages have."""

    def __init__(self, context: BuildContext, pictures: Mapping[str, EmailPicture | None]) -> None:
        self._templates = EmailTemplates(context.email_templates)
        self._settings = context.settings
        self._translations = context.translations
        self._pictures = pictures
        self._tools = tuple(MAIL_TOOLS[name] for name in context.settings.mail_tools)

    def write(self, edition: Document[Newsletter], rendered: str, *, is_checked: bool) -> WrittenEdition:
        """The emails of an edition, from the HTML of its page's body; without results where it is not checked."""
        t = self._translations[edition.lang]
        page_url = urljoin(self._settings.site_url, edition.url)
        body = email_body(edition, rendered, page_url, Adapter(page_url, t, self._pictures))
        email = EditionEmail(body, t, self._settings, self._templates)
        parts = {tool.name: email.write(tool) for tool in self._tools}
        generic = parts.get("generic") or email.write(MAIL_TOOLS["generic"])
        emails = (self._tool_email(body, tool, parts[tool.name], is_checked=is_checked) for tool in self._tools)
        return WrittenEdition(body, tuple(emails), generic)

    def _tool_email(self, body: EmailBody, tool: MailTool, parts: Email, *, is_checked: bool) -> ToolEmail:
        if not is_checked:
            return ToolEmail(tool, parts)
        t = self._translations[body.edition.lang]
        vague = frozenset(t("email.vague_links").casefold().split(", "))
        html, text = parts.get(Part.HTML, ""), parts.get(Part.TEXT) or parts.get(Part.MARKDOWN, "")
        return ToolEmail(tool, parts, run_checks(Subject(body, tool, html, text, vague)))


def _once(emails: Iterable[ToolEmail]) -> Iterator[Problem]:
    """What the checks found, without what says the same of another mail tool's email.

    The emails differ by a few bytes, and so do the sizes in the messages: what is to be fixed, and where, is the same.
    """
    seen: set[tuple[str, str, int | None, str]] = set()
    for email in emails:
        yield from (problem for problem in email.problems if _key(problem) not in seen)
        seen.update(map(_key, email.problems))


def _key(problem: Problem) -> tuple[str, str, int | None, str]:
    return (problem.code, problem.path, problem.line, problem.fix)
