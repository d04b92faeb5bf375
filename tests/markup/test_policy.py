"""No HTML from strangers runs, loads, hides or breaks out of its element, in any parser and any output."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.markup import render_markdown
from newsroom.markup.policy import EMAIL, FEED, WEB, AllowList, is_allowed_link, is_on_another_host
from newsroom.markup.tree import parse_html as parse_exactly
from newsroom.publish.email.clean import clean_html
from newsroom.publish.feeds.content import page_content
from newsroom.translations import Translations
from tests.support import open_newsroom, small_newsroom
from tests.support.bodies import SITE, prepared, prepared_tree, shown
from tests.support.html import parse
from tests.support.items import story
from tests.support.loads import foreign_loads

HOSTILE = (
    # mutation: what one parser takes for words, the next takes for tags (https://research.securitum.com/dompurify/)
    "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
    '<math><annotation-xml encoding="text/html"><p><img src=x onerror=alert(1)></p></annotation-xml></math>',
    "<svg><foreignObject><iframe srcdoc='<script>alert(1)</script>'></iframe></foreignObject></svg>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<template><script>alert(1)</script><p title="</template><script>alert(1)</script>">',
    "<title><img src=x onerror=alert(1)></title><textarea><script>alert(1)</script>",
    "<textarea>\n\n<img src=x onerror=alert(1)>\n\n</textarea>",
    "<iframe>\n\n<img src=x onerror=alert(1)>\n\n</iframe>",
    "<xmp><img src=x onerror=alert(1)></xmp><noembed><script>alert(1)</script></noembed>",
    "<plaintext><script>alert(1)</script>",
    "<select><option><style></option></select><img src=x onerror=alert(1)></style>",
    "<style><!--</style><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]><?php <script>alert(1)</script> ?><!x <script>alert(1)</script>",
    "<!-- <!-- --!><script>alert(1)</script> -->",
    "<!--><script>alert(1)</script>-->",
    "<div title='<!--'><script>alert(1)</script><p title='-->'>",
    # one tag made of parts that are left out
    "<<script></script>script>alert(1)<</script>/script>",
    "<scr<script></script>ipt>alert(1)</script>",
    '<a href="x"<!-- >--> onclick=alert(1)>x</a>',
    # addresses that run
    '<a href="java&#x09;script&colon;alert(1)">x</a>',
    '<a href="&#1; JaVaScRiPt:alert(1)">x</a><a href="java\nscript:alert(1)">y</a>',
    "[x](javascript:alert(1)) [y](<java&#10;script:alert(1)>) [z](data:text/html,x) ![w](javascript:alert(1))",
    "[x]\n\n[x]: vbscript:msgbox(1)",
    '<svg><a><animate attributeName=href values="javascript:alert(1)" /><text>x</text></a></svg>',
    '<math href="javascript:alert(1)">x</math><form action="javascript:alert(1)">'
    '<button formaction=javascript:alert(1)>',
    '<object data="javascript:alert(1)"></object><embed src="data:text/html,<script>alert(1)</script>">',
    '<iframe src="javascript:alert(1)"></iframe><frameset><frame src="javascript:alert(1)"></frameset>',
    '<meta http-equiv="refresh" content="0;url=javascript:alert(1)"><base href="//o.example/">'
    '<link rel=import href=//o>',
    # what a tag may carry
    '<p onclick=alert(1) onpointerrawupdate=alert(1) autofocus tabindex=1 contenteditable popover>x</p>',
    '<img src=x.png onerror=alert(1) name=currentScript id=getElementById usemap=#x longdesc=//o.example/>',
    '<p style="background:url(//o.example/);position:fixed;inset:0">x</p>'
    '<p style="text-align:left;@import \'//o\'">y</p>',
    '<p style="--x:url(//o.example/);text-align:expression(alert(1))">x</p>'
    '<p style="te\\78t-align:url(//o.example)">y</p>',
    '<a href=x ping=//o.example/ attributionsrc=//o.example/ target=_top>x</a>',
    '<a href=//o.example target=win rel="Opener me">x</a><a href=//o.example target=_blank rel=opener>y</a>',
    '<img src=a.png alt=a srcset="a.png 1x, JAVASCRIPT:alert(1) 2x">',
    '<a href=a.pdf download=invoice.hta>x</a><p {x>y</p><a {x}href=//o.example {>z</a>',
    '<div class="md-header nw-dialog js-open" is="x-y" slot="z" part="p" nonce="n" data-md-component="search">x</div>',
    "[x](y.md){ name=currentScript target=_top id=content .md-header srcdoc=x onclick=alert(1) }",
    '<audio src=a.mp3 autoplay loop onplay=alert(1)></audio><video src=//o.example/a.mp4 poster=//o.example/b>',
    # reaching out of its place
    "</div></main></body><footer>Ours</footer><body onload=alert(1)>",
    "</td></tr></table></p></article><table><form><tr><td></form><form><input type=password name=p>",
    "<dialog open><form method=dialog><input type=password><textarea></textarea></form></dialog>",
    "<details ontoggle=alert(1) open><summary>x</summary><body style='display:none'>",
)  # fmt: skip
_NEVER = frozenset({"script", "style", "iframe", "svg", "math", "form", "textarea", "template", "noscript", "dialog"})
_FRAME = frozenset({"html", "head", "body"})


def offences(html: str, allowed: AllowList, more: frozenset[str] = frozenset()) -> Iterator[str]:
    """The parts of a browser's tree of the HTML (from html5lib) that the list does not allow."""
    for element in parse(html).iter():
        tag = element.tag if isinstance(element.tag, str) else "comment"
        if tag not in allowed.tags | _FRAME or tag in _NEVER:
            yield f"<{tag}>"
        for name, value in element.items():
            if (not allowed.allows(tag, name) and name not in more) or name == "data-embed":
                yield f"<{tag} {name}={value!r}>"
            addresses = [part.split()[0] for part in value.split(",")] if name == "srcset" else [value]
            if name in ("href", "src", "srcset", "poster") and not all(map(is_allowed_link, addresses)):
                yield f"<{tag} {name}={value!r}>"
            if name in ("download", "rel", "target") and value.lower() not in ("", "me", "_blank"):
                yield f"<{tag} {name}={value!r}>"
            if name == "style" and not re.fullmatch("text-align: (left|right|center);", value):
                yield f"<{tag} {name}={value!r}>"


