"""Fields with invalid values, and fields that contradict each other."""

import json
from pathlib import Path

import pytest

from tests.support import problems_in, small_newsroom
from tests.support.changes import Changes, N, P, S, changed
from tests.support.items import SQUARE, area, page, story
from tests.support.pdfs import pdf
from tests.support.wordings import Reported


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            {P: ("kind: report", "kind: report\npages: many")},
            ["publications/growing.md:6 field-number-invalid"],
            id="a word for a number",
        ),
        pytest.param(
            {P: ("kind: report", "kind: report\npages: 0")},
            ["publications/growing.md:6 field-number-invalid"],
            id="no pages",
        ),
        pytest.param(
            {"docs/principles/gifts.md": page(order=0)},
            ["docs/principles/gifts.md:4 field-number-invalid"],
            id="a principle before the first",
        ),
        pytest.param(
            {"docs/areas/elmham.md": area(nation="Englund")},
            ["docs/areas/elmham.md:3 field-choice-unknown"],
            id="a nation that no catalogue names",
        ),
        pytest.param(
            {S: ("kind:", "draft: perhaps\nkind:")},
            ["stories/the-garden.md:5 field-choice-unknown"],
            id="a word for true or false",
        ),
        pytest.param(
            {S: ("title: The garden", "title: [a, b]")},
            ["stories/the-garden.md:2 front-matter-quotes-needed"],
            id="brackets around a title",
        ),
        pytest.param(
            {S: ("title: The garden", "title:\n  - a")},
            ["stories/the-garden.md:2 field-type-invalid"],
            id="a list for a title",
        ),
        pytest.param(
            {S: ("areas: [elmham]", "areas: elmham")},
            ["stories/the-garden.md:6 field-type-invalid"],
            id="text for a list",
        ),
        pytest.param(
            {S: ("2024-02-03", "2023-02-30")},
            ["stories/the-garden.md:3 field-date-invalid"],
            id="a day that is not",
        ),
        pytest.param(
            {S: ("2024-02-03", "2023-13-01")},
            ["stories/the-garden.md:3 field-date-invalid"],
            id="a month that is not",
        ),
        pytest.param(
            {S: ("2024-02-03", "5 December 2023")},
            ["stories/the-garden.md:3 field-date-invalid"],
            id="a date in words",
        ),
        pytest.param(
            {S: ("2024-02-03", "''")},
            ["stories/the-garden.md:3 field-empty"],
            id="a date that is empty",
        ),
        pytest.param(
            {S: ("2024-02-03", "0024-02-03")},
            ["stories/the-garden.md:3 field-date-invalid"],
            id="a year far back",
        ),
        pytest.param(
            {S: ("summary:", "sumary:")},
            ["stories/the-garden.md:4 field-unknown"],
            id="a misspelt field",
        ),
        pytest.param(
            {S: ("kind:", "xyzzy: 1\nkind:")},
            ["stories/the-garden.md:5 field-unknown"],
            id="an unknown field",
        ),
        pytest.param(
            {S: ("kind:", "image: {scr: a.jpg, alt: A}\nkind:")},
            ["stories/the-garden.md:5 field-unknown"],
            id="a misspelt field in a group",
        ),
        pytest.param(
            {S: ("reflection", "reflektion")},
            ["stories/the-garden.md:5 field-choice-unknown"],
            id="a misspelt kind",
        ),
        pytest.param(
            {S: ("[elmham]", "[elmhan]")},
            ["stories/the-garden.md:6 topic-unknown"],
            id="a misspelt area",
        ),
        pytest.param(
            {S: ("[elmham]", "[zzz]")},
            ["stories/the-garden.md:6 topic-unknown"],
            id="an unknown area",
        ),
        pytest.param(
            {S: ("[elmham]", "[Elm Ham]")},
            ["stories/the-garden.md:6 topic-unknown"],
            id="an area's name for its file",
        ),
        pytest.param(
            {S: ("[contribution]", "[contributing]")},
            ["stories/the-garden.md:7 topic-unknown"],
            id="an unknown principle",
        ),
        pytest.param(
            {S: ("kind:", "redirect_from: [old]\nkind:")},
            ["stories/the-garden.md:5 field-format-invalid"],
            id="an old address without slashes",
        ),
        pytest.param(
            {P: ("kind:", "isbn: 12345\nkind:")},
            ["publications/growing.md:5 field-format-invalid"],
            id="a short ISBN",
        ),
        pytest.param(
            {P: ("kind:", f"findings: [Short., {'x' * 241}]\nkind:")},
            ["publications/growing.md:5 field-too-long"],
            id="a long finding",
        ),
        pytest.param(
            {P: ("kind:", f"findings: [{', '.join('abcdefgh')}]\nkind:")},
            ["publications/growing.md:5 field-too-long"],
            id="eight findings",
        ),
        pytest.param(
            {P: ("kind:", "findings: One finding.\nkind:")},
            ["publications/growing.md:5 field-type-invalid"],
            id="findings that are not a list",
        ),
        pytest.param(
            {P: ("https://reports.example/growing", "elm.example")},
            ["publications/growing.md:7 field-format-invalid"],
            id="an address without https",
        ),
        pytest.param(
            {N: ("Spring on Elm Street", "x" * 200)},
            ["newsletters/2024-03.md:7 field-too-long"],
            id="a long subject",
        ),
        pytest.param(
            {
                S: (
                    "kind:",
                    "consent: {ref: S-1, basis: consent, given: 2024, identity: anonymous, scope: [website]}\nkind:",
                )
            },
            ["stories/the-garden.md:5 field-choice-unknown"],
            id="an unknown channel",
        ),
        pytest.param(
            {N: ("summary:", "date: 2024-04-01\nsummary:")},
            ["newsletters/2024-03.md:3 edition-date-mismatch"],
            id="an edition dated in another month",
        ),
        pytest.param(
            {N: ("summary:", "sent: 2024-02-28\nsummary:")},
            ["newsletters/2024-03.md:3 edition-sent-wrong"],
            id="an edition that was sent before its month",
        ),
        pytest.param(
            {N: ("summary:", "sent: 2099-01-01\nsummary:")},
            ["newsletters/2024-03.md:3 edition-sent-wrong"],
            id="an edition that was sent in the future",
        ),
        pytest.param(
            {P: ("https://reports.example/growing", "https://elm.example/")},
            ["publications/growing.md:7 publication-link-own-site"],
            id="a publication that leads to this site's home page",
        ),
        pytest.param(
            {
                P: ("https://reports.example/growing", "https://elm.example/publications/growing.pdf"),
                "publications/growing.pdf": pdf(),
            },
            ["publications/growing.md:7 publication-link-own-site"],
            id="a publication that leads to a PDF of this site",
        ),
        pytest.param(
            {S: ("kind: reflection", "kind: story")},
            ["stories/the-garden.md:5 consent-missing"],
            id="a story about a life without consent",
        ),
        pytest.param(
            {S: ("kind: reflection", "kind: interview")},
            ["stories/the-garden.md:5 consent-missing"],
            id="an interview without consent",
        ),
        pytest.param(
            {S: ("kind:", "author: Ada\nauthors: [Bo, Cy]\nkind:")},
            ["stories/the-garden.md:6 author-and-authors"],
            id="an author and authors",
        ),
        *(
            pytest.param({S: ("kind:", f"{fields}\nkind:")}, [f"stories/the-garden.md:{found}"], id=fields)
            for fields, found in (
                ("author: Ada Elm, Bo van der Oak and Cy Ash", "5 author-several?"),
                ("authors: [Dee Fir, 'Ada Elm; Bo Oak']", "5 author-several?"),
                ("updated: 2024-02-01", "5 field-dates-reversed"),
                ("updated: 2027-01-05", "5 field-updated-future"),
                ("author:\nname: Ada Elm", "6 field-unknown"),
                ("author: {name: Ada}\nimage:\nalt: A", "7 field-unknown"),
            )
        ),
        pytest.param(
            {P: ("date: 2023", "added: 2023-05-05\nexpected: 2022")}, [f"{P}:4 field-dates-reversed"], id="too early"
        ),
        pytest.param(
            {P: ("date: 2023", "added: 2023-05-05\nexpected: 2026-10")}, [f"{P}:4 publication-overdue?"], id="overdue"
        ),
        pytest.param(
            {P: ("kind:", "expected: 2027\nkind:")},
            [f"{P}:3 publication-forthcoming-date"],
            id="a date of a publication that is not out",
        ),
        pytest.param({P: ("date: 2023", "added: 2023-05-05")}, [f"{P}:1 field-missing"], id="out, and not dated"),
        pytest.param({S: ("kind:", "added: 2024-03\nkind:")}, [f"{S}:5 field-date-invalid"], id="added in a month"),
        pytest.param(
            {N: ("from:\n  - name: Ada Elm\n    role: Editor", "from:\nname: Ada Elm")},
            ["newsletters/2024-03.md:5 field-unknown"],
            id="a sender's name at the left edge",
        ),
        pytest.param(
            {N: ("    role: Editor", "role: Editor")},
            ["newsletters/2024-03.md:6 field-unknown"],
            id="a sender's role at the left edge",
        ),
        pytest.param(
            {N: ("from:\n  - name: Ada Elm\n    role: Editor", "from: Ada Elm, Bo Oak")},
            ["newsletters/2024-03.md:4 author-several?"],
            id="two senders in one name",
        ),
        pytest.param(
            {S: ("kind:", "authors: Ada\nkind:")},
            ["stories/the-garden.md:5 field-type-invalid"],
            id="one name for a list of authors",
        ),
        pytest.param(
            {P: ("authors: [{given: Ada, family: Elm}]", "authors:\n  - Ada Elm\n  - family: Elm")},
            ["publications/growing.md:8 author-name-incomplete"],
            id="an author of a publication without given names",
        ),
        pytest.param(
            {P: ("{given: Ada, family: Elm}", "{given: Ada, family: Elm, organisation: Elm Trust}")},
            ["publications/growing.md:6 author-name-incomplete"],
            id="a person who is an organisation",
        ),
        pytest.param(
            {
                P: (
                    "authors: [{given: Ada, family: Elm}]",
                    'authors: Ada Elm\neditors:\n  - {organisation: Elm Trust}\n  - "Rowan, Wil"\ncontributors: [Cy Yew]',
                )
            },
            [
                "publications/growing.md:6 author-kind-unknown?",
                "publications/growing.md:9 author-kind-unknown?",
            ],
            id="names that may be a person's or an organisation's",
        ),
        pytest.param(
            {P: ("authors: [{given: Ada, family: Elm}]", "authors: Ada Elm, Bo van der Berg")},
            ["publications/growing.md:6 author-kind-unknown?"],
            id="several authors of a publication in one text",
        ),
        pytest.param(
            {S: ("kind:", "authors:\n  - Ada\n  - {role: Editor}\nkind:")},
            ["stories/the-garden.md:7 field-missing"],
            id="an author without a name",
        ),
        pytest.param(
            {
                S: (
                    "kind:",
                    "consent: {ref: S-1, basis: consent, given: 2026-11-23, identity: anonymous, scope: [web, email]}\nkind:",
                )
            },
            ["stories/the-garden.md:5 consent-given-future"],
            id="a consent that is given tomorrow",
        ),
        pytest.param(
            {
                N: ("[the garden](../stories/the-garden.md)", "the garden"),
                S: (
                    "kind:",
                    "consent: {ref: S-1, basis: consent, given: 2027, identity: anonymous, scope: [web], withdrawn: 2026-12}\nkind:",
                ),
            },
            ["stories/the-garden.md:5 consent-withdrawn-future?"],
            id="a consent that is withdrawn in the future",
        ),
        pytest.param(
            {
                N: ("[the garden](../stories/the-garden.md)", "the garden"),
                S: ("kind:", "withdrawn: 2026-11-01\nalt: A garden\nname: Ada\nkind:"),
            },
            [f"stories/the-garden.md:{line} field-unknown?" for line in (5, 6, 7)],
            id="a withdrawal and other fields that are not in their group",
        ),
        pytest.param(
            {
                N: ("[the garden](../stories/the-garden.md)", "the garden"),
                S: (
                    "kind:",
                    "consent:\n  ref: S-1\n  basis: consent\n  given: 2024\n  identity: anonymous\n  scope: [web]\n  withdrawn:\nkind:",
                ),
            },
            ["stories/the-garden.md:11 consent-withdrawn-undated?"],
            id="a consent that is withdrawn without a date",
        ),
        pytest.param(
            {
                S: (
                    "kind:",
                    "consent: {ref: S-1, basis: previously-published, identity: anonymous, scope: [web, email]}\nkind:",
                )
            },
            ["stories/the-garden.md:5 consent-source-missing"],
            id="published before, without a source",
        ),
        pytest.param(
            {S: ("kind:", "consent: {ref: S-1, basis: consent, identity: anonymous, scope: [web, email]}\nkind:")},
            ["stories/the-garden.md:5 consent-given-missing"],
            id="consent without its date",
        ),
        pytest.param(
            {S: ("areas: [elmham]", "areas: [elmham, elmham]")},
            ["stories/the-garden.md:6 topic-repeated"],
            id="an area named twice",
        ),
        pytest.param(
            {S: ("title: The garden", "title: |\n  The\n  garden")},
            ["stories/the-garden.md:2 field-multiline"],
            id="a title over two lines",
        ),
        pytest.param(
            {
                P: ("kind: report", "findings: [One., 'See [it](growing.md).']\nkind: report"),
                S: ("title: The garden", "title: The **green** garden"),
            },
            ["publications/growing.md:5 markdown-unsupported?", "stories/the-garden.md:2 markdown-unsupported?"],
            id="Markdown in fields",
        ),
        pytest.param(
            {S: ("date: 2024-02-03", "date: {a: b}")},
            ["stories/the-garden.md:3 field-date-invalid"],
            id="a group for a date",
        ),
        pytest.param(
            {S: ("kind: reflection", "kind: guest-blog")},
            ["stories/the-garden.md:5 consent-missing"],
            id="a guest without consent",
        ),
        pytest.param(
            {
                N: ("[the garden](../stories/the-garden.md)", "the garden"),
                S: (
                    "kind:",
                    "consent: {ref: S-1, basis: consent, given: 2024, identity: anonymous, scope: [feed]}\nkind:",
                ),
            },
            ["stories/the-garden.md:5 consent-scope-web-missing"],
            id="consent for all but the page",
        ),
    ],
)
def test_errors_and_warnings_are_reported(
    tmp_path: Path, changes: Changes, expected: list[str], reported: Reported
) -> None:
    assert reported(problems_in(tmp_path, changed(changes))) == expected


