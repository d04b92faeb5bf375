"""Drawings in SVG: their size, their safety, and a PNG for programs that do not support SVG."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import cast

import resvg_py
from lxml import etree

from newsroom.problems import shorten
from newsroom.publish.pictures.decode import PictureError

_ACTIVE_ELEMENTS = frozenset(
    {"script", "handler", "listener", "foreignobject", "iframe", "object", "embed", "audio", "video"}
)
_METADATA = "metadata"
_OTHER_ADDRESS = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
"""Matches "https://elm.example" and "//elm.example", not "#leaf"."""
_FOREIGN_STYLE = re.compile(r"""@import|url\(\s*["']?\s*(?!["'#\s])""", re.IGNORECASE)
"""Matches "@import" and "url(a.png)", not "url(#leaf)"."""
_EMBEDDED_FILE = re.compile(r"""^\s*data:|url\(\s*["']?\s*data:""", re.IGNORECASE)
"""Matches "data:image/png" and "url(data:image/png)", not "a data: address"."""
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*")
"""Matches "24" and "24.5px", not "50%"."""
_FIX_PLAIN_SVG = "save it again without that, as plain SVG"
_EMBEDDED = "has another file embedded in it"
_FIX_PNG = "save the whole drawing as PNG, or take that file out and save it again as plain SVG"


_MAX_ELEMENTS = 20_000
"""The maximum number of elements, including copies by `<use>`. Nested copies grow exponentially ("billion laughs")."""
_MAX_SIDE_RATIO = 200
_FALLBACK_SIZE = (300, 150)
"""The size of a drawing without a size of its own (CSS 2.2, 10.3.2)."""
WIDEST_PNG = 1200
"""The maximum width and height of the PNG of a drawing, in pixels."""
FONT = str(files("font_source_serif_pro") / "files" / "SourceSerifPro-Semibold.otf")
"""The only font. Fonts installed on a machine would make the result depend on the machine."""


@dataclass(frozen=True)
class Drawing:
    """A drawing's width and height in CSS pixels, if it has them."""

    width: int | None
    height: int | None

    def size_within(self, max_side: int) -> tuple[int, int]:
        """Return the size of its PNG: its own size, or a smaller one that is at most ``max_side`` wide and high."""
        width, height = self.width or _FALLBACK_SIZE[0], self.height or _FALLBACK_SIZE[1]
        scale = min(1, max_side / max(width, height))
        return max(1, int(width * scale)), max(1, int(height * scale))


def is_drawing(path: str) -> bool:
    """Whether the file at a path is an SVG, by its name."""
    return path.lower().endswith(".svg")


def png_path(path: str) -> str:
    """Return the path on the site of a drawing's PNG, which feeds, email and social cards use."""
    return f"{path}.png"


def render_drawing(data: bytes, max_side: int) -> bytes:
    """Return the PNG of an SVG file, at most ``max_side`` pixels wide and high. Raises PictureError."""
    return render_svg(data.decode("utf-8", "replace"), read_drawing(data).size_within(max_side))


def render_svg(svg: str, size: tuple[int, int]) -> bytes:
    """Return the PNG of a drawing that fits into a width and height in pixels. The result is reproducible.

    Raises PictureError if it cannot be drawn.
    """
    width, height = size
    try:
        return resvg_py.svg_to_bytes(
            svg_string=svg,
            width=width,
            height=height,
            skip_system_fonts=True,
            font_files=[FONT],
            serif_family="Source Serif Pro",  # the fallback for fonts that are not available
        )
    except ValueError as error:
        raise PictureError("picture-damaged", "is not a drawing that can be read", "save it again as SVG") from error


def read_drawing(data: bytes) -> Drawing:
    """Return the size of an SVG file, from `width` and `height`, else from its `viewBox`.

    Raises PictureError if it is not an SVG, contains active content, or refers to other files.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise PictureError("picture-damaged", "is not a drawing that can be read", "save it again as SVG") from error
    if _local_name(root) != "svg":
        raise PictureError("picture-damaged", "is not a drawing that can be read", "save it again as SVG")
    for error_text in _find_errors(root):
        raise PictureError(
            "picture-drawing-unsafe", error_text, _FIX_PNG if error_text.startswith(_EMBEDDED) else _FIX_PLAIN_SVG
        )
    drawing = _size(root)
    width, height = drawing.size_within(WIDEST_PNG)
    if max(width, height) > _MAX_SIDE_RATIO * min(width, height):
        what = f"has one side over {_MAX_SIDE_RATIO} times as long as the other"
        raise PictureError("picture-too-large", what, "cut it into several drawings")
    return drawing


def _find_errors(root: etree._Element) -> Iterator[str]:
    if b"<!ENTITY" in etree.tostring(root.getroottree(), encoding="utf-8"):
        yield "declares entities, which browsers may not know"
    if any(isinstance(node, etree._ProcessingInstruction) for node in root.itersiblings(preceding=True)):
        yield "takes its style from elsewhere"
    for element in root.iter():
        if isinstance(element.tag, str) and not _is_description(element):
            yield from _find_element_errors(element)

    if _count_elements(root) > _MAX_ELEMENTS:
        yield "repeats its shapes so often that browsers would stop responding"


def _count_elements(root: etree._Element) -> int:
    """Return the number of elements, including those that `<use>` copies. A cycle of copies counts once."""
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    by_id = {f"#{element.get('id')}": element for element in elements if element.get("id")}
    counts: dict[etree._Element, int] = {}

    def count(element: etree._Element) -> int:
        if element not in counts:
            counts[element] = 1
            hrefs = [str(value).strip() for key, value in element.attrib.items() if str(key).endswith("href")]
            copies = [by_id[href] for href in hrefs if href in by_id and _local_name(element) == "use"]
            counts[element] += sum(count(part) for part in (*element.iterchildren("*"), *copies))
        return counts[element]

    try:
        return count(root)
    except RecursionError:
        return _MAX_ELEMENTS + 1


def _find_element_errors(element: etree._Element) -> Iterator[str]:
    name = _local_name(element)
    if name in _ACTIVE_ELEMENTS:
        yield f"contains <{name}>, which could run or show anything"
    if name == "style" and _FOREIGN_STYLE.search("".join(cast("Iterator[str]", element.itertext()))):
        yield "takes its style from elsewhere"
    for key, text in element.attrib.items():
        attribute, value = etree.QName(str(key)).localname.lower(), str(text)
        if attribute.startswith("on"):
            yield f"contains the attribute {attribute}, which could run a program"
        elif _EMBEDDED_FILE.search(value):
            yield f"{_EMBEDDED} ('{_quoted(value)}'), and the check cannot look into that"
        elif _leads_outside(attribute, value):
            yield f"refers to '{_quoted(value)}', outside the drawing"


def _leads_outside(attribute: str, value: str) -> bool:
    if attribute in ("href", "src"):
        return not value.lstrip().startswith("#")
    is_animated_to = attribute in ("to", "from", "by", "values") and _OTHER_ADDRESS.match(value) is not None
    return is_animated_to or _FOREIGN_STYLE.search(value) is not None


def _is_description(element: etree._Element) -> bool:
    return any(_local_name(parent) == _METADATA for parent in element.iterancestors())


def _quoted(value: str) -> str:
    return shorten(" ".join(value.split()), 60)


def _local_name(element: etree._Element) -> str:
    return etree.QName(element).localname.lower()


def _size(root: etree._Element) -> Drawing:
    lengths = [_LENGTH.fullmatch(str(root.get(name, ""))) for name in ("width", "height")]
    box = re.split(r"[\s,]+", str(root.get("viewBox", "")).strip())
    given = [match[1] for match in lengths if match]
    numbers = given if len(given) == 2 else box[2:] if len(box) == 4 else []
    try:
        width, height = (round(float(number)) for number in numbers)
    except (OverflowError, ValueError):
        return Drawing(None, None)
    return Drawing(width, height) if min(width, height) > 0 else Drawing(None, None)
