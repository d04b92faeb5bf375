"""The HTML that is allowed on a page, in a feed and in an email. A security review of content needs only this file.

Editors may write HTML in Markdown, and so may a stranger's pull request. The HTML of each text goes through
`AllowList.clean` of :data:`WEB` once, when it is rendered. Feeds and email clean the result again with the shorter
:data:`FEED` and :data:`EMAIL`. nh3 parses with html5ever, as browsers do (https://html.spec.whatwg.org/#parsing), keeps
what is in the list, and writes a balanced tree. An element that is not in the list is removed and its text stays. An
element in ``removed`` is removed with its content. No list has an element whose content is not parsed as HTML (script,
style, iframe, svg, math, textarea, …), so every parser reads the result in the same way.

Three more things are decided here:

- what would make a reader's browser ask another host (:func:`is_on_another_host`); a link replaces it
- what is an embed (:data:`EMBEDS`); a link replaces it, wherever it comes from
- what readers would not see (:func:`is_hidden`); it is removed everywhere
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

import nh3

from newsroom.markup.alignment import ALIGNED, ALIGNMENTS, alignment

TARGET_SCHEME = "newsroom-target"
"""The scheme of placeholders for addresses that are not known yet: see ``content.outline.RenderedText``."""
LINK_SCHEMES = frozenset({"http", "https", "ftp", "mailto", "tel", "sms"})
"""The schemes that a link may have. It may also be a path on the site itself."""
EMBEDS = frozenset({"iframe", "embed", "object", "frame"})
"""Elements that show another page or file. They are never on a page: a link replaces them."""
PLAYERS = frozenset({"audio", "video"})
LOADED_ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "img": ("src",),
    "source": ("src",),
    "track": ("src",),
    "audio": ("src",),
    "video": ("src", "poster"),
}
"""The attributes whose address a browser loads at once, besides `srcset`. The lists allow no others."""
AUTOPLAY_ATTRIBUTES = frozenset({"autoplay", "loop"})
"""Attributes of players that are not allowed, because readers could not stop them (WCAG 2.2, 1.4.2 and 2.2.2)."""

INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark"),
        *("q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
    )
)
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "caption", "col", "colgroup", "dd", "details", "div", "dl"),
        *("dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li"),
        *("nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
_EMAIL_BLOCKS = _BLOCKS - frozenset(
    ("address", "article", "aside", "col", "colgroup", "footer", "header", "hgroup", "nav", "section")
)
_REMOVED = frozenset(
    (
        *("applet", "base", "basefont", "canvas", "datalist", "dialog", "fencedframe", "frame", "frameset", "iframe"),
        *("embed", "link", "math", "meta", "noembed", "noframes", "noscript", "object", "optgroup", "option"),
        *("param", "plaintext", "portal", "script", "select", "style", "svg", "template", "textarea", "title", "xmp"),
    )
)
"""Elements that are removed with their content, which is not text for readers or is not parsed as HTML."""
IGNORED = frozenset({"body", "frameset", "head", "html"})
"""Elements that a page has already. Their tags in a text do nothing, whatever attributes they have."""
_ON_ALL_ELEMENTS = frozenset({"dir", "id", "lang", "title"})
_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "a": frozenset({"href", "hreflang"}),
    "audio": frozenset({"controls", "preload", "src"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "data": frozenset({"value"}),
    "del": frozenset({"datetime"}),
    "details": frozenset({"open"}),
    "img": frozenset({"alt", "height", "sizes", "src", "srcset", "width"}),
    "ins": frozenset({"datetime"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"reversed", "start", "type"}),
    "source": frozenset({"media", "sizes", "src", "srcset", "type"}),
    "td": frozenset({"colspan", "headers", "rowspan"}),
    "th": frozenset({"abbr", "colspan", "headers", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
    "video": frozenset({"controls", "height", "poster", "preload", "src", "width"}),
}
"""No quotation has `cite`: no reader sees that address, so nobody would notice that it leads to a withdrawn story."""
_WEB_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "*": frozenset({"aria-describedby", "aria-hidden", "aria-label", "aria-labelledby", "class", "role", "style"}),
    "a": frozenset({"download", "rel", "target"}),
    "img": frozenset({"loading"}),
    "input": frozenset({"checked", "disabled", "type"}),
    "span": frozenset({"data-embed"}),
    "track": frozenset({"default", "kind", "label", "src", "srclang"}),
}


@dataclass(frozen=True)
class AllowList:
    """The elements, attributes and addresses that may be in one kind of output.

    Attributes:
        tags: The elements.
        attributes: The attributes of each element; "*" for all elements.
        schemes: The schemes of addresses.
        classes: The classes of each element; None if all are allowed except the theme's.
        removed: The elements that are removed with their content.
    """

    tags: frozenset[str]
    attributes: Mapping[str, frozenset[str]]
    schemes: frozenset[str] = LINK_SCHEMES
    classes: Mapping[str, frozenset[str]] | None = None
    removed: frozenset[str] = _REMOVED

    def clean(self, html: str) -> str:
        """The allowed part of the HTML, as a balanced tree."""
        return str(self._cleaner.clean(html))

    def allows(self, tag: str, name: str) -> bool:
        """Whether an element may have an attribute with some value."""
        return name in self.attributes["*"] or name in self.attributes.get(tag, ())

    @cached_property
    def _cleaner(self) -> nh3.Cleaner:
        classes = {tag: set(names) for tag, names in self.classes.items()} if self.classes is not None else None
        return nh3.Cleaner(
            tags=set(self.tags),
            clean_content_tags=set(self.removed),
            attributes={tag: set(names) for tag, names in self.attributes.items()},
            attribute_filter=_allowed_value if classes is None else _allowed_style,
            allowed_classes=classes,
            url_schemes=set(self.schemes),
            link_rel=None,
        )


def _merge_attributes(*maps: Mapping[str, frozenset[str]]) -> Mapping[str, frozenset[str]]:
    names = {name for each in maps for name in each}
    return {name: frozenset().union(*(each.get(name, ()) for each in maps)) for name in names}


_MEDIA = frozenset({"audio", "img", "picture", "source", "video"})
WEB = AllowList(
    tags=INLINE | _BLOCKS | _MEDIA | {"input", "track"},
    attributes=_merge_attributes({"*": _ON_ALL_ELEMENTS}, _ATTRIBUTES, _WEB_ATTRIBUTES),
    schemes=LINK_SCHEMES | {TARGET_SCHEME},
)
"""A page. What it removes from a text is reported as a warning with its line (:mod:`newsroom.check.text.policy`)."""
FEED = AllowList(
    tags=INLINE | _BLOCKS - {"address", "hgroup"} | _MEDIA,
    attributes=_merge_attributes({"*": _ON_ALL_ELEMENTS}, _ATTRIBUTES),
    classes={},
)
"""A feed entry: like a page, without the site's classes and styles."""
EMAIL = AllowList(
    tags=INLINE - {"data", "rp", "rt", "ruby"} | _EMAIL_BLOCKS | {"img", "input"},
    attributes={
        "*": frozenset({"dir", "lang"}),
        "a": frozenset({"href", "title"}),
        "abbr": frozenset({"title"}),
        **dict.fromkeys(ALIGNED, frozenset({"style"})),
        "h2": frozenset({"id", "style"}),
        "img": frozenset({"alt", "height", "src", "width"}),
        "input": frozenset({"checked"}),
        "li": frozenset({"value"}),
        "ol": frozenset({"reversed", "start", "type"}),
        **dict.fromkeys(("td", "th"), frozenset({"colspan", "rowspan", "style"})),
        "time": frozenset({"datetime"}),
    },
    classes={
        "a": frozenset({"button", "footnote-backref", "footnote-ref", "video"}),
        "div": frozenset({"admonition", "footnote"}),
        "p": frozenset({"admonition-title"}),
        "span": frozenset({"first-name"}),
    },
    schemes=LINK_SCHEMES - {"ftp", "sms"},
    removed=_REMOVED | PLAYERS,
)
"""An email: elements that all mail programs show."""

