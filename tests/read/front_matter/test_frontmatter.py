"""Front matter is parsed with the line of each field, and no input raises."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newsroom.problems import Problem
from newsroom.read.files import read_text
from newsroom.read.front_matter.frontmatter import (
    FrontMatterText,
    is_marked_draft,
    is_marked_withdrawn,
    parse_front_matter,
)
from tests.support.wordings import Reported

YAML_LIKE = st.text(
    alphabet=st.sampled_from("ab:-[]{}'\"\\&*!|>%@`#?,~<=. \n\n\t\r\x85\u2028\x92\xa0\u200bé"), max_size=120
)
PARTS = (
    "title",
    "areas",
    "from",
    "image",
    "  src",
    "    ",
    " ",
    "- ",
    "-",
    ":",
    ": ",
    "x",
    "goes on",
    "[",
    "]",
    "{",
    "}",
    ",",
    "#",
)
MARKS = ('"', "'", "”", "’", ">", "|", "\u00a0", "\u200b", "\ufeff", "\t", "–", "\uff1a", "\n", "\n", "\n", "\n  ")
FIELD_LIKE = st.lists(st.sampled_from(PARTS + MARKS), max_size=25).map("".join)
NAMES = st.from_regex(r"[a-z][a-z_]{0,10}", fullmatch=True)
VALUES = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cn", "Cs")), max_size=40)


def parse(*lines: str) -> FrontMatterText:
    """Front matter of these lines, and a text."""
    return parse_front_matter("\n".join(["---", *lines, "---", "", "Text."]), "a.md")


@given(
    st.one_of(
        st.text(max_size=80),
        st.text(max_size=80).map("---\n{}\n---\n".format),
        YAML_LIKE.map("---\n{}".format),
        YAML_LIKE.map("---\n{}\n---\nText.".format),
        YAML_LIKE.map("---\ntitle: {}\n...\nText.".format),
        YAML_LIKE.map('---\n"{}": 1\n---\n'.format),
        FIELD_LIKE.map("---\n{}\n---\nText.".format),
    )
)
def test_any_text_parses_with_problems_inside_the_file(text: str) -> None:
    found = parse_front_matter(text, "a.md")
    last = text.count("\n") + 1
    assert all(problem.line and 1 <= problem.line <= last for problem in found.problems)
    assert all(len(str(problem).splitlines()) == 1 for problem in found.problems)
    assert all(1 <= line <= last for line in found.lines.values())


@given(st.dictionaries(NAMES, VALUES, min_size=1))
def test_quoted_text_round_trips_with_lines(fields: Mapping[str, str]) -> None:
    dumped = yaml.safe_dump(fields, default_style='"', allow_unicode=True, width=10**6, sort_keys=False)
    found = parse_front_matter(f"---\n{dumped}---\nText.", "a.md")
    assert not found.problems
    assert found.values == fields
    assert {name: found.lines[(name,)] for name in fields} == {name: line for line, name in enumerate(fields, 2)}
    assert (found.text, found.text_line) == ("Text.", len(fields) + 3)


@pytest.mark.parametrize(
    "written", ["Yes", "2023-12", "007", "1_000", "0x10", "1.50", "12:30", "no", "It's", "a#b", "a:b"]
)
def test_values_stay_text(written: str) -> None:
    assert parse(f"title: {written}").values == {"title": written}


@pytest.mark.parametrize("written", ["", " ", " ~", " null"])
def test_field_without_value_has_only_a_line(written: str) -> None:
    found = parse("a: x", f"title:{written}")
    assert (found.values, found.lines[("title",)], found.problems) == ({"a": "x"}, 3, [])


def test_groups_and_lists_have_lines() -> None:
    found = parse("# first", "from:", "  - name: Ada", "    role: Editor", "  - name: Bo", "areas: [x,", "  y]")
    assert found.values == {"from": [{"name": "Ada", "role": "Editor"}, {"name": "Bo"}], "areas": ["x", "y"]}
    assert found.lines == {
        (): 3,
        ("from",): 3,
        ("from", 0): 4,
        ("from", 0, "name"): 4,
        ("from", 0, "role"): 5,
        ("from", 1): 6,
        ("from", 1, "name"): 6,
        ("areas",): 7,
        ("areas", 0): 7,
        ("areas", 1): 8,
    }


@pytest.mark.parametrize("end", ["---", "...", "---  ", "...\t"])
def test_hyphens_or_dots_end_front_matter(end: str) -> None:
    found = parse_front_matter(f"---\ntitle: A\n{end}\n\nText.\n---\nMore.", "a.md")
    assert (found.values, found.text, found.text_line) == ({"title": "A"}, "\nText.\n---\nMore.", 4)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_all_line_ends_and_boms_are_accepted(tmp_path: Path, line_end: str, mark: bytes) -> None:
    written = line_end.join(["---", "title: Tŷ", "summary: B", "---", "Text.", ""])
    (tmp_path / "a.md").write_bytes(mark + written.encode())
    text = read_text(tmp_path, "a.md")
    assert not isinstance(text, Problem)
    found = parse_front_matter(text, "a.md")
    assert (found.values, found.text, found.text_line) == ({"title": "Tŷ", "summary": "B"}, "Text.\n", 5)


def test_file_without_front_matter_keeps_text() -> None:
    found = parse_front_matter("Text.\n\n---\n", "a.md")
    assert (found.text, found.text_line, [problem.line for problem in found.problems]) == ("Text.\n\n---\n", 1, [1])


def test_repeated_fields_and_aliases_are_reported_together(reported: Reported) -> None:
    assert reported(parse("a: &x 1", "b: 2", "a: 3", "c: *x", "b: 4").problems) == [
        "a.md:2 front-matter-quotes-needed",
        "a.md:4 front-matter-field-repeated",
        "a.md:6 front-matter-field-repeated",
    ]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("title: 'Maggie's story'", "front-matter-quotes-needed"),
        ('title: "Home" and away', "front-matter-quotes-needed"),
        ("title: [Home] and away", "front-matter-quotes-needed"),
        (r'title: "C:\Users"', "front-matter-backslash"),
        (r'title: "100\% ours"', "front-matter-backslash"),
        ('title: "a\\u0007b"', "front-matter-character-invalid"),
        ("title: it\x92s", "front-matter-character-invalid"),
        ("title: " + "[" * 21 + "]" * 21, "front-matter-too-deep"),
        ("title: " + "[" * 900 + "]" * 900, "front-matter-too-deep"),
        ("title:\n  " + "- " * 4000, "front-matter-too-deep"),
        ("title: " + "[" * 100_000, "front-matter-too-long"),
        ("title: " + "x" * 9_967, "front-matter-too-long"),
    ],
)
def test_errors_are_reported_at_their_lines(line: str, code: str, reported: Reported) -> None:
    problems = parse("a: ééééééééééééé", "b: x", line, "c: y").problems
    number = 2 if code in ("front-matter-too-deep", "front-matter-too-long") and problems[0].line == 2 else 4
    assert reported(problems) == [f"a.md:{number} {code}"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("We are #1 in Derby", "We are #1 in Derby"),
        ("#1 in Derby", "#1 in Derby"),
        ("News # the first", "News # the first"),
        ("'Tis the season", "'Tis the season"),
        ("'n' roll", "'n' roll"),
        ("'Maggie's story'", "Maggie's story"),
        ("- a dash", "- a dash"),
        ('"We" and more', '"We" and more'),
        ('"We" and "they"', '"We" and "they"'),
        ('"He said "hello" to me"', 'He said "hello" to me'),
        ('"The garden', "The garden"),
        ("@home", "@home"),
        ("*x*", "*x*"),
        ("*x", "*x"),
        ("**Bold** news", "**Bold** news"),
        ("[draft] News", "[draft] News"),
        ("[x", "[x"),
        ("{x", "{x"),
        ("50% off: now", "50% off: now"),
        ("%off", "%off"),
        ("!important", "!important"),
        ("!!str x", "!!str x"),
        ("& co", "& co"),
        ("&co news", "&co news"),
        ("| x", "| x"),
        ("> x", "> x"),
        ("`x`", "`x`"),
        ("? what", "? what"),
        (": x", ": x"),
        (", x", ", x"),
        ("}", "}"),
        (r"C:\Users: #1", r"C:\Users: #1"),
    ],
)
def test_suggested_value_keeps_every_character(written: str, meant: str) -> None:
    (problem,) = parse("date: 2024", f"title: {written}", "summary: It's", "areas: [x, y]").problems
    assert problem.line == 3
    assert (example := re.search(r'title: ".*"', problem.fix))
    assert parse(example[0]).values == {"title": meant}


@pytest.mark.parametrize("written", ["Yes, we do", '"#1" # a comment', "-5", "a#b", "Q&A", "50% off", "'a' # b", "~ 5"])
def test_plain_value_needs_no_quotation_marks(written: str) -> None:
    found = parse("# a whole line", f"title: {written}", "  # another", "areas: [x] # and this")
    assert (found.problems, found.values["areas"]) == ([], ["x"])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ["title: @a", "from:", "  - name: 'Tis", "  - name: & co", "kind: [x", "areas: [x", "image: {src: a"],
            ["2 quotes-needed", "4 quotation-mark", "6 quotes-needed", "7 bracket", "8 bracket"],
            id="each field that is wrong",
        ),
        pytest.param(["areas: [a, b #1]"], ["2 value-cut"], id="a hash in a list"),
        pytest.param(["areas: [a] b"], ["2 bracket"], id="text after a list"),
        pytest.param(["summary: >- # x", "  Text"], ["2 value-cut"], id="a folded text"),
        pytest.param(["summary: one", "  two #3"], ["3 value-cut"], id="a second line"),
        pytest.param([" title: T", "date: x"], ["2 indentation"], id="the first indented"),
        pytest.param(["date: x", " title: T"], ["3 indentation"], id="another indented"),
        pytest.param(["title: T", "kind news"], ["3 colon-missing"], id="no colon"),
        pytest.param(["title: T", "", "The garden grew."], ["4 line-invalid"], id="no end"),
        pytest.param(["a: &x [b]", "c: *x"], ["2 alias"], id="an alias"),
        pytest.param(["title: T", "? [a]", ": b"], ["3 name-missing"], id="a list for a name"),
    ],
)
def test_each_fault_is_on_its_own_line(lines: list[str], expected: list[str], reported: Reported) -> None:
    assert reported(parse(*lines).problems) == [f"a.md:{fault.replace(' ', ' front-matter-')}" for fault in expected]


FIELDS = "title: T\ndate: 2024"


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        (f"\n---\n{FIELDS}\n---\n", 1, "not-first"),
        (f"\n \n\n---\n{FIELDS}\n---\n", 1, "not-first"),
        (f" ---\n{FIELDS}\n---\n", 1, "fence-invalid"),
        (f"\ufeff---\n{FIELDS}\n---\n", 1, "fence-invalid"),
        (f"\u200b\n---\n{FIELDS}\n---\n", 1, "not-first"),
        (f"\u00a0\n---\n{FIELDS}\n---\n", 1, "not-first"),
        (f"---\u00a0\n{FIELDS}\n---\n", 1, "fence-invalid"),
        (f"---\n{FIELDS}\n\u00a0---\n\nText.\n", 4, "fence-invalid"),
        (f"---\n{FIELDS}\n\u00a0a: b\n---\u00a0\n\nText.\n\n---\n", 5, "fence-invalid"),
        (f"—--\n{FIELDS}\n---\n", 1, "fence-invalid"),
        (f"—\n{FIELDS}\n—\n", 1, "fence-invalid"),
        (f"----\n{FIELDS}\n----\n", 1, "fence-invalid"),
        (f"***\n{FIELDS}\n***\n", 1, "fence-invalid"),
        (f"- - -\n{FIELDS}\n- - -\n", 1, "fence-invalid"),
        ("+++\ntitle = 'T'\n+++\n", 1, "fence-invalid"),
        (f"```\n---\n{FIELDS}\n---\n```\n", 1, "fence-invalid"),
        (f"```yaml\n{FIELDS}\n```\n", 1, "fence-invalid"),
        (f"---{FIELDS}\n---\n", 1, "fence-invalid"),
        (f"{FIELDS}\n---\nText.\n", 1, "fence-invalid"),
        (f"Text.\n\n---\n{FIELDS}\n---\n", 1, "not-first"),
        (f"---\n{FIELDS}\n----\n\nText.\n", 4, "fence-invalid"),
        (f"---\n{FIELDS}\n—\n\nText.\n\n---\n\nMore.\n", 4, "fence-invalid"),
        (f"---\n{FIELDS}\n ---\n\nText.\n", 4, "fence-invalid"),
        (f"---\n{FIELDS}\n\nText.\n\n***\n", 1, "unclosed"),
        ("Text.\n\n---\n", 1, "missing"),
        ("", 1, "missing"),
    ],
)
def test_fence_errors_are_on_their_line(text: str, line: int, code: str, reported: Reported) -> None:
    assert reported(parse_front_matter(text, "a.md").problems) == [f"a.md:{line} front-matter-{code}"]


@pytest.mark.parametrize("character", ["\r", "\x85", "\u2028", "\u2029"])
def test_only_line_feeds_count_as_lines(character: str, reported: Reported) -> None:
    found = parse(f"a: one{character}two", "b: x", "b: y")
    assert found.values["a"] == "one two"
    assert reported(found.problems) == ["a.md:4 front-matter-field-repeated"]


def test_text_after_quoted_value_is_reported(reported: Reported) -> None:
    found = parse_front_matter('---\ntitle: "We" #1 in Derby\nkind: "news" # a comment\n---\n', "a.md")
    assert reported(found.problems) == ["a.md:2 front-matter-value-cut"]


@pytest.mark.parametrize(
    ("line", "is_marked"),
    [
        ("  withdrawn: 2026-01-01", True),
        ("  withdrawn 2026-01-01", True),
        ("  withdrawn; 2026-01-01", True),
        ("withdrawn = 1 January", True),
        ("  withdrawn：2026-01-01", True),
        ("  widthdrawn: yes", True),
        ("  wihtrawn: 2026", True),
        ("  with-drawn: 2026-01-01", True),
        ("date_withdrawn: 2026-01-01", True),
        ("consent: withdrawn", True),
        ("consent: {ref: S-1, withdrawn: 2026}", True),
        ("  withdrawn:", False),
        ("# withdrawn: 2026-01-01", False),
        ("  withdrawn from the shops in 2026", False),
        ("summary: The support that was withdrawn 2026", False),
        ("consent: {ref: S-1, basis: consent}", False),
        *(
            (line, True)
            for line in (
                "date-withdrawn: May",
                "date withdrawn: May",
                "datewithdrawn: May",
                "Withdrew: May",
                "wi drawn: May",
                "with_drawn: May",
                "withdrawals: May",
                "'withdrawn': May",
                '"withdrawn" : "May"',
                "withdrawn:: 'May'",
                "withdrawn: [May]",
                "withdrawn [2026]",
                "withdrawn '2026'",
                'withdrawn "2026"',
                f"{' ' * 20}withdrawn: May",
                f"consent: {{ref: {'S' * 492}, withdrawn: May}}",
                "consent, withdrawn: May",
                '"consent": withdrawn',
                "'consent' = 'withdrawn'",
                'consent："withdrawn"',
                "Consent: [withdrew]",
                "- consent: widraw",
            )
        ),
        *(
            (line, False)
            for line in (
                "datum withdrawn: May",
                "withdrawnxxxxxx: May",
                "withdrawn: (May)",
                "withdrawn (2026)",
                "withdrawn:\n  May",
                f"{' ' * 21}withdrawn: May",
                f"consent: {{ref: {'S' * 493}, withdrawn: May}}",
                "withdrown: May",
                "consents: {ref: a, withdrawn: May}",
                "noconsent: {withdrawn: May}",
                "noconsent: withdrawn",
                "consent; withdrawn",
                "consent: (withdrawn)",
                "consent: not withdrawn",
                "x withdrawn: May",
            )
        ),
    ],
)
def test_front_matter_with_errors_is_searched_for_a_withdrawal(line: str, is_marked: bool) -> None:
    assert is_marked_withdrawn(f"---\ntitle: A: b\n{line}\n---\n\nWithdrawn: 2026\n") == is_marked


@pytest.mark.parametrize(
    ("line", "is_marked"),
    [
        *(
            (line, True)
            for line in (
                "draft: true",
                "Draft: YES",
                "draft:on",
                "draft: 'true'",
                'draft:\t"yes"\t',
                "draft: true # until May",
            )
        ),
        *(
            (line, False)
            for line in (
                " draft: true",
                "- draft: true",
                "drafts: true",
                "draft: trueish",
                "draft: off",
                "draft: 'true",
                "draft: \"true'",
                "draft: true until May",
                "draft:\ntrue",
                "# draft: true",
            )
        ),
    ],
)
def test_front_matter_with_errors_is_searched_for_a_draft(line: str, is_marked: bool) -> None:
    assert is_marked_draft(f"---\ntitle: A: b\n{line}\n---\n\ndraft: true\n") == is_marked


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "opening",
    ["", "---\n", "\ufeff---\n", "--\n", "—\n", "–– \t\n", "\n \n---\n", "```yaml\n---\n", "\ufeff````\n--\n"],
)
def test_only_what_is_above_the_text_is_searched(opening: str, end: str) -> None:
    texts = ("title: A\ndraft: true\n---\nWords.\n", "title: A\n---\ndraft: true\n")
    assert [is_marked_draft(f"{opening}{text}".replace("\n", end)) for text in texts] == [True, False]
