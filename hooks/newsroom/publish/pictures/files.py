"""The files that are made from pictures, and the pictures on cards."""

import hashlib
import os
import posixpath
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from functools import cached_property, partial
from io import BytesIO
from pathlib import Path
from threading import Lock, Thread

from PIL import ImageOps
from PIL.Image import Image as Pixels
from PIL.Image import Resampling

from newsroom.cache import Cache
from newsroom.content.document import AnyDocument
from newsroom.content.folders import path_beside
from newsroom.content.formats import is_drawing
from newsroom.content.model import Image
from newsroom.publish.pictures.decode import PictureError, decode, read_header
from newsroom.publish.pictures.markup import PictureSize
from newsroom.publish.pictures.plan import PlannedPicture, read_picture_file
from newsroom.publish.pictures.recipe import recipe
from newsroom.publish.pictures.svg import (
    WIDEST_PNG,
    Drawing,
    clean_svg,
    png_path,
    render_cropped_drawing,
    render_drawing,
)
from newsroom.publish.pictures.variants import (
    FALLBACK_FORMATS,
    MODERN_FORMATS,
    PictureEncoder,
    fallback_files,
    height_for,
    variant_path,
)

_MAX_THREADS = 4
"""The maximum number of threads that make pictures. Each may use a hundred megabytes."""
_CARD_FORMATS = ("WEBP", "PNG")
"""The formats of the files that cards show: of a photograph, and of a drawing."""
_MIN_CARD_WIDTH = 600
_PRINT_FORMATS = ("JPEG", "PNG")
_PRINT_WIDTH = 1200
"""In pixels, for a picture as wide as the text of an A4 page: 180 for an inch."""
_DRAWING = "SVG"
_LARGE_PICTURE = 24_000_000
"""In pixels. Larger pictures are decoded one at a time, since each may take half a gigabyte of memory."""


class PictureFiles:
    """Makes the files of planned pictures, each once for its content. The address of each original has one of them."""

    def __init__(self, planned: Iterable[PlannedPicture], root: Path, cache: Cache) -> None:
        self._files = {picture: tuple(_planned_files(picture)) for picture in planned}
        self._by_path = {picture.path: picture for picture in self._files}
        self._by_asset = {picture.asset: picture for picture in self._files}
        self._root = root
        self._cache = cache
        self._fingerprints: dict[str, bytes] = {}
        self._threads: list[Thread] = []
        self._large_picture_lock = Lock()
        self.paths = tuple(path for files in self._files.values() for path, _, _ in files)

    def start_background_work(self) -> None:
        """Start making the files in threads, and store them in the cache. Pillow releases the GIL meanwhile."""
        queue = iter(tuple(self._files))
        number = min(_MAX_THREADS, os.cpu_count() or 1)
        self._threads = [Thread(target=self._make_in_background, args=(queue,), daemon=True) for _ in range(number)]
        for thread in self._threads:
            thread.start()

    def finish_background_work(self) -> None:
        """Wait until the files are made. The threads use all processors, so nothing is lost."""
        for thread in self._threads:
            thread.join()

    def make(self) -> Iterator[tuple[PlannedPicture, PictureError | None, list[tuple[str, bytes]]]]:
        """Yield each picture, the error in it, and the path and content of its files, which are empty if it has one."""
        self.finish_background_work()
        for planned, files in self._files.items():
            made = self._make_files(planned)
            if isinstance(made, PictureError):
                yield planned, made, [(path, b"") for path, _, _ in files]
            else:
                yield planned, None, made

    def fingerprint(self, document: AnyDocument, image: Image) -> bytes:
        """Return a hash of a picture's content; empty before its files are made."""
        return self._fingerprints.get(path_beside(document.path, image.src), b"")

    def for_print(self, path: str) -> tuple[bytes, Callable[[], bytes]] | None:
        """Return a hash of the picture at a path on the site, and what makes its file for PDFs.

        The file is a JPEG or PNG without the metadata of the original; making it may raise PictureError. None: there is
        no such picture.
        """
        planned = self._by_path.get(path)
        sizes = [found for found in self._files[planned] if found[2] in _PRINT_FORMATS] if planned else []
        if planned is None or planned.sized is None or not sizes:
            return None
        original = self._original(planned)
        _, size, form = min(sizes, key=lambda found: abs(found[1][0] - _PRINT_WIDTH))
        fingerprint = self._fingerprints.get(planned.asset) or original.fingerprint
        return fingerprint, partial(self._make_file, original, size, form)

    def cut_to(self, document: AnyDocument, image: Image, size: tuple[int, int]) -> Pixels:
        """Return a picture that fills a width and height in pixels: opposite edges are cut off equally.

        It is scaled from a file that was made; a drawing with a smaller file is drawn again. Raises PictureError.
        """
        planned = self._by_asset[path_beside(document.path, image.src)]
        form = _CARD_FORMATS[is_drawing(planned.asset)]
        sizes = [made_size for _, made_size, made_form in self._files[planned] if made_form == form]
        made_size = next((made_size for made_size in sizes if made_size[0] >= _MIN_CARD_WIDTH), sizes[-1])
        if form == "PNG" and (made_size[0] < size[0] or made_size[1] < size[1]):
            return decode(render_cropped_drawing(read_picture_file(self._root / planned.asset), size), size[0])
        data = self._make_file(self._original(planned), made_size, form)
        return ImageOps.fit(decode(data, made_size[0]), size, Resampling.HAMMING)

    @cached_property
    def _recipe(self) -> str:
        return recipe("newsroom.publish.pictures")

    def _make_in_background(self, queue: Iterator[PlannedPicture]) -> None:
        for planned in queue:
            self._make_files(planned)

    def _make_files(self, planned: PlannedPicture) -> list[tuple[str, bytes]] | PictureError:
        """Return the path and the content of each file of a picture, or the error."""
        files = self._files[planned]
        if planned.sized is None:
            return [(path, b"") for path, _, _ in files]
        original = self._original(planned)
        try:
            made = [(path, self._make_file(original, size, form)) for path, size, form in files]
        except PictureError as error:
            return error
        self._fingerprints[planned.asset] = original.fingerprint
        return made

    def _original(self, planned: PlannedPicture) -> "_Original":
        return _Original(self._root / planned.asset, planned.sized or PictureSize(None, None), self._large_picture_lock)

    def _make_file(self, original: "_Original", size: tuple[int, int], form: str) -> bytes:
        if form == _DRAWING:
            return original.svg
        task = f"picture {form} {size[0]}x{size[1]} {self._recipe}"
        return self._cache.get(task, original.fingerprint, lambda _: original.encoder.encode(size, form))


