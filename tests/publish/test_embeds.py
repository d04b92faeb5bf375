"""Whatever an editor writes into a page's text, no reader's browser asks another host because of it."""

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Route

from newsroom.publish.embeds import without_foreign_loads
from newsroom.translations import Translations
from tests.support import open_newsroom, small_newsroom
from tests.support.growth import grows_linearly
from tests.support.loads import foreign_loads
from tests.support.pieces import story

WORDS = Translations("en")
SITE = "https://elm.example/"


def rewritten(html: str) -> str:
    return without_foreign_loads(html, SITE, WORDS)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(
            '<iframe width="5" src="https://www.youtube-nocookie.com/embed/ab" title="Elms & us"></iframe> After.',
            '<p><a href="https://www.youtube.com/watch?v=ab">Watch the video: Elms &amp; us</a></p> After.',
            id="a video in a frame",
        ),
        pytest.param(
            '<iframe src="https://www.youtube.com/embed/ab?list=PL1&amp;start=90" title="Elms"></iframe>',
            '<p><a href="https://www.youtube.com/watch?v=ab&amp;list=PL1&amp;t=90s">Watch the video: Elms</a></p>',
            id="a video that starts later",
        ),
        pytest.param(
            "<p>See <iframe src=//maps.example/x>no <b>frames</iframe>.</p>",
            '<p>See <a href="https://maps.example/x">Open it on the web</a>.</p>',
            id="a frame among words",
        ),
        pytest.param(
            '<video controls poster="https://o.example/p.jpg"><source src="https://o.example/a.mp4">Old.</video>',
            '<p><a href="https://o.example/a.mp4">Watch the video</a></p>',
            id="a video",
        ),
        pytest.param(
            '<audio src="https://o.example/a.mp3" title="Rain"></audio>',
            '<p><a href="https://o.example/a.mp3">Listen: Rain</a></p>',
            id="a sound",
        ),
        pytest.param(
            '<video poster="//o.example/p.jpg"><source src="//o.example/a.webm"><source src="a.mp4">'
            '<track src="//o.example/a.vtt"></video>',
            '<video><source src="a.mp4"></video>',
            id="a video of ours with parts of others",
        ),
        pytest.param(
            '<p><img alt="An <elm>" src="HTTPS&colon;//O.example/a.png?a&amp;b" width="4"></p>',
            '<p><a href="HTTPS://O.example/a.png?a&amp;b">An &lt;elm&gt;</a></p>',
            id="a picture",
        ),
        pytest.param(
            '<img src="\\\\o.example\\a.png">',
            '<a href="https://o.example/a.png">A picture</a>',
            id="a picture without words",
        ),
        pytest.param(
            '<a href="https://e.example/"><img alt="Elm" src="//o.example/a.png"></a>',
            '<a href="https://e.example/">Elm</a>',
            id="a picture in a link",
        ),
        pytest.param(
            '<img src="a.jpg" srcset="a.jpg 1x, //o.example/b.jpg 2x" alt="A">',
            '<img src="a.jpg" alt="A">',
            id="a picture of ours in sizes of others",
        ),
        pytest.param(
            '<p onclick="go()" style="background:url(https://o.example/a)" class="lead">Words</p>',
            '<p class="lead">Words</p>',
            id="what a tag may carry",
        ),
        pytest.param(
            'a<script src="https://o.example/a.js">"</p>"</script>b<style>@import "//o.example"</style>c'
            '<link rel="preconnect" href="//o.example">d<meta http-equiv="refresh" content="0;//o.example">e'
            '<base href="/x/">f',
            "abcdef",
            id="what shows nothing",
        ),
        pytest.param(
            '<object data="https://o.example/a.pdf" title="The plan"><embed src="https://o.example/a.pdf"></object>',
            '<p><a href="https://o.example/a.pdf">The plan</a></p>',
            id="an object",
        ),
        pytest.param(
            '<form action="https://o.example/"><input type="image" src="//o.example/a" alt="Go"></form>',
            '<form><input type="image" alt="Go"></form>',
            id="a form",
        ),
        pytest.param(
            '<svg><image href="https://o.example/a"/><use xlink:href="//o.example/b#c"/>'
            '<path fill="url(//o.example/)"/></svg>',
            "<svg><image /><use /><path /></svg>",
            id="a drawing",
        ),
        pytest.param(
            '<a href="https://e.example/" ping="//o.example/">x</a><a href=" java\nscript:go()">y</a>',
            '<a href="https://e.example/">x</a><a>y</a>',
            id="links",
        ),
        pytest.param(
            '<noscript><img src="//o.example/a" alt="A"></noscript>',
            '<a href="https://o.example/a">A</a>',
            id="without scripts",
        ),
        pytest.param(
            '<pre class="mermaid">a</pre><i data-md-component="source">b</i>',
            "<pre>a</pre><i>b</i>",
            id="what the theme loads for",
        ),
        pytest.param(
            'Words <img src="https://o.example/ <b>more</b>',
            'Words &lt;img src="https://o.example/ &lt;b>more&lt;/b>',
            id="a tag without an end",
        ),
        pytest.param("<<script></script>img src=//o.example/>", "&lt;img src=//o.example/>", id="a tag made of two"),
        pytest.param(
            "<textarea><img src=//o.example/>",
            "<textarea>&lt;img src=//o.example/></textarea>",
            id="a field without an end",
        ),
        pytest.param(
            '<iframe srcdoc="<img src=//o.example/>" title="A map"></iframe>', "", id="a frame of its own words"
        ),
        pytest.param(
            '<embed src="plan.pdf" title="The plan">',
            '<p><a href="plan.pdf">The plan</a></p>',
            id="our own file in a frame",
        ),
    ],
)
def test_a_link_stands_in_its_place(html: str, expected: str) -> None:
    assert rewritten(html) == expected
    assert foreign_loads(expected) == []
    assert rewritten(expected) == expected


