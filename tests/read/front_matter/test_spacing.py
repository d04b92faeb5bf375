"""Blanks that are missing or not plain are reported at their line, with a fix that works as it is written."""

import re
from collections.abc import Iterator

import pytest

from newsroom.problems import Problem
from newsroom.read.front_matter.frontmatter import parse_front_matter
from tests.support.wordings import Reported

FRONT = """
title: The garden
summary: >
  The garden grew
  where: nobody looked
areas:
- york
-  swansea
image:
  src: a.jpg
  alt: A bed
from:
  - name: Ada
    role: Editor
  -   name: Bo
      role: Writer
consent: {ref: S-1, basis: consent}
scope:
  - web
  - feed
date: 2026-10-05
""".strip().splitlines()
CHARACTERS = ["\u00a0", "\u2003", "\u200b", "\ufeff", "\u00ad"]
NUMBERS = {"one": 1, "two": 2, "four": 4, "6": 6}


def damaged(place: str, blank: str) -> Iterator[tuple[int, str]]:
    """Each line that has a place, with another character in it."""
    for index, line in enumerate(FRONT):
        found = re.search(place, line)
        if found and not line.startswith(("  The", "  where")):
            wide = len(found[1]) if blank in "\u00a0\u2003" else 1
            plain = "" if blank in "\u00a0\u2003" or len(found[1]) == 1 else found[1]
            yield index, line[: found.start(1)] + blank * (wide or 1) + plain + line[found.end(1) :]


def parse(lines: list[str]) -> tuple[dict[str, object], list[Problem]]:
    found = parse_front_matter("\n".join(["---", *lines, "---", ""]), "a.md")
    return dict(found.values), found.problems


def fixed(line: str, fix: str) -> str:
    """A line, changed exactly as a message says."""
    if found := re.fullmatch(r"put (\w+) plain spaces? before '(.*)' instead", fix):
        return " " * NUMBERS[found[1]] + line[line.index(found[2]) :]
    if found := re.fullmatch(r"delete all (before|after) '(.*)'", fix):
        at = line.index(found[2])
        return line[at:] if found[1] == "before" else line[: at + len(found[2])]
    found = re.fullmatch(r"(?:write '|(?:type a plain space instead|delete the line and type it again): )(.*?)'?", fix)
    assert found, fix
    return " " * (len(line) - len(line.lstrip(" "))) + found[1]


PLACES = {
    "after a hyphen": r"-( +)",
    "after a colon": r"\w:( *)(?=[\w>{]|$)",
    "before a colon": r"\w():(?: |$)",
    "in a group": r"[{,] ?\w+:( )",
    "at the beginning": r"^( +)",
}


@pytest.mark.parametrize("character", CHARACTERS)
@pytest.mark.parametrize("place", PLACES)
def test_odd_character_is_reported_at_its_line(place: str, character: str) -> None:
    right, _ = parse(FRONT)
    for index, line in damaged(PLACES[place], character):
        values, problems = parse([*FRONT[:index], line, *FRONT[index + 1 :]])
        named = [(problem.line, problem.code) for problem in problems]
        assert named == [(index + 2, "front-matter-character-invalid")], ascii(line)
        assert values == right, ascii(line)
        assert parse([*FRONT[:index], fixed(line, problems[0].fix), *FRONT[index + 1 :]]) == (right, [])


@pytest.mark.parametrize(
    ("place", "code"),
    [
        (r"-( )\b", "front-matter-hyphen"),
        (r"\w:( )", "front-matter-colon-missing"),
        (r"[{,] ?\w+:( )", "front-matter-colon-missing"),
    ],
)
def test_missing_space_is_reported_at_its_line(place: str, code: str) -> None:
    right, _ = parse(FRONT)
    for index, line in damaged(place, ""):
        _, problems = parse([*FRONT[:index], line, *FRONT[index + 1 :]])
        assert [(problem.line, problem.code) for problem in problems] == [(index + 2, code)], line
        assert parse([*FRONT[:index], fixed(line, problems[0].fix), *FRONT[index + 1 :]]) == (right, []), line


