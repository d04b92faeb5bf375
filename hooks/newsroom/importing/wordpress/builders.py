"""The shortcodes of page builders, Divi and WPBakery: their wrappers go, the words in their attributes stay."""

import re
from collections.abc import Mapping
from html import escape
from urllib.parse import unquote

from newsroom.importing.source import NoteKind
from newsroom.importing.wordpress.context import ContentContext
from newsroom.importing.wordpress.embeds import embed_html

_PREFIXES = ("et_pb_", "vc_", "wpb_", "fusion_", "av_", "mk_", "cs_")
_HEADINGS = ("title", "heading")
_TEXTS = ("subhead", "content", "text", "body", "author", "job_title", "company_name", "position")
_WPBAKERY_LINK = re.compile(r"(\w+):([^|]*)")
"""Matches the parts of "url:https%3A%2F%2Felm.example|title:More|"."""
_DIVI_CODES = (("%22", '"'), ("%91", "["), ("%93", "]"), ("%92", "\\"))


def is_builder(name: str) -> bool:
    """Whether a shortcode is a page builder's."""
    return name.startswith(_PREFIXES)


def read_builder(name: str, attributes: Mapping[str, str], context: ContentContext) -> str:
    """The HTML for what the beginning of a builder's shortcode says in its attributes."""
    values = {key: _decoded(value) for key, value in attributes.items()}
    if any("@ET-DC@" in value for value in values.values()):
        context.note(
            NoteKind.TO_DO, f"[{name}] takes words from elsewhere in WordPress, which the export does not have."
        )
        values = {key: value for key, value in values.items() if "@ET-DC@" not in value}
    if name in ("vc_raw_html", "vc_raw_js"):
        context.note(NoteKind.DROPPED, "A part with HTML of its own, in WPBakery, is left out: look at the old page.")
        return ""
    return "\n\n".join(part for part in _parts(name, values, context) if part)


def _parts(name: str, values: Mapping[str, str], context: ContentContext) -> list[str]:
    parts: list[str] = []
    link = dict(_WPBAKERY_LINK.findall(values.get("link", ""))) if "url:" in values.get("link", "") else {}
    address = values.get("button_url") or unquote(link.get("url", "")) or values.get("url", "")
    is_button = "button" in name or name == "vc_btn"
    label = values.get("button_text") or (values.get("title") if is_button else "") or unquote(link.get("title", ""))
    if not is_button and not name.endswith(("section", "row", "column", "row_inner", "column_inner")):
        parts += [f"<h3>{escape(values[key])}</h3>" for key in _HEADINGS if values.get(key) and not key.isdigit()]
        parts += [f"<p>{escape(values[key])}</p>" for key in _TEXTS if values.get(key)]
    source = values.get("src") or values.get("image") or values.get("image_url") or ""
    if "video" in name:
        shown = values.get("src") or values.get("link", "")
        return [*parts, embed_html(shown, context)] if shown else parts
    if "gallery" in name:
        numbers = tuple(int(part) for part in re.findall(r"\d+", values.get("gallery_ids") or values.get("images", "")))
        pictures = context.gallery(numbers) if numbers else []
        parts += [_image(str(picture.number), picture.address, picture.alt) for picture in pictures]
    elif source.isdecimal():
        parts += [_image(source, picture.address, picture.alt) for picture in context.gallery((int(source),))]
    elif source.startswith(("http", "/")):
        parts.append(_image("", source, values.get("alt", "")))
    if label and address:
        parts.append(f'<p><a href="{escape(address)}">{escape(label)}</a></p>')
    return parts


def _image(number: str, source: str, alt: str) -> str:
    return f'<p><img class="wp-image-{number}" src="{escape(source)}" alt="{escape(alt)}"></p>'


def _decoded(value: str) -> str:
    for code, letter in _DIVI_CODES:
        value = value.replace(code, letter)
    return value
