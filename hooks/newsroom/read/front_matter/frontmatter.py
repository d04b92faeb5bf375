"""Parses front matter: the YAML between two `---` lines at the start of a file, with the line of every key.

Every scalar stays the text in the file; the models decide what it means. Aliases are refused: front matter never needs
them, and a short file could expand into a huge one (https://en.wikipedia.org/wiki/Billion_laughs_attack).
"""

import re
from contextlib import suppress
from dataclasses import dataclass, field

import yaml

from newsroom.content.document import KeyPath, Value
from newsroom.problems import Problem
from newsroom.read.characters import BLANKS, CONTROL, INVISIBLE
from newsroom.read.front_matter.fences import find_front_matter_end
from newsroom.read.front_matter.quoting import find_comment_fault, find_value_fault
from newsroom.read.front_matter.spacing import find_spacing_faults
from newsroom.read.front_matter.syntax import empty_faulty_fields, find_syntax_problems
from newsroom.read.front_matter.yaml_nodes import compose_yaml

_WITHDRAWN = re.compile(
    r"""(?:^|\bconsent\b.{0,500}[{,])[^\w#\n]{0,20}(?:date[-_ ]?)?wi\w{0,3}[-_ ]?d?r[ae]w\w{0,5}["']?
    (?:[^\S\n]*[:;=：]+[^\S\n]*["'\[]?\w|[^\S\n]+["'\[]?\d)
    |\bconsent["']?[^\S\n]*[:=：][^\S\n]*["'\[]?wi\w{0,3}d?r[ae]w""",
    re.MULTILINE | re.IGNORECASE | re.VERBOSE,
)
"""A field that says when an item was withdrawn, even if it is misspelt: `  withdrawn: 2026-05-01`, `Withdrawen: May`,
`  withdrawn 2026-05-01`, `date_withdrawn: May`, `consent: withdrawn`, `consent: {ref: S-012, "withdrawn": 2026-05-01}`;
but not `  withdrawn:`, `# withdrawn: 2026-05-01` or a line of text like `withdrawn from the shops`."""
_OPENING = re.compile(r"\ufeff?(?:\s|`{3,}.*\n)*(?:-{2,}|[–—]+)[ \t]*\n")
"""The line before front matter, as people may write it: `---`, `—`, and a code block's first line before it."""
_TEXT_AFTER = re.compile(r"[ \t]+#\S")
"""After a value in quotation marks: ` #1 in Derby`, which is text, but not ` # a comment`."""
_MAX_DEPTH = 20
"""Levels of lists and groups. No model has more than four. Python's own limit differs between versions."""
_MAX_LENGTH = 10_000
"""In characters, many times what pages need. Thousands of brackets in a longer text would crash the parser."""
_OTHER_LINE_ENDS = re.compile("[\r\x85\u2028\u2029]")
"""Characters that end a line for YAML, but not in an editor."""
_AROUND = BLANKS + INVISIBLE
"""What is pasted along with a value, like a no-break space after "2026-10-05". In quotation marks it stays."""
_QUOTED = ('"', "'")
_DRAFT = re.compile(r"""^draft:[ \t]*(["']?)(?:true|yes|on)\1[ \t]*(?:#.*)?$""", re.MULTILINE | re.IGNORECASE)
"""A line that makes a draft: `draft: true  # until May`, but not `draft: trueish` or ` draft: true` in a group."""
_CHARACTER = "front-matter-character-invalid"
_UNPRINTABLE = yaml.reader.Reader.NON_PRINTABLE


@dataclass
class FrontMatterText:
    """A parsed file: the values of its front matter, the line of each key, and the Markdown after it.

    ``text`` begins on line ``text_line`` of the file. ``problems`` are the errors in the front matter. If these are in
    its YAML, ``other_values`` are those of the other fields, with their lines.
    """

    values: dict[str, Value] = field(default_factory=dict)
    lines: dict[KeyPath, int] = field(default_factory=dict)
    other_values: dict[str, Value] = field(default_factory=dict)
    other_lines: dict[KeyPath, int] = field(default_factory=dict)
    text: str = ""
    text_line: int = 1
    problems: list[Problem] = field(default_factory=list)

    @property
    def has_end(self) -> bool:
        """Whether the file has front matter with an end, after which the Markdown begins."""
        return self.text_line > 1


def parse_front_matter(text: str, path: str) -> FrontMatterText:
    """Parse a file's text. Never raises: all errors are in ``problems``."""
    lines = text.split("\n")
    end = find_front_matter_end(lines, path)
    if isinstance(end, Problem):
        return FrontMatterText(text=text, problems=[end])
    found = FrontMatterText(text="\n".join(lines[end + 1 :]), text_line=end + 2)
    found.problems = [
        Problem(
            "front-matter-tab",
            path,
            number,
            "this line is indented with a tab",
            "use two spaces instead; YAML does not allow tabs",
        )
        for number, line in enumerate(lines[1:end], 2)
        if re.match(r" *\t+ *\S", line)
    ]
    if not found.problems:
        _read_yaml("\n".join(lines[1:end]), path, found)
    return found


def is_marked_draft(text: str) -> bool:
    """Whether a file's text has a line ``draft: true`` in its front matter, even if the rest of it is not valid."""
    return bool(_DRAFT.search(_head(text)))


def is_marked_withdrawn(text: str) -> bool:
    """Whether a file's text has a line ``withdrawn: …`` in its front matter, even if the rest of it is not valid."""
    return bool(_WITHDRAWN.search(_head(text)))


