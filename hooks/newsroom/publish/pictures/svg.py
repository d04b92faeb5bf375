"""Drawings in SVG: their size, their safety, and a PNG for programs that do not support SVG."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

import resvg_py
from lxml import etree

from newsroom.publish.pictures.decode import PictureError
from newsroom.publish.pictures.svg_policy import SVG_NAMESPACE, Danger, clean_drawing

_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*")
"""Matches "24" and "24.5px", not "50%"."""
_MAX_BYTES = 2_000_000
_MAX_COST = 20_000
"""The maximum number of elements, including copies by `<use>`. Nested copies grow exponentially ("billion laughs")."""
_DECLARATION = re.compile(rb"<!(?:ATTLIST|ELEMENT|ENTITY|NOTATION)")
_COSTLY = re.compile(r"filter|mask|dasharray")
_COST_OF_EFFECT = 200
"""How many plain elements take as long to draw as one with an effect."""
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


def png_path(path: str) -> str:
    """Return the path on the site of a drawing's PNG, which feeds, email and social cards use."""
    return f"{path}.png"


def render_drawing(data: bytes, max_side: int) -> bytes:
    """Return the PNG of an SVG file, at most ``max_side`` pixels wide and high. Raises PictureError."""
    root = _parse(data)
    return render_svg(etree.tostring(root, encoding="unicode"), _size(root).size_within(max_side))


def render_cropped_drawing(data: bytes, size: tuple[int, int]) -> bytes:
    """Return the PNG of an SVG file that fills a width and height in pixels: opposite edges are cut off equally.

    Raises PictureError if it cannot be drawn.
    """
    root = _parse(data)
    drawing = _size(root)
    if root.get("viewBox") is None:
        width, height = drawing.width or _FALLBACK_SIZE[0], drawing.height or _FALLBACK_SIZE[1]
        root.set("viewBox", f"0 0 {width} {height}")
    for name, value in zip(("width", "height"), size, strict=True):
        root.set(name, str(value))
    root.set("preserveAspectRatio", "xMidYMid slice")
    return render_svg(etree.tostring(root, encoding="unicode"), size)


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
    return _size(_parse(data))


def clean_svg(data: bytes) -> bytes:
    """Return the drawing as it is published: without all that :mod:`svg_policy` does not allow. Raises PictureError."""
    return etree.tostring(_parse(data), encoding="utf-8")


def _parse(data: bytes) -> etree._Element:
    """Return the cleaned root of a drawing. Raises PictureError."""
    if len(data) > _MAX_BYTES or data.count(b"<") > 3 * _MAX_COST:
        raise PictureError("picture-too-large", "is too large for a drawing", "save it as PNG")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, attribute_defaults=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise PictureError("picture-damaged", "is not a drawing that can be read", "save it again as SVG") from error
    if etree.QName(root).localname != "svg":
        raise PictureError("picture-damaged", "is not a drawing that can be read", "save it again as SVG")
    if danger := next(_find_dangers(root), None):
        raise PictureError("picture-drawing-unsafe", danger.what, danger.fix)
    width, height = _size(root).size_within(WIDEST_PNG)
    if max(width, height) > _MAX_SIDE_RATIO * min(width, height):
        what = f"has one side over {_MAX_SIDE_RATIO} times as long as the other"
        raise PictureError("picture-too-large", what, "cut it into several drawings")
    return root


def _find_dangers(root: etree._Element) -> Iterator[Danger]:
    if _DECLARATION.search(etree.tostring(root.getroottree(), encoding="utf-8")):
        yield Danger("declares entities, which browsers may not know")
    if any(isinstance(node, etree._ProcessingInstruction) for node in root.itersiblings(preceding=True)):
        yield Danger("takes its style from elsewhere")
    yield from clean_drawing(root)
    if _drawing_cost(root) > _MAX_COST:
        yield Danger("repeats its shapes or effects so often that browsers would stop responding")


def _drawing_cost(root: etree._Element) -> int:
    """Return the number of elements, including those that `<use>` copies, and those whose time effects take.

    A cycle of copies counts once.
    """
    elements = [*root.iter(etree.Element)]
    by_id = {f"#{element.get('id')}": element for element in elements if element.get("id")}
    styles = "".join(str(text) for style in root.iter(f"{{{SVG_NAMESPACE}}}style") for text in style.itertext())
    base = _COST_OF_EFFECT if _COSTLY.search(styles) else 1
    costs: dict[etree._Element, int] = {}

    def cost(element: etree._Element) -> int:
        if element not in costs:
            has_effect = any(_COSTLY.search(f"{key!s}:{value!s}") for key, value in element.attrib.items())
            costs[element] = _COST_OF_EFFECT if has_effect else base
            hrefs = [str(value).strip() for key, value in element.attrib.items() if str(key).endswith("href")]
            is_copy = etree.QName(element).localname == "use"
            copies = [by_id[href] for href in hrefs if is_copy and href in by_id]
            costs[element] += sum(cost(part) for part in (*element.iterchildren("*"), *copies))
        return costs[element]

    try:
        return cost(root)
    except RecursionError:
        return _MAX_COST + 1


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
