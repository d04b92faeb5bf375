"""Front matter that cannot be parsed is reported at the line to change, with a fix that works as it is written."""

import re
from collections.abc import Iterator

import pytest

from newsroom.problems import Problem
from newsroom.read.front_matter.frontmatter import FrontMatterText, parse_front_matter
from tests.support.wordings import Reported

FRONT = """
title: "The garden"
subtitle: 'Three beds'
summary: How a garden came to be on Elm Street
areas: [elmham, "oakley"]
image:
  src: a.jpg
  alt: "A bed of beans"
  credit: Ada Elm of Oakley
from:
  - name: Ada
    role: Editor of it
  - name: Bo
contact: {name: Ada, email: "a@elm.example"}
scope:
  - web
  - feed
date: 2026-10-05
""".strip().splitlines()


def parse(lines: list[str]) -> FrontMatterText:
    return parse_front_matter("\n".join(["---", *lines, "---", ""]), "a.md")


def follow(lines: list[str], problem: Problem) -> list[str]:
    """The lines, changed exactly as a message says."""
    at = (problem.line or 0) - 2
    indent, text = re.match(r"( *)(.*)", lines[at]).groups()  # type: ignore[union-attr]
    fix = problem.fix
    if found := re.fullmatch(r"begin it with \w+ spaces: '( +)\S+'", fix):
        return [*lines[:at], found[1] + text, *lines[at + 1 :]]
    if found := re.fullmatch(r"put (\w+) spaces before '(.*)'", fix):
        return [*lines[:at], "  " + found[2], *lines[at + 1 :]]
    if fix == "begin each line of that text with two spaces":
        return [*lines[:at], *("  " + line for line in lines[at:])]
    if found := re.fullmatch(r"put it on the next line, after \w+ spaces: '(.*)'", fix):
        return [*lines[:at], text.removesuffix(" " + found[1].strip()), found[1], *lines[at + 1 :]]
    new = re.fullmatch(r"write '(.*)'|.*?(?:: )(?=\w+: |- )(.*)", fix)
    assert new, fix
    first = at - ("line above" in fix or "all of it on one line" in fix)
    last = len(lines) if "one line" in fix and indent == "" and "of beans" not in text else at + 1
    indent = re.match(" *", lines[first])[0]  # type: ignore[index]
    return [*lines[:first], indent + (new[1] or new[2]), *lines[last:]]


DAMAGES = {
    "the closing quotation mark is missing": (r"(.*: )(\"|')(.*)\2$", r"\1\2\3", 0),
    "the closing quotation mark is curly": (r"(.*: )\"(.*)\"$", '\\1"\\2\u201d', 0),
    "a quotation mark in brackets is missing": (r"(.*: [\[{].*)\"([\]}])", r"\1\2", 0),
    "a curly mark is in brackets": (r"(.*: [\[{].*)\"([\]}])", "\\1\u201d\\2", 0),
    "the bracket is missing": (r"(.*: [\[{].*)[\]}]", r"\1", 0),
    "another bracket closes it": (r"(.*: )\[(.*)\]", r"\1[\2}", 0),
    "the colon is missing": (r"(?!  - name: Bo)( *(?:- )?\w+):( [^\[{\"']+)", r"\1\2", 0),
    "the line is wrapped at the left edge": (r"(.*: \w+ .*) (\w+)", "\\1\n\\2", 1),
    "the line is wrapped below its name": (r"( *)(\w+: \w+ .*) (\w+)", "\\1\\2\n\\1\\3", 1),
    "the line is indented by one more": (r"(?!title|  src| *- |  - |src)( *\w+: .*)", r" \1", 0),
}


def damaged(pattern: str, changed: str) -> Iterator[tuple[int, list[str]]]:
    """Front matter in which one line is damaged, for each line that can be."""
    for index, line in enumerate(FRONT):
        if re.fullmatch(pattern, line):
            yield index, [*FRONT[:index], *re.sub(pattern, changed, line).split("\n"), *FRONT[index + 1 :]]


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_one_error_at_its_line(damage: str) -> None:
    pattern, changed, below = DAMAGES[damage]
    cases = list(damaged(pattern, changed))
    assert cases
    for index, lines in cases:
        assert [problem.line for problem in parse(lines).problems] == [index + 2 + below], lines[index]


