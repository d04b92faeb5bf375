"""What a drawing (SVG) from an editor may contain: lists of elements and attributes, and the values that load files.

An SVG that is opened by its address is a page of its own, in which scripts run (SVG 2, 2.7). So a drawing with anything
active is refused, and the published file has only what is in these lists. What drawing programs add for themselves
(their own elements, descriptions, comments) is left out without a message: it changes nothing that readers see.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from newsroom.markup.tree import remove_element
from newsroom.problems import shorten

SVG_NAMESPACE = "http://www.w3.org/2000/svg"
_XHTML_NAMESPACE = "http://www.w3.org/1999/xhtml"
_NAMESPACES = (None, SVG_NAMESPACE, _XHTML_NAMESPACE)
"""Elements in other namespaces are ignored by browsers: drawing programs write them for themselves."""
_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ELEMENTS = frozenset(
    (
        *("svg", "g", "defs", "symbol", "use", "switch", "title", "desc", "style", "path", "rect", "circle", "ellipse"),
        *("line", "polyline", "polygon", "text", "tspan", "textPath", "linearGradient", "radialGradient", "stop"),
        *("pattern", "clipPath", "mask", "marker", "filter", "feBlend", "feColorMatrix", "feComponentTransfer"),
        *("feComposite", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur"),
        *("feMerge", "feMergeNode", "feOffset"),
    )
)
_LEFT_OUT = frozenset({"metadata"})
_ATTRIBUTES = frozenset(
    (
        *("id", "class", "style", "lang", "role", "aria-hidden", "aria-label", "aria-labelledby", "version"),
        *("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "fr", "dx", "dy", "d", "points"),
        *("width", "height", "viewBox", "preserveAspectRatio", "transform", "rotate", "textLength", "lengthAdjust"),
        *("startOffset", "method", "spacing", "side", "pathLength", "offset", "gradientUnits", "gradientTransform"),
        *("spreadMethod", "patternUnits", "patternContentUnits", "patternTransform", "clipPathUnits", "maskUnits"),
        *("maskContentUnits", "markerUnits", "markerWidth", "markerHeight", "refX", "refY", "orient", "filterUnits"),
        *("primitiveUnits", "in", "in2", "result", "mode", "type", "values", "operator", "k1", "k2", "k3", "k4"),
        *("stdDeviation", "edgeMode", "tableValues", "slope", "intercept", "amplitude", "exponent", "href"),
        *("alignment-baseline", "baseline-shift", "clip-path", "clip-rule", "color", "color-interpolation"),
        *("color-interpolation-filters", "direction", "display", "dominant-baseline", "fill", "fill-opacity"),
        *("fill-rule", "filter", "flood-color", "flood-opacity", "font-family", "font-size", "font-size-adjust"),
        *("font-stretch", "font-style", "font-variant", "font-weight", "isolation", "letter-spacing", "marker-end"),
        *("marker-mid", "marker-start", "mask", "mask-type", "mix-blend-mode", "opacity", "overflow", "paint-order"),
        *("shape-rendering", "stop-color", "stop-opacity", "stroke", "stroke-dasharray", "stroke-dashoffset"),
        *("stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width", "text-anchor"),
        *("text-decoration", "text-rendering", "unicode-bidi", "vector-effect", "visibility", "word-spacing"),
        *("writing-mode", _XLINK_HREF, _XML_SPACE, _XML_LANG),
    )
)
_STYLE_OUTSIDE = re.compile(r"""url\((?!\s*["']?#)|\\|@|(?:image|image-set|src|cross-fade|element)\(""", re.IGNORECASE)
"""Matches "url(a.png)", "@import", "\\75rl(" and "image-set(", but not "url(#leaf)"."""
_EMBEDDED_FILE = re.compile(r"""^\s*data:|url\(\s*["']?\s*data:""", re.IGNORECASE)
"""Matches "data:image/png" and "url(data:image/png)", but not "a data: address"."""
_FIX_EMBEDDED = "save the whole drawing as PNG, or take that file out and save it again as plain SVG"


class Danger(NamedTuple):
    """What makes a drawing unsafe, as a clause about it: "takes its style from elsewhere", and how to fix it."""

    what: str
    fix: str = "save it again without that, as plain SVG"


def clean_drawing(root: etree._Element) -> Iterator[Danger]:
    """Remove from a drawing what the lists do not have, and yield what makes it unsafe."""
    for node in [*root.iter()]:
        name = etree.QName(node) if isinstance(node.tag, str) else None
        if name is None or name.namespace not in _NAMESPACES or name.localname in _LEFT_OUT:
            remove_element(node)
        else:
            yield from _clean_attributes(node)
            if name.localname not in _ELEMENTS or name.namespace == _XHTML_NAMESPACE:
                yield Danger(f"contains <{name.localname}>, which is not allowed in a drawing")
            if name.localname == "style" and _STYLE_OUTSIDE.search("".join(map(str, node.itertext()))):
                yield Danger("takes its style from elsewhere")
    if etree.QName(root).namespace != SVG_NAMESPACE:
        yield Danger("is not marked as SVG (xmlns), so that browsers do not show it")


def _clean_attributes(element: etree._Element) -> Iterator[Danger]:
    for key, text in [*element.attrib.items()]:
        attribute, value = str(key), str(text)
        if etree.QName(attribute).localname.lower().startswith("on"):
            yield Danger(f"contains the attribute {attribute.lower()}, which could run a program")
        elif _EMBEDDED_FILE.search(value):
            what = f"has another file embedded in it ('{_quoted(value)}'), and the check cannot look into that"
            yield Danger(what, _FIX_EMBEDDED)
        elif attribute not in _ATTRIBUTES:
            del element.attrib[attribute]
        elif _leads_outside(attribute, value):
            yield Danger(f"refers to '{_quoted(value)}', outside the drawing")


def _leads_outside(attribute: str, value: str) -> bool:
    if attribute in ("href", _XLINK_HREF):
        return not value.lstrip().startswith("#")
    return _STYLE_OUTSIDE.search(value) is not None


def _quoted(value: str) -> str:
    return shorten(" ".join(value.split()), 60)
