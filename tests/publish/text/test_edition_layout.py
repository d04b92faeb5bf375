"""The sections of an edition's page: the opening, and the others by what they have."""

import pytest
from lxml.html import HtmlElement

from newsroom.markup import text_tree
from newsroom.markup.tree import serialise_html
from newsroom.publish.text.edition_layout import arrange_sections, split_opening
from tests.support.markup import render

NOTE = "One short note."
LONG = "A long note. " * 20


def arranged(text: str) -> HtmlElement:
    """The tree of an edition's text, arranged."""
    rendered = render(text)
    root = text_tree(rendered, str)
    for paragraph in root.xpath("//p[. = 'CARD']"):
        paragraph.tag, paragraph.text = "article", "Card"
        paragraph.set("class", "nw-card nw-linkcard")
    arrange_sections(root, rendered.outline)
    return root


def outline(root: HtmlElement) -> list[tuple[str, list[str]]]:
    """The class of each part, and the tags or classes in it."""
    parts = [*root.find_class("nw-opening"), *(part for rest in root.find_class("nw-rest") for part in rest)]
    assert [*root] == [part for part in root if part.get("class") in ("nw-opening", "nw-rest")]
    return [(part.get("class", "").replace("nw-", ""), [_name(child) for child in part]) for part in parts]


def _name(element: HtmlElement) -> str:
    names = (element.get("class") or "").split()
    return names[-1] if names else str(element.tag)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("opening", [])]),
        ("Words.", [("opening", ["p"])]),
        (f"## Hello\n\nA.\n\n## B\n\n{LONG}", [("opening", ["h2", "p"]), ("section", ["h2", "p"])]),
        (f"Before.\n\n## Hello\n\n{LONG}", [("opening", ["p"]), ("section", ["h2", "p"])]),
        (
            f"## A\n\nA.\n\n## B\n\n{NOTE}\n\n{NOTE}",
            [("opening", ["h2", "p"]), ("section section--note", ["h2", "p", "p"])],
        ),
        (f"## A\n\nA.\n\n## B\n\n{NOTE}\n\n### C", [("opening", ["h2", "p"]), ("section", ["h2", "p", "h3"])]),
        ("## A\n\nA.\n\n## B\n\n- One\n- Two", [("opening", ["h2", "p"]), ("section section--list", ["h2", "ul"])]),
        ("## A\n\nA.\n\n## B", [("opening", ["h2", "p"]), ("section", ["h2"])]),
        ("## A\n\nA.\n\n## B\n\nCARD", [("opening", ["h2", "p"]), ("section", ["h2", "nw-linkcard"])]),
        (
            f"## A\n\nA.\n\n## B\n\n{NOTE}\n\nCARD\n\nCARD\n\n{NOTE}",
            [("opening", ["h2", "p"]), ("section", ["h2", "p", "nw-linkcards", "p"])],
        ),
        (
            "## A\n\nA.\n\n### C\n\nC.\n\n### D\n\n## B\n\n- One",
            [("opening", ["h2", "p"]), ("onwards", ["h3", "p", "h3"]), ("section section--list", ["h2", "ul"])],
        ),
        ("## A\n\n### C\n\n> ## Quoted\n\nA.", [("opening", ["h2", "h3", "blockquote", "p"])]),
        (
            f"## A\n\nA[^1].\n\n## B\n\n{LONG}\n\n[^1]: Note.",
            [("opening", ["h2", "p"]), ("section", ["h2", "p"]), ("section", ["footnote"])],
        ),
    ],
)
def test_sections_are_arranged_by_what_they_have(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert outline(arranged(text)) == expected


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("## A\n\nOne.\n\n## B\n\nTwo.", "One.", "Two."),
        ('<div class="nw-rest">One.</div>\n\n<section>\n\nOne too.\n\n</section>\n\n## B\n\nTwo.', "One too.", "Two."),
        ("## A\n\nOne.", "One.", ""),
    ],
)
def test_opening_is_split_from_the_rest(text: str, first: str, second: str) -> None:
    html = serialise_html(arranged(text))
    opening, rest = split_opening(html)
    assert opening + rest == html
    assert first in opening
    assert first not in rest
    assert second in rest
    assert not second or second not in opening
