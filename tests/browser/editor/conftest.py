"""A site with the browser editor, and a window of its own: the editor keeps files in the browser."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, BrowserContext

from newsroom.publish.editor import Editor
from tests.support import ROOT, SETTINGS, frozen_library, open_newsroom, small_newsroom, write_files
from tests.support.browser import serve

EDITOR_SETTINGS = {**SETTINGS, "editor": True, "repository_url": "https://github.com/elm/site"}


@pytest.fixture(scope="package")
def editor_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that has the editor, with the choices of the frozen newsroom, and little else."""
    site = tmp_path_factory.mktemp("editor")
    build = open_newsroom(tmp_path_factory.mktemp("newsroom"), small_newsroom(), settings=EDITOR_SETTINGS)
    context = replace(build.context, root=ROOT, library=frozen_library())
    write_files(site, dict(Editor(context).files()))
    write_files(site, {"assets/favicon.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'})
    with serve(site) as address:
        yield address


@pytest.fixture
def new_window(browser: Browser) -> Iterator[BrowserContext]:
    """A browser of somebody in Britain who has been nowhere."""
    context = browser.new_context(locale="en-GB", reduced_motion="reduce", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(20_000)
    yield context
    context.close()
