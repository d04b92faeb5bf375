"""The search index, built by Pagefind. It is outside the core because it runs an external program."""

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
    """A search index that is being built. Its pages are kept in a temporary folder to save memory."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="newsroom-search-")
        self._pages = Path(self._folder.name, "pages")
        self._index = Path(self._folder.name, "index")
        self._pages.mkdir()

    def add(self, url: str, page: str) -> None:
        """Add a page, as HTML with Pagefind's attributes. ``url`` is relative to the site's root."""
        file = self._pages / site_file(url)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page, encoding="utf-8")

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Make the index: the path and the content of each file. The same pages give the same bytes."""
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
            with suppress(FileNotFoundError):  # the preview may have ended and removed its site
                if site.stat().st_ino == identity:
                    shutil.move(finished, site / folder)

    def _index_files(self) -> Iterator[tuple[str, bytes]]:
        if not any(self._pages.iterdir()):
            return
        self._run_pagefind()
        found = {path.relative_to(self._index).as_posix(): path for path in self._index.rglob("*") if path.is_file()}
        found = {path: file for path, file in sorted(found.items()) if not path.startswith(_UNUSED)}
        compacted = compact_index(
            {path: file.read_bytes() for path, file in found.items() if file.suffix not in _LARGE}
        )
        yield from compacted.files.items()
        for path, file in found.items():
            if file.suffix in _LARGE:
                yield compacted.fragments.get(path, path), file.read_bytes()

    def _run_pagefind(self) -> None:
        """Run Pagefind's program directly: its Python package (1.5.2) ends it before all files are complete."""
        command = [str(get_executable()), "--site", str(self._pages), "--output-path", str(self._index), "--silent"]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        if result.returncode:
            raise RuntimeError(f"Pagefind could not build the search index: {result.stderr or result.stdout}")
