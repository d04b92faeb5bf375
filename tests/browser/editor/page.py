"""The browser editor as a person meets it, with a folder in the browser in place of GitHub."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Locator, Page, Route, ViewportSize, expect

LONG = "Neighbours on Elm Street tell what happened in the garden that they made together."
_WAIT_UNTIL_IDLE = "() => new Promise((done) => requestIdleCallback(() => setTimeout(done, 50)))"
_WAIT_UNTIL_STILL = """() => new Promise((done) => {
  const end = () => { observer.disconnect(); done(); };
  let timer = setTimeout(end, 200);
  const observer = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(end, 200); });
  observer.observe(document.body, { childList: true, subtree: true });
})"""
_FOLDER = """const folderOf = async (parts) => {
  let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("sveltia-cms-test", { create: true });
  for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
  return folder;
};"""
_WRITE = f"""async (files) => {{
  {_FOLDER}
  for (const [path, text] of Object.entries(files)) {{
    const parts = path.split("/"), name = parts.pop();
    const file = await (await (await folderOf(parts)).getFileHandle(name, {{ create: true }})).createWritable();
    await file.write(text);
    await file.close();
  }}
}}"""
_READ = f"""async (path) => {{
  {_FOLDER}
  const parts = path.split("/"), name = parts.pop();
  const file = await (await folderOf(parts)).getFileHandle(name).catch(() => null);
  return file && [...new Uint8Array(await (await file.getFile()).arrayBuffer())];
}}"""
_SAVED = f"""async ([path, before]) => {{
  {_FOLDER}
  const parts = path.split("/"), name = parts.pop(), end = Date.now() + 30000;
  while (Date.now() < end) {{
    try {{
      const text = await (await (await (await folderOf(parts)).getFileHandle(name)).getFile()).text();
      if (text && text !== before) return text;
    }} catch {{
      // not there yet
    }}
    await new Promise((done) => setTimeout(done, 50));
  }}
  return "";
}}"""


_PASTE = """(element, html) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


@dataclass(frozen=True)
class EditorPage:
    """A window with the editor.

    Attributes:
        page: The window.
        config: The configuration, as it was published.
        address: The address of the site.
        requests: The addresses that the window asked for.
        faults: What violated the page's policy, as the console says.
    """

    page: Page
    config: Mapping[str, Any]
    address: str
    requests: list[str]
    faults: list[str]

    def field(self, path: str) -> Locator:
        """The field with a path, like "image.src". Its contents are there when it is in view."""
        found = self.page.locator(f'[data-key-path="{path}"]').first
        found.scroll_into_view_if_needed()
        return found

    def go(self, place: str) -> None:
        """Open a place in the editor, like "collections/stories/new", and wait for its form.

        The editor shows the form and then makes its fields again, so words written at once would be lost.
        """
        self.page.evaluate("(place) => { location.hash = `#/${place}` }", place)
        expect(self.page.locator('[data-key-path="body"] [data-lexical-editor]')).to_be_visible(timeout=30_000)
        self.page.evaluate(_WAIT_UNTIL_STILL)

    def wait_for_text(self, words: str) -> None:
        """Wait until the text of an item is in its field."""
        expect(self.page.locator("[data-lexical-editor]").first).to_contain_text(words, timeout=60_000)

    def write(self, path: str, text: str) -> None:
        """Write into a field of one line or more, without waiting until the editor has read the text."""
        box = self.field(path).get_by_role("textbox").first
        box.fill(text)
        self.page.evaluate(_WAIT_UNTIL_IDLE)
        expect(box).to_have_value(text)

    def choose(self, path: str, label: str) -> None:
        """Choose an option, from a list or among buttons."""
        field = self.field(path)
        option = field.get_by_role("radio", name=label, exact=True)
        option = option.or_(field.get_by_role("checkbox", name=label, exact=True))
        if not option.count():
            field.get_by_role("combobox").click()
            option = self.page.get_by_role("option", name=label, exact=True)
        option.first.click()

    def add(self, path: str) -> None:
        """Open an optional group of fields."""
        self.field(path).get_by_role("checkbox").first.click()

    def write_body(self, text: str) -> None:
        """Write at the end of the text: words at once, and key by key what the editor may make something of."""
        self.field("body").locator("[data-lexical-editor]").click()
        self.page.keyboard.press("Control+End")
        for part in re.findall(r"\w+|\W+", text):
            (self.page.keyboard.insert_text if part.isalnum() else self.page.keyboard.type)(part)

    def paste(self, html: str) -> None:
        """Paste HTML where somebody has just written in the text."""
        self.page.locator('[data-key-path="body"] [data-lexical-editor]').evaluate(_PASTE, html)

    def rename(self, stem: str) -> None:
        """Give the file of a new item another name."""
        self.page.get_by_role("radio", name="Slug").click()
        self.page.get_by_role("button", name="Edit Slug").click()
        self.page.locator("input:focus").fill(stem)
        self.page.keyboard.press("Enter")

    def save(self, path: str) -> str:
        """Save the form, and return what the file at ``path`` then is."""
        before = self.read(path).decode()
        self.page.get_by_role("button", name="Save", exact=True).click()
        saved: str = self.page.evaluate(_SAVED, [path, before])
        assert saved, f"{path} was not saved: {self.page.locator('.validation, [role=alert]').all_inner_texts()}"
        self.page.wait_for_function("() => !/[/](?:new$|entries)/.test(location.hash)", timeout=30_000)
        return saved

    def read(self, path: str) -> bytes:
        """The content of a file, or nothing if there is none."""
        return bytes(self.page.evaluate(_READ, path) or ())


@contextmanager
def new_window(browser: Browser) -> Iterator[Page]:
    """A window of somebody in Britain who has been nowhere."""
    size: ViewportSize = {"width": 1280, "height": 900}
    with browser.new_context(locale="en-GB", reduced_motion="reduce", viewport=size) as context:
        context.set_default_timeout(20_000)
        yield context.new_page()


def open_editor(page: Page, address: str, files: Mapping[str, str]) -> EditorPage:
    """Open the editor of a site in a window, with ``files`` in its repository, and sign in."""
    requests, faults = list[str](), list[str]()
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: faults.append(message.text) if "Security Policy" in message.text else None)
    config = json.loads(page.request.get(f"{address}edit/config.json").text())

    def with_test_backend(route: Route) -> None:
        route.fulfill(json={**config, "backend": {"name": "test-repo"}, "publish_mode": "simple"})

    page.route("**/edit/config.json*", with_test_backend)
    page.goto(f"{address}edit/formats.json")
    page.evaluate(_WRITE, dict(files))
    page.goto(f"{address}edit/")
    page.get_by_role("button", name="Work with Test Repository").click()
    expect(page.get_by_role("button", name="Create New Entry").first).to_be_visible(timeout=30_000)
    return EditorPage(page, config, address, requests, faults)
