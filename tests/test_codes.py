"""The codes of errors and warnings: each is declared once, explained, and reported by a test."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from newsroom.codes import CODES, GROUPS
from tests.support import open_newsroom, small_newsroom
from tests.support.items import page
from tests.support.wordings import read_wordings

HOOKS = Path(__file__).parents[1] / "hooks"
GUIDE = {
    "docs/contribute.md": page(
        "See [this error](contribute/errors.md#link-missing), [its fields](contribute/fields.md#story).",
        title="Contribute",
    )
}


def test_every_code_is_declared_once() -> None:
    assert len([entry for group in GROUPS for entry in group.entries]) == len(CODES)


def test_problems_have_only_declared_codes() -> None:
    used = {code for file in HOOKS.rglob("*.py") for code in _codes_of_problems(ast.parse(file.read_text("utf-8")))}
    assert used - CODES.keys() == set()
    assert len(used) > len(CODES) / 2  # the others are in constants and tables


def _codes_of_problems(module: ast.Module) -> Iterator[str]:
    """The codes with which a module makes problems and faults: the words with hyphens that these calls begin with."""
    calls = (node for node in ast.walk(module) if isinstance(node, ast.Call) and node.args)
    for call in calls:
        if re.search(r"(?:[Pp]roblem|[Ff]ault)$", ast.unparse(call.func)):
            first = call.args[0].value if isinstance(call.args[0], ast.Constant) else None
            if isinstance(first, str) and re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)+", first):
                yield first


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
