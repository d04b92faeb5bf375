"""Front matter is taken apart with the line of each field, and nothing in it brings the reader down."""

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.problems import Problem
from newsroom.read.files import read_text
from newsroom.read.frontmatter import FrontMatterText, parse_front_matter

YAML_LIKE = st.text(alphabet=st.sampled_from("ab:-[]{}'\"\\&*!|>%@`#?,~<=. \n\n\t\r\x85\u2028\x92é"), max_size=120)
NAMES = st.from_regex(r"[a-z][a-z_]{0,10}", fullmatch=True)
VALUES = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cn", "Cs")), max_size=40)


def parse(*lines: str) -> FrontMatterText:
    """Front matter of these lines, and a text."""
    return parse_front_matter("\n".join(["---", *lines, "---", "", "Text."]), "a.md")


def told(*lines: str) -> list[str]:
    """What is said of front matter of these lines."""
    return [str(problem) for problem in parse(*lines).problems]


@settings(max_examples=400, deadline=None)
@given(
    st.one_of(
        st.text(max_size=80),
        st.text(max_size=80).map("---\n{}\n---\n".format),
        YAML_LIKE.map("---\n{}".format),
        YAML_LIKE.map("---\n{}\n---\nText.".format),
        YAML_LIKE.map("---\ntitle: {}\n...\nText.".format),
        YAML_LIKE.map('---\n"{}": 1\n---\n'.format),
    )
)
def test_whatever_stands_in_a_file_comes_to_problems_within_it(text: str) -> None:
    found = parse_front_matter(text, "a.md")
    last = text.count("\n") + 1
    assert all(problem.line and 1 <= problem.line <= last for problem in found.problems)
    assert all(len(str(problem).splitlines()) == 1 for problem in found.problems)
    assert all(1 <= line <= last for line in found.lines.values())


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(NAMES, VALUES, min_size=1))
def test_quoted_text_comes_back_as_it_was_with_its_lines(fields: Mapping[str, str]) -> None:
    dumped = yaml.safe_dump(fields, default_style='"', allow_unicode=True, width=10**6, sort_keys=False)
    found = parse_front_matter(f"---\n{dumped}---\nText.", "a.md")
    assert not found.problems
    assert found.values == fields
    assert {name: found.lines[(name,)] for name in fields} == {name: line for line, name in enumerate(fields, 2)}
    assert (found.body, found.body_line) == ("Text.", len(fields) + 3)


@pytest.mark.parametrize(
    "written", ["Yes", "2023-12", "007", "1_000", "0x10", "1.50", "12:30", "no", "It's", "a#b", "a:b"]
)
def test_a_value_stays_the_text_that_stands_there(written: str) -> None:
    assert parse(f"title: {written}").values == {"title": written}


@pytest.mark.parametrize("written", ["", " ", " ~", " null", " # The title"])
def test_a_field_without_a_value_has_a_line_alone(written: str) -> None:
    found = parse("a: x", f"title:{written}")
    assert (found.values, found.lines[("title",)], found.problems) == ({"a": "x"}, 3, [])


def test_groups_and_lists_have_their_lines() -> None:
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
def test_a_line_of_hyphens_or_dots_ends_it(end: str) -> None:
    found = parse_front_matter(f"---\ntitle: A\n{end}\n\nText.\n---\nMore.", "a.md")
    assert (found.values, found.body, found.body_line) == ({"title": "A"}, "\nText.\n---\nMore.", 4)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_files_of_all_editors_read_alike(tmp_path: Path, line_end: str, mark: bytes) -> None:
    written = line_end.join(["---", "title: Tŷ", "summary: B", "---", "Text.", ""])
    (tmp_path / "a.md").write_bytes(mark + written.encode())
    text = read_text(tmp_path, "a.md")
    assert not isinstance(text, Problem)
    found = parse_front_matter(text, "a.md")
    assert (found.values, found.body, found.body_line) == ({"title": "Tŷ", "summary": "B"}, "Text.\n", 5)


def test_a_file_without_front_matter_keeps_its_text() -> None:
    found = parse_front_matter("Text.\n\n---\n", "a.md")
    assert (found.body, found.body_line, [problem.line for problem in found.problems]) == ("Text.\n\n---\n", 1, [1])


def test_all_that_stands_twice_or_is_an_alias_is_told_at_once() -> None:
    assert told("a: &x 1", "b: 2", "a: 3", "c: *x", "b: 4") == [
        "a.md, line 4: `a` stands here a second time; keep one; the first is on line 2.",
        "a.md, line 2: uses a YAML alias (*); write the value out.",
        "a.md, line 6: `b` stands here a second time; keep one; the first is on line 3.",
    ]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("title: 'Maggie's story'", "goes on after its closing quotation mark"),
        ('title: "Home" and away', "goes on after its closing quotation mark"),
        ("title: [Home] and away", "goes on after its closing quotation mark or bracket"),
        (r'title: "C:\Users"', "a backslash stands in quotation marks"),
        (r'title: "100\% ours"', "a backslash stands in quotation marks"),
        ('title: "a\\u0007b"', "holds a control character (U+0007)"),
        ("title: it\x92s", "a character that YAML does not allow"),
        ("title: " + "[" * 900 + "]" * 900, "nested too deeply"),
        ("title:\n  " + "- " * 4000, "nested too deeply"),
        ("title: " + "[" * 100_000, "longer than"),
    ],
)
def test_what_is_wrong_is_told_at_its_line(line: str, says: str) -> None:
    (problem,) = parse("a: ééééééééééééé", "b: x", line, "c: y").problems
    assert problem.line in ((2, 4) if "nested" in problem.what or "longer" in problem.what else (4,))
    assert says in problem.what


@pytest.mark.parametrize("character", ["\r", "\x85", "\u2028", "\u2029"])
def test_only_line_feeds_count_as_lines(character: str) -> None:
    found = parse(f"a: one{character}two", "b: x", "b: y")
    assert found.values["a"] == "one two"
    assert [(problem.line, problem.fix) for problem in found.problems] == [(4, "keep one; the first is on line 3")]