def assert_outputs_are_safe(text: str) -> None:
    """Look at a text's page, feed entry and email as a browser does."""
    own = frozenset({"class", "style", "disabled", "type", "tabindex"})
    page, whole = shown(text), prepared(text)
    assert list(offences(page, WEB, own)) == []
    assert foreign_loads(page) == []
    assert list(offences(page_content(prepared_tree(text), f"{SITE}stories/a/"), FEED)) == []
    assert list(offences(clean_html(whole), EMAIL, own)) == []
    assert as_seen(parse_exactly(whole)) == as_seen(parse(f"<!doctype html><body>{whole}").find("body"))


def as_seen(element: Element | None) -> list[object]:
    """An element's content, for comparing the trees of two parsers."""
    assert element is not None
    children = ([child.tag, *as_seen(child), child.tail or ""] for child in element)
    return [(element.text or "").lstrip("\n"), *children]


@pytest.mark.parametrize("written", HOSTILE)
def test_hostile_html_is_removed(written: str) -> None:
    assert_outputs_are_safe(written)
    assert_outputs_are_safe(f"- A garden {written} grew.\n\n<div>\n\n{written}\n\n</div>")


NAMES = (
    *(
        "a",
        "b",
        "p",
        "div",
        "img",
        "video",
        "source",
        "table",
        "td",
        "ul",
        "li",
        "details",
        "span",
        "pre",
        "h2",
        "input",
    ),
    *("svg", "math", "mtext", "mglyph", "style", "script", "title", "textarea", "noscript", "template", "iframe"),
    *("object", "select", "option", "xmp", "plaintext", "form", "button", "body", "frameset", "image", "foreignObject"),
)
ATTRIBUTES = (
    "src",
    "HREF",
    "srcset",
    "poster",
    "onload",
    "style",
    "title",
    "alt",
    "class",
    "hidden",
    "data-embed",
    "id",
)
VALUES = (
    *(
        "a.jpg",
        "//o.example/x",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "https&colon;//o.example",
        "\\\\o.example",
    ),
    *("</style>", "<img src=//o.example>", "-->", "text-align:left", "display:none", "url(//o.example)", ""),
    *("newsroom-target:0", "newsroom-target:9"),
)
GLUE = (
    *(
        "<",
        ">",
        '"',
        "'",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "</",
        "<!",
        "&lt;",
        "words",
        "\n\n",
        "- ",
        "> ",
        "`",
        "[x](",
    ),
    *(
        "![x](",
        "//o.example/)",
        "javascript:alert(1))",
        "\n## Head\n",
        "[^1]",
        "&#1;",
        "\u2028",
        "\ue000",
        "|",
        "{",
        "}",
    ),
)


