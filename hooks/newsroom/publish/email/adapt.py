"""What inboxes cannot show becomes what they can: the elements of a section, changed in their tree.

The same tree gives the HTML and the plain text, so that both say the same.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import cast

from lxml import html as lxml_html
from lxml.html import HtmlElement

from newsroom.problems import Problem, Severity
from newsroom.publish.email.addresses import absolute, host_of
from newsroom.publish.email.pictures import CONTENT_WIDTH, EmailPicture
from newsroom.publish.email.tables import MAX_COLUMNS, columns_of, stack
from newsroom.publish.email.video import watch_address
from newsroom.words import Words

_ADDRESSES = ("href", "src", "poster")
_MEDIA = ("iframe", "video", "audio")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_DIRECTED = ("p", "li", "dt", "dd", "th", "td", "blockquote", "figcaption", "caption", *_HEADINGS)
_INDENTS: Mapping[str, int] = MappingProxyType({"ul": 24, "ol": 24, "dd": 24, "blockquote": 20})
_CELL_PADDING = 22
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOTE_REFERENCE, _BACK_REFERENCE = "footnote-ref", "footnote-backref"


class Adapter:
    """Adapts the sections of one page's HTML.

    ``page_url`` is the page's absolute address; ``pictures`` maps the absolute address of each picture on the site
    to its form for email, None where it has none.
    """

    def __init__(self, page_url: str, words: Words, pictures: Mapping[str, EmailPicture | None]) -> None:
        self._page_url = page_url
        self._words = words
        self._pictures = pictures

    def adapt(self, content: HtmlElement, path: str, line: int | None) -> list[Problem]:
        """Change a section's content in place. Gives what readers of the email miss, as warnings on its line."""
        missed = [*self._addresses(content), *self._media(content), *self._images(content)]
        missed += [*_links(content), *_tables(content)]
        present = {element.tag for element in content.iter()}
        for tags, change in _CHANGES:
            if not present.isdisjoint(tags):
                change(content)
        _directions(content)
        return [Problem(path, line, what, mend, Severity.WARNING) for what, mend in missed]

    def _addresses(self, content: HtmlElement) -> Iterator[tuple[str, str]]:
        for element in content.iter(*("a", "img", *_MEDIA, "source")):
            for name in _ADDRESSES:
                written = element.get(name)
                if written is None:
                    continue
                whole = absolute(self._page_url, written)
                if whole is None:
                    del element.attrib[name]
                    yield f"'{written}' is no address", "correct it"
                else:
                    element.set(name, whole)

    def _media(self, content: HtmlElement) -> Iterator[tuple[str, str]]:
        for element in _all(content, *_MEDIA):
            title = element.get("title") or ""
            source = element.find(".//source")
            address = element.get("src") or (source.get("src") if source is not None else None)
            if not address:
                yield f"the <{element.tag}> has no address to lead to, and is left out of the email", "write its src"
                element.drop_tree()
                continue
            watch = watch_address(address) if element.tag == "iframe" else address
            if not title:
                what = f"the <{element.tag}> of {host_of(address)} has no title, which its link in the email needs"
                yield what, 'write title="what it is" in it'
            link = lxml_html.Element("a", href=watch or address)
            link.text = self._words_for(str(element.tag), title, is_known=watch is not None)
            if watch and element.tag != "audio":
                link.set("class", "video")
            _replace(element, link if _is_among_words(element) else _paragraph(link))

    def _words_for(self, tag: str, title: str, *, is_known: bool) -> str:
        """What the link to a recording says; a frame that is no known video player's may show anything."""
        if tag == "audio":
            return self._words("email.listen", title=title) if title else self._words("email.listen_untitled")
        if is_known:
            return self._words("email.watch", title=title) if title else self._words("email.watch_untitled")
        return title or self._words("email.open_untitled")

    def _images(self, content: HtmlElement) -> Iterator[tuple[str, str]]:
        for image in _all(content, "img"):
            address, alt = image.get("src") or "", image.get("alt")
            picture = self._pictures.get(address)
            if picture:
                width, height = picture.shown(_available_width(image, content), image.get("width"))
                kept = {"src": picture.url, "width": str(width), "height": str(height), "alt": alt or ""}
                image.attrib.clear()
                image.attrib.update(kept)
                if alt is None:
                    yield "a picture has no words for those who cannot see it", 'write them: alt="what it shows"'
                continue
            if address and address not in self._pictures:
                what = f"the picture {address} stands on another site: the email has a link in its place"
                yield what, "save the picture beside this file and write its name"
            self._replace_by_words(image, address, alt or "")

    def _replace_by_words(self, image: HtmlElement, address: str, alt: str) -> None:
        """A picture that cannot be shown: a link to it in its own words, or the words alone inside a link."""
        in_link = any(parent.tag == "a" for parent in image.iterancestors())
        words = lxml_html.Element("span" if in_link or not address else "a")
        words.text = alt or ("" if in_link else self._words("email.picture"))
        if words.tag == "a":
            words.set("href", address)
        _replace(image, words)


