"""The next edition has the previous one's sections, cards for what is new, and blanks that the check asks for."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from newsroom.commands.new_edition import next_edition
from newsroom.commands.new_file import NewFileError
from tests.support import NEWSROOM, SETTINGS, TODAY, problems_in, small_newsroom, write_files
from tests.support.items import event, newsletter, publication, story, vacancy
from tests.support.wordings import Reported

ROLE = "Editor of the newsletter, and coordinator of all areas in the north and in the south-west of England"
PREVIOUS = newsletter(
    "## Hello\n\nHi.\n\n## Stories & blogs\n\nOld.\n\n## Events\n\nSoon.",
    title="Newsletter, March 2024",
    **{"from": [{"name": "Ada Elm", "role": ROLE}]},
)
FILES = {
    **small_newsroom(),
    "newsletters/2024-03.md": PREVIOUS,
    "stories/old.md": story(title="Old", date="2024-02-01"),
    "stories/new.md": story(title="New [one]", date="2024-05-01"),
    "stories/newer.md": story(title="Newer", date="2024-06-01"),
    "stories/late.md": story(title="Late", date="2015", added="2024-04-02"),
    "stories/web-only.md": story(
        title="Web only",
        date="2024-05-02",
        kind="story",
        consent={"ref": "elm-3", "basis": "consent", "given": "2024-05-01", "identity": "first-name", "scope": ["web"]},
    ),
    "stories/draft.md": story(title="Draft", date="2024-05-03", draft=True),
    "publications/report.md": publication(title="A report", date="2024-05"),
}
EXPECTED = f"""\
---
title: Newsletter, June 2024
summary: One or two sentences that tell a reader what this edition holds.
subject: The subject line of the email
preheader: A few words that carry on from the subject line in the inbox
from:
- name: Ada Elm
  role: {ROLE}
added: '2026-11-22'
---

## Hello

Write the opening note here.

## Stories & blogs

[Newer](../stories/newer.md)

[New \\[one\\]](../stories/new.md)

[Late](../stories/late.md)

## Events

Write the next section here.

## Publications

