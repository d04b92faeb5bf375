"""Hostile texts in every field run nowhere: not on pages, lists, cards, feeds, emails and search results.

The policies of pages are switched off: they would stop much of what the cleaning has missed.
"""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from os import PathLike
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

from newsroom.markup.tree import serialise_html
from newsroom.open_build import load_build
from newsroom.publish.build_options import BuildOptions
from newsroom.publish.email.clean import clean_html
from newsroom.publish.feeds.content import page_content
from newsroom.publish.hosting.content_policy import page_policy, policy_element
from newsroom.site_settings import site_settings
from tests.support import TODAY, open_newsroom, write_files
from tests.support.bodies import SITE, prepared_tree, shown_tree
from tests.support.browser import QuietHandler, serve
from tests.support.hostile import (
    HOSTILE_SETTINGS,
    broken_newsroom,
    fill_subjects,
    hostile_newsroom,
    other_files,
    whole_page,
)
from tests.support.payloads import FAMILIES, TEMPLATE_RESULT, payloads
from tests.support.theme import THEME

PAYLOADS = tuple(payloads())
ASSETS = THEME / "assets"
REPORT = "window.ran = (number) => console.log(`RAN ${number}`); window.own = window.ran;"
_USE_AND_SEARCH = """() => {
  for (const details of document.querySelectorAll("details")) details.open = !details.open;
  for (const element of document.querySelectorAll("body *")) {
    for (const type of ["mouseover", "pointerover", "focus", "animationend"]) element.dispatchEvent(new Event(type));
  }
  const found = [];
  const check = (root) => {
    for (const element of root.querySelectorAll("*")) {
      for (const name of Element.prototype.getAttributeNames.call(element)) {
        const value = Element.prototype.getAttribute.call(element, name);
        const address = ["href", "src", "action", "formaction", "data", "poster", "xlink:href"].includes(name);
        const runs = /^(javascript|vbscript):|^data:(text|application|image.svg)/.test(
          address ? value.replace(/[\\x00-\\x20]/g, "").toLowerCase() : "");
        const opens = name === "srcdoc" && (!element.sandbox?.length || element.sandbox.contains("allow-scripts"));
        if (name.startsWith("on") || opens || runs)
          found.push(element.outerHTML.slice(0, 200));
      }
      if (element.matches("base[href], object, embed, frame, meta[http-equiv=refresh], svg script, :not(head) > style"))
        found.push(element.outerHTML.slice(0, 200));
      if (element.shadowRoot || element instanceof HTMLTemplateElement) check(element.shadowRoot ?? element.content);
    }
  };
  check(document);
  for (const name of ["getElementById", "querySelector", "createElement"])
    if (typeof document[name] !== "function") found.push(`document.${name}`);
  if (window.ran !== window.own) found.push("window.ran");
  return found;
}"""

_SHOW_RESULTS = """async (texts) => {
  const { resultItem } = await import("/assets/search/results.js");
  for (const text of texts) {
    const page = {
      raw_url: text, raw_content: `${text} ${text}`, locations: [0, 1],
      plain_excerpt: text, excerpt: `<mark>${text}</mark>`,
      meta: { title: text, date: text, picture: text, file: text }, filters: { kind: [text] },
      sub_results: [{ title: text, excerpt: `<mark>${text}</mark>`, anchor: { id: text } }],
    };
    document.body.append(resultItem(page, { [text]: text }, { withSections: true, withPicture: true }));
  }
}"""


@pytest.fixture(scope="module")
def visitor(browser: Browser) -> Iterator[Page]:
    """A window that loads no other files and does not keep to the pages' policies: whatever runs with one runs here."""
    with browser.new_context(bypass_csp=True) as context:
        page = context.new_page()
        page.add_init_script(REPORT)
        yield page


class DocumentHandler(QuietHandler):
    """Answers with documents, and with the site's scripts wherever a document looks for them."""

    def translate_path(self, path: str) -> str:
        """The file at a path."""
        _, _, script = urlsplit(path).path.partition("/assets/")
        return f"{ASSETS / script}" if script.endswith(".js") else super().translate_path(path)

    def guess_type(self, path: str | PathLike[str]) -> str:
        """The content type of a file, with the encoding of documents."""
        return "text/html; charset=utf-8" if str(path).endswith(".html") else super().guess_type(path)


