"""Finds Markdown that was not recognised and is shown as written, like ``[words](https://e.example “Title”)``."""

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from newsroom.content.outline import Leftover, LeftoverKind
from newsroom.markup.dialect.blocks import BOX_NAMES
from newsroom.markup.dialect.tree import ESCAPED, HIDDEN_BREAK, LINE, RawHtml
from newsroom.markup.line_runs import find_runs
from newsroom.markup.shown_lines import Mark, ShownLine, shown_lines, visible

_NO_BREAK_SPACE = "\u00a0"
_OPEN = f"(?<!{ESCAPED})"
"""Before the first character of a mark: it is not written with a backslash."""
_TARGET = r"(?:https?://|mailto:|www\.)[^\s()\[\]]+|#[a-z][\w-]*|[\w./-]+\.(?:md|html?|pdf|jpe?g|png|gif|webp|svg|mp3|mp4)(?:#[\w-]+)?"
"""Matches "about.md", "https://elm.example/" and "#events", but not "2019" or "see below"."""
_ATTRIBUTE = r"""(?:[.#][A-Za-z][\w-]*|[A-Za-z][\w-]*=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}"']+))"""
_WORD = r"[^\W_]+"
_BOLD = r"[^\s*](?:[^*\n]{0,200}[^\s*])?"
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
TEMPLATE_CODE = re.compile(
    r"\{\{[<%][^{}\n]*(?:\}\})?|\{%[^{}\n]*\}?"
    r"|\{\{-?[ ]*(?:(?:site|page|post|layout|include|config)\b|[.$])[^{}\n]*\}\}"
)
"""Matches "{{< youtube a1 >}}", "{% include map.html %}" and "{{ site.title }}"; not "{{ first name }}" or "{name}".

They are Hugo's and Jekyll's.
"""
_SHORTCODE = re.compile(
    r"""\[[a-z][\w-]*(?:[ ]+[\w-]+=["“”][^"“”\[\]\n]*["“”])+[ ]*/?\]|\[/(?:caption|embed|gallery|audio|video)\]"""
)
"""Matches WordPress's '[gallery ids="1,2"]' and "[/caption]", not "[video]"."""
FORMULA = re.compile(r"(?<![\w$\\])(?:\$\$(?:[^$\n]+\$\$)?|\$(?=[^\s$])(?=[^$\n]*[\\^_])[^$\n]*(?<!\s)\$)(?![\w$])")
"""Matches "$$", "$$a = b$$" and "$x_1 + x^2$", not "$5 and $10"."""


def _correct_bold(found: re.Match[str]) -> str:
    """Bold words without spaces inside the asterisks, and with one between a sign at their edge and a letter."""
    before, inner, after = found[1] or "", found[2], found[3] or ""
    words = inner.strip()
    opens = inner != inner.lstrip() or not words[0].isalnum()
    closes = inner != inner.rstrip() or not words[-1].isalnum()
    if not opens and not closes:  # the signs are marks of other emphasis, as in "**_When_**Tuesday"
        opens = closes = True
    return f"{before}{' ' if before and opens else ''}**{words}**{' ' if after and closes else ''}{after}"


