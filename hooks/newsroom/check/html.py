"""Whether the HTML tags that somebody wrote into a text fit together once the text is a page.

Browsers repair broken HTML in silence, and a tag that is not closed can take in the rest of the page. A look at the
tags finds the usual faults and names them; what is left is found by html5lib, which reads HTML as browsers do.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

import html5lib

from newsroom.codes import Code
from newsroom.content.document import AnyDocument, Outline, RawTag
from newsroom.problems import Problem
from newsroom.tags import Tag, find_tags

_MOST = 20
"""The most warnings about one page: one fault often brings others with it."""
_DEEPEST = 100
"""How deep elements may be in each other; html5lib takes quadratic time in the depth."""
_STRUCTURE = re.compile(r"adoption-agency|end-tag|closing-tag|start-tag|trailing-solidus|voodoo")
"""In html5lib's codes for tags in wrong places: it matches "unexpected-end-tag", but not "expected-named-entity"."""
_VOID = re.compile(r"area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr")
_OPTIONAL_END = re.compile(r"p|li|d[td]|t[rdh]|thead|tbody|tfoot|caption|colgroup|option|optgroup|r[pt]|body|html|head")
"""Elements that end without a tag of their own (WHATWG HTML, 13.1.2.4)."""
_ENDS_PARAGRAPH = re.compile(
    r"address|article|aside|blockquote|center|details|dialog|div|dl|fieldset|figcaption|figure|footer|form|h[1-6]|"
    r"header|hgroup|hr|main|menu|nav|ol|p|pre|search|section|summary|table|ul"
)
"""Elements that cannot be in a paragraph: browsers end it before them (WHATWG HTML, 13.2.6.4.7)."""
Fault = tuple[Code, int | None, str, str]
"""The code, the line in the file where it is known, what is wrong, and how to fix it."""


def check_html(document: AnyDocument, html: str) -> Iterator[Problem]:
    """Warnings about the raw HTML in a document, of whose text ``html`` was made; none where it has no raw HTML."""
    if document.outline.tags or document.outline.end_tags:
        for code, line, what, fix in islice(_faults(html, document.outline), _MOST):
            yield Problem(code, document.path, line, what, fix)


def _faults(html: str, outline: Outline) -> Iterator[Fault]:
    nesting = _Nesting(html, outline)
    faults = nesting.faults()
    yield from nesting.repeated_ids()
    yield from faults
    if not faults and nesting.depth > _DEEPEST:
        what = f"HTML elements are inside each other more than {_DEEPEST} times"
        yield "html-too-deep", None, what, "close each tag where it ends"
    elif not faults and (names := _misplaced(html)):
        what = f"the HTML tags do not match at {' and '.join(f'`<{name}>`' for name in names)}"
        yield "html-misnested", None, what, "close each tag inside the element in which it was opened"


