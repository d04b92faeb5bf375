"""On phones no word is broken and nothing is wider than the screen; in email also without pictures or styles."""

import re
from itertools import product

import pytest
from playwright.sync_api import Page, Route

from newsroom.publish.email.widths import BOXES
from newsroom.publish.text.text_width import Font
from tests.support import small_newsroom
from tests.support.bodies import shown
from tests.support.browser import text_size
from tests.support.emails import sent_html
from tests.support.images import picture
from tests.support.items import newsletter, publication, story
from tests.support.kinds import PAGES
from tests.support.rendering import published

WIDTHS = (600, 375, 320)
LONG_NAME = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
ADDRESS = "https://www.example.org/a/very/long/address/that/goes/on/and/on.html"


def table(*rows: str) -> str:
    """A table in Markdown; the cells of a row are divided by a comma."""
    lines = [f"| {row.replace(', ', ' | ')} |" for row in rows]
    return "\n".join([lines[0], re.sub(r"[^|]+", "---", lines[0]), *lines[1:]])


TABLES = {
    "dates": table("Date, What", "12 January, A meeting in the hall about the neighbourhood", "3 February, Tea"),
    "four columns": table("Date, What, Where, Who", "12 January, Coordinators meeting, Gloucestershire, Ada Elm"),
    "four short columns": table("A, B, C, D", "1, 2, 3, 4"),
    "three columns": table("Day, Time, Place", "Monday, 10 am, The hall", "Wednesday, 11.30 am, Elm Street"),
    "five columns": table("Area, 2021, 2022, 2023, 2024", "Derby, 11, 12, 13, 14", "Gloucestershire, 1, 2, 3, 4"),
    "sums of money": table("Area, 2022, 2023, 2024", "Derby, £1200000.00, £1300000.00, £1400000.00"),
    "no-break spaces": table("Date, What", "12&nbsp;January&nbsp;2024, Planting&nbsp;bulbs"),
    "words in several elements": table("Neigh**bour**hoods, Northamp*ton*shire", "Glouc**ester**shire, Well-being"),
    "a long name": table("Name, Place", f"Ada, {LONG_NAME}"),
    "addresses": table("Who, Address", f"Ada, <{ADDRESS}>", "Ben, ben.oak.of.the.long.name@council.example.gov.uk"),
    "code": table("Name, Code", "Ada, `local_area_coordination_network(2024)`"),
    "a picture": table("Place, What", "![The bench in the park](bench.png), A bench"),
    "in a quotation": "> " + table("Date, What", "12 January, Northamptonshire").replace("\n", "\n> "),
    "in a list": "- a\n\n    " + table("Date, What", "12 January, Neighbours").replace("\n", "\n    "),
    "layout": "<table><tr><td>one two three</td><td>Northamptonshire</td><td>Gloucestershire</td></tr></table>",
    "spans": '<table><tr><th>A</th><th colspan="2">Bees</th></tr><tr><td rowspan="2">Derby</td><td>Hall</td>'
    "<td>10</td></tr><tr><td>Neighbourhood</td><td>Coordination</td></tr></table>",
}  # fmt: skip
WIDER_THAN_A_COLUMN = ("a long name", "addresses")
"""The tables with words that are wider than the widest column on a page, which is 20rem."""
OTHERS = {
    "code in a nested list": "- a\n    - b\n        - `a_long_name(with_arguments)` and `path/to/a/file/that.html`",
    "an address in a nested list": f"- a\n    - <{ADDRESS}>",
    "words joined by no-break spaces": "&nbsp;".join(["words"] * 30),
    "headings": f"### Gloucestershire-Northamptonshire\n\n#### {LONG_NAME}",
    "a note": f"> [!NOTE]\n> {LONG_NAME} and `path/to/a/file/that.html`",
    "pictures": "![The bench in the park](bench.png)\n\n![decorative](bench.png)\n\n- ![decorative](bench.png)",
    "a video": '<iframe src="https://www.youtube.com/embed/elm-street" title="Spring"></iframe>',
    "cards": f"[The garden](../stories/the-garden.md)\n\n[{LONG_NAME}](../publications/growing.md)",
}
BROKEN_WORDS = """() => {
  const broken = [], nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const node = nodes.currentNode;
    if (node.parentElement.closest(".preheader")) continue;
    for (const word of node.data.matchAll(/[^\\s\\u200b-]+/g)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].filter(box => box.width > 0).map(box => Math.round(box.top)));
      if (lines.size > 1) broken.push(word[0]);
    }
  }
  return broken;
}"""


