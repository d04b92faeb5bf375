"""Divides a text into rows of a picture and the words that belong to it, as in Easy Read."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from newsroom.markup.tree import HEADINGS, make_element

_LISTS = frozenset({"ul", "ol"})


@dataclass
class PictureRow:
    """A picture, or a figure, and the blocks of words beside it. A heading is a row of its own, without a picture."""

    picture: HtmlElement | None = None
    words: list[HtmlElement] = field(default_factory=list)

    @property
    def is_heading(self) -> bool:
        """Whether it is only a heading."""
        return bool(self.words) and self.words[0].tag in HEADINGS


def divide_rows(root: HtmlElement) -> list[PictureRow]:
    """The rows of a text. A picture is alone in a paragraph, or begins it; the tree is changed so that it is alone.

    To a picture belong the paragraph after it and the list after that.
    """
    rows: list[PictureRow] = []
    for block in [part for element in list(root) for part in _split(element)]:
        last = rows[-1] if rows else PictureRow()
        lacks_words = last.picture is not None and not last.words
        goes_on = block.tag in _LISTS and bool(last.words) and not last.is_heading
        if _is_picture(block):
            rows.append(PictureRow(block))
        elif block.tag not in HEADINGS and (lacks_words or goes_on):
            last.words.append(block)
        else:
            rows.append(PictureRow(words=[block]))
    return rows


def make_picture_rows(root: HtmlElement) -> None:
    """Put each picture of a text and the words that belong to it beside each other."""
    for row in divide_rows(root):
        if row.is_heading:
            continue
        first = row.picture if row.picture is not None else row.words[0]
        block = make_element("div", None)
        block.set("class", "nw-easy__row")
        first.addprevious(block)
        for name, parts in (("picture", [row.picture]), ("words", row.words)):
            side = make_element("div", "")
            side.set("class", f"nw-easy__{name}")
            side.extend(part for part in parts if part is not None)
            block.append(side)


def _is_picture(block: HtmlElement) -> bool:
    if block.tag == "figure":
        return True
    return block.tag == "p" and not "".join(block.itertext()).strip() and block.find(".//img") is not None


def _split(block: HtmlElement) -> Iterator[HtmlElement]:
    """A block; if it is a paragraph that begins with a picture and goes on with words, the two apart."""
    is_mixed = block.tag == "p" and len(block) and block[0].tag == "img" and not (block.text or "").strip()
    if is_mixed and not _is_picture(block):
        image = block[0]
        block.text, image.tail = (image.tail or "").lstrip(), None
        above = make_element("p", None)
        block.addprevious(above)
        above.append(image)
        yield above
    yield block
