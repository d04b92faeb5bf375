"""Checks that items have no text left from their template, and that the guide shows the current templates."""

from collections.abc import Iterator

from newsroom.check.placeholders import TEMPLATES, Template, untouched_fields, untouched_lines
from newsroom.content.document import Source
from newsroom.english import field_name
from newsroom.problems import Problem

_BLOCK_START, _BLOCK_END = "```markdown", "```"


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
