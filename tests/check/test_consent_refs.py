"""The key into the private register is a key, and each story has its own."""

from pathlib import Path

import pytest

from newsroom.codes import Severity
from tests.support import problems_in
from tests.support.pieces import CONSENT, story


@pytest.mark.parametrize("ref", ["S-005", "elm-1", "S012", "LAC-2024-017", "s-12b"])
def test_a_key_is_letters_digits_and_hyphens(tmp_path: Path, ref: str) -> None:
    assert problems_in(tmp_path, {"stories/a.md": story(consent=CONSENT | {"ref": ref})}) == []


@pytest.mark.parametrize(
    "ref",
    [
        *("Jean Smith, 07700 900123", "Jean", "Jean-Smith", "JeanSmith1", "07700900123", "07700-900123"),
        *("S-07700900123", "S 005", "S-", "jean@elm.example", "1 Elm Street", "S-0050050050050050050"),
    ],
)
def test_what_may_be_private_is_refused_and_not_repeated(tmp_path: Path, ref: str) -> None:
    found = problems_in(tmp_path, {"stories/a.md": story(consent=CONSENT | {"ref": ref})})
    assert [str(problem) for problem in found] == [
        "stories/a.md, line 6: `consent.ref` is not a key of the register; "
        "write only the key, like S-012; never a name or a telephone number."
    ]


def test_two_stories_may_not_share_a_key_but_two_versions_do(tmp_path: Path) -> None:
    files = {
        "stories/a.md": story(title="A", consent=CONSENT),
        "stories/a.cy.md": story(title="A", consent=CONSENT),
        "stories/b.md": story(title="B", consent=CONSENT | {"ref": "ELM-1"}),
        "stories/c.md": story(title="C", consent=CONSENT | {"withdrawn": "2026-01-01"}),
    }
    found = problems_in(tmp_path, files)
    assert [(problem.path, problem.line, problem.severity) for problem in found] == [
        ("stories/b.md", 6, Severity.ERROR),
        ("stories/c.md", 6, Severity.WARNING),
    ]
    assert {problem.what for problem in found} == {"the key in `consent.ref` is also that of stories/a.cy.md"}