def test_unknown_area_is_reported_if_there_are_none(tmp_path: Path, reported: Reported) -> None:
    files = {"docs/index.md": page(), "stories/garden.md": story(areas=["elmham"])}
    assert reported(problems_in(tmp_path, files)) == ["stories/garden.md:6 topic-unknown"]


@pytest.mark.parametrize(
    "fields",
    [
        "updated: 2024-02",
        "author: {name: Ada Elm, role: '2 ** 3 ** 4 [or more] (perhaps)'}",
        "undated: true\nupdated: 2020",
        "author: Friends of Elm Street, Derby",
        "author: Ada Elm, PhD",
        "authors: [Ada Elm, Bo Oak]",
        "author: Elm and Oak Residents",
    ],
)
def test_correct_fields_are_not_reported(tmp_path: Path, fields: str) -> None:
    assert problems_in(tmp_path, changed({S: ("kind:", f"{fields}\nkind:")})) == []


@pytest.mark.parametrize("expected", ["2026", "2026-11", "2027-01-01"])
def test_publication_that_is_still_expected_is_not_reported(tmp_path: Path, expected: str) -> None:
    assert problems_in(tmp_path, changed({P: ("date: 2023", f"added: 2023-05-05\nexpected: {expected}")})) == []


@pytest.mark.parametrize(
    ("position", "code", "fix"),
    [
        ("somewhere", "position-invalid", "like 53.65, -1.78"),
        (["53.65", "-1.78"], "position-invalid", "without brackets"),
        ("53,65; -1,78", "position-invalid", "like 53.65, -1.78"),
        ("53.65", "position-invalid", "like 53.65, -1.78"),
        ("153.65, -1.78", "position-invalid", "write -1.78, 153.65"),
        ("353.65, -197.8", "position-invalid", "like 53.65, -1.78"),
        ("953.65, -1.78", "position-invalid", "like 53.65, -1.78"),
        ("-1.78, 53.65", "position-off-map", "write the latitude first: 53.65, -1.78"),
        ("53.65, 17.8", "position-off-map", "have the map show more"),
    ],
)
def test_position_that_is_not_on_the_map_is_an_error(
    tmp_path: Path, reported: Reported, position: object, code: str, fix: str
) -> None:
    files = {"docs/areas/elmham.md": area(position=position), "docs/map.geojson": json.dumps(SQUARE)}
    problems = problems_in(tmp_path, changed(files))
    assert reported(problems) == [f"docs/areas/elmham.md:5 {code}"]
    assert fix in problems[0].fix


