"""Builds the body from mammoth's HTML: headings, lists, quotes and figures from what each paragraph is."""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from newsroom.importing.word.convert import PARAGRAPH_MARK, PICTURE_MARK
from newsroom.importing.word.inline import LINES, cut_start, move_content, remove_empty, text_of, tidy_lines, unwrap
from newsroom.importing.word.links import LINK_MARK
from newsroom.importing.word.paragraphs import Kind, Paragraph
from newsroom.importing.word.pictures import PlacedPicture
from newsroom.importing.word.xml import Element

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_INDEX = "data-paragraph"
_NEAR = 120
"""A paragraph that continues an item of a list is as far to the right as it, but for so many twentieths of a point."""

_Item = tuple[Paragraph, Element]
"""An item of a list that is open: what its paragraph is, and its ``li``."""


@dataclass
class Body:
    """What was found in the document, for the tags that its HTML gets.

    Attributes:
        paragraphs: All paragraphs, in the order of their marks.
        pictures: All pictures, in the order of their marks.
        addresses: All links, in the order of their marks.
        title: Gets the text of the first paragraph in the style Title.
        subtitle: Gets the text of the first paragraph in the style Subtitle.
    """

    paragraphs: Sequence[Paragraph]
    pictures: Sequence[PlacedPicture]
    addresses: Sequence[str]
    title: str | None = None
    subtitle: str | None = None

    def build(self, root: Element) -> None:
        """Give all elements of mammoth's HTML the tags that they have on a page. ``root`` is changed."""
        self._resolve_marks(root)
        containers = [root, *root.iter("td", "th", "li")]
        for container in containers:
            container[:] = self._blocks(container)
        self._resolve_links(root)

    def _resolve_marks(self, root: Element) -> None:
        for anchor in list(root.iter("a")):
            name = anchor.get("id", "")
            if name.startswith(PARAGRAPH_MARK):
                paragraph = anchor.getparent()
                if paragraph is not None:
                    paragraph.set(_INDEX, name.removeprefix(PARAGRAPH_MARK))
                remove_empty(anchor)
            elif name.startswith(PICTURE_MARK):
                _show_picture(anchor, self.pictures[int(name.removeprefix(PICTURE_MARK))])

    def _resolve_links(self, root: Element) -> None:
        """Give links their addresses. Headings get the ids that links within the document lead to."""
        wanted = {address[1:] for address in self.addresses if address.startswith("#")}
        for heading in root.iter(*_HEADINGS):
            name = next((name for name in self._paragraph(heading).anchors if name in wanted), None)
            if name is not None:
                heading.set("id", name)
        for link in root.iter("a"):
            mark = link.get("href", "").removeprefix("#")
            if mark.startswith(LINK_MARK):
                link.set("href", self.addresses[int(mark.removeprefix(LINK_MARK))])
        for element in root.iter("*"):
            if element.get(_INDEX) is not None:
                del element.attrib[_INDEX]

    def _paragraph(self, element: Element) -> Paragraph:
        index = element.get(_INDEX)
        return Paragraph(Kind.TEXT, "") if index is None else self.paragraphs[int(index)]

    def _blocks(self, container: Element) -> list[Element]:
        is_page = container.tag == "div"
        blocks: list[Element] = []
        items: list[_Item] = []
        for element in list(container):
            if element.tag != "p" or element.get(_INDEX) is None:
                items = []
                blocks.append(element)
                continue
            paragraph = self._paragraph(element)
            cut_start(element, paragraph.strip)
            tidy_lines(element)
            if paragraph.numbered is not None and paragraph.numbered.label and paragraph.kind is not Kind.NOTHING:
                element.text = f"{paragraph.numbered.label} {element.text or ''}"
            if paragraph.kind is Kind.ITEM:
                _add_item(blocks, items, element, paragraph)
            elif paragraph.kind is Kind.TEXT and (item := _continued_item(items, paragraph)) is not None:
                _continue_item(item, element)
            elif (made := self._block(element, paragraph, blocks, is_page)) is not None:
                items = []
                blocks.append(made)
        return blocks

    def _block(self, element: Element, paragraph: Paragraph, blocks: list[Element], is_page: bool) -> Element | None:
        """The block that a paragraph becomes; None if it is part of another one, or of the front matter."""
        has_content = bool(text_of(element)) or element.find(".//img") is not None
        if paragraph.kind is Kind.RULE:
            return etree.Element("hr")
        if not has_content:
            return None
        if paragraph.kind is Kind.TITLE and is_page and not self.title:
            self.title = _text_without_notes(element)
            return _only_pictures(element)
        if paragraph.kind is Kind.SUBTITLE and is_page and not self.subtitle:
            self.subtitle = _text_without_notes(element)
            return _only_pictures(element)
        if paragraph.kind in {Kind.HEADING, Kind.TITLE}:
            return _heading(element, max(1, paragraph.level)) if is_page else _strong(element)
        if paragraph.kind is Kind.CAPTION:
            return _caption(element, blocks)
        if paragraph.kind is Kind.QUOTE:
            return _quote(element, blocks)
        return element


