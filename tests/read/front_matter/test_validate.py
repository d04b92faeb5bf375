"""Invalid front matter is reported by field, once for each error."""

import pytest

from newsroom.content import model
from newsroom.content.document import Source
from newsroom.content.model import FrontMatter, FrontMatterModel
from newsroom.content.types import TYPES
from newsroom.content.types.area import Area
from newsroom.content.types.event import Event
from newsroom.content.types.newsletter import Newsletter
from newsroom.content.types.page import PAGE
from newsroom.content.types.publication import Publication
from newsroom.content.types.story import Story
from newsroom.content.types.vacancy import Vacancy
from newsroom.problems import Problem
from newsroom.read.front_matter.frontmatter import parse_front_matter
from newsroom.read.front_matter.validate import validate_front_matter
from tests.support import NEWSLETTER, STORY, small_newsroom
from tests.support.markup import render
from tests.support.wordings import Reported

EDITION = NEWSLETTER.replace("title:", "date: 2024-03\ntitle:")
CONSENT = "consent:\n  ref: S-1\n  basis: consent\n  given: 2024\n  identity: anonymous\n  scope:\n    - web\n"
LIST = "field-type-invalid"
NAMED = {"areas": ["derby", "kingston-and-elm", "swansea"], "principles": []}
MODELS = [found.model for found in TYPES]
PARTS = [
    *(part for part in vars(model).values() if isinstance(part, type) and issubclass(part, FrontMatterModel)),
    *MODELS,
]


def problems(text: str, front: type[FrontMatter]) -> list[Problem]:
    """The errors in the front matter of a file."""
    found = parse_front_matter(text, "a.md")
    assert not found.problems
    source = Source(PAGE, "a.md", "a/", "en", found.values, found.lines, "", render(""))
    outcome = validate_front_matter(source, front, NAMED)
    return outcome if isinstance(outcome, list) else []


def story(change: str, instead: str) -> list[Problem]:
    """A story with a consent in which one text is changed."""
    text = STORY.replace("kind:", f"{CONSENT}kind:")
    assert change in text
    return problems(text.replace(change, instead), Story)


@pytest.mark.parametrize(
    ("front", "name", "meant"),
    [
        (Event, "location", "place"),
        (Event, "Venue", "place"),
        (Event, "time", "starts"),
        (Event, "price", "cost"),
        (Vacancy, "deadline", "closes"),
        (Area, "title", "name"),
        (Area, "website", "link"),
        (Story, "name", "title"),
    ],
)
def test_another_name_of_a_field_is_understood(front: type[FrontMatter], name: str, meant: str) -> None:
    found = problems(f"---\n{name}: Elm\n---\n", front)
    assert [problem.fix for problem in found if problem.code == "field-unknown"] == [f"did you mean '{meant}'?"]


@pytest.mark.parametrize(
    ("change", "instead", "expected"),
    [
        ("identity: anonymous", "identity: none", ["9 field-choice-unknown"]),
        ("given: 2024", "given: soon", ["8 field-date-invalid"]),
        (
            "    - web",
            "    - web\n    - print\n    - fax",
            ["12 field-choice-unknown", "13 field-choice-unknown"],
        ),
        ("  ref: S-1\n", "", ["5 field-missing"]),
        ("ref: S-1", "ref:", ["6 field-empty"]),
        ("ref: S-1", "reff: S-1", ["6 field-unknown"]),
        ("  scope:\n    - web\n", "  scope: []\n", ["10 field-empty"]),
        ("  scope:\n    - web\n", "  scope: web\n", ["10 field-type-invalid"]),
        ("areas: [elmham]", "areas: [elmham, [a]]", ["13 field-type-invalid"]),
        ("areas: [elmham]", 'areas: [elmham, "a\\nb"]', ["13 field-multiline"]),
        ("areas: [elmham]", "image: src a.jpg", ["13 front-matter-colon-missing"]),
        ("areas: [elmham]", "image: src;a.jpg", ["13 front-matter-colon-missing"]),
        ("areas: [elmham]", "image: src=a.jpg", ["13 front-matter-colon-missing"]),
        ("areas: [elmham]", "image: src:a.jpg", ["13 front-matter-colon-missing"]),
        ("areas: [elmham]", "image: src-a.jpg", ["13 field-type-invalid"]),
        ("areas: [elmham]", "image: {alt: A, scr: b}", ["13 field-unknown"]),
        ("areas: [elmham]", "author: {nme: Ada}", ["13 field-unknown"]),
    ],
)
def test_error_in_group_is_reported_at_its_line(
    change: str, instead: str, expected: list[str], reported: Reported
) -> None:
    assert reported(story(change, instead)) == [f"a.md:{fault}" for fault in expected]


