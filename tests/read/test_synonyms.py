"""The file of synonyms, and what an editor is told of a line that cannot be read."""

from pathlib import Path

import pytest

from newsroom.read.synonyms import parse_synonyms
from tests.support import open_newsroom, problems_in, small_newsroom

FILE = "docs/synonyms.yml"
EXAMPLE = "'lonely: isolated, loneliness'"


def test_a_line_is_a_group_in_whatever_form_yaml_allows() -> None:
    text = '# Words\n\nLonely: isolated,  on my own # more\njobs: [work, "Vacancies"]\n“unig”: ynysig\n'
    assert parse_synonyms(text, FILE) == (
        (("lonely", "isolated", "on my own"), ("jobs", "work", "vacancies"), ("“unig”", "ynysig")),
        (),
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "lonely isolated\n",
            f"{FILE}, line 1: this line is not a word with its synonyms; write them on one line, like {EXAMPLE}.",
        ),
        (
            "lonely: isolated\n  - alone\n",
            f"{FILE}, line 2: this line is not a word with its synonyms; write them on one line, like {EXAMPLE}.",
        ),
        (
            "lonely:\n",
            f"{FILE}, line 1: after 'lonely:' a word is missing; "
            f"write words with one comma between them, like {EXAMPLE}.",
        ),
        (
            "lonely: isolated,, alone\n",
            f"{FILE}, line 1: after 'lonely:' a word is missing; "
            f"write words with one comma between them, like {EXAMPLE}.",
        ),
        (": isolated\n", f"{FILE}, line 1: there is no word before the colon; write one, like {EXAMPLE}."),
        (
            "lonely: isolated\n# more\nalone: Isolated\n",
            f"{FILE}, line 3: 'isolated' is already on line 1; "
            "keep one: all words of a line are synonyms of each other.",
        ),
        (
            "lonely: alone, lonely\n",
            f"{FILE}, line 1: 'lonely' is already on this line; "
            "keep one: all words of a line are synonyms of each other.",
        ),
        (
            b"lonely: \xff\n",
            f"{FILE}, line 1: character 9 of the line is not UTF-8 (byte 0xFF); "
            "save the file with the encoding UTF-8, or retype that character.",
        ),
    ],
)
def test_a_line_that_cannot_be_read_is_an_error(tmp_path: Path, text: str | bytes, told: str) -> None:
    assert [str(problem) for problem in problems_in(tmp_path, {**small_newsroom(), FILE: text})] == [told]


@pytest.mark.parametrize("name", ["docs/synonyms.fr.yml", "docs/synonyms.en.yml"])
def test_a_file_for_no_language_of_the_site_is_an_error(tmp_path: Path, name: str) -> None:
    files = {**small_newsroom(), FILE: "lonely: alone\n", name: "seul: isolé\n"}
    problems = [problem for problem in problems_in(tmp_path, files) if problem.path.startswith("docs/synonyms")]
    assert len(problems) == 1
    assert "the languages here are en, cy" in str(problems[0])


def test_the_file_itself_is_not_published(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, {**small_newsroom(), FILE: "lonely: alone\n"})
    assert FILE not in build.assets
    assert build.problems == ()
