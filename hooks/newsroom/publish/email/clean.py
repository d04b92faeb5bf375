"""What of a page's HTML may go into an email: plain, safe elements, whatever raw HTML an author wrote.

The parser is a browser's (WHATWG HTML, through nh3), so that unclosed tags and stray ``</td>`` end up as browsers
would have them and cannot reach beyond the edition's text.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import nh3
from lxml import html as lxml_html

INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q"),
        *("s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
    )
)
_BLOCKS = frozenset(
    (
        *("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre", "blockquote", "figure", "figcaption", "img"),
        *("ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
        *("details", "summary"),
    )
)
_MEDIA = frozenset({"iframe", "video", "audio", "source"})
"""What :mod:`adapt` turns into links: it has to see them."""
_UNWRAPPED = frozenset(
    (
        *("address", "article", "aside", "center", "font", "footer", "header", "hgroup", "label", "main", "nav"),
        *("picture", "section", "big", "tt", "strike", "colgroup", "col", "nobr", "ruby", "rt", "rp", "html", "body"),
    )
)
"""Elements whose content stays where they go: readers of an email miss nothing."""
_DROPPED_WHOLE = frozenset({"script", "style", "template", "noscript", "object", "svg", "math", "canvas", "textarea"})
_TAGS = frozenset(INLINE | _BLOCKS | _MEDIA)
_ATTRIBUTES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "*": frozenset({"lang", "dir"}),
        "a": frozenset({"href", "title"}),
        "abbr": frozenset({"title"}),
        "iframe": frozenset({"src", "title"}),
        "video": frozenset({"src", "title"}),
        "audio": frozenset({"src", "title"}),
        "source": frozenset({"src"}),
        "img": frozenset({"src", "alt", "width", "height"}),
        "ol": frozenset({"start", "type"}),
        "td": frozenset({"colspan", "rowspan", "style"}),
        "th": frozenset({"colspan", "rowspan", "style"}),
        "h2": frozenset({"id"}),
        "time": frozenset({"datetime"}),
    }
)
_CLASSES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "a": frozenset({"button", "footnote-ref", "footnote-backref"}),
        "div": frozenset({"admonition", "footnote"}),
        "p": frozenset({"admonition-title"}),
    }
)
_KNOWN = frozenset((*_TAGS, *_UNWRAPPED))
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_NONCHARACTERS = "".join(chr(0x10000 * plane + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_NOTINLINE = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ue000-\uf8ff\ufdd0-\ufdef{_NONCHARACTERS}]"
)
"""Control characters, forced line breaks, byte order marks and private-use characters, which we need ourselves."""


def clean(html: str) -> str:
    """The HTML that may go into an email, with addresses as they were; ``html`` is the body of a page."""
    cleaned = _cleaned(without_control_characters(html))
    decoded = without_control_characters(cleaned)
    return cleaned if decoded == cleaned else _cleaned(decoded)


def _cleaned(html: str) -> str:
    return nh3.clean(
        html,
        tags=set(_TAGS),
        clean_content_tags=set(_DROPPED_WHOLE),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        allowed_classes={tag: set(names) for tag, names in _CLASSES.items()},
        filter_style_properties={"text-align"},
        url_schemes=set(_SCHEMES),
        link_rel=None,
    )


def without_control_characters(text: str) -> str:
    """The text without characters that are no words and that mail tools and inboxes trip over."""
    return text if text.isprintable() else _NOTINLINE.sub("", text)


def left_out(html: str) -> Iterator[tuple[str, str]]:
    """What :func:`clean` leaves out of an email that readers of the page may see: the id of the second-level heading
    above it ("" where there is none), and what it is, as an editor would write it.
    """
    section = ""
    root = lxml_html.fragment_fromstring(without_control_characters(html), create_parent="div")
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag == "h2" and element.get("id"):
            section = element.get("id") or ""
        if element.tag not in _KNOWN:
            yield section, f"<{element.tag}>"
        elif any(name.startswith("on") for name in element.attrib):
            yield section, next(name for name in element.attrib if name.startswith("on"))
        elif "style" in element.attrib and element.tag not in ("td", "th"):
            yield section, "style="
