"""Links to what is gone leave their words, pictures of it nothing, and everything else stays as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.commands.withdraw.take_out import take_out

HEAD = "---\ntitle: A [her](x.md)\n---\n"


def is_gone(target: str) -> bool:
    """Whether a target is the item at x.md, or its picture."""
    return target.split("#")[0] in ("x.md", "x.jpg", "a (1).jpg", "https://elm.example/stories/x/")


@pytest.mark.parametrize(
    ("text", "left", "lines"),
    [
        ("See [her](x.md).", "See her.", [4]),
        (
            'See [*her* `]` story](<x.md> "Her (x)"){ .button #a }, [us](about.md).',
            "See *her* `]` story, [us](about.md).",
            [4],
        ),
        ("[a [b] c](x.md#part) [d](y.md)", "a [b] c [d](y.md)", [4]),
        ("[two\nlines](x.md)\nend", "two\nlines\nend", [4]),
        ("\\[no](x.md)", "\\[no](x.md)", []),
        ("A\n\n![She](x.jpg)\n\nB", "A\n\nB", [6]),
        ('A ![She\nsmiles](x.jpg "Her") B', "A \n B", [4]),
        ("[![She](x.jpg)](y.md) [![Us](u.jpg)](x.md)", " ![Us](u.jpg)", [4]),
        ("- ![She](x.jpg)\n- [her](x.md)", "- her", [4, 5]),
        ("![She](a\\ \\(1\\).jpg)", "![She](a\\ \\(1\\).jpg)", []),
        ("![She](<a (1).jpg>) end", " end", [4]),
        ("[her][h], [H][] and [h].\n\n[h]: x.md 'Her'\n[i]: y.md", "her, H and h.\n\n[i]: y.md", [4, 6]),
        ("> - [her][h]\n>\n> - [h]: x.md\n>\n>   [i]: y.md", "> - her\n>\n>\n>   [i]: y.md", [4, 6]),
        ("[her][h]\n\n- A\n\n      [h]:\n  <x.md>\n  'Her'\nEnd", "her\n\n- A\n\nEnd", [4, 8]),
        ("[h]:\n\nx.md ends", "[h]:\n\nx.md ends", []),
        ("![She][p]\n\n[p]: <x.jpg>\n\nEnd", "End", [4, 6]),
        (
            '<a class="b" href="x.md">her <b>story</b></a> <img src=x.jpg alt="She"> <img src="y.jpg">',
            'her <b>story</b>  <img src="y.jpg">',
            [4],
        ),
        ('<video controls><source src="x.jpg"></video> end', " end", [4]),
        ("[copy](https://a.example/https://elm.example/stories/x/)",) * 2 + ([],),
        (
            "<https://elm.example/stories/x/> https://elm.example/stories/x/ and https://elm.example/",
            "  and https://elm.example/",
            [4],
        ),
        (
            "`[her](x.md)`\n\n```\n[her](x.md)\n```\n\n[her](x.md)",
            "`[her](x.md)`\n\n```\n[her](x.md)\n```\n\nher",
            [10],
        ),
        ("[broken](x.md", "[broken](x.md", []),
        ("[](x.md) []( ) ](x.md)", " []( ) ](x.md)", [4]),
    ],
)
def test_links_leave_their_words_and_pictures_nothing(text: str, left: str, lines: list[int]) -> None:
    changed, removed = take_out(HEAD + text, is_gone)
    assert changed == HEAD + left
    assert sorted({found.line for found in removed}) == lines


def test_line_ends_stay() -> None:
    text = "---\r\ntitle: A\r\n---\r\n\r\n```\r\n[a](x.md)\r\n```\r\n\r\n![She](x.jpg)\r\n\r\nSee [her](x.md).\r\n"
    changed, removed = take_out(text, is_gone)
    assert changed == text.replace("![She](x.jpg)\r\n\r\n", "").replace("See [her](x.md)", "See her")
    assert [found.line for found in removed] == [9, 11]


@given(st.text(alphabet="[]()!<>`\\\n x.mdjpg:{}\"'#", max_size=60))
def test_any_text_is_read_to_its_end(text: str) -> None:
    changed, removed = take_out(text, is_gone)
    assert changed == text or removed
    assert take_out(changed, is_gone)[0] == changed or removed
