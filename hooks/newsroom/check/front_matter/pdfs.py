"""Checks that a publication's PDF can be opened, is accessible, and has the stated length."""

from collections.abc import Iterator, Mapping

from newsroom.content.document import Source
from newsroom.content.folders import path_beside
from newsroom.content.loaded import PdfFacts
from newsroom.problems import Fault, Problem, shorten

_SAVE_AGAIN = "save the PDF again from the document it was made from"


def check_pdf(source: Source, pdfs: Mapping[str, PdfFacts | Fault]) -> Iterator[Problem]:
    """Errors and warnings about the PDF that a publication names. ``pdfs`` has the facts of each, by path."""
    name = source.values.get("file")
    if "file" not in source.type.fields or not isinstance(name, str):
        return
    line, subject = source.line("file"), f"the PDF '{shorten(name)}'"
    pdf = pdfs.get(path_beside(source.path, name))
    if isinstance(pdf, Fault):
        yield pdf.at(source.path, line, subject)
    elif pdf:
        yield from (fault.at(source.path, line, subject) for fault in _missing_features(pdf))
        yield from _check_length(source, pdf)


def _missing_features(pdf: PdfFacts) -> Iterator[Fault]:
    """The accessibility features that a PDF lacks (WCAG 2.2: 1.3.1, 2.4.2 and 3.1.1)."""
    if not pdf.is_tagged:
        what = "has no tags, so that screen readers find no headings, lists or reading order in it"
        how = "in Word, Save as PDF → Options → tick “Document structure tags for accessibility”"
        yield Fault("pdf-untagged", what, f"{_SAVE_AGAIN}: {how}")
    if not pdf.title:
        what = "has no title, so that browsers and screen readers call it by the name of its file"
        yield Fault("pdf-title-missing", what, f"{_SAVE_AGAIN}: in Word, write it first under File → Info → Title")
    if not pdf.lang:
        what = "does not say which language it is in, so that screen readers may read it in the wrong voice"
        how = "in Word, choose it first under Review → Language → Set Proofing Language"
        yield Fault("pdf-language-missing", what, f"{_SAVE_AGAIN}: {how}")


def _check_length(source: Source, pdf: PdfFacts) -> Iterator[Problem]:
    stated = source.values.get("pages")
    if isinstance(stated, str) and stated.isdecimal() and int(stated) != pdf.pages:
        what = f"`pages` is {int(stated)}, but the PDF has {pdf.pages}"
        fix = "correct it, or delete the line: the number is then read from the PDF"
        yield source.field_problem("pdf-pages-mismatch", "pages", what, fix)
