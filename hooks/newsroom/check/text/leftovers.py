"""Checks for Markdown and text that are not shown as their author meant them."""

from collections.abc import Iterator, Mapping

from lxml.html import defs

from newsroom.check.links.copied_addresses import CopiedAddresses
from newsroom.check.links.link_fixes import find_address_problem, link_fix
from newsroom.content.document import Source
from newsroom.content.outline import Leftover, LeftoverKind, RawTag
from newsroom.content.types.newsletter import NEWSLETTER
from newsroom.markup.dialect.attributes import CLASSES
from newsroom.markup.policy import WEB
from newsroom.problems import Fault, Problem, shorten, suggest

_NEWER_TAGS = frozenset({"main", "rtc", "search", "slot"})
_DRAWING_TAGS = frozenset({"svg", "g", "defs", "math", "mi", "mo", "mn", "mrow"})
"""Without shapes: one that has no attributes, as in "AsRef<Path>", was meant as text."""
_OLD_TAGS = frozenset({"bgsound", "keygen", "listing", "multicol", "nextid", "nobr", "noembed", "plaintext", "rb"})
_KNOWN_TAGS = defs.tags | WEB.tags | WEB.removed | _NEWER_TAGS | _OLD_TAGS | _DRAWING_TAGS
_SHOWN = "'{text}' is shown as it is written"
_WRITE_BOX = "write a box as '> [!NOTE]', with its text on the next lines, each of which begins with '> '"
_ADVICE: Mapping[LeftoverKind, Fault] = {
    LeftoverKind.LINK: Fault("link-not-recognised", f"{_SHOWN}, not as a link or picture", "{fixed}"),
    LeftoverKind.SPACED_LINK: Fault(
        "link-not-recognised", f"{_SHOWN}, not as a link", "write it without the space: '{fixed}'"
    ),
    LeftoverKind.REVERSED_LINK: Fault(
        "link-not-recognised", f"{_SHOWN}, not as a link", "exchange the brackets: '{fixed}'"
    ),
    LeftoverKind.NOTE: Fault(
        "footnote-missing",
        "the footnote '{text}' does not exist",
        "add a line '{text}: the note' at the end, or delete it",
    ),
    LeftoverKind.SPACED_NOTE: Fault(
        "footnote-missing",
        f"{_SHOWN}, since the name of a footnote has no spaces",
        "write '{fixed}', here and at the note",
    ),
    LeftoverKind.REFERENCE: Fault(
        "link-definition-missing",
        "'{text}' is shown as it is written, since its address is not defined",
        "add a line '[name]: address' with the name in its last brackets, or write [words](address)",
    ),
    LeftoverKind.COMMENT: Fault(
        "comment-unclosed",
        "a comment begins here and is not closed, so it hides everything below",
        "write '-->' where it ends",
    ),
    LeftoverKind.SHOWN_COMMENT: Fault(
        "comment-unclosed",
        "a comment begins here, but readers see it",
        "write it on lines of its own, from '<!--' to '-->', with a blank line above",
    ),
    LeftoverKind.WIKI: Fault(
        "link-wiki", "'{text}' is shown as it is written, not as a link", "write [words](file.md)"
    ),
    LeftoverKind.INLINE_NOTE: Fault(
        "markdown-unsupported", _SHOWN, "write [^1] here, and the note at the end: '[^1]: the note'"
    ),
    LeftoverKind.UNSPACED: Fault(
        "mark-space-missing", _SHOWN, "write a space after the sign, on each such line: '{fixed}'"
    ),
    LeftoverKind.NO_BREAK_SPACE: Fault(
        "mark-space-missing", f"{_SHOWN}, because of a no-break space", "type a plain space instead: '{fixed}'"
    ),
    LeftoverKind.TICK: Fault(
        "markdown-unsupported",
        "'{text}' does not begin an item of a list, so that readers see all items in one paragraph",
        "begin each line with a hyphen and a space: '{fixed}'",
    ),
    LeftoverKind.TABLE: Fault(
        "table-not-recognised",
        f"{_SHOWN}, not as a table, since the line below it does not divide the headings from the rows",
        "write '{fixed}' as the second line",
    ),
    LeftoverKind.TABLE_ABOVE: Fault(
        "table-not-recognised",
        f"{_SHOWN}, not as a row of the table below, since a table has one line of headings",
        "move it below the line of hyphens; if it is not a row, put a blank line below it",
    ),
    LeftoverKind.TABBED: Fault(
        "table-not-recognised",
        "'{text}' is not a row of a table: readers see all rows in one paragraph, and no tabs",
        "write each row as '{fixed}', and below the first '| --- | --- |', with as many parts",
    ),
    LeftoverKind.EMPHASIS: Fault(
        "emphasis-not-recognised",
        f"{_SHOWN}, with its asterisks",
        "write '{fixed}', with spaces only outside the asterisks",
    ),
    LeftoverKind.ATTRIBUTES: Fault(
        "attributes-not-recognised",
        _SHOWN,
        "delete it, or write it directly after a link, as in '[words](about.md){{ .button }}'",
    ),
    LeftoverKind.CLASS: Fault("class-unknown", "this site has no style '.{text}'", "{fixed}"),
    LeftoverKind.WORD: Fault("html-from-word", "'{text}' was pasted from Word, and readers may see it", "delete it"),
    LeftoverKind.CONTAINER: Fault("markdown-unsupported", _SHOWN, f"delete it, or {_WRITE_BOX}"),
    LeftoverKind.BOX: Fault("markdown-unsupported", f"{_SHOWN}, not as a box", _WRITE_BOX),
    LeftoverKind.EMPTY_BOX: Fault(
        "box-empty",
        "the box '{text}' has nothing in it, and its text is shown below it",
        "begin each line of the text with four spaces, or with '> ' in a box that begins with '>'",
    ),
    LeftoverKind.HTML: Fault("markdown-unsupported", _SHOWN, "write '{fixed}'"),
    LeftoverKind.SUBSCRIPT: Fault(
        "markdown-unsupported", "'{text}' is shown struck through, not lowered", "write '{fixed}'"
    ),
    LeftoverKind.CONTENTS: Fault(
        "markdown-unsupported", _SHOWN, "delete it: long pages show a list of their headings by themselves"
    ),
    LeftoverKind.FENCE: Fault(
        "code-block-unclosed",
        "the code block that begins here is not closed, so all text below it is shown as code",
        "write a line '{text}' where the code ends",
    ),
    LeftoverKind.IN_HTML: Fault(
        "markdown-in-html",
        "'{text}' is in a block of HTML, where Markdown is shown as it is written",
        "put a blank line after the HTML tag above it, and before the closing tag below it",
    ),
    LeftoverKind.CODED_HTML: Fault(
        "markdown-in-html",
        "'{text}' and what is beside it are shown as code, since four spaces or more begin the line",
        "delete these spaces, or the blank line above",
    ),
    LeftoverKind.DECLARATION: Fault(
        "html-tag-unknown",
        "'{text}' is read as HTML that readers do not see",
        "delete it, or write &lt; for its '<'",
    ),
    LeftoverKind.TEMPLATE: Fault(
        "markdown-unsupported",
        f"{_SHOWN}: it is code of another program, such as Hugo, WordPress or Pandoc",
        "write what it would show: words, a link or a picture; or delete it",
    ),
    LeftoverKind.FORMULA: Fault(
        "markdown-unsupported",
        "'{text}' is a formula on GitHub, but readers of this site see its signs",
        "write it as words or as a picture; if it is none, write a backslash before each '$'",
    ),
    LeftoverKind.DRAWN: Fault(
        "markdown-unsupported",
        "GitHub draws the code block '{text}', but readers of this site see its code",
        "save the drawing as a picture: ![what it shows](picture.png)",
    ),
    LeftoverKind.FRAME: Fault(
        "table-not-recognised",
        f"{_SHOWN}, not as the frame of a table",
        "write '| --- | --- |' below the headings, and no other lines between the rows",
    ),
    LeftoverKind.BULLET: Fault(
        "list-bullet-invalid",
        "'{text}' begins with a bullet that does not make a list",
        "begin the line with a hyphen and a space: '- '",
    ),
}
_PICTURE_ADVICE: Mapping[LeftoverKind, Fault] = {
    LeftoverKind.WIKI: Fault("link-wiki", f"{_SHOWN}, not as a picture", "write ![what it shows](picture.jpg)"),
    LeftoverKind.REFERENCE: Fault(
        "link-definition-missing",
        f"{_SHOWN}, since the address of a picture is missing",
        "write ![what it shows](picture.jpg)",
    ),
}