def _head(text: str) -> str:
    """The probable front matter of a text."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    opening = _OPENING.match(plain)
    start = opening.end() if opening else 0
    end = plain.find("\n---", start)
    return plain[start:end] if end >= 0 else plain[start:]


def _read_yaml(source: str, path: str, found: FrontMatterText) -> None:
    if len(source) > _MAX_LENGTH:
        what = f"the front matter is longer than {_MAX_LENGTH} characters"
        found.problems.append(
            Problem("front-matter-too-long", path, 2, what, "write the text of the page below the second '---'")
        )
        return
    if unprintable := _UNPRINTABLE.search(source):
        line = source.count("\n", 0, unprintable.start()) + 2
        what = "this line contains a character that YAML does not allow"
        found.problems.append(
            Problem(_CHARACTER, path, line, what, "retype the line; the character is probably invisible")
        )
        return
    lines = _OTHER_LINE_ENDS.sub(" ", source).split("\n")
    for repair in list(find_spacing_faults(lines)):
        found.problems.append(repair.fault.at(path, repair.number + 2))
        lines[repair.number] = repair.line
    source = "\n".join(lines)
    converter = _Converter(path, [*lines, ""])
    try:
        root = compose_yaml(source)
        value = converter.convert(root, ()) if isinstance(root, yaml.MappingNode) else None
    except yaml.MarkedYAMLError as error:
        found.problems.extend(find_syntax_problems(error, lines, path))
        _read_other_fields(lines, path, found)
        return
    except RecursionError:
        what = "the front matter is nested too deeply"
        found.problems.append(Problem("front-matter-too-deep", path, 2, what, "use plain lists and fields"))
        return
    if value is None:
        fix = "write one field a line, like 'title: Maggie's story'"
        found.problems.append(
            Problem("front-matter-not-fields", path, 2, "the front matter is not made of fields", fix)
        )
        return
    found.values = value if isinstance(value, dict) else {}
    found.lines = converter.lines
    found.problems += converter.problems


def _read_other_fields(lines: list[str], path: str, found: FrontMatterText) -> None:
    """Read the fields beside those that are not YAML, so that their errors are reported together."""
    kept = empty_faulty_fields(lines, found.problems)
    converter = _Converter(path, [*kept, ""])
    with suppress(yaml.MarkedYAMLError, RecursionError):
        root = compose_yaml("\n".join(kept))
        value = converter.convert(root, ()) if isinstance(root, yaml.MappingNode) else None
        found.other_values, found.other_lines = value if isinstance(value, dict) else {}, converter.lines
        found.problems += converter.problems


class _Converter:
    """Turns YAML nodes into plain values, and collects the line of each key and the errors."""

    def __init__(self, path: str, source_lines: list[str]) -> None:
        self.path = path
        self.source_lines = source_lines
        self.lines: dict[KeyPath, int] = {}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def convert(self, node: yaml.Node, key: KeyPath) -> Value | None:
        if len(key) > _MAX_DEPTH:
            raise RecursionError
        line = node.start_mark.line + 2
        self.lines.setdefault(key, line)
        if id(node) in self._seen:
            if not isinstance(node, yaml.ScalarNode):  # the anchor of a scalar is reported where it is defined
                self._problem("front-matter-alias", line, "the value is a YAML alias (*)", "write the value out")
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, key)
        if isinstance(node, yaml.SequenceNode):
            items = [self.convert(item, (*key, index)) for index, item in enumerate(node.value)]
            return ["" if item is None else item for item in items]
        if isinstance(node, yaml.ScalarNode):
            self._check_scalar(node, line)
        if control := CONTROL.search(str(node.value)):
            what = f"the value contains a control character (U+{ord(control[0]):04X})"
            self._problem(_CHARACTER, line, what, "delete it from the value")
            return None
        if node.tag == "tag:yaml.org,2002:null":
            return None
        is_plain = isinstance(node, yaml.ScalarNode) and not node.style
        return str(node.value).strip(_AROUND) if is_plain else str(node.value)

    def _mapping(self, node: yaml.MappingNode, key: KeyPath) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for name_node, value_node in node.value:
            line = name_node.start_mark.line + 2
            if not isinstance(name_node, yaml.ScalarNode):
                self._problem(
                    "front-matter-name-missing", line, "a field's name is missing", "write it as 'name: value'"
                )
                continue
            name = str(name_node.value) if name_node.style else str(name_node.value).strip(_AROUND)
            if (*key, name) in self.lines:
                first = self.lines[(*key, name)]
                fix = f"keep one; the first is on line {first}"
                self._problem("front-matter-field-repeated", line, f"`{name}` is in the front matter twice", fix)
                continue
            self.lines[(*key, name)] = line
            value = self.convert(value_node, (*key, name))
            if value is not None:
                values[name] = value
        return values

    def _check_scalar(self, node: yaml.ScalarNode, line: int) -> None:
        """Report the parts that YAML drops from a value: a comment after it, a tag or an anchor before it."""
        start, end = node.start_mark, node.end_mark
        source_lines = self.source_lines[start.line]
        is_quoted = source_lines[start.column : start.column + 1] in _QUOTED
        if is_quoted and not _TEXT_AFTER.match(self.source_lines[end.line][end.column :]):
            return
        if source_lines[start.column : start.column + 1] in ("!", "&"):
            fault = find_value_fault(source_lines)
        elif node.style in ("|", ">"):
            fault = find_comment_fault(source_lines, len(source_lines.split(" #")[0]))
        else:
            line, fault = end.line + 2, find_comment_fault(self.source_lines[end.line], end.column)
        if fault:
            code, what, fix = fault
            self._problem(code, line, what, fix)

    def _problem(self, code: str, line: int, what: str, fix: str) -> None:
        self.problems.append(Problem(code, self.path, line, what, fix))