_THEME_CLASSES = ("md-", "nw-", "js-", "giscus", "headerlink", "tabbed-", "task-list-control", "task-list-indicator")
"""The prefixes of classes that the site's own styles and scripts use, and with which the theme hides text."""
_PAGE_ID = "NW-"
"""The prefix of the ids in the site's own templates. Ids of headings are in lower case, so they never have it."""
_HIDING = frozenset({("display", "none"), ("visibility", "hidden"), ("visibility", "collapse"), ("opacity", "0")})
_CONTROLS = "".join(map(chr, range(0x21)))
_LINE_BREAKS: Mapping[int, int | None] = str.maketrans("", "", "\t\n\r\f")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
"""Matches the beginning of "https://elm.example/", but nothing in "a.md" or "//elm.example/"."""


def dropped_attributes(tag: str, attributes: Mapping[str, str]) -> Iterator[str]:
    """The names of the attributes that :data:`WEB` removes from an element, in whole or in part."""
    for name, value in attributes.items():
        if name == "style":
            if any(key != "text-align" or alignment not in ALIGNMENTS for key, alignment in _declarations(value)):
                yield name
        elif name in ("class", "download", "id", "rel", "target"):
            if _allowed_value(tag, name, value) != value:
                yield name
        elif name == "align" and alignment(tag, attributes):
            continue
        elif not WEB.allows(tag, name) and not name.startswith("xmlns"):
            yield name