def test_text_pasted_from_a_word_processor_is_reported_line_by_line() -> None:
    """In its structure it has no plain space at all."""
    lines = [re.sub(r"^[ -]+|(?<!where): +", lambda found: found[0].replace(" ", "\u00a0"), line) for line in FRONT]
    values, problems = parse(lines)
    assert values == parse(FRONT)[0]
    assert {problem.code for problem in problems} == {"front-matter-character-invalid"}
    assert [problem.line for problem in problems] == [at for at, line in enumerate(lines, 2) if "\u00a0" in line]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["title:\u00a0The garden", "date: 2026"], ["2 character-invalid"], id="a no-break space alone"),
        pytest.param(["areas:\u00a0", "- york"], ["2 character-invalid"], id="a no-break space before a list"),
        pytest.param(["title: T", "\u00a0", "date: 2026"], ["3 character-invalid"], id="a no-break space on a line"),
        pytest.param(["title: T", "\u200b", "date: 2026"], ["3 character-invalid"], id="a zero-width space on a line"),
        pytest.param(
            ["\ufefftitle: T", "\u2003date: 2026"], ["2 character-invalid", "3 character-invalid"], id="at once"
        ),
        pytest.param(
            ["ti\u200btle: T", "review\u00a0by: x"], ["2 character-invalid", "3 character-invalid"], id="names"
        ),
        pytest.param(["areas:", "-\tyork", "- \tswansea"], ["3 tab", "4 tab"], id="a tab after a hyphen"),
        pytest.param(["areas: # all", "- york", "-swansea"], ["4 hyphen"], id="no space after a hyphen"),
        pytest.param(["areas:", "  -york", "  -swansea"], ["3 hyphen", "4 hyphen"], id="no space after each hyphen"),
        pytest.param(["areas:", "– york", "• swansea"], ["3 hyphen", "4 hyphen"], id="other marks for a list"),
        pytest.param(["consent:", "  ref:S-1", "  basis: consent"], ["3 colon-missing"], id="no space after a colon"),
        pytest.param(
            ["image:", "  src:x.jpg", "  alt:y"], ["3 colon-missing", "4 colon-missing"], id="after each colon"
        ),
        pytest.param(["image: {src:x.jpg, alt: y}"], ["2 colon-missing"], id="after a colon in braces"),
        pytest.param(["title:a: b"], ["2 colon-missing"], id="before a value with a colon"),
        pytest.param(
            ['title: \u00a0"T"', "areas: \u00a0[a]"], ["2 character-invalid", "3 character-invalid"], id="marks"
        ),
        pytest.param(["consent:", "\u00a0ref: S-1"], ["3 character-invalid"], id="one blank before a field of a group"),
        pytest.param(["title\uff1aThe garden"], ["2 colon-missing"], id="a wide colon"),
    ],
)
def test_each_line_is_reported_in_words(lines: list[str], expected: list[str], reported: Reported) -> None:
    _, problems = parse(lines)
    assert reported(problems) == [f"a.md:{fault.replace(' ', ' front-matter-')}" for fault in expected]
    for problem, index in [(problem, problem.line - 2) for problem in problems if problem.line]:
        lines[index] = "" if problem.fix == "delete the line" else fixed(lines[index], problem.fix)
    assert parse(lines)[1] == []


@pytest.mark.parametrize(
    "lines",
    [
        ["summary: >", "  \u00a0ref:x", "  -y", "  image:\u00a0z"],
        ["summary: We asked", "  -and", "  title:\u00a0x"],
        ["summary:", "  https://example.org", "  -5 degrees"],
        ["title: \u00a0The garden\u00a0", "temperature:", "  -5"],
        ["link: https://example.org", "date:  2026", "from:", "-   name: Ada", "    role: Editor"],
        ["image: {src: 'a, alt:b', alt: y}"],
    ],
)
def test_text_is_not_mistaken_for_fields(lines: list[str]) -> None:
    assert parse(lines)[1] == []


def test_blanks_around_a_plain_value_do_not_count() -> None:
    values, _ = parse(
        [
            "date: \u00a02026-10-05\u200b",
            "image: {\u00a0src: a, alt\u00a0: b}",
            "areas: [york,\u00a0swansea]",
            'title: "\u00a0x"',
        ]
    )
    assert values == {
        "date": "2026-10-05",
        "image": {"src": "a", "alt": "b"},
        "areas": ["york", "swansea"],
        "title": "\u00a0x",
    }
