"""Drawings in SVG: how large they are, and whether one can be shown as it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from lxml import etree

from newsroom.publish.pictures.decode import PictureError

_RUNNING = frozenset({"script", "handler", "listener", "foreignobject", "iframe", "object", "embed", "audio", "video"})
_DESCRIBING = "metadata"
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_FOREIGN_STYLE = re.compile(r"""@import|url\(\s*["']?\s*(?!["'#\s])""", re.IGNORECASE)
_DATA = re.compile(r"""^\s*data:|url\(\s*["']?\s*data:""", re.IGNORECASE)
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*")
_PLAIN = "save it again without that, as plain SVG"
_EMBEDDED = "has another file embedded in it"
_AS_PIXELS = "save the whole drawing as PNG, or take that file out and save it again as plain SVG"


@dataclass(frozen=True)
class Drawing:
    """A drawing's width and height in CSS pixels, where it says them."""

    width: int | None
    height: int | None


def read_drawing(data: bytes) -> Drawing:
    """What an SVG file says of its size: in `width` and `height`, else in its `viewBox`.

    Raises PictureError where it is no SVG, holds what could run, or shows what stands elsewhere.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise PictureError("picture-damaged", "is not a drawing that can be read", "save it again as SVG") from error
    if _local_name(root) != "svg":
        raise PictureError("picture-damaged", "is not a drawing that can be read", "save it again as SVG")
    for fault in _faults(root):
        raise PictureError("picture-drawing-unsafe", fault, _AS_PIXELS if fault.startswith(_EMBEDDED) else _PLAIN)
    return _size(root)


def _faults(root: etree._Element) -> Iterator[str]:
    if b"<!ENTITY" in etree.tostring(root.getroottree(), encoding="utf-8"):
        yield "declares entities, which browsers may not know"
    if any(isinstance(node, etree._ProcessingInstruction) for node in root.itersiblings(preceding=True)):
        yield "takes its style from elsewhere"
    for element in root.iter():
        if isinstance(element.tag, str) and not _is_description(element):
            yield from _element_faults(element)


def _element_faults(element: etree._Element) -> Iterator[str]:
    name = _local_name(element)
    if name in _RUNNING:
        yield f"contains <{name}>, which could run or show anything"
    if name == "style" and _FOREIGN_STYLE.search("".join(cast("Iterator[str]", element.itertext()))):
        yield "takes its style from elsewhere"
    for key, text in element.attrib.items():
        attribute, value = etree.QName(str(key)).localname.lower(), str(text)
        if attribute.startswith("on"):
            yield f"contains the attribute {attribute}, which could run a program"
        elif _DATA.search(value):
            yield f"{_EMBEDDED} ('{_shortened(value)}'), and the check cannot look into that"
        elif _leads_out(attribute, value):
            yield f"refers to '{_shortened(value)}', outside the drawing"


def _leads_out(attribute: str, value: str) -> bool:
    if attribute in ("href", "src"):
        return not value.lstrip().startswith("#")
    is_animated_to = attribute in ("to", "from", "by", "values") and _ELSEWHERE.match(value) is not None
    return is_animated_to or _FOREIGN_STYLE.search(value) is not None


def _is_description(element: etree._Element) -> bool:
    return any(_local_name(parent) == _DESCRIBING for parent in element.iterancestors())


def _shortened(value: str) -> str:
    plain = " ".join(value.split())
    return plain if len(plain) <= 60 else f"{plain[:60]}…"


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
