"""A site with the browser editor, and a window with it: the editor keeps files in the browser."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from newsroom.publish.editor import Editor
from tests.browser.editor.page import EditorPage, new_window, open_editor
from tests.browser.editor.repository import REPOSITORY
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


@pytest.fixture(scope="package")
def editor(browser: Browser, editor_address: str) -> Iterator[EditorPage]:
    """The editor, opened once for all tests, each of which writes files of its own.

    To open it takes longer than most of what they do in it.
    """
    with new_window(browser) as window:
        opened = open_editor(window, editor_address, REPOSITORY)
        yield opened
        assert opened.faults == []
        assert {urlsplit(url).netloc for url in opened.requests} == {urlsplit(editor_address).netloc}
