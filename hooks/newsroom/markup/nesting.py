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
_ENDS_PARAGRAPH = frozenset(
    (
        *("address", "article", "aside", "blockquote", "center", "details", "dialog", "div", "dl", "fieldset"),
        *("figcaption", "figure", "footer", "form", "header", "hgroup", "hr"),
        *HEADINGS,
        *("main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "ul"),
    )
)
"""Elements that end an open paragraph (https://html.spec.whatwg.org/#parsing-main-inbody)."""
ParseError = tuple[tuple[int, int], str, dict[str, Any]]
"""A parse error of html5lib: the position, a code, and names that belong to it."""


@dataclass(frozen=True)
class _Tag:
    name: str
    line: int | None


@dataclass
class Nesting:
    """Checks the tags of a text, which are added in order, each with its line; None for tags that Markdown made."""

    _open: list[_Tag] = field(default_factory=list)
    _depths: Counter[str] = field(default_factory=Counter)
    _ids: Counter[str] = field(default_factory=Counter)
    _unclosed: list[_Tag] = field(default_factory=list)
    _strays: list[_Tag] = field(default_factory=list)
    _in_paragraphs: list[_Tag] = field(default_factory=list)
    _ended_paragraph: _Tag | None = None

    def add_start_tag(self, name: str, id_: str | None, line: int | None, *, is_closed: bool) -> None:
        """Add a start tag. ``is_closed``: it is a self-closing tag in a drawing."""
        tag = _Tag(name, line)
        if id_:
            self._ids[id_] += 1
        if self._open and self._open[-1].name == "p" and name in _ENDS_PARAGRAPH:
            self._close_last()
            self._ended_paragraph = tag
        if not is_closed and name not in VOID:
            self._open.append(tag)
            self._depths[name] += 1

    def add_end_tag(self, name: str, line: int | None) -> None:
        """Add an end tag."""
        if self._depths[name]:
            while (opened := self._close_last()).name != name:
                self._note_unclosed(opened)
        elif name == "p" and self._ended_paragraph:
            self._in_paragraphs.append(self._ended_paragraph)
            self._ended_paragraph = None
        elif name not in VOID:
            self._strays.append(_Tag(name, line))

    def faults(self, errors: Iterable[ParseError]) -> tuple[HtmlFault, ...]:
        """The faults of the text. If none is found here, they come from html5lib's ``errors``."""
        while self._open:
            self._note_unclosed(self._close_last())
        found = [*self._known_faults()]
        repeated = [HtmlFault(HtmlFaultKind.REPEATED_ID, id_, count=n) for id_, n in self._ids.items() if n > 1]
        return (*repeated, *(found or _misplaced_faults(errors)))

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
    misplaced = [data for _, code, data in errors if _STRUCTURE.search(code)]
    names = sorted({str(data.get("name") or data.get("startName") or "html") for data in misplaced})
    if names:
        yield HtmlFault(HtmlFaultKind.MISPLACED, " ".join(names))