def is_removed(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element is removed from a page with its content."""
    is_field = tag == "input" and attributes.get("type", "").lower() != "checkbox"
    return tag in _REMOVED - EMBEDS or is_field or is_hidden(attributes)


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Whether an element would be hidden on a page. Feeds and email would show it."""
    if "hidden" in attributes or "popover" in attributes:
        return True
    set_by_style = _declarations(attributes.get("style", ""))
    return any((name, value.partition("!")[0].strip()) in _HIDING for name, value in set_by_style)


def is_on_another_host(address: str, site_url: str) -> bool:
    """Whether a browser would request an address from another host than ``site_url``'s."""
    address_text = normalise_address(address)
    scheme = _scheme(address_text)
    if scheme is None and not address_text.startswith("//"):
        return False
    if scheme is not None and scheme not in ("http", "https"):
        return False  # no list allows it
    host = re.split(r"[/?#]", address_text[len(scheme) + 1 if scheme else 0 :].lstrip("/"), maxsplit=1)[0]
    return host.lower() != urlsplit(site_url).netloc.lower()


def is_allowed_link(address: str) -> bool:
    """Whether a link may lead to an address: a path, or one of :data:`LINK_SCHEMES`."""
    scheme = _scheme(normalise_address(address))
    return scheme is None or scheme in LINK_SCHEMES


def normalise_address(address: str) -> str:
    """An address as browsers parse it, without outer spaces and line breaks.

    See https://url.spec.whatwg.org/#url-parsing.
    """
    address_text = address.strip(_CONTROLS).translate(_LINE_BREAKS)
    scheme = _scheme(address_text)
    return address_text.replace("\\", "/") if scheme is None or scheme in ("http", "https") else address_text


def _scheme(address: str) -> str | None:
    found = _SCHEME.match(address)
    return found[1].lower() if found else None


def _declarations(style: str) -> Iterator[tuple[str, str]]:
    """The properties of a style, with their values. Properties with CSS escapes are not recognised, and not kept."""
    for declaration in style.lower().split(";"):
        name, _, value = declaration.partition(":")
        if name.strip():
            yield name.strip(), value.strip()


def _allowed_style(tag: str, name: str, value: str) -> str | None:
    return _allowed_value(tag, name, value) if name == "style" else value


def _allowed_value(tag: str, name: str, value: str) -> str | None:
    """The allowed part of an attribute's value: of a style the text alignment, of classes all but the theme's.

    A page that a link opens must not get this one's window, and a file is saved under its own name.
    """
    if tag == "input" and name == "type":
        return "checkbox"
    if name == "download":
        return ""
    if name == "target":
        return value if value.lower() == "_blank" else None
    if name == "rel":
        return " ".join(word for word in value.split() if word.lower() != "opener") or None
    if name == "srcset" and not all(map(is_allowed_link, re.split(r"[\s,]+", value))):
        return None
    if name in ("src", "poster") and tag != "img":
        return value if _scheme(normalise_address(value)) != TARGET_SCHEME else None
    if name == "style":
        alignment = [align for key, align in _declarations(value) if key == "text-align" and align in ALIGNMENTS]
        return f"text-align: {alignment[-1]};" if alignment else None
    if name == "id" and value.startswith(_PAGE_ID):
        return None
    if name == "class" and any(mark in value for mark in _THEME_CLASSES):
        return " ".join(part for part in value.split() if not part.startswith(_THEME_CLASSES)) or None
    return value
