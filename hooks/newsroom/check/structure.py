"""Whether a page's text is built as its kind of page needs it: something in it, headings in order, sections."""

from collections.abc import Iterator

from newsroom.document import AnyDocument, Kind
from newsroom.model import Newsletter, Publication
from newsroom.problems import Problem


def check_structure(document: AnyDocument) -> Iterator[Problem]:
    """Problems in the shape of one document."""
    if document.outline.is_empty:
        yield Problem(document.path, None, "there is no text after the front matter", "write it below the second '---'")
        return
    yield from _check_headings(document)
    if document.kind is Kind.NEWSLETTER:
        yield from _check_sections(document)
    if isinstance(document.front, Newsletter):
        yield from _check_edition_date(document, document.front)
    if isinstance(document.front, Publication):
        yield from _check_publication(document, document.front)


def _check_headings(document: AnyDocument) -> Iterator[Problem]:
    level = 1
    for heading in document.outline.headings:
        if heading.level == 1:
            what = f"'# {heading.text}' is a first-level heading, and the title already is one"
            yield Problem(document.path, heading.line, what, f"write '## {heading.text}'")
        elif heading.level > level + 1:
            what = f"'{heading.text}' skips a heading level (from {level} to {heading.level})"
            yield Problem(document.path, heading.line, what, f"write '{'#' * (level + 1)} {heading.text}'")
        level = max(heading.level, 2) if heading.level == 1 else heading.level


def _check_sections(document: AnyDocument) -> Iterator[Problem]:
    sections = document.outline.sections
    if not sections:
        what = "the edition has no section, so its contents list would be empty"
        yield Problem(document.path, None, what, "begin each section with a line like '## Hello and welcome'")
    seen: dict[str, int] = {}
    for section in sections:
        name = section.text.casefold()
        if name in seen:
            what = f"a second section is called '{section.text}'; the first is on line {seen[name]}"
            yield Problem(document.path, section.line, what, "give one of them another name")
        seen.setdefault(name, section.line)


def _check_edition_date(document: AnyDocument, front: Newsletter) -> Iterator[Problem]:
    if not front.date.isoformat().startswith(document.slug):
        what = f"`date` is {front.date.isoformat()}, but the file is the edition of {document.slug}"
        yield Problem(document.path, document.line("date"), what, "remove the line `date`, or rename the file")


def _check_publication(document: AnyDocument, front: Publication) -> Iterator[Problem]:
    if front.status == "published" and not (front.file or front.link):
        what = "the publication has neither `file` nor `link`, so nobody could read it"
        yield Problem(document.path, None, what, "name its PDF in `file`, or its address in `link`")
    if front.file and not front.file.lower().endswith(".pdf"):
        yield Problem(document.path, document.line("file"), f"`file` is '{front.file}', which is no PDF", "name a .pdf file")
