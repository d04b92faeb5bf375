"""Takes links and pictures out of the source of a Markdown file: links leave their words, pictures nothing.

All other characters stay as they were written, also where the file has errors. Code is not changed.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

IsGone = Callable[[str], bool]
"""Whether the target of a link or picture, as it is written, is gone."""
_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n.*?^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_CODE = re.compile(
    r"^ {0,3}(```+|~~~+).*?(?:^ {0,3}\1[`~]*[ \t]*\r?$|\Z)|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)", re.DOTALL | re.M
)
"""A fenced block, or a code span: "`[a](b)`"."""
_DESTINATION = re.compile(
    r"""\]\(\s*(?:<(?P<pointed>[^<>\n]*)>|(?P<plain>(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*))
    (?:\s+(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?\s*\)(?:\{[^{}\n]*\})?""",
    re.VERBOSE,
)
"""What follows the words of a link: `](maggie.md "Her story"){ .button }`, but not `][maggie]`."""
_DEFINITION = re.compile(
    r"""^(?P<marks>[ \t]*(?:(?:>|[-*+]|\d+[.)])[ \t]*)*)\[(?P<label>[^\]\n^][^\]\n]*)\]:[ \t]*(?:\r?\n[ \t>]*)?
    (?:<(?P<pointed>[^<>\n]*)>|(?P<plain>\S+))
    (?:[ \t\r]*\n[ \t>]*(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\))[ \t\r]*$|[^\n]*)""",
    re.MULTILINE | re.VERBOSE,
)
"""The target of a label: `[her]: maggie.md "Her story"` and `> [her]: maggie.md`, but not the note `[^1]: words`."""
_LABEL = re.compile(r"\]\[(?P<label>[^\]\n]*)\]")
"""Matches the end of "[words][elm]", not that of "[words](elm.md)"."""
_SHORTCUT = re.compile(r"(?P<image>!?)\[(?P<label>[^\[\]\n]+)\](?![\[(:])")
"""Matches "[elm]" and "![elm]", not "[elm](elm.md)", "[elm][1]" or "[elm]: elm.md"."""
_ANCHOR = re.compile(r"<a\b(?P<attributes>[^>]*)>(?P<words>.*?)</a\s*>", re.DOTALL | re.IGNORECASE)
_PLAYER = re.compile(r"<(video|audio|picture|figure|object)\b(?P<attributes>.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<(?:img|source|track|embed|iframe)\b(?P<attributes>[^>]*)>", re.IGNORECASE)
_ADDRESS = re.compile(r"""\b(?:src|href|poster|data)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE)
_URL = re.compile(
    r"<(?P<pointed>https?://[^<>\s]+)>|(?<![\w(\"'=</])(?P<plain>https?://[^\s<>()\[\]]*[^\s<>()\[\].,;:!?])",
    re.IGNORECASE,
)
"""An address that is a link by itself: `<https://elm.example/>` or `https://elm.example/`.

Not the second one in `https://archive.example/https://elm.example/`."""
_PICTURE = "\x01"
"""Marks the place of a picture that was taken out, until all else is: no text has this character."""
_EMPTY = re.compile(r"\s*(?:(?:[-*+>]|\d+[.)])\s*)*")
"""A line of which nothing is left: "", "- " or "> - ", but not "- x"."""


class Removed(NamedTuple):
    """A link or picture that was taken out: its first line, counted from 1, and whether it was a picture."""

    line: int
    is_picture: bool


class _Found(NamedTuple):
    """A link or picture in the text: where it is, and the words that replace it."""

    start: int
    end: int
    words: str
    is_picture: bool


@dataclass(frozen=True)
class _Text:
    """A text to search.

    ``body`` is the Markdown, ``scanned`` the same without its code. ``labels`` collects the labels of definitions that
    were taken out.
    """

    body: str
    scanned: str
    is_gone: IsGone
    labels: set[str]


def take_out(text: str, is_gone: IsGone) -> tuple[str, tuple[Removed, ...]]:
    """The text of a file without its links and pictures that lead to something that is gone, and what was taken out."""
    head = match[0] if (match := _FRONT_MATTER.match(text)) else ""
    body, removed, labels = text[len(head) :], [], set[str]()
    while found := _find_first(body, is_gone, labels):
        line = head.count("\n") + body.count("\n", 0, found.start) + 1
        removed.append(Removed(line, found.is_picture))
        missing = body.count("\n", found.start, found.end) - found.words.count("\n")
        body = body[: found.start] + found.words + "\n" * missing + body[found.end :]
    kept = _without_emptied_lines(text[len(head) :].split("\n"), body.replace(_PICTURE, "").split("\n"))
    return head + "\n".join(kept), tuple(sorted(set(removed)))


