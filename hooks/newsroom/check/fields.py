"""Whether the fields of a page's front matter fit each other, and its file's name."""

import posixpath
from collections.abc import Iterator

from newsroom.document import Source
from newsroom.model import FrontMatter, Newsletter, Publication, Story
from newsroom.places import edition_date
from newsroom.problems import Problem, shorten


def check_fields(front: FrontMatter, source: Source) -> Iterator[Problem]:
    """Problems between one page's fields."""
    if isinstance(front, Newsletter):
        yield from _check_edition_date(front, source)
    if isinstance(front, Story) and front.author and front.authors:
        what = "both `author` and `authors` say who wrote it"
        fix = "name everybody in `authors` and remove `author`"
        yield Problem("author-and-authors", source.path, source.line("authors"), what, fix)
    if isinstance(front, Publication):
        yield from _check_publication(front, source)


def _check_edition_date(front: Newsletter, source: Source) -> Iterator[Problem]:
    edition = edition_date(posixpath.basename(source.path))
    if edition and not edition.covers(front.date):
        what = f"`date` is {front.date.isoformat()}, but the file is the edition of {edition.isoformat()}"
        fix = "remove the line `date`, or rename the file"
        yield Problem("edition-date-mismatch", source.path, source.line("date"), what, fix)


def _check_publication(front: Publication, source: Source) -> Iterator[Problem]:
    if front.status == "forthcoming" and front.file:
        what = "the publication is forthcoming, but names a PDF, which would be out with this page"
        fix = "take out the line `file`, or the line `status`"
        yield Problem("publication-forthcoming-file", source.path, source.line("file"), what, fix)
    if front.file and not front.file.lower().endswith(".pdf"):
        what = f"`file` is '{shorten(front.file)}', which is not a PDF"
        yield Problem("publication-file-not-pdf", source.path, source.line("file"), what, "name a .pdf file")
