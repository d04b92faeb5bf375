"""Raw HTML is parsed as browsers parse it, whatever is in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.markup.policy import WEB
from newsroom.markup.raw_html import HtmlPart, read_raw_html
from newsroom.markup.tree import parse_html as parse_exactly
from tests.support.bodies import shown
from tests.support.emails import FORBIDDEN, adapt_html

KEPT = (
    *("div", "p", "span", "b", "a", "table", "tbody", "tr", "td", "th", "caption", "colgroup", "col", "details", "h2"),
    *("summary", "ul", "li", "dl", "dd", "dt", "pre", "ruby", "rt", "article", "hr", "br", "img", "section", "em"),
)
"""Elements that pages may have."""
REMOVED = (
    "select",
    "option",
    "template",
    "svg",
    "math",
    "title",
    "frameset",
    "textarea",
    "form",
    "button",
    "plaintext",
)
IGNORED = ("html", "head", "body")


def texts(*names: str) -> st.SearchStrategy[str]:
    """Tags of some elements, opened and closed in any order, with words among them."""
    tags = st.builds("<{}{}>".format, st.sampled_from(("", "/")), st.sampled_from(names))
    return st.lists(tags | st.sampled_from(("words", "\n", "<p hidden>")), max_size=14).map("".join)


@settings(max_examples=300, deadline=None)
@given(texts(*KEPT, *IGNORED))
def test_tree_is_the_one_that_browsers_build(html: str) -> None:
    """nh3 parses as browsers do, too."""
    plain = html.replace(" hidden", "")
    assert WEB.clean(read_raw_html([HtmlPart(plain, 1)]).html) == WEB.clean(plain)


@settings(max_examples=200, deadline=None)
@given(texts(*KEPT, *IGNORED, *REMOVED))
def test_no_html_stops_a_page_or_an_email(html: str) -> None:
    email = parse_exactly(adapt_html(shown(html)))
    assert FORBIDDEN.isdisjoint(element.tag for element in email.iter())
    assert "hidden" not in {name for element in email.iter() for name in element.attrib}


@pytest.mark.parametrize(
    ("html", "page"),
    [
        ("<div>\n</body>\n<body>\na</div>", "<div>\n\n\na</div>"),
        ("<html><body>a</body></html>b<frameset>c", "abc"),
        ("<table><tr><td>a<table><tr><td>b", "<td>a<table><tbody><tr><td>b</td></tr></tbody></table></td>"),
        ("<table>a<table><tr><td>b", "a<table></table><table><tbody><tr><td>b</td></tr></tbody></table>"),
        ("<table><tr><p>a</p><td>b", "<p>a</p><table><tbody><tr><td>b</td></tr></tbody></table>"),
        ("<select><option>a</select>b", "b"),
        ("<div>a<isindex prompt=c>b</div>", "<div>ab</div>"),
        ("<basefont>a<frame>b", "ab"),
    ],
)
def test_misplaced_tags_lose_no_words(html: str, page: str) -> None:
    assert page in shown(html)
