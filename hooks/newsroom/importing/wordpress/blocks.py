"""Texts of WordPress's block editor, which has a comment before and after each block.

The form of the comments: https://developer.wordpress.org/block-editor/explanations/architecture/key-concepts/
"""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from html import escape
from types import MappingProxyType

from newsroom.importing.source import NoteKind
from newsroom.importing.wordpress.autop import add_paragraphs
from newsroom.importing.wordpress.context import ContentContext
from newsroom.importing.wordpress.embeds import embed_html

_BLOCK = re.compile(
    r"<!--\s+(?P<end>/)?wp:(?P<name>[a-z][a-z0-9_-]*(?:/[a-z][a-z0-9_-]*)?)\s+(?:(?P<values>\{[^<]*?\})\s+)?(?P<empty>/)?-->",
    re.DOTALL,
)
"""Matches ``<!-- wp:image {"id":12} -->``, ``<!-- /wp:image -->`` and ``<!-- wp:latest-posts /-->``.

In the values WordPress escapes "<".
"""
_CLASSIC = frozenset({"shortcode", "freeform", "classic"})
_SILENT = frozenset({"more", "nextpage", "spacer", "separator", "page-break", "home-link", "site-logo"})
_OF_THE_PAGE = "The block “{}” is left out: WordPress filled it, or this site has its own for it."


def has_blocks(content: str) -> bool:
    """Whether a text is the block editor's."""
    return "<!-- wp:" in content


def read_blocks(content: str, context: ContentContext) -> str:
    """Return the HTML of the blocks, without their comments. What has no HTML in the text is reported."""
    parts: list[str] = []
    open_blocks: list[str] = []
    position = 0
    for match in _BLOCK.finditer(content):
        parts.append(_text(content[position : match.start()], open_blocks))
        position = match.end()
        name = match["name"].removeprefix("core/")
        if match["end"]:
            if name in open_blocks:
                del open_blocks[len(open_blocks) - 1 - open_blocks[::-1].index(name) :]
        elif match["empty"]:
            parts.append(_empty_block(name, _values(match["values"]), context))
        else:
            open_blocks.append(name)
    parts.append(_text(content[position:], open_blocks))
    return "".join(parts)


def footnotes_html(text: str) -> str:
    """The list of footnotes, from WordPress's field for them: a JSON list of texts with their ids."""
    with suppress(ValueError, TypeError, KeyError):
        notes = "".join(
            f'<li id="{escape(note["id"])}">{note["content"]} <a href="#{escape(note["id"])}-link">↩</a></li>'
            for note in json.loads(text)
        )
        return f'<ol class="wp-block-footnotes">{notes}</ol>' if notes else ""
    return ""


def _text(text: str, open_blocks: list[str]) -> str:
    is_classic = not open_blocks or open_blocks[-1] in _CLASSIC
    return add_paragraphs(text) if is_classic and text.strip() else text


def _values(text: str | None) -> Mapping[str, object]:
    with suppress(ValueError):
        found = json.loads(text or "{}")
        return found if isinstance(found, dict) else {}
    return MappingProxyType({})


def _empty_block(name: str, values: Mapping[str, object], context: ContentContext) -> str:
    """What becomes of a block without HTML in the text."""
    address = values.get("url")
    if name == "block":
        what = f"A synced pattern (number {values.get('ref')}) was shown here: copy its text from the old page."
        context.note(NoteKind.TO_DO, what)
    elif name == "footnotes":
        return footnotes_html(context.footnotes)
    elif name.startswith(("embed", "core-embed/")) and isinstance(address, str):
        return embed_html(address, context)
    elif name == "social-link" and isinstance(address, str):
        service = str(values.get("label") or values.get("service") or address)
        return f'<li><a href="{escape(address)}">{escape(service.capitalize())}</a></li>'
    elif name not in _SILENT:
        kind = NoteKind.DROPPED if "/" not in name else NoteKind.TO_DO
        context.note(kind, _OF_THE_PAGE.format(name))
    return ""
