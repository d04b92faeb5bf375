"""Replaces structure that inboxes do not support: foldable text, notes, footnote links, headings that skip levels."""

from collections.abc import Mapping
from typing import cast

from lxml.html import HtmlElement

from newsroom.markup.tree import HEADINGS, ancestors, find_elements, make_element, replace_element
from newsroom.publish.email.plain_words import IN_LINE, STRUCK, has_blocks, number_backwards

_SUPERSCRIPT: Mapping[int, int] = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOTE_REFERENCE, _BACK_REFERENCE = "footnote-ref", "footnote-backref"


def _strike_inside_blocks(content: HtmlElement) -> None:
    """Replace each `<del>` and `<s>` around blocks by one around the words of each block, in place."""
    for struck in find_elements(content, *STRUCK):
        if has_blocks(struck):
            _strike_words(struck, str(struck.tag))
            struck.drop_tag()


def _strike_words(element: HtmlElement, tag: str) -> None:
    """Put the text in an element, and in the blocks in it, into elements with a tag."""
    parts, words = [], make_element(tag, element.text)
    for child in list(element):
        tail, child.tail = child.tail, None
        if child.tag in IN_LINE and not has_blocks(child):
            words.append(child)
            child.tail = tail
        else:
            _strike_words(child, tag)
            parts += [words, child]
            words = make_element(tag, tail)
    element.text = None
    element.extend(part for part in [*parts, words] if not _is_blank(part, tag))


def _is_blank(part: HtmlElement, tag: str) -> bool:
    return part.tag == tag and not len(part) and not (part.text or "").strip()


def number_footnotes(content: HtmlElement) -> None:
    """Replace links to footnotes by numbers, because the links would lead to the page."""
    for link in find_elements(content, "a"):
        style = link.get("class")
        if style == _NOTE_REFERENCE:
            _number_reference(link)
        elif style == _BACK_REFERENCE:
            _trim_before(link)
            link.drop_tree()


def restructure(content: HtmlElement) -> None:
    """Replace unsupported structure in a section's content, in place."""
    present = {element.tag for element in content.iter()}
    for tags, change in _CHANGES:
        if not present.isdisjoint(tags):
            change(content)


def _open_details(content: HtmlElement) -> None:
    """Replace foldable text by a block with its summary above it."""
    for summary in find_elements(content, "summary"):
        summary.tag = "p"
        _make_strong(summary)
    for details in find_elements(content, "details"):
        details.tag = "div"


def _convert_admonitions(content: HtmlElement) -> None:
    """Replace a note by a table of one cell, because Outlook for Windows supports padding only in cells."""
    for note in find_elements(content, "div"):
        if note.get("class") == "admonition":
            _convert_to_table(note)
    for title in find_elements(content, "p"):
        if title.get("class") == "admonition-title":
            del title.attrib["class"]
            _make_strong(title)


def _convert_to_table(note: HtmlElement) -> None:
    table = make_element("table", role="presentation", width="100%", cellpadding="0", cellspacing="0", border="0")
    row, cell = make_element("tr"), make_element("td", note.text, **{"class": "note"})
    cell.extend(list(note))
    table.append(row)
    row.append(cell)
    replace_element(note, table)


def _number_reference(link: HtmlElement) -> None:
    """Write the number in superscript characters, which need no style and work in plain text."""
    link.text = link.text_content().translate(_SUPERSCRIPT)
    parent = link.getparent()
    link.drop_tag()
    if parent is not None and parent.tag == "sup":
        cast("HtmlElement", parent).drop_tag()


def _trim_before(element: HtmlElement) -> None:
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        previous.tail = (previous.tail or "").rstrip()
    elif parent is not None:
        parent.text = (parent.text or "").rstrip()


def _wrap_list_children(content: HtmlElement) -> None:
    """Put everything in a list into items, because raw HTML may have other elements and words in it."""
    for listed in find_elements(content, "ul", "ol"):
        for child in list(listed):
            if words := (child.tail or "").strip():
                child.tail = None
                child.addnext(make_element("li", words))
            if child.tag != "li":
                item = make_element("li")
                replace_element(child, item)
                item.append(child)
        if words := (listed.text or "").strip():
            listed.text = None
            listed.insert(0, make_element("li", words))


def _order_headings(content: HtmlElement) -> None:
    """Change heading levels so that none is skipped and h1 is not used: it is the title of the email."""
    previous = 2
    for heading in find_elements(content, *HEADINGS):
        level = min(max(int(str(heading.tag)[1]), 2), previous + 1)
        heading.tag = f"h{level}"
        heading.attrib.pop("id", None)
        previous = level


def _write_quotation_marks(content: HtmlElement) -> None:
    """Write the marks around `<q>`, which plain text and Outlook for Windows lack."""
    for quoted in reversed(find_elements(content, "q")):
        opening, closing = "‘’" if "q" in ancestors(quoted) else "“”"
        quoted.text = f"{opening}{quoted.text or ''}"
        if len(quoted):
            quoted[-1].tail = f"{quoted[-1].tail or ''}{closing}"
        else:
            quoted.text += closing
        quoted.drop_tag()


def _make_strong(element: HtmlElement) -> None:
    strong, element.text = make_element("strong", element.text), None
    strong.extend(list(element))
    element.append(strong)


_CHANGES = (
    (("q",), _write_quotation_marks),
    (STRUCK, _strike_inside_blocks),
    (("details", "summary"), _open_details),
    (("div",), _convert_admonitions),
    (("ul", "ol"), _wrap_list_children),
    (("ol",), number_backwards),
    (HEADINGS, _order_headings),
)
"""The functions that change elements, by the names of the elements. Most sections have few of them."""
