"""Every kind of page as people with disabilities meet it: axe's rules, in both palettes, narrow and wide.

They judge the frozen site. Only ``make record`` (``--write-record``) has them judge this repository's own site, whose
accessibility statement quotes the record.
"""

import json
from collections.abc import Iterator, Mapping
from itertools import product

import pytest
from playwright.sync_api import Browser, Page, expect

from newsroom.content.accessibility import Palette
from tests.browser.widths import EDGES, wider_than
from tests.support import ROOT
from tests.support.browser import serve
from tests.support.engine import build, today_environment
from tests.support.keyboard import faults_of_walk, small_targets
from tests.support.kinds import PAGES, live_pages
from tests.support.node import COLOURS, axe_violations
from tests.support.record import PALETTES, WIDTHS, Judge, Recorder

HEIGHT = 900
LOOKS: tuple[tuple[Palette, int], ...] = (("dark", 1280), ("light", 320))
"""Each palette and each width once: colours are the same at every width, and so is what is narrow in both palettes."""
DARK = ("about", "subscribe", "areas", "stories", "search", "area", "newsletter", "publication")
"""The kinds of pages with pairs of colours or elements that no other kind has: the dark palette only gives the same
names other colours. The home page is looked at in both where colours are chosen.
"""
WALKED = ("home", "search", "subscribe", "area", "newsletter", "publication")
"""The kinds of pages with links, buttons or fields that no other kind has: they are used by keyboard in wide windows;
in narrow ones pages of the site with everything are.
"""
_UNFOLD = "for (const details of document.querySelectorAll('details')) details.open = true"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Ask for each kind of page that the site has, whichever site is judged."""
    if "kind" in metafunc.fixturenames:
        metafunc.parametrize("kind", live_pages() if metafunc.config.getoption("--write-record") else PAGES)


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


def test_page_passes_axe_fits_every_window_and_is_reached_by_keyboard(
    pytestconfig: pytest.Config,
    page: Page,
    site: str,
    pages: Mapping[str, str],
    kind: str,
    judge: Judge,
    accessibility_record: Recorder,
) -> None:
    """Only the first look for colours, and the second with all rules; a record is of every look with all rules."""
    writes = pytestconfig.getoption("--write-record")
    looks = product(PALETTES, WIDTHS) if writes else LOOKS[kind not in DARK :]
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(site + pages[kind])
    if kind == "search":  # its script is loaded after the page, and shows the form
        expect(page.get_by_role("searchbox")).to_be_visible()
    faults = faults_of_walk(page) if kind in WALKED and not writes else []
    page.evaluate(_UNFOLD)
    accessibility_record.expect(pages)
    for palette, width in looks:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=palette)
        violations = axe_violations(page, only=() if writes or (palette, width) == LOOKS[-1] else COLOURS)
        accessibility_record.saw(kind, pages[kind], palette, width, violations, judge)
        faults += [*violations, *(f"small: {target}" for target in small_targets(page))]
    assert [*faults, *wider_than(page, EDGES)] == []


def test_chosen_colours_pass_axe(page: Page, address: str) -> None:
    """Those that are not the device's: dark ones on a light device, and light ones on a dark device."""
    page.goto(address)
    switch = page.get_by_role("button", name="Dark colours")
    for palette, chosen in zip(PALETTES, ("true", "false"), strict=True):
        page.emulate_media(color_scheme=palette)
        switch.click()
        expect(switch).to_have_attribute("aria-pressed", chosen)
        assert axe_violations(page, only=COLOURS) == []
