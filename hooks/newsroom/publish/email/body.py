"""The body of an email: cleans an edition's HTML, splits it into sections and adapts it for inboxes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from lxml.html import HtmlElement

from newsroom.content.document import Document
from newsroom.content.outline import Heading
from newsroom.content.types.newsletter import Newsletter
from newsroom.mail_tools.first_name import CLASS, FALLBACK
from newsroom.markup.tree import HEADINGS, find_elements, is_note_link, make_element, parse_html, serialise_html
from newsroom.problems import Problem
from newsroom.publish.email.adapt import Adapter, first_direction
from newsroom.publish.email.clean import clean_html
from newsroom.publish.email.lines import reference_line
from newsroom.publish.email.merge_tags import first_name_placeholder
from newsroom.publish.email.plain_words import words_on_one_line
from newsroom.publish.email.views import EmailLeadPicture

_PLAIN = HEADINGS | {"a"}
"""Elements whose text is also used without HTML, so that their greetings are only words."""
_SECTION = "h2"
_QUOTED = re.compile(r"'([^']+)'|(https?://\S+)")
"""Matches the words and addresses that a message quotes: 'the report' and https://e.example/."""


@dataclass(frozen=True)
class EmailSection:
    """A section: its heading's text, id and line in the file, and its content.

    The content before the first heading is a section without a heading, and so are the footnotes: their title and id
    are empty, and their line is None.
    """

    title: str
    id: str
    line: int | None
    content: HtmlElement

    @property
    def direction(self) -> Literal["ltr", "rtl"] | None:
        """The direction of its heading's text, "ltr" or "rtl". None if no letter has a direction."""
        return first_direction(self.title)

    @property
    def html(self) -> str:
        """The content as HTML, without its heading."""
        return serialise_html(self.content)


@dataclass(frozen=True)
class EmailBody:
    """The body of an edition's email, the same for every mail tool. ``problems`` warn about changes.

    ``fallbacks`` are those of its greetings, by the numbers of their placeholders.
    """

    edition: Document[Newsletter]
    page_url: str
    lead: EmailLeadPicture | None
    sections: tuple[EmailSection, ...]
    problems: tuple[Problem, ...]
    fallbacks: tuple[str, ...] = ()


def email_body(
    edition: Document[Newsletter], rendered: str, page_url: str, adapter: Adapter, lead: EmailLeadPicture | None = None
) -> EmailBody:
    """Make the body of an edition's email.

    A section begins at each second-level heading that is in the edition's outline.

    Args:
        rendered: The HTML of its page's body.
        page_url: The absolute address of its page.
        adapter: Adapts the content of each section.
    """
    headings = {heading.id: heading for heading in edition.outline.sections}
    root = parse_html(clean_html(rendered))
    fallbacks = _place_first_names(root)
    problems = list(_check_headings(edition, root, headings))
    sections = [section for section in _split_sections(root, headings) if section.title or section.html.strip()]
    for section in sections:
        for problem in adapter.adapt(section.content, edition.path, section.line):
            texts = _QUOTED.findall(problem.what)
            line = reference_line(edition.outline, section.line, *map("".join, texts))
            problems.append(replace(problem, line=line or problem.line))
    return EmailBody(edition, page_url, lead, tuple(sections), tuple(problems), fallbacks)


def _check_headings(
    edition: Document[Newsletter], root: HtmlElement, headings: Mapping[str, Heading]
) -> Iterator[Problem]:
    """Warn about links and pictures in headings: a section's title is plain text, in the contents list too."""
    for element in root.iter(_SECTION):
        heading = headings.get(element.get("id") or "")
        if heading and any(not is_note_link(item) for item in element.iter("a", "img")):
            what = f"the heading '{heading.text}' contains a link or a picture, which the email leaves out"
            yield Problem("email-heading-content", edition.path, heading.line, what, "move it below the heading")


def _split_sections(root: HtmlElement, headings: Mapping[str, Heading]) -> Iterator[EmailSection]:
    current = EmailSection("", "", None, make_element("div", root.text))
    notes: list[EmailSection] = []
    for child in list(root):
        heading = headings.get(child.get("id") or "") if child.tag == _SECTION else None
        if heading:
            yield current
            for link in [link for link in child.iter("a") if is_note_link(link)]:
                link.drop_tree()
            title = words_on_one_line(child)
            current = EmailSection(title, heading.id, heading.line, make_element("div", child.tail))
        elif child.tag == "div" and child.get("class") == "footnote":
            for line in child.findall("hr"):
                child.remove(line)
            notes.append(EmailSection("", "", None, child))
            if (child.tail or "").strip():
                current.content.append(make_element("div", child.tail))
        else:
            current.content.append(child)
    yield current
    yield from notes


def _place_first_names(root: HtmlElement) -> tuple[str, ...]:
    """Replace the greetings in a body by placeholders, in headings and links by their fallbacks.

    A placeholder is a character that is there until the mail tool, and so its tag, is known.
    Returns the fallbacks by the numbers of the placeholders.
    """
    fallbacks: list[str] = []
    for element in find_elements(root, "span"):
        if element.get("class") != CLASS:
            continue
        fallback = element.text_content()
        is_plain = any(parent.tag in _PLAIN for parent in element.iterancestors())
        if FALLBACK.fullmatch(fallback) and not is_plain:
            if fallback not in fallbacks:
                fallbacks.append(fallback)
            del element[:]
            element.text = first_name_placeholder(fallbacks.index(fallback))
        element.drop_tag()
    return tuple(fallbacks)
