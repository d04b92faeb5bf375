"""WordPress's shortcodes, like ``[gallery ids="1,2"]``, as HTML: https://codex.wordpress.org/Shortcode_API"""

import re
from collections.abc import Callable, Mapping
from html import escape, unescape

from newsroom.importing.wordpress.builders import (
    button_html,
    image_frame_html,
    is_builder,
    is_switched_off,
    picture_figure,
    read_builder,
    title_html,
)
from newsroom.importing.wordpress.context import ContentContext
from newsroom.importing.wordpress.embeds import embed_html
from newsroom.importing.wordpress.members import FOR_MEMBERS, is_for_members

_CODE = re.compile(
    r"\[(?P<end>/)?(?P<name>[A-Za-z][\w-]*)(?P<rest>(?:[\s=](?:[^\[\]\"']|\"[^\"\[]*\"|'[^'\[]*')*)?)/?\]"
)
"""Matches '[caption id="a_1"]', "[/caption]" and "[youtube=https://x.example]", not "[1]"."""
_ESCAPED = re.compile(r"\[(\[[A-Za-z/][^\[\]]*\])\]")
"""Matches "[[gallery]]", which is shown as "[gallery]"."""
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+))|\"([^\"]*)\"|(\S+)")
"""Matches 'ids="1,2"', "width=300", '"big"' and "big", each with its value."""
_QUOTES: Mapping[int, int] = str.maketrans("“”″‘’", '"""\'\'')
_IMAGE = re.compile(r"(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?", re.IGNORECASE)
_LINK_ONLY = frozenset({"youtube", "vimeo", "dailymotion", "soundcloud", "ted", "embedyt", "googlemaps", "spotify"})
_SOURCES = ("src", "mp4", "mp3", "m4a", "ogg", "wav", "webm", "m4v", "ogv", "url", "id")
Attributes = Mapping[str, str]


def expand_shortcodes(text: str, context: ContentContext) -> str:
    """Return a text with the known shortcodes as HTML. Others are kept as text and reported."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[1])
        return f"\x01{len(kept) - 1}\x01"

    expanded = _expand(_ESCAPED.sub(keep, text.replace("\x01", "")), context)
    return re.sub("\x01(\\d+)\x01", lambda match: kept[int(match[1])], expanded)


def read_attributes(text: str) -> dict[str, str]:
    """The attributes of a shortcode; those without a name by their number, "0"."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(unescape(text).translate(_QUOTES)):
        name, *values = match.groups()
        value = next((value for value in values if value is not None), "")
        found[name.lower() if name else str(len(found))] = value
    return found


def _expand(text: str, context: ContentContext) -> str:
    parts: list[str] = []
    position, for_members = 0, _parts_for_members(text)
    while match := _CODE.search(text, position):
        parts.append(text[position : match.start()])
        position = match.end()
        name = match["name"].lower()
        handler = _HANDLERS.get(name)
        if match.start() in for_members:
            context.log.dropped(FOR_MEMBERS.format(f"[{name}]"))
            position = for_members[match.start()]
        elif handler and not match["end"]:
            inner, position = _inner_text(text, name, position)
            parts.append(handler(read_attributes(match["rest"].lstrip("=")), _expand(inner, context), context))
        elif is_builder(name):
            parts.append("" if match["end"] else read_builder(name, read_attributes(match["rest"]), context))
            parts.append("\n\n")
        elif not handler and not match["end"] and _looks_like_a_shortcode(match, text):
            what = f"The shortcode [{match['name']}] does nothing on this site: replace it or delete it."
            context.log.to_do(what, match[0].partition("=")[0])
            parts.append(match[0])
        elif not handler:
            parts.append(match[0])
    return "".join([*parts, text[position:]])


def _inner_text(text: str, name: str, start: int) -> tuple[str, int]:
    """The text up to the end tag of a shortcode, and where it goes on; nothing if it has no end tag of its own."""
    end = re.compile(rf"\[/{re.escape(name)}\]", re.IGNORECASE).search(text, start)
    next_one = re.compile(rf"\[{re.escape(name)}[\s=\]]", re.IGNORECASE).search(text, start)
    if end is None or (next_one and next_one.start() < end.start()):
        return "", start
    return text[start : end.start()], end.end()


def _parts_for_members(text: str) -> Mapping[int, int]:
    """Where the parts of a text end that are for members only, by where they begin; those in others too."""
    found: dict[int, int] = {}
    openings: dict[str, list[int | None]] = {}
    for match in _CODE.finditer(text):
        name = match["name"].lower()
        others = openings.setdefault(name, [])
        if match["end"]:
            start = others.pop() if others else None
            if start is not None:
                found[start] = match.end()
        elif is_for_members(name) or is_switched_off(name, read_attributes(match["rest"])):
            others.append(match.start())
        elif others:
            others.append(None)
    return found


def _looks_like_a_shortcode(match: re.Match[str], text: str) -> bool:
    """Whether brackets are not just words in brackets, like "[sic]" or "[name withheld]"."""
    return "=" in match["rest"] or "_" in match["name"] or "-" in match["name"] or f"[/{match['name']}]" in text


def _caption(attributes: Attributes, inner: str, _context: ContentContext) -> str:
    image = _IMAGE.search(inner)
    if image is None:
        return inner
    words = " ".join((attributes.get("caption") or inner.replace(image[0], "", 1)).split())
    return f"\n\n<figure>{image[0]}<figcaption>{words}</figcaption></figure>\n\n"


def _gallery(attributes: Attributes, _inner: str, context: ContentContext) -> str:
    listed = attributes.get("ids") or attributes.get("include") or ""
    numbers = tuple(int(part) for part in re.findall(r"\d+", listed))
    pictures = context.gallery(numbers)
    if not pictures:
        context.log.dropped("A gallery is left out: its pictures are not in the export.")
    return "\n\n" + "\n".join(map(picture_figure, pictures)) + "\n\n"


def _media(tag: str) -> Callable[[Attributes, str, ContentContext], str]:
    def html(attributes: Attributes, inner: str, context: ContentContext) -> str:
        source = next((attributes[name] for name in (*_SOURCES, "0") if attributes.get(name)), inner.strip())
        if not source.startswith(("http", "/")):
            return _no_address(context)
        return f'\n\n<p><a href="{escape(source)}">{"Recording" if tag == "audio" else "Video"}</a></p>\n\n'

    return html


def _embed(attributes: Attributes, inner: str, context: ContentContext) -> str:
    address = inner.strip() or next((value for value in attributes.values() if value.startswith(("http", "//"))), "")
    return f"\n\n{embed_html(address, context)}\n\n" if address else _no_address(context)


def _no_address(context: ContentContext) -> str:
    context.log.dropped("A video or recording without an address is left out.")
    return ""


def _playlist(_attributes: Attributes, _inner: str, context: ContentContext) -> str:
    context.log.to_do("A playlist is left out: add its recordings by hand.")
    return ""


_HANDLERS: Mapping[str, Callable[[Attributes, str, ContentContext], str]] = {
    "caption": _caption,
    "wp_caption": _caption,
    "gallery": _gallery,
    "audio": _media("audio"),
    "video": _media("video"),
    "wpvideo": _media("video"),
    "embed": _embed,
    "playlist": _playlist,
    "fusion_button": button_html,
    "fusion_imageframe": image_frame_html,
    "fusion_title": title_html,
    **dict.fromkeys(_LINK_ONLY, _embed),
}