def _show_picture(anchor: Element, picture: PlacedPicture) -> None:
    image = etree.Element("img", src=picture.src)
    if picture.is_decorative:
        image.set("role", "presentation")
    image.set("alt", picture.alt)
    image.tail, anchor.tail = anchor.tail, None
    parent = anchor.getparent()
    if parent is None:
        return
    if picture.link.startswith(("http:", "https:")) and next(anchor.iterancestors("a"), None) is None:
        link = etree.Element("a", href=picture.link)
        link.tail, image.tail = image.tail, None
        link.append(image)
        image = link
    parent.replace(anchor, image)


def _text_without_notes(element: Element) -> str:
    for number in [number for number in element.iter("sup") if number.find("a[@id]") is not None]:
        remove_empty(number)
    return text_of(element)


def _continued_item(items: list[_Item], paragraph: Paragraph) -> Element | None:
    """The innermost open item that a paragraph is a part of, by its place; items in it are closed then."""
    reaching = [number for number, (item, _) in enumerate(items, 1) if item.indent <= paragraph.indent + _NEAR]
    if paragraph.indent <= 0 or not reaching:
        return None
    del items[reaching[-1] :]
    return items[-1][1]


def _add_item(blocks: list[Element], items: list[_Item], element: Element, paragraph: Paragraph) -> None:
    """Add an item to the list that is open at its level; ``items`` has the open item of each level."""
    tag = "ul" if paragraph.number is None else "ol"
    while items and items[-1][0].level > paragraph.level:
        items.pop()
    listing: Element | None = None
    if items and items[-1][0].level == paragraph.level:
        listing = items.pop()[1].getparent()
    if listing is None or listing.tag != tag or not _follows(listing, paragraph.number):
        listing = etree.Element(tag)
        if paragraph.number not in {None, 1}:
            listing.set("start", str(paragraph.number))
        (items[-1][1].append if items else blocks.append)(listing)
    item = etree.SubElement(listing, "li")
    move_content(element, item)
    items.append((paragraph, item))


def _follows(listing: Element, number: int | None) -> bool:
    return number is None or number == int(listing.get("start", "1")) + len(listing)


def _continue_item(item: Element, element: Element) -> None:
    if item.find("p") is None:
        first = etree.Element("p")
        inline = [part for part in item if part.tag not in {"ul", "ol"}]
        first.text, item.text = item.text, None
        first.extend(inline)
        item.insert(0, first)
    item.append(element)


def _only_pictures(element: Element) -> Element | None:
    images = list(element.iter("img"))
    if not images:
        return None
    element[:] = images
    element.text = None
    for image in images:
        image.tail = None
    return element


def _heading(element: Element, level: int) -> Element:
    for emphasis in list(element.iter("strong")):
        unwrap(emphasis)
    for line in list(element.iter(*LINES)):
        line.tail = f" {line.tail or ''}"
        unwrap(line)
    element.tag = f"h{min(level, 6)}"
    return element


def _strong(element: Element) -> Element:
    for emphasis in list(element.iter("strong")):
        unwrap(emphasis)
    strong = etree.Element("strong")
    move_content(element, strong)
    element.append(strong)
    return element


def _caption(element: Element, blocks: list[Element]) -> Element | None:
    """Put a caption to the picture before it; else it is a paragraph of its own."""
    before = blocks[-1] if blocks else None
    if before is None or before.tag != "p" or before.find(".//img") is None or text_of(before):
        element.set("class", "caption")
        return element
    before.tag = "figure"
    caption = etree.SubElement(before, "figcaption")
    move_content(element, caption)
    return None


def _quote(element: Element, blocks: list[Element]) -> Element | None:
    if blocks and blocks[-1].tag == "blockquote":
        blocks[-1].append(element)
        return None
    quote = etree.Element("blockquote")
    quote.append(element)
    return quote