@pytest.mark.parametrize(
    ("front", "written", "wanted"),
    [
        (Story, "areas: Derby, Swansea", "areas: [derby, swansea]"),
        (Story, "areas:\n  Derby\n  Swansea", "areas: [derby, swansea]"),
        (Story, "areas: Kingston and Elm; Swanse", "areas: [kingston-and-elm, swansea]"),
        (Story, "areas: Derby, Lesotho", "areas: [derby]"),
        (Story, "principles: Human rights", "principles: [human-rights]"),
        (Story, "authors: Jo Elm and Ada Ash", "authors: [Jo Elm, Ada Ash]"),
        (Story, "authors: Jo, Ada", "authors: [Jo, Ada]"),
        (Story, "authors: Jo Elm, PhD", "authors: ['Jo Elm, PhD']"),
        (Story, "redirect_from: /a/, ;/?p=1", "redirect_from: [/a/, '/?p=1']"),
        (Story, f"redirect_from: /{'a' * 90}/ ; /{'b' * 30}/", f"redirect_from: [/{'a' * 90}/, /{'b' * 30}/]"),
        (Story, "areas: Derby / Swansea & Kingston", "areas: [derby, swansea, kingston-and-elm]"),
        (Story, "areas: derby swansea", "areas: [derby, swansea]"),
        (Story, "areas: Derby + Swansea AND Derby", "areas: [derby, swansea]"),
        (Story, "old_files: report.pdf", "old_files: [{file: report.pdf, address: …}]"),
        (Area, "coordinators: Jo, Ada", "coordinators: [{name: Jo}, {name: Ada}]"),
    ],
)
def test_list_that_is_one_text_is_suggested_in_a_form_that_passes(
    front: type[FrontMatter], written: str, wanted: str, reported: Reported
) -> None:
    (found,) = (problem for problem in problems(f"---\n{written}\n---\n", front) if problem.code == LIST)
    name, _, form = wanted.partition(": ")
    assert reported([found]) == [f"a.md:2 {LIST}"]
    assert found.fix.partition(";")[0] == f"write it in square brackets: {form}"
    again = problems(f"---\n{name}: {form.replace('address: …', 'address: /a.pdf')}\n---\n", front)
    assert {problem.code for problem in again} == {"field-missing"}


@pytest.mark.parametrize(
    ("front", "written", "wanted"),
    [
        (Story, "areas: Derby, Lesotho", "no 'lesotho': use only derby, kingston-and-elm, swansea"),
        (Story, "consent:\n  scope: Web, feeds and print", "[web, feed]; there is no 'print'"),
        (Story, "authors:\n  name: Jo", "begin each entry with a hyphen: '- name: …'"),
        (Publication, "findings: 'Costs: fell, and stayed.'", "like this: - 'Costs: fell, and stayed.'"),
    ],
)
def test_list_of_other_values_is_explained(front: type[FrontMatter], written: str, wanted: str) -> None:
    (found,) = (problem for problem in problems(f"---\n{written}\n---\n", front) if problem.code == LIST)
    assert wanted in found.fix


def test_what_fits_is_kept_as_its_model() -> None:
    assert story("kind: reflection", "kind: poem") == []


@pytest.mark.parametrize(("wrong", "meant"), [("titel", "title"), ("Subject", "subject"), ("pre-header", "preheader")])
def test_misspelt_field_is_one_error(wrong: str, meant: str) -> None:
    (problem,) = problems(EDITION.replace(f"{meant}:", f"{wrong}:"), Newsletter)
    assert (problem.code, f"'{meant}'" in problem.fix) == ("field-unknown", True)


def test_misspelt_field_does_not_hide_missing_field() -> None:
    text = EDITION.replace("subject:", "subjet:").replace(
        "preheader: What grew in the garden, and who planted it.\n", ""
    )
    assert {problem.what.split("`")[1] for problem in problems(text, Newsletter)} == {"preheader", "subjet"}


@pytest.mark.parametrize("front", MODELS, ids=lambda front: front.__name__)
def test_missing_fields_are_reported_with_their_purpose(front: type[FrontMatter]) -> None:
    found = problems("---\nlanguage_of_birds: x\n---\n", front)
    required = {field.alias or name: field for name, field in front.model_fields.items() if field.is_required()}
    missing = {problem.what.split("`")[1]: problem for problem in found if problem.code == "field-missing"}
    assert missing.keys() == required.keys()
    assert all((field.description or "?").rstrip(".") in missing[name].fix for name, field in required.items())
    assert len(found) == len(required) + 1


def test_several_errors_are_reported_at_their_lines() -> None:
    text = (
        small_newsroom()["publications/growing.md"].replace("2023", "soon").replace("report\n", "reports\npages: x\n")
    )
    found = {(problem.line, problem.what.split("`")[1]) for problem in problems(text, Publication)}
    assert found == {(3, "date"), (5, "kind"), (6, "pages")}


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_model_fields_have_descriptions(part: type[FrontMatterModel]) -> None:
    schema = part.model_json_schema(by_alias=True)
    assert schema["additionalProperties"] is False
    assert all(field.get("description") for field in schema.get("properties", {}).values())
