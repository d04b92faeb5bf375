"""Prepares the pictures of an imported document: upright, in sRGB, small enough, and without what the camera noted."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote

from lxml.html import HtmlElement
from PIL import Image

from newsroom.importing.html.media import written_words
from newsroom.importing.source import NoteLog
from newsroom.importing.tree import drop, drop_picture, find_by_xpath
from newsroom.problems import shorten
from newsroom.publish.pictures.decode import PictureError, decode, read_header
from newsroom.publish.pictures.variants import WIDTHS, encode_picture

MAX_SIDE = WIDTHS[-1]
"""The longest side of an imported picture in pixels: the site shows none that is wider."""
_MIN_SIDE = 16
"""A picture that is smaller in both directions is a spacer, or counts readers."""
_NO_PICTURE = ""
"""The name of an image that readers do not need, such as a spacer."""
_JPEG = b"\xff\xd8"
_JPEG_OPTIONS: Mapping[str, object] = {"quality": 88, "optimize": True, "progressive": True}
_MAX_DRAWING_COLOURS = 256
_MAX_DRAWING_GREYS = 32
"""A black-and-white photograph has no more than 256 colours either."""
_MUCH_SMALLER = 0.6


@dataclass(frozen=True)
class PreparedPicture:
    """A picture's file as it is written, and its ending, like ".jpg"."""

    data: bytes
    ending: str


def prepare_picture(data: bytes) -> PreparedPicture:
    """Make the file of a picture: a JPEG, or a PNG for a drawing or transparency. Raises PictureError.

    Of a picture that moves the first frame is kept, since readers must be able to stop what moves.
    """
    image = decode(data, MAX_SIDE)
    if image.height > MAX_SIDE:
        size = (max(1, round(image.width * MAX_SIDE / image.height)), MAX_SIDE)
        image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)
    if data.startswith(_JPEG):
        return PreparedPicture(encode_picture(image, "JPEG", _JPEG_OPTIONS), ".jpg")
    is_drawing = _is_drawing(image)
    if is_drawing and image.mode == "RGB":
        image = image.quantize(_MAX_DRAWING_COLOURS, dither=Image.Dither.NONE)
    png = encode_picture(image, "PNG", {"optimize": True})
    if is_drawing or image.mode == "RGBA":
        return PreparedPicture(png, ".png")
    jpeg = encode_picture(image, "JPEG", _JPEG_OPTIONS)
    return PreparedPicture(jpeg, ".jpg") if len(jpeg) < _MUCH_SMALLER * len(png) else PreparedPicture(png, ".png")


def _is_drawing(image: Image.Image) -> bool:
    colours = image.convert("RGB").getcolors(_MAX_DRAWING_COLOURS)
    if colours is None:
        return False
    is_grey = all(isinstance(colour, tuple) and len(set(colour)) == 1 for _, colour in colours)
    return not is_grey or len(colours) <= _MAX_DRAWING_GREYS


class PictureSet:
    """Prepares the pictures of one document and names them: ``stem-1.jpg``, ``stem-2.png``.

    ``files`` are the prepared files by name, ``names`` their names by source. Equal pictures are one file. ``log`` gets
    notes on what is left out.
    """

    def __init__(self, stem: str, taken: frozenset[str], log: NoteLog) -> None:
        self._stem = stem
        self._taken = taken
        self.log = log
        self._prepared: dict[bytes, str | None] = {}
        self.names: dict[str, str] = {}
        self._number = 0
        self.files: dict[str, bytes] = {}

    def place(self, body: HtmlElement, pictures: Mapping[str, bytes]) -> None:
        """Prepare the pictures in a document, write their new names into it, and remove those that cannot be shown.

        An address of ``pictures`` may be percent-encoded in the document, since lxml writes "a b.png" as "a%20b.png".
        """
        sources: dict[str, list[str]] = {}
        for known in pictures:
            sources.setdefault(unquote(known), []).append(known)
        for image in find_by_xpath(body, ".//img"):
            source = image.get("src", "")
            spellings = sources.get(unquote(source), [])
            data = pictures.get(source, pictures[spellings[0]] if spellings else None)
            name = self._name(data) if data is not None else None
            if data is None:
                what = f"The picture {shorten(source, 80)} is on another website. If you may use it, add it by hand."
                self.log.dropped(what)
            if not name:
                (drop if name == _NO_PICTURE else drop_picture)(image)
                continue
            image.set("src", name)
            self.names.update(dict.fromkeys([source, *spellings], name))
            alt = written_words(image.get("alt"))
            image.set("alt", "" if alt.isdecimal() else alt)

    def _name(self, data: bytes) -> str | None:
        if data not in self._prepared:
            self._prepared[data] = self._prepare(data)
        return self._prepared[data]

    def _prepare(self, data: bytes) -> str | None:
        try:
            header = read_header(BytesIO(data))
            if max(header.width, header.height) < _MIN_SIDE:
                return _NO_PICTURE
            prepared = prepare_picture(data)
        except PictureError as error:
            what = f"A picture is left out, because it {error.what}. To add it by hand, {error.fix}."
            self.log.dropped(what)
            return None
        name = self._free_name(prepared.ending)
        self.files[name] = prepared.data
        if header.is_animated:
            what = "The picture moves: only its first frame is kept, since readers must be able to stop what moves."
            self.log.dropped(what, name)
        return name

    def _free_name(self, ending: str) -> str:
        while True:
            self._number += 1
            stem = f"{self._stem}-{self._number}"
            if not any(name.startswith(f"{stem}.") for name in self._taken):
                return f"{stem}{ending}"


def with_names(markdown: str, names: Mapping[str, str]) -> str:
    """Markdown whose pictures have other names, by those that they have in it."""
    addresses = "|".join(map(re.escape, names))
    # matches where a picture is shown or defined: "![tree](tree.jpg)", "src='tree.jpg'" and "[tree]: tree.jpg"
    shown = rf"""(\]\(|^[ ]{{0,3}}\[[^\]\n]+\]:[ \t]*|src=["']?)(?:({addresses})|<({addresses})>)(?=[\s)"'>]|\Z)"""
    place = re.compile(shown, re.MULTILINE)
    return place.sub(lambda found: f"{found[1]}{names[found[2] or found[3]]}", markdown) if names else markdown
