"""No page weighs more than an old phone on a slow line can take: HTML, style and script, as they come over the wire."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Visits
from tests.support.browser import serve
from tests.support.kinds import PAGES
from tests.support.visits import BUDGET, WEIGHED, visit


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_keeps_within_its_weight(visits: Visits, kind: str) -> None:
    seen = visits[kind]
    parts = ", ".join(f"{type_} {seen.weight(type_):,}" for type_ in WEIGHED)
    print(f"{kind}: {seen.weight():,} bytes ({parts}); besides, the search {seen.search_weight:,}")
    assert all(seen.weight(type_) for type_ in ("document", "stylesheet"))
    assert seen.weight() <= BUDGET, f"{seen}"


def test_all_that_a_page_brings_in_is_weighed_but_for_the_search(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    (tmp_path / "search/index.json").write_text('"' + "no repeats: 1234567890" * 4 + '"')
    (tmp_path / "late.js").write_text("fetch('search/index.json')")
    (tmp_path / "own.js").write_text(
        "document.head.append(Object.assign(document.createElement('script'), {src: 'late.js'}))"
    )
    (tmp_path / "own.css").write_text("@import 'more.css'; h1 { color: green }")
    (tmp_path / "more.css").write_text("p { color: green }")
    page = "<link rel=icon href=data:,><link rel=stylesheet href=own.css><h1>Words</h1><script src=own.js></script>"
    (tmp_path / "index.html").write_text(page)
    with serve(tmp_path) as address:
        seen = visit(browser, address)
    names = sorted(request.url.removeprefix(address) for request in seen.requests if not request.is_for_search)
    assert names == ["", "late.js", "more.css", "own.css", "own.js"]
    assert seen.weight() == sum(request.weight for request in seen.requests) - seen.search_weight
    assert 0 < seen.search_weight < 100
