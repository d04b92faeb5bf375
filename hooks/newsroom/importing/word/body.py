"""Builds the body from mammoth's HTML: headings, lists, quotes and figures from what each paragraph is."""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from newsroom.importing.tree import element_text
from newsroom.importing.word.convert import PARAGRAPH_MARK, PICTURE_MARK
from newsroom.importing.word.links import LINK_MARK
from newsroom.importing.word.paragraphs import Role, WordParagraph
from newsroom.importing.word.pictures import PlacedPicture
from newsroom.markup.tree import HEADINGS, make_element, replace_element

_INDEX = "data-paragraph"
_NEAR = 120
"""How much further left than an item of a list a paragraph that continues it may begin, in twentieths of a point."""

_Item = tuple[WordParagraph, HtmlElement]
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

    paragraphs: Sequence[WordParagraph]
    pictures: Sequence[PlacedPicture]
    addresses: Sequence[str]
    title: str | None = None
    subtitle: str | None = None

    def build(self, root: HtmlElement) -> None:
        """Give all elements of mammoth's HTML the tags that they have on a page. ``root`` is changed."""
        self._resolve_marks(root)
        containers = [root, *root.iter("td", "th", "li")]
        for container in containers:
            container[:] = self._blocks(container)
        self._resolve_links(root)

    def _resolve_marks(self, root: HtmlElement) -> None:
        for anchor in list(root.iter("a")):
            name = anchor.get("id", "")
            if name.startswith(PARAGRAPH_MARK):
                paragraph = anchor.getparent()
                if paragraph is not None:
                    paragraph.set(_INDEX, name.removeprefix(PARAGRAPH_MARK))
                anchor.drop_tree()
            elif name.startswith(PICTURE_MARK):
                _show_picture(anchor, self.pictures[int(name.removeprefix(PICTURE_MARK))])

    def _resolve_links(self, root: HtmlElement) -> None:
        """Give links their addresses. Headings get the ids that links within the document lead to."""
        wanted = {address[1:] for address in self.addresses if address.startswith("#")}
        for heading in root.iter(*HEADINGS):
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

    def _paragraph(self, element: HtmlElement) -> WordParagraph:
        index = element.get(_INDEX)
        return WordParagraph(Role.TEXT, "") if index is None else self.paragraphs[int(index)]

    def _blocks(self, container: HtmlElement) -> list[HtmlElement]:
        is_page = container.tag == "div"
        blocks: list[HtmlElement] = []
        items: list[_Item] = []
        for element in list(container):
            if element.tag != "p" or element.get(_INDEX) is None:
                items = []
                blocks.append(element)
                continue
            paragraph = self._paragraph(element)
            _cut_start(element, paragraph.strip)
            _tidy_lines(element)
            if paragraph.numbered is not None and paragraph.numbered.label and paragraph.role is not Role.NOTHING:
                element.text = f"{paragraph.numbered.label} {element.text or ''}"
            if paragraph.role is Role.ITEM:
                _add_item(blocks, items, element, paragraph)
            elif paragraph.role is Role.TEXT and (item := _continued_item(items, paragraph)) is not None:
                _continue_item(item, element)
            elif (made := self._block(element, paragraph, blocks, is_page)) is not None:
                items = []
                blocks.append(made)
        return blocks

    def _block(
        self, element: HtmlElement, paragraph: WordParagraph, blocks: list[HtmlElement], is_page: bool
    ) -> HtmlElement | None:
        """The block that a paragraph becomes; None if it is part of another one, or of the front matter."""
        has_content = bool(element_text(element)) or element.find(".//img") is not None
        if paragraph.role is Role.RULE:
            return make_element("hr")
        if not has_content:
            return None
        if paragraph.role is Role.TITLE and is_page and not self.title:
            self.title = _text_without_notes(element)
            return _only_pictures(element)
        if paragraph.role is Role.SUBTITLE and is_page and not self.subtitle:
            self.subtitle = _text_without_notes(element)
            return _only_pictures(element)
        if paragraph.role in {Role.HEADING, Role.TITLE}:
            return _heading(element, max(1, paragraph.level)) if is_page else _strong(element)
        if paragraph.role is Role.CAPTION:
            return _caption(element, blocks)
        if paragraph.role is Role.QUOTE:
            return _quote(element, blocks)
        return element


def _show_picture(anchor: HtmlElement, picture: PlacedPicture) -> None:
    image = make_element("img", src=picture.src)
    if picture.is_decorative:
        image.set("role", "presentation")
    image.set("alt", picture.alt)
    if picture.link.startswith(("http:", "https:")) and next(anchor.iterancestors("a"), None) is None:
        link = make_element("a", href=picture.link)
        link.append(image)
        image = link
    replace_element(anchor, image)


