"""Where private data is reported, how it is shown, and how it is allowed."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from newsroom.check.private import check_private_data
from newsroom.problems import ContentError, Problem, sort_problems
from newsroom.read import load_content
from newsroom.site_settings import site_settings
from newsroom.value_cache import ValueCache
from tests.support import SETTINGS, open_newsroom, write_files
from tests.support.changes import Changes, S, changed
from tests.support.wordings import Reported

TEXT = "A garden grew."
"""In the story of the small newsroom, on line 10."""


def problems_in(
    root: Path, files: Mapping[str, str | bytes], settings: Mapping[str, object] = SETTINGS
) -> tuple[Problem, ...]:
    """The errors in files and what is reported about private data in them, without the other checks."""
    write_files(root, files)
    content = load_content(root, ("en", "cy"))
    return sort_problems([*content.problems, *check_private_data(content, site_settings(settings), ValueCache())])


def only(changes: Changes) -> dict[str, str | bytes]:
    """The changed files of the small newsroom, without its other files."""
    return {path: content for path, content in changed(changes).items() if path in changes}


def text(words: str) -> Changes:
    """The story with words in place of its first sentence."""
    return {S: (TEXT, words)}


def field(lines: str) -> Changes:
    """The story with lines in its front matter, from line 5 on."""
    return {S: ("kind:", f"{lines}\nkind:")}


def allowing(what: str, words: str) -> dict[str, str | bytes]:
    """The story with words in place of its first sentence, and an entry of ``allow``."""
    entry = f'allow:\n  - what: "{what}"\n    why: it is public anyway\n'
    return {S: str(changed(text(words))[S]).replace("kind:", f"{entry}kind:")}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (text("Ask ada.elm@gmail.com."), f"{S}:10 private-email?"),
        (text("Ring 01632 960123."), f"{S}:10 private-phone?"),
        (text("| Name | Age |\n|---|--:|\n| Ann | 64 |"), f"{S}:12 private-age?"),
        (text("It is in\nSA1 4PE."), f"{S}:11 private-postcode?"),
        (text("> She lives at 14 Elm\n> Road."), f"{S}:10 private-address?"),
        (text("She was born\non 3 May\n1951."), f"{S}:11 private-birth-date?"),
        (text("- One\n- Maggie, 67, came."), f"{S}:11 private-age?"),
        (text("<!--\nNHS&nbsp;999&nbsp;247&nbsp;5145\n-->"), f"{S}:11 private-nhs-number"),
        (text("| a |\n|---|\n| AB 12 34 56 C |"), f"{S}:12 private-insurance-number"),
        (text("Sort code 12–34–56."), f"{S}:10 private-bank-details"),
        (text("See [it](https://drive.google.com/file/d/1a/view)."), f"{S}:10 private-drive-link?"),
        (text("[Write](mailto:ada.elm%40gmail.com)"), f"{S}:10 private-email?"),
        (text("[Ring](tel:+441632960123)"), f"{S}:10 private-phone?"),
        (text("<details title='01632 960123'>A</details>"), f"{S}:10 private-phone?"),
        (text("Ring **01632** 960123."), f"{S}:10 private-phone?"),
        (field("# Jo: 07700 900123"), f"{S}:5 private-phone?"),
        (field("author:\n  name: Ada Elm\n  role: ada.elm@gmail.com"), f"{S}:7 private-email?"),
        ({S: ("summary: How", "summary: Ring 07700 900123. How")}, f"{S}:4 private-phone?"),
        ({S: "No front matter, but 07700 900123."}, f"{S}:1 private-phone?"),
        ({"stories/ring-07700-900123.jpg": b""}, "stories/ring-07700-900123.jpg private-phone?"),
        ({"stories/2024-05-03-14-elm-road.jpg": b""}, "stories/2024-05-03-14-elm-road.jpg private-address?"),
        ({"stories/sa1-4pe.md": ""}, "stories/sa1-4pe.md private-postcode?"),
        ({"stories/ada.elm@gmail.com.docx": b""}, "stories/ada.elm@gmail.com.docx private-email?"),
    ],
)
def test_private_data_is_reported_with_its_line(
    tmp_path: Path, changes: Changes, expected: str, reported: Reported
) -> None:
    found = reported(problems_in(tmp_path, only(changes)))
    assert [brief for brief in found if " private-" in brief] == [expected]


@pytest.mark.parametrize(
    "words",
    [
        "Its number is in the [list](https://elm.example/01632960123).",
        "See [the garden](../docs/about.md#01632-960123).",
        "Write to hello@elm.example.",
        "We are at 1 Elm Street.",
        "[Join us](https://teams.microsoft.com/l/meetup-join/19%3ameeting_NDk%40thread.v2/0?context=%7b%7d)",
    ],
    ids=[
        *("an address of a page", "a heading", "the setting `contact`", "the address in the setting `sender`"),
        "a link to a meeting",
    ],
)
def test_public_text_is_not_reported(tmp_path: Path, words: str) -> None:
    assert problems_in(tmp_path, only(text(words))) == ()


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("NHS number 999 247 5145", "999 *** ****"),
        ("National Insurance AB123456C", "AB*******"),
        ("12-34-56 12345678", "12-**-** ********"),
        ("GB82 WEST 1234 5698 7654 32", "GB** **** **** **** **** **"),
    ],
)
def test_very_private_values_are_masked_in_messages(tmp_path: Path, words: str, shown: str) -> None:
    (found,) = problems_in(tmp_path, only(text(f"It is {words}.")))
    assert f"'{shown}'" in str(found)
    assert words[-4:] not in str(found)


def test_very_private_values_are_masked_in_messages_of_other_checks(tmp_path: Path) -> None:
    words = "NHS number 999 247 5145. [A](number-9992475145.md) [999-247-5145][] ![A](999.247.5145.png)"
    with pytest.raises(ContentError) as raised:
        open_newsroom(tmp_path, changed(text(words)))
    codes = {problem.code for problem in raised.value.problems}
    assert codes >= {"private-nhs-number", "link-missing", "link-definition-missing", "picture-missing"}
    assert not re.search(r"5\W?1\W?4\W?5", str(raised.value))


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("Ring 01632 960123 or +44 (0)1632 960 123.", "01632 960123"),
        ("Ask ada.elm@gmail.com.", "Ada.Elm@gmail.com"),
        ("At 14 Elm\nRoad, SA1 4PE.", "14 Elm Road, SA1 4PE"),
        ("Maggie (67) came.", "Maggie, 67"),
        ("She was born on 3 May 1951.", "3 May 1951"),
        ("NHS number 999 247 5145", "9992475145"),
        ("National Insurance AB123456C", "AB 12 34 56 C"),
        ("Sort code 12-34-56, account number 12345678", "12-34-56 12345678"),
        ("Give to GB82 WEST 1234 5698 7654 32.", "GB82WEST12345698765432"),
        ("See https://drive.google.com/file/d/1a/view", "https://drive.google.com/file/d/1a/view"),
    ],
)
def test_allowed_data_is_not_reported(tmp_path: Path, words: str, what: str) -> None:
    assert problems_in(tmp_path, allowing(what, words)) == ()


@pytest.mark.parametrize(
    "words",
    [
        "Ring 01632 960123.",
        "Ask ada.elm@gmail.com.",
        "It is in SA1 4PE.",
        "She lives at 14 Elm Road.",
        "She was born on 3 May 1951.",
        "Everyone sang on Ada's 80th birthday.",
        "| Name | Age |\n|---|---|\n| Ada | 67 |",
        f"See https://docs.google.com/spreadsheets/d/{'1aBcDe' * 15}/edit",
    ],
)
def test_text_that_a_message_quotes_can_be_allowed(tmp_path: Path, words: str) -> None:
    (found,) = problems_in(tmp_path / "reported", only(text(words)))
    quoted = found.what[1 : found.what.rindex("'")]
    assert problems_in(tmp_path / "allowed", allowing(quoted, words)) == ()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("allow: [{what: 01632 960123, why: the public number}]", [f"{S}:5 allow-unused?"]),
        ("allow: [{what: 01632 960123, why: public}]", [f"{S}:5 field-format-invalid", f"{S}:5 allow-unused?"]),
        ("allow: [{what: 01632 960123}]", [f"{S}:5 field-missing", f"{S}:5 allow-unused?"]),
        ("allow: 01632 960123", [f"{S}:5 private-phone?", f"{S}:5 field-type-invalid"]),
        (
            "allow:\n  - what: a\n    why: ask Jo on 07700 900123",
            [f"{S}:6 allow-unused?", f"{S}:7 private-phone?"],
        ),
    ],
    ids=["matches nothing", "a reason of one word", "no reason", "not a list", "private data in the reason"],
)
def test_wrong_entries_of_allow_are_reported(
    tmp_path: Path, lines: str, expected: list[str], reported: Reported
) -> None:
    assert sorted(reported(problems_in(tmp_path, only(field(lines))))) == sorted(expected)


@pytest.mark.parametrize(
    ("contact", "words", "is_public"),
    [
        ("ada.elm@gmail.com", "Ask ada.elm@gmail.com.", True),
        ("Gmail.com", "Ask ada.elm@GMAIL.com.", True),
        ("@gmail.com", "Ask ada.elm@gmail.com.", True),
        ("elm.example", "Ask ada.elm@mail.elm.example.", True),
        ("mail.com", "Ask ada.elm@gmail.com.", False),
        ("com", "Ask ada.elm@gmail.com.", False),
        ("ada@gmail.com", "Ask ada.elm@gmail.com.", False),
        ("01632 960123", "Ring +44 1632 960123.", True),
        ("01632 960124", "Ring +44 1632 960123.", False),
        ("14 Elm Road, SA1 4PE", "At 14 Elm Road, sa1 4pe.", True),
        ("3 May 1951", "She was born on 3 May 1951.", False),
    ],
)
def test_public_contacts_are_not_reported_on_any_page(
    tmp_path: Path, contact: str, words: str, is_public: bool
) -> None:
    found = problems_in(tmp_path, only(text(words)), {**SETTINGS, "public_contacts": [contact]})
    assert (found == ()) == is_public


def test_errors_stop_the_site_and_warnings_do_not(tmp_path: Path) -> None:
    assert len(open_newsroom(tmp_path / "warning", changed(text("Ring 01632 960123."))).problems) == 1
    with pytest.raises(ContentError):
        open_newsroom(tmp_path / "error", changed(text("NHS number 999 247 5145")))
