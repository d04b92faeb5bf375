"""A visit to each kind of page: its requests, its stored data (only the chosen palette) and its size."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visits
from tests.support.browser import serve
from tests.support.images import picture
from tests.support.kinds import PAGES
from tests.support.visits import BUDGET, WEIGHED, Visitors, stored

PALETTE = re.compile("(?:dark|light) colours", re.IGNORECASE)
_NEED_SCRIPTS = "button:visible:not([popovertarget]):not(form[action] button)"
"""Buttons that do nothing by themselves: not those that open the menu or send a form."""


@pytest.mark.parametrize("kind", PAGES)
def test_page_is_small_loads_from_its_host_alone_and_stores_nothing(visits: Visits, address: str, kind: str) -> None:
    seen = visits[kind]
    parts = ", ".join(f"{type_} {seen.weight(type_):,}" for type_ in WEIGHED)
    print(f"{kind}: {len(seen.requests)} requests\n{seen}")
    print(f"{seen.weight():,} bytes ({parts}); besides, the search {seen.search_weight:,}")
    assert {request.host for request in seen.requests} == {urlsplit(address).netloc}
    assert [request.type for request in seen.requests].count("document") == 1
    assert seen.stored == []
    assert seen.faults == []
    assert all(seen.weight(type_) for type_ in ("document", "stylesheet"))
    assert seen.weight() <= BUDGET


def test_foreign_requests_and_stored_data_are_reported(visitors: Visitors, tmp_path: Path) -> None:
    script = "localStorage.a = sessionStorage.b = document.cookie = 'c=1'; indexedDB.open('d'); caches.open('e')"
    (tmp_path / "other.css").write_text("")
    with serve(tmp_path) as other, serve(tmp_path) as address:
        head = f"<link rel=icon href=data:,><link rel=stylesheet href={other}other.css><script>{script}</script>"
        head += "<script src=https://nowhere.invalid/count.js></script>"
        (tmp_path / "index.html").write_text(f"{head}<h1>Words</h1><img src=no.png>")
        seen = visitors.visit(address)
        assert [request.host for request in seen.requests if request.url.endswith(".css")] == [urlsplit(other).netloc]
    left = ["Cache Storage: e", "IndexedDB: d", "cookies: c", "localStorage: a", "sessionStorage: b"]
    assert sorted(seen.stored) == left
    assert "nowhere.invalid" in {request.host for request in seen.requests}
    assert [fault for fault in seen.faults if "no.png" in fault or "404" in fault]


def test_content_that_the_policy_of_a_page_blocks_is_reported(visitors: Visitors, tmp_path: Path) -> None:
    policy = "<meta http-equiv=Content-Security-Policy content=\"default-src 'self'\"><link rel=icon href=/script.html>"
    blocked = {"script": "<script>x()</script>", "style": "<p style='color: red'>", "img": "<img src=data:,>"}
    for name, content in blocked.items():
        (tmp_path / f"{name}.html").write_text(f"{policy}<h1>Words</h1>{content}")
    with serve(tmp_path) as address:
        visits = visitors.visit_all([f"{address}{name}.html" for name in blocked])
    for name, visit in zip(blocked, visits, strict=True):
        assert [fault for fault in visit.faults if "Content Security Policy" in fault], name


def test_pages_opened_together_are_each_recorded_completely(visitors: Visitors, tmp_path: Path) -> None:
    for name in ("a", "b"):
        late = f"setTimeout(() => {{ document.cookie = '{name}=1'; fetch('{name}.txt') }}, 300)"
        (tmp_path / f"{name}.html").write_text(f"<link rel=icon href=data:,><h1>Words</h1><script>{late}</script>")
        (tmp_path / f"{name}.txt").write_text("Words")
    with serve(tmp_path) as address:
        seen = visitors.visit_all([f"{address}a.html", f"{address}b.html"])
    asked = [[request.url.removeprefix(address) for request in page.requests] for page in seen]
    assert asked == [["a.html", "a.txt"], ["b.html", "b.txt"]]
    assert [page.stored for page in seen] == [["cookies: a"], ["cookies: b"]]
    assert [page.faults for page in seen] == [[], []]


def test_only_the_chosen_palette_is_stored_and_applies_to_every_page(page: Page, address: str) -> None:
    page.goto(address)
    light = _ground(page)
    page.get_by_role("banner").get_by_role("button", name=PALETTE).click()
    expect(page.locator("body")).not_to_have_css("background-color", light)
    dark = _ground(page)
    page.goto(address + PAGES["story"], wait_until="networkidle")
    assert _ground(page) == dark
    assert len(stored(page.context, page)) == 1
    assert stored(page.context, page)[0].startswith("localStorage: ")


def test_palette_can_be_chosen_without_storage(browser: Browser, address: str) -> None:
    """Such a browser throws as soon as a page touches its storage."""
    with browser.new_context() as context:
        refuse = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } })"
        context.add_init_script(refuse)
        page = context.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(address, wait_until="networkidle")
        page.get_by_role("banner").get_by_role("button", name=PALETTE).click()
        assert faults == []


def _ground(page: Page) -> str:
    found: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return found


def test_every_page_is_complete_without_scripts(unscripted: Page, address: str) -> None:
    unscripted.set_viewport_size({"width": 360, "height": 800})
    for kind, path in PAGES.items():
        unscripted.goto(address + path)
        expect(unscripted.get_by_role("heading", level=1), kind).to_be_visible()
        expect(unscripted.get_by_role("main").get_by_role("paragraph").first, kind).to_be_visible()
        assert unscripted.get_by_role("navigation").get_by_role("link").count() >= 5, kind
        others = unscripted.locator(_NEED_SCRIPTS)
        assert not others.count(), f"{kind} has a button that does nothing without scripts"


def test_budget_counts_all_files_except_pictures_and_the_search(visitors: Visitors, tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    (tmp_path / "search/index.json").write_text('"' + "no repeats: 1234567890" * 4 + '"')
    (tmp_path / "late.js").write_text("fetch('search/index.json')")
    (tmp_path / "own.js").write_text(
        "document.head.append(Object.assign(document.createElement('script'), {src: 'late.js'}))"
    )
    (tmp_path / "own.css").write_text("@import 'more.css'; h1 { color: green }")
    (tmp_path / "more.css").write_text("@font-face { font-family: own; src: url(own.woff2) } h1 { font-family: own }")
    (tmp_path / "own.woff2").write_bytes(bytes(range(256)))
    (tmp_path / "own.png").write_bytes(picture(9, 9))
    page = "<link rel=icon href=data:,><link rel=stylesheet href=own.css><h1>Words</h1><script src=own.js></script>"
    (tmp_path / "index.html").write_text(f"{page}<img src=own.png>")
    with serve(tmp_path) as address:
        seen = visitors.visit(address)
    names = sorted(request.url.removeprefix(address) for request in seen.requests if not request.is_for_search)
    assert names == ["", "late.js", "more.css", "own.css", "own.js", "own.png", "own.woff2"]
    assert seen.weight() == sum(each.weight for each in seen.requests) - seen.search_weight - seen.weight("image")
    assert 0 < seen.search_weight < 100
