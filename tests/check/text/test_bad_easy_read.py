"""Easy Read versions that are not easy to read, or that have no page."""

from pathlib import Path

import pytest

from tests.support import problems_in, small_newsroom
from tests.support.images import SVG
from tests.support.items import CONSENT, easy, page, story
from tests.support.wordings import Reported

CUPS = "![Two cups](cups.svg)"
LONG = "We " + "really " * 13 + "talk."
FILE = "docs/about.easy.md"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{CUPS}\n\n{LONG}", [], id="fifteen words"),
        pytest.param(f"{CUPS}\n\nHello.\n{LONG[:-1]} often.", ["9 easy-sentence-long"], id="sixteen words"),
        pytest.param(
            f"{CUPS}\n\nThree things:\n\n- One\n- {LONG} So {LONG}", ["11 easy-sentence-long"], id="in a list"
        ),
        pytest.param(f"{CUPS}\nWe talk.", [], id="picture and words in one paragraph"),
        pytest.param(f"## We talk\n\n{CUPS}\n\nAbout:\n\n- tea\n- cakes", [], id="heading, picture, words and list"),
        pytest.param(f"We talk.\n\n{CUPS}", ["6 easy-picture-missing?"], id="no picture"),
        pytest.param(f"{CUPS}\n\nWe talk.\n\nYou talk.", ["10 easy-picture-missing?"], id="one picture for two ideas"),
        pytest.param(f"{CUPS}\n\n## Tea\n\nWe talk.", ["10 easy-picture-missing?"], id="picture above a heading"),
        pytest.param(f"{CUPS}\n\nWe talk.\n\n## Tea\n\n- We talk.", ["12 easy-picture-missing?"], id="list alone"),
        pytest.param(f"{CUPS}\n\nWe ask for **consent**. That means that you agree.", [], id="explained in a sentence"),
        pytest.param(f"{CUPS}\n\nThe **services**:\n\n- help from paid staff", [], id="explained in a list"),
        pytest.param(f"{CUPS}\n\nWe talk.\nWe ask for **consent**.", ["9 easy-word-unexplained?"], id="not explained"),
        pytest.param(f"{CUPS}\n\n**Consent** is you agree.", [], id="explained in three words"),
        pytest.param(f"{CUPS}\n\n**Consent** means yes.", ["8 easy-word-unexplained?"], id="two words after it"),
        pytest.param(
            f"{CUPS}\n\nAsk the LACN.\nThe LACN helps.", ["8 easy-abbreviation-unexplained?"], id="abbreviation"
        ),
        pytest.param(f"{CUPS}\n\n**LACN** is short for a network. The LACN helps.", [], id="explained abbreviation"),
        pytest.param(f"{CUPS}\n\nThe Elm Street Network (ESN) helps. Ask the ESN.", [], id="in brackets"),
        pytest.param(f"{CUPS}\n\nAsk the NHS, the BBC, a GP, on TV in the UK.", [], id="well known"),
        pytest.param(f"{CUPS}\n\nThe LACNs and the eLACN see A.", [], id="only a part of a word"),
        pytest.param(
            f"{CUPS}\n\nWrite on A4 at ESN. ESM (x) or ESX, y (ESX).",
            ["8 easy-abbreviation-unexplained?"] * 2,
            id="a digit, and others in brackets",
        ),
    ],
)
def test_text_that_is_not_easy(tmp_path: Path, text: str, expected: list[str], reported: Reported) -> None:
    files = small_newsroom() | {FILE: easy(text), "docs/cups.svg": SVG}
    assert reported(problems_in(tmp_path, files)) == [f"{FILE}:{line}" for line in expected]


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        pytest.param(FILE, easy(CUPS, title=LONG + " " + LONG, summary=f"{LONG[:-1]} now and again."),
                     [f"{FILE}:3 easy-sentence-long"], id="summary"),
        pytest.param(FILE, easy(f"{CUPS}\n\nWe talk.", title=f"Tea? {LONG[:-1]} often!"),
                     [f"{FILE}:2 easy-sentence-long"], id="title"),
        pytest.param("docs/nowhere.easy.md", easy(f"{CUPS}\n\nWe talk."), ["docs/nowhere.easy.md easy-page-missing"],
                     id="without its page"),
        pytest.param("docs/about.cy.easy.md", easy(f"{CUPS}\n\nWe talk."), ["docs/about.cy.easy.md easy-page-missing"],
                     id="without its page in that language"),
        pytest.param("docs/about.easy.cy.md", easy(CUPS), ["docs/about.easy.cy.md file-name-invalid"],
                     id="language after the ending"),
        pytest.param("docs/about.Easy-Read.md", easy(CUPS), ["docs/about.Easy-Read.md file-name-invalid"],
                     id="another ending"),
        pytest.param(FILE, easy(f"{CUPS}\n\nWe talk.", consent=CONSENT), [f"{FILE}:4 easy-field"], id="consent"),
        pytest.param(FILE, easy(f"{CUPS}\n\nWe talk.", kind="news"), [f"{FILE}:4 field-unknown"], id="unknown field"),
        pytest.param("docs/about/easy-read.md", page(),
                     ["docs/about/easy-read.md address-taken"], id="page at the same address"),
    ],
)  # fmt: skip
def test_file_that_is_wrong(tmp_path: Path, path: str, text: str, expected: list[str], reported: Reported) -> None:
    more = {FILE: easy(f"{CUPS}\n\nWe talk.")} if path.startswith("docs/about/") else {}
    files = small_newsroom() | more | {path: text, "docs/cups.svg": SVG}
    assert reported(problems_in(tmp_path, files)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [({"consent": CONSENT}, []), ({}, ["stories/jean.easy.md:8 consent-asked?", "stories/jean.md:10 consent-asked?"])],
)
def test_consent_of_the_page_covers_the_version(
    tmp_path: Path, fields: dict[str, object], expected: list[str], reported: Reported
) -> None:
    life = "Jean was diagnosed with cancer."
    files = small_newsroom() | {
        "stories/jean.md": story(f"Words.\n\n{life}", **fields),
        "stories/jean.easy.md": easy(f"{CUPS}\n\n{life}"),
        "stories/cups.svg": SVG,
    }
    assert reported(problems_in(tmp_path, files)) == expected
