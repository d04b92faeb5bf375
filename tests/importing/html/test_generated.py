"""Generated HTML, with awkward characters in awkward places, makes a page that has what the HTML has."""

from html import escape

from hypothesis import given
from hypothesis import strategies as st

from newsroom.importing.html import html_to_markdown
from tests.support.round_trip import round_trip

_WORDS = st.sampled_from(
    (
        *("elm", "Oak", "ŵyl", "1", "1.", "2)", "1988.", "-", "+", "--", "---", "- - -", "=", "===", "*", "**"),
        *("***", "_", "__init__", "_a_", "snake_case", "a*b", "*a", "a*", "2*3*4", "~", "~~", "~~~", "~a~", "`"),
        *("``", "`a`", "[", "]", "[x]", "[ ]", "[a](b)", "](", "[^1]", "[^1]:", "[a]:", "[[a]]", "(", ")", "!"),
        *("![", "![a](b)", "!!!", "!!! note", "??? note", "#", "##", "#tag", "# a", ">", "> a", "<", "<b>", "<b"),
        *("</p>", "<!--", "-->", "<?", "&", "&amp;", "&copy;", "&#42;", "|", "| a |", "|---|", ":--", ":", ": a"),
        *(":+1:", ":smile:", "*[HTML]:", "*[a]: b", "{", "{x}", "{.button}", "{ #a }", "{a=b}", "'", "“a”", "…"),
        *("$", "https://elm.example/a_b_", "jo_elm@elm.example", "http://", "^", "🙂", ".", ",", "…", "x-", "-x"),
        *("[!NOTE]", "</details>", "<details>", "{{a}}", "%", "@", "a@b", "/", "//", "\\", "\\\\", "\\*", "a\\"),
        *(":   a", '"', "www.elm.example ", "10\u00a0000", "\u00a0", "a\u200bb", "<https://elm.example> ", "\t"),
        *("\n",),
    )
)
_ADDRESSES = st.sampled_from(
    (
        *(
            "https://elm.example/",
            "https://elm.example/a_(b)?c=1&copy=2",
            "https://elm.example/a)b",
            "mailto:jo@elm.example",
        ),
        *("/a b", "a.md", "https://elm.example/*a*_b_", "/a%5C", "https://elm.example/<a>"),
    )
)
_TAGS = ("b", "strong", "i", "em", "s", "del", "code", "sup", "sub", "span", "u", "mark", "kbd")
_texts = st.lists(st.tuples(_WORDS, st.sampled_from(("", " ", " "))), min_size=1, max_size=4).map(
    lambda words: "".join(f"{escape(word)}{' ' if '//' in word else gap}" for word, gap in words)
)


def _wrap(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    tagged = st.builds(lambda tag, text: f"<{tag}>{text}</{tag}>", st.sampled_from(_TAGS), inner)
    linked = st.builds(lambda address, text: f'<a href="{escape(address)}">{text}</a>', _ADDRESSES, inner)
    several = st.lists(inner, min_size=2, max_size=3).map("".join)
    return st.one_of(tagged, linked, several, tagged)


_breaks = st.sampled_from(("<br>", " <br> ", "<br><br>"))
_pictures = st.builds(lambda alt: f'<img src="a.png" alt="{escape(alt)}">', _WORDS)
_inline = st.recursive(st.one_of(_texts, _texts, _texts, _breaks, _pictures), _wrap, max_leaves=6)
_words_only = st.recursive(_texts, _wrap, max_leaves=4)
_lines = _inline.map(lambda text: text.replace("<br><br>", "<br>"))
_cells = st.builds(lambda tag, text: f"<{tag}>{text}</{tag}>", st.sampled_from(("td", "th")), _lines)
_tables = st.lists(st.lists(_cells, min_size=2, max_size=3).map("".join), min_size=1, max_size=3).map(
    lambda rows: "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
)
_leaves = st.one_of(
    *(st.builds(f"<{tag}>{{}}</{tag}>".format, _inline) for tag in ("p", "p", "div")),
    *(st.builds(f"<{tag}>{{}}</{tag}>".format, _words_only) for tag in ("h2", "h3", "h4")),
    _inline,
    st.just("<hr>"),
    _tables,
    st.builds("<pre>{}</pre>".format, _texts),
)


def _nest(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    blocks = st.lists(inner, min_size=1, max_size=3).map("".join)
    items = st.lists(blocks, min_size=1, max_size=3).map(lambda texts: "".join(f"<li>{text}</li>" for text in texts))
    return st.one_of(
        st.builds("<ul>{}</ul>".format, items),
        st.builds('<ol start="{}">{}</ol>'.format, st.sampled_from((1, 1, 3, 99)), items),
        st.builds("<blockquote>{}</blockquote>".format, blocks),
        st.builds("<div>{}</div>".format, blocks),
        st.builds("<b>{}</b>".format, blocks),
    )


HTML = st.lists(st.recursive(_leaves, _nest, max_leaves=5), min_size=1, max_size=3).map("".join)


@given(HTML)
def test_page_has_what_the_html_has(html: str) -> None:
    expected, page = round_trip(html)
    assert page == expected, html_to_markdown(html).markdown
