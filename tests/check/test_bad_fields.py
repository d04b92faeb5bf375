"""Fields whose value does not fit, and fields that do not fit each other."""

from pathlib import Path

import pytest

from tests.support import problems_in
from tests.support.changes import Changes, N, P, S, changed
from tests.support.pdfs import pdf
from tests.support.pieces import page, story


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        pytest.param(
            {P: ("kind: report", "kind: report\npages: many")},
            [
                "publications/growing.md, line 6: `pages` should be a whole number, not 'many'; write digits only, like 22."
            ],
            id="a word for a number",
        ),
        pytest.param(
            {P: ("kind: report", "kind: report\npages: 0")},
            ["publications/growing.md, line 6: `pages` is '0', which is too small; use 1 or more."],
            id="no pages",
        ),
        pytest.param(
            {S: ("kind:", "draft: perhaps\nkind:")},
            ["stories/the-garden.md, line 5: `draft` should be true or false, not 'perhaps'; write true or false."],
            id="a word for true or false",
        ),
        pytest.param(
            {S: ("title: The garden", "title: [a, b]")},
            [
                "stories/the-garden.md, line 2: `title` begins with '[', which makes it a list; put the whole value in double quotation marks: title: \"[a, b]\"."
            ],
            id="brackets around a title",
        ),
        pytest.param(
            {S: ("title: The garden", "title:\n  - a")},
            [
                "stories/the-garden.md, line 2: `title` should be text, not a list or a group of fields; write it on one line after the colon."
            ],
            id="a list for a title",
        ),
        pytest.param(
            {S: ("areas: [elmham]", "areas: elmham")},
            ["stories/the-garden.md, line 6: `areas` should be a list; write it in square brackets: [elmham]."],
            id="text for a list",
        ),
        pytest.param(
            {S: ("2024-02-03", "2023-02-30")},
            [
                "stories/the-garden.md, line 3: `date`: '2023-02-30' is not a day of the calendar: February 2023 has 28 days; write the date as 2023-12-05, or 2023-12 or 2023."
            ],
            id="a day that is not",
        ),
        pytest.param(
            {S: ("2024-02-03", "2023-13-01")},
            [
                "stories/the-garden.md, line 3: `date`: '2023-13-01' has a month 13, and there are twelve; write the date as 2023-12-05, or 2023-12 or 2023."
            ],
            id="a month that is not",
        ),
        pytest.param(
            {S: ("2024-02-03", "5 December 2023")},
            [
                "stories/the-garden.md, line 3: `date`: '5 December 2023' is not a date of the form 2023-12-05 (or 2023-12, or 2023); write the date as 2023-12-05, or 2023-12 or 2023."
            ],
            id="a date in words",
        ),
        pytest.param(
            {S: ("2024-02-03", "0024-02-03")},
            [
                "stories/the-garden.md, line 3: `date`: '0024-02-03' lies before 1900; write the date as 2023-12-05, or 2023-12 or 2023."
            ],
            id="a year far back",
        ),
        pytest.param(
            {S: ("summary:", "sumary:")},
            ["stories/the-garden.md, line 4: `sumary` is not a field of this page; did you mean 'summary'?"],
            id="a misspelt field",
        ),
        pytest.param(
            {S: ("kind:", "xyzzy: 1\nkind:")},
            [
                "stories/the-garden.md, line 5: `xyzzy` is not a field of this page; the fields here are summary, image, redirect_from, draft, updated, title, date, undated, areas, principles, id, kind, author, authors, consent."
            ],
            id="an unknown field",
        ),
        pytest.param(
            {S: ("kind:", "image: {scr: a.jpg, alt: A}\nkind:")},
            ["stories/the-garden.md, line 5: `image.scr` is not a field of this page; did you mean 'src'?"],
            id="a misspelt field in a group",
        ),
        pytest.param(
            {S: ("reflection", "reflektion")},
            ["stories/the-garden.md, line 5: `kind` is 'reflektion'; did you mean 'reflection'?"],
            id="a misspelt kind",
        ),
        pytest.param(
            {S: ("[elmham]", "[elmhan]")},
            ["stories/the-garden.md, line 6: `areas` names 'elmhan'; did you mean 'elmham'?"],
            id="a misspelt area",
        ),
        pytest.param(
            {S: ("[elmham]", "[zzz]")},
            ["stories/the-garden.md, line 6: `areas` names 'zzz'; the areas are elmham."],
            id="an unknown area",
        ),
        pytest.param(
            {S: ("[elmham]", "[Elm Ham]")},
            ["stories/the-garden.md, line 6: `areas` names 'Elm Ham'; did you mean 'elmham'?"],
            id="an area's name for its file",
        ),
        pytest.param(
            {S: ("[contribution]", "[contributing]")},
            ["stories/the-garden.md, line 7: `principles` names 'contributing'; did you mean 'contribution'?"],
            id="an unknown principle",
        ),
        pytest.param(
            {S: ("kind:", "redirect_from: [old]\nkind:")},
            [
                "stories/the-garden.md, line 5: `redirect_from[1]`: 'old' does not begin with a slash; write addresses from their first slash on, like /old/name/, /old/report.pdf or /?p=123."
            ],
            id="an old address without slashes",
        ),
        pytest.param(
            {P: ("kind:", "isbn: 12345\nkind:")},
            [
                "publications/growing.md, line 5: `isbn`: '12345' does not have the right form; write ten or thirteen digits, like 978-1-907790-71-3."
            ],
            id="a short ISBN",
        ),
        pytest.param(
            {P: ("https://reports.example/growing", "elm.example")},
            [
                "publications/growing.md, line 7: `link`: 'elm.example' does not have the right form; write a whole address, from https:// on."
            ],
            id="an address without https",
        ),
        pytest.param(
            {N: ("Spring on Elm Street", "x" * 200)},
            [
                "newsletters/2024-03.md, line 7: `subject` has 200 characters, and inboxes show far fewer; use at most 150."
            ],
            id="a long subject",
        ),
        pytest.param(
            {
                S: (
                    "kind:",
                    "consent: {ref: S-1, basis: consent, given: 2024, identity: anonymous, scope: [website]}\nkind:",
                )
            },
            ["stories/the-garden.md, line 5: `consent.scope[1]` is 'website'; did you mean 'web'?"],
            id="an unknown channel",
        ),
        pytest.param(
            {N: ("summary:", "date: 2024-04-01\nsummary:")},
            [
                "newsletters/2024-03.md, line 3: `date` is 2024-04-01, but the file is the edition of 2024-03; remove the line `date`, or rename the file."
            ],
            id="an edition dated in another month",
        ),
        pytest.param(
            {P: ("https://reports.example/growing", "https://elm.example/")},
            [
                "publications/growing.md, line 7: `link` is 'https://elm.example/', an address of this site, where readers already are; write the address of the document itself, or take the line out: the page then says that the document is not on this site."
            ],
            id="a publication that leads to this site's home page",
        ),
        pytest.param(
            {
                P: ("https://reports.example/growing", "https://elm.example/publications/growing.pdf"),
                "publications/growing.pdf": pdf(),
            },
            [
                "publications/growing.md, line 7: `link` is 'https://elm.example/publications/growing.pdf', an address of this site, where readers already are; name the PDF in `file`."
            ],
            id="a publication that leads to a PDF of this site",
        ),
        pytest.param(
            {S: ("kind: reflection", "kind: story")},
            [
                "stories/the-garden.md, line 5: a story needs somebody's agreement, and `consent` is missing; add `consent` with the key from the register; docs/contribute.md shows how."
            ],
            id="a life told without consent",
        ),
        pytest.param(
            {S: ("kind: reflection", "kind: interview")},
            [
                "stories/the-garden.md, line 5: an interview needs somebody's agreement, and `consent` is missing; add `consent` with the key from the register; docs/contribute.md shows how."
            ],
            id="an interview without consent",
        ),
        pytest.param(
            {S: ("kind:", "author: Ada\nauthors: [Bo, Cy]\nkind:")},
            [
                "stories/the-garden.md, line 6: both `author` and `authors` say who wrote it; name everybody in `authors` and remove `author`."
            ],
            id="an author and authors",
        ),
        pytest.param(
            {S: ("kind:", "authors: Ada\nkind:")},
            ["stories/the-garden.md, line 5: `authors` should be a list; write it in square brackets: [Ada]."],
            id="one name for a list of authors",
        ),
        pytest.param(
            {P: ("authors: [{given: Ada, family: Elm}]", "authors:\n  - Ada Elm\n  - family: Elm")},
            [
                "publications/growing.md, line 8: `authors[2]` is not a whole name; write a person as {given: Ada, family: Elm}, an organisation as {organisation: Elm Trust}."
            ],
            id="an author of a publication without given names",
        ),
        pytest.param(
            {P: ("{given: Ada, family: Elm}", "{given: Ada, family: Elm, organisation: Elm Trust}")},
            [
                "publications/growing.md, line 6: `authors[1]` is not a whole name; write a person as {given: Ada, family: Elm}, an organisation as {organisation: Elm Trust}."
            ],
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
                "publications/growing.md, line 6: (warning) `authors[1]` does not say whether 'Ada Elm' is a person or an organisation, which references need; write a person as {given: Ada, family: Elm}, an organisation as {organisation: Elm Trust}.",
                "publications/growing.md, line 9: (warning) `editors[2]` does not say whether 'Rowan, Wil' is a person or an organisation, which references need; write a person as {given: Ada, family: Elm}, an organisation as {organisation: Elm Trust}.",
            ],
            id="names that may be anybody's",
        ),
        pytest.param(
            {S: ("kind:", "authors:\n  - Ada\n  - {role: Editor}\nkind:")},
            [
                "stories/the-garden.md, line 7: `authors[2].name` is missing; add a line 'name: …' (The name as it should appear)."
            ],
            id="an author without a name",
        ),
        pytest.param(
            {
                S: (
                    "kind:",
                    "consent: {ref: S-1, basis: consent, given: 2026-11-23, identity: anonymous, scope: [web]}\nkind:",
                )
            },
            [
                "stories/the-garden.md, line 5: `consent.given` is 2026-11-23, which is in the future; write the day on which the person agreed."
            ],
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
            [
                "stories/the-garden.md, line 5: (warning) `consent.withdrawn` is 2026-12, which is in the future; the story is hidden already; write the day on which the person took their story back."
            ],
            id="a consent that is withdrawn in the future",
        ),
        pytest.param(
            {
                N: ("[the garden](../stories/the-garden.md)", "the garden"),
                S: ("kind:", "withdrawn: 2026-11-01\nalt: A garden\nname: Ada\nkind:"),
            },
            [
                "stories/the-garden.md, line 5: (warning) `withdrawn` is not a field of this page; write it below `consent:`, indented by two spaces.",
                "stories/the-garden.md, line 6: (warning) `alt` is not a field of this page; write it below `image:`, indented by two spaces.",
                "stories/the-garden.md, line 7: (warning) `name` is not a field of this page; write it below `author:`, indented by two spaces.",
            ],
            id="a withdrawal and other fields that are not in their group",
        ),
        pytest.param(
            {
                S: (
                    "kind:",
                    "consent: {ref: S-1, basis: previously-published, identity: anonymous, scope: [web]}\nkind:",
                )
            },
            [
                "stories/the-garden.md, line 5: `consent.basis` is previously-published, and `consent.source` does not say where; add a line 'source: …' below it."
            ],
            id="published before, nowhere said",
        ),
        pytest.param(
            {S: ("kind:", "consent: {ref: S-1, basis: consent, identity: anonymous, scope: [web]}\nkind:")},
            [
                "stories/the-garden.md, line 5: `consent.basis` is consent, and `consent.given` does not say when it was given; add a line 'given: 2026-01-31' below it."
            ],
            id="consent without its date",
        ),
        pytest.param(
            {
                S: (
                    "kind:",
                    "consent: {ref: S-1, basis: consent, given: 2024, identity: anonymous, scope: [web], review_by: 2025-01}\nkind:",
                )
            },
            [
                "stories/the-garden.md, line 5: (warning) the consent was to be reviewed by 2025-01; ask the person again, then set `review_by` to the next date."
            ],
            id="a consent to be reviewed",
        ),
        pytest.param(
            {S: ("areas: [elmham]", "areas: [elmham, elmham]")},
            ["stories/the-garden.md, line 6: `areas` names 'elmham' twice; take one of them out."],
            id="an area named twice",
        ),
        pytest.param(
            {S: ("title: The garden", "title: |\n  The\n  garden")},
            ["stories/the-garden.md, line 2: `title` runs over more than one line; write it on one line."],
            id="a title over two lines",
        ),
        pytest.param(
            {S: ("date: 2024-02-03", "date: {a: b}")},
            ["stories/the-garden.md, line 3: `date` is not a date; write it as 2023-12-05, or 2023-12 or 2023."],
            id="a group for a date",
        ),
        pytest.param(
            {S: ("kind: reflection", "kind: guest-blog")},
            [
                "stories/the-garden.md, line 5: a guest-blog needs somebody's agreement, and `consent` is missing; add `consent` with the key from the register; docs/contribute.md shows how."
            ],
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
            [
                "stories/the-garden.md, line 5: `consent.scope` does not name web, so the item would have no page; add web, or take the file out."
            ],
            id="consent for all but the page",
        ),
    ],
)
def test_it_is_told_in_these_words(tmp_path: Path, changes: Changes, told: list[str]) -> None:
    assert [str(problem) for problem in problems_in(tmp_path, changed(changes))] == told


def test_an_area_is_named_where_there_are_none(tmp_path: Path) -> None:
    files = {"docs/index.md": page(), "stories/garden.md": story(areas=["elmham"])}
    assert [str(problem) for problem in problems_in(tmp_path, files)] == [
        "stories/garden.md, line 6: `areas` names 'elmham'; "
        "docs/areas/ has no file yet: remove the name, or add a file for it."
    ]
