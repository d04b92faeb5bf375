"""The emails of an edition, as a build writes them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import html as lxml_html
from lxml.html import HtmlElement

from newsroom.build import Build
from newsroom.content.document import Document
from newsroom.content.outline import Heading, Outline, Reference
from newsroom.content.types.newsletter import NEWSLETTER, Newsletter
from newsroom.mail_tools import MAIL_TOOLS, EmailForm, MailTool, tag_start
from newsroom.problems import ContentError, Problem
from newsroom.publish.email.adapt import Adapter
from newsroom.publish.email.body import EmailBody, email_body
from newsroom.publish.email.compose import EditionEmail, EmailParts
from newsroom.publish.email.emails import Emails
from newsroom.publish.email.merge_tags import TagStarts
from newsroom.publish.email.pictures import EmailPicture
from newsroom.publish.email.templates import EmailTemplates
from newsroom.publish.hosting.content_policy import EMAIL_POLICY, policy_element
from newsroom.publish.text.link_cards import LinkCard
from newsroom.site_settings import site_settings
from newsroom.translations import Translations
from tests.support import SETTINGS, SHARED_VALUES, open_newsroom, small_newsroom
from tests.support.images import picture
from tests.support.rendering import link_templates
from tests.support.theme import THEME
from tests.support.workers import share_cache

EDITION_URL = "https://elm.example/newsletters/2024-03/"
HTML_TOOLS = tuple(tool.name for tool in MAIL_TOOLS.values() if EmailForm.HTML in tool.parts)
"""The mail tools that take HTML and plain text."""
BREAK = '<span style="display: inline-block;"></span>'
"""Where the line of a long address may end."""
SOME_TOOLS = ("generic", "mailchimp", "notify")
"""One without tags, one with tags, and the one that takes neither HTML nor plain text."""


@dataclass(frozen=True)
class Parts:
    """The two parts of an email."""

    html: str
    text: str


def emails_of(
    root: Path, edition: str, tools: Iterable[str], *, lang: str = "en", settings: Mapping[str, object] = SETTINGS
) -> dict[str, Parts]:
    """The email for each tool of a small newsroom's one edition, with this file."""
    files = small_newsroom()
    del files["newsletters/2024-03.md"]
    suffix, folder = ("", "") if lang == "en" else (f".{lang}", f"{lang}/")
    pictures = {"stories/bench.png": picture(), "newsletters/bench.png": picture()}
    edition_file = {f"newsletters/2024-03{suffix}.md": edition}
    share_cache(root)
    settings = {**settings, "mail_tools": list(tools)}
    build = open_newsroom(root, {**files, **edition_file, **pictures}, settings=settings, values=SHARED_VALUES)
    written = dict(_written_emails(build))
    base = f"{folder}newsletters/2024-03/email/"
    return {
        tool: Parts(sent_html(written[f"{base}{tool}.html"]), written[f"{base}{tool}.txt"].decode()) for tool in tools
    }


def _written_emails(build: Build) -> Iterator[tuple[str, bytes]]:
    """What an open build writes for the emails alone: each path on the site with its content."""
    link_templates(build.root)
    for page in build.site.pages:
        if page.document and page.document.type is NEWSLETTER:
            build.page_html(page.path)
    yield from build._outputs.find(Emails).files()
    build.context.log.include_pending()
    build.require_publishable()


def sent_html(file: bytes) -> str:
    """The HTML that is sent: the file has also the policy for browsers that open it."""
    html, policy = file.decode(), f"{policy_element(EMAIL_POLICY)}\n"
    assert html.count(policy) == 1
    return html.replace(policy, "")


def email_of(root: Path, edition: str, *, lang: str = "en", settings: Mapping[str, object] = SETTINGS) -> Parts:
    """The email of a small newsroom's one edition, with this file, for people without a mail tool."""
    return emails_of(root, edition, ["generic"], lang=lang, settings=settings)["generic"]


def body_of(
    html: str,
    sections: Mapping[str, int] = {},
    pictures: Mapping[str, EmailPicture | None] = {},
    cards: Mapping[str, LinkCard] = {},
    references: tuple[Reference, ...] = (),
) -> EmailBody:
    """The body of an email from a page's HTML; ``sections`` are the ids of the edition's headings, with their lines."""
    front = Newsletter.model_validate(
        {
            "title": "News",
            "date": "2024-03",
            "summary": "What is new.",
            "from": [{"name": "Ada Elm"}],
            "subject": "News",
            "preheader": "What is new.",
        }
    )
    outline = Outline(tuple(Heading(2, name, name, line) for name, line in sections.items()), references=references)
    edition = Document(NEWSLETTER, "newsletters/2024-03.md", "2024-03", "en", "newsletters/2024-03/", front, outline)
    return email_body(edition, html, EDITION_URL, Adapter(EDITION_URL, Translations("en"), pictures, cards))