@pytest.mark.parametrize(
    ("wrong", "expected", "right"),
    [
        pytest.param(
            'areas: ["york", "swansea]', "2 quotation-mark", 'areas: ["york", "swansea"]', id="mark in a list"
        ),
        pytest.param(
            "areas: [york, 'swansea]", "2 quotation-mark", "areas: [york, 'swansea']", id="single mark in a list"
        ),
        pytest.param(
            'areas: ["york, "swansea"]', "2 quotation-mark", "areas: [york, swansea]", id="mark inside a list"
        ),
        pytest.param(
            'areas: ["york", "swansea”]', "2 quotation-mark", 'areas: ["york", "swansea"]', id="curly in a list"
        ),
        pytest.param('image: {src: a, alt: "x}', "2 quotation-mark", 'image: {src: a, alt: "x"}', id="mark in a group"),
        pytest.param("areas: [york, swansea}", "2 bracket", "areas: [york, swansea]", id="another bracket"),
        pytest.param("areas: [york], swansea", "2 bracket", "areas: [york, swansea]", id="bracket too early"),
        pytest.param('areas: ["york" "swansea"]', "2 bracket", 'areas: ["york", "swansea"]', id="no comma"),
        pytest.param(
            "consent: {ref: a, scope: [web}", "2 bracket", "consent: {ref: a, scope: [web]}", id="bracket inside"
        ),
        pytest.param("areas: [york,\nswansea", "2 bracket", "areas: [york, swansea]", id="list on two lines"),
        pytest.param("areas: - york", "2 hyphen", "areas: [york]", id="entry beside the name"),
        pytest.param("areas: york\n- swansea", "2 hyphen", "areas: [york, swansea]", id="first entry beside the name"),
        pytest.param("areas:\n- york\nswansea", "4 hyphen", "areas:\n- york\n- swansea", id="entry without a hyphen"),
        pytest.param("areas:\nyork\n- swansea", "3 hyphen", "areas:\n- york\n- swansea", id="first without a hyphen"),
        pytest.param("areas:\n- york\neast york", "4 hyphen", "areas:\n- york\n- east york", id="entry of two words"),
        pytest.param(
            "areas:\n- york\neast of york", "4 line-invalid", "areas:\n- york east of york", id="line of three words"
        ),
        pytest.param("title: The garden\ngoes on", "3 line-invalid", "title: The garden goes on", id="wrapped"),
        pytest.param('title: "A"\nb c\nd', "3 line-invalid", 'title: "A b c d"', id="wrapped twice after marks"),
        pytest.param("title:\nThe garden", "3 line-invalid", "title: The garden", id="below its name"),
        pytest.param(
            "title: We asked\n  and Jo said: yes", "3 quotes-needed", 'title: "We asked and Jo said: yes"', id="colon"
        ),
        pytest.param(
            "image:\n  alt: A bed\n  of beans\n  src: a", "4 line-invalid", "image:\n  alt: A bed of beans\n  src: a"
        ),
        pytest.param("summary: >\nText\nof it", "3 indentation", "summary: >\n  Text\n  of it", id="text at the edge"),
        pytest.param(
            "summary: A\n  long\ntext", "4 indentation", "summary: A\n  long\n  text", id="third line at the edge"
        ),
        pytest.param('title: "The end.”', "2 quotation-mark", 'title: "The end."', id="curly closing mark"),
        pytest.param("title: 'The end.’", "2 quotation-mark", 'title: "The end."', id="curly single closing mark"),
        pytest.param('title: "The “Elm”', "2 quotation-mark", 'title: "The “Elm”"', id="curly mark of a word"),
        pytest.param('title: "The “Elm” end.”', "2 quotation-mark", 'title: "The “Elm” end."', id="curly mark of both"),
        pytest.param(
            'title: "A bed\n  of beans', "2 quotation-mark", 'title: "A bed of beans"', id="mark on two lines"
        ),
        pytest.param(
            'title: "A bed\nof beans.”', "2 quotation-mark", 'title: "A bed of beans."', id="curly on two lines"
        ),
        pytest.param('title: "A bed",', "2 quotes-needed", 'title: "A bed"', id="comma after a mark"),
        pytest.param(
            "title: A: bed\n  of beans", "2 quotes-needed", 'title: "A: bed of beans"', id="colon on two lines"
        ),
        pytest.param("title: [A bed]: of x", "2 quotes-needed", 'title: "[A bed]: of x"', id="bracket and colon"),
        pytest.param("summary: |\n  a\n b", "4 indentation", "summary: |\n  a\n  b", id="block text"),
        pytest.param('"title: A bed', "2 quotation-mark", "title: A bed", id="mark before the name"),
        pytest.param("titel The garden", "2 colon-missing", "title: The garden", id="no colon, misspelt"),
        pytest.param("title = The garden", "2 colon-missing", "title: The garden", id="an equals sign"),
        pytest.param(
            "consent:\n  ref S-1\n  basis: x", "3 colon-missing", "consent:\n  ref: S-1\n  basis: x", id="in a group"
        ),
        pytest.param(
            "from:\n  - name Ada\n    role: x", "3 colon-missing", "from:\n  - name: Ada\n    role: x", id="in a list"
        ),
        pytest.param(
            "consent: ref: S-1\n  basis: x", "2 indentation", "consent:\n  ref: S-1\n  basis: x", id="beside a group"
        ),
        pytest.param(
            "consent: ref: S-1\n    basis: x",
            "2 indentation",
            "consent:\n    ref: S-1\n    basis: x",
            id="beside a group that is indented by four spaces",
        ),
        pytest.param(
            "consent: ref: S-1\ntitle: The garden",
            "2 indentation",
            "consent:\n  ref: S-1\ntitle: The garden",
            id="beside a group with nothing below",
        ),
        pytest.param(
            "from:\n  - name: Ada\n  role: x", "4 indentation", "from:\n  - name: Ada\n    role: x", id="in an entry"
        ),
        pytest.param(
            "image:\n  src: a\n   alt: x", "4 indentation", "image:\n  src: a\n  alt: x", id="one space too many"
        ),
    ],
)
def test_fix_works_as_it_is_written(wrong: str, expected: str, right: str, reported: Reported) -> None:
    end = ["date: 2026-10-05", "kind: news"]
    problems = parse([*wrong.split("\n"), *end]).problems
    assert reported(problems) == [f"a.md:{expected.replace(' ', ' front-matter-')}"]
    found = follow(wrong.split("\n"), problems[0])
    assert (found, parse([*found, *end]).problems) == (right.split("\n"), [])


