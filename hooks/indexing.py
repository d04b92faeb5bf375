"""The index of the search, made by Pagefind: it runs a program of its own, which the core may not."""

import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from pagefind.service import get_executable

from newsroom.content.folders import site_file
from newsroom.publish.search.compact_index import compact_index

_UNUSED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight", "pagefind-worker")
_LARGE = frozenset({".pf_fragment", ".pf_index"})


class Pagefind:
    """An index in the making: its pages wait in a folder of their own, so that they take no memory."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="newsroom-search-")
        self._pages = Path(self._folder.name, "pages")
        self._index = Path(self._folder.name, "index")
        self._pages.mkdir()

    def add(self, url: str, page: str) -> None:
        """Hand in the page to be found at an address relative to the site's root, as HTML with Pagefind's marks."""
        file = self._pages / site_file(url)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page, encoding="utf-8")

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Each file of the index, by its path in the index's folder; the same pages give the same bytes."""
        with self._folder:
            yield from self._made()

    def publish_index(self, site: Path, folder: str) -> None:
        """Make the index while others go on, and put it into a folder of a site, unless another site took its place."""
        identity = site.stat().st_ino
        threading.Thread(target=self._follow, args=(site, folder, identity), daemon=True).start()

    def _follow(self, site: Path, folder: str, identity: int) -> None:
        with self._folder as own:
            finished = Path(own, "finished")
            for path, content in self._made():
                file = finished / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
            with suppress(FileNotFoundError):  # the preview may have ended, and its site with it
                if site.stat().st_ino == identity:
                    shutil.move(finished, site / folder)

    def _made(self) -> Iterator[tuple[str, bytes]]:
        if not any(self._pages.iterdir()):
            return
        self._make()
        found = {path.relative_to(self._index).as_posix(): path for path in self._index.rglob("*") if path.is_file()}
        found = {path: file for path, file in sorted(found.items()) if not path.startswith(_UNUSED)}
        made = compact_index({path: file.read_bytes() for path, file in found.items() if file.suffix not in _LARGE})
        yield from made.files.items()
        for path, file in found.items():
            if file.suffix in _LARGE:
                yield made.fragments.get(path, path), file.read_bytes()

    def _make(self) -> None:
        """Run the program itself: what its Python package asks of it is ended before all files are whole (1.5.2)."""
        command = [str(get_executable()), "--site", str(self._pages), "--output-path", str(self._index), "--silent"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"Pagefind could not make the search's index: {done.stderr or done.stdout}")