def _find_first(body: str, is_gone: IsGone, labels: set[str]) -> _Found | None:
    """The next link or picture to take out."""
    text = _Text(body, _CODE.sub(lambda match: re.sub(r"[^\n]", "\x00", match[0]), body), is_gone, labels)
    finders = (_inline_links, _definitions, _labelled_links, _html)
    return next((found for finder in finders for found in finder(text)), None)


def _inline_links(text: _Text) -> Iterator[_Found]:
    for match in _DESTINATION.finditer(text.scanned):
        start = _opening_bracket(text.scanned, match.start())
        words = text.body[start + 1 : match.start()] if start is not None else ""
        if start is not None and (text.is_gone(_target(match)) or _is_emptied(words)):
            yield _found(text.scanned, start, match.end(), words)


def _definitions(text: _Text) -> Iterator[_Found]:
    for match in _DEFINITION.finditer(text.scanned):
        if text.is_gone(_target(match)):
            text.labels.add(_normalised(match["label"]))
            yield _Found(match.end("marks"), match.end(), "", is_picture=False)


def _labelled_links(text: _Text) -> Iterator[_Found]:
    for match in _LABEL.finditer(text.scanned):
        start = _opening_bracket(text.scanned, match.start())
        words = text.body[start + 1 : match.start()] if start is not None else ""
        if start is not None and _normalised(match["label"] or words) in text.labels:
            yield _found(text.scanned, start, match.end(), words)
    for match in _SHORTCUT.finditer(text.scanned):
        if _normalised(match["label"]) in text.labels:
            start, end = match.span("label")
            yield _found(text.scanned, start - 1, match.end(), text.body[start:end])


def _html(text: _Text) -> Iterator[_Found]:
    for pattern in (_PLAYER, _TAG, _ANCHOR):
        for match in pattern.finditer(text.scanned):
            if any(text.is_gone("".join(parts)) for parts in _ADDRESS.findall(match["attributes"])):
                words = text.body[match.start("words") : match.end("words")] if pattern is _ANCHOR else _PICTURE
                yield _Found(match.start(), match.end(), words, is_picture=pattern is not _ANCHOR)
    for match in _URL.finditer(text.scanned):
        if text.is_gone(_target(match)):
            yield _Found(match.start(), match.end(), "", is_picture=False)


def _found(scanned: str, start: int, end: int, words: str) -> _Found:
    """The link that starts with a bracket, or the picture with a "!" before it, which leaves no words."""
    if start and scanned[start - 1] == "!" and not scanned[:start].endswith("\\!"):
        return _Found(start - 1, end, _PICTURE, is_picture=True)
    return _Found(start, end, words, is_picture=False)


def _opening_bracket(text: str, closing: int) -> int | None:
    """The position of the bracket that the one at ``closing`` closes."""
    depth = 0
    for position in range(closing, -1, -1):
        if text[position] in "[]" and text[position - 1 : position] != "\\":
            depth += 1 if text[position] == "]" else -1
            if depth == 0:
                return position
    return None


def _is_emptied(words: str) -> bool:
    """Whether a link has nothing left between its brackets but the mark of a picture that was taken out."""
    return _PICTURE in words and not words.replace(_PICTURE, "").strip()


def _target(match: re.Match[str]) -> str:
    return match["pointed"] if match["pointed"] is not None else match["plain"] or ""


def _normalised(label: str) -> str:
    return " ".join(label.casefold().split())


def _without_emptied_lines(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """The lines without those of which nothing is left, and without a second empty line around them."""
    kept: list[str] = []
    was_emptied = False
    for old, new in zip(before, after, strict=True):
        is_emptied = old != new and _EMPTY.fullmatch(new) is not None
        is_second = was_emptied and not new.strip() and (not kept or not kept[-1].strip())
        if not is_emptied and not is_second:
            kept.append(new)
        was_emptied = is_emptied or (was_emptied and is_second)
    return kept