_MARKS = (
    # "[words](a b.md)", "[us](+44 (0)1632 960000)" and "![tree](tree.jpg “May”)"; not "[a] (b)"
    Mark(
        LeftoverKind.LINK,
        re.compile(rf"!?{_OPEN}\[[^\[\]{ESCAPED}]*\]\((?:[^()]|\([^()]{{0,100}}\)|\(){{0,200}}\)?"),
        part="](",
    ),
    # "[words] (about.md)"; not "[1] (https://elm.example/)", "[sic] (about.md)" or "[words] (in brackets)"
    Mark(
        LeftoverKind.SPACED_LINK,
        re.compile(rf"{_OPEN}\[(?!\d+\]|sic\])([^\[\]{ESCAPED}]+)\][ \t]+\(({_TARGET})\)"),
        r"[\1](\2)",
        part="(",
    ),
    # "(words)[about.md]"; not "(words)[1]"
    Mark(LeftoverKind.REVERSED_LINK, re.compile(rf"{_OPEN}\(([^()\n]+)\)\[({_TARGET})\]"), r"[\1](\2)", part=")["),
    # "[^1]" without a note; not "[1]"
    Mark(LeftoverKind.NOTE, re.compile(rf"{_OPEN}\[\^[^\]\s{ESCAPED}]{{1,100}}\]"), part="[^"),
    # "[^my note]"; not "[^1]"
    Mark(
        LeftoverKind.SPACED_NOTE,
        re.compile(rf"{_OPEN}\[\^[^\]\s{ESCAPED}]{{1,50}}[^\S\n][^\]\n{ESCAPED}]{{1,50}}\]"),
        lambda found: "-".join(found[0].split()),
        part="[^",
    ),
    # "^[a note]", as other programs write footnotes
    Mark(LeftoverKind.INLINE_NOTE, re.compile(rf"{_OPEN}\^\[[^\[\]{ESCAPED}]+\]"), part="^["),
    # "[[trust]]" and "![[tree.jpg]]", as some note-taking programs write links; not the mark for a contents list
    Mark(LeftoverKind.WIKI, re.compile(rf"!?{_OPEN}\[\[(?!(?i:_?toc_?)\])[^\[\]{ESCAPED}]+\]\]"), part="[["),
    # "[words][name]" and "[words][]" whose name is not defined; not "[a] [b]"
    Mark(LeftoverKind.REFERENCE, re.compile(rf"{_OPEN}\[[^\[\]{ESCAPED}]+\]\[[^\[\]{ESCAPED}]*\]"), part="]["),
    # "![A tree]" whose name is not defined; not "Hello![1]"
    Mark(LeftoverKind.REFERENCE, re.compile(rf"(?<![\w<]){_OPEN}!\[(?!\d+\])[^\[\]{ESCAPED}]+\](?![\[(])"), part="!["),
    # "!(tree.jpg)"; not "Come!(See below)"
    Mark(
        LeftoverKind.REFERENCE,
        re.compile(rf"{_OPEN}!{{1,2}}\([^()\s]+\.(?:jpe?g|png|gif|webp|svg)\)", re.IGNORECASE),
        part="!(",
    ),
    # "[] Bread" and "[x]Bread" at a line's beginning, which are no checkboxes; not "[x] Bread"
    Mark(
        LeftoverKind.HTML,
        re.compile(r"^\[[ ]?([xX]?)\](?:(?<=\[\])[ \t]+|(?=[^\W\d_]))([^\W\d_][^\n]{0,60})"),
        lambda found: f"[{found[1] or ' '}] {found[2]}",
        part="[",
    ),
    # "• one" and "o   two" at a line's beginning, as pasted from Word, also with a tab; not "– a dash"
    Mark(
        LeftoverKind.BULLET,
        re.compile(r"^\s*(?:[•·‣▪◦●➢➤❖\uf020-\uf0ff][ \t\u00a0]*|[–o](?:\t| {3,})\s*)\S[^\n]{0,40}"),
    ),
    # "##_Events" and "__- two" with no-break spaces, here "_"; not "_Events"
    Mark(
        LeftoverKind.NO_BREAK_SPACE,
        re.compile(r"^([ \t]*(?:#{1,6}[ \t]*\u00a0|\u00a0\s*(?:[-*+>]|\d{1,2}[.)]|#{1,6})\s)\s*)(\S[^\n]*)"),
        lambda found: f"{found[1].replace(_NO_BREAK_SPACE, ' ')}{found[2]}",
        part=_NO_BREAK_SPACE,
    ),
    # "##Events" at a line's beginning; not "#events" or "## Events"
    Mark(LeftoverKind.UNSPACED, re.compile(r"^(#{2,6})([^\W\d_][^\n]*)"), r"\1 \2", part="##"),
    # "**bold **and", "** bold**" and "**When:**Tuesday"; not "2 ** 3 ** 4"
    Mark(
        LeftoverKind.EMPHASIS,
        re.compile(rf"(?:(?<![^\W_])({_WORD}))?{_OPEN}\*\*(?!\*)([^\S\n]*{_BOLD}|{_BOLD}[^\S\n]+)\*\*(?!\*)({_WORD})?"),
        _correct_bold,
        part="**",
    ),
    # "{ style=color:red }" and "{.button}" where no link, picture or heading has it, and "{:list}"; not "{name}"
    Mark(
        LeftoverKind.ATTRIBUTES,
        re.compile(rf"{_OPEN}\{{(?:[ ]*{_ATTRIBUTE}(?:[ ]+{_ATTRIBUTE})*[ ]*|:(?!toc\b)[^{{}}\n{ESCAPED}]+)\}}"),
        part="{",
    ),
    # "<o:p>", "<![if !supportLists]>" and "<?xml:namespace />", as pasted from Word; "<st1:place>" is a link
    Mark(
        LeftoverKind.WORD,
        re.compile(rf"{_OPEN}<(?:/?[ovwmx]:[a-z][^<>\n]*|!\[(?:if|endif)\b[^<>\n]*|\?xml\b[^<>\n]*)>", re.IGNORECASE),
        part="<",
    ),
    # "<!-- ask Jo" with a blank line before its end, and "[//]: # (ask Jo)" below a line of text
    Mark(LeftoverKind.SHOWN_COMMENT, re.compile(rf"{_OPEN}<!--"), part="<!--"),
    Mark(LeftoverKind.SHOWN_COMMENT, re.compile(r"^\[[^\[\]\n]+\]:[ \t]+(?:#|<>)[ \t]+[(\"']"), part="]:"),
    # ":::", "::: note", "/// note" and '=== "By bus"', as other programs begin and end boxes
    Mark(LeftoverKind.CONTAINER, re.compile(r"""^(?::{3,}[ \t]*\{?[\w .-]*\}?|/{3}[ \w-]*|===[!+]? "[^"\n]*")$""")),
    # "[!TIP] By bus" and "[!info]"; GitHub's boxes have nothing else on the line
    Mark(LeftoverKind.BOX, re.compile(rf"^{_OPEN}\[![A-Za-z]+\][^\n]{{0,60}}"), part="[!"),
    # "!!! Note" and '??? "More"' that begin no box; not "!!! Great news"
    Mark(
        LeftoverKind.BOX,
        re.compile(
            rf'^(?:!!!|\?\?\?\+?)[ \t]*(?:(?:{"|".join(BOX_NAMES)})(?:[ \t]+"[^"\n]*")?|"[^"\n]*")$', re.IGNORECASE
        ),
    ),
    # "==words=="; not "a == b"
    Mark(
        LeftoverKind.HTML,
        re.compile(rf"(?<![=\w{ESCAPED}])==([^\s=](?:[^=\n]*[^\s=])?)==(?![=\w])"),
        r"<mark>\1</mark>",
        part="==",
    ),
    # "m^2^"; not "^_^"
    Mark(LeftoverKind.HTML, re.compile(r"(?<=\w)\^([\w+-]{1,8})\^"), r"<sup>\1</sup>", part="^"),
    # "[TOC]", "[[_TOC_]]" and "{:toc}"
    Mark(LeftoverKind.CONTENTS, re.compile(r"^(?:@?\[TOC\]|\[\[_?TOC_?\]\]|\{:toc\b[^{}\n]*\})$", re.IGNORECASE)),
    Mark(LeftoverKind.TEMPLATE, re.compile(rf"{_OPEN}(?:{TEMPLATE_CODE.pattern})"), part="{"),
    Mark(LeftoverKind.TEMPLATE, re.compile(rf"{_OPEN}(?:{_SHORTCODE.pattern})"), part="["),
    # a line "\newpage", as Pandoc reads it, and "$CTA", with which GOV.UK begins and ends a box; not "$5"
    Mark(LeftoverKind.TEMPLATE, re.compile(rf"^(?:{ESCAPED}?\\(?:newpage|pagebreak|clearpage)|\$(?:CTA|[ACDEIP]))$")),
    Mark(LeftoverKind.FORMULA, re.compile(rf"{_OPEN}{FORMULA.pattern}"), part="$"),
    # the frame of a table, as Pandoc draws it
    Mark(LeftoverKind.FRAME, re.compile(r"^\+(?:[-=:]{3,}\+)+$"), part="+-"),
)
_ENDS = re.compile(r"\$\$|\+[-=:+]+")
"""Matches a line that both begins and ends a block. It is reported where it begins."""
_SUBSCRIPT = re.compile(r"\d{1,3}")


