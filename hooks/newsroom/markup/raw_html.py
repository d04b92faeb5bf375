"""Parses raw HTML in Markdown as a browser does: its tags with their lines, and its faults.

html5lib parses as https://html.spec.whatwg.org/#parsing says, and knows the position of each tag. It is slow, so it
parses only texts with raw HTML, which most texts do not have.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from xml.etree.ElementTree import Element, tostring

import html5lib
from html5lib._tokenizer import HTMLTokenizer
from html5lib.html5parser import impliedTagToken

from newsroom.content.outline import HtmlFault, RawTag
from newsroom.markup import policy
from newsroom.markup.alignment import CENTERED, alignment
from newsroom.markup.nesting import Nesting, boxed_sections

_MAX_DEPTH = 100
"""The maximum depth of elements. html5lib takes quadratic time in the depth."""
_MAX_ATTRIBUTES = 100
"""The maximum number of attributes of a tag. html5lib compares each with all before it."""


@dataclass(frozen=True)
class HtmlPart:
    """A part of a text's HTML. ``line`` is the line of raw HTML, None for HTML that Markdown made."""

    html: str
    line: int | None = None


@dataclass(frozen=True)
class ParsedHtml:
    """A text's balanced HTML, without hidden elements, and with placeholders for embeds.

    ``tags`` are the start tags that its author wrote, except those inside removed elements. ``boxed`` are the ids of
    second-level headings that are inside another element.
    """

    html: str
    tags: tuple[RawTag, ...]
    faults: tuple[HtmlFault, ...]
    boxed: frozenset[str]


class TooDeepError(Exception):
    """Elements are nested too deeply, or a tag has too many attributes, so the HTML is not parsed."""


def read_raw_html(parts: Sequence[HtmlPart]) -> ParsedHtml:
    """Parse a text's HTML as a browser does. Raises TooDeepError."""
    parser = _Parser(parts)
    root = parser.parseFragment("".join(part.html for part in parts))
    _apply_policy(root)
    faults = parser.nesting.faults((parser.line_at(place), code, data) for place, code, data in parser.errors)
    return ParsedHtml(_serialise(root), tuple(parser.tags), faults, boxed_sections(root))


class _Tokenizer(HTMLTokenizer):  # type: ignore[misc]
    """Passes each tag to the parser before the tree changes, and limits the number of attributes."""

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for token in super().__iter__():
            self.parser.record(token)
            if token["type"] != _START or token["name"] != "isindex":  # html5lib puts words of its own in its place
                yield token

    def attributeNameState(self) -> bool:  # noqa: N802
        """Called at each letter or run of letters of an attribute's name."""
        if len(self.currentToken["data"]) > _MAX_ATTRIBUTES:
            raise TooDeepError
        return bool(super().attributeNameState())


_HTML5LIB_BUILDER: Any = html5lib.getTreeBuilder("etree")


class _Node(_HTML5LIB_BUILDER.elementClass):  # type: ignore[misc]
    """Keeps what HTML puts before a table because it may not be in it.

    html5lib loses it from a fragment: its ``insertBefore`` leaves out ``childNodes``.
    """

    def insertBefore(self, node: Any, refNode: Any) -> None:  # noqa: ANN401, N802, N803
        super().insertBefore(node, refNode)
        self.childNodes.insert(self.childNodes.index(refNode), node)


class _TreeBuilder(_HTML5LIB_BUILDER):  # type: ignore[misc]
    elementClass = _Node  # noqa: N815


_HTML5LIB_IN_TABLE: Any = type(html5lib.HTMLParser().phases["inTable"])


class _InTable(_HTML5LIB_IN_TABLE):  # type: ignore[misc]
    """Lets the start tag of a table end the table that is open and begin one, as browsers do.

    html5lib ends the open one only, if it parses a fragment. Its condition is for a fragment of a table, as
    https://html.spec.whatwg.org/#parsing-main-intable says.
    """

    __slots__ = ()

    def processStartTag(self, token: dict[str, Any]) -> Any:  # noqa: ANN401, N802
        if token["name"] != "table":
            return super().processStartTag(token)
        names = {"startName": "table", "endName": "table"}
        self.parser.parseError("unexpected-start-tag-implies-end-tag", names)
        self.parser.phase.processEndTag(impliedTagToken("table"))
        return token


