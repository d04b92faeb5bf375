"""The index as Pagefind makes it: the same bytes each time, and never put where another site stands by then."""

import gzip
import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from indexing import Pagefind
from newsroom.publish.search.record import Record, record_html
from newsroom.publish.sections import Section


@contextmanager
def work_in_the_background() -> Iterator[None]:
    """Waits at its end for all threads that were started in it."""
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        thread.join()


def index() -> Pagefind:
    """An index of thirty pages in two languages, in the making."""
    made = Pagefind()
    for number in range(30):
        record = Record(
            url=f"stories/{number}/" if number % 3 else f"cy/stories/{number}/",
            lang="en" if number % 3 else "cy",
            title=f"Title {number}",
            summary="A summary.",
            date=f"2024-01-{number + 1:02}",
            sections=(Section("part", f"Part {number}", ("Many words.",)),),
            filters={"kind": (("news", "poem", "story", "report")[number % 4],), "area": (f"a{number % 7}",)},
            shown={"date": f"{number + 1} January 2024"},
        )
        made.add(record.url, record_html(record))
    return made


def test_the_same_pages_give_the_same_bytes() -> None:
    first, second = dict(index().files()), dict(index().files())
    assert first == second
    languages = json.loads(first["pagefind-entry.json"])["languages"]
    assert {lang: facts["page_count"] for lang, facts in languages.items()} == {"cy": 10, "en": 20}


def test_many_at_a_time_are_all_whole() -> None:
    with ThreadPoolExecutor(max_workers=6) as busy:
        made = list(busy.map(lambda _: dict(index().files()), range(12)))
    assert [files == made[0] for files in made] == [True] * 12


def test_without_pages_there_is_no_index() -> None:
    assert dict(Pagefind().files()) == {}


def pages_of(files: dict[str, bytes]) -> dict[str, dict[str, Any]]:
    """What an index keeps of each page, by the path of its file."""
    kept = {path: gzip.decompress(data) for path, data in files.items() if path.endswith(".pf_fragment")}
    return {path: json.loads(data.removeprefix(b"pagefind_dcd")) for path, data in kept.items()}


def test_a_page_is_kept_under_its_address_with_its_facts() -> None:
    (page,) = (page for page in pages_of(dict(index().files())).values() if page["url"] == "/stories/1/")
    assert (page["meta"]["title"], page["meta"]["date"]) == ("Title 1", "2 January 2024")
    assert page["filters"] == {"area": ["a1"], "kind": ["poem"]}
    assert [anchor["id"] for anchor in page["anchors"]] == ["part"]
    assert page["content"].startswith("Title 1. A summary.")


def test_the_order_of_dates_has_the_numbers_of_the_pages() -> None:
    files = dict(index().files())
    english = {path: page for path, page in pages_of(files).items() if not page["url"].startswith("/cy/")}
    dates = {int(Path(path).stem): page["meta"]["date"] for path, page in english.items()}
    order = json.loads(files["order/en-date.json"])
    assert [dates[number] for number in order] == [f"{day} January 2024" for day in range(1, 31) if (day - 1) % 3]


def test_what_readers_do_not_need_is_left_out() -> None:
    names = {path.split("/")[0] for path, _ in index().files()}
    assert {name for name in names if name.endswith((".js", ".css"))} == {"pagefind.js"}


def test_an_index_follows_into_the_site_it_was_made_for(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    with work_in_the_background():
        index().publish_index(site, "pagefind")
    assert (site / "pagefind/pagefind-entry.json").is_file()


def test_it_does_not_follow_into_a_site_that_took_the_others_place(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    late = index()
    with work_in_the_background():
        late.publish_index(site, "pagefind")
        site.rename(tmp_path / "before")
        site.mkdir()
    assert not (site / "pagefind").exists()
