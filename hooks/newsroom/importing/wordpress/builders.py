"""The shortcodes of page builders, Divi, WPBakery, Avada and Enfold.

Their wrappers go, the words in their attributes stay.
"""

import re
from collections.abc import Mapping
from html import escape
from types import MappingProxyType
from urllib.parse import unquote

from newsroom.importing.wordpress.context import ContentContext, GalleryPicture
from newsroom.importing.wordpress.embeds import embed_html
from newsroom.markup.tree import HEADINGS

_PREFIXES = ("et_pb_", "vc_", "wpb_", "fusion_", "av_", "mk_", "cs_")
_BUTTONS = ("button", "_btn")
_HEADINGS = ("title", "heading")
_TEXTS = ("subhead", "content", "text", "body", "author", "job_title", "company_name", "position", "number")
_OF_A_PERSON = ("job", "title", "description")
_NETWORKS = MappingProxyType({"facebook_url": "Facebook", "twitter_url": "Twitter", "linkedin_url": "LinkedIn"})
"""The addresses of a member of Divi's team, with the words of the link."""
_PICTURES = ("src", "image", "image_url", "portrait_url", "pic_link")
_FILLED = re.compile(r"(?:blog|contact_form|contact|login|map|portfolio|post_slider|recent_posts|search|shop|signup)")
"""Matches the parts of names, without the builder's prefix, of what WordPress fills: "contact_form", "blog"."""
_ELEMENT = re.compile(r"(<\w+>)(.*)(</\w+>)", re.DOTALL)
_WPBAKERY_LINK = re.compile(r"(\w+):([^|]*)")
"""Matches the parts of "url:https%3A%2F%2Felm.example|title:More|"."""
_ENFOLD_LINK = re.compile(r"(?:manually,(?=\S)|(?:page|post),(?=\d+$))")
"""Matches the beginning of "manually,https://elm.example/" and "page,12"."""
_DIVI_CODES = (("%22", '"'), ("%91", "["), ("%93", "]"), ("%92", "\\"))


def is_builder(name: str) -> bool:
    """Whether a shortcode is a page builder's."""
    return name.startswith(_PREFIXES)


def read_builder(name: str, attributes: Mapping[str, str], context: ContentContext) -> str:
    """The HTML for what the beginning of a builder's shortcode says in its attributes."""
    values = {key: _decoded(value) for key, value in attributes.items()}
    if any("@ET-DC@" in value for value in values.values()):
        context.log.to_do(f"[{name}] takes words from elsewhere in WordPress, which the export does not have.")
        values = {key: value for key, value in values.items() if "@ET-DC@" not in value}
    if name in ("vc_raw_html", "vc_raw_js"):
        context.log.dropped("A part with HTML of its own, in WPBakery, is left out: look at the old page.")
        return ""
    if _FILLED.fullmatch(name.removeprefix("et_pb_fullwidth_").removeprefix(_prefix(name))):
        context.log.dropped(f"[{name}] is left out: WordPress filled it. Look at the old page.")
    return "\n\n".join(part for part in _parts(name, values, context) if part)


