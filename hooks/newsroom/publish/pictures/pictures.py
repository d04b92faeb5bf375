"""The pictures of a build: their HTML and their files."""

import hashlib
import os
import posixpath
from base64 import b64encode
from collections.abc import Iterator
from contextlib import nullcontext
from functools import cached_property
from io import BytesIO
from pathlib import Path
from threading import Lock, Thread
from urllib.parse import quote, unquote, urlsplit

from lxml.html import HtmlElement
from markupsafe import Markup
from PIL.Image import Image as Pixels

from newsroom.content.document import AnyDocument
from newsroom.content.folders import path_beside, site_path
from newsroom.content.library import Channel
from newsroom.content.model import Image
from newsroom.markup.links import relative_address
from newsroom.markup.tree import find_elements, parse_html, replace_element
from newsroom.publish.build_context import BuildContext
from newsroom.publish.output import Output
from newsroom.publish.page import WebPage
from newsroom.publish.pictures.decode import PictureError, decode, read_header
from newsroom.publish.pictures.markup import BODY_SIZES, PictureSize, alternative_text, make_figure, picture_html
from newsroom.publish.pictures.plan import PlannedPicture, plan_pictures, read_picture_file
from newsroom.publish.pictures.svg import WIDEST_PNG, Drawing, is_drawing, png_path, render_drawing
from newsroom.publish.pictures.variants import (
    FALLBACK_FORMATS,
    MODERN_FORMATS,
    encode,
    fallback_files,
    height_for,
    variant_path,
)

_MAX_THREADS = 4
"""The maximum number of threads that make pictures. Each may use a hundred megabytes."""
_CARD_FORMAT = "WEBP"
_LARGE_PICTURE = 24_000_000
"""In pixels. Larger pictures are decoded one at a time, since each may take half a gigabyte of memory."""