class _Parser(html5lib.HTMLParser):  # type: ignore[misc]
    """Collects the tags of a text with their lines."""

    def __init__(self, parts: Sequence[HtmlPart]) -> None:
        super().__init__(_TreeBuilder, namespaceHTMLElements=False)
        self.phases["inTable"] = _InTable(self, self.tree)
        self.tags: list[RawTag] = []
        self.nesting = Nesting()
        self._parts = parts
        self._part_positions = list(_part_positions(parts))
        self._end = (1, 0)
        self._link: int | None = None
        self._words: list[str] = []

    def mainLoop(self) -> None:  # noqa: N802
        """Replace the tokenizer's class, for which html5lib has no option."""
        self.tokenizer.__class__ = _Tokenizer
        super().mainLoop()

    def record(self, token: dict[str, Any]) -> None:
        """Record a token. The tokenizer calls this in the order of the text."""
        start, self._end = self._end, self.tokenizer.stream.position()
        if token["type"] == _END:
            self.nesting.add_end_tag(token["name"], self._line(start))
            if token["name"] == "a":
                self._end_link()
        elif token["type"] == _START:
            self._record_start_tag(token, self._line(start))
        elif token["type"] in _TEXTS and self._link is not None:
            self._words.append(token["data"])

    def _end_link(self) -> None:
        """Give the link that is open its words."""
        if self._link is not None:
            words = " ".join("".join(self._words).split())
            self.tags[self._link] = replace(self.tags[self._link], words=words)
        self._link, self._words = None, []

    def _record_start_tag(self, token: dict[str, Any], line: int | None) -> None:
        name, attributes = str(token["name"]), {str(key): str(value) for key, value in token["data"].items()}
        if name == "a" and "name" in attributes and "id" not in attributes:
            attributes["id"] = attributes.pop("name")  # as _apply_policy does
        opened = self.tree.openElements
        if len(opened) > _MAX_DEPTH:
            raise TooDeepError
        is_drawing = name in ("svg", "math") or bool(opened and opened[-1].namespace)
        self.nesting.add_start_tag(name, line, is_closed=is_drawing and bool(token["selfClosing"]))
        if line is not None and not any(policy.is_removed(element.name, element.attributes) for element in opened):
            if name == "a":
                self._end_link()
                self._link = len(self.tags)
            elif name == "img":
                self._words.append(attributes.get("alt", ""))
            elif name == "br":
                self._words.append(" ")
            self.tags.append(RawTag(name, tuple(attributes.items()), line))

    def line_at(self, position: tuple[int, int]) -> int | None:
        """The line in the text at a position, or the line of the raw HTML before it."""
        number = bisect_right(self._part_positions, position) - 1
        number = next((index for index in range(number, -1, -1) if self._parts[index].line is not None), number)
        line = self._parts[number].line
        count = self._parts[number].html.count("\n")
        return None if line is None else line + min(count, position[0] - self._part_positions[number][0])

    def _line(self, position: tuple[int, int]) -> int | None:
        """The line in the text for a position in its HTML; None in HTML that Markdown made."""
        number = bisect_right(self._part_positions, position) - 1
        line = self._parts[number].line
        return None if line is None else line + position[0] - self._part_positions[number][0]


_COMMENT = "!"
_START, _END = (html5lib.constants.tokenTypes[name] for name in ("StartTag", "EndTag"))
_TEXTS = frozenset(html5lib.constants.tokenTypes[name] for name in ("Characters", "SpaceCharacters"))


def _part_positions(parts: Iterable[HtmlPart]) -> Iterator[tuple[int, int]]:
    """The line and column in the whole HTML at which each part begins."""
    line, column = 1, 0
    for part in parts:
        yield line, column
        lines = part.html.count("\n")
        column = len(part.html) - part.html.rindex("\n") - 1 if lines else column + len(part.html)
        line += lines


def _apply_policy(element: Element) -> None:
    """Remove hidden elements and elements that are not HTML, put placeholders for embeds, and give named links ids.

    Elements that are not allowed are replaced by their content. nh3 would do so after parsing, which could put a
    paragraph into a paragraph, and the next parser would read another tree.
    """
    element.attrib.pop("data-embed", None)  # marks our placeholders, which are added below
    if element.tag == "input":
        element.set("disabled", "")  # the checkbox of a task, which readers cannot change
    style = alignment(element.tag, element.attrib)
    if style:
        element.set("style", style)
    if element.tag == "a" and "name" in element.attrib:
        element.attrib.setdefault("id", element.attrib["name"])
    for name in [name for name in element.attrib if not policy.WEB.allows(element.tag, name)]:
        del element.attrib[name]  # ElementTree would read "{x" as a namespace
    children: list[Element] = []
    texts: list[list[str]] = [[]]
    for item in list(_kept_content(element)):
        if isinstance(item, str):
            texts[-1].append(item)
        else:
            children.append(item)
            texts.append([])
    element[:] = children
    element.text, *tails = ("".join(words) for words in texts)
    for child, tail in zip(children, tails, strict=True):
        child.tail = tail


def _kept_content(parent: Element) -> Iterator[Element | str]:
    """The texts and elements that stay in an element, in order."""
    yield parent.text or ""
    for child in parent:
        tag = child.tag if isinstance(child.tag, str) else _COMMENT
        if tag == CENTERED:
            child.set("style", alignment(tag, child.attrib) or "")
            tag = child.tag = "div"
        if tag in policy.EMBEDS:
            embed = _embed_placeholder(child)
            if embed is not None:
                yield embed
        elif tag in policy.WEB.tags and not policy.is_removed(tag, child.attrib):
            _apply_policy(child)
            yield child
        elif tag != _COMMENT and "}" not in tag and not policy.is_removed(tag, child.attrib):
            yield from _kept_content(child)
        yield child.tail or ""


def _embed_placeholder(element: Element) -> Element | None:
    """The placeholder of an embed, until its link is made in the text's language; None without an address."""
    address = element.get("data") if element.tag == "object" else element.get("src")
    if not address or "srcdoc" in element.attrib:
        return None
    return Element("span", {"data-embed": address, "title": element.get("title", "")})


def _serialise(root: Element) -> str:
    text = tostring(root, encoding="unicode", method="html")
    return text[text.index(">") + 1 : text.rindex("</")]
