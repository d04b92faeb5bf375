"""Related items share areas and principles; rare ones count more."""

from pathlib import Path

import pytest

from newsroom.publish.pages.language_site import LanguageSite
from newsroom.publish.pages.related import Related
from tests.publish.pages.test_language_site import view_of
from tests.support.items import newsletter, publication, stories, story


def related(view: LanguageSite, path: str) -> list[str]:
    """The paths of the related items of an item."""
    (document,) = (item for item in view.newest if item.path == path)
    return [item.path for item in view.related(document)]


def alone(view: LanguageSite, path: str) -> list[str]:
    """The same, as if nothing stood right before or after it."""
    (document,) = (item for item in view.newest if item.path == path)
    return [item.path for item in Related(view.newest).find_related(document)]


def test_items_sharing_more_topics_rank_higher(tmp_path: Path) -> None:
    files = {
        "stories/this.md": story(date="2024", areas=["elmham"], principles=["choice", "information"]),
        "publications/one.md": publication(date="2025", areas=["elmham"]),
        "newsletters/2020-01.md": newsletter(areas=["elmham"], principles=["information", "choice"]),
        "publications/two.md": publication(date="2021", principles=["information", "choice", "community"]),
        "publications/none.md": publication(date="2026", areas=["oakton"], principles=["community"]),
    }
    found = related(view_of(tmp_path, files), "stories/this.md")
    assert found == ["newsletters/2020-01.md", "publications/two.md", "publications/one.md"]


def test_rare_topics_count_more(tmp_path: Path) -> None:
    files = stories(20, principles=["community"]) | {
        "publications/this.md": publication(principles=["community"], areas=["elmham"]),
        "stories/rare.md": story(date="2020", areas=["elmham"]),
    }
    found = related(view_of(tmp_path, files), "publications/this.md")
    assert found == ["stories/rare.md", "stories/item-20.md", "stories/item-19.md"]


def test_equally_related_items_are_sorted_by_date_then_name(tmp_path: Path) -> None:
    files = {
        "publications/this.md": publication(areas=["elmham"]),
        "stories/old.md": story(date="2022", areas=["elmham"]),
        "stories/b.md": story(date="2023", areas=["elmham"]),
        "stories/a.md": story(date="2023", areas=["elmham"]),
        "stories/new.md": story(date="2024", areas=["elmham"]),
    }
    found = related(view_of(tmp_path, files), "publications/this.md")
    assert found == ["stories/new.md", "stories/a.md", "stories/b.md"]


def test_neighbours_are_not_related_items(tmp_path: Path) -> None:
    view = view_of(tmp_path, stories(5, areas=["elmham"]))
    assert alone(view, "stories/item-03.md") == ["stories/item-05.md", "stories/item-04.md", "stories/item-02.md"]
    assert related(view, "stories/item-03.md") == ["stories/item-05.md", "stories/item-01.md"]


def test_item_without_shared_topics_has_no_related_items(tmp_path: Path) -> None:
    view = view_of(tmp_path, {"stories/this.md": story(areas=["elmham"]), "stories/b.md": story(areas=["oakton"])})
    assert alone(view, "stories/this.md") == []


def test_area_and_principle_of_same_name_are_distinct(tmp_path: Path) -> None:
    view = view_of(tmp_path, {"stories/a.md": story(areas=["york"]), "stories/b.md": story(principles=["york"])})
    assert alone(view, "stories/a.md") == []


@pytest.mark.parametrize(("lang", "expected"), [("en", "stories/b.md"), ("cy", "stories/b.cy.md")])
def test_related_items_are_in_readers_language(tmp_path: Path, lang: str, expected: str) -> None:
    files = {f"stories/{name}.md": story(areas=["elmham"]) for name in ("a", "a.cy", "b", "b.cy")}
    view = view_of(tmp_path, files, lang)
    for item in view_of(tmp_path, {}, "en").newest:
        if item.slug == "a":
            assert [other.path for other in Related(view.newest).find_related(item)] == [expected]


def test_draft_is_not_related_to_anything(tmp_path: Path) -> None:
    files = {"publications/a.md": publication(areas=["elmham"]), "stories/b.md": story(areas=["elmham"], draft=True)}
    assert related(view_of(tmp_path, files), "publications/a.md") == []


def test_newest_fifty_items_of_a_topic_are_compared(tmp_path: Path) -> None:
    """If all were, a topic that nearly all items share would make the cost quadratic."""
    newest = view_of(tmp_path, stories(99, principles=["community"])).newest
    paths = [item.path for item in newest]
    assert [item.path for item in Related(newest).find_related(newest[-1], paths[:49])] == [paths[49]]
    assert Related(newest).find_related(newest[-1], paths[:50]) == []


def test_item_far_down_two_topics_is_ranked_by_both(tmp_path: Path) -> None:
    """It is found through the rarer topic, though the commoner one has fifty newer items."""
    files = stories(60, principles=["community"]) | {
        "publications/this.md": publication(areas=["elmham"], principles=["community"]),
        "newsletters/2020-01.md": newsletter(areas=["elmham"], principles=["community"]),
        "newsletters/2021-01.md": newsletter(areas=["elmham"]),
    }
    found = related(view_of(tmp_path, files), "publications/this.md")
    assert found[:2] == ["newsletters/2020-01.md", "newsletters/2021-01.md"]
