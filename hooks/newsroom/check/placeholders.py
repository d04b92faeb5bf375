"""The templates that editors start from, and the sentences in them that must be replaced.

The templates are the files in ``templates/``. The guide shows them, and the check looks for text left from them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from newsroom.content.document import KeyPath, Source, Value
from newsroom.content.types import TOPIC_TYPES, TYPES, AnyType
from newsroom.english import field_name
from newsroom.problems import Problem
from newsroom.read.front_matter.frontmatter import parse_front_matter

FOLDER = Path(__file__).parents[1] / "content" / "templates"
_VALID_VALUES = frozenset({"date", "kind", *(topic.topic_field for topic in TOPIC_TYPES)})
"""The fields whose value in a template may be valid."""
_VALID_IN_CONSENT = frozenset({"basis", "identity", "scope", "given"})
"""The same inside `consent`. The `given` of an author is a name, not a day."""
_PEOPLE = frozenset({"author", "authors", "from"})
"""The fields that may have each other's placeholders, because editors move people between them."""
_BLOCK_START, _BLOCK_END = "```markdown", "```"


@dataclass(frozen=True)
class Template:
    """The template from which editors start an item of a type.

    ``file`` is its name in the folder; ``fields`` are the placeholders by the name of the field at the left edge;
    ``lines`` those in the text.
    """

    file: str
    text: str
    fields: Mapping[str, frozenset[str]]
    lines: frozenset[str]


def _read_template(content_type: AnyType) -> Template:
    rules = content_type.text_rules
    text = (FOLDER / rules.starter).read_text(encoding="utf-8")
    parsed = parse_front_matter(text, rules.starter)
    fields: dict[str, frozenset[str]] = {}
    for key, value in find_texts(parsed.values):
        is_valid = key[0] in _VALID_VALUES or (key[0] == "consent" and key[1] in _VALID_IN_CONSENT)
        if not is_valid:
            group = _field_group(str(key[0]))
            fields[group] = fields.get(group, frozenset()) | {value}
    lines = (line.strip() for line in parsed.text.splitlines())
    lines_to_replace = frozenset(line for line in lines if line and not (rules.is_sectioned and line[0] == "#"))
    return Template(rules.starter, text, fields, lines_to_replace)


def untouched_fields(template: Template, values: Mapping[str, Value]) -> Iterator[KeyPath]:
    """The fields of an item whose value is still the template's."""
    for key, value in find_texts(dict(values)):
        if value in template.fields.get(_field_group(str(key[0])), ()):
            yield key


def untouched_lines(template: Template, text: str) -> Iterator[tuple[int, str]]:
    """The lines of an item's text that are still the template's, counted from 0."""
    sentences = template.lines
    if any(sentence in text for sentence in sentences):
        yield from ((number, line) for number, line in enumerate(text.splitlines()) if line.strip() in sentences)


def find_texts(value: Value, key: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Every text in the values of front matter, with the path of keys that leads to it."""
    if isinstance(value, str):
        yield key, value.strip()
        return
    for name, inner in value.items() if isinstance(value, dict) else enumerate(value):
        yield from find_texts(inner, (*key, name))


def _field_group(name: str) -> str:
    return "people" if name in _PEOPLE else name


TEMPLATES: Mapping[str, Template] = {found.name: _read_template(found) for found in TYPES if found.text_rules.starter}
"""The templates by the name of their type; other types have none."""


def check_templates(source: Source) -> Iterator[Problem]:
    """Errors about text left from a template, and warnings about outdated templates, in one file."""
    yield from _check_added(source)
    template = TEMPLATES.get(source.type.name)
    if template:
        yield from _check_untouched(source, template)
    elif _BLOCK_START in source.text:
        yield from _check_shown(source)


def _check_added(source: Source) -> Iterator[Problem]:
    """The error about a type that has no template from which editors start."""
    added = source.values.get("adds")
    if isinstance(added, str) and added not in TEMPLATES:
        fix = f"choose one of {', '.join(TEMPLATES)}"
        yield source.field_problem("field-choice-unknown", "adds", f"`adds` cannot be '{added}'", fix)


def _check_untouched(source: Source, template: Template) -> Iterator[Problem]:
    for key in untouched_fields(template, source.values):
        fix = "write your own, or remove it if it is not needed"
        what = f"{field_name(key)} still has the text of the template"
        yield source.field_problem("template-text-left", key, what, fix)
    for number, line in untouched_lines(template, source.text):
        what = f"'{line.strip()}' is a sentence of the template"
        fix = "replace it with your text, or remove the line"
        yield Problem("template-text-left", source.path, source.text_line + number, what, fix)


def _check_shown(source: Source) -> Iterator[Problem]:
    """Warnings about templates in code blocks that differ from the files."""
    lines = source.text.splitlines()
    beginnings = {tuple(template.text.splitlines()[:2]): template for template in TEMPLATES.values()}
    for number, line in enumerate(lines):
        template = beginnings.get(tuple(lines[number + 1 : number + 3]))
        if line != _BLOCK_START or template is None:
            continue
        expected = [*template.text.splitlines(), _BLOCK_END]
        if lines[number + 1 : number + 1 + len(expected)] != expected:
            what = f"the template shown here differs from hooks/newsroom/content/templates/{template.file}"
            fix = "copy that file's text here"
            yield Problem("template-outdated", source.path, source.text_line + number, what, fix)
