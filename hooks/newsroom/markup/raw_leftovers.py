"""Finds Markdown inside raw HTML, where it is shown as written, and declarations, which are not shown at all."""

import re
from collections.abc import Iterator, Sequence

from newsroom.content.outline import Leftover, LeftoverKind
from newsroom.markup.dialect.tree import RawHtml
from newsroom.markup.other_programs import SHORTCODE, TEMPLATE_CODE

_NOT_TEXT = re.compile(
    r"""<(pre|code|script|style|textarea|xmp|svg|math)\b.*?(?:</\1\s*+>|\Z)"""
    r"""|<[a-z/](?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^"'>])*+(?:>|\Z)""",
    re.DOTALL | re.IGNORECASE,
)
"""Matches elements whose text is code, and all other tags."""
_MARKDOWN = re.compile(
    r"!?\[[^\[\]\n]+\]\([^()\s]+(?:[ ]+\"[^\"\n]*\")?\)|\*\*[^\s*](?:[^*\n]*[^\s*])?\*\*|`[^`\n]+`"
    r"|^[ ]{0,3}#{1,6}[ \t]+[^\n]+|^[ ]{0,3}(?:(?:[-*+]|\d{1,3}[.)])[ \t]+\S[^\n]*\n){2}",
    re.MULTILINE,
)
"""Matches "[words](about.md)", "**bold**", "## Events" and two items of a list; not "- a dash" or "5 * 3"."""
_DECLARATION = re.compile(r"<(?:\?(xml)?|!(?!doctype)[a-z]|!\[CDATA\[)[^<>]{0,60}>?", re.IGNORECASE)
"""Matches "<?xml:namespace />", "<!Note: bring cups>" and "<![CDATA[words]]>", but not "<!DOCTYPE html>"."""


def find_raw_leftovers(raw: Sequence[RawHtml], offset: int) -> Iterator[Leftover]:
    """The declarations in a text's raw HTML, and the first Markdown in each part. ``offset`` is added to lines."""
    for part in raw:
        text = f"{_NOT_TEXT.sub(_blank, part.source)}\n"
        for declaration in _DECLARATION.finditer(text):
            kind = LeftoverKind.WORD if declaration[1] else LeftoverKind.DECLARATION
            yield _leftover(kind, declaration, part, offset)
        for pattern in (TEMPLATE_CODE, SHORTCODE):
            for code in pattern.finditer(text):
                yield _leftover(LeftoverKind.TEMPLATE, code, part, offset)
        if markdown := _MARKDOWN.search(text):
            yield _leftover(LeftoverKind.IN_HTML, markdown, part, offset)


def _leftover(kind: LeftoverKind, found: re.Match[str], part: RawHtml, offset: int) -> Leftover:
    line = part.line + offset + found.string.count("\n", 0, found.start())
    return Leftover(kind, found[0].strip().split("\n")[0], line)


def _blank(found: re.Match[str]) -> str:
    """The line breaks of what is left out, so that lines can be counted, and a space, so that it divides words."""
    return " " + "\n" * found[0].count("\n") if found.start() else "\n" * found[0].count("\n")
