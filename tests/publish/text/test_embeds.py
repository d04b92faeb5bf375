"""Whatever an editor writes into a page's text, no reader's browser asks another host because of it."""

import http.server
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route

from newsroom.translations import Translations
from tests.support.bodies import Place, prepared, shown
from tests.support.loads import foreign_loads


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param(
            '<iframe width="5" src="https://www.youtube-nocookie.com/embed/ab" title="Elms & us"></iframe> After.',
            '<p><a href="https://www.youtube.com/watch?v=ab" class="video">Watch the video: Elms &amp; us</a></p>'
            " After.",
            id="a video in a frame",
        ),
        pytest.param(
            '<div>\n<iframe src="https://www.youtube.com/embed/ab?list=PL1&amp;start=90" title="Elms"></iframe></div>',
            '<div>\n<p><a href="https://www.youtube.com/watch?v=ab&amp;list=PL1&amp;t=90s" class="video">'
            "Watch the video: Elms</a></p></div>",
            id="a video that starts later",
        ),
        pytest.param(
            "See <iframe src=//maps.example/x>no <b>frames</iframe>.",
            '<p>See <a href="https://maps.example/x">Open it on the web</a>.</p>',
            id="a frame that begins with its host",
        ),
        pytest.param(
            "<video controls poster='https://o.example/p.jpg'><source src='https://o.example/a.mp4'>Old.</video>",
            '<p><a href="https://o.example/a.mp4" class="video">Watch the video</a></p>',
            id="a video",
        ),
        pytest.param(
            '<div><audio src="https://o.example/a.mp3" title="Rain"></audio></div>',
            '<div><p><a href="https://o.example/a.mp3">Listen: Rain</a></p></div>',
            id="a sound",
        ),
        pytest.param(
            '<div><video poster="//o.example/p.jpg"><source src="//o.example/a.webm"><source src="a.mp4">'
            '<track src="//o.example/a.vtt"></video></div>',
            '<div><video controls="" preload="metadata"><source/><source src="a.mp4"/><track/></video>\n'
            '<p><a href="a.mp4" class="video">Watch the video</a></p></div>',
            id="a video of ours with parts of others",
        ),
        pytest.param(
            '<img alt="An &lt;elm>" src="HTTPS&colon;//O.example/a.png?a&amp;b" width="4">',
            '<a href="HTTPS://O.example/a.png?a&amp;b">An &lt;elm&gt;</a>',
            id="a picture in HTML",
        ),
        pytest.param(
            "![An elm](https://o.example/a.png)",
            '<p><a href="https://o.example/a.png">An elm</a></p>',
            id="a picture in Markdown",
        ),
        pytest.param(
            '<img src="\\\\o.example\\a.png">',
            '<a href="https://o.example/a.png">A picture</a>',
            id="a picture without words",
        ),
        pytest.param(
            "[![Elm](//o.example/a.png)](https://e.example/)",
            '<p><a href="https://e.example/">Elm</a></p>',
            id="a picture in a link",
        ),
        pytest.param(
            '<img src="a.jpg" srcset="a.jpg 1x,//o.example/b.jpg 2x" alt="A">',
            '<img src="a.jpg" alt="A"/>',
            id="a picture of ours in sizes of others",
        ),
        pytest.param(
            '<object data="https://o.example/a.pdf" title="The plan"><embed src="https://o.example/a.pdf"></object>',
            '<p><a href="https://o.example/a.pdf">The plan</a></p>',
            id="an object",
        ),
        pytest.param("<iframe srcdoc='<img src=//o.example/>' title='A map' src='x'></iframe>", "", id="srcdoc"),
        pytest.param(
            '<div><iframe src="tour/" title="A tour"></iframe></div>',
            '<div><p><a href="tour/">A tour</a></p></div>',
            id="a page of our own in a frame",
        ),
        pytest.param(
            '<iframe src="javascript:go()" title="A map"></iframe> <iframe src="data:text/html,x"></iframe>',
            "",
            id="frames that no link can lead to",
        ),
        pytest.param(
            '<a href="https://e.example/"><iframe src="https://o.example/" title="Elm"></iframe></a>',
            '<p><a href="https://e.example/">Elm</a></p>',
            id="a frame in a link",
        ),
    ],
)
def test_embed_is_replaced_by_link(written: str, expected: str) -> None:
    assert shown(written) == expected
    assert foreign_loads(expected) == []


@pytest.mark.parametrize(
    "html",
    [
        '<img src="https://elm.example/a.jpg" alt=""/> <img src="//ELM.example/a.jpg" alt="x"/>',
        '<img src="a.jpg" srcset="a.jpg 1x, b.jpg 2x" alt="A"/>',
        '<a href="https://o.example/" title="https://o.example/" target="_blank">https://o.example/</a>',
    ],
)
def test_harmless_html_is_kept(html: str) -> None:
    assert shown(f"See {html}.") == f"<p>See {html}.</p>"
    assert foreign_loads(html) == []


def test_link_for_an_embed_is_in_the_language_of_its_page() -> None:
    for lang in ("en", "cy"):
        words = Translations(lang)("recording.watch_untitled")
        html = shown('<iframe src="https://player.vimeo.com/video/5"></iframe>', Place(lang=lang))
        assert f">{words}</a>" in html


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


@pytest.mark.parametrize("is_published", [True, False])
def test_browser_makes_no_request_to_other_hosts(window: Page, server: _Server, *, is_published: bool) -> None:
    """The same page unchanged asks them all, which shows that the list is one of things that load."""
    own = f"http://127.0.0.1:{server.server_port}/"
    body = "\n\n".join(item.replace("{}", str(number)) for number, item in enumerate(LOADING))
    html = prepared(body) if is_published else body
    server.page = f"<!doctype html><title>A</title>{html}".encode()
    asked: set[str] = set()

    def answer(route: Route) -> None:
        if route.request.url.startswith(own):
            route.continue_()
        else:
            asked.add(route.request.url.split("/")[2].split(".")[0])
            route.abort()

    window.route("**/*", answer)
    window.goto(own, wait_until="load")
    hosts = {f"o{number}" for number in range(len(LOADING))} | {"op3", "oe8"}
    for _ in range(3 if is_published else 200):  # a published page has 0.3 seconds to ask for what it must not
        if not is_published and asked >= hosts:
            break
        window.wait_for_timeout(100)
    window.unroute_all()
    window.goto("about:blank")
    assert asked == (set() if is_published else hosts)