def _text_without_notes(element: HtmlElement) -> str:
    for number in [number for number in element.iter("sup") if number.find("a[@id]") is not None]:
        number.drop_tree()
    return element_text(element)


def _continued_item(items: list[_Item], paragraph: WordParagraph) -> HtmlElement | None:
    """The innermost open item that a paragraph is a part of, by its place; items in it are closed then."""
    reaching = [number for number, (item, _) in enumerate(items, 1) if item.indent <= paragraph.indent + _NEAR]
    if paragraph.indent <= 0 or not reaching:
        return None
    del items[reaching[-1] :]
    return items[-1][1]


def _add_item(blocks: list[HtmlElement], items: list[_Item], element: HtmlElement, paragraph: WordParagraph) -> None:
    """Add an item to the list that is open at its level; ``items`` has the open item of each level."""
    tag = "ul" if paragraph.number is None else "ol"
    while items and items[-1][0].level > paragraph.level:
        items.pop()
    listing: HtmlElement | None = None
    if items and items[-1][0].level == paragraph.level:
        listing = items.pop()[1].getparent()
    if listing is None or listing.tag != tag or not _follows(listing, paragraph.number):
        listing = make_element(tag)
        if paragraph.number not in {None, 1}:
            listing.set("start", str(paragraph.number))
        (items[-1][1].append if items else blocks.append)(listing)
    item = make_element("li")
    listing.append(item)
    _move_content(element, item)
    items.append((paragraph, item))


def _follows(listing: HtmlElement, number: int | None) -> bool:
    return number is None or number == int(listing.get("start", "1")) + len(listing)


def _continue_item(item: HtmlElement, element: HtmlElement) -> None:
    if item.find("p") is None:
        first = make_element("p")
        inline = [part for part in item if part.tag not in {"ul", "ol"}]
        first.text, item.text = item.text, None
        first.extend(inline)
        item.insert(0, first)
    item.append(element)


def _only_pictures(element: HtmlElement) -> HtmlElement | None:
    images = list(element.iter("img"))
    if not images:
        return None
    element[:] = images
    element.text = None
    for image in images:
        image.tail = None
    return element


def _heading(element: HtmlElement, level: int) -> HtmlElement:
    _drop_bold(element)
    for line in list(element.iter("br")):
        line.tail = f" {line.tail or ''}"
        line.drop_tag()
    element.tag = f"h{min(level, 6)}"
    return element


def _strong(element: HtmlElement) -> HtmlElement:
    _drop_bold(element)
    strong = make_element("strong")
    _move_content(element, strong)
    element.append(strong)
    return element


def _caption(element: HtmlElement, blocks: list[HtmlElement]) -> HtmlElement | None:
    """Put a caption to the picture before it; else it is a paragraph of its own."""
    before = blocks[-1] if blocks else None
    if before is None or before.tag != "p" or before.find(".//img") is None or element_text(before):
        element.set("class", "caption")
        return element
    before.tag = "figure"
    caption = make_element("figcaption")
    before.append(caption)
    _move_content(element, caption)
    return None


def _quote(element: HtmlElement, blocks: list[HtmlElement]) -> HtmlElement | None:
    if blocks and blocks[-1].tag == "blockquote":
        blocks[-1].append(element)
        return None
    quote = make_element("blockquote")
    quote.append(element)
    return quote


def _move_content(source: HtmlElement, target: HtmlElement) -> None:
    """Move all content of one element to the end of another, empty one."""
    target.text, source.text = source.text, None
    target.extend(list(source))


def _drop_bold(element: HtmlElement) -> None:
    for strong in list(element.iter("strong")):
        strong.drop_tag()


def _tidy_lines(paragraph: HtmlElement) -> None:
    """Remove breaks and space at the start and end of a paragraph, and emphasis without words."""
    for emphasis in list(paragraph.iter("strong", "em", "del", "sup", "sub", "a")):
        if not element_text(emphasis) and emphasis.find(".//img") is None and not emphasis.get("id"):
            emphasis.drop_tag()
    while len(paragraph) and paragraph[0].tag == "br" and not (paragraph.text or "").strip():
        paragraph[0].drop_tree()
    while len(paragraph) and paragraph[-1].tag == "br" and not (paragraph[-1].tail or "").strip():
        paragraph[-1].drop_tree()
    paragraph.text = (paragraph.text or "").lstrip() or None
    if len(paragraph):
        paragraph[-1].tail = (paragraph[-1].tail or "").rstrip() or None
    elif paragraph.text:
        paragraph.text = paragraph.text.rstrip()


def _cut_start(element: HtmlElement, count: int) -> None:
    """Remove so many characters from the start of an element's text."""
    for part in element.iter():
        for attribute in ("text", "tail"):
            if count <= 0:
                return
            if attribute == "tail" and part is element:
                continue
            text = getattr(part, attribute) or ""
            setattr(part, attribute, text[count:] or None)
            count -= len(text)
