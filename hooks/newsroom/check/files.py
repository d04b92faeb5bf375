"""Whether every file in the content folders is published, or reported with what to do about it."""

import posixpath
from collections.abc import Iterator, Set

from newsroom.accessibility import RECORD
from newsroom.document import Source
from newsroom.formats import DOCUMENTS, PUBLISHED_ENDINGS, RECORDINGS, Refusal, ending_of
from newsroom.places import SHARED_ASSETS, is_synonyms
from newsroom.problems import Fault, Problem
from newsroom.read import Reading
from newsroom.read.pdf import PdfFault
from newsroom.read.targets import used_by, used_by_reference


def check_files(reading: Reading, misnamed: Set[str]) -> Iterator[Problem]:
    """Problems with files that no page links to: what is refused is otherwise reported where the link is.

    ``misnamed`` are files that pages name in a wrong way, which is reported there: they are not unused.
    """
    used = {path for source in reading.sources.values() for path in used_by(source)}
    for path, refusal in reading.refused.items():
        if path not in used and path != RECORD and not is_synonyms(path):
            yield Problem(refusal.code, path, None, refusal.what, refusal.fix)
    for path, pdf in reading.pdfs.items():
        if path not in used and isinstance(pdf, PdfFault):
            yield Problem(pdf.code, path, None, pdf.what, pdf.fix)
    if reading.sources.keys() == reading.paths:  # else the page that uses a file may be among those not read
        yield from (_unused(path) for path in _unused_assets(reading, used | misnamed))


def linked_refusal(target: str, refusal: Refusal) -> Fault:
    """What is wrong with a link to a file that is refused, and how to fix it."""
    return Fault(refusal.code, f"'{target}' {refusal.what}", refusal.fix_link or refusal.fix)


def is_unusable(path: str, reading: Reading) -> bool:
    """Whether a file, or a folder that it is in, has an error of its own that says why nothing can lead there."""
    while path and reading.unusable:
        if path in reading.unusable:
            return True
        path = posixpath.dirname(path)
    return False


def check_linked_pdfs(source: Source, reading: Reading) -> Iterator[Problem]:
    """Problems with the PDFs that a page's text links to."""
    for reference in source.outline.references:
        pdf = reading.pdfs.get(used_by_reference(source, reference) or "")
        if isinstance(pdf, PdfFault):
            what = f"the PDF '{reference.target}' {pdf.what}"
            yield Problem(pdf.code, source.path, reference.line, what, pdf.fix)


def _unused_assets(reading: Reading, used: set[str]) -> Iterator[str]:
    """What no page uses; but where a page names a file that is not there, its folder may hold what was meant."""
    missing = (path for path in used - reading.assets.keys() if ending_of(path) in PUBLISHED_ENDINGS)
    unclear = {posixpath.dirname(path) for path in missing}
    for path in reading.assets:
        if path not in used and not _is_shared(path) and posixpath.dirname(path) not in unclear:
            yield path


def _is_shared(path: str) -> bool:
    return path.startswith(SHARED_ASSETS) and ending_of(path) not in RECORDINGS


def _unused(path: str) -> Problem:
    ending = ending_of(path)
    name = "PDF" if ending in DOCUMENTS else "recording" if ending in RECORDINGS else "picture"
    what = f"no page shows this {name} or links to it, so it is not published"
    return Problem("file-unused", path, None, what, "name it in a page, or delete it")
