"""A live preview, as a browser sees it, and the changes that an editor or a maintainer makes while it runs."""

import re
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from os import environ
from pathlib import Path
from subprocess import STDOUT, Popen
from sys import executable

from PIL import Image

_LIMIT = 120.0
_BROWSER = ThreadPoolExecutor()
_FOOTER, _STYLES = "overrides/frame/footer.html", "overrides/styles/text.css"
_VERSION = re.compile(r'<script src="[^"]*livereload/script.js" data-version="(\w+)"></script>')


@dataclass(frozen=True)
class Step:
    """One change of a repository, and how it is seen.

    Attributes:
        name: What is changed.
        change: Changes the repository in a folder.
        page: The address at which it is seen.
        text: What the page has afterwards; what it has not, if ``is_gone``.
    """

    name: str
    change: Callable[[Path], None]
    page: str
    text: str
    is_gone: bool = False

    def is_seen(self, html: str) -> bool:
        """Whether a page shows the change."""
        return (self.text in html) is not self.is_gone


class LivePreview:
    """A preview of the repository in a folder that is being served."""

    def __init__(self, root: Path, address: str, log: Path) -> None:
        self.root, self.address, self.log = root, address, log

    def get(self, path: str) -> str:
        """What is at an address, also if it is the page for missing addresses."""
        return self.get_bytes(path).decode()

    def get_bytes(self, path: str) -> bytes:
        """The same as bytes."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=_LIMIT) as response:
                return bytes(response.read())
        except urllib.error.HTTPError as error:
            return bytes(error.read())

    def version(self, page: str) -> str:
        """The version of a page, by which its script asks for changes."""
        found = _VERSION.search(self.get(page))
        assert found, page
        return found[1]

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Wait for something to be so. Fails with the preview's log if it never is."""
        end = time.perf_counter() + _LIMIT
        while not is_so():
            assert time.perf_counter() < end, self.log.read_text()
            time.sleep(0.05)

    def take(self, step: Step) -> float:
        """Make a change, and return the seconds until the open page has been reloaded and shows it."""
        reload = self._reload(step.page) if step.page.endswith("/") else None
        start = time.perf_counter()
        step.change(self.root)
        while True:
            if reload:
                reload.result()
                reload = self._reload(step.page)
            if step.is_seen(self.get(step.page)):
                return time.perf_counter() - start
            assert time.perf_counter() - start < _LIMIT, (step.name, self.log.read_text())
            time.sleep(0 if reload else 0.05)

    def _reload(self, page: str) -> Future[str]:
        """The end of a request for another version than the one that is shown now, as its script sends it."""
        return _BROWSER.submit(self.get, f"livereload/?page=/{page}&version={self.version(page)}")

    def wait_for_build(self) -> None:
        """Wait until the whole site has been built: before that, it is not known which files there are not."""
        self.get("no-such-file.txt")


def without_script(page: bytes) -> bytes:
    """A page without the script that reloads it."""
    return _VERSION.sub("", page.decode()).encode()


@contextmanager
def served(root: Path, port: int, variables: dict[str, str]) -> Iterator[LivePreview]:
    """Serve the preview of a repository, with the code in its own folder ``hooks``."""
    log = root / "serve.log"
    command = [executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}"]
    environment = environ | variables | {"PYTHONPATH": str(root / "hooks")}
    with log.open("w") as output, Popen(command, cwd=root, env=environment, stdout=output, stderr=STDOUT) as process:
        preview = LivePreview(root, f"http://127.0.0.1:{port}/", log)
        try:
            while not _answers(preview):
                assert process.poll() is None, log.read_text()
                time.sleep(0.02)
            yield preview
        finally:
            process.terminate()


def _answers(preview: LivePreview) -> bool:
    try:
        return bool(preview.get(""))
    except urllib.error.URLError:
        return False