class _Original:
    """A picture file that is read and decoded on demand, and only once."""

    def __init__(self, file: Path, sized: PictureSize, large_picture_lock: Lock) -> None:
        self._file = file
        self._large_picture_lock = large_picture_lock
        self._widest = sized.width or 1

    @cached_property
    def _data(self) -> bytes:
        return read_picture_file(self._file)

    @cached_property
    def fingerprint(self) -> bytes:
        """A hash of the file's content."""
        return hashlib.sha256(self._data).digest()

    @property
    def svg(self) -> bytes:
        """The drawing as it is published. Raises PictureError."""
        return clean_svg(self._data)

    @cached_property
    def encoder(self) -> PictureEncoder:
        """Makes the files of the picture, from one that is as wide as the widest. Raises PictureError."""
        return PictureEncoder(self._decode())

    def _decode(self) -> Pixels:
        if is_drawing(self._file.name):
            return decode(render_drawing(self._data, WIDEST_PNG), WIDEST_PNG)
        header = read_header(BytesIO(self._data))
        with self._large_picture_lock if header.width * header.height > _LARGE_PICTURE else nullcontext():
            return decode(self._data, self._widest)


def _planned_files(planned: PlannedPicture) -> Iterator[tuple[str, tuple[int, int], str]]:
    """Yield the files to make from a picture: the path on the site, the size in pixels and the format of each."""
    if is_drawing(planned.asset) and planned.sized:
        yield planned.path, (1, 1), _DRAWING
        if planned.use.is_shown:
            yield (
                png_path(planned.path),
                Drawing(planned.sized.width, planned.sized.height).size_within(WIDEST_PNG),
                "PNG",
            )
        return
    sized = planned.sized or PictureSize(1, 1)
    full_size = (sized.width or 1, sized.height or 1)
    suffix = posixpath.splitext(planned.asset)[1].lower()
    own_format = FALLBACK_FORMATS.get(suffix, "JPEG")
    yield planned.path, full_size, own_format
    if sized.widths:
        for width, path in fallback_files(planned.path, sized.widths):
            yield path, (width, height_for(width, full_size)), own_format
    for form in MODERN_FORMATS:
        for width in sized.widths:
            yield variant_path(planned.path, width, form), (width, height_for(width, full_size)), form.name
