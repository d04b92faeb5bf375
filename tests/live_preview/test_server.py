"""What the preview's server does at its start, after each change and at its end, with a builder that builds nothing."""

import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

import pytest

from live_preview import server as server_module
from live_preview.builder import Built
from live_preview.server import PreviewServer
from live_preview.watcher import Changes
from newsroom.cache import CACHE, Cache
from newsroom.problems import ContentError, Problem
from newsroom.value_cache import ValueCache
from tests.support import small_newsroom
from tests.support.engine import EPOCH, make_repository
from tests.support.items import story

HOST = "127.0.0.1"
GARDEN = "stories/the-garden.md"
PAGE = "stories/the-garden/"
WARNING = Problem("field-length", "docs/other.md", 2, "`title` is long", "cut it")


class Builder:
    """In place of the process that builds the whole site: keeps what it is asked for."""

    made: ClassVar[list["Builder"]] = []
    """All that were made in a test."""

    def __init__(self, root: Path, site: Path, url: str, on_built: Callable[[Built], None]) -> None:
        self.given = (root, site, url)
        self.on_built = on_built
        self.done: list[int | str] = []
        Builder.made.append(self)

    def request(self, revision: int) -> None:
        self.done.append(revision)

    def stop(self) -> None:
        self.done.append("stop")


class Caches:
    """In place of the caches of builds: the one that was asked for last, and how often all were cleared."""

    def __init__(self, root: Path) -> None:
        self.values = ValueCache(Cache(root / CACHE), keeps_latest=True)
        self.asked: list[bool] = []
        self.cleared = 0

    def __call__(self, _root: Path, *, is_preview: bool = False) -> ValueCache:
        self.asked.append(is_preview)
        return self.values

    def cache_clear(self) -> None:
        self.cleared += 1


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    Builder.made = []
    monkeypatch.setattr(server_module, "LiveBuilder", Builder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))
    return make_repository(tmp_path / "site", small_newsroom())


@pytest.fixture(autouse=True)
def caches(root: Path, monkeypatch: pytest.MonkeyPatch) -> Caches:
    found = Caches(root)
    monkeypatch.setattr(server_module, "value_cache", found)
    return found


@pytest.fixture
def log() -> list[str]:
    return []


@pytest.fixture
def server(root: Path, log: list[str]) -> Iterator[PreviewServer]:
    found = PreviewServer(root, root.parent / "built", HOST, _free_port(), "/elm/", log=log.append)
    yield found
    found.shutdown()


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


def change(server: PreviewServer, *paths: str, are_texts: bool = False) -> None:
    server.update(Changes(frozenset(paths), are_texts))


def shown(server: PreviewServer, url: str = PAGE) -> str:
    return server._site.page(url).content.decode()


def test_start_requests_a_build_and_shows_pages_before_it(
    root: Path, server: PreviewServer, caches: Caches, log: list[str]
) -> None:
    (builder,) = Builder.made
    assert (builder.given, builder.done) == ((root, root.parent / "built", server.url), [1])
    assert "A garden grew." in shown(server)
    assert (caches.asked, log) == ([True], [])
    assert any((root / CACHE).iterdir())


def test_next_port_is_named_if_the_first_is_taken(root: Path, log: list[str]) -> None:
    with socket.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1]
        server = PreviewServer(root, root.parent / "built", HOST, port, "/", log=log.append)
    assert log == [f"Port {port} is taken; the preview is at {server.url}"]
    assert server.url != f"http://{HOST}:{port}/"
    server.shutdown()


