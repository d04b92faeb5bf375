"""What in a page's HTML would make a reader's browser ask another host, or run what an author wrote.

The one place that knows: the checks tell editors of it, and no page is published with it. What is not known to be
harmless is taken to load.
"""

import re
from enum import StrEnum
from types import MappingProxyType
from urllib.parse import urlsplit

from newsroom.tags import Attribute, Tag

FRAMES = frozenset({"iframe", "frame", "embed", "object", "portal", "fencedframe"})
"""Elements that show a page or a file of any kind."""
PLAYERS = frozenset({"video", "audio"})
STARTS_BY_ITSELF = frozenset({"autoplay", "loop"})
"""Attributes of a player that no page has: a reader could not stop them (WCAG 2.2, 1.4.2 and 2.2.2)."""
UNWRAPPED = frozenset({"noscript", "noembed", "noframes", "frameset", "plaintext", "xmp", "applet", "base", "![cdata["})
"""Tags which change what others mean or hold what is shown without scripts; what stands between them may stay."""
_SOURCES = ("src", "data", "href", "xlink:href")
_ADDRESSES = frozenset(
    (
        *("src", "href", "xlink:href", "data", "poster", "action", "formaction", "background", "longdesc", "codebase"),
        *("classid", "archive", "lowsrc", "dynsrc", "manifest", "profile", "icon"),
    )
)
_LISTS = frozenset({"srcset", "imagesrcset"})
_WORDS = frozenset(
    (
        *("alt", "title", "class", "id", "lang", "dir", "name", "value", "placeholder", "label", "content", "summary"),
        *("abbr", "datetime", "cite", "rel", "type", "itemprop", "itemtype", "itemid", "property", "resource"),
        *("about", "vocab", "prefix", "typeof", "xmlns"),
    )
)
"""Attributes whose value no browser takes for an address to load from."""
_NEVER = frozenset({"srcdoc", "ping", "attributionsrc"})
_MAY_HOLD_DATA = frozenset({"img", "image", "feimage", "input", "source", "track", "video", "audio"})
_SCRIPTS = frozenset({"javascript", "vbscript", "data", "blob", "filesystem"})
_WEB = frozenset({"http", "https", "ftp", "ws", "wss"})
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_CONTROLS = "".join(map(chr, range(0x21)))
_LINE_BREAKS = MappingProxyType(str.maketrans("", "", "\t\n\r\f"))
_CANDIDATE = re.compile(r"[ \t\n\f\r,]*([^ \t\n\f\r,][^ \t\n\f\r]*)")
_SAFE_DATA = re.compile(r"""url\(["']?data:[\w/+.;=,%-]*["']?\)""", re.IGNORECASE)
_ELSEWHERE = re.compile(r"(?:https?|wss?|ftp):|[/\\]{2}", re.IGNORECASE)
_ELSEWHERE_IN_LIST = re.compile(rf"""(?:^|[\s;,=('"])(?:{_ELSEWHERE.pattern})""", re.IGNORECASE)
_CSS_LOADS_BY = re.compile(r"[(@]")


class Fate(StrEnum):
    """What becomes of a tag on a page: it stays, a link takes its place, or it is left out."""

    STAYS = "stays"
    LINKED = "linked"
    LEFT_OUT = "left out"


