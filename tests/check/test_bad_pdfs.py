"""A publication's PDF that nobody could open, that some cannot read, or that is not as long as its page says."""

from pathlib import Path

import pytest

from newsroom.problems import Problem
from tests.support import problems_in
from tests.support.items import publication
from tests.support.pdfs import pdf
from tests.support.wordings import Reported

REPORT, PDF = "publications/report.md", "publications/report.pdf"
TAGS, TITLE, LANGUAGE = (f"{REPORT}:7 pdf-{lack}?" for lack in ("untagged", "title-missing", "language-missing"))
DAMAGED, PROTECTED = f"{REPORT}:7 pdf-damaged", f"{REPORT}:7 pdf-protected"


def problems(root: Path, data: bytes, **fields: object) -> list[Problem]:
    """What is wrong with a publication with these bytes for its PDF; `file` stands on line 7."""
    files: dict[str, str | bytes] = {REPORT: publication(file="report.pdf", **fields), PDF: data}
    return problems_in(root, files)


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
        pytest.param(b"PK\x03\x04", [DAMAGED], id="a Word file"),
    ],
)
def test_it_is_told_in_these_words(tmp_path: Path, data: bytes, messages: list[str], reported: Reported) -> None:
    assert reported(problems(tmp_path, data)) == messages


def test_two_numbers_of_pages_are_both_named(tmp_path: Path, reported: Reported) -> None:
    assert reported(problems(tmp_path, pdf(3), pages="22")) == ["publications/report.md:8 pdf-pages-mismatch?"]
    assert reported(problems(tmp_path, pdf(3), pages="3")) == []


def test_the_former_way_to_say_that_it_is_not_out_is_an_error(tmp_path: Path, reported: Reported) -> None:
    files = {"publications/soon.md": publication(date="2027", status="forthcoming")}
    assert reported(problems_in(tmp_path, files)) == ["publications/soon.md:7 field-removed"]


def test_what_is_forthcoming_has_no_pdf(tmp_path: Path, reported: Reported) -> None:
    assert reported(problems(tmp_path, pdf(), expected="2027")) == [
        "publications/report.md:7 publication-forthcoming-file"
    ]


def test_a_bad_pdf_is_told_beside_what_else_is_wrong(tmp_path: Path, reported: Reported) -> None:
    found = reported(problems(tmp_path, pdf()[:200], kind="leaflet"))
    assert found == [f"{REPORT}:5 field-choice-unknown", DAMAGED]
