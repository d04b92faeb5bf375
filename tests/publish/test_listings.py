"""Lists in pages of twenty, newest first, each page knowing its neighbours."""

from pathlib import Path

import pytest

from newsroom.publish.listings import Listing
from tests.support import open_newsroom
from tests.support.items import stories


def list_of(root: Path, count: int) -> dict[str, Listing]:
    """The pages of the list of so many stories, by address."""
    pages = open_newsroom(root, stories(count)).site.pages
    return {page.url: page.listing for page in pages if page.listing and page.url.startswith("stories/")}


@pytest.mark.parametrize(
    ("count", "lengths"),
    [(0, []), (1, [1]), (19, [19]), (20, [20]), (21, [20, 1]), (40, [20, 20]), (45, [20, 20, 5])],
)
def test_list_is_divided_into_pages_of_twenty(tmp_path: Path, count: int, lengths: list[int]) -> None:
    pages = list_of(tmp_path, count).values()
    assert [len(page.documents) for page in pages] == lengths
    assert [(page.number, page.count) for page in pages] == [
        (number, len(lengths)) for number in range(1, len(lengths) + 1)
    ]


def test_pages_of_a_list_link_to_each_other(tmp_path: Path) -> None:
    assert {url: (page.previous_url, page.next_url) for url, page in list_of(tmp_path, 45).items()} == {
        "stories/": (None, "stories/page/2/"),
        "stories/page/2/": ("stories/", "stories/page/3/"),
        "stories/page/3/": ("stories/page/2/", None),
    }


def test_each_item_is_on_one_page_newest_first(tmp_path: Path) -> None:
    listed = [document.front.title for page in list_of(tmp_path, 45).values() for document in page.documents]
    assert listed == [f"Item {number}" for number in range(45, 0, -1)]
