"""Values are computed once for each input, also in another process, and are never wrong."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from newsroom.cache import Cache, digest
from newsroom.content.outline import RenderedText
from newsroom.markup import render_markdown
from newsroom.translations import Translations
from newsroom.value_cache import ValueCache

_TEXT = TypeAdapter(str)


class Counter:
    """Returns its number of calls."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self) -> str:
        self.calls += 1
        return f"call {self.calls}"


def test_value_is_computed_once_for_all_processes(tmp_path: Path) -> None:
    make = Counter()
    for _ in range(3):
        assert ValueCache(Cache(tmp_path)).get("count", "a.md", digest("a"), make, _TEXT) == "call 1"


def test_other_input_task_and_code_give_other_values(tmp_path: Path) -> None:
    make = Counter()
    values = ValueCache(Cache(tmp_path, "code 1"), keeps_latest=True)
    assert values.get("count", "a.md", digest("a"), make, _TEXT) == "call 1"
    assert values.get("count", "a.md", digest("b"), make, _TEXT) == "call 2"
    assert values.get("other", "a.md", digest("a"), make, _TEXT) == "call 3"
    assert ValueCache(Cache(tmp_path, "code 2")).get("count", "a.md", digest("a"), make, _TEXT) == "call 4"


def test_preview_keeps_the_latest_value_of_each_name_in_memory() -> None:
    make, values = Counter(), ValueCache(keeps_latest=True)
    assert [values.get("count", "a.md", digest("a"), make) for _ in range(2)] == ["call 1"] * 2
    assert [values.get("count", "a.md", digest(text), make) for text in "ba"] == ["call 2", "call 3"]


@pytest.mark.parametrize("keeps_latest", [True, False])
def test_value_that_is_not_current_is_computed_again(tmp_path: Path, keeps_latest: bool) -> None:
    make, values = Counter(), ValueCache(Cache(tmp_path), keeps_latest=keeps_latest)
    for expected, stale in (("call 1", ""), ("call 1", "call 2"), ("call 2", "call 1"), ("call 2", "call 1")):
        found = values.get("count", "a.md", digest("a"), make, _TEXT, stale.__ne__)
        assert found == expected


def test_value_without_a_form_is_in_memory_alone(tmp_path: Path) -> None:
    make = Counter()
    values = ValueCache(Cache(tmp_path / "cache"), keeps_latest=True)
    assert [values.get("count", "a.md", digest("a"), make) for _ in range(2)] == ["call 1"] * 2
    forgetful = ValueCache(Cache(tmp_path / "cache"))
    assert [forgetful.get("count", "a.md", digest("a"), make) for _ in range(2)] == ["call 2", "call 3"]
    assert not (tmp_path / "cache").exists()


def test_entry_of_another_form_is_computed_again(tmp_path: Path) -> None:
    values = ValueCache(Cache(tmp_path))
    assert values.get("count", "a.md", digest("a"), lambda: 7, TypeAdapter(int)) == 7
    assert values.get("count", "a.md", digest("a"), Counter(), TypeAdapter(str)) == "call 1"


@given(st.lists(st.text(), max_size=3), st.lists(st.text(), max_size=3))
def test_digests_are_equal_only_for_the_same_texts(first: list[str], second: list[str]) -> None:
    assert (digest(*first) == digest(*second)) is (first == second)


def test_rendered_text_is_the_same_from_the_cache(tmp_path: Path) -> None:
    text = "# A\n\n## Β\n\n[b](b.md) ![c](c.png) <b onclick=x>ŵ 🎉</b> [^1]\n\n- [ ] d\n\n[^1]: note\n\n<div>\n\n[e]\n"

    def render() -> RenderedText:
        return render_markdown(text, Translations("en"), 7)

    stored = TypeAdapter(RenderedText)
    kept = [ValueCache(Cache(tmp_path)).get("render", "a.md", digest(text), render, stored) for _ in range(2)]
    assert kept == [render()] * 2


def test_process_that_works_ahead_starts_once_when_many_values_of_one_task_are_computed(tmp_path: Path) -> None:
    """A small site has many values too, but of many tasks: another process would only cost time."""
    started: list[int] = []
    values = ValueCache(Cache(tmp_path), on_many_computed=lambda: started.append(1))
    for task, count, starts in (("text", 99, 0), ("page", 99, 0), ("text", 120, 1), ("page", 120, 1)):
        for number in range(count):
            values.get(task, f"{number}.md", digest(str(number)), str, _TEXT)
        assert len(started) == starts