def test_groups_with_a_value_beside_their_name_are_explained(reported: Reported) -> None:
    problems = parse(["image: a.jpg", "  alt: x", "date: 2026"]).problems
    assert reported(problems) == ["a.md:2 front-matter-indentation"]


@pytest.mark.parametrize(
    ("line", "fix"),
    [
        ("subtitel an elm", "write 'subtitle: an elm'"),
        (
            "subtitel of an elm",
            "write 'subtitle: of an elm', or write it at the end of the line above if it belongs there",
        ),
        (
            "place that she remembered best",
            "write 'place: that she remembered best', or write it at the end of the line above if it belongs there",
        ),
        (
            "subtitel that she remembered best",
            "if it goes on from the line above, write both as one line: summary: We asked about the subtitel that she "
            "remembered best",
        ),
    ],
)
def test_text_that_begins_like_a_field_may_belong_to_the_line_above(line: str, fix: str) -> None:
    (problem,) = parse(["summary: We asked about the", line, "date: 2026"]).problems
    assert (problem.line, problem.fix) == (3, fix)


def test_text_of_the_page_may_begin_where_front_matter_has_no_end(reported: Reported) -> None:
    problems = parse(["date: 2026", "title: The garden", "It grew and grew.", "", "More text."]).problems
    assert reported(problems) == ["a.md:4 front-matter-line-invalid"]