def adapt_html(html: str, pictures: Mapping[str, EmailPicture | None] = {}) -> str:
    """The email's HTML for a part of a page's HTML, without its last line break, and with tags as in HTML."""
    sections = body_of(html, pictures=pictures).sections
    return "".join(section.html for section in sections).strip().replace("/>", ">")


def body_problems(html: str, pictures: Mapping[str, EmailPicture | None] = {}) -> tuple[Problem, ...]:
    """The warnings about changes to some HTML of a page."""
    return body_of(html, pictures=pictures).problems


FORBIDDEN = frozenset({"script", "style", "form", "input", "button", "select", "textarea", "iframe", "video", "audio"})
"""Elements that no email's body may have."""


@dataclass(frozen=True)
class Outcome:
    """The result of a build with one edition: its errors and warnings, and the emails' files, if it got that far.

    ``checked`` are the errors and warnings that were found before the build.
    """

    problems: tuple[Problem, ...]
    files: Mapping[str, bytes]
    checked: frozenset[Problem] = frozenset()
    slug: str = "2024-03"

    @property
    def email_problems(self) -> list[Problem]:
        """The errors and warnings about the email, without those about the file."""
        return [problem for problem in self.problems if problem not in self.checked]

    @property
    def stops(self) -> bool:
        """Whether something of it stops the build."""
        return any(problem.stops_site for problem in self.problems)

    @property
    def stops_email(self) -> bool:
        """Whether something of it stops the email, and nothing else."""
        return any(problem.stops_email for problem in self.problems) and not self.stops

    def parts(self, tool: str = "generic") -> Parts:
        """The email for one tool."""
        html, text = (self.files[f"newsletters/{self.slug}/email/{tool}.{part}"].decode() for part in ("html", "txt"))
        return Parts(html, text)


def outcome_of(
    root: Path,
    edition: str,
    pictures: Mapping[str, bytes] = {},
    tools: Iterable[object] = SOME_TOOLS,
    *,
    preview: bool = False,
) -> Outcome:
    """What a build makes of the email of a small newsroom with this edition, and with these pictures beside it.

    A preview writes emails that have errors too.
    """
    beside = {f"newsletters/{name}": content for name, content in pictures.items()}
    files: dict[str, bytes] = {}
    checked: frozenset[Problem] = frozenset()
    share_cache(root)
    try:
        edition_file = {"newsletters/2024-03.md": edition}
        settings = {**SETTINGS, "mail_tools": list(tools)}
        build = open_newsroom(root, {**small_newsroom(), **edition_file, **beside}, settings=settings, preview=preview)
        checked = frozenset(build.problems)
        files.update(_written_emails(build))
    except ContentError as error:
        return Outcome(error.problems, files, checked)
    return Outcome(build.problems, files, checked)


def outcomes_of(
    root: Path, editions: Iterable[str], pictures: Mapping[str, bytes], tools: Iterable[str]
) -> list[Outcome]:
    """What one preview makes of the emails of several editions, all checked, with these pictures beside them."""
    slugs = {f"2023-{number:02}": edition for number, edition in enumerate(editions, 1)}
    files: dict[str, str | bytes] = {**small_newsroom()}
    files |= {f"newsletters/{name}": content for name, content in pictures.items()}
    files |= {f"newsletters/{slug}.md": edition for slug, edition in slugs.items()}
    settings = {**SETTINGS, "mail_tools": list(tools), "email_checks": "all"}
    share_cache(root)
    build = open_newsroom(root, files, settings=settings, preview=True, values=SHARED_VALUES)
    checked, written = frozenset(build.problems), dict(_written_emails(build))
    found = {slug: tuple(p for p in build.problems if p.path == f"newsletters/{slug}.md") for slug in slugs}
    assert {*build.problems} == {*checked}.union(*found.values())
    return [Outcome(problems, written, checked, slug) for slug, problems in found.items()]


def tags_of(tool: MailTool, part: EmailForm) -> list[str]:
    """Every form of the tags that a tool fills in, in one part of an email; the longest first."""
    forms = {tag.text for tag in tool.tags if tag.text}
    if part is EmailForm.HTML:
        forms |= {form for tag in tool.tags for form in tag.html_forms}
    return sorted(forms, key=lambda form: (-len(form), form))


