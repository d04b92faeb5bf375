"""Finds the two `---` lines around front matter, and lines that were meant to be `---`."""

import re

from newsroom.problems import Fault, Problem
from newsroom.read.characters import BLANKS, INVISIBLE

_OPENING = re.compile(r"---[ \t]*")
_CLOSING = re.compile(r"(---|\.\.\.)[ \t]*")
_FIELD = re.compile(r"[A-Za-z_]\w*:(\s|$)")
"""Matches the beginning of "title: The garden", not of "The garden: a story"."""
_FIELD_LINE = re.compile(r"[A-Za-z_]\w*:(\s|$)|[\s#-]|$")
"""Matches the lines that front matter is made of, not "The garden grew."."""
_UNSEEN = INVISIBLE + BLANKS + " \t"
_HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_LIKE_FENCE = re.compile(rf"[{_HYPHENS}]{{1,40}}|[*_=+]{{3,40}}|(?:[{_HYPHENS}*_] ){{2,40}}[{_HYPHENS}*_]")
"""Matches "----", "—--" and "***", which some people write for "---"; not "- a dash"."""
_CODE_BLOCK = re.compile(r"(`{3,}|~{3,})\w*")
"""Matches "```yaml" and "~~~", but not "``"."""
_FENCE = "front-matter-fence-invalid"
_ADD_FRONT_MATTER = "start the file with a line '---', then 'title: …' and the other fields, then a line '---' again"
_WRITE_PLAIN_FENCE = "write three plain hyphens, '---', and nothing else on the line"
_BESIDE_FENCE = Fault(_FENCE, "there is an invisible character beside '---'", "delete the line and write '---' again")


def find_front_matter_end(lines: list[str], path: str) -> int | Problem:
    """The index of the line '---' that ends a file's front matter, or the error in its first or last line."""
    if not _OPENING.fullmatch(lines[0]):
        return _first_line_fault(lines).at(path, 1)
    end = next((number for number, line in enumerate(lines[1:], 1) if _CLOSING.fullmatch(line)), None)
    for number, line in enumerate(lines[1:end], 1):
        if _is_like_fence(line):
            if _OPENING.fullmatch(line.strip(_UNSEEN)) and line[:1] not in " \t":
                return _BESIDE_FENCE.at(path, number + 1)
            what = f"the front matter ends with '{line}' instead of '---'"
            return Problem("front-matter-fence-invalid", path, number + 1, what, _WRITE_PLAIN_FENCE)
        if not _FIELD_LINE.match(line):
            break
    if end is None:
        what = "the front matter that begins here has no end"
        return Problem("front-matter-unclosed", path, 1, what, "add a line '---' after its last field")
    return end


def _is_like_fence(line: str) -> bool:
    """Whether a line was meant to be '---': it is at the left edge, or has only spaces around its hyphens."""
    if line[:1] in " \t":
        return bool(_CLOSING.fullmatch(line.strip()))
    return not _CLOSING.fullmatch(line) and bool(_LIKE_FENCE.fullmatch(line.strip(_UNSEEN)))


def _first_line_fault(lines: list[str]) -> Fault:
    """The fault in the first line of a file that does not begin with '---'."""
    first = lines[0]
    shown = first.strip(_UNSEEN)
    start = next((number for number, line in enumerate(lines) if _is_front_matter_start(lines, number)), None)
    if not shown and start:
        between = next(number for number, line in enumerate(lines) if line.strip(_UNSEEN))
        if between == start:
            what = "the file begins with an empty line" if start == 1 else f"the file begins with {start} empty lines"
            return Fault("front-matter-not-first", f"{what}, and must begin with '---'", "remove what is above '---'")
    if _OPENING.fullmatch(shown) and first[:1] in " \t":
        return Fault(_FENCE, "there is a space before '---'", "remove it: '---' begins at the left edge")
    if _OPENING.fullmatch(shown):
        return _BESIDE_FENCE
    if _CODE_BLOCK.fullmatch(shown):
        fix = "remove that line and the one that closes the code block, so that the file begins with '---'"
        return Fault(_FENCE, f"the front matter is in a code block ('{shown}')", fix)
    if _LIKE_FENCE.fullmatch(shown) and (_has_fields(lines) or shown == "+++"):
        return Fault(_FENCE, f"the file begins with '{shown}' instead of '---'", _WRITE_PLAIN_FENCE)
    if shown.startswith("---") and not _LIKE_FENCE.fullmatch(shown):
        return Fault(_FENCE, f"the first line is '{shown[:40]}', and must be '---' alone", _WRITE_PLAIN_FENCE)
    if _FIELD.match(shown):
        return Fault(_FENCE, "the line '---' before the first field is missing", "add it as the first line of the file")
    if start:
        what = f"there is text before the front matter, which begins on line {start + 1}"
        return Fault("front-matter-not-first", what, "move it below the front matter")
    return Fault("front-matter-missing", "this file has no front matter", _ADD_FRONT_MATTER)


def _is_front_matter_start(lines: list[str], number: int) -> bool:
    """Whether front matter seems to begin on a line: '---' with a field below it."""
    below = lines[number + 1] if number + 1 < len(lines) else ""
    return bool(_OPENING.fullmatch(lines[number].strip(_UNSEEN)) and _FIELD.match(below.strip()))


def _has_fields(lines: list[str]) -> bool:
    return any(_FIELD.match(line.strip()) for line in lines[1:3])
