"""The keys into the private register: their form, and one for each story."""

from pathlib import Path

import pytest

from tests.support import problems_in
from tests.support.items import CONSENT, story
from tests.support.wordings import Reported


@pytest.mark.parametrize("ref", ["S-005", "elm-1", "S012", "LAC-2024-017", "s-12b"])
def test_consent_ref_is_letters_digits_and_hyphens(tmp_path: Path, ref: str) -> None:
    assert problems_in(tmp_path, {"stories/a.md": story(consent=CONSENT | {"ref": ref})}) == []


@pytest.mark.parametrize(
    "ref",
    [
        *("Jean Smith, 07700 900123", "Jean", "Jean-Smith", "JeanSmith1", "07700900123", "07700-900123"),
        *("S-07700900123", "S 005", "S-", "jean@elm.example", "1 Elm Street", "S-0050050050050050050"),
    ],
)
def test_private_consent_ref_is_rejected_and_not_quoted(tmp_path: Path, ref: str, reported: Reported) -> None:
    found = problems_in(tmp_path, {"stories/a.md": story(consent=CONSENT | {"ref": ref})})
    assert reported(found) == ["stories/a.md:6 consent-ref-invalid"]


def test_consent_ref_is_shared_only_by_versions(tmp_path: Path, reported: Reported) -> None:
    files = {
        "stories/a.md": story(title="A", consent=CONSENT),
        "stories/a.cy.md": story(title="A", consent=CONSENT),
        "stories/b.md": story(title="B", consent=CONSENT | {"ref": "ELM-1"}),
        "stories/c.md": story(title="C", consent=CONSENT | {"withdrawn": "2026-01-01"}),
    }
    assert reported(problems_in(tmp_path, files)) == [
        "stories/b.md:6 consent-ref-repeated",
        "stories/c.md:6 consent-ref-repeated?",
    ]
