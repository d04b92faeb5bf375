"""The index from Pagefind: the same bytes each time, and never moved into another site."""

import gzip
import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from newsroom.publish.search.record import Record, record_html, sections_html
from newsroom.publish.text.sections import Section
from outside.indexing import Pagefind


@contextmanager
def work_in_the_background() -> Iterator[None]:
    """Wait at the end for all threads that were started inside."""
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        thread.join()


def index() -> Pagefind:
    """An unfinished index of thirty pages in two languages."""
    made = Pagefind()
    for number in range(30):
        record = Record(
            url=f"stories/{number}/" if number % 3 else f"cy/stories/{number}/",
            lang="en" if number % 3 else "cy",
            title=f"Title {number}",
            summary="A summary.",
            date=f"2024-01-{number + 1:02}",
            text=sections_html([Section("part", f"Part {number}", ("Many words.",))]),
            filters={"kind": (("news", "poem", "story", "report")[number % 4],), "area": (f"a{number % 7}",)},
            shown={"date": f"{number + 1} January 2024"},
        )
        made.add(record.url, record_html(record))
    return made


def test_same_pages_give_same_bytes() -> None:
    first, second = dict(index().files()), dict(index().files())
    assert first == second
    languages = json.loads(first["pagefind-entry.json"])["languages"]
    assert {lang: facts["page_count"] for lang, facts in languages.items()} == {"cy": 10, "en": 20}


def test_parallel_indexes_are_complete() -> None:
    with ThreadPoolExecutor(max_workers=6) as busy:
        made = list(busy.map(lambda _: dict(index().files()), range(12)))
    assert [files == made[0] for files in made] == [True] * 12


def test_index_without_pages_has_no_files() -> None:
    assert dict(Pagefind().files()) == {}


def pages_of(files: dict[str, bytes]) -> dict[str, dict[str, Any]]:
    """The index's data of each page, by the path of its file."""
    kept = {path: gzip.decompress(data) for path, data in files.items() if path.endswith(".pf_fragment")}
    return {path: json.loads(data.removeprefix(b"pagefind_dcd")) for path, data in kept.items()}


def test_fragment_has_address_and_metadata() -> None:
    (page,) = (page for page in pages_of(dict(index().files())).values() if page["url"] == "/stories/1/")
    assert (page["meta"]["title"], page["meta"]["date"]) == ("Title 1", "2 January 2024")
    assert page["filters"] == {"area": ["a1"], "kind": ["poem"]}
    assert [anchor["id"] for anchor in page["anchors"]] == ["part"]
    assert page["content"].startswith("Title 1. A summary.")


def test_sort_by_date_has_page_numbers() -> None:
    files = dict(index().files())
    english = {path: page for path, page in pages_of(files).items() if not page["url"].startswith("/cy/")}
    dates = {int(Path(path).stem): page["meta"]["date"] for path, page in english.items()}
    order = json.loads(files["order/en-date.json"])
    assert [dates[number] for number in order] == [f"{day} January 2024" for day in range(1, 31) if (day - 1) % 3]


def test_unused_pagefind_files_are_left_out() -> None:
    names = {path.split("/")[0] for path, _ in index().files()}
    assert {name for name in names if name.endswith((".js", ".css"))} == {"pagefind.js"}


def test_index_is_moved_into_its_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    with work_in_the_background():
        index().publish_when_finished(site, "pagefind")
    assert (site / "pagefind/pagefind-entry.json").is_file()


def test_index_is_not_moved_into_a_newer_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    late = index()
    with work_in_the_background():
        late.publish_when_finished(site, "pagefind")
        site.rename(tmp_path / "before")
        site.mkdir()
    assert not (site / "pagefind").exists()
