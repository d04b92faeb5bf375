"""PDFs are made by the process that writes their pages, beside all other files."""

import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

from newsroom.cache import CACHE, Cache
from newsroom.open_build import open_build
from newsroom.publish.build_options import BuildOptions
from newsroom.publish.pictures.variants import PictureEncoder
from newsroom.publish.site_folder.staging import Staging
from newsroom.value_cache import ValueCache
from tests.support import SETTINGS, TODAY, small_newsroom, write_files
from tests.support.images import picture
from tests.support.items import newsletter
from tests.support.theme import THEME

ResultT = TypeVar("ResultT")


def test_pdfs_are_made_beside_other_files_by_a_process_without_threads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    encode = PictureEncoder.encode
    threads: list[str] = []
    left: list[Path] = []
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))

    def encode_slowly(self: PictureEncoder, size: tuple[int, int], form: str) -> bytes:
        time.sleep(0.1)  # texts are ready sooner
        return encode(self, size, form)

    @contextmanager
    def parallel(work: Callable[[Iterable[int]], ResultT], count: int, /) -> Iterator[Callable[[], Sequence[ResultT]]]:
        threads.extend(thread.name for thread in threading.enumerate() if "_make_in_background" in thread.name)
        result = work(range(count))
        left.extend(temporary.iterdir())
        monkeypatch.delattr("newsroom.publish.pdf.render.PdfMaker")  # as if another process had made the PDFs
        yield lambda: [result]

    monkeypatch.setattr(PictureEncoder, "encode", encode_slowly)
    edition = newsletter("Words.\n\n## Pictures\n\n![A red tree](tree.png)")
    write_files(
        tmp_path, {**small_newsroom(), "newsletters/2024-05.md": edition, "newsletters/tree.png": picture(600, 400)}
    )
    (tmp_path / "overrides").symlink_to(THEME)
    options = BuildOptions(
        today=TODAY,
        staging=Staging(tmp_path / "site"),
        value_cache=ValueCache(Cache(tmp_path / CACHE)),
        parallel=parallel,
    )
    build = open_build(tmp_path, {**SETTINGS, "pdf": ["newsletter"]}, options)
    build.start_background_work()
    build.write()
    build.publish()
    assert threads == []
    assert left == [], "these temporary files would stay, since that process ends without cleaning up"
    page = tmp_path / "site/newsletters/2024-05"
    assert (page / "2024-05.pdf").read_bytes().startswith(b"%PDF")
    assert "2024-05.pdf" in (page / "index.html").read_text(encoding="utf-8")