[A report](../publications/report.md)
"""


def test_edition_has_sections_cards_and_blanks(tmp_path: Path, reported: Reported) -> None:
    write_files(tmp_path, FILES)
    file = next_edition(tmp_path, SETTINGS, TODAY, name="2024-06")
    assert file.path == "newsletters/2024-06.md"
    assert file.text == EXPECTED.replace("2026-11-22", TODAY.isoformat())
    found = problems_in(tmp_path, {file.path: file.text})
    blanks = [problem for problem in found if problem.path == file.path]
    assert reported(blanks) == [f"{file.path}:{line} template-text-left" for line in (3, 4, 5, 14, 26)]


def test_edition_offers_all_that_is_coming_the_next_first(tmp_path: Path) -> None:
    coming = {
        "docs/events/later.md": event(title="Later", starts="2027-01-10 10:00", date="2026-11-20"),
        "docs/events/soon.md": event(title="Soon", starts="2026-12-10 10:00", date="2024-01-01"),
        "docs/events/today.md": event(title="Today", starts=f"{TODAY} 00:01"),
        "docs/events/over.md": event(title="Over", starts="2026-11-21 23:59"),
        "docs/vacancies/open.md": vacancy(title="Open", closes=TODAY.isoformat()),
        "docs/vacancies/closed.md": vacancy(title="Closed", closes="2026-11-21"),
    }
    write_files(tmp_path, FILES | coming)
    text = next_edition(tmp_path, SETTINGS, TODAY, name="2024-06").text
    titles = [line for line in text.partition("## Stories")[2].splitlines() if "docs/" in line or line[:1] == "#"]
    assert titles == [
        "## Events",
        "[Today](../docs/events/today.md)",
        "[Soon](../docs/events/soon.md)",
        "[Later](../docs/events/later.md)",
        "## Publications",
        "## Vacancies",
        "[Open](../docs/vacancies/open.md)",
    ]


@pytest.mark.parametrize(
    ("editions", "today", "expected"),
    [
        ([], date(2026, 11, 22), "2026-11"),
        (["2024-03"], date(2026, 11, 22), "2026-11"),
        (["2026-11"], date(2026, 11, 22), "2026-12"),
        (["2026-12-05", "2026-12-special"], date(2026, 12, 22), "2027-01"),
    ],
)
def test_edition_is_named_by_the_next_month(
    tmp_path: Path, editions: list[str], today: date, expected: str, reported: Reported
) -> None:
    files = {path: text for path, text in small_newsroom().items() if not path.startswith("newsletters/")}
    write_files(tmp_path, files | {f"newsletters/{name}.md": newsletter(title=name) for name in editions})
    file = next_edition(tmp_path, SETTINGS, today)
    assert file.path == f"newsletters/{expected}.md"
    found = problems_in(tmp_path, {file.path: file.text}, today=today)
    codes = {line.rpartition(" ")[2] for line in reported(found) if file.path in line}
    assert codes == {"template-text-left"}


NOTE = "## Hello\n\nHi.\n\n## Stories\n\n"
BLANK = "Write the next section here."


@pytest.mark.parametrize(
    ("editions", "lang", "title", "sections"),
    [
        pytest.param(
            {
                "2026-12": newsletter(
                    f"{NOTE}[It](../stories/in-it.md)", title="News, December 2026", added="2026-11-27"
                )
            },
            "en",
            "News, January 2027",
            ["Hello", "Stories [December](../stories/month.md) [Between](../stories/between.md)"],
            id="previous edition was written before its month",
        ),
        pytest.param(
            {"2026-12": newsletter(f"{NOTE}Old.", title="News, December 2026", date="2026-12-05")},
            "en",
            "News, January 2027",
            ["Hello", f"Stories {BLANK}"],
            id="previous edition's title has its month, and its date the day",
        ),
        pytest.param(
            {"2026-12": newsletter("No section.", title="News, December 2026")},
            "en",
            "News, January 2027",
            ["Hello and welcome", f"Events {BLANK}", "Stories [December](../stories/month.md)"],
            id="previous edition has no sections",
        ),
        pytest.param(
            {"2026-12": newsletter(f"{NOTE}Old.", title="News, December 2026")},
            "cy",
            "Newsletter, Month Year",
            ["Hello and welcome", f"Events {BLANK}", "Straeon [December](../stories/month.md)"],
            id="previous edition is in another language",
        ),
        pytest.param(
            {
                "2026-11": newsletter(f"{NOTE}Old.", title="News"),
                "2026-12-05": newsletter(f"{NOTE}Old.", title="News, 5 December 2026"),
            },
            "en",
            "News, January 2027",
            ["Hello", f"Stories {BLANK}"],
            id="several editions, the last with its day",
        ),
        pytest.param(
            {
                "2026-11": newsletter(f"{NOTE}Old.", title="News, November 2026"),
                "2027-01": newsletter(f"{NOTE}Old.", title="News, January 2027"),
            },
            "cy",
            "Newsletter, Month Year",
            [
                *("Hello and welcome", f"Events {BLANK}"),
                "Straeon [December](../stories/month.md) [Between](../stories/between.md) [In it](../stories/in-it.md)",
            ],
            id="the same edition is there in another language",
        ),
        pytest.param(
            {"2026-12": newsletter("## Our stories\n\nHi.\n\n## Events\n\nOld.", title="News, December 2026")},
            "en",
            "News, January 2027",
            ["Our stories", f"Events {BLANK}", "Stories [December](../stories/month.md)"],
            id="previous edition's note has the name of a type",
        ),
    ],
)
def test_edition_begins_where_the_previous_one_ended(
    tmp_path: Path, editions: dict[str, str], lang: str, title: str, sections: list[str]
) -> None:
    files = {path: text for path, text in small_newsroom().items() if not path.startswith("newsletters/")}
    files |= {
        "stories/before.md": story(title="Before", date="2026-10-01"),
        "stories/in-it.md": story(title="In it", date="2026-11-28"),
        "stories/between.md": story(title="Between", date="2026-11-29"),
        "stories/month.md": story(title="December", date="2026-12"),
    }
    write_files(tmp_path, files | {f"newsletters/{name}.md": text for name, text in editions.items()})
    today = date(2026, 12, 20)
    file = next_edition(tmp_path, SETTINGS, today, name="2027-01", lang=lang)
    found = [" ".join(part.split()) for part in file.text.split("\n## ")]
    assert f"title: {title} " in found[0]
    assert found[1:] == [f"{sections[0]} Write the opening note here.", *sections[1:]]


def test_edition_of_frozen_newsroom_has_only_blanks_to_fill_in(tmp_path: Path, reported: Reported) -> None:
    shutil.copytree(NEWSROOM, tmp_path, dirs_exist_ok=True)
    marks = "A ~~b~~ {x|y} :smile: 9: 30 &amp; &#38; R & D ^c^ =m= `d` <e> *f* _g_ [h] \\"
    write_files(tmp_path, {"stories/marks.md": story(title=marks, date="2024-02-01")})
    file = next_edition(tmp_path, SETTINGS, TODAY)
    found = reported([each for each in problems_in(tmp_path, {file.path: file.text}) if each.path == file.path])
    escaped = r"[A \~\~b\~\~ \{x\|y\} \:smile: 9: 30 \&amp; \&\#38; R & D \^c\^ \=m\= \`d\` \<e\> \*f\* \_g\_ \[h\] \\]"
    assert f"{escaped}(../stories/marks.md)" in file.text
    assert {line.rpartition(" ")[2] for line in found} == {"template-text-left"}


def test_edition_in_another_language_has_its_words(tmp_path: Path) -> None:
    welsh = newsletter("## Helo\n\nBore da.", title="Cylchlythyr, Mawrth 2024")
    write_files(tmp_path, FILES | {"newsletters/2024-03.cy.md": welsh})
    file = next_edition(tmp_path, SETTINGS, TODAY, name="2024-06", lang="cy")
    assert file.path == "newsletters/2024-06.cy.md"
    assert "title: Cylchlythyr, Mehefin 2024\n" in file.text
    assert "\n## Straeon\n\n[Newer](../stories/newer.md)\n" in file.text


@pytest.mark.parametrize(
    ("name", "lang", "message"),
    [
        ("2024-03", "en", "newsletters/2024-03.md exists already; give another name, like 2024-04"),
        ("2024-13", "en", "'2024-13' cannot be an edition's name; name an edition by its month or day"),
        ("2024-06/x", "en", "cannot be an edition's name"),
        ("2024-02-30", "en", "'2024-02-30' cannot be an edition's name"),
        ("../x", "en", "cannot be an edition's name"),
        ("2024-06", "fr", "'fr' is none of them"),
    ],
)
def test_name_or_language_that_cannot_be_is_reported(tmp_path: Path, name: str, lang: str, message: str) -> None:
    write_files(tmp_path, FILES)
    with pytest.raises(NewFileError, match=message.replace(".", r"\.")):
        next_edition(tmp_path, SETTINGS, TODAY, name=name, lang=lang)
