"""The Markdown that GOV.UK Notify reads: headings, lists, links, inset text and lines; no pictures, no emphasis.

Its guide: Notify's "Formatting emails and letters". Notify sets its own footer with the way to unsubscribe.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from newsroom.markup.policy import INLINE
from newsroom.publish.email.merge_tags import WORD_JOINER
from newsroom.publish.email.text import BREAK, raised
from newsroom.publish.tables import row_cells, table_rows

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ul", "ol"})
_INLINE = INLINE | {"img"}
_READ_AS_MARKUP = re.compile(r"^(?=[#*^>+-]|\d+[.)]\s)", re.MULTILINE)
"""A line of prose that begins so would be read as a heading, a list or inset text."""


def notify_markdown(content: HtmlElement) -> str:
    """A section's content as Notify's Markdown, its blocks divided by blank lines."""
    return "\n\n".join(block for block in _blocks(content) if block.strip())


def _blocks(element: HtmlElement) -> Iterator[str]:
    loose = _text(element.text)
    for child in element:
        if not isinstance(child.tag, str):
            loose += _text(child.tail)
        elif child.tag in _INLINE:
            loose += _inline(child) + _text(child.tail)
        else:
            yield _prose(loose)
            yield from _block(child)
            loose = _text(child.tail)
    yield _prose(loose)


def _block(element: HtmlElement) -> Iterator[str]:
    tag = str(element.tag)
    if tag in _HEADINGS:
        yield f"## {_one_line(element)}"
    elif tag in _LISTS:
        yield "\n".join(_items(element, ""))
    elif tag == "blockquote" or element.get("class") == "note":
        yield from (_inset(block) for block in _blocks(element) if block.strip())
    elif tag == "table" and element.get("role") != "presentation":
        yield "\n".join(_rows(element))
    elif tag == "pre":
        yield _escaped(element.text_content().rstrip("\n"))
    elif tag == "hr":
        yield "---"
    else:
        yield from _blocks(element)


def _inset(block: str) -> str:
    """Inset text, which is one paragraph; what is a list or the like already stays as it is."""
    return block if _READ_AS_MARKUP.match(block) else f"^ {' '.join(block.split())}"


def _items(element: HtmlElement, indent: str) -> Iterator[str]:
    number = 1
    for item in element.iterchildren("li"):
        marker = f"{number}." if element.tag == "ol" else "*"
        nested = [child for child in item if child.tag in _LISTS]
        words = ", ".join(" ".join(line.split()) for line in "".join(_said(item, skip=_LISTS)).split(BREAK))
        yield f"{indent}{marker} {words}"
        for child in nested:
            yield from _items(child, indent + "  ")
        number += 1


def _rows(table: HtmlElement) -> Iterator[str]:
    rows = [row_cells(row) for row in table_rows(table)]
    has_head = bool(rows) and all(cell.tag == "th" for cell in rows[0])
    names = [_one_line(cell) for cell in rows[0]] if has_head else []
    for cells in rows[has_head:]:
        said = [_one_line(cell) for cell in cells]
        named = [f"{name}: {words}" if name else words for name, words in zip(names, said, strict=False)] or said
        yield f"* {', '.join(words for words in named if words)}"


def _said(element: HtmlElement, skip: frozenset[str]) -> Iterator[str]:
    yield _text(element.text)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in skip:
            is_words = child.tag in _INLINE and child.find(".//p") is None
            yield _inline(child) if is_words else f" {''.join(_said(child, skip))} "
        yield _text(child.tail)


def _one_line(element: HtmlElement) -> str:
    return " ".join(_inline_content(element).split())


def _inline(element: HtmlElement) -> str:
    if element.tag == "br":
        return BREAK
    if element.tag == "img":
        return element.get("alt") or ""
    words, address = raised(element, _inline_content(element)), element.get("href")
    if element.tag != "a" or not address:
        return words
    said = " ".join(words.split())
    plain = address.removeprefix("mailto:")
    return plain if said in ("", address, plain) else f"[{said}]({address.replace('(', '%28').replace(')', '%29')})"


def _inline_content(element: HtmlElement) -> str:
    words = _text(element.text)
    for child in element:
        words += (_inline(child) if isinstance(child.tag, str) else "") + _text(child.tail)
    return words


def _prose(text: str) -> str:
    return _escaped("\n".join(" ".join(line.split()) for line in text.split(BREAK)).strip())


def _escaped(text: str) -> str:
    return _READ_AS_MARKUP.sub(WORD_JOINER, text)


def _text(text: str | None) -> str:
    """An author's words, in which nothing is a link that was none."""
    return (text or "").replace("](", f"]{WORD_JOINER}(")
