"""The codes of errors and warnings: each is declared once, explained, and reported by a test."""

import re
from pathlib import Path
from typing import get_args

from newsroom.codes import CODES, GROUPS, Code
from tests.support import open_newsroom, small_newsroom
from tests.support.items import page
from tests.support.wordings import read_wordings

GUIDE = {
    "docs/contribute.md": page(
        "See [this error](contribute/errors.md#link-missing), [its fields](contribute/fields.md#story).",
        title="Contribute",
    )
}


def test_declared_codes_match_the_code_type() -> None:
    assert [entry.code for area in GROUPS for entry in area.entries] == list(get_args(Code))
    assert len(CODES) == len(get_args(Code))


def test_every_code_is_reported_by_a_test() -> None:
    assert [code for code, wordings in read_wordings().items() if not wordings] == []
    assert read_wordings().keys() == CODES.keys()


def test_help_is_two_to_five_sentences_with_an_example() -> None:
    for code, entry in CODES.items():
        text = re.sub(r"`[^`]+`|(?m:^    .*$)", "", entry.help)
        assert 2 <= len(re.findall(r"[.:?](?:\s|$)", text)) <= 7, code


def test_guide_page_has_entry_for_each_code(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, small_newsroom() | GUIDE)
    html = build.page_html("docs/contribute/errors.md")
    assert {f'id="{code}"' in html for code in CODES} == {True}
    assert build.problems == ()
    assert 'id="newsletter"' in build.page_html("docs/contribute/fields.md")
    assert "docs/contribute/errors.md" not in open_newsroom(tmp_path / "without", small_newsroom()).generated
