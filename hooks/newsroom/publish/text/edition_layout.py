"""The layout of an edition's page: the opening section, then the others, each with a class for what it has."""

from collections.abc import Iterator, Sequence, Set
from itertools import groupby

from lxml.html import HtmlElement
from markupsafe import Markup

from newsroom.content.outline import Outline
from newsroom.markup.tree import HEADINGS, make_element

_REST = '<div class="nw-rest">'
"""Begins what follows the opening section. The policy removes such classes from the texts of editors."""
_LONGEST_NOTE = 45
"""In words."""


def arrange_sections(root: HtmlElement, outline: Outline) -> None:
    """Put the opening of an edition into `div.nw-opening`, and its other sections into elements in `div.nw-rest`.

    The opening is what comes before the second section, or before a smaller heading in the first one, the rest of which
    is in `div.nw-onwards`. Each other section is a `section.nw-section`. A short one, of one or two paragraphs, is also
    a `nw-section--note`, one with nothing but a list a `nw-section--list`. Cards that follow each other are in
    `div.nw-linkcards`.

    Args:
        root: The tree of the text; it is changed in place.
        outline: The text's outline, which says which headings are sections.
    """
    ids = {section.id for section in outline.sections}
    opening, *sections = _split(root, ids)
    root.text, lead = None, root.text
    for element in list(root):
        root.remove(element)
    first = _container("div", "nw-opening", list(_grouped_cards(opening)))
    first.text = lead
    root.append(first)
    if sections:
        root.append(_container("div", "nw-rest", [_section(elements, ids) for elements in sections]))


def split_opening(html: str) -> tuple[Markup, Markup]:
    """Return the HTML of an arranged edition in two parts: its opening, and what follows it."""
    opening, mark, rest = html.partition(_REST)
    return Markup(opening), Markup(f"{mark}{rest}")  # noqa: S704 - the site's own, made by the build


def _split(root: HtmlElement, ids: Set[str]) -> list[list[HtmlElement]]:
    """Divide the children of a text: the opening, then its sections. Footnotes are a group of their own."""
    groups: list[list[HtmlElement]] = [[]]
    for element in root:
        is_section = element.tag == "h2" and element.get("id") in ids
        has_words = any(other.tag not in HEADINGS for other in groups[0])
        ends_opening = len(groups) == 1 and element.tag == "h3" and has_words
        if (is_section and groups[0]) or ends_opening or element.get("class") == "footnote":
            groups.append([])
        groups[-1].append(element)
    return groups


def _section(elements: Sequence[HtmlElement], ids: Set[str]) -> HtmlElement:
    if elements[0].get("class") == "footnote":
        return _container("div", "nw-section", elements)
    if elements[0].get("id") not in ids:
        return _container("div", "nw-onwards", list(_grouped_cards(elements)))
    content = elements[1:]
    kind = f"nw-section nw-section--{kind}" if (kind := _kind(content)) else "nw-section"
    return _container("section", kind, [elements[0], *_grouped_cards(content)])


def _kind(content: Sequence[HtmlElement]) -> str:
    tags = [element.tag for element in content]
    if tags in (["ul"], ["ol"]) and not content[0].get("class"):
        return "list"
    words = sum(len(element.text_content().split()) for element in content)
    is_plain = set(tags) == {"p"} and not any(element.find(".//img") is not None for element in content)
    return "note" if is_plain and len(tags) <= 2 and words <= _LONGEST_NOTE else ""


def _grouped_cards(content: Sequence[HtmlElement]) -> Iterator[HtmlElement]:
    for are_cards, group in groupby(content, key=lambda element: "nw-linkcard" in (element.get("class") or "")):
        elements = list(group)
        yield from [_container("div", "nw-linkcards", elements)] if are_cards and len(elements) > 1 else elements


def _container(tag: str, name: str, elements: Sequence[HtmlElement]) -> HtmlElement:
    container = make_element(tag, **{"class": name})
    container.extend(elements)
    return container
