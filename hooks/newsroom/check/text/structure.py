"""Checks the structure of a text: it is not empty, and its headings and sections are in order."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsroom.content.document import Source
from newsroom.content.outline import Heading
from newsroom.problems import Problem


def check_structure(source: Source) -> Iterator[Problem]:
    """Errors and warnings about the structure of one file."""
    if source.outline.is_empty:
        line = source.text_line - 1
        what = "there is no text after the front matter"
        yield Problem("text-missing", source.path, line, what, "write it below the second '---'")
        return
    if source.outline.is_too_deep:
        what = "lists or quotations are nested so deeply that some of the text is left out"
        yield Problem("nesting-too-deep", source.path, None, what, "give them fewer levels")
    yield from _check_headings(source)
    for tag in source.outline.tags:
        if tag.name == "h1":
            what = "`<h1>` is a first-level heading, and the title already is one"
            yield Problem("heading-first-level", source.path, tag.line, what, "write <h2> and </h2>")
    if source.type.text_rules.is_sectioned:
        yield from _check_sections(source)


def _check_headings(source: Source) -> Iterator[Problem]:
    headings = source.outline.headings
    first = next((heading for heading in headings if heading.level == 1), None)
    if first:
        what = f"'# {first.text}' is a first-level heading, and the title already is one"
        yield Problem("heading-first-level", source.path, first.line, what, _first_level_fix(source, first))
        headings = tuple(heading for heading in headings if heading is not first)
        if not _is_title(source, first) or any(heading.level == 1 for heading in headings):
            return  # the others change with it
    yield from _check_empty_headings(source)
    corrected = list(_correct_levels(headings))
    raised = {found.heading.level - found.level for found in corrected}
    if len(corrected) > 1 and len(raised) == 1 and (levels := raised.pop()):
        yield _all_too_deep(source, corrected[0], levels)
        return
    for heading, above, level in corrected:
        if heading.level != level:
            what = f"'{heading.text}' skips a heading level (from {above} to {heading.level})"
            if heading.level == above + 1:
                what = f"'{heading.text}' is below a heading that has to move up, and moves up with it"
            fix = f"write '{'#' * level} {heading.text}'"
            yield Problem("heading-level-skipped", source.path, heading.line, what, fix)


class _Corrected(NamedTuple):
    """A heading, the level of the heading above it, and the level that it should have."""

    heading: Heading
    above: int
    level: int


def _correct_levels(headings: Iterable[Heading]) -> Iterator[_Corrected]:
    above = [(1, 1)]  # the levels of the headings above: as written, and corrected
    for heading in headings:
        while above[-1][0] >= heading.level:
            above.pop()
        written, level = above[-1][0], above[-1][1] + 1
        above.append((heading.level, level))
        yield _Corrected(heading, written, level)


def _all_too_deep(source: Source, first: _Corrected, levels: int) -> Problem:
    """The error that all headings of a file are too deep, as where the text was copied they were below another."""
    what = f"'{first.heading.text}' skips a heading level (from {first.above} to {first.heading.level})"
    count = ("one", "two", "three", "four")[levels - 1]
    fix = f"delete {count} '#' from every heading of this file, so that this one is '## {first.heading.text}'"
    return Problem("heading-level-skipped", source.path, first.heading.line, what, fix)


def _check_empty_headings(source: Source) -> Iterator[Problem]:
    pictures = {reference.line for reference in source.outline.references if reference.is_image}
    for heading in source.outline.headings:
        if not heading.text and heading.line not in pictures:
            what = "the heading has no words; screen readers announce it, and lists of contents leave it out"
            yield Problem("heading-empty", source.path, heading.line, what, "write its words, or delete the line")


def _first_level_fix(source: Source, first: Heading) -> str:
    """How to correct a first-level heading without changing the order of the headings below it."""
    if _is_title(source, first):
        return "delete it: the page shows its title"
    if source.outline.headings == (first,):
        return f"write '## {first.text}'"
    return f"make every heading of this file one level deeper: '## {first.text}', and one more '#' before each other"


def _is_title(source: Source, heading: Heading) -> bool:
    return heading.text.casefold() == str(source.values.get("title")).casefold()


def _check_sections(source: Source) -> Iterator[Problem]:
    sections = source.outline.sections
    if not sections:
        what = "the edition has no section, so its contents list would be empty"
        fix = "begin each section with a line like '## Hello and welcome'"
        yield Problem("section-missing", source.path, source.text_line, what, fix)
    seen: dict[str, int] = {}
    for section in sections:
        if section.id in source.outline.boxed:
            what = f"the heading '{section.text}' is inside an HTML element or a list, and begins no section"
            fix = "put it outside, or make it a smaller heading: '###'"
            yield Problem("section-boxed", source.path, section.line, what, fix)
        name = section.text.casefold()
        if name and name in seen:
            what = f"a second section is called '{section.text}'; the first is on line {seen[name]}"
            yield Problem("section-repeated", source.path, section.line, what, "give one of them another name")
        seen.setdefault(name, section.line)