class Pictures(Output):
    """Makes the pictures that pages show, and their HTML.

    ``problems`` are the errors that are visible in their headers. The address of each original has a file made from it.
    """

    def __init__(self, context: BuildContext) -> None:
        super().__init__(context)
        sources = context.content.sources
        shown = (sources[document.path] for document in context.library.pages(Channel.WEB))
        self._planned, self.problems = plan_pictures(shown, context.assets, context.root, context.cache)
        self._sizes_by_path = {planned.path: planned.sized for planned in self._planned if planned.sized}
        self._files = {planned: tuple(_planned_files(planned)) for planned in self._planned}
        self._by_asset = {planned.asset: planned for planned in self._planned}
        self._fingerprints: dict[str, bytes] = {}
        self._threads: list[Thread] = []
        self._large_picture_lock = Lock()
        self.paths = tuple(path for files in self._files.values() for path, _, _ in files)

    def start_background_work(self) -> None:
        """Start making the files in threads, and store them in the cache. Pillow releases the GIL meanwhile."""
        queue = iter(self._planned)
        number = min(_MAX_THREADS, os.cpu_count() or 1)
        self._threads = [Thread(target=self._make_in_background, args=(queue,), daemon=True) for _ in range(number)]
        for thread in self._threads:
            thread.start()

    @property
    def linkable_paths(self) -> tuple[str, ...]:
        """Empty: links use the addresses of the originals."""
        return ()

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield each picture's variants and the file at its own address. They are empty if the picture has an error."""
        for thread in self._threads:
            thread.join()
        for planned in self._planned:
            made = self._make_files(planned)
            if isinstance(made, PictureError):
                self._context.log.add_pending(planned.use.problem(planned.asset, made))
                made = [(path, b"") for path, _, _ in self._files[planned]]
            yield from made

    def picture(
        self,
        page_url: str,
        document: AnyDocument,
        image: Image,
        sizes: str = BODY_SIZES,
        *,
        eager: bool = False,
        alt: str | None = None,
    ) -> Markup:
        """Return the HTML of a picture that a document's front matter names.

        Args:
            page_url: The address of the page, relative to the site's root. It starts with a slash for absolute paths.
            document: The document.
            image: The picture.
            sizes: The value of the HTML attribute `sizes`.
            eager: Whether to load it at once, for the page's lead picture.
            alt: An alternative text to use instead of the picture's own.
        """
        path = site_path(path_beside(document.path, image.src))
        is_absolute = page_url.startswith("/")
        address = f"{page_url}{quote(path)}" if is_absolute else relative_address(quote(path), page_url)
        alt_text = alternative_text(image.alt) if alt is None else alt
        attributes = {"src": address, "alt": alt_text}
        sized = self._sizes_by_path.get(path, PictureSize(None, None))
        return Markup(picture_html(attributes, sized, sizes=sizes, eager=eager))

    def fingerprint(self, document: AnyDocument, image: Image) -> bytes:
        """Return a hash of a picture's content; empty before its files are made."""
        return self._fingerprints.get(path_beside(document.path, image.src), b"")

    def data_url(self, document: AnyDocument, image: Image, min_width: int) -> str:
        """Return a picture as a `data:` URL (RFC 2397), at least ``min_width`` pixels wide if the picture is."""
        planned = self._by_asset[path_beside(document.path, image.src)]
        if is_drawing(planned.asset):
            data, form = read_picture_file(self._context.root / planned.asset), "svg+xml"
        else:
            sizes = [size for path, size, form in self._files[planned] if form == _CARD_FORMAT]
            size = next((size for size in sizes if size[0] >= min_width), sizes[-1])
            data, form = self._make_file(self._original(planned), size, _CARD_FORMAT), _CARD_FORMAT.lower()
        return f"data:image/{form};base64,{b64encode(data).decode()}"

    def smallest_file(self, document: AnyDocument, image: Image) -> str:
        """Return the path on the site of the smallest file of a picture that a document's front matter names."""
        path = site_path(path_beside(document.path, image.src))
        sized = self._sizes_by_path.get(path)
        return variant_path(path, sized.widths[0], MODERN_FORMATS[-1]) if sized and sized.widths else path

    def insert_pictures(self, page: WebPage, root: HtmlElement) -> None:
        """Replace the images in a page's body by pictures in all formats; one with a title, alone, becomes a figure.

        The first is loaded at once, unless the page has a lead picture above it.
        """
        front = page.document.front if page.document else None
        is_first = front is None or not front.lead_image
        for image in find_elements(root, "img"):
            sized = self._sizes_by_path.get(_site_path(page.url, image.get("src", "")))
            if sized is not None and "srcset" not in image.attrib:
                figure = make_figure(image)
                replace_element(
                    image, parse_html(picture_html(dict(image.attrib), sized, sizes=BODY_SIZES, eager=is_first))[0]
                )
                if figure is not None:
                    figure.set("class", "nw-figure")
                is_first = False

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
        return _Original(
            self._context.root / planned.asset, planned.sized or PictureSize(None, None), self._large_picture_lock
        )

    def _make_file(self, original: "_Original", size: tuple[int, int], form: str) -> bytes:
        task = f"picture {form} {size[0]}x{size[1]} 2"
        return self._context.cache.get(task, original.fingerprint, lambda _: encode(original.pixels, size, form))


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

    @cached_property
    def pixels(self) -> Pixels:
        """The picture, as wide as the widest variant. Raises PictureError."""
        if is_drawing(self._file.name):
            return decode(render_drawing(self._data, WIDEST_PNG), WIDEST_PNG)
        header = read_header(BytesIO(self._data))
        with self._large_picture_lock if header.width * header.height > _LARGE_PICTURE else nullcontext():
            return decode(self._data, self._widest)


def _planned_files(planned: PlannedPicture) -> Iterator[tuple[str, tuple[int, int], str]]:
    """Yield the files to make from a picture: the path on the site, the size in pixels and the format of each."""
    if is_drawing(planned.asset) and planned.sized:
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


def _site_path(page_url: str, src: str) -> str:
    """Return the path on the site of a picture; "" for one on another site. ``src`` is relative to the page."""
    try:
        address = urlsplit(src)
    except ValueError:
        return ""
    if address.scheme or address.netloc or not address.path or address.path.startswith("/"):
        return ""
    return posixpath.normpath(posixpath.join(page_url, unquote(address.path)))