def check_leftovers(source: Source, copied: CopiedAddresses) -> Iterator[Problem]:
    """Errors and warnings about marks that are shown as written, text that is hidden as a tag."""
    for leftover in source.outline.leftovers:
        if problem := find_address_problem(leftover, source, copied):
            yield problem
            continue
        if source.type is NEWSLETTER and leftover.kind is LeftoverKind.TEMPLATE and leftover.text.startswith("{"):
            continue  # MergeTags reports it
        is_picture = leftover.text.startswith("!")
        advice = (_PICTURE_ADVICE if is_picture else _ADVICE).get(leftover.kind, _ADVICE[leftover.kind])
        fault = advice.filled(text=shorten(leftover.text.strip(), 60), fixed=_fix(leftover))
        yield fault.at(source.path, leftover.line)
    for tag in source.outline.tags:
        if is_placeholder_tag(tag):
            yield _hidden_text(source, tag)


def _hidden_text(source: Source, tag: RawTag) -> Problem:
    """The error about text that is read as a tag."""
    if _is_address(tag):
        rest = "/".join("=".join(filter(None, attribute)) for attribute in tag.attributes)
        written = shorten(f"<{'//'.join(filter(None, [tag.name, rest]))}>", 60)
        fix = 'in HTML, write a link as <a href="https://elm.example/">words</a>'
    else:
        written = shorten(f"<{' '.join([tag.name, *(name for name, _ in tag.attributes)])}>", 60)
        fix = f"write &lt; for its '<': '&lt;{written[1:]}'"
    what = f"'{written}' is read as an HTML tag, so readers do not see it"
    return Problem("html-tag-unknown", source.path, tag.line, what, fix)


def _fix(leftover: Leftover) -> str:
    """What to write in place of a leftover."""
    if leftover.kind is LeftoverKind.CLASS:
        return suggest(leftover.text, CLASSES, f"delete it, or use {', '.join(f'.{name}' for name in sorted(CLASSES))}")
    if leftover.kind is not LeftoverKind.LINK:
        return shorten(leftover.fixed, 60)
    return link_fix(leftover.text)


def is_placeholder_tag(tag: RawTag) -> bool:
    """Whether a tag was meant as text, like "<first name>" or "<https://elm.example/>"; browsers read it as a tag."""
    is_bare = all(not value for _, value in tag.attributes)
    is_word = tag.name not in _KNOWN_TAGS and "-" not in tag.name and ":" not in tag.name
    return (is_word and is_bare) or _is_address(tag)


def _is_address(tag: RawTag) -> bool:
    return "@" in tag.name or tag.name in ("http:", "https:")
