"""Private data in the names of files, and in what cameras and programs stored in pictures and PDFs."""

from pathlib import Path

import pytest
from PIL import ExifTags, Image

from newsroom.problems import Problem
from tests.check.private.test_reports import TEXT, only, problems_in
from tests.support.changes import S
from tests.support.images import file_of, from_camera, quarters
from tests.support.items import publication
from tests.support.pdfs import pdf_with_properties
from tests.support.wordings import Reported

P, REPORT = "publications/report.md", "publications/report.pdf"


def owned(**tags: str) -> bytes:
    """A picture into which a camera wrote these texts."""
    exif = Image.Exif()
    for name, value in tags.items():
        exif[ExifTags.Base[name]] = value
    return file_of(quarters(), "JPEG", exif=exif)


def picture_problems(root: Path, data: bytes, words: str = "") -> tuple[Problem, ...]:
    """The errors and warnings about a picture that the story shows on its line 10."""
    return problems_in(root, only({S: (TEXT, f"![A]({'tree.jpg'}) {words}"), "stories/tree.jpg": data}))


@pytest.mark.parametrize(
    ("data", "words", "expected"),
    [
        (from_camera(quarters()), "", [f"{S}:10 picture-location?"]),
        (owned(Artist="Ada Elm", BodySerialNumber="123"), "", [f"{S}:10 picture-owner?"]),
        (owned(Artist="Ada Elm"), "Photograph: Ada Elm", []),
        (owned(ImageDescription="Jo, 07700 900123"), "", [f"{S}:10 private-phone?"]),
        (owned(ImageDescription="A tree"), "", []),
    ],
    ids=["a place", "a photographer and a camera", "a photographer whom the page names", "a description", "no data"],
)
def test_metadata_of_pictures_is_reported_where_they_are_used(
    tmp_path: Path, data: bytes, words: str, expected: list[str], reported: Reported
) -> None:
    assert reported(picture_problems(tmp_path, data, words)) == expected


def test_picture_that_only_templates_use_is_reported_itself(tmp_path: Path, reported: Reported) -> None:
    found = reported(problems_in(tmp_path, only({"docs/assets/tree.jpg": from_camera(quarters())})))
    assert "docs/assets/tree.jpg picture-location?" in found


def test_metadata_is_allowed_by_the_name_of_the_file(tmp_path: Path) -> None:
    allow = "allow:\n  - what: tree.jpg\n    why: taken in the park\nkind:"
    files = only({S: ("kind:", allow), "stories/tree.jpg": from_camera(quarters())})
    files[S] = str(files[S]).replace(TEXT, "![A](tree.jpg)")
    assert problems_in(tmp_path, files) == ()


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ({"Author": "Bo Oak"}, [f"{P}:7 pdf-properties?"]),
        ({"Author": "Ada Elm"}, []),
        ({"Company": "Elm Ltd", "Creator": "C:\\Users\\bo\\report.docx"}, [f"{P}:7 pdf-properties?"]),
        ({"Title": "Microsoft Word - report.docx"}, [f"{P}:7 pdf-properties?"]),
        ({"Producer": "Microsoft: Print To PDF", "Creator": "Writer"}, []),
        ({"Keywords": "ask bo.oak@gmail.com"}, [f"{P}:7 private-email?"]),
    ],
    ids=["another person", "the author", "a company and a path", "a document's name", "programs", "an address"],
)
def test_properties_of_pdfs_are_reported(
    tmp_path: Path, properties: dict[str, str], expected: list[str], reported: Reported
) -> None:
    authors = [{"given": "Ada", "family": "Elm"}]
    files: dict[str, str | bytes] = {P: publication(file="report.pdf", authors=authors)}
    files[REPORT] = pdf_with_properties(**properties)
    assert reported(problems_in(tmp_path, files)) == expected


@pytest.mark.parametrize(
    ("properties", "private"),
    [
        (
            dict.fromkeys((
                "Author", "company", "Manager", "SavedBy", "Saved By", "last_saved_by", "LastModifiedBy", "modified_by",
                "Last Saved By", "OWNER", "Coauthor", "Companies", "Trapped",
            ), "Bo"),
            "Author company Manager SavedBy Saved#By last_saved_by LastModifiedBy modified_by Last#Saved#By OWNER",
        ),
        (
            {"Author": "Anonymous", "Company": "unknown", "Manager": "User", "Owner": "admin",
             "SavedBy": "Administrator", "ModifiedBy": "author", "LastSavedBy": "none", "LastModifiedBy": "owner",
             "last_saved_by": "Default"},
            "",
        ),
        ({"Title": "C:\\oaken", "Subject": "\\\\oaken\\a", "Keywords": "/Users/oaken", "Creator": "/home/oaken"},
         "Title Subject Keywords Creator"),
        ({"Title": "oaken.doc", "Subject": "oaken.DOCX", "Keywords": "oaken.odt", "Creator": "oaken.pages"},
         "Title Subject Keywords Creator"),
        ({"Title": "oaken.pptx", "Subject": "oaken.xls", "Keywords": "oaken.xlsx", "Creator": "oaken.indd"},
         "Title Subject Keywords Creator"),
        ({"Title": "oaken.ppt", "Creator": "file://oaken", "Producer": "D:/oaken"}, "Title Creator Producer"),
        ({"Title": "oaken.docxs", "Subject": "AC:/oaken", "Keywords": "Users/oaken", "Creator": "/homes/oaken"}, ""),
    ],
    ids=["keys", "values that name nobody", "paths", "documents", "more documents", "programs", "no paths"],
)  # fmt: skip
def test_properties_that_may_be_private(tmp_path: Path, properties: dict[str, str], private: str) -> None:
    files: dict[str, str | bytes] = {P: publication(file="report.pdf"), REPORT: pdf_with_properties(**properties)}
    found = [problem.what for problem in problems_in(tmp_path, files) if problem.code == "pdf-properties"]
    names = [part.rpartition(" '")[0] for what in found for part in what.partition(": ")[2].split("', ")]
    assert sorted(names) == sorted(name.replace("#", " ") for name in private.split())


def test_addresses_in_names_of_files(tmp_path: Path, reported: Reported) -> None:
    private = (
        *("2024-03-05-14-elm-road", "2024_03_05_14_elm_street", "2024-123-elm-avenue", "14a-elm-lane", "123-elm-road"),
        *("14-o'elm-close", "at-14-elm-crescent", "14--elm__terrace", "14-the-old-elm-drive"),
    )
    public = (
        *("2024_03_14_elm_street", "2024-14-elm-avenue", "1234-elm-roads", "14-elm-way", "elm-road", "14-road"),
        *("14-a-b-c-d-road", "a14-elm-road", "20240314-elm-roads"),
    )
    files = {f"stories/{name}.jpg": b"" for name in (*private, *public)}
    assert sorted(reported(problems_in(tmp_path, files))) == sorted(
        f"stories/{name}.jpg private-address?" for name in private
    )


def test_only_some_kinds_of_private_data_are_looked_for_in_names(tmp_path: Path, reported: Reported) -> None:
    names = {
        "maggie-67": "", "born-3-may-1951": "birth-date?", "sort-code-12-34-56": "", "nhs-999-247-5145": "nhs-number",
        "AB123456C": "insurance-number", "maggie@elm.example": "email?", "maggie_elm@elm.example": "email?",
    }  # fmt: skip
    files = {f"stories/{name}.jpg": b"" for name in names}
    found = sorted(line for line in reported(problems_in(tmp_path, files)) if " private-" in line)
    assert found == sorted(f"stories/{name}.jpg private-{code}" for name, code in names.items() if code)