@pytest.mark.parametrize(
    "html",
    [
        '<iframe src="tour/index.html" title="A tour">No frames</iframe>',
        '<video controls poster="a.jpg"><source src="a.mp4"><track src="a.vtt"></video>',
        '<img src="https://elm.example/a.jpg" alt=""><img src="//ELM.example/a.jpg" alt=\'\'>',
        '<img src="data:image/png;base64,AA//AA" srcset="a.jpg 1x,\n b.jpg 2x" alt=A>',
        '<p style="background: url(data:image/png;base64,iVBO//8=); color:red">x</p><style>p{color:red}</style>',
        '<a href="https://o.example/" title="https://o.example/" target="_blank">https://o.example/</a>',
        '<blockquote cite="https://o.example/">Words</blockquote><i itemtype="https://schema.org/Person">A</i>',
        '<svg xmlns="http://www.w3.org/2000/svg"><title>Elm</title><use href="#a" fill="url(#b)"/></svg>',
        '<form action="mailto:a@elm.example"><input value="//x"></form>',
        "<!-- <img src=//o.example/> --> 1 < 2 & 3 > 2 <3 </> <!DOCTYPE x> <p/ >",
        "<ul><li>One<li>Two</UL>\r\n<Br\n/>",
    ],
)
def test_what_asks_no_one_stays_byte_for_byte(html: str) -> None:
    assert rewritten(html) == html
    assert foreign_loads(html) == []


AWAY = (
    *("https://o.example/a", "//o.example/a", " \nHTTP://o.example", "\\\\o.example", "ht\ttps://o.example/x"),
    *("/\\o.example", "https&colon;&sol;/o.example", "https:o.example", "https://elm.example@o.example/"),
    "https://elm.example.o.example/",
)
ATTRIBUTES = (
    *("src", "SRC", "href", "xlink:href", "data", "poster", "srcset", "action", "formaction", "background", "onload"),
    *("ping", "srcdoc", "title", "alt"),
)
NAMES = (
    *("img", "IMG", "iframe", "video", "audio", "source", "track", "script", "style", "link", "a", "p", "div", "svg"),
    *("math", "title", "textarea", "noscript", "object", "embed", "form", "input", "image", "use", "base", "td"),
    *("table", "template", "select", "plaintext", "xmp", "body", "button", "mi"),
)
GLUE = (
    *("<", ">", '"', "'", "/", "=", " ", "<!--", "-->", "--!>", "<![CDATA[", "]]>", "</", "<!", "<?", "&lt;", "words"),
    *("url(//o.example/x)", "@import '//o.example'"),
)


@st.composite
def messes(draw: st.DrawFn) -> str:
    """HTML of every sort of tag, whole and broken, in any order."""
    parts = []
    for _ in range(draw(st.integers(1, 8))):
        name = draw(st.sampled_from(NAMES))
        quote = draw(st.sampled_from(("", '"', "'")))
        kind = draw(st.integers(0, 3))
        if kind == 0:
            parts.append(draw(st.sampled_from(GLUE)))
        elif kind == 1:
            parts.append(f"</{name}{draw(st.sampled_from(('', ' ', '/', ' title=')))}>")
        else:
            carried = draw(
                st.lists(st.tuples(st.sampled_from(ATTRIBUTES), st.sampled_from((*AWAY, *GLUE, "a.jpg"))), max_size=3)
            )
            spaces = draw(st.sampled_from((" ", "/", "\n", "")))
            parts.append(f"<{name} {spaces.join(f'{key}={quote}{value}{quote}' for key, value in carried)}>")
    return "".join(parts)


