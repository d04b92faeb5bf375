"""Errors and warnings about PDFs that are damaged, not accessible or of another length."""

from pathlib import Path

import pytest

from newsroom.problems import Problem
from tests.support import problems_in
from tests.support.items import publication
from tests.support.pdfs import pdf, repeated_page
from tests.support.wordings import Reported

REPORT, PDF = "publications/report.md", "publications/report.pdf"
TAGS, TITLE, LANGUAGE = (f"{REPORT}:7 pdf-{lack}?" for lack in ("untagged", "title-missing", "language-missing"))
DAMAGED, PROTECTED = f"{REPORT}:7 pdf-damaged", f"{REPORT}:7 pdf-protected"


def problems(root: Path, data: bytes, **fields: object) -> list[Problem]:
    """The errors and warnings about a publication with these bytes as its PDF; `file` is on line 7."""
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
        pytest.param(repeated_page(3001), [f"{REPORT}:7 pdf-too-large"], id="a page too often"),
    ],
)
def test_errors_and_warnings_are_reported(tmp_path: Path, data: bytes, messages: list[str], reported: Reported) -> None:
    assert reported(problems(tmp_path, data)) == messages


def test_page_count_mismatch_names_both_numbers(tmp_path: Path, reported: Reported) -> None:
    assert reported(problems(tmp_path, pdf(3), pages="22")) == ["publications/report.md:8 pdf-pages-mismatch?"]
    assert reported(problems(tmp_path, pdf(3), pages="3")) == []


def test_removed_forthcoming_field_is_an_error(tmp_path: Path, reported: Reported) -> None:
    files = {"publications/soon.md": publication(date="2027", status="forthcoming")}
    assert reported(problems_in(tmp_path, files)) == ["publications/soon.md:7 field-removed"]


def test_forthcoming_publication_has_no_pdf(tmp_path: Path, reported: Reported) -> None:
    assert reported(problems(tmp_path, pdf(), expected="2027")) == [
        "publications/report.md:7 publication-forthcoming-file"
    ]


def test_pdf_fault_is_reported_with_other_errors(tmp_path: Path, reported: Reported) -> None:
    found = reported(problems(tmp_path, pdf()[:200], kind="leaflet"))
    assert found == [f"{REPORT}:5 field-choice-unknown", DAMAGED]