def _links(content: HtmlElement) -> Iterator[tuple[str, str]]:
    """Links that lead somewhere and say where; a link without an address is its words alone."""
    for link in _all(content, "a"):
        if not link.get("href"):
            words = " ".join(link.text_content().split())
            if words:
                yield f"the link '{words}' leads nowhere in email", "write an address that begins with https://"
            link.drop_tag()


def _tables(content: HtmlElement) -> Iterator[tuple[str, str]]:
    for table in _all(content, "table"):
        columns = columns_of(table)
        if columns > MAX_COLUMNS:
            what = f"a table of {columns} columns is too wide for a phone: the email has each row as a list"
            yield what, f"give it at most {MAX_COLUMNS} columns"
            stack(table)
        elif table.find(".//th") is None:
            table.set("role", "presentation")


def _details(content: HtmlElement) -> None:
    """Email cannot unfold anything: it stands open, its summary above it."""
    for summary in _all(content, "summary"):
        summary.tag = "p"
        _make_strong(summary)
    for details in _all(content, "details"):
        details.tag = "div"


def _admonitions(content: HtmlElement) -> None:
    """A note is a table of one cell: Outlook gives space around words to cells alone."""
    for note in _all(content, "div"):
        if note.get("class") == "admonition":
            _note_table(note)
    for title in _all(content, "p"):
        if title.get("class") == "admonition-title":
            del title.attrib["class"]
            _make_strong(title)


def _note_table(note: HtmlElement) -> None:
    table = lxml_html.Element("table", role="presentation", width="100%", cellpadding="0", cellspacing="0", border="0")
    row = lxml_html.Element("tr")
    cell = lxml_html.Element("td", attrib={"class": "note"})
    cell.text = note.text
    cell.extend(list(note))
    table.append(row)
    row.append(cell)
    _replace(note, table)


def _footnotes(content: HtmlElement) -> None:
    """Notes are numbered, not linked: a link to a note would leave the email for the page."""
    for link in _all(content, "a"):
        kind = link.get("class")
        if kind == _NOTE_REFERENCE:
            _number_note(link)
        elif kind == _BACK_REFERENCE:
            _trim_before(link)
            link.drop_tree()


def _number_note(link: HtmlElement) -> None:
    """The number in characters that are raised by themselves, in plain text and where a style is stripped too."""
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


def _levels(content: HtmlElement) -> None:
    """The title is the one first-level heading, and no level is left out, whatever raw HTML says."""
    previous = 2
    for heading in _all(content, *_HEADINGS):
        level = min(max(int(str(heading.tag)[1]), 2), previous + 1)
        heading.tag = f"h{level}"
        heading.attrib.pop("id", None)
        previous = level


def _directions(content: HtmlElement) -> None:
    """A block that begins in Hebrew or Arabic runs from right to left, also where its author did not say so."""
    if not _RIGHT_TO_LEFT.search(content.text_content()):
        return
    for block in _all(content, *_DIRECTED):
        if not block.get("dir") and _first_direction(block.text_content()) == "rtl":
            block.set("dir", "rtl")


def _first_direction(text: str) -> str | None:
    """The direction of the first character that has one (Unicode bidirectional algorithm, rule P2)."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return None


def _available_width(element: HtmlElement, content: HtmlElement) -> int:
    """How wide a picture may be where it stands, in pixels."""
    width = CONTENT_WIDTH
    for parent in element.iterancestors():
        if parent is content:
            break
        tag = str(parent.tag)
        width -= _INDENTS.get(tag, 0)
        if tag == "div" and parent.get("class") == "admonition":
            width -= 2 * _CELL_PADDING
        if tag == "tr":
            width = width // max(len(parent), 1) - _CELL_PADDING
    return max(width, 1)


_CHANGES = (
    (("details", "summary"), _details),
    (("div",), _admonitions),
    (("sup", "ol"), _footnotes),
    (_HEADINGS, _levels),
)
"""What changes elements of some names; most sections have few of them."""


def _is_among_words(element: HtmlElement) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag in ("p", "a", "span", "em", "strong", "li", *_HEADINGS)


def _paragraph(element: HtmlElement) -> HtmlElement:
    paragraph = lxml_html.Element("p")
    paragraph.append(element)
    return paragraph


def _make_strong(element: HtmlElement) -> None:
    strong = lxml_html.Element("strong")
    strong.text, element.text = element.text, None
    strong.extend(list(element))
    element.append(strong)


def _replace(old: HtmlElement, new: HtmlElement) -> None:
    new.tail = old.tail
    parent = old.getparent()
    if parent is not None:
        parent.replace(old, new)


def _all(content: HtmlElement, *tags: str) -> list[HtmlElement]:
    """The elements of some names, listed before any of them is changed."""
    return list(content.iter(*tags))
