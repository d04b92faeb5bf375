"""How the preview's server answers browsers."""

import socket
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread

import pytest

from live_preview.site import LivePage, LiveSite
from live_preview.web_server import LiveHttpServer

_PAGES = {"": "home", "stories/elm/": "the elm", "dŵr/": "water"}
_FILES = {"a.css": b"p {}", "a.md.unknown": b"?", "deep/b.svg": b"<svg/>"}
_HTML = "text/html; charset=utf-8"


class _Site(LiveSite):
    """Two pages and some files; every address has the version that a browser does not know."""

    def page(self, url: str) -> LivePage:
        text = f"<body>{_PAGES.get(url, f'no {url}')}</body></html>"
        return LivePage(text.encode(), 0, exists=url in _PAGES)

    def file(self, path: str) -> bytes | None:
        return _FILES.get(path)

    def wait_for_other_version(self, url: str, version: str) -> str:
        return f"{url} not {version}"


@pytest.fixture(scope="module")
def server() -> Iterator[LiveHttpServer]:
    with LiveHttpServer(("127.0.0.1", 0), _Site(Path()), "/elm/") as found:
        Thread(target=found.serve_forever, args=(0.01,), daemon=True).start()
        yield found
        found.shutdown()


def ask(server: LiveHttpServer, path: str, method: str = "GET") -> tuple[HTTPResponse, str]:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    connection.request(method, path)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer, text


def with_script(url: str, text: str) -> str:
    version = _Site(Path()).page(url).version
    script = f'<script src="/elm/livereload/script.js" data-version="{version}"></script>'
    return f"<body>{text}{script}</body></html>"


@pytest.mark.parametrize(
    ("path", "status", "kind", "text"),
    [
        ("/elm/", 200, _HTML, with_script("", "home")),
        ("/elm/stories/elm/?q=1", 200, _HTML, with_script("stories/elm/", "the elm")),
        ("/elm/d%C5%B5r/", 200, _HTML, with_script("dŵr/", "water")),
        ("/elm/nothing/", 404, _HTML, with_script("nothing/", "no nothing/")),
        ("/elm/nothing.css", 404, _HTML, with_script("nothing.css", "no nothing.css")),
        ("/elm/../stories/../../stories/elm/", 200, _HTML, with_script("stories/elm/", "the elm")),
        ("/elm/a.css", 200, "text/css", "p {}"),
        ("/elm/deep/..%2F../deep/b.svg", 200, "image/svg+xml", "<svg/>"),
        ("/elm/a.md.unknown", 200, "application/octet-stream", "?"),
        ("/elm/livereload/?page=/elm/d%25C5%25B5r/&version=7", 200, "text/plain", "dŵr/ not 7"),
        ("/elm/livereload/", 200, "text/plain", " not "),
    ],
)
def test_address_has_its_answer(server: LiveHttpServer, path: str, status: int, kind: str, text: str) -> None:
    answer, found = ask(server, path)
    assert (answer.status, answer.headers["Content-Type"], found) == (status, kind, text)
    assert answer.headers["Cache-Control"] == "no-cache"


def test_script_that_reloads_is_answered(server: LiveHttpServer) -> None:
    answer, script = ask(server, "/elm/livereload/script.js")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/javascript")
    assert "location.reload()" in script


@pytest.mark.parametrize(
    ("path", "to"),
    [("/", "/elm/"), ("/stories/elm/", "/elm/"), ("/elm/stories/elm", "/elm/stories/elm/"),
     ("/elm/d%C5%B5r", "/elm/d%C5%B5r/")],
)  # fmt: skip
def test_incomplete_address_leads_to_the_complete_one(server: LiveHttpServer, path: str, to: str) -> None:
    answer, _ = ask(server, path)
    assert (answer.status, answer.headers["Location"]) == (302, to)


def test_question_about_a_page_has_no_content(server: LiveHttpServer) -> None:
    answer, text = ask(server, "/elm/a.css", "HEAD")
    assert (answer.status, answer.headers["Content-Length"], text) == (200, "4", "")


@pytest.mark.parametrize(
    ("error", "is_reported"), [(BrokenPipeError, False), (ConnectionResetError, False), (ValueError, True)]
)
def test_browser_that_goes_away_is_no_error(
    server: LiveHttpServer, error: type[Exception], is_reported: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        raise error
    except error:
        server.handle_error(None, ("127.0.0.1", 1))
    assert (error.__name__ in capsys.readouterr().err) is is_reported


@pytest.mark.parametrize(("host", "family"), [("localhost", socket.AF_INET), ("::1", socket.AF_INET6)])
def test_server_listens_at_names_and_both_kinds_of_addresses(
    host: str, family: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LiveHttpServer, "server_bind", lambda _: None)
    monkeypatch.setattr(LiveHttpServer, "server_activate", lambda _: None)
    with LiveHttpServer((host, 0), _Site(Path()), "/") as server:
        assert (server.address_family, server.server_address[0]) == (family, host)