def dangers(page: Page, documents: Mapping[str, str], *, prepare: str = "null") -> list[str]:
    """What runs in documents (HTML, by name), after each was used, and what could run in them.

    The site's scripts run in them. ``prepare`` is evaluated first in each.
    """
    ran: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.text.startswith("RAN"):
            ran.append(message.text)

    files = {f"document/{number}/index.html": html for number, html in enumerate(documents.values())}
    frames = "".join(f"<iframe src='document/{number}/'></iframe>" for number in range(len(files)))
    page.on("console", note)
    with TemporaryDirectory(prefix="hostile-") as folder, serve(Path(folder), DocumentHandler) as address:
        write_files(Path(folder), {"index.html": frames, **files})
        page.goto(address, wait_until="load")
        for name, frame in zip(documents, page.main_frame.child_frames, strict=True):
            frame.evaluate(prepare)
            previews = [inner for inner in frame.child_frames if inner.url == "about:srcdoc"]
            for each in (frame, *previews):
                ran += [f"{name}: {found}" for found in each.evaluate(_USE_AND_SEARCH)]
    page.remove_listener("console", note)
    return ran


@pytest.fixture(scope="module")
def outputs() -> Mapping[str, list[str]]:
    """Each text as a page, a feed's entry and an email show it."""
    trees = [prepared_tree(payload.text) for payload in PAYLOADS]
    return {
        "feed": [page_content(deepcopy(tree), f"{SITE}stories/a/") for tree in trees],
        "email": [clean_html(serialise_html(tree)) for tree in trees],
        "page": [shown_tree(tree) for tree in trees],
    }


def test_hostile_texts_of_each_family_are_harmless(visitor: Page, outputs: Mapping[str, list[str]]) -> None:
    print({family: len(texts) for family, texts in FAMILIES.items()}, len(PAYLOADS))
    assert len(PAYLOADS) >= 300
    head = f"<!doctype html>{policy_element(page_policy())}"
    documents = {
        name: f"{head}<body>{''.join(f'<section>{body}</section>' for body in bodies)}"
        for name, bodies in outputs.items()
    }
    assert dangers(visitor, documents) == []
    counts = [frame.locator("body > section").count() for frame in visitor.main_frame.child_frames]
    assert counts == [len(PAYLOADS)] * 3, "a text leaves its place"


def test_dangers_are_found(visitor: Page) -> None:
    """The same texts, cleaned by nothing, run."""
    some = [payload for payload in PAYLOADS if payload.number % 10 == 0]
    found = dangers(visitor, {f"{payload.family} {payload.number}": payload.text for payload in some})
    assert len([each for each in found if each.startswith("RAN")]) > 3
    assert {family for family in FAMILIES if any(each.startswith(family) for each in found)} >= {
        *("event attributes", "addresses", "SVG", "documents", "mutation"),
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Every HTML document of a newsroom with hostile fields: each page, feed entry, email, sender's page and error."""
    settings = site_settings(HOSTILE_SETTINGS)
    write_files(root := tmp_path_factory.mktemp("hostile"), hostile_newsroom())
    build = load_build(root, settings, BuildOptions(today=TODAY))
    fill_subjects(build)
    pages = {page.path: whole_page(build, page.path) for page in build.site.pages}
    files = other_files(build)
    stays = ('http-equiv="refresh"', "data-refresh")
    others = {path: content.decode().replace(*stays) for path, content in files.items() if path.endswith(".html")}
    entries = [item["content_html"] for item in json.loads(files["feed.json"])["items"]]
    broken = open_newsroom(tmp_path_factory.mktemp("broken"), broken_newsroom(), preview=True)
    errors = {page.path: whole_page(broken, page.path) for page in broken.site.pages if "broken" in page.path}
    shown_items = {document.path for document in build.context.content.documents}
    assert shown_items >= {path for path in hostile_newsroom() if path.endswith(".md")}, "an item has errors"
    assert min(len(others), len(entries), len(errors)) > 10
    assert "Ready to send" in others["newsletters/2026-11/email/index.html"]
    return pages | others | errors | {"feed.json": "<body>" + "".join(entries)}


def test_hostile_fields_are_harmless_wherever_they_are_shown(visitor: Page, site: Mapping[str, str]) -> None:
    print(f"{len(site)} documents")
    assert dangers(visitor, site) == []


def test_hostile_texts_are_harmless_in_search_results(visitor: Page) -> None:
    """Each text is every value that the index has of a page."""
    document = (
        f"<!doctype html>{policy_element(page_policy())}<body><div id=NW-search><form action={SITE}></form></div>"
    )
    show = f"() => ({_SHOW_RESULTS})({json.dumps([payload.text for payload in PAYLOADS])})"
    assert dangers(visitor, {"results": document}, prepare=show) == []
    assert visitor.main_frame.child_frames[0].locator("body > li").count() == len(PAYLOADS)


def test_template_syntax_is_text_in_every_field(site: Mapping[str, str]) -> None:
    assert [path for path, html in site.items() if TEMPLATE_RESULT in html] == []
