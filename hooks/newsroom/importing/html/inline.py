"""Writes the content of a block as Markdown."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from urllib.parse import quote

from newsroom.importing.html.escapes import escape, has_pairs
from newsroom.importing.html.model import Break, FootnoteReference, Inline, Text, TextLink, TextPicture
from newsroom.importing.html.runs import is_punctuation, tidy

_MARKS: Mapping[str, str] = {"del": "~~", "strong": "**", "em": "*"}
"""The marks of emphasis, the outermost first where several have the same length."""
_BARE = re.compile(r"(?:https?://|mailto:)[^\s<>\\]+")


@dataclass
class _Part:
    """A part of a block's Markdown. Marks of emphasis have the number of their pair."""

    text: str
    is_text: bool = False
    mark: str = ""
    pair: int = 0
    is_opening: bool = False


class InlineWriter:
    """Writes one block's content. ``is_cell`` and ``is_heading`` say where it is: in a cell a line break is a tag."""

    def __init__(self, *, is_cell: bool = False, is_heading: bool = False) -> None:
        self._parts: list[_Part] = []
        self._is_cell = is_cell
        self._is_heading = is_heading
        self._pairs = 0

    def write(self, content: Sequence[Inline]) -> str:
        """The Markdown of content."""
        if self._is_heading:
            content = tidy(Text(" ", part.style) if isinstance(part, Break) else part for part in content)
        self._write(list(content), frozenset())
        while unfit := next(_unfit_pairs(self._parts), None):
            for part in self._parts:
                if part.mark and part.pair == unfit:
                    part.text = f"<{'' if part.is_opening else '/'}{part.mark}>"
                    part.mark = ""
        parts = [(part.text, part.is_text) for part in self._parts if part.text]
        return escape(parts, is_cell=self._is_cell, is_heading=self._is_heading)

    def _write(self, content: list[Inline], opened: frozenset[object]) -> None:
        start = 0
        while start < len(content):
            format_, end = _next_format(content, start, opened)
            if format_ is None:
                end = self._write_plain(content, start)
            else:
                self._write_formatted(format_, content[start:end], opened)
            start = end

    def _write_formatted(self, format_: object, content: list[Inline], opened: frozenset[object]) -> None:
        inner = opened | {format_}
        if isinstance(format_, TextLink):
            self._write_link(format_, content, inner)
        elif format_ in _MARKS:
            self._pairs += 1
            name, pair = str(format_), self._pairs
            self._parts.append(_Part(_MARKS[name], mark=name, pair=pair, is_opening=True))
            self._write(content, inner)
            self._parts.append(_Part(_MARKS[name], mark=name, pair=pair))
        else:
            tag = str(format_)
            self._mark(tag)
            self._write(content, inner)
            self._mark(f"</{tag[1:-1].split()[0]}>")

    def _write_link(self, link: TextLink, content: list[Inline], opened: frozenset[object]) -> None:
        address = link.address or ""
        words = "".join(part.text for part in content if isinstance(part, Text))
        is_bare = all(isinstance(part, Text) and not part.style.is_code for part in content) and not link.is_button
        if is_bare and _BARE.fullmatch(address) and words in (address, address.removeprefix("mailto:")):
            self._mark(f"<{words}>")
            return
        self._mark("[")
        self._write(content, opened)
        self._mark(f"]({destination(address)}){'{ .button }' if link.is_button else ''}")

    def _write_plain(self, content: list[Inline], start: int) -> int:
        """Write a part without further formatting. Returns the place after it."""
        part = content[start]
        match part:
            case Text(style=style) if style.is_code:
                same = takewhile(lambda each: isinstance(each, Text) and each.style.is_code, content[start:])
                texts = [each.text for each in same if isinstance(each, Text) and each.style.link is style.link]
                self._mark(_code("".join(texts)))
                return start + len(texts)
            case Text(text=text):
                self._parts.append(_Part(text, is_text=True))
            case Break():
                self._mark("<br>" if self._is_cell else "\\\n")
            case FootnoteReference(label=label):
                self._mark(f"[^{label}]")
            case TextPicture():
                self._mark("![")
                self._parts.append(_Part(part.alt, is_text=True))
                self._mark(f"]({destination(part.source)}{_title(part.caption)})")
        return start + 1

    def _mark(self, text: str) -> None:
        self._parts.append(_Part(text))


def _formats(part: Inline) -> list[object]:
    """The formats of a part, the outermost first where several have the same length."""
    style = part.style
    link = [style.link] if style.link is not None and style.link.address else []
    return [*(mark for mark in _MARKS if mark in style.marks), *style.tags, *link]


def _next_format(content: Sequence[Inline], start: int, opened: frozenset[object]) -> tuple[object | None, int]:
    """The longest format that begins at a place, with its end; None if none begins there."""
    best: tuple[object | None, int] = (None, start + 1)
    link = content[start].style.link
    link_end = _end(content, start, link) if link is not None and link.address and link not in opened else start
    for format_ in _formats(content[start]):
        if format_ in opened:
            continue
        end = _end(content, start, format_)
        cut = content[end].style.link if end < len(content) else None
        if cut is not None and cut not in opened and cut is content[end - 1].style.link and format_ is not link:
            end = next(place for place in range(start, end) if content[place].style.link is cut)
        if end > start and (format_ is link or end >= link_end) and (best[0] is None or end > best[1]):
            best = (format_, end)
    return best


def _end(content: Sequence[Inline], start: int, format_: object) -> int:
    end = start
    while end < len(content) and format_ in _formats(content[end]):
        end += 1
    return end


def _unfit_pairs(parts: Sequence[_Part]) -> Iterator[int]:
    """The pairs of marks that Markdown would not recognise where they are."""
    for place, part in enumerate(parts):
        if not part.mark:
            continue
        first = last = place
        while first and parts[first - 1].mark and parts[first - 1].text[0] == part.text[0]:
            first -= 1
        while last + 1 < len(parts) and parts[last + 1].mark and parts[last + 1].text[0] == part.text[0]:
            last += 1
        before = next((parts[at].text[-1] for at in range(first - 1, -1, -1) if parts[at].text), " ")
        after = next((parts[at].text[0] for at in range(last + 1, len(parts)) if parts[at].text), " ")
        inner, outer = (after, before) if part.is_opening else (before, after)
        is_fit = not inner.isspace() and (not is_punctuation(inner) or outer.isspace() or is_punctuation(outer))
        is_mixed = len({each.is_opening for each in parts[first : last + 1]}) > 1
        if not is_fit or (is_mixed and not (before.isalnum() and after.isalnum())):
            yield part.pair


def _code(text: str) -> str:
    longest = max((len(found) for found in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    gap = " " if longest or text != text.strip() else ""
    return f"{fence}{gap}{text}{gap}{fence}"


def destination(address: str) -> str:
    """An address as Markdown needs it between brackets."""
    plain = _percent_encode(address)
    is_closed = has_pairs((sign for sign in plain if sign in "()"), "(")
    return plain if plain and is_closed else f"<{plain}>"


def _percent_encode(address: str) -> str:
    encoded = re.sub(r"[\x00-\x20<>\\\u00a0]", lambda found: quote(found[0]), address)
    return re.sub(r"&(?=#?\w+;)", "&amp;", encoded)


def _title(caption: str) -> str:
    if not caption:
        return ""
    escaped = re.sub(r'["\\]|&(?=#?\w+;)', r"\\\g<0>", caption)
    return f' "{escaped}"'
