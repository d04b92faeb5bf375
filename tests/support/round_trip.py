"""Compares HTML with what the site makes of the Markdown that it is converted to.

Both are brought into one form, the blocks in order: what is around each, its words with line breaks, its bold and
slanted words, its links and its pictures. HTML is parsed as browsers do. These changes
of the conversion are on purpose, and a rule here:

- Alignment, colours, underlines, sizes, ids, classes and languages are not kept.
- Empty paragraphs and items are left out. Several blanks are one, and no-break spaces are blanks.
- Characters and elements that nobody sees, and forms, are left out.
- The highest heading is a second-level one, and none skips a level.
- Headings are not bold. One in a list, table or quotation is a bold paragraph.
- A line break in a heading is a blank.
- Punctuation is not bold or slanted.
- A picture is a block of its own, and so are the words below it, which are plain.
- What a cell says of several rows, or a header's cell of several columns, is repeated.
- A table that only places its content is not a table.
- An address that is not a link becomes one.
- A video or an embedded page is a link.
- A rule in a list is left out.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element, tostring

from newsroom.importing.html import html_to_markdown
from newsroom.importing.html.elements import BLOCKS
from newsroom.importing.html.tables import is_layout, read_grid
from newsroom.markup.watch_address import watch_address
from tests.support.html import parse
from tests.support.markup import html_of, render
from tests.support.text_lines import BREAK, Character, divide, line_of, not_bold, plain_address, with_levels

_BLOCKS = BLOCKS | {"caption", "tbody", "td", "tfoot", "th", "thead", "tr"}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NOT_TEXT = frozenset(
    {"button", "form", "noscript", "script", "select", "style", "svg", "template", "textarea", "title"}
)
_MARKS = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "slanted"),
    **dict.fromkeys(("s", "strike", "del"), "struck"),
    **dict.fromkeys(("code", "tt", "samp"), "code"),
    **{tag: tag for tag in ("sup", "sub", "mark", "ins", "kbd")},
}
_HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden|mso-hide:\s*all")
_INVISIBLE = dict.fromkeys((0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F)))


@dataclass
class _Reader:
    """Reads elements in order. The path names what is around the next block."""

    lines: list[str] = field(default_factory=list)
    block: list[Character] = field(default_factory=list)
    path: tuple[str, ...] = ()
    style: Character = field(default_factory=lambda: Character(""))
    counts: dict[str, int] = field(default_factory=dict)
    is_cell: bool = False

    def number(self, kind: str) -> int:
        """A number that no other element of the kind has."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return self.counts[kind]

    def content(self, element: Element) -> None:
        self.text(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self.element(child)
            self.text(child.tail)

    def text(self, text: str | None) -> None:
        words = unicodedata.normalize("NFC", (text or "").translate(_INVISIBLE))
        self.block += [replace(self.style, text=character) for character in words]

    def inside(self, element: Element, *path: str) -> None:
        """Read an element's content as blocks of their own."""
        self.end()
        self.path += path
        self.content(element)
        self.end()
        self.path = self.path[: len(self.path) - len(path)]

    def end(self) -> None:
        """End the block."""
        characters, self.block = self.block, []
        for part in divide(characters, is_cell=self.is_cell):
            if text := line_of(part):
                self.lines.append(" ".join((*self.path, text)))

    def element(self, element: Element) -> None:
        tag = str(element.tag).rpartition("}")[2]
        if tag in _NOT_TEXT or _is_hidden(element):
            return
        before = self.style
        self.style = _styled(before, tag, element)
        if "wp-block-file__button" in (element.get("class") or ""):
            self.text(" ")  # a style sheet has the gap
        if tag == "a" and (address := (element.get("href") or "").strip()):
            self.style = replace(self.style, link=(self.number("a"), plain_address(address)))
        self.tagged(tag, element)
        self.style = before

    def tagged(self, tag: str, element: Element) -> None:
        if tag in _BLOCKS and tag not in _READERS:
            self.inside(element, *(name for name in (_NAMES.get(tag),) if name))
        else:
            _READERS.get(tag, _Reader.other)(self, tag, element)

    def other(self, _tag: str, element: Element) -> None:
        self.content(element)

    def caption(self, _tag: str, element: Element) -> None:
        self.end()
        self.content(element)
        if "table" not in self.counts and all(each.link is None for each in self.block):
            self.block = [replace(each, marks=frozenset()) for each in self.block]
        self.end()

    def quoted(self, _tag: str, element: Element) -> None:
        self.text("“")
        self.content(element)
        self.text("”")

    def heading(self, tag: str, element: Element) -> None:
        is_divided = any(not part.startswith("h") for part in self.path)
        if is_divided:
            self.style = replace(self.style, marks=self.style.marks | {"bold"})
        self.inside(element, *(() if is_divided else (tag,)))

    def void(self, tag: str, element: Element) -> None:
        if tag == "br":
            self.block.append(replace(self.style, text=BREAK))
        elif tag == "hr":
            self.end()
            if not any(part.startswith("item") for part in self.path):
                self.lines.append(" ".join((*self.path, "---")))
        elif element.get("aria-hidden") != "true":
            self.end()
            link = f" -> {self.style.link[1]}" if self.style.link else ""
            alt = " ".join((element.get("alt") or "").translate(_INVISIBLE).split())
            self.lines.append(" ".join((*self.path, f"![{alt}]({plain_address(element.get('src') or '')}){link}")))
            if (title := element.get("title")) and title != alt:
                self.text(title)
                self.end()

    def embed(self, _tag: str, element: Element) -> None:
        address = element.get("src") or ""
        link = (self.number("a"), plain_address(watch_address(address) or address))
        self.end()
        self.style = replace(self.style, link=self.style.link or link)
        self.text(element.get("title"))
        self.end()

    def list(self, tag: str, element: Element) -> None:
        self.end()
        if not _shows_something(element):
            return
        self.path += (f"{'ol' if tag == 'ol' else 'ul'}{self.number('list')}",)
        number = int(element.get("start") or 1) - 1
        for child in element:
            if child.tag == "li" and (_shows_something(child)):
                number += 1
                self.inside(child, f"item{number if tag == 'ol' else ''}")
            elif isinstance(child.tag, str) and child.tag != "li":
                self.inside_item(child)
        self.path = self.path[:-1]

    def inside_item(self, child: Element) -> None:
        """Read a list that is directly in a list: it belongs to the item above it."""
        self.path += (f"item{'' if self.path[-1].startswith('u') else '?'}",)
        self.element(child)
        self.end()
        self.path = self.path[:-1]

    def table(self, _tag: str, table: Element) -> None:
        if is_layout(table):
            self.inside(table)
            return
        self.end()
        for caption in table.findall("caption"):
            self.inside(caption)
        number = self.number("table") if any(map(_shows_something, (*table.iter("td"), *table.iter("th")))) else 0
        is_first = True
        for row in read_grid(table).rows if number else ():
            cells = []
            for cell in row:
                inner = _Reader(style=self.style, is_cell=True)
                if cell is not None:
                    inner.path = ("td",)
                    inner.content(cell)
                    inner.end()
                words = BREAK.join(line.removeprefix("td ") for line in inner.lines)
                cells.append(not_bold(words) if is_first else words)
            if any(cells):
                is_first = False
                self.lines.append(" ".join((*self.path, f"table{number}", " | ".join(cells))))

    def lines_of_code(self, _tag: str, element: Element) -> None:
        text = "".join(_code(element)).translate(_INVISIBLE).strip("\n").rstrip()
        if "wp-block-verse" in (element.get("class") or ""):
            verse = parse(tostring(element, encoding="unicode").replace("\n", "<br>")).find(".//pre")
            assert verse is not None
            self.end()
            self.content(verse)
            self.end()
        elif text:
            self.end()
            self.lines.append(" ".join((*self.path, f"code {text!r}")))


_NAMES = {"blockquote": ">", "dt": "dt", "dd": "dd", "summary": "summary"}
_READERS: dict[str, Callable[[_Reader, str, Element], None]] = {
    **dict.fromkeys(_HEADINGS, _Reader.heading),
    **dict.fromkeys(("ul", "ol", "menu"), _Reader.list),
    **dict.fromkeys(("br", "hr", "img"), _Reader.void),
    "figcaption": _Reader.caption,
    "iframe": _Reader.embed,
    "pre": _Reader.lines_of_code,
    "q": _Reader.quoted,
    "table": _Reader.table,
}


def normal_form(html: str) -> list[str]:
    """The blocks of HTML, each as a line."""
    body = parse(html).find("body")
    assert body is not None
    reader = _Reader()
    reader.content(body)
    reader.end()
    return list(with_levels(reader.lines))


def round_trip(html: str) -> tuple[list[str], list[str]]:
    """The blocks of HTML, and those of the page that the site makes of the Markdown for it."""
    markdown = html_to_markdown(html).markdown
    return normal_form(html), normal_form(html_of(render(markdown)))


def _code(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield from ("\n",) if child.tag == "br" else _code(child)
        yield child.tail or ""


def _shows_something(element: Element) -> bool:
    reader = _Reader(path=("item",))
    reader.content(element)
    reader.end()
    return bool(reader.lines)


def _is_hidden(element: Element) -> bool:
    is_field = element.tag == "input" and element.get("type") != "checkbox"
    return is_field or "hidden" in element.attrib or _HIDDEN.search(element.get("style") or "") is not None


def _styled(style: Character, tag: str, element: Element) -> Character:
    css = element.get("style") or ""
    marks = set(style.marks) | ({_MARKS[tag]} if tag in _MARKS else set())
    for mark, is_set, is_unset in (
        ("bold", r"font-weight:\s*(?:bold|[6-9]00)", r"font-weight:\s*(?:normal|[1-5]00)"),
        ("slanted", r"font-style:\s*italic", r"font-style:\s*normal"),
        ("struck", r"text-decoration[a-z-]*:[^;]*line-through", r"(?!)"),
        ("sup", r"vertical-align:\s*super", r"(?!)"),
        ("sub", r"vertical-align:\s*sub\b", r"(?!)"),
    ):
        marks |= {mark} if re.search(is_set, css) else set()
        marks -= {mark} if re.search(is_unset, css) else set()
    return replace(style, marks=frozenset(marks))