def is_switched_off(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether a builder's part was switched off, so that no reader saw it."""
    is_off = attributes.get("disabled") == "on" or attributes.get("disable_element") == "yes"
    is_off |= attributes.get("disabled_on") == "on|on|on" or attributes.get("status") == "draft"
    return is_off and is_builder(name)


def button_html(attributes: Mapping[str, str], inner: str, _context: ContentContext) -> str:
    """Avada's button: `[fusion_button link="https://elm.example/"]Join[/fusion_button]`."""
    address = attributes.get("link", "")
    return f'\n\n<p><a href="{escape(address)}">{inner}</a></p>\n\n' if address else inner


def image_frame_html(attributes: Mapping[str, str], inner: str, _context: ContentContext) -> str:
    """Avada's picture: `[fusion_imageframe image_id="12|full"]https://elm.example/tree.jpg[/fusion_imageframe]`."""
    html = inner.strip()
    if not html.startswith("<"):
        number = attributes.get("image_id", "").partition("|")[0]
        html = _image(number, html, attributes.get("alt", "")) if html else ""
    return f"\n\n{_linked(html, attributes.get('link', ''))}\n\n"


def title_html(attributes: Mapping[str, str], inner: str, _context: ContentContext) -> str:
    """Avada's heading: `[fusion_title size="2"]Our team[/fusion_title]`."""
    wanted = f"h{attributes.get('size', '')}"
    tag = wanted if wanted in HEADINGS else "h2"
    return f"\n\n<{tag}>{inner}</{tag}>\n\n"


def _parts(name: str, values: Mapping[str, str], context: ContentContext) -> list[str]:
    parts: list[str] = []
    address, label = _link(name, values)
    if not name.endswith((*_BUTTONS, "section", "row", "column", "row_inner", "column_inner")):
        is_person = name.endswith(("team_member", "person"))
        headings, texts = (("name",), (*_TEXTS, *_OF_A_PERSON)) if is_person else (_HEADINGS, _TEXTS)
        parts += [f"<h3>{escape(values[key])}</h3>" for key in headings if values.get(key)]
        parts += [f"<p>{escape(values[key])}</p>" for key in texts if values.get(key)]
        networks = _NETWORKS.items() if is_person else ()
        links = [f'<a href="{escape(values[key])}">{name}</a>' for key, name in networks if values.get(key)]
        parts += [f"<p>{', '.join(links)}</p>"] if links else []
        parts += [f"<p>{escape(values['percent'])}%</p>"] if values.get("percent") else []
    source = next((values[key] for key in _PICTURES if values.get(key)), "")
    if "video" in name or name == "et_pb_audio":
        shown = values.get("audio") or values.get("src") or values.get("link", "")
        return [*parts, embed_html(shown, context)] if shown else parts
    if "gallery" in name:
        numbers = tuple(int(part) for part in re.findall(r"\d+", values.get("gallery_ids") or values.get("images", "")))
        pictures = context.gallery(numbers) if numbers else []
        parts += [picture_figure(picture) for picture in pictures]
    elif source.isdecimal():
        parts += [_image(source, picture.address, picture.alt) for picture in context.gallery((int(source),))]
    elif source.startswith(("http", "/")):
        parts.append(_image("", source, values.get("alt", "")))
    if label and address:
        parts.append(f'<p><a href="{escape(address)}">{escape(label)}</a></p>')
    elif parts:
        parts[0] = _linked(parts[0], address)
    elif label and name.endswith(_BUTTONS):
        parts.append(f"<p>{escape(label)}</p>")
    return parts


def _link(name: str, values: Mapping[str, str]) -> tuple[str, str]:
    """The address to which a part leads, and the words of its link; "" for what it does not have."""
    written = values.get("link", "")
    link = dict(_WPBAKERY_LINK.findall(written)) if "url:" in written else {}
    address = values.get("button_url") or values.get("button_link") or unquote(link.get("url", ""))
    if not address and (match := _ENFOLD_LINK.match(written)):
        address = f"{'' if match[0].startswith('m') else '/?p='}{written[match.end() :]}"
    elif not address and written.startswith(("http", "/")):
        address = written
    label = values.get("button_text") or values.get("label")
    if not label and name.endswith(_BUTTONS):
        label = values.get("title")
    return address or values.get("url", ""), label or unquote(link.get("title", ""))


def _prefix(name: str) -> str:
    return next((prefix for prefix in _PREFIXES if name.startswith(prefix)), "")


def _linked(html: str, address: str) -> str:
    """An element whose content leads to an address."""
    match = _ELEMENT.fullmatch(html) if address else None
    return f'{match[1]}<a href="{escape(address)}">{match[2]}</a>{match[3]}' if match else html


def picture_figure(picture: GalleryPicture) -> str:
    """A picture of a gallery with its caption."""
    image = f'<img class="wp-image-{picture.number}" src="{escape(picture.address)}" alt="{escape(picture.alt)}">'
    return f"<figure>{image}<figcaption>{picture.caption}</figcaption></figure>"


def _image(number: str, source: str, alt: str) -> str:
    return f'<p><img class="wp-image-{number}" src="{escape(source)}" alt="{escape(alt)}"></p>'


def _decoded(value: str) -> str:
    for code, letter in _DIVI_CODES:
        value = value.replace(code, letter)
    return value
