"""A content type that lacks something is an error that says what to add and where, before any page is made."""

from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.content.types import TYPES, AnyType
from newsroom.content.types.area import AREA
from newsroom.content.types.base import Look
from newsroom.content.types.story import STORY
from newsroom.problems import ContentError
from newsroom.publish import type_faults
from newsroom.translations import Translations
from tests.support import open_newsroom, small_newsroom
from tests.support.theme import THEME
from tests.support.wordings import Reported

TRANSLATIONS = (Translations("en"), Translations("cy"))
FAULTY: list[tuple[AnyType, int]] = [
    (replace(STORY, name="recipe"), 1),
    (replace(STORY, folder="recipes"), 2),
    (replace(STORY, card="dor"), 1),
    (replace(STORY, facts={"recipe.serves": lambda _front, _t: "8"}), 2),
    (replace(STORY, has_email=True), 1),
    (replace(AREA, looks={"areas/": Look("map.html", "zzz")}), 2),
    (replace(AREA, topic_field="places"), 2),
    (replace(AREA, label="place"), 2),
]


@pytest.mark.parametrize(("faulty", "count"), FAULTY)
def test_incomplete_type_is_an_error(
    faulty: AnyType, count: int, reported: Reported, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type_faults, "TYPES", (*TYPES, faulty))
    path = f"hooks/newsroom/content/types/{'story' if faulty.folder != AREA.folder else 'area'}.py"
    found = type_faults.type_faults(THEME, TRANSLATIONS)
    assert reported(found) == [f"{path} content-type-incomplete"] * count


def test_incomplete_type_stops_even_a_preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type_faults, "TYPES", (replace(STORY, label="tale", folder="tales"),))
    with pytest.raises(ContentError, match=r"add 'tales\.title', 'tales\.summary', 'tales\.all' to .*/en\.po"):
        open_newsroom(tmp_path, small_newsroom(), preview=True)


def test_types_here_are_complete() -> None:
    assert list(type_faults.type_faults(THEME, TRANSLATIONS)) == []
