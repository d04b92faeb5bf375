"""Links to what is gone leave their words, pictures of it nothing, and everything else stays as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.commands.withdraw.take_out import take_out

ADDRESSES = ("https://elm.example/stories/x/", "https://elm.example/x")
HEAD = "---\ntitle: A [her](x.md)\n---\n"


def is_gone(target: str) -> bool:
    """Whether a target is the item at x.md, or its picture."""
    return target.split("#")[0] in ("x.md", "x.jpg", "a (1).jpg", "x(1).md", "x\\_(a\\)).md", *ADDRESSES)


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


GONE = "[her](x.md)"
TITLES = ('"Her"', "'Her'", "(Her)", '""', "''", "()", '"it\'s (b"', "'say \"b\"'")
ESCAPED_TITLES = ('"a \\" b"', "'a \\' b'", "(a \\) b)")
PLAYERS = ("video", "audio", "picture", "figure", "OBJECT")
SINGLE_TAGS = ("img", "SOURCE", "track", "embed", "iframe")
AFTER_ADDRESSES = (".", ",", "; a", ":", "!", "?", "</p>", "]", ")")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        *((f"[her](x.md\t{title}) [us](y.md {title})", f"her [us](y.md {title})") for title in TITLES + ESCAPED_TITLES),
        *((f"[her](x.md){more} [us](y.md){more}", f"her [us](y.md){more}") for more in ("{}", "{ .button }")),
        ("[her](x.md \n'b') [us](y.md \n'b') [her](x.md){a\nb}", "her\n [us](y.md \n'b') her{a\nb}"),
        ("[her](x(1).md) [her](x\\_(a\\)).md) [us](y(x).md)", "her her [us](y(x).md)"),
        ("[her](\n x.md\n) [her]( <x.md> )", "her\n her"),
        ("\\![her](x.md)", "\\!her"),
        ("![She](x.jpg) \\!", " \\!"),
        *((f"{mark} [h]: x.md\n\n[her][h]", "her") for mark in ("1.", "23)", "*", "+", "-", ">", "\t>\t-")),
        *((f"[her][ H ]\n\n[h]: x.md{between}{title}", "her\n") for title in TITLES for between in (" ", "\n")),
        ("[her][h]\n\n[h]: x.md \t\r\n\t'Her' \t\r\nEnd", "her\n\nEnd"),
        ("> [her][h]\n>\n> [h]:\t\n> <x.md>\n> 'Her'", "> her\n>"),
        ("[her][h]\n\n[h]: x.md\n'Her' said\n", "her\n\n'Her' said\n"),
        *((text, text) for text in ("See [h]: x.md and [^1]\n\n[^1]: x.md", "[a\nb]: x.md")),
        ("[h] ![h] [h](y.md) [h][i] [a]\n\n[h]: x.md\n", "h  [h](y.md) [h][i] [a]\n"),
        *((f"<{tag} src='x.jpg'>a\n</{tag} > <{tag} src='y'></{tag}>", f" <{tag} src='y'></{tag}>") for tag in PLAYERS),
        *((f"<{tag} a=b src=x.jpg> <{tag} src=y.jpg>", f" <{tag} src=y.jpg>") for tag in SINGLE_TAGS),
        *((f'<video {name} = "x.jpg" src=y></video> end', " end") for name in ("src", "HREF", "poster", "data")),
        ("<A\nHREF='x.md'>her\nown</A > <a href='y.md'>us</a>", "her\nown\n <a href='y.md'>us</a>"),
        *((f"*https://elm.example/x{after}", f"*{after}") for after in AFTER_ADDRESSES),
        *((text, text) for text in (f"{before}https://elm.example/x" for before in "(\"'=/a")),
        *((f"a\n\n{mark} ![She](x.jpg)\n\nb", "a\n\nb") for mark in ("-", "*", "+", ">", "12.", "1)", "> -", "\t")),
        ("- ![She](x.jpg) y", "-  y"),
        *((f"{fence}\n{GONE}\n{end}", f"{fence}\n{GONE}\n{end}") for fence, end in (
            *(("~~~", "~~~"), ("   ```", "   ```"), ("````", f"```\n{GONE}\n````"), ("```", ""), ("`a", "`")),
            *(("```\na ```", "```"), ("```\n``` a", "```"), ("``", f"` {GONE}``")),
        )),
        *((f"{fence}\n{GONE}\n{end}\n{GONE}", f"{fence}\n{GONE}\n{end}\nher") for fence, end in (
            *(("```", "`````"), ("~~~", "~~~~"), ("   ```", "   ``` \t"), ("```", "```\r"), ("`````", "`````")),
        )),
        *((text.replace("her", GONE), text) for text in ("See ~~~\nher", "    ```\nher", "` her", "`a` her `b`")),
        *((text.replace("her", GONE), text) for text in ("`her`` end", "``her` end")),
    ],
)  # fmt: skip
def test_every_form_of_a_link_is_found_and_code_is_not_changed(text: str, left: str) -> None:
    assert take_out(HEAD + text, is_gone)[0] == HEAD + left


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("---\nt: [a](x.md)\n---", ""),
        ("\ufeff---\nt: [a](x.md)\n---\n", "her"),
        ("--- \t\r\nt: [a](x.md)\r\n---\t \n", "her"),
        ("---\n---\n", "her\n\n---\n"),
        ("---\na: b ---\nc: [x](x.md)\n---\n", "her\n\n---\n"),
    ],
)
def test_front_matter_is_not_changed(head: str, body: str) -> None:
    assert take_out(head + body.replace("her", GONE), is_gone)[0] == head + body


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