def find_leftovers(root: Element, first_line: int) -> Iterator[Leftover]:
    """Each leftover mark in a tree, with its line, except in code, where marks are meant to be shown."""
    lines = [*shown_lines(root, first_line)]
    for line in lines:
        for kind, pattern, fixed, part in _MARKS:
            for found in pattern.finditer(line.text) if part in line.text else ():
                number = line.number + line.text.count(HIDDEN_BREAK, 0, found.start())
                if _is_reported(kind, found, line):
                    continue
                written = found.expand(fixed) if isinstance(fixed, str) else fixed(found)
                yield Leftover(kind, visible(found[0]), number, visible(written))
    yield from find_runs(lines)
    for parent in root.iter():
        yield from _find_subscripts(parent, first_line)
        is_box = (parent.get("class") or "").startswith("admonition ") and LINE in parent.attrib
        if is_box and [child.get("class") for child in parent] == ["admonition-title"]:
            yield Leftover(LeftoverKind.EMPTY_BOX, parent[0].text or "", int(parent.attrib[LINE]) + first_line - 1)


def _is_reported(kind: LeftoverKind, found: re.Match[str], line: ShownLine) -> bool:
    """Whether another leftover has a mark: the beginning of its block, or the link in whose address it is."""
    if kind is LeftoverKind.TEMPLATE:
        return line.text.rfind("](", 0, found.start()) > line.text.rfind(")", 0, found.start())
    return not line.is_first and _ENDS.fullmatch(found[0]) is not None


def _find_subscripts(parent: Element, first_line: int) -> Iterator[Leftover]:
    """Digits that are struck through after a letter: in other programs "H~2~O" is H₂O."""
    before = parent.text or ""
    for child in parent:
        if child.tag == "del" and before[-1:].isalpha() and _SUBSCRIPT.fullmatch(child.text or "") and not len(child):
            line = int(child.get(LINE, 1)) + first_line - 1
            yield Leftover(LeftoverKind.SUBSCRIPT, f"~{child.text}~", line, f"<sub>{child.text}</sub>")
        before = child.tail or ""


def find_raw_leftovers(raw: Sequence[RawHtml], offset: int) -> Iterator[Leftover]:
    """The declarations in a text's raw HTML, and the first Markdown in each part. ``offset`` is added to lines."""
    for part in raw:
        text = f"{_NOT_TEXT.sub(_blank, part.source)}\n"
        for declaration in _DECLARATION.finditer(text):
            kind = LeftoverKind.WORD if declaration[1] else LeftoverKind.DECLARATION
            yield _leftover(kind, declaration, part, offset)
        for pattern in (TEMPLATE_CODE, _SHORTCODE):
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
