"""Finds lines of front matter in which a plain space is missing, or is another character that looks like one.

YAML often reads such a line as a part of the text above or below it. Then it reports no error, or one on another line.
So each line is judged by its characters and by the fields above it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from newsroom.content.types import FIELD_NAMES, LIST_FIELDS
from newsroom.english import in_spaces
from newsroom.problems import Fault, shorten
from newsroom.read.characters import BLANKS, INVISIBLE, NO_BREAK_SPACES
from newsroom.read.front_matter.quoting import quote_value

_ODD = BLANKS + INVISIBLE
_GAP = rf"[ \t{_ODD}]"
_BULLETS = "*+•·▪‣–—‐‑−"
_SUSPECT = re.compile(
    rf"[{_ODD}\uff1a]|^ *(?:- +)*(?:[A-Za-z_][\w-]*:[^\s/]|-(?: *\t|[^ \n-])|[{_BULLETS}])|[{{,] *[A-Za-z_]\w*:[^\s/]",
    re.MULTILINE,
)
"""Matches in all front matter that has such a line, and in little that has none: "title:x", but not "title: x"."""
_LINE = re.compile(
    rf"(?P<indent>{_GAP}*)(?P<hyphens>(?:-(?:{_GAP}+|$))*)(?P<bullet>(?:-(?=[^\s{_ODD}-])|[{_BULLETS}]{_GAP}*)?)"
    rf"(?:(?P<name>[A-Za-z_][\w{_ODD}-]{{0,40}}?)(?P<before>{_GAP}{{0,9}})(?P<colon>[:\uff1a])(?P<gap>{_GAP}*))?(?P<value>.*)"
)
"""Splits "  - name: Ada" at each of its marks, whichever blanks are between them."""
_FLOW_NAME = re.compile(
    rf"\"(?:[^\"\\]|\\.)*\"|'[^']*'|(?<=[{{,])(\s*)([A-Za-z_]\w*):((?:[{_ODD}][ {_ODD}]*)?)(?=[^\s,}}/])"
)
"""Matches "src:" in "{src:x}" and texts in quotation marks, so that they are passed over; not "src:" in "{src: x}"."""
_CHARACTER = "front-matter-character-invalid"
_COLON = "front-matter-colon-missing"
_HYPHEN = "front-matter-hyphen"


class Repair(NamedTuple):
    """What is wrong with a line, counted from 0, and the line as it should be."""

    number: int
    fault: Fault
    line: str


class _Open(NamedTuple):
    """A field or an entry of a list to which the next line may belong. ``name`` is "" for an entry."""

    column: int
    name: str


@dataclass
class _Above:
    """What is above a line: the fields and entries it may belong to, and whether the last one has its value."""

    opened: list[_Open] = field(default_factory=lambda: [_Open(0, "")])
    has_value: bool = False

    def is_continued_by(self, line: str) -> bool:
        """Whether a line belongs to the value above it, whatever is in it."""
        return self.has_value and len(line) - len(line.lstrip(" ")) > self.opened[-1].column

    def is_list_at(self, column: int) -> bool:
        """Whether an entry of a list may begin at a column."""
        last = self.opened[-1]
        awaited = not self.has_value and last.name in LIST_FIELDS and column >= last.column
        return awaited or any(above.column == column and not above.name for above in self.opened[1:])

    def column_near(self, column: int, *, is_structure: bool) -> int:
        """The column that a line was meant to begin at, whose indentation is as wide as ``column``."""
        last = self.opened[-1].column
        if len(self.opened) == 1:
            return 0
        if not self.has_value:
            return max(column, last + 2) if column > last else column
        if not is_structure:
            return column if column > last else last + 2
        return min((above.column for above in self.opened), key=lambda known: (abs(known - column), -known))

    def add(self, column: int, marks: str, name: str, *, has_value: bool) -> None:
        """Put the entries and the field that begin on a line on top of those that they belong to."""
        while len(self.opened) > 1 and self._is_closed_by(column, is_entry=bool(marks)):
            self.opened.pop()
        self.opened += [_Open(column + at, "") for at, mark in enumerate(marks) if mark == "-"]
        if name:
            self.opened.append(_Open(column + len(marks), name))
        self.has_value = has_value

    def _is_closed_by(self, column: int, *, is_entry: bool) -> bool:
        last = self.opened[-1]
        return last.column > column or (last.column == column and not (last.name and is_entry))


def find_spacing_faults(lines: Sequence[str]) -> Iterator[Repair]:
    """The lines of front matter whose blanks are missing or not plain, each as it should be.

    They may have other faults, which are for the parser of the repaired lines.
    """
    if not _SUSPECT.search("\n".join(lines)):
        return
    above = _Above()
    for number, line in enumerate(lines):
        shown = line.strip(" \t")
        if not shown or shown.startswith("#") or above.is_continued_by(line):
            continue
        if not shown.strip(_ODD):
            what = f"the line is not empty, although it looks so: there is {_kind(shown[0])} on it"
            yield Repair(number, Fault(_CHARACTER, what, "delete the line"), "")
        elif found := _LINE.fullmatch(line):
            parts = _Parts(found, above)
            if fault := parts.find_fault():
                yield Repair(number, fault, parts.repaired)
            if parts.marks or parts.name:
                above.add(parts.column, parts.marks, parts.name, has_value=parts.has_value)
            else:
                above.has_value = True


class _Parts:
    """A line, split at its marks: what each part is, and what it was meant to be."""

    def __init__(self, found: re.Match[str], above: _Above) -> None:
        width = sum(2 if blank == "\t" else blank not in INVISIBLE for blank in found["indent"])
        is_entry = bool(found["bullet"]) and above.is_list_at(width)
        self._found = found
        self._bullet = found["bullet"].strip(f"{_ODD} \t") if is_entry else ""
        self.marks = re.sub(rf"-({_GAP}*)", _plain_mark, found["hyphens"]) + "- " * is_entry
        self.name = _meant_name(found) if is_entry or not found["bullet"] else ""
        self.value = found["value"] if self.name else found[0][found.end("bullet" if is_entry else "hyphens") :]
        is_structure = bool(self.marks) or self.name in FIELD_NAMES
        self.column = above.column_near(width, is_structure=is_structure) if _is_odd(found["indent"]) else width

    @property
    def _is_read_otherwise(self) -> bool:
        """Whether the value means something else to YAML after a blank that is not plain: it becomes text."""
        return self.value[:1] in ("", '"', "'", "[", "{", ">", "|")

    @property
    def has_value(self) -> bool:
        """Whether the last field or entry on the line has its value there, not on the lines below."""
        return bool(self.value) and not self.value.startswith("#")

    @property
    def repaired(self) -> str:
        """The line as it should be."""
        value = _FLOW_NAME.sub(_with_space, self.value) if self.value[:1] == "{" else self.value
        if self.name and not self._is_read_otherwise and re.search(r":(?:[ \t]|$)", value):
            value = quote_value(value)
        name = f"{self.name}: " if self.name else ""
        return f"{' ' * self.column}{self.marks}{name}{value}".rstrip(" ")

    def find_fault(self) -> Fault | None:
        """What is wrong with the blanks; None if nothing is."""
        indent = self._found["indent"]
        if _is_odd(indent):
            start = shorten(self.repaired.strip().split(" ")[0])
            fix = (
                f"put {in_spaces(self.column, 'plain')} before '{start}' instead"
                if self.column
                else f"delete all before '{start}'"
            )
            return _character_fault(indent, "at the beginning of the line", fix)
        line = self.repaired.strip(" ")
        return self._hyphen_fault(line) or (self._name_fault(line) if self.name else None)

    def _hyphen_fault(self, line: str) -> Fault | None:
        hyphens = self._found["hyphens"]
        if re.search(rf"-{_GAP}*\t|-[{_ODD}]", hyphens) or (
            _is_odd(hyphens) and (self.name or self._is_read_otherwise)
        ):
            return _character_fault(hyphens, "after the hyphen", _retype(hyphens, line))
        if self._bullet == "-":
            return Fault(_HYPHEN, "there is no space after the hyphen", f"write '{line}'")
        if self._bullet:
            return Fault(
                _HYPHEN, f"an entry of a list begins with '{self._bullet}', not with a hyphen", f"write '{line}'"
            )
        return None

    def _name_fault(self, line: str) -> Fault | None:
        name, before, gap = (self._found[part] for part in ("name", "before", "gap"))
        if name != self.name or _is_odd(before):
            place = "before the colon" if name == self.name else "in the field's name"
            return _character_fault(name + before, place, f"delete the line and type it again: {line}")
        if self._found["colon"] != ":":
            return Fault(_COLON, f"the colon is the wide '{self._found['colon']}'", f"write '{line}'")
        if _is_odd(gap if self._is_read_otherwise else gap[:1]):
            fix = _retype(gap, line) if self.value else f"delete all after '{self.name}:'"
            return _character_fault(gap, "after the colon", fix)
        if self.value and not gap:
            return Fault(_COLON, "there is no space after the colon", f"write '{line}'")
        for part in _FLOW_NAME.finditer(self.value if self.value[:1] == "{" else ""):
            if part[3]:
                return _character_fault(part[3], f"after '{part[2]}:'", _retype(part[3], line))
            if part[2] in FIELD_NAMES:
                return Fault(_COLON, f"there is no space after '{part[2]}:'", f"write '{line}'")
        return None


def _meant_name(found: re.Match[str]) -> str:
    """The name before a colon, if it is one: one that fields have, or any with a blank after it. Else an empty text."""
    if not found["name"]:
        return ""
    name = re.sub(f"[{INVISIBLE}]", "", found["name"])
    joined = re.sub(f"[{BLANKS}]+", "_", name)
    if joined in FIELD_NAMES:
        return "" if found["value"].startswith("//") else joined
    gap = found["gap"]
    is_plain = gap[0] in " \t" or not found["indent"] if gap else not found["value"]
    return name if is_plain and found["colon"] == ":" else ""


def _plain_mark(found: re.Match[str]) -> str:
    """A hyphen with plain spaces after it, as many as there are blanks, and one at least."""
    return f"-{' ' * max(1, sum(blank not in INVISIBLE for blank in found[1]))}"


def _with_space(found: re.Match[str]) -> str:
    """A name in a group with a plain space after it; a text in quotation marks as it is."""
    return f"{found[1]}{found[2]}: " if found[3] or found[2] in FIELD_NAMES else found[0]


def _character_fault(text: str, place: str, fix: str) -> Fault:
    odd = next(character for character in text if character in _ODD + "\t")
    code = "front-matter-tab" if odd == "\t" else _CHARACTER
    likeness = ", which only looks like a plain space" if odd in BLANKS else ""
    return Fault(code, f"there is {_kind(odd)} {place}{likeness}", fix)


def _kind(odd: str) -> str:
    if odd == "\t":
        return "a tab"
    if odd in NO_BREAK_SPACES:
        return "a no-break space"
    return f"{'an invisible character' if odd in INVISIBLE else 'a space of another width'} (U+{ord(odd):04X})"


def _retype(blanks: str, line: str) -> str:
    if any(character in INVISIBLE for character in blanks):
        return f"delete the line and type it again: {line}"
    return f"type a plain space instead: {line}"


def _is_odd(text: str) -> bool:
    return any(character in _ODD for character in text)