@st.composite
def messes(draw: st.DrawFn) -> str:
    """HTML with all kinds of tags, valid and broken, in Markdown."""
    parts = []
    for _ in range(draw(st.integers(1, 10))):
        name, kind = draw(st.sampled_from(NAMES)), draw(st.integers(0, 3))
        if kind == 0:
            parts.append(draw(st.sampled_from(GLUE)))
        elif kind == 1:
            parts.append(f"</{name}>")
        else:
            quote = draw(st.sampled_from(("", '"', "'")))
            carried = draw(st.lists(st.tuples(st.sampled_from(ATTRIBUTES), st.sampled_from(VALUES)), max_size=3))
            parts.append(f"<{' '.join([name, *(f'{key}={quote}{value}{quote}' for key, value in carried)])}>")
    return "".join(parts)


@given(messes())
def test_generated_html_is_cleaned(text: str) -> None:
    assert_outputs_are_safe(text)


@pytest.mark.parametrize(
    ("written", "page"),
    [
        pytest.param("<p hidden>secret</p>", "", id="hidden"),
        pytest.param('<p style="color: red; DISPLAY : none !important">secret</p>', "", id="a style"),
        pytest.param("a <b popover>secret <i>more</i></b> c", "<p>a  c</p>", id="popover"),
        pytest.param("<font color=red>shown</font><my-card>too</my-card>", "<p>showntoo</p>", id="unknown elements"),
        pytest.param("<center>a<b hidden>b</b></center>", '<div style="text-align: center;">a</div>', id="centred"),
        pytest.param("<h3 ALIGN=Right>a</h3>", '<h3 style="text-align: right;">a</h3>', id="an alignment"),
        pytest.param("<p align=left style=text-align:end>a</p>", '<p style="text-align: end;">a</p>', id="two of them"),
        pytest.param("<p align=middle>a</p>", "<p>a</p>", id="an unknown alignment"),
        pytest.param("<form>a<input name=x><button>b</button></form>", "ab", id="a form's words"),
        pytest.param('<a name="top">x</a>', '<p><a id="top">x</a></p>', id="an old anchor"),
        pytest.param("a<script>b</script><style>c</style><svg>d</svg>e", "<p>ae</p>", id="no words"),
        pytest.param('<p style="text-align:right;color:red" class="lead md-x headerlink">a</p>',
                     '<p style="text-align: right;" class="lead">a</p>', id="parts of attributes"),
        pytest.param("<input type=checkbox checked onclick=x> ",
                     '<input type="checkbox" checked="" disabled=""/>', id="a task"),
    ],
)  # fmt: skip
def test_allowed_parts_are_kept(written: str, page: str) -> None:
    assert shown(written) == page


def test_policy_drops_nothing_that_markdown_makes() -> None:
    text = """\
# A heading { #garden }

- [x] done
- [ ] to do

3. three

| a | b | c |
|:--|:-:|--:|
| 1 | 2 | 3 |

> [!WARNING]
> Take care.[^1] ~~Not~~ :smile: `code` HTML

![A tree](tree.png "By Ann") [Join](a.md){ .button } https://elm.example <b>x</b>

```python
words
```

*[HTML]: A language

[^1]: A note.
"""
    assert [tag.name for tag in render_markdown(text, Translations("en")).outline.tags] == ["b"]
    assert shown(text).count('<li class="task-list-item">') == 2


def test_task_box_is_a_symbol_in_feed() -> None:
    html = page_content(prepared_tree("- [x] done\n- [ ] to do"), SITE)
    assert html == "<ul>\n<li>☑ done</li>\n<li>☐ to do</li>\n</ul>"


@pytest.mark.parametrize(
    ("address", "is_away"),
    [
        *((address, True) for address in ("https://o.example/a", "//o.example/a", " \nHTTP://o.example")),
        *((address, True) for address in ("ht\ttps://o.example/x", "/\\o.example", "https:o.example", r"\\o.example")),
        *((address, True) for address in ("https://elm.example@o.example/", "https://elm.example.o.example/")),
        *((address, False) for address in ("a.png", "/a.png", "//ELM.example/a", "https://elm.example", "#x", "")),
    ],
)  # fmt: skip
def test_other_host_is_recognised_in_all_spellings(address: str, is_away: bool) -> None:
    assert is_on_another_host(address, SITE) is is_away


def test_javascript_link_is_removed_from_preview(tmp_path: Path) -> None:
    """In a preview errors stop nothing, so that the policy has to hold without the checks."""
    text = story("[x](javascript:alert(1)) <a href='javascript:alert(1)'>y</a>", draft=True)
    build = open_newsroom(tmp_path, small_newsroom() | {"stories/x.md": text}, preview=True)
    assert build.page_html("stories/x.md") == "<p>x <a>y</a></p>"
