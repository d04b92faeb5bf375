"""Writes the Markdown of GOV.UK Notify: headings, lists, links, inset text and lines, but no pictures or emphasis.

See "Formatting" in the guide at https://www.notifications.service.gov.uk/using-notify, and for the details its program,
https://github.com/alphagov/notifications-utils/blob/main/notifications_utils/markdown.py. Notify adds its own footer
with an unsubscribe link.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from lxml.html import HtmlElement

from newsroom.markup.tree import HEADINGS, is_in_link
from newsroom.publish.email.merge_tags import WORD_JOINER
from newsroom.publish.email.plain_words import (
    BLOCK_BREAK,
    BREAK,
    IN_LINE,
    has_blocks,
    item_numbers,
    mark_style,
    numbered_items,
    on_one_line,
)
from newsroom.publish.email.tables import labelled_rows
from newsroom.publish.email.text import PICTURE_LINK

_HEADINGS = HEADINGS - {"h1"}
_LISTS = frozenset({"ul", "ol"})
_MARKUP_START = re.compile(r"^(?=[ \t]+\S|[#*^>+•-]|\d+[.)])", re.MULTILINE)
"""Matches the beginning of a line like "# a", "* a", "1.5" or " a", which Notify reads as markup; not "a # b" or "15".

Notify needs no blank after the mark: it shows "10.30am" as item 1 of a list, "30am"."""
_LIST_START = re.compile(r"\*|\d+\.")
_BARE_LINK = re.compile(r"\[(https?://[^\s<>()\[\]]*[^\s<>()\[\].,:\"'])\]\(\1\)(?=[.,:\"')\]]*(?:\s|$))")
"""Matches "[https://e.example/](https://e.example/)." Notify makes a link of such an address alone, too.

