"""Whether a page's text is built as its kind of page needs it: something in it, headings in order, sections."""

from collections.abc import Iterator

from newsroom.document import Source
from newsroom.problems import Problem


def check_structure(source: Source) -> Iterator[Problem]:
    """Problems in the shape of one file."""
    if source.outline.is_empty:
        line = source.body_line - 1
        what = "there is no text after the front matter"
        yield Problem("text-missing", source.path, line, what, "write it below the second '---'")
        return
    if source.outline.is_too_deep:
        what = "lists or quotations are in each other so deep that some of the text is left out"
        yield Problem("nesting-too-deep", source.path, None, what, "give them fewer levels")
    yield from _check_headings(source)
    if source.type.is_sectioned:
        yield from _check_sections(source)


def _check_headings(source: Source) -> Iterator[Problem]:
    level = 1
    for heading in source.outline.headings:
        if heading.level == 1:
            what = f"'# {heading.text}' is a first-level heading, and the title already is one"
            yield Problem("heading-first-level", source.path, heading.line, what, f"write '## {heading.text}'")
        elif heading.level > level + 1:
            what = f"'{heading.text}' skips a heading level (from {level} to {heading.level})"
            fix = f"write '{'#' * (level + 1)} {heading.text}'"
            yield Problem("heading-level-skipped", source.path, heading.line, what, fix)
        level = max(heading.level, 2) if heading.level == 1 else heading.level


def _check_sections(source: Source) -> Iterator[Problem]:
    sections = source.outline.sections
    if not sections:
        what = "the edition has no section, so its contents list would be empty"
        fix = "begin each section with a line like '## Hello and welcome'"
        yield Problem("section-missing", source.path, source.body_line, what, fix)
    seen: dict[str, int] = {}
    for section in sections:
        name = section.text.casefold()
        if name in seen:
            what = f"a second section is called '{section.text}'; the first is on line {seen[name]}"
            yield Problem("section-repeated", source.path, section.line, what, "give one of them another name")
        seen.setdefault(name, section.line)