@pytest.fixture(scope="module")
def email(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The email of an edition with all tables and everything else that could be too wide."""
    body = "\n\n".join(f"## {name}\n\n{text}" for name, text in (TABLES | OTHERS).items())
    image = {"src": "bench.png", "alt": "The bench"}
    cover = {"src": "cover.png", "alt": "A"}
    files: dict[str, str | bytes] = {
        **small_newsroom(),
        "newsletters/2024-03.md": newsletter(body, title="News", subject="Gloucestershire neighbourhoods", image=image),
        "stories/the-garden.md": story(title="Northamptonshire neighbourhoods", image=image),
        "publications/growing.md": publication(title="Neighbourhoods of Gloucestershire", cover=cover),
        **dict.fromkeys(("newsletters/bench.png", "stories/bench.png"), picture(1200, 900)),
        "publications/cover.png": picture(600, 900),
    }  # fmt: skip
    return sent_html(published(tmp_path_factory.mktemp("email"), files)["newsletters/2024-03/email/generic.html"])


@pytest.mark.parametrize(("with_pictures", "with_styles"), [*product((True, False), repeat=2)])
def test_email_fits_its_screen_without_broken_words(
    page: Page, email: str, *, with_pictures: bool, with_styles: bool
) -> None:
    def answer(route: Route) -> None:
        if with_pictures and route.request.resource_type == "image":
            route.fulfill(body=picture(1200, 900), content_type="image/png")
        else:
            route.abort()

    page.route("**/*", answer)
    page.set_content(email if with_styles else re.sub("<style.*?</style>", "", email, flags=re.DOTALL))
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.evaluate(BROKEN_WORDS) == [], width


def test_tables_that_fit_stay_tables(email: str) -> None:
    sections = re.split("<h2[^>]*>", email)
    shown = {section.split("</h2>")[0]: "<th" in section for section in sections}
    kept = {name for name in TABLES if shown[name]}
    assert kept == {"dates", "four short columns", "a picture", "in a list"}


def test_page_fits_its_screen_without_broken_words(page: Page, address: str) -> None:
    page.goto(address + PAGES["story"])
    tables = "\n\n".join(table for name, table in TABLES.items() if name not in WIDER_THAN_A_COLUMN)
    page.evaluate("html => { document.querySelector('.nw-body').innerHTML = html }", shown(tables))
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.evaluate(BROKEN_WORDS) == [], width
    with text_size(page, 200):
        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("tag", ["span", "b", "code"])
def test_words_are_measured_as_wide_as_the_widest_font_shows_them(page: Page, tag: str) -> None:
    words = [
        "Gloucestershire",
        "Neighbourhoods",
        "12",
        "£1,300,000.00",
        "illicitly",
        "Wammwamm",
        "2024-03-01",
        "MEMO",
        "@é_W%",
    ]
    style = f"font-size: {BOXES.text}px; font-family: 'DejaVu Sans{' Mono' if tag == 'code' else ''}'"
    page.set_content("".join(f'<p><{tag} style="{style}">{word}</{tag}></p>' for word in words))
    shown = page.evaluate(f"[...document.querySelectorAll('{tag}')].map(word => word.getBoundingClientRect().width)")
    font = Font(BOXES.text, is_bold=tag == "b", is_code=tag == "code")
    assert [
        (word, width) for word, width in zip(words, shown, strict=True) if not 1 <= font.width(word) / width < 1.25
    ] == []
