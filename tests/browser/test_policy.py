"""The Content Security Policy: browsers load nothing from other hosts, and pages work as before."""

import re
from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Route, expect

from tests.support.everything import EVERYTHING
from tests.support.kinds import PAGES

_LISTEN = """
window.refused = [];
addEventListener("securitypolicyviolation", (event) => {
  window.refused.push(`${event.effectiveDirective} ${event.blockedURI}`);
});
"""
_TRY = """() => {
  const add = (tag, source) => document.body.append(Object.assign(document.createElement(tag), source));
  add("img", {src: "https://img.example/a.png"});
  add("script", {src: "https://script.example/a.js"});
  add("iframe", {src: "https://frame.example/"});
  add("link", {rel: "stylesheet", href: "https://style.example/a.css"});
  add("object", {data: "https://object.example/a.pdf"});
  add("video", {src: "https://media.example/a.mp4"});
  fetch("https://connect.example/").catch(() => null);
}"""
_HOSTS = "window.refused.map((refused) => new URL(refused.split(' ')[1]).hostname)"


_USE = """async (opensSearch) => {
  print = () => null;
  navigator.share = async () => null;
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const player of document.querySelectorAll("audio, video")) player.load();
  for (const choice of document.querySelectorAll("input[type=radio]")) choice.click();
  for (const button of document.querySelectorAll("button")) {
    if (button.matches("form[action] button") || (button.matches("[data-search]") && !opensSearch)) continue;
    button.click();
    await new Promise((done) => setTimeout(done));
    for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
  }
  return document.querySelectorAll("button").length;
}"""
_MORE: Mapping[str, str] = {
    "story with players": "stories/film/",
    "notice": "stories/gone/",
    "errors": "contribute/errors/",
    "Welsh search": "cy/search/?q=gardd",
    "sender's page": "newsletters/2026-09/email/",
    "email": "newsletters/2026-09/email/generic.html",
}
"""More kinds of pages of the site with everything: the sender's page has its previews in frames."""
_ONLY_HERE = ("home", "areas", "subscribe", "search")
"""Pages of the frozen site with something to use that no page with everything has, and the home page for its search.
All its others are opened in ``test_visits``, which reports what they violate.
"""
_ALIKE = ("Welsh home", "Welsh area", "forthcoming", "vacancies")
"""Pages with the buttons of others; ``reset_window`` reports what they violate when they are opened."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A window in which each page writes down, from its start, what its policy refuses."""
    with browser.new_page() as opened:
        opened.add_init_script(_LISTEN)
        yield opened


@pytest.fixture
def faults(page: Page) -> Iterator[list[str]]:
    """All errors of pages and in the console, those of frames too."""
    found: list[str] = []

    def note_message(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            found.append(message.text)

    def note_error(error: Error) -> None:
        found.append(str(error))

    page.on("console", note_message)
    page.on("pageerror", note_error)
    yield found
    page.remove_listener("console", note_message)
    page.remove_listener("pageerror", note_error)


def use(page: Page, *, opens_search: bool) -> int:
    """Press every button, make every choice and open everything that is folded. Returns the number of buttons.

    The search takes longer than all else, and is the same on every page: ``opens_search`` says whether it is opened.
    The search page's form is there when its script is: before, its button would load the page again.
    """
    page.wait_for_selector("#NW-finder form[hidden]", state="detached")
    buttons: int = page.evaluate(_USE, opens_search)
    if opens_search:
        page.wait_for_load_state("networkidle")
    return buttons


def test_pages_are_used_without_violating_their_policies(
    page: Page, address: str, everything_address: str, faults: list[str]
) -> None:
    urls = [address + PAGES[kind] for kind in _ONLY_HERE]
    paths = [path for kind, path in EVERYTHING.items() if kind not in _ALIKE]
    urls += [everything_address + path for path in (*paths, *_MORE.values())]
    buttons = 0
    for url in urls:
        page.goto(url, wait_until="load")
        buttons += use(page, opens_search=url in urls[:1])
        page.emulate_media(media="print")
        page.emulate_media(media="screen")
        assert [frame.evaluate("window.refused") for frame in page.frames] == [[]] * len(page.frames), url
    public = re.compile("^https://.*/stories/film/$")
    page.route(public, lambda route: route.fulfill(body="There"))
    page.goto(f"{everything_address}old/film/")
    page.wait_for_url(public)
    assert buttons > 2 * len(urls)
    unreached = "Failed to load resource"  # an email's pictures are at the public address, and it has no icon
    assert [fault for fault in faults if not fault.startswith(unreached)] == []


def test_search_in_dialog_and_page_violates_no_policy(page: Page, address: str, faults: list[str]) -> None:
    page.goto(address)
    page.get_by_role("button", name="Search").first.click()
    page.get_by_role("searchbox").first.fill("garden")
    expect(page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()
    page.goto(f"{address}search/?q=neighbour")
    expect(page.get_by_role("main").get_by_role("listitem").first).to_be_visible()
    assert page.evaluate("window.refused") == []
    assert faults == []


def test_policy_blocks_injected_requests_to_other_hosts(page: Page, address: str) -> None:
    page.goto(address + PAGES["story"], wait_until="load")
    kinds = ("img", "script", "frame", "style", "object", "media", "connect")
    hosts = [f"{kind}.example" for kind in kinds]
    page.evaluate(_TRY)
    page.wait_for_function(f"(hosts) => hosts.every((host) => {_HOSTS}.includes(host))", arg=hosts)
    assert set(page.evaluate(_HOSTS)) == set(hosts)


def test_recording_of_the_site_plays(page: Page, everything_address: str) -> None:
    page.goto(everything_address + _MORE["story with players"], wait_until="load")
    seconds = page.evaluate("""() => new Promise((resolve, reject) => {
      const audio = document.querySelector("audio");
      audio.onloadedmetadata = () => resolve(audio.duration);
      audio.onerror = () => reject(audio.error);
      audio.load();
    })""")
    assert seconds == pytest.approx(1)
    assert page.evaluate("window.refused") == []


@pytest.mark.parametrize(("choice", "media"), [("dark", "screen"), ("light", "not all")])
def test_chosen_palette_applies_before_the_first_paint(page: Page, address: str, choice: str, media: str) -> None:
    page.goto(address)
    page.evaluate("choice => localStorage.setItem('palette', choice)", choice)
    page.route("**/site.js", lambda route: route.abort())
    page.goto(address + PAGES["story"], wait_until="load")
    assert page.locator("#NW-dark").get_attribute("media") == media
    page.unroute_all()
    page.evaluate("localStorage.clear()")


def test_policy_blocks_an_injected_script(page: Page, address: str) -> None:
    written = "<script>document.title = 'Run'</script>"
    handler = """<img src="/nothing.png" alt="" onerror="document.title = 'Run'">"""

    def write(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</body>", f"{written}{handler}</body>"))

    page.route(address + PAGES["story"], write)
    page.goto(address + PAGES["story"], wait_until="load")
    page.wait_for_function("window.refused.length >= 2")
    assert page.title() != "Run"
    assert set(page.evaluate("window.refused")) == {"script-src-elem inline", "script-src-attr inline"}
    page.unroute_all()
