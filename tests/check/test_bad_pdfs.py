"""A publication's PDF that nobody could open, that some cannot read, or that is not as long as its page says."""

from pathlib import Path

import pytest

from newsroom.codes import Severity
from tests.support import problems_in
from tests.support.pdfs import pdf
from tests.support.pieces import publication

REPORT, PDF = "publications/report.md", "publications/report.pdf"
TAGS = "publications/report.md, line 7: (warning) the PDF 'report.pdf' has no tags, so that screen readers find no headings, lists or reading order in it; save the PDF again from the document it was made from: in Word, Save as PDF → Options → tick “Document structure tags for accessibility”."
TITLE = "publications/report.md, line 7: (warning) the PDF 'report.pdf' has no title, so that browsers and screen readers call it by the name of its file; save the PDF again from the document it was made from: in Word, write it first under File → Info → Title."
LANGUAGE = "publications/report.md, line 7: (warning) the PDF 'report.pdf' does not say which language it is in, so that screen readers may read it in the wrong voice; save the PDF again from the document it was made from: in Word, choose it first under Review → Language → Set Proofing Language."
DAMAGED = "publications/report.md, line 7: the PDF 'report.pdf' is damaged, so that readers could not open it; fetch or save the file again, and see that it opens on your computer."
PROTECTED = "publications/report.md, line 7: the PDF 'report.pdf' is protected, so that some readers cannot open it or have it read aloud; save it without protection: in Acrobat under File → Properties → Security, choose No Security; in Word, under Save as PDF → Options, take the tick from “Encrypt the document with a password”."
WORD = "publications/report.md, line 7: the PDF 'report.pdf' is not a PDF, although its name says so; it looks like a Word, PowerPoint or ZIP file; save the document again as a PDF, and put that here."


def told(root: Path, data: bytes, **fields: object) -> list[str]:
    """What is said of a publication with these bytes for its PDF; `file` stands on line 7."""
    files: dict[str, str | bytes] = {REPORT: publication(file="report.pdf", **fields), PDF: data}
    return [str(problem) for problem in problems_in(root, files)]


@pytest.mark.parametrize(
    ("data", "messages"),
    [
        pytest.param(pdf(), [], id="a good one"),
        pytest.param(pdf(is_tagged=False), [TAGS], id="no tags"),
        pytest.param(pdf(title=""), [TITLE], id="no title"),
        pytest.param(pdf(lang=""), [LANGUAGE], id="no language"),
        pytest.param(pdf(title="", lang="", is_tagged=False), [LANGUAGE, TAGS, TITLE], id="nothing"),
        pytest.param(pdf()[:200], [DAMAGED], id="cut off"),
        pytest.param(pdf(lock="leek"), [PROTECTED], id="locked"),
        pytest.param(b"PK\x03\x04", [WORD], id="a Word file"),
    ],
)
def test_it_is_told_in_these_words(tmp_path: Path, data: bytes, messages: list[str]) -> None:
    assert told(tmp_path, data) == messages


def test_two_numbers_of_pages_are_both_named(tmp_path: Path) -> None:
    assert told(tmp_path, pdf(3), pages="22") == [
        "publications/report.md, line 8: (warning) `pages` is 22, but the PDF has 3; correct it, or take the line out: the number is then read from the PDF."
    ]
    assert told(tmp_path, pdf(3), pages="3") == []


def test_the_former_way_to_say_that_it_is_not_out_is_an_error(tmp_path: Path) -> None:
    files = {"publications/soon.md": publication(date="2027", status="forthcoming")}
    assert [str(problem) for problem in problems_in(tmp_path, files)] == [
        "publications/soon.md, line 7: `status` is not a field any more; remove the line; if the publication is not out yet, write when it will be, like 'expected: 2027', and in `date` the day on which this page appears."
    ]


def test_what_is_forthcoming_has_no_pdf(tmp_path: Path) -> None:
    assert told(tmp_path, pdf(), expected="2027") == [
        "publications/report.md, line 7: the publication is not out yet, but names a PDF, which would be out with this page; take out the line `file`, or the line `expected`."
    ]


def test_a_bad_pdf_is_told_beside_what_else_is_wrong(tmp_path: Path) -> None:
    messages = told(tmp_path, pdf()[:200], kind="leaflet")
    assert len(messages) == 2
    assert DAMAGED in messages


def test_what_hinders_some_readers_stops_no_build(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {REPORT: publication(file="report.pdf"), PDF: pdf(title="", is_tagged=False)}
    assert {problem.severity for problem in problems_in(tmp_path, files)} == {Severity.WARNING}