def steps(root: Path, story: str, contact: str) -> tuple[Step, ...]:
    """The changes, in their order.

    Args:
        root: The repository's folder.
        story: The path of a story.
        contact: The address for readers in mkdocs.yml.
    """
    page, good = story.replace(".md", "/"), (root / story).read_text(encoding="utf-8")
    title = re.search(r"^title: .*$", good, re.MULTILINE)
    assert title
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    picture, added, renamed = "stories/tree.png", "stories/added.md", "stories/renamed.md"
    shown = f"{good}\n![A tree](tree.png)\n"
    newer = good.replace(title[0], "title: Quokka news")
    other = settings.replace(f"contact: {contact}", "contact: quoll@elm.example")
    write = partial(partial, _write)

    def show_picture(root: Path) -> None:
        (root / picture).write_bytes(_picture(40, 30))
        _write(story, shown, root)

    def remove_picture(root: Path) -> None:
        (root / picture).unlink()
        _write(story, good, root)

    return (
        Step("edit a text", write(story, f"{good}\nA bandicoot.\n"), page, "A bandicoot."),
        Step("change a title", write(story, newer), page, "Quokka news</h1>"),
        Step("change it back", write(story, good), page, "Quokka news</h1>", is_gone=True),
        Step("add a story", write(added, newer), "stories/added/", "Quokka news</h1>"),
        Step("rename it", lambda root: _rename(root, added, renamed), "stories/renamed/", "Quokka news</h1>"),
        Step("delete it", lambda root: (root / renamed).unlink(), "stories/renamed/", "Quokka news</h1>", is_gone=True),
        Step("write a dead link", write(story, f"{good}\n[x](nowhere.md)\n"), page, "to fix before publishing"),
        Step("fix the link", write(story, good), page, "to fix before publishing", is_gone=True),
        Step("break the front matter", write(story, good.replace("title: ", 'title: "')), page, "is opened and not"),
        Step("fix the front matter", write(story, good), page, "is opened and not", is_gone=True),
        Step("show a picture", show_picture, page, 'alt="A tree"'),
        Step("replace it", lambda root: _replace_picture(root / picture), page, 'width="64"'),
        Step("remove it", remove_picture, page, 'alt="A tree"', is_gone=True),
        Step("make it a draft", write(story, good.replace("kind:", "draft: true\nkind:", 1)), page, "do not see it"),
        Step("publish it", write(story, good), page, "do not see it", is_gone=True),
        Step("change a template", lambda root: _append(root / _FOOTER, "<b>Koala</b>"), page, "Koala"),
        Step("break a template", write(_FOOTER, "{% if %}"), page, "cannot be shown"),
        Step("fix the template", write(_FOOTER, (root / _FOOTER).read_text(encoding="utf-8")), page, contact),
        Step("change a style", lambda root: _append(root / _STYLES, ".koala{}"), "assets/newsroom.css", ".koala"),
        Step("change the settings", write("mkdocs.yml", other), page, "quoll@elm.example"),
        Step("break the settings", write("mkdocs.yml", other.replace("contact:", "contac:")), page, "cannot be shown"),
        Step("fix the settings", write("mkdocs.yml", settings), page, contact),
        Step("change the catalogue", _change_catalogue, page, "Wombats"),
    )


def _write(path: str, text: str, root: Path) -> None:
    (root / path).write_text(text, encoding="utf-8")


def _append(file: Path, text: str) -> None:
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")


def _rename(root: Path, old: str, new: str) -> None:
    (root / old).rename(root / new)


def _replace_picture(file: Path) -> None:
    file.write_bytes(_picture(64, 30))


def _picture(width: int, height: int) -> bytes:
    data = BytesIO()
    Image.new("RGB", (width, height), "green").save(data, "PNG")
    return data.getvalue()


def _change_catalogue(root: Path) -> None:
    file = root / "hooks/newsroom/locale/en.po"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r'(msgid "footer.contact"\nmsgstr ")[^"]*', r"\1Wombats", text), encoding="utf-8")
