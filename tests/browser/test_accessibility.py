"""Every kind of page as people with disabilities meet it: axe's rules, in both palettes, narrow and wide.

They judge the frozen site. Only ``make record`` (``--write-record``) has them judge this repository's own site, whose
accessibility statement quotes the record.
"""

import json
from collections.abc import Iterator, Mapping
from itertools import product

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from newsroom.content.accessibility import Palette
from tests.support import ROOT
from tests.support.browser import reset_window, serve
from tests.support.engine import build, today_environment
from tests.support.keyboard import small_targets
from tests.support.kinds import PAGES, live_pages
from tests.support.node import axe_violations
from tests.support.record import PALETTES, WIDTHS, Judge, Recorder

EVERY_LOOK = tuple(product(PALETTES, WIDTHS))
HEIGHT = 900
WINDOWS: tuple[ViewportSize, ...] = (
    {"width": max(WIDTHS) // 4, "height": 256},
    {"width": 360, "height": HEIGHT},
    {"width": max(WIDTHS), "height": HEIGHT},
)
"""A computer's window at 400 %, a phone and a computer, in which nothing may scroll sideways."""
LOOKS = tuple(zip(PALETTES, WIDTHS, strict=True))
"""Each palette and each width once: colours are the same at every width, and so is what is narrow in both palettes."""
ALIKE = ("accessibility", "last of a list", "area in cy", "principle", "principles", "not found")
"""Pages whose elements are all on other pages too: they are looked at in one palette."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Ask for each kind of page that the site has, whichever site is judged; a record is of every look."""
    if "kind" in metafunc.fixturenames:
        writes = metafunc.config.getoption("--write-record")
        every = product(EVERY_LOOK, live_pages()) if writes else product(LOOKS, PAGES)
        looks = [(look, kind) for look, kind in every if writes or look == LOOKS[0] or kind not in ALIKE]
        names = [f"{kind}-{palette}-{width}" for (palette, width), kind in looks]
        metafunc.parametrize(("look", "kind"), looks, ids=names, scope="module")


@pytest.fixture(scope="module")
def pages(pytestconfig: pytest.Config) -> Mapping[str, str]:
    """The page of each kind on the site that is judged."""
    return live_pages() if pytestconfig.getoption("--write-record") else PAGES


@pytest.fixture(scope="module")
def site(pytestconfig: pytest.Config, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of the site that is judged."""
    if not pytestconfig.getoption("--write-record"):
        yield request.getfixturevalue("address")
        return
    folder = request.getfixturevalue("tmp_path_factory").mktemp("live") / "site"
    outcome = build(ROOT, folder, environment=today_environment())
    assert outcome.code == 0, outcome.output
    with serve(folder) as served:
        yield served


@pytest.fixture(scope="module")
def judge(browser: Browser) -> Judge:
    """axe and the browser that it runs in, by their versions."""
    package = json.loads((ROOT / "tests/node/node_modules/axe-core/package.json").read_text(encoding="utf-8"))
    return Judge("axe-core", package["version"], f"Chromium {browser.version.split('.')[0]}")


@pytest.fixture(scope="module")
def page(window: Page, look: tuple[Palette, int]) -> Iterator[Page]:
    """A window of one width, on a device with one palette."""
    palette, width = look
    with reset_window(window) as page:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=palette)
        yield page


def test_page_passes_axe_and_does_not_scroll_sideways(
    page: Page,
    look: tuple[Palette, int],
    site: str,
    pages: Mapping[str, str],
    kind: str,
    judge: Judge,
    accessibility_record: Recorder,
) -> None:
    page.goto(site + pages[kind])
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    violations = axe_violations(page)
    accessibility_record.expect(pages)
    accessibility_record.saw(kind, pages[kind], *look, violations, judge)
    assert violations == []
    assert small_targets(page) == []
    for window in WINDOWS:
        page.set_viewport_size(window)
        assert page.evaluate("document.documentElement.scrollWidth") <= window["width"]
    page.set_viewport_size({"width": look[1], "height": HEIGHT})


@pytest.mark.parametrize("look", LOOKS, ids=str, scope="module")
def test_chosen_colours_pass_axe(page: Page, address: str) -> None:
    page.goto(address)
    switch = page.get_by_role("button", name="Dark colours")
    was_dark = switch.get_attribute("aria-pressed")
    switch.click()
    assert switch.get_attribute("aria-pressed") != was_dark
    assert axe_violations(page) == []
    page.evaluate("localStorage.clear()")
