"""The HTML of an entry: what its page says, safe in any reader, and with whole addresses."""

import re
from collections.abc import Callable, Mapping
from html import escape, unescape
from types import MappingProxyType
from urllib.parse import unquote, urljoin, urlsplit

import nh3

from newsroom.publish.embeds import without_foreign_loads
from newsroom.publish.pictures.markup import figure_html
from newsroom.publish.pictures.rewrite import ImageTag, Replacement, image_tag, replace_images
from newsroom.publish.pictures.svg import is_drawing, png_path
from newsroom.publish.players import with_links
from newsroom.publish.recordings import AMONG_WORDS, link_words
from newsroom.tags import find_tags
from newsroom.translations import Translations

_INLINE = (
    *("a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark"),
    *("q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
)
_BLOCKS = (
    *("article", "aside", "blockquote", "caption", "col", "colgroup", "dd", "details", "div", "dl", "dt"),
    *("figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "nav", "ol", "p"),
    *("pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
)
_MEDIA = ("audio", "img", "picture", "source", "video")
_DROPPED_WHOLE = (
    *("button", "canvas", "datalist", "math", "noscript", "object", "script", "select", "style", "svg", "template"),
    *("textarea", "title"),
)
_ATTRIBUTES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "*": frozenset({"dir", "id", "lang", "title"}),
        "a": frozenset({"href", "hreflang"}),
        "audio": frozenset({"controls", "preload", "src"}),
        "blockquote": frozenset({"cite"}),
        "col": frozenset({"span"}),
        "colgroup": frozenset({"span"}),
        "data": frozenset({"value"}),
        "del": frozenset({"cite", "datetime"}),
        "details": frozenset({"open"}),
        "img": frozenset({"alt", "height", "sizes", "src", "srcset", "width"}),
        "ins": frozenset({"cite", "datetime"}),
        "li": frozenset({"value"}),
        "ol": frozenset({"reversed", "start", "type"}),
        "q": frozenset({"cite"}),
        "source": frozenset({"media", "sizes", "src", "srcset", "type"}),
        "td": frozenset({"colspan", "headers", "rowspan"}),
        "th": frozenset({"abbr", "colspan", "headers", "rowspan", "scope"}),
        "time": frozenset({"datetime"}),
        "video": frozenset({"controls", "height", "poster", "preload", "src", "width"}),
    }
)
_ADDRESSES = frozenset({"cite", "href", "poster", "src"})
_LINK_SCHEMES = frozenset({"http", "https", "mailto", "sms", "tel"})
_FRAGMENT = re.compile(r"""href\s*=\s*["']?#([^"'\s>]+)""", re.IGNORECASE)
_CANDIDATE = re.compile(r"[\s,]*([^\s,]\S*[^\s,]|[^\s,])\s*([\d.]+[wxh])?\s*(?:,|$)")
_NOT_XML = re.compile("[^\\t\\n\\r\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def plain_text(text: str) -> str:
    """A text without the characters that no XML document can hold (XML 1.0, section 2.2) or that it discourages."""
    return text if text.isascii() and text.isprintable() else _NOT_XML.sub("", text)


def page_content(html: str, page_url: str, site_url: str, t: Translations) -> str:
    """What readers of feeds see of a page.

    ``html`` is the HTML that ``plain_body`` gives. As on the page, what would load from another host is a link; so is a
    frame, wherever it comes from. Pictures with a title are figures, and drawings are PNG: many readers show no SVG.
    ``words`` are those of the page's language.
    """
    html = _with_figures(with_links(without_foreign_loads(html, site_url, t), t))
    return safe_html(_without_frames(html, t), page_url)


def safe_html(html: str, page_url: str) -> str:
    """HTML for feeds, fit for XML, in which every address is whole.

    Scripts, styles, forms, classes and ids go, but for the ids to which the HTML itself has links, as of footnotes:
    such a link leads to the page, and readers that find its fragment in the entry stay there.
    """
    html = plain_text(html)
    linked = frozenset(unquote(unescape(fragment)) for fragment in _FRAGMENT.findall(html))
    cleaned = nh3.clean(
        html,
        tags={*_INLINE, *_BLOCKS, *_MEDIA},
        clean_content_tags=set(_DROPPED_WHOLE),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        attribute_filter=_attribute_filter(page_url, linked),
        url_schemes=set(_LINK_SCHEMES),
        link_rel=None,
    )
    return replace_images(_NOT_XML.sub("", cleaned), _words_for_missing)


def _attribute_filter(page_url: str, linked: frozenset[str]) -> Callable[[str, str, str], str | None]:
    def kept(_tag: str, name: str, value: str) -> str | None:
        if name == "id":
            return value if value in linked else None
        if name == "srcset":
            return _whole_list(value, page_url)
        return _whole(value, page_url) if name in _ADDRESSES else value

    return kept


def _whole(address: str, page_url: str) -> str | None:
    """An address on a page as a whole one; None for one that leads nowhere."""
    try:
        whole = urljoin(page_url, address.strip())
        return whole if urlsplit(whole).scheme in _LINK_SCHEMES else None
    except ValueError:
        return None


def _whole_list(srcset: str, page_url: str) -> str | None:
    """The attribute `srcset` (WHATWG HTML, 4.8.4.2.1) with whole addresses; None where it has none."""
    found = ((_whole(address, page_url), size) for address, size in _CANDIDATE.findall(srcset))
    return ", ".join(f"{address} {size}".rstrip() for address, size in found if address) or None


def _words_for_missing(tag: ImageTag) -> Replacement | None:
    """The words of a picture whose address could not stay, as one in a data: URL."""
    has_address = "src" in tag.attributes or "srcset" in tag.attributes
    return None if has_address else Replacement(escape(tag.attributes.get("alt", ""), quote=False))


def _with_figures(html: str) -> str:
    """The HTML in which a picture that has a paragraph to itself, and a title, is a figure, and drawings are PNG."""

    def shown(tag: ImageTag) -> Replacement | None:
        attributes = dict(tag.attributes)
        if is_drawing(attributes.get("src", "")):
            attributes["src"] = png_path(attributes["src"])
        caption = attributes.get("title", "").strip()
        if tag.is_alone and caption:
            del attributes["title"]
            return Replacement(figure_html(image_tag(attributes), caption), is_for_paragraph=True)
        return Replacement(image_tag(attributes)) if attributes != tag.attributes else None

    return replace_images(html, shown)


def _without_frames(html: str, t: Translations) -> str:
    """The HTML in which a link stands in the place of a frame: no reader shows another page in an entry."""
    if "<iframe" not in html.lower():
        return html
    parts: list[str] = []
    position, open_words = 0, 0
    for tag in find_tags(html):
        open_words += (-1 if tag.is_end else 1) if tag.name in AMONG_WORDS else 0
        if tag.name != "iframe":
            continue
        parts.append(html[position : tag.start])
        position = tag.end + len(tag.text or "")
        if not tag.is_end and (address := tag.get("src")):
            said = link_words(tag.name, t, (tag.get("title") or "").strip(), is_known=False)
            link = f'<a href="{escape(address)}">{escape(said, quote=False)}</a>'
            parts.append(link if open_words > 0 else f"<p>{link}</p>")
    return "".join([*parts, html[position:]])