def _misplaced(html: str) -> list[str]:
    """The names of tags that browsers move, close or leave out."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parser.parseFragment(html)
    wrong = [data for _, code, data in parser.errors if _STRUCTURE.search(code)]
    return sorted({str(data.get("name") or data.get("startName") or "html") for data in wrong})


@dataclass(frozen=True)
class _Opened:
    """A start tag: its name, and how many of that name were opened before it."""

    name: str
    number: int


@dataclass
class _Nesting:
    """Which tags in a page's HTML are never closed, close nothing, or are where they cannot be."""

    html: str
    outline: Outline
    depth: int = 0
    _open: list[_Opened] = field(default_factory=list)
    _depths: Counter[str] = field(default_factory=Counter)
    _seen: Counter[str] = field(default_factory=Counter)
    _ids: Counter[str] = field(default_factory=Counter)
    _unclosed: list[_Opened] = field(default_factory=list)
    _strays: Counter[str] = field(default_factory=Counter)
    _in_paragraphs: list[_Opened] = field(default_factory=list)
    _ended_paragraph: _Opened | None = None

    def __post_init__(self) -> None:
        self._lines = _lines(self.outline.tags)
        self._end_lines = _lines(self.outline.end_tags)

    def faults(self) -> list[Fault]:
        """The faults of the page, those of one kind together. Takes linear time."""
        for tag in find_tags(self.html):
            if tag.is_end:
                self._end(tag.name)
            else:
                self._start(tag)
        while self._open:
            self._leave(self._close_last())
        overlapping = self._strays & Counter(opened.name for opened in self._unclosed)
        return [
            *(self._unclosed_fault(opened, is_overlapping=opened.name in overlapping) for opened in self._unclosed),
            *(self._stray_fault(name) for name in self._strays - overlapping),
            *(self._paragraph_fault(opened) for opened in self._in_paragraphs),
        ]

    def repeated_ids(self) -> Iterator[Fault]:
        """Ids that more than one element of the page has."""
        for name, count in self._ids.items():
            if count > 1:
                what = f"the id '{name}' is on this page {count} times, and a link to it leads only to the first"
                yield "html-id-repeated", None, what, "give each element an id of its own"

    def _unclosed_fault(self, opened: _Opened, *, is_overlapping: bool) -> Fault:
        name = opened.name
        if is_overlapping:
            what = f"`<{name}>` is closed after the element around it"
            return "html-misnested", self._line(opened), what, "close first what was opened last: <b><i>words</i></b>"
        what = f"`<{name}>` is not closed, so it affects everything below"
        return "html-tag-unclosed", self._line(opened), what, f"write </{name}> where it ends"

    def _stray_fault(self, name: str) -> Fault:
        lines = self._end_lines.get(name, [])
        line = lines[0] if len(lines) == 1 else None
        return (
            "html-tag-unopened",
            line,
            f"`</{name}>` has no opening tag",
            f"delete it, or write <{name}> where it begins",
        )

    def _paragraph_fault(self, opened: _Opened) -> Fault:
        what = f"`<{opened.name}>` is inside a paragraph, where HTML does not allow it"
        return "html-block-in-paragraph", self._line(opened), what, "put a blank line before it and after it"

    def _start(self, tag: Tag) -> None:
        opened = _Opened(tag.name, self._seen[tag.name])
        self._seen[tag.name] += 1
        if its_id := tag.get("id"):
            self._ids[its_id] += 1
        if self._open and self._open[-1].name == "p" and _ENDS_PARAGRAPH.fullmatch(tag.name):
            self._close_last()
            self._ended_paragraph = opened
        is_drawing = self._depths["svg"] or self._depths["math"]
        is_closed = is_drawing and self.html.startswith("/>", tag.end - 2)
        if not is_closed and not _VOID.fullmatch(tag.name):
            self._open.append(opened)
            self._depths[tag.name] += 1
            self.depth = max(self.depth, len(self._open))

    def _end(self, name: str) -> None:
        if self._depths[name]:
            while (opened := self._close_last()).name != name:
                self._leave(opened)
        elif name == "p" and self._ended_paragraph:
            self._in_paragraphs.append(self._ended_paragraph)
            self._ended_paragraph = None
        elif not _VOID.fullmatch(name):
            self._strays[name] += 1

    def _close_last(self) -> _Opened:
        opened = self._open.pop()
        self._depths[opened.name] -= 1
        return opened

    def _leave(self, opened: _Opened) -> None:
        if not _OPTIONAL_END.fullmatch(opened.name):
            self._unclosed.append(opened)

    def _line(self, opened: _Opened) -> int | None:
        """The line of a start tag, where the text has as many of its name as the page, so that they correspond."""
        lines = self._lines.get(opened.name, [])
        return lines[opened.number] if len(lines) == self._seen[opened.name] else None


def _lines(tags: Iterable[RawTag]) -> Mapping[str, list[int]]:
    """The lines of raw tags by their names in small letters: "div" for ``<DIV class="a">`` and for ``</div>``."""
    lines: dict[str, list[int]] = {}
    for tag in tags:
        if name := re.match(r"</?([^\s/>]+)", tag.source):
            lines.setdefault(name[1].lower(), []).append(tag.line)
    return lines