class Loading:
    """What loads from elsewhere for the readers of the site at ``site_url``."""

    def __init__(self, site_url: str) -> None:
        self._host = urlsplit(site_url).netloc.lower()

    def fate(self, tag: Tag) -> Fate:
        """What becomes of a start tag, as far as it alone can say: a player's recordings may stand in other tags."""
        if tag.name in UNWRAPPED or tag.name == "script":
            return Fate.LEFT_OUT
        if tag.name == "style":
            is_safe = tag.text is not None and "<" not in tag.text and not _css_loads(tag.text)
            return Fate.STAYS if is_safe else Fate.LEFT_OUT
        if tag.name == "meta":
            return Fate.LEFT_OUT if tag.get("http-equiv") is not None else Fate.STAYS
        if tag.name in ("link", "source", "track"):
            return Fate.LEFT_OUT if self.loads_source(tag) or self._loads_from_list(tag) else Fate.STAYS
        if tag.name in FRAMES:
            is_ours = tag.name == "iframe" and tag.get("srcdoc") is None and not self.loads_source(tag)
            return Fate.STAYS if is_ours else Fate.LINKED
        if tag.name in ("img", *PLAYERS):
            return Fate.LINKED if self.loads_source(tag) else Fate.STAYS
        return Fate.STAYS

    def loads_source(self, tag: Tag) -> bool:
        """Whether the very thing that a tag shows comes from elsewhere."""
        sources = (attribute for attribute in tag.attributes if attribute.name in _SOURCES)
        return any(self.loads(tag, source) for source in sources)

    def loads(self, tag: Tag, attribute: Attribute) -> bool:
        """Whether an attribute would load from elsewhere, send something there, or run a script."""
        name, value = attribute.name, attribute.value
        if name.startswith(("on", "data-md-")) or name in _NEVER:
            return True
        if (name == "href" and tag.name in ("a", "area")) or (name == "xlink:href" and tag.name == "a"):
            return _scheme(value) in _SCRIPTS
        if name in _ADDRESSES:
            if name in ("action", "formaction") and _scheme(value) == "mailto":
                return False
            return self._is_elsewhere(value, may_hold_data=tag.name in _MAY_HOLD_DATA)
        if name in _LISTS:
            return any(self._is_elsewhere(address, may_hold_data=True) for address in _candidates(value))
        if name == "style":
            return _css_loads(value)
        if name == "class":
            return "mermaid" in value.split()
        if name in _WORDS or name.startswith(("aria-", "data-", "xmlns:")):
            return False
        is_in_list = any(_ELSEWHERE_IN_LIST.search(form) for form in (value, value.translate(_LINE_BREAKS)))
        return is_in_list or ("(" in value and _css_loads(value))

    def is_elsewhere(self, address: str) -> bool:
        """Whether a picture at this address would be asked of another host."""
        return self._is_elsewhere(address, may_hold_data=True)

    def _loads_from_list(self, tag: Tag) -> bool:
        return any(self.loads(tag, attribute) for attribute in tag.attributes if attribute.name in _LISTS)

    def _is_elsewhere(self, address: str, *, may_hold_data: bool) -> bool:
        plain = plain_address(address)
        scheme = _scheme(plain)
        if scheme is None and not plain.startswith("//"):
            return False
        if scheme is not None and scheme not in _WEB:
            return not (may_hold_data and scheme == "data")
        host = re.split(r"[/?#]", plain[len(scheme) + 1 if scheme else 0 :].lstrip("/"), maxsplit=1)[0]
        return host.lower() != self._host or scheme in ("ftp", "ws", "wss")


def plain_address(address: str) -> str:
    """An address as browsers read it (WHATWG URL, 4.4): without spaces around it and line breaks in it."""
    plain = address.strip(_CONTROLS).translate(_LINE_BREAKS)
    scheme = _scheme(plain)
    return plain.replace("\\", "/") if scheme is None or scheme in _WEB else plain


def source_of(tag: Tag) -> str:
    """The address of what a tag shows; "" where it has none."""
    return plain_address(tag.get(*_SOURCES) or "")


def _scheme(address: str) -> str | None:
    found = _SCHEME.match(address.strip(_CONTROLS).translate(_LINE_BREAKS))
    return found[1].lower() if found else None


def _candidates(srcset: str) -> list[str]:
    """The addresses in a list of pictures (WHATWG HTML, 4.8.4.2.1)."""
    addresses: list[str] = []
    position = 0
    while found := _CANDIDATE.match(srcset, position):
        addresses.append(found[1].rstrip(","))
        comma = found.end() if found[1].endswith(",") else srcset.find(",", found.end())
        position = comma if comma >= 0 else len(srcset)
    return addresses


def _css_loads(css: str) -> bool:
    """Whether a style could load from elsewhere. An escape can spell any address, and any function's name."""
    plain = _SAFE_DATA.sub("", css.translate(_LINE_BREAKS))
    if not _CSS_LOADS_BY.search(plain):
        return False
    return "\\" in plain or bool(_ELSEWHERE.search(plain))
