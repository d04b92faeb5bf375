"""A site with the sender's page, and a browser that opens it."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest
from playwright.sync_api import Page

from newsroom.content.accessibility import Palette
from tests.browser.sender.page import BODY, LARGE_BODY, SUBJECT, TOOLS, Open, Site
from tests.support import SETTINGS, small_newsroom, write_files
from tests.support.browser import serve
from tests.support.images import picture
from tests.support.items import newsletter
from tests.support.rendering import published
from tests.support.theme import THEME
from tests.support.workers import fill_once, shared_folder


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A preview with one edition, made for three mail tools, older ones, and one that may not be sent."""
    folder = fill_once(shared_folder(tmp_path_factory) / "sender", _make_site) / "site"
    with serve(folder) as address:
        yield Site(folder, address)


def _make_site(root: Path) -> None:
    folder = root / "site"
    files: dict[str, str | bytes] = {**small_newsroom(), "newsletters/bench.png": picture(900, 600)}
    edition = newsletter(BODY, title="News of spring", subject=SUBJECT, preheader="What grew. " * 9)
    files |= {"newsletters/2024-03.md": edition, "newsletters/2020-01.md": newsletter(date="2020-01")}
    files |= {f"newsletters/2024-0{month}.md": newsletter(date=f"2024-0{month}") for month in (1, 2)}
    files["newsletters/2027-01.md"] = newsletter(LARGE_BODY, title="News of winter")
    settings = {**SETTINGS, "mail_tools": TOOLS}
    write_files(folder, published(root / "newsroom", files, settings=settings, preview=True))
    for name in ("sender.css", "sender.js"):
        copyfile(THEME / "assets" / name, folder / "assets" / name)
    (folder / "favicon.ico").write_bytes(b"")


@pytest.fixture
def open_page(page: Page, site: Site) -> Open:
    """Opens the sender’s page in a window with these options; once it is loaded, its frames are."""

    def opened(
        url: str = site.url,
        permissions: tuple[str, ...] = (),
        *,
        size: tuple[int, int] = (1280, 900),
        color_scheme: Palette = "light",
    ) -> Page:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.emulate_media(color_scheme=color_scheme)
        page.context.grant_permissions(list(permissions))
        page.goto(url, wait_until="load")
        return page

    return opened
