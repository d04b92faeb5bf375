"""What a Markdown body says of its headings, links and pictures, without rendering it.

The checks need lines, and need them before anything is built, so this reads the source. It follows
Python-Markdown where that differs from other Markdowns (`#Heading` needs no space; ids are made by its own `toc`
functions); a property test holds the two together. Time is linear in the length of the text.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from urllib.parse import urlsplit

from markdown.extensions.toc import slugify, unique

from newsroom.document import Heading, Outline, RawTag, Reference
from newsroom.tags import find_tags

_FENCE = re.compile(r"(`{3,}|~{3,})([^\n`]*)")
_CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)((?:[^\n]|\n(?!\s*\n))+?)(?<!`)\1(?!`)")
_ESCAPE = re.compile(r"\\[\\`*_{}\[\]()>#+.!|-]")
_CONTAINER = re.compile(r"(?:[*+-]|\d+[.)]|!!!|\?\?\?\+?|\[\^[^\]]+\]:|:)\s")
_QUOTE = re.compile(r"^(?:[ ]{0,3}>[ ]?)+")
_ATX = re.compile(r"(#{1,6})(.*)")
_SETEXT = re.compile(r"(=+|-+)[ ]*$")
_ATTRIBUTES = re.compile(r"\{:?([^{}\n]*)\}")
_HEADING_ATTRIBUTES = re.compile(r"(?<= )\{:?[ ]*([^}\n ][^\n]*)\}$")
"""At a heading's end; with another brace inside they are none, as in `{{ name }}`."""
_ATTRIBUTE_ID = re.compile(r"#([\w:.-]+)")
_DEFINITION = re.compile(
    r"""^[ ]{0,3}\[(?!\^)([^\]\n]+)\]:[ \t]*+\n?[ \t]*+<?([^\s<>]++)>?"""
    r"""[ \t]*+(?:"[^"\n]*+"|'[^'\n]*+'|\([^()\n]*+\))?[ \t]*$""",
    re.MULTILINE,
)
_TAG = re.compile(r"<([a-z][a-z0-9]*)\b([^<>]*)>", re.IGNORECASE)
_TAG_ATTRIBUTE = re.compile(r"""\b(href|src|alt)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_TAG_ID = re.compile(r"""<[a-z][^<>]*?\b(?:id|name)\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_AUTOLINK = re.compile(r"<[a-z][a-z0-9+.-]*:|<[^\s<>]+@", re.IGNORECASE)
_WHOLE_AUTOLINK = re.compile(r"<[a-z][a-z0-9+.-]*:[^\s<>\"']++>", re.IGNORECASE)
"""An address in angle brackets: `<https://elm.example/>`, but not `<svg:a href="x">`."""
_DESTINATION = re.compile(
    r"""\(\s*+(?:<([^<>\n]*+)>|((?:[^()\s]|\((?:[^()\n]|\([^()\n]*+\))*+\)|[ ]++(?!["')]))*+))"""
    r"""(?:\s*+(["'])[^\n]{0,1000}?\3)?\s*+\)"""
)
_CODE_IN_LINE = re.compile(r"(?<![\\`])(`+)(?!`)(.{1,500}?)(?<!`)\1(?!`)")
_MARKS = "<>[]!*_&\\^"
_SHIELDED = str.maketrans({mark: chr(0xE000 + place) for place, mark in enumerate(_MARKS)})
_UNSHIELDED = str.maketrans({chr(0xE000 + place): mark for place, mark in enumerate(_MARKS)})
"""In code, the characters of markup are words; private-use ones stand for them while the rest is read."""
_REFERENCE_LABEL = re.compile(r"[ ]?\n?\[([^\]\n]*)\]")
_BRACKET = re.compile(r"[\[\]]|\n[ \t]*\n")


def read_outline(body: str, first_line: int = 1) -> Outline:
    """The outline of a Markdown body of which ``first_line`` is the line in its file. Never raises."""
    text = _without_comments(_without_fenced_code(body))
    text = _without_indented_code(text)
    prose = _blank(_ESCAPE, _blank(_CODE_SPAN, text))
    references = sorted(_references(prose, first_line), key=lambda reference: reference.line)
    given = (_ATTRIBUTE_ID.search(match[1]) for match in _ATTRIBUTES.finditer(prose))
    explicit = {match[1] for match in (*given, *_TAG_ID.finditer(prose)) if match}
    headings = _headings(text, first_line, _Ids(set(explicit)))
    ids = frozenset(explicit | {heading.id for heading in headings})
    is_empty = not _DEFINITION.sub("", _without_comments(body)).strip()
    tags = list(_tags(prose, first_line))
    starts, ends = (tuple(tag for tag in tags if tag.source.startswith("</") is is_end) for is_end in (False, True))
    return Outline(tuple(headings), tuple(references), ids, is_empty, starts, ends)


def _blank(pattern: re.Pattern[str], text: str) -> str:
    """The text with every match turned into spaces, line by line, so that nothing moves."""
    return pattern.sub(lambda match: _spaces(match[0]), text)


def _spaces(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _without_comments(text: str) -> str:
    """The text without HTML comments; one that is not closed is none."""
    parts: list[str] = []
    position = 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        parts += [text[position:start], _spaces(text[start : end + 3])]
        position = end + 3
    return "".join([*parts, text[position:]])


def _without_fenced_code(text: str) -> str:
    """The text without what stands between fences: a line of backticks or tildes, and the same line again."""
    lines = text.split("\n")
    fences: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        if (match := _FENCE.fullmatch(line)) and not match[2].strip():
            fences.setdefault(match[1], []).append(number)
    end = -1
    for number, line in enumerate(lines):
        match = _FENCE.fullmatch(line) if number > end else None
        closing = fences.get(match[1], []) if match else []
        position = bisect_right(closing, number)
        if position < len(closing):
            end = closing[position]
            lines[number : end + 1] = [""] * (end + 1 - number)
    return "\n".join(lines)


def _without_indented_code(text: str) -> str:
    """The text without lines that are code because they are indented, and not part of a list or the like."""
    lines: list[str] = []
    after_blank, in_container = True, False
    for line in text.split("\n"):
        is_indented = line.startswith(("    ", "\t"))
        if line.strip() and not is_indented:
            in_container = bool(_CONTAINER.match(line.lstrip())) or (in_container and not after_blank)
        is_code = is_indented and line.strip() and after_blank and not in_container
        lines.append("" if is_code else line)
        after_blank = not line.strip() or bool(is_code)
    return "\n".join(lines)


def _headings(text: str, first_line: int, ids: "_Ids") -> list[Heading]:
    headings: list[Heading] = []
    previous, before_previous = "", ""
    for number, raw in enumerate(text.split("\n"), first_line):
        line = _QUOTE.sub("", raw)
        atx, setext = _ATX.match(line.strip() if _in_list(line) else line), _SETEXT.match(line)
        if atx:
            headings.append(_heading(len(atx[1]), atx[2].rstrip(" ").rstrip("#"), number, ids, is_quoted=line != raw))
            line = ""
        elif setext and previous.strip() and not before_previous.strip() and not _CONTAINER.match(previous):
            level = 1 if setext[1][0] == "=" else 2
            headings.append(_heading(level, previous, number - 1, ids, is_quoted=line != raw))
            line = ""
        before_previous, previous = previous, line
    return headings


def _in_list(line: str) -> bool:
    return line.startswith(("    ", "\t"))


def _heading(level: int, source: str, line: int, ids: "_Ids", *, is_quoted: bool) -> Heading:
    source = source.strip(" ")
    found = _HEADING_ATTRIBUTES.search(source) if source.endswith("}") else None
    attributes = found if found and "}" not in found[1] else None
    own_id = _ATTRIBUTE_ID.search(attributes[1]) if attributes else None
    text = plain_text(source[: attributes.start()] if attributes else source)
    return Heading(level, text, own_id[1] if own_id else ids.new(text), line, is_quoted)


class _Ids:
    """Makes ids for headings as the renderer does; a repeated one is numbered on from where its last one stood."""

    def __init__(self, used: set[str]) -> None:
        self._used = used
        self._last: dict[str, str] = {}

    def new(self, text: str) -> str:
        slug = slugify(text, "-")
        self._last[slug] = unique(self._last.get(slug, slug), self._used)
        return self._last[slug]


def is_address(target: str) -> bool:
    """Whether a link's target can be taken apart at all (RFC 3986); `http://[` cannot."""
    try:
        urlsplit(target)
    except ValueError:
        return False
    return True


def plain_text(source: str) -> str:
    """The words of a line of Markdown, without its markup."""
    text = _CODE_IN_LINE.sub(lambda code: code[2].translate(_SHIELDED), source)
    text = re.sub(r"!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])|\[\^[^\[\]]*\]", "", text)
    text = re.sub(r"\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])", r"\1", text)
    text = re.sub(r"<(https?://[^<>\s]+)>", r"\1", text)
    text = re.sub(r"</?[a-zA-Z][^<>]*>", "", text)
    text = re.sub(r"(?<!\\)(\*{1,3})(?=\S)(.{1,500}?)(?<=[^\s\\])\1", r"\2", text)
    text = re.sub(r"(?<![\w\\])(_{1,3})(?=\S)(.{1,500}?)(?<=[^\s\\])\1(?!\w)", r"\2", text)
    text = html.unescape(_ESCAPE.sub(lambda match: match[0][1], text))
    return " ".join(text.translate(_UNSHIELDED).split())


def _references(prose: str, first_line: int) -> Iterator[Reference]:
    line_at = _LineCounter(prose, first_line)
    definitions = {match[1].casefold(): match for match in _DEFINITION.finditer(prose)}
    for match in definitions.values():
        yield Reference(match[2], match[1], line_at(match.start()), is_image=False)
    for start, end in _bracket_pairs(prose):
        is_image = start > 0 and prose[start - 1] == "!"
        words = prose[start + 1 : end]
        if destination := _DESTINATION.match(prose, end + 1):
            target = destination[1] if destination[1] is not None else destination[2]
            yield Reference(html.unescape(target.strip()), words, line_at(start), is_image)
        elif is_image:
            label = _REFERENCE_LABEL.match(prose, end + 1)
            definition = definitions.get(((label[1] if label else "") or words).casefold())
            if definition:
                yield Reference(definition[2], words, line_at(start), is_image=True)
    for tag in _TAG.finditer(prose):
        attributes = {m[1].lower(): m[2] or m[3] or m[4] or "" for m in _TAG_ATTRIBUTE.finditer(tag[2])}
        target = attributes.get("href") or attributes.get("src")
        if target:
            name, line = tag[1].lower(), line_at(tag.start())
            words = attributes.get("alt", "")
            yield Reference(html.unescape(target), words, line, name == "img", is_html=True, tag=name)


def _tags(prose: str, first_line: int) -> Iterator[RawTag]:
    """The HTML tags, start and end tags; an address in angle brackets is none."""
    line_at = _LineCounter(prose, first_line)
    for tag in find_tags(_blank(_WHOLE_AUTOLINK, prose)):  # one may be a picture of a hundred thousand slashes
        if not tag.is_broken and not _AUTOLINK.match(prose, tag.start):
            yield RawTag(prose[tag.start : tag.end + len(tag.text or "")], line_at(tag.start))


def _bracket_pairs(prose: str) -> Iterator[tuple[int, int]]:
    """The places of matching square brackets; a blank line ends whatever was open."""
    opened: list[int] = []
    for match in _BRACKET.finditer(prose):
        if match[0] == "[":
            opened.append(match.start())
        elif match[0] == "]" and opened:
            yield opened.pop(), match.start()
        elif match[0] != "]":
            opened.clear()


class _LineCounter:
    """The line of a place in a text, counted once for the whole text."""

    def __init__(self, text: str, first_line: int) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._first_line = first_line

    def __call__(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1 + self._first_line
