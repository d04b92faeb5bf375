"""The synonyms file, and the errors about invalid lines."""

from pathlib import Path

import pytest

from newsroom.read.synonyms import parse_synonyms
from tests.support import open_newsroom, problems_in, small_newsroom
from tests.support.wordings import Reported

FILE = "docs/synonyms.yml"


def test_synonyms_accept_all_yaml_forms() -> None:
    text = '# Words\n\nLonely: isolated,  on my own # more\njobs: [work, "Vacancies"]\n“unig”: ynysig\n'
    assert parse_synonyms(text, FILE) == (
        (("lonely", "isolated", "on my own"), ("jobs", "work", "vacancies"), ("“unig”", "ynysig")),
        (),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "lonely isolated\n",
            "docs/synonyms.yml:1 synonyms-line-invalid",
        ),
        (
            "lonely: isolated\n  - alone\n",
            "docs/synonyms.yml:2 synonyms-line-invalid",
        ),
        ("jobs: work\nlonely: # words\n  - isolated\n\n  - alone\n", "docs/synonyms.yml:2 synonyms-line-invalid"),
        ("lonely:\n  isolated: alone\njobs: work\n", "docs/synonyms.yml:1 synonyms-line-invalid"),
        ("lonely: {isolated: alone}\n", "docs/synonyms.yml:1 synonyms-line-invalid"),
        ("lonely: isolated: alone\n", "docs/synonyms.yml:1 synonyms-line-invalid"),
        (
            "lonely:\n",
            "docs/synonyms.yml:1 synonyms-line-invalid",
        ),
        (
            "lonely: isolated,, alone\n",
            "docs/synonyms.yml:1 synonyms-line-invalid",
        ),
        (": isolated\n", "docs/synonyms.yml:1 synonyms-line-invalid"),
        (
            "lonely: isolated\n# more\nalone: Isolated\n",
            "docs/synonyms.yml:3 synonym-repeated",
        ),
        (
            "lonely: alone, lonely\n",
            "docs/synonyms.yml:1 synonym-repeated",
        ),
        (
            b"lonely: \xff\n",
            "docs/synonyms.yml:1 file-not-utf-8",
        ),
    ],
)
def test_invalid_synonyms_line_is_an_error(
    tmp_path: Path, text: str | bytes, expected: str, reported: Reported
) -> None:
    assert reported(problems_in(tmp_path, {**small_newsroom(), FILE: text})) == [expected]


@pytest.mark.parametrize("name", ["docs/synonyms.fr.yml", "docs/synonyms.en.yml"])
def test_synonyms_for_unknown_language_are_an_error(tmp_path: Path, name: str, reported: Reported) -> None:
    files = {**small_newsroom(), FILE: "lonely: alone\n", name: "seul: isolé\n"}
    (code,) = [line.split()[1] for line in reported(problems_in(tmp_path, files))]
    assert code == "synonyms-language-unknown"


def test_synonyms_file_is_not_published(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, {**small_newsroom(), FILE: "lonely: alone\n"})
    assert FILE not in build.assets
    assert build.problems == ()