@pytest.mark.parametrize("name", ["mkdocs.yml", "SOURCE_DATE_EPOCH"])
def test_nothing_is_served_with_invalid_settings_or_variables(
    root: Path, name: str, log: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if name == "mkdocs.yml":
        (root / name).write_text("site_name: [\n")
    else:
        monkeypatch.setenv(name, "tomorrow")
    port = _free_port()
    with pytest.raises(ContentError, match=name):
        PreviewServer(root, root.parent / "built", HOST, port, "/", log=log.append)
    assert Builder.made[0].done == [1, "stop"]
    socket.create_server((HOST, port)).close()


def test_expired_items_are_hidden_where_a_variable_says_so(
    root: Path, log: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSROOM_ON_EXPIRED", "hide")
    consent = {"ref": "elm-1", "basis": "consent", "given": "2024", "identity": "anonymous", "scope": ["web"]}
    (root / GARDEN).write_text(story(consent=consent | {"review_by": "2026-11-01"}))
    server = PreviewServer(root, root.parent / "built", HOST, _free_port(), "/", log=log.append)
    assert server._pages
    assert b"A story" not in (server._pages.page("stories/") or b"")
    server.shutdown()


def test_changed_text_is_shown_with_the_known_problems_of_others(root: Path, server: PreviewServer) -> None:
    builder, pages = Builder.made[0], server._pages
    builder.on_built(Built(1, (WARNING,)))
    (root / GARDEN).write_text(story("More [x](gone.md)", title="The garden"))
    change(server, GARDEN, are_texts=True)
    assert server._pages is pages
    assert "More" in shown(server)
    assert [problem.code for problem in server._known] == ["field-length", "link-missing"]
    assert builder.done == [1, 2]
    change(server, GARDEN)
    assert server._pages is not pages
    assert [problem.code for problem in server._known] == ["field-length", "link-missing"]


@pytest.mark.parametrize(
    ("path", "at_once", "when_built"),
    [
        (GARDEN, False, False),
        ("overrides/story.html", True, False),
        ("overrides/words.md", True, False),
        ("stories/elm.png", False, True),
        ("mkdocs.yml", False, True),
    ],
)
def test_open_pages_are_reloaded_for_templates_at_once_and_for_other_files_later(
    server: PreviewServer, path: str, at_once: bool, when_built: bool
) -> None:
    change(server, path)
    assert server._site.page("").reloads == at_once
    Builder.made[0].on_built(Built(2))
    assert server._site.page("").reloads == at_once + when_built


def test_changed_catalogue_starts_another_builder_without_caches(server: PreviewServer, caches: Caches) -> None:
    change(server, "docs/about.md")
    assert (caches.cleared, Builder.made[0].done) == (0, [1, 2])
    change(server, "docs/about.md", "hooks/newsroom/locale/en.po")
    assert (caches.cleared, Builder.made[0].done) == (1, [1, 2, "stop", 3])


def test_fault_is_shown_and_logged_until_it_is_gone(root: Path, server: PreviewServer, log: list[str]) -> None:
    settings = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text("site_name: [\n")
    change(server, "mkdocs.yml")
    assert "The preview cannot be shown" in shown(server)
    assert (len(log), Builder.made[0].done) == (1, [1])
    (root / "mkdocs.yml").write_text(settings)
    change(server, GARDEN, are_texts=True)
    assert "A garden grew." in shown(server)
    Builder.made[0].on_built(Built(3))
    assert server._site.page("").reloads == 1


@pytest.mark.parametrize(
    ("built", "line", "known"),
    [
        (Built(1, (WARNING,), "Made 8 pages."), "Made 8 pages.", (WARNING,)),
        (Built(0, (WARNING,), "Made 8 pages."), "Made 8 pages.", ()),
        (Built(1, (WARNING,), fault="No space left."), "No space left.", ()),
    ],
)
def test_end_of_a_build_is_logged_and_the_problems_of_the_newest_are_kept(
    server: PreviewServer, log: list[str], built: Built, line: str, known: tuple[Problem, ...]
) -> None:
    Builder.made[0].on_built(built)
    assert (log, server._known) == ([line], known)


@pytest.mark.parametrize("is_opened", [True, False])
def test_changes_are_shown_until_the_process_is_interrupted(
    server: PreviewServer, log: list[str], is_opened: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Interrupted:
        def __init__(self) -> None:
            self.changes = [Changes(frozenset({GARDEN}), are_texts=True)]

        def wait(self) -> Changes:
            if self.changes:
                return self.changes.pop()
            raise KeyboardInterrupt

    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr(server, "_watcher", Interrupted())
    ended = threading.Event()
    monkeypatch.setattr(server._http, "serve_forever", ended.wait)
    before = {*threading.enumerate()}
    with pytest.raises(KeyboardInterrupt):
        server.serve(open_in_browser=is_opened)
    assert (log, opened) == ([f"Serving on {server.url}"], [server.url] * is_opened)
    assert Builder.made[0].done == [1, 2]
    started = [thread.daemon for thread in threading.enumerate() if thread not in before]
    ended.set()
    assert started == [True]


@pytest.mark.parametrize(
    "path",
    [GARDEN, "newsletters/a.md", "publications/a.md", "docs/a.md", "overrides/a.html", "mkdocs.yml", "more/a.md"],
)
def test_changes_in_all_folders_are_watched(root: Path, server: PreviewServer, path: str) -> None:
    server.watch(str(root / "more"))
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_text("Other words.")
    assert server._watcher.wait().paths == {path}


def test_catalogues_are_watched(server: PreviewServer) -> None:
    assert any(path.endswith("locale/en.po") for path in server._watcher._seen)
