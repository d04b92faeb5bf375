"""A real browser on a real server: the site as its readers meet it."""

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Error, Page, expect, sync_playwright

_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""The first draws no windows of its own: tests need about a quarter less processor time."""
_DISABLED_FEATURES = (
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup"),
    *("PaintHolding", "HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "MediaRouter", "OptimizationHints"),
    *("NetworkTimeServiceQuerying", "PreconnectToSearch", "AvoidUnnecessaryBeforeUnloadCheckSync"),
)
"""The first two are pages of the address bar, which no test sees: they use more time than most pages of the site. The
others are Playwright's: Chromium takes only the last list. See https://github.com/microsoft/playwright/issues/14047.
"""

_PATIENCE = 20_000
"""Milliseconds until a page must be as expected: Playwright's five seconds are too few on a busy machine."""
_LONG_PATIENCE = 120_000
"""Milliseconds until a page must be loaded, in every window. One test loads ninety documents in one."""


def chromium_path() -> str:
    """Where Chromium is. Raises RuntimeError, with how to get it, where there is none."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if not found:
        raise RuntimeError("There is no Chromium here: `make test` installs it, or says how to get it.")
    return found


@contextmanager
def open_browser() -> Iterator[Browser]:
    """A headless Chromium that talks to no one but the pages it is shown, and finds no host but this one."""
    expect.set_options(timeout=_PATIENCE)
    quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    quiet += [f"--disable-features={','.join(_DISABLED_FEATURES)}"]
    quiet += ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    quiet += ["--disable-gpu", "--disable-software-rasterizer", "--in-process-gpu"]  # a tenth less processor time
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=quiet)
        browser.on("context", lambda context: context.set_default_navigation_timeout(_LONG_PATIENCE))
        yield browser
        browser.close()


@contextmanager
def reset_window(window: Page) -> Iterator[Page]:
    """A window that others have used as a reader finds it who has been nowhere, at a desk, by daylight.

    A new window of its own would take longer than most tests do. What is in the browser's cache stays. Whatever a test
    does in the window, a script's error and a violation of a page's Content Security Policy make it fail.
    """
    faults: list[str] = []

    def note_violation(message: ConsoleMessage) -> None:
        if message.type == "error" and "Content Security Policy" in message.text:
            faults.append(message.text)

    def note(error: Error) -> None:
        faults.append(str(error))

    window.set_viewport_size({"width": 1280, "height": 900})
    window.emulate_media(media="null", color_scheme="light", reduced_motion="no-preference")
    window.on("pageerror", note)
    window.on("console", note_violation)
    yield window
    window.unroute_all()
    if urlsplit(window.url).scheme in ("http", "https", "file"):
        window.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    window.goto("about:blank")
    window.remove_listener("pageerror", note)
    window.remove_listener("console", note_violation)
    window.context.clear_cookies()
    window.context.clear_permissions()
    assert faults == [], "a page threw an error or violated its policy"


@contextmanager
def text_size(page: Page, percent: int) -> Iterator[None]:
    """The text size that a reader has chosen in the browser, on which rem and the em of media queries depend.

    See https://chromedevtools.github.io/devtools-protocol/tot/Page/#method-setFontSizes.
    """
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 16 * percent // 100}})
    yield
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 16}})
    session.detach()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Answers with the files of a folder, and logs nothing.

    One connection has many requests, and browsers ask once for each file of the theme, not again on every page.
    """

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        """Let browsers keep the theme's files."""
        if "/assets/" in self.path:
            self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def log_message(self, *_args: object, **_more: object) -> None:
        """Say nothing."""


@contextmanager
def serve(site: Path, handler: type[QuietHandler] = QuietHandler) -> Iterator[str]:
    """Serve a folder on loopback; gives its address, with a slash at the end."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
