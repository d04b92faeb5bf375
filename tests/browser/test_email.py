"""The email in a real browser, as inboxes show it: as wide as they are, legible, and whole where they strip things."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, Route

from tests.support.emails import HTML_TOOLS, email_of
from tests.support.golden import golden_email, golden_output
from tests.support.images import picture
from tests.support.items import newsletter
from tests.support.node import COLOURS, axe_violations

WIDTHS = (320, 375, 600, 1280)
WIDE_WORDS = f"""\
## {"Llanfairpwllgwyngyll" * 6}

{"Llanfairpwllgwyngyll" * 15} and <https://oak.example/{"very-long-" * 20}> and {"a.long.name." * 10}@elm.example.

![A bench](bench.png)

| {" | ".join("ABCDEFGHIJKL")} |
|{"---|" * 12}
| {" | ".join(f"Value {letter}" for letter in "ABCDEFGHIJKL")} |

| When | {"Where" * 8} |
|---|---|
| {"Friday" * 8} | ![A bench](bench.png) |

- {"deep " * 3}
    - > ![A bench](bench.png)

```
{"code" * 60}
```
"""


@dataclass(frozen=True)
class Inbox:
    """What a mail program does with an email before it shows it: what it strips or marks, and its colours."""

    name: str
    scheme: Literal["light", "dark"] = "light"
    strips: str = "(?!)"
    marks: str = ""

    @property
    def is_dark(self) -> bool:
        """Whether it shows emails in dark colours."""
        return self.name.startswith("dark")

    def receive(self, html: str) -> str:
        """The email as the mail program shows it."""
        return re.sub(self.strips, "", html, flags=re.DOTALL).replace("<body", f"<body {self.marks}")


INBOXES = (
    Inbox("light"),
    Inbox("dark", scheme="dark"),
    Inbox("dark in Outlook.com", marks="data-ogsc data-ogsb"),
    Inbox("clipped by Gmail", strips="<style.*?</style>"),
    Inbox("sent by listmonk", strips="<!--.*?-->"),
)
OF_WHOLE_PAGES = ("landmark-one-main", "region")
"""axe's rules for pages: an email is an article in the mail program's page, which has its own main landmark."""
_WIDTHS = """() => [
  document.documentElement.scrollWidth,
  document.querySelector(".column").getBoundingClientRect().width,
]"""
Show = Callable[[str, Inbox, int], Page]


@pytest.fixture
def show(page: Page) -> Show:
    """Opens an email in an inbox of a width. Pictures come from here; nothing is fetched from elsewhere."""

    def answer(route: Route) -> None:
        if route.request.url.endswith("/watch.png"):
            route.fulfill(body=golden_output()["assets/email/watch.png"], content_type="image/png")
        elif route.request.resource_type == "image":
            route.fulfill(body=picture(1200, 900), content_type="image/png")
        else:
            route.abort()

    def open_email(html: str, inbox: Inbox, width: int) -> Page:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=inbox.scheme)
        page.set_content(inbox.receive(html))
        return page

    page.route("**/*", answer)
    return open_email


def golden(tool: str = "generic") -> str:
    """The email of the golden edition, which uses everything."""
    return golden_email(f"{tool}.html")


def widths_in(page: Page) -> dict[int, list[float]]:
    """How wide an open email and its column are, in a window of each width."""
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found[width] = page.evaluate(_WIDTHS)
    return found


@pytest.mark.parametrize("inbox", INBOXES, ids=lambda inbox: inbox.name)
def test_email_is_whole_legible_and_as_wide_as_the_inbox(show: Show, inbox: Inbox) -> None:
    """Contrast of at least 4.5 in light and dark, one first-level heading, names for links and pictures."""
    read_text_and_links = "() => [document.body.innerText, [...document.links].map(link => link.href)]"
    expected = show(golden(), INBOXES[0], 600).evaluate(read_text_and_links)
    page = show(golden(), inbox, 600)
    assert page.evaluate(read_text_and_links) == expected
    only = COLOURS if inbox.is_dark else ()
    assert axe_violations(page, only=only, without=() if only else OF_WHOLE_PAGES) == []
    for selector in ("body", ".outer", ".column", ".content") if inbox.is_dark else ():
        color = page.evaluate(f"getComputedStyle(document.querySelector('{selector}')).backgroundColor")
        assert max(map(int, re.findall(r"\d+", color))) < 60, (selector, color)
    assert widths_in(page) == {width: [width, min(width, 600)] for width in WIDTHS}


def test_no_word_picture_or_table_widens_the_column(show: Show, tmp_path: Path) -> None:
    html = email_of(tmp_path, newsletter(WIDE_WORDS, title="Llanfairpwllgwyngyll" * 4)).html
    page = show(html, INBOXES[0], WIDTHS[0])
    assert widths_in(page) == {width: [width, min(width, 600)] for width in WIDTHS}


def test_word_that_fits_in_a_line_of_its_own_is_not_broken(show: Show, tmp_path: Path) -> None:
    subject, body = "More than 130 neighbourhoods: looking back", f"The word {'deep' * 8} is long."
    html = email_of(tmp_path, newsletter(f"## Hello\n\n{body}", subject=subject)).html
    words = show(html, INBOXES[0], 600).locator("h1 span, p span:not(:empty)")
    lines = words.evaluate_all(
        "spans => spans.map((span) => "
        "span.getBoundingClientRect().height / parseFloat(getComputedStyle(span).lineHeight))"
    )
    assert [round(height) for height in lines] == [1, 1]


def test_address_is_cut_only_on_a_narrow_phone_and_between_its_names(show: Show, tmp_path: Path) -> None:
    address = "network@communitycatalysts.co.uk"
    body = f"## Hello\n\nA wish for rest over the holidays, and it gives the address of the Network: <{address}>."
    page = show(email_of(tmp_path, newsletter(body)).html, INBOXES[0], 600)
    lines = """() => [...document.querySelectorAll(".content a > span")].flatMap((span) => {
      const found = new Map();
      for (const text of [...span.childNodes].filter((node) => node.data)) {
        const range = document.createRange();
        range.selectNode(text);
        for (const { top } of range.getClientRects()) found.set(top, (found.get(top) ?? "") + text.data);
      }
      return [...found.values()];
    })"""
    assert page.evaluate(lines) == [address]
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate(lines) == ["network@communitycatalysts.", "co.uk"]


def test_picture_keeps_its_proportions_on_a_phone(show: Show, tmp_path: Path) -> None:
    page = show(email_of(tmp_path, newsletter("## A\n\n![A bench](bench.png){ width=4000 }")).html, INBOXES[0], 320)
    width, height = page.evaluate("(({width, height}) => [width, height])(document.images[0].getBoundingClientRect())")
    assert width / height == pytest.approx(4 / 3, rel=0.05)


def test_email_of_each_tool_passes_axe(show: Show) -> None:
    """They differ in links and lines of text, which have the colours and sizes of ``golden()``: all rules judge it."""
    found = {}
    for tool in sorted({*HTML_TOOLS} - {"generic"}):
        page = show(golden(tool), INBOXES[0], 375)
        found[tool] = axe_violations(page, without=(*OF_WHOLE_PAGES, *COLOURS, "target-size"))
    assert {tool: violations for tool, violations in found.items() if violations} == {}


def test_preheader_is_hidden(show: Show) -> None:
    page = show(golden(), INBOXES[0], 600)
    assert "What grew, and who planted it." not in page.inner_text("body")
    assert "What grew, and who planted it." in page.evaluate("document.body.textContent")


def test_email_loads_only_pictures_of_the_site(page: Page, frozen_site: Path) -> None:
    asked: list[str] = []

    def refuse(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    page.route("**/*", refuse)
    emails = sorted(frozen_site.glob("newsletters/*/email/generic.html"))
    for email in emails:
        page.set_content(email.read_text(encoding="utf-8"))
    assert emails
    assert [url for url in asked if not url.startswith("https://www.lacnetwork.org/")] == []
