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
from newsroom.publish.search.canonical import compact

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
            yield from self._index_files()

    def publish_when_finished(self, site: Path, folder: str) -> None:
        """Build the index in the background, then move it into the site, unless another site has replaced that one."""
        identity = site.stat().st_ino
        threading.Thread(target=self._build_and_move, args=(site, folder, identity), daemon=True).start()

    def _build_and_move(self, site: Path, folder: str, identity: int) -> None:
        with self._folder as own:
            finished = Path(own, "finished")
            for path, content in self._index_files():
                file = finished / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
            with suppress(FileNotFoundError):  # the preview may have ended, and its site with it
                if site.stat().st_ino == identity:
                    shutil.move(finished, site / folder)

    def _index_files(self) -> Iterator[tuple[str, bytes]]:
        if not any(self._pages.iterdir()):
            return
        self._run_pagefind()
        found = {path.relative_to(self._index).as_posix(): path for path in self._index.rglob("*") if path.is_file()}
        found = {path: file for path, file in sorted(found.items()) if not path.startswith(_UNUSED)}
        compacted = compact({path: file.read_bytes() for path, file in found.items() if file.suffix not in _LARGE})
        yield from compacted.files.items()
        for path, file in found.items():
            if file.suffix in _LARGE:
                yield compacted.fragments.get(path, path), file.read_bytes()

    def _run_pagefind(self) -> None:
        """Run the program itself: what its Python package asks of it is ended before all files are whole (1.5.2)."""
        command = [str(get_executable()), "--site", str(self._pages), "--output-path", str(self._index), "--silent"]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        if result.returncode:
            raise RuntimeError(f"Pagefind could not make the search's index: {result.stderr or result.stdout}")
