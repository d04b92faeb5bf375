"""Finds tags that are not closed, close nothing, or are where HTML does not allow them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from newsroom.content.outline import HtmlFault, HtmlFaultKind
from newsroom.markup.tree import HEADINGS, VOID

_STRUCTURE = re.compile(r"adoption-agency|end-tag|closing-tag|start-tag|trailing-solidus|voodoo")
"""html5lib's codes for misplaced tags: matches "unexpected-end-tag", not "expected-named-entity"."""
_OPTIONAL_END = frozenset(
    (
        *("p", "li", "dd", "dt", "tr", "td", "th", "thead", "tbody", "tfoot", "caption", "colgroup", "option"),
        *("optgroup", "rt", "rp", "body", "html", "head"),
    )
)
"""Elements whose end tag is optional (https://html.spec.whatwg.org/#optional-tags)."""
_WITHOUT_END = VOID | {"basefont", "bgsound", "frame", "isindex", "keygen"}
"""Elements that have no end tag, with obsolete ones (https://html.spec.whatwg.org/#serialising-html-fragments)."""
_ENDS_PARAGRAPH = frozenset(
    (
        *("address", "article", "aside", "blockquote", "center", "details", "dialog", "div", "dl", "fieldset"),
        *("figcaption", "figure", "footer", "form", "header", "hgroup", "hr"),
        *HEADINGS,
        *("listing", "main", "menu", "nav", "ol", "p", "plaintext", "pre", "search", "section", "summary", "table"),
        *("ul", "xmp"),
    )
)
"""Elements that end an open paragraph (https://html.spec.whatwg.org/#parsing-main-inbody)."""
_HOLDS_PARAGRAPH = frozenset({"button", "caption", "object", "table", "td", "template", "th"})
"""Elements whose tags do not end a paragraph around them (https://html.spec.whatwg.org/#has-an-element-in-button-scope)."""
ParseError = tuple[int | None, str, dict[str, Any]]
"""A parse error of html5lib: the line, a code, and names that belong to it."""


@dataclass(frozen=True)
class _Tag:
    name: str
    line: int | None


@dataclass
class Nesting:
    """Checks the tags of a text, which are added in order, each with its line; None for tags that Markdown made.

    A fault of a tag that Markdown made has the line of the tag before it that the author wrote.
    """

    _open: list[_Tag] = field(default_factory=list)
    _depths: Counter[str] = field(default_factory=Counter)
    _unclosed: list[_Tag] = field(default_factory=list)
    _strays: list[_Tag] = field(default_factory=list)
    _in_paragraphs: list[_Tag] = field(default_factory=list)
    _ended_paragraph: _Tag | None = None
    _line: int | None = None

    def add_start_tag(self, name: str, line: int | None, *, is_closed: bool) -> None:
        """Add a start tag. ``is_closed``: it is a self-closing tag in a drawing."""
        tag = self._make_tag(name, line)
        if name in _ENDS_PARAGRAPH and self._depths["p"]:
            self._end_paragraph(tag)
        if not is_closed and name not in _WITHOUT_END:
            self._open.append(tag)
            self._depths[name] += 1

    def add_end_tag(self, name: str, line: int | None) -> None:
        """Add an end tag."""
        if self._depths[name]:
            while (opened := self._close_last()).name != name:
                self._note_unclosed(opened)
        elif name == "p" and (self._ended_paragraph or line is None):
            self._in_paragraphs += [self._ended_paragraph] if self._ended_paragraph else []
            self._ended_paragraph = None
        elif name not in VOID:
            self._strays.append(self._make_tag(name, line))

    def faults(self, errors: Iterable[ParseError]) -> tuple[HtmlFault, ...]:
        """The faults of the text. If none is found here, they come from html5lib's ``errors``."""
        while self._open:
            self._note_unclosed(self._close_last())
        return tuple(self._known_faults()) or tuple(_misplaced_faults(errors))

    def _known_faults(self) -> Iterator[HtmlFault]:
        overlapping = Counter(tag.name for tag in self._strays) & Counter(tag.name for tag in self._unclosed)
        for tag in self._unclosed:
            kind = HtmlFaultKind.OVERLAPPING if overlapping[tag.name] else HtmlFaultKind.UNCLOSED
            yield HtmlFault(kind, tag.name, tag.line)
        for tag in self._strays:
            if not overlapping[tag.name]:
                yield HtmlFault(HtmlFaultKind.STRAY, tag.name, tag.line)
        for tag in self._in_paragraphs:
            yield HtmlFault(HtmlFaultKind.IN_PARAGRAPH, tag.name, tag.line)

    def _make_tag(self, name: str, line: int | None) -> _Tag:
        self._line = self._line if line is None else line
        return _Tag(name, self._line)

    def _end_paragraph(self, tag: _Tag) -> None:
        """End the paragraph that is open, if a tag does so; elements for words, such as `<b>`, may be open in it."""
        for index in reversed(range(len(self._open))):
            name = self._open[index].name
            if name in _HOLDS_PARAGRAPH:
                return
            if name == "p":
                del self._open[index]
                self._depths["p"] -= 1
                self._ended_paragraph = tag
                return

    def _close_last(self) -> _Tag:
        opened = self._open.pop()
        self._depths[opened.name] -= 1
        return opened

    def _note_unclosed(self, opened: _Tag) -> None:
        if opened.name not in _OPTIONAL_END:
            self._unclosed.append(opened)


def boxed_sections(root: Element) -> frozenset[str]:
    """The ids of the second-level headings that are inside an element of a text."""
    inside = {heading.get("id", "") for heading in root.iter("h2")} - {child.get("id") for child in root}
    return frozenset(inside - {""})


def _misplaced_faults(errors: Iterable[ParseError]) -> Iterator[HtmlFault]:
    misplaced = [(line, data) for line, code, data in errors if _STRUCTURE.search(code)]
    names = sorted({str(data.get("name") or data.get("startName") or "html") for _, data in misplaced})
    if names:
        line = next((line for line, _ in misplaced if line), None)
        yield HtmlFault(HtmlFaultKind.MISPLACED, " ".join(names), line)