Does not match it before "—", or an address that ends in a bracket: Notify would take more or less into the link."""


def notify_markdown(content: HtmlElement) -> str:
    """Convert a section's content to Notify's Markdown, with blank lines between blocks."""
    blocks = [block for block in _blocks(content) if block.strip()]
    parts = blocks[:1]
    for previous, block in pairwise(blocks):
        # Notify merges adjacent lists, even a numbered list and a bulleted list. A block between them prevents this.
        parts += [WORD_JOINER, block] if _LIST_START.match(previous) and _LIST_START.match(block) else [block]
    return _BARE_LINK.sub(r"\1", "\n\n".join(parts))


def _blocks(element: HtmlElement) -> Iterator[str]:
    loose = _text(element.text)
    for child in element:
        if not isinstance(child.tag, str):
            loose += _text(child.tail)
        elif _is_inline(child):
            loose += _inline(child) + _text(child.tail)
        else:
            yield _prose(loose)
            yield from _block(child)
            loose = _text(child.tail)
    yield _prose(loose)


def _block(element: HtmlElement) -> Iterator[str]:
    tag = str(element.tag)
    if tag in _HEADINGS:
        yield f"## {_text_on_one_line(element)}"
    elif tag in _LISTS:
        yield "\n".join(_items(element, ""))
    elif tag == "blockquote" or element.get("class") == "note":
        yield from (_inset(block) for block in _blocks(element) if block.strip())
    elif _is_data_table(element):
        yield from (block for caption in element.iterchildren("caption") for block in _blocks(caption))
        yield "\n".join(f"* {row}" for row in _rows(element))
    elif tag == "pre":
        yield _escaped(element.text_content().rstrip("\n"))
    elif tag == "hr":
        yield "---"
    else:
        yield from _blocks(element)


def _inset(block: str) -> str:
    """Make a paragraph inset text. A list, heading or other markup is not changed."""
    return block if _MARKUP_START.match(block) else f"^ {block}"


def _items(element: HtmlElement, indent: str, *, follows_list: bool = False) -> Iterator[str]:
    items = list(numbered_items(element))
    is_plain = not follows_list and [number for number, _ in items] == list(range(1, len(items) + 1))
    for number, item in items:
        # Notify begins each list at 1, and joins it to the one before, so other numbers are written as words.
        marker = "*" if element.tag == "ul" else f"{number}." if is_plain else f"* {number}:"
        words, nested = _split_item(item)
        yield f"{indent}{marker} {_escaped(words)}"
        for index, listed in enumerate(nested):
            if _is_data_table(listed):
                yield from (f"{indent}  * {row}" for row in (*_captions(listed), *_rows(listed)))
            else:
                yield from _items(listed, indent + "  ", follows_list=index > 0)


def _is_data_table(element: HtmlElement) -> bool:
    return bool(element.tag == "table" and element.get("role") != "presentation")


def _captions(table: HtmlElement) -> Iterator[str]:
    return (_escaped(_text_on_one_line(caption)) for caption in table.iterchildren("caption"))


def _rows(table: HtmlElement) -> Iterator[str]:
    for cells in labelled_rows(table):
        texts = [(name, _text_on_one_line(cell)) for name, cell in cells]
        yield _escaped(", ".join(f"{_text(name)}: {text}" if name else text for name, text in texts if text))


def _split_item(item: HtmlElement) -> tuple[str, list[HtmlElement]]:
    """Split an item into its words and the lists and tables at its end. One with words below it is among the words."""
    parts = list(_item_parts(item))
    nested: list[HtmlElement] = []
    while parts and not (isinstance(parts[-1], str) and parts[-1].strip()):
        last = parts.pop()
        if not isinstance(last, str):
            nested.insert(0, last)
    return on_one_line("".join(part if isinstance(part, str) else _inline(part) for part in parts)), nested


def _item_parts(element: HtmlElement) -> Iterator[str | HtmlElement]:
    """Yield the texts in an item, and the lists and tables between them."""
    yield _text(element.text)
    for child in element:
        if isinstance(child.tag, str):
            if child.tag in _LISTS or _is_data_table(child):
                yield child
            elif _is_inline(child) or child.tag == "pre":
                yield _inline(child)
            else:
                yield BLOCK_BREAK
                yield from _item_parts(child)
                yield BLOCK_BREAK
        yield _text(child.tail)


def _is_inline(element: HtmlElement) -> bool:
    """Whether an element is part of a line. A link always is, so that its address is kept."""
    return element.tag in IN_LINE and (element.tag == "a" or not has_blocks(element))


def _text_on_one_line(element: HtmlElement) -> str:
    return on_one_line(_inline_content(element))


def _inline(element: HtmlElement) -> str:
    if element.tag == "br":
        return BREAK
    if element.tag == "img":
        form = "{}" if is_in_link(element) else "[{}]"
        return _text(" ".join(form.format(shown) for name in ("alt", "title") if (shown := element.get(name))))
    if element.get("class") == PICTURE_LINK:
        return ""
    if _is_data_table(element):
        return f"{BLOCK_BREAK}{BLOCK_BREAK.join((*_captions(element), *_rows(element)))}{BLOCK_BREAK}"
    if element.tag == "pre":
        code = _text(element.text_content()).replace("\n", BREAK)
        return f"{BLOCK_BREAK}{code}{BLOCK_BREAK}"
    words, address = mark_style(element, _inline_content(element)), element.get("href")
    if element.tag != "a" or not address:
        return words if element.tag in IN_LINE else f"{BLOCK_BREAK}{words}{BLOCK_BREAK}"
    label = " ".join(words.split())
    plain = str(address).removeprefix("mailto:")
    if plain != address and label in ("", address, plain):
        return plain
    return f"[{label or address}]({address.replace('(', '%28').replace(')', '%29')})"


def _inline_content(element: HtmlElement) -> str:
    words, numbers = _text(element.text), item_numbers(element)
    for child in element:
        shown = _inline(child) if isinstance(child.tag, str) else ""
        words += f"{numbers.get(child, '')}{shown}{_text(child.tail)}"
    return words


def _prose(text: str) -> str:
    return _escaped("\n".join(" ".join(line.split()) for line in text.split(BREAK)).strip())


def _escaped(text: str) -> str:
    return _MARKUP_START.sub(WORD_JOINER, text)


def _text(text: str | None) -> str:
    """Escape text that Notify would read as a link."""
    return (text or "").replace("](", f"]{WORD_JOINER}(")