@pytest.mark.parametrize("position", [" 53.65°, -1.78° ", "53.65, −1.78"])
def test_position_needs_no_map(tmp_path: Path, position: str) -> None:
    files = {"docs/areas/elmham.md": area(position=position)}
    assert problems_in(tmp_path, changed(files)) == []


def test_areas_at_one_position_are_reported_but_not_their_translations(tmp_path: Path, reported: Reported) -> None:
    names = {"elmham": "Elmham", "elmham.cy": "Llwyfen", "oakham": "Oakham"}
    files = {f"docs/areas/{file}.md": area(name=name, position="53.65, -1.78") for file, name in names.items()}
    assert reported(problems_in(tmp_path, changed(files))) == ["docs/areas/oakham.md:5 position-repeated?"]


@pytest.mark.parametrize(
    "text",
    [
        "not JSON",
        "[]",
        '{"type": "Polygon", "coordinates": []}',
        '{"type": "Polygon", "coordinates": [[["a", "b"]]]}',
        '{"type": "Polygon", "coordinates": [[[1, 100], [2, 2]]]}',
        '{"type": "Point", "coordinates": [1, 2]}',
        json.dumps(SQUARE | {"bbox": [2, 56, -6, 50]}),
        json.dumps({"type": "Polygon", "coordinates": [[[1, number / 100] for number in range(3001)]]}),
        "[" * 100_000,
    ],
    ids=lambda text: text[:50],
)
def test_map_that_cannot_be_drawn_is_an_error(tmp_path: Path, reported: Reported, text: str) -> None:
    problems = problems_in(tmp_path, {**small_newsroom(), "docs/map.geojson": text})
    assert reported(problems) == ["docs/map.geojson map-invalid"]