@given(messes())
def test_no_mess_asks_another_host(html: str) -> None:
    once = rewritten(html)
    assert foreign_loads(once) == []
    assert rewritten(once) == once


SAFE_NAMES = ("p", "em", "ul", "li", "table", "td", "h2", "a", "img", "video", "details", "svg", "br")


@given(
    st.lists(
        st.one_of(
            st.text(alphabet="ab &;>\n\"'=é", max_size=8),
            st.builds("</{}>".format, st.sampled_from(SAFE_NAMES)),
            st.builds(
                "<{} {}={}{}{}>".format,
                st.sampled_from(SAFE_NAMES),
                st.sampled_from(("title", "src", "href", "class", "width", "style")),
                quote := st.shared(st.sampled_from(('"', "'"))),
                st.sampled_from(("a.jpg", "../b/?c&amp;d#e", "", "5", "data-a", "color red", "a > b")),
                quote,
            ),
        )
    )
)
def test_html_that_loads_nothing_comes_back_as_it_is(parts: list[str]) -> None:
    html = "".join(parts)
    assert rewritten(html) == html


@pytest.mark.parametrize(
    "piece", ['<a title="', "<!--", "<video>", "<style>", "<p ", "<", "<img src=//o>", "</", "\\(", "<a style='\\"]
)
def test_hostile_html_costs_no_more_than_its_length(piece: str) -> None:
    assert grows_linearly(lambda count: rewritten(piece * count), 3_000)


def test_a_page_has_the_link_in_its_own_language(tmp_path: Path) -> None:
    text = 'Words\n\n<iframe src="https://player.vimeo.com/video/5"></iframe>'
    stories = {"stories/the-garden.md": story(text), "stories/gardd.cy.md": story(text)}
    build = open_newsroom(tmp_path, {**small_newsroom(), **stories})
    for path, lang in (("stories/the-garden.md", "en"), ("stories/gardd.cy.md", "cy")):
        shown = build.page_html(path)
        words = Translations(lang)("recording.watch_untitled")
        assert shown == f'<p>Words</p>\n<p><a href="https://vimeo.com/5">{words}</a></p>'


class _Server(http.server.ThreadingHTTPServer):
    page = b""


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        assert isinstance(self.server, _Server)
        self.wfile.write(self.server.page if self.path == "/" else b"")

    def log_message(self, *_args: object, **_more: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[_Server]:
    running = _Server(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield running
    running.shutdown()
    running.server_close()
    thread.join()


LOADING = (
    '<img src="https://o{}.example/a.png" alt="A">',
    '<img srcset="//o{}.example/b.png 1x" src="own.png" alt="A">',
    '<iframe src="https://o{}.example/c"></iframe>',
    '<video src="https://o{}.example/d.mp4" poster="//op{}.example/e.jpg" preload="auto"></video>',
    '<script src="https://o{}.example/f.js"></script>',
    '<link rel="stylesheet" href="https://o{}.example/g.css">',
    "<style>@import 'https://o{}.example/h.css';</style>",
    '<p style="background: u\\72l(https://o{}.example/i.png)">Words</p>',
    '<object data="https://o{}.example/j"></object><embed src="https://oe{}.example/k">',
    '<svg width="9" height="9"><image width="9" height="9" href="https://o{}.example/l.png"/></svg>',
    '<input type="image" src="https&colon;//o{}.example/m.png" alt="Go">',
    '<table background="//o{}.example/n.png"><tr><td>Words</td></tr></table>',
    '<img src="own.gif" onerror="fetch(\'https://o{}.example/o\')" alt="">',
)


@pytest.mark.parametrize("is_rewritten", [True, False])
def test_a_browser_asks_no_other_host(browser: Browser, server: _Server, *, is_rewritten: bool) -> None:
    """The same page unchanged asks them all, which shows that the list is one of things that load."""
    own = f"http://127.0.0.1:{server.server_port}/"
    body = "\n".join(piece.replace("{}", str(number)) for number, piece in enumerate(LOADING))
    html = without_foreign_loads(body, own, WORDS) if is_rewritten else body
    server.page = f"<!doctype html><title>A</title>{html}".encode()
    asked: set[str] = set()

    def answer(route: Route) -> None:
        if route.request.url.startswith(own):
            route.continue_()
        else:
            asked.add(route.request.url.split("/")[2].split(".")[0])
            route.abort()

    page = browser.new_page()
    page.route("**/*", answer)
    page.goto(own, wait_until="load")
    page.wait_for_timeout(300)
    page.close()
    hosts = {f"o{number}" for number in range(len(LOADING))} | {"op3", "oe8"}
    assert asked == (set() if is_rewritten else hosts)
