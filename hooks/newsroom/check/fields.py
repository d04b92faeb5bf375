"""Whether the fields of a page's front matter fit each other, and its file's name."""

from collections.abc import Iterator

from newsroom.document import AnyDocument
from newsroom.model import Newsletter, Publication
from newsroom.problems import Problem


def check_fields(document: AnyDocument) -> Iterator[Problem]:
    """Problems between one document's fields."""
    if isinstance(document.front, Newsletter):
        yield from _check_edition_date(document, document.front)
    if isinstance(document.front, Publication):
        yield from _check_publication(document, document.front)


def _check_edition_date(document: AnyDocument, front: Newsletter) -> Iterator[Problem]:
    if not front.date.isoformat().startswith(document.slug):
        what = f"`date` is {front.date.isoformat()}, but the file is the edition of {document.slug}"
        yield Problem(document.path, document.line("date"), what, "remove the line `date`, or rename the file")


def _check_publication(document: AnyDocument, front: Publication) -> Iterator[Problem]:
    if front.status == "published" and not (front.file or front.link):
        what = "the publication has neither `file` nor `link`, so nobody could read it"
        yield Problem(document.path, None, what, "name its PDF in `file`, or its address in `link`")
    if front.file and not front.file.lower().endswith(".pdf"):
        yield Problem(
            document.path, document.line("file"), f"`file` is '{front.file}', which is no PDF", "name a .pdf file"
        )
