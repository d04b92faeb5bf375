"""Divi 5, whose modules are blocks with all their words in the values of the block's comment.

A module has parts, and each says what readers of a large screen see: ``{"title": {"innerContent": {"desktop":
{"value": "Our garden"}}}}``. A value is a text, HTML, or an object with the words and addresses of a link or picture.
"""

from collections.abc import Mapping
from html import escape

from newsroom.importing.wordpress.context import ContentContext
from newsroom.importing.wordpress.embeds import embed_html

_PREFIX = "divi/"
_HEADINGS = ("title", "name")
_DYNAMIC = "$variable("
_DEVICES = ("desktop", "tablet", "phone")


def is_divi(name: str) -> bool:
    """Whether a block is a module of Divi 5."""
    return name.startswith(_PREFIX)


def is_module_switched_off(values: Mapping[str, object]) -> bool:
    """Whether a module is shown on no screen. What is not said of smaller screens is as for the large one."""
    disabled = _inner(values, "module", "decoration", "disabledOn")
    return "desktop" in disabled and all(_inner(disabled, each).get("value", "on") == "on" for each in _DEVICES)


def read_module(values: Mapping[str, object], context: ContentContext) -> str:
    """The HTML of the words and pictures that the values of a module have; empty if there are none."""
    parts = (_part(key, _inner(values, key, "innerContent", "desktop").get("value"), context) for key in values)
    return "".join(parts)


def _part(key: str, value: object, context: ContentContext) -> str:
    if isinstance(value, str):
        value = {"html": value}
    if not isinstance(value, Mapping):
        return ""
    html, words, source, address = (str(value.get(name) or "") for name in ("html", "text", "src", "linkUrl"))
    if _DYNAMIC in f"{html}{words}{source}":
        context.log.to_do("Divi takes words from elsewhere in WordPress, which the export does not have.")
        return ""
    if source and key in ("video", "audio"):
        return embed_html(source, context)
    if source:
        inner = f'<img src="{escape(source)}" alt="{escape(str(value.get("alt") or ""))}">'
    elif "<" in html:
        return html
    else:
        inner = escape(words or html)
    if address:
        inner = f'<a href="{escape(address)}">{inner}</a>'
    tag = "h3" if key in _HEADINGS else "p"
    return f"<{tag}>{inner}</{tag}>" if inner else ""


def _inner(values: object, *keys: str) -> Mapping[str, object]:
    """The object in others at some keys; an empty one if there is none."""
    for key in keys:
        values = values.get(key) if isinstance(values, Mapping) else None
    return values if isinstance(values, Mapping) else {}