def faults(email: Parts, tool: MailTool, fallbacks: Iterable[str] = ()) -> list[str]:
    """Find faults in an email that no edition should cause and no check reports, as invalid HTML is.

    ``fallbacks`` are those of its greetings.
    """
    for tag in map(tool.first_name_tag, fallbacks if tool.first_name else ()):
        email = Parts(email.html.replace(tag, ""), email.text.replace(tag, ""))
    root = lxml_html.document_fromstring(email.html)
    return [*_forbidden(root, tool), *_tag_faults(email, tool), *_link_faults(root, email)]


def _forbidden(root: HtmlElement, tool: MailTool) -> Iterator[str]:
    body = root.find("body")
    yield from (f"<{element.tag}>" for element in (() if body is None else body.iter(*FORBIDDEN)))
    own = tags_of(tool, EmailForm.HTML)
    for element in root.iter("a", "img"):
        address = element.get("href") or element.get("src") or ""
        if address not in own and not re.match(r"https?://[^/\s]|mailto:[^@\s]+@|tel:\+?\d", address):
            yield f"not absolute: {address}"


def _tag_faults(email: Parts, tool: MailTool) -> Iterator[str]:
    links = (("unsubscribe", tool.unsubscribe), ("view-online", tool.view_online), ("preferences", tool.preferences))
    for name, tag in links:
        link = f"<{tag.element}>" if tag and tag.element else f' href="{tag.href}"' if tag else f' class="{name}"'
        wanted = int(not (tag is None and (name == "preferences" or (tool.adds_footer and name == "unsubscribe"))))
        ends = re.findall(rf"{re.escape(tag.text)}$", email.text, re.MULTILINE) if tag and tag.text else [""]
        if (email.html.count(link), len(ends)) != (wanted, 1):
            yield f"not one {name} in each part"
    for part, rest in ((EmailForm.HTML, email.html), (EmailForm.TEXT, email.text)):
        for form in tags_of(tool, part):
            rest = rest.replace(form, "")
        others = {form for other in MAIL_TOOLS.values() for form in tags_of(other, part)} - tool.tag_forms
        yield from (f"a tag: {form}" for form in sorted(others) if form in rest)
        if (start := tag_start(tool)) and (read := re.search(start, rest)):
            yield f"read as a tag: {rest[read.start() : read.start() + 20]}"


def _link_faults(root: HtmlElement, email: Parts) -> Iterator[str]:
    linked, noted = (
        {link.get("href") or "" for cell in _cells(root) for link in cell.iter("a")},
        listed_addresses(email.text),
    )
    yield from (f"in the text alone: {address}" for address in sorted(noted - linked))
    for address in sorted(linked - noted):
        if address.removeprefix("mailto:") not in email.text:
            yield f"in the HTML alone: {address}"


def listed_addresses(text: str) -> set[str]:
    """The addresses that are listed with numbers in an email's plain text."""
    return set(re.findall(r"^\[\d+\] ((?:https?|mailto|tel):\S+)$", text, re.MULTILINE))


def content_of(html: str) -> list[HtmlElement]:
    """The cells of an email's HTML with the edition's own text, section by section."""
    return _cells(lxml_html.document_fromstring(html))


def email_section_html(html: str) -> str:
    """The HTML of the sections in an email, on one line, without styles and breaks in long words."""
    cells = (lxml_html.tostring(cell, encoding="unicode", with_tail=False) for cell in content_of(html))
    plain = re.sub(r' style="[^"]*"|\u200b', "", " ".join(cells).replace(BREAK, ""))
    plain = re.sub(r'<td class="cell content">|</td>(?= <td class="cell|$)', "", plain)
    return re.sub(r"[ \n]+", " ", plain).strip()


def email_section_text(text: str) -> str:
    """The plain text of the sections in an email."""
    return text[text.index("\n\n\n") : text.rindex("-" * 72)].strip()


def _cells(root: HtmlElement) -> list[HtmlElement]:
    return [cell for cell in root.iter("td") if "content" in (cell.get("class") or "").split()]


def email_from(body: EmailBody, tool: MailTool) -> EmailParts:
    """The email of a body for a tool, from the templates that are shipped."""
    return EditionEmail(
        body, Translations("en"), site_settings(SETTINGS), _templates(), TagStarts(MAIL_TOOLS.values())
    ).write(tool)


@cache
def _templates() -> EmailTemplates:
    return EmailTemplates(THEME / "email")
