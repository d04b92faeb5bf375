"""Lists in pages, newest first, each page knowing the pages around it, the ends, and where each year begins."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from newsroom.publish.pages.listings import Listing
from tests.support import open_newsroom, small_newsroom
from tests.support.items import event, newsletter, publication, stories, story


def list_of(root: Path, files: Mapping[str, str | bytes], url: str = "stories/") -> dict[str, Listing]:
    """The pages of the list at an address, by address."""
    pages = open_newsroom(root, files).site.pages
    return {page.url: page.listing for page in pages if page.listing and page.first_url == url}


def yearly(years: Mapping[int, int], **fields: object) -> dict[str, str]:
    """The files of so many stories of each year."""
    return {
        f"stories/of-{year}-{number:02}.md": story(
            title=f"Of {year}, {number}", date=f"{year}-01-{number:02}", **fields
        )
        for year, count in years.items()
        for number in range(1, count + 1)
    }


def events(*starts: str) -> dict[str, str]:
    """The files of events, each announced in 2015."""
    return {f"docs/events/event-{start}.md": event(date="2015-06-15", starts=start) for start in starts}


@pytest.mark.parametrize(
    ("count", "lengths"),
    [
        (0, []),
        (1, [1]),
        (10, [10]),
        (14, [14]),
        (15, [10, 5]),
        (20, [10, 10]),
        (54, [10, 44]),
        (55, [10, 40, 5]),
        (95, [10, 40, 40, 5]),
    ],
)
def test_first_page_of_a_list_has_ten_items_later_ones_have_forty_and_the_last_has_at_least_five(
    tmp_path: Path, count: int, lengths: list[int]
) -> None:
    pages = list_of(tmp_path, stories(count)).values()
    assert [len(page.documents) for page in pages] == lengths
    assert [page.first for page in pages] == [1 + sum(lengths[:number]) for number in range(len(lengths))]
    assert [(page.number, page.count) for page in pages] == [
        (number, len(lengths)) for number in range(1, len(lengths) + 1)
    ]


def test_pages_of_a_list_link_to_each_other_and_to_the_ends(tmp_path: Path) -> None:
    pages = list_of(tmp_path, stories(65))
    assert {url: (page.previous_url, page.next_url) for url, page in pages.items()} == {
        "stories/": (None, "stories/page/2/"),
        "stories/page/2/": ("stories/", "stories/page/3/"),
        "stories/page/3/": ("stories/page/2/", None),
    }
    assert {(page.first_url, page.last_url) for page in pages.values()} == {("stories/", "stories/page/3/")}


def test_each_item_is_on_one_page_newest_first(tmp_path: Path) -> None:
    listed = [document.front.title for page in list_of(tmp_path, stories(65)).values() for document in page.documents]
    assert listed == [f"Item {number}" for number in range(65, 0, -1)]


FEATURED = {"stories/old.md": story(title="Old", date="2012-02-01", featured=True)}
MONTHS = {f"newsletters/{year}-{month:02}.md": newsletter() for year in (2018, 2019, 2020) for month in range(1, 11)}
REPORTS = {f"publications/r-{number:02}.md": publication(date=f"{2000 + number}") for number in range(1, 21)}


@pytest.mark.parametrize(
    ("files", "url", "years", "current"),
    [
        pytest.param({}, "stories/", {}, [], id="empty"),
        pytest.param(yearly({2019: 4}), "stories/", {2019: 1}, [2019], id="one year"),
        pytest.param(
            yearly({2020: 9, 2019: 4, 2017: 28, 2016: 30}),
            "stories/",
            {2020: 1, 2019: 1, 2017: 2, 2016: 2},
            [2020, 2017, 2016],
            id="years begin in the middle of a page",
        ),
        pytest.param(
            yearly({2020: 10, 2019: 10, 2018: 4}),
            "stories/",
            {2020: 1, 2019: 2, 2018: 2},
            [2020, 2019],
            id="a short last page belongs to the page before it",
        ),
        pytest.param(
            FEATURED | yearly({2020: 28, 2019: 28, 2018: 4, 2012: 5}),
            "stories/",
            {2020: 1, 2019: 2, 2018: 3, 2012: 3},
            [2020, 2019, 2018],
            id="a featured item does not move its year",
        ),
        pytest.param(
            FEATURED | yearly({2020: 25}),
            "stories/",
            {2020: 1, 2012: 1},
            [2020, 2020],
            id="only item is featured",
        ),
        pytest.param(
            yearly({2020: 12}) | {"stories/undated.md": story(date="2021", undated=True)} | yearly({2001: 5}),
            "stories/",
            {2020: 1, 2001: 2},
            [2020, 2001],
            id="an item without a known date has no year",
        ),
        pytest.param(
            yearly({2020: 10, 2014: 6}) | events("2026-12-01", "2026-12-02"),
            "news/",
            {2020: 1, 2014: 2},
            [2020, 2014],
            id="an event among other items has no year",
        ),
        pytest.param(
            events("2027-02-01", "2026-12-01", *(f"{year}-03-01" for year in range(2008, 2027))),
            "events/",
            {2027: 1, **dict.fromkeys(range(2026, 2018, -1), 1), **dict.fromkeys(range(2018, 2007, -1), 2)},
            [2027, 2018],
            id="events have the year in which they are, and past ones come last",
        ),
        pytest.param(
            {"docs/events/a.md": event(date="2026-11-01", starts="2025-09-10", undated=True)},
            "events/",
            {2025: 1},
            [2025],
            id="an event that was announced on an unknown day has its year",
        ),
        pytest.param(
            MONTHS, "newsletters/", {2020: 1, 2019: 1, 2018: 2}, [2020, 2018], id="twelve editions on the first page"
        ),
        pytest.param(
            REPORTS | {"publications/soon.md": publication(expected="2031-03")},
            "publications/",
            {year: 1 if year > 2011 else 2 for year in range(2020, 2000, -1)},
            [2020, 2011],
            id="a forthcoming publication has no year",
        ),
        pytest.param(
            small_newsroom() | yearly({2030: 1, 2020: 10, 2019: 10}, areas=["elmham"]),
            "areas/elmham/",
            {2024: 1, 2020: 1, 2019: 2},
            [2024, 2019],
            id="the items of an area",
        ),
    ],
)
def test_list_says_where_each_year_begins_and_which_a_page_shows(
    tmp_path: Path, files: Mapping[str, str | bytes], url: str, years: dict[int, int], current: list[int]
) -> None:
    pages = list(list_of(tmp_path, files, url).values())
    addresses = {year: url if number == 1 else f"{url}page/{number}/" for year, number in years.items()}
    assert [list(page.years.items()) for page in pages] == [list(addresses.items())] * len(pages)
    assert [page.year for page in pages] == current
