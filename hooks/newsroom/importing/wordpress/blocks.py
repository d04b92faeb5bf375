"""Texts of WordPress's block editor, which has a comment before and after each block.

The form of the comments: https://developer.wordpress.org/block-editor/explanations/architecture/key-concepts/
"""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from html import escape

from newsroom.importing.wordpress.autop import add_paragraphs
from newsroom.importing.wordpress.context import ContentContext
from newsroom.importing.wordpress.divi import is_divi, is_module_switched_off, read_module
from newsroom.importing.wordpress.embeds import embed_html
from newsroom.importing.wordpress.members import FOR_MEMBERS, is_for_members

_BLOCK = re.compile(
    r"<!--\s+(?P<end>/)?wp:(?P<name>[a-z][a-z0-9_-]*(?:/[a-z][a-z0-9_-]*)?)\s+(?:(?P<values>\{[^<]*?\})\s+)?(?P<empty>/)?-->",
    re.DOTALL,
)
"""Matches ``<!-- wp:image {"id":12} -->``, ``<!-- /wp:image -->`` and ``<!-- wp:latest-posts /-->``.

In the values WordPress escapes "<".
"""
_CLASSIC = frozenset({"shortcode", "freeform", "classic"})
_SILENT = frozenset({"more", "nextpage", "spacer", "separator", "page-break", "home-link", "site-logo"})
_PATTERNS_IN_PATTERNS = 3
_OF_THE_PAGE = "The block “{}” is left out: WordPress filled it, or this site has its own for it."
_OF_A_PLUGIN = "The block “{}” is left out{}. Look at the old page, and write what readers need."
_TAG_OR_MARK = re.compile(r"<[^>]*>|[\\`*_~\[\]#&|{}:]|\n")
_NEAR = 20
"""How many parts of the text before a block are read to say where it was."""
_SHORTEST_PLACE, _LONGEST_PLACE = 8, 40
"""In letters: fewer may be elsewhere in the text too."""


def has_block_comments(content: str) -> bool:
    """Whether a text is the block editor's."""
    return "<!-- wp:" in content


def read_blocks(content: str, context: ContentContext, shown: tuple[int, ...] = ()) -> str:
    """Return the HTML of the blocks, without their comments. What has no HTML in the text is reported.

    Args:
        content: The text.
        context: Gives the texts of synced patterns, and gets the notes.
        shown: The ids of the synced patterns that the text is in.
    """
    reader = _BlockReader(context, shown)
    position = 0
    for match in _BLOCK.finditer(content):
        reader.add_text(content[position : match.start()])
        reader.add_block(match)
        position = match.end()
    reader.add_text(content[position:])
    return "".join(reader.parts)


class _BlockReader:
    def __init__(self, context: ContentContext, shown: tuple[int, ...]) -> None:
        self.parts: list[str] = []
        self._context = context
        self._shown = shown
        self._open: list[str] = []
        self._hidden_below: int | None = None
        """How many blocks are around the one that is left out; -1 if the rest of the text is; None if nothing is."""

    def add_text(self, text: str) -> None:
        is_classic = not self._open or self._open[-1] in _CLASSIC
        if self._hidden_below is None:
            self.parts.append(add_paragraphs(text) if is_classic and text.strip() else text)

    def add_block(self, match: re.Match[str]) -> None:
        name = match["name"].removeprefix("core/")
        if match["end"]:
            self._close(name)
        elif self._hidden_below is None:
            self._begin(name, _values(match["values"]), is_empty=bool(match["empty"]))
        elif not match["empty"]:
            self._open.append(name)

    def _begin(self, name: str, values: Mapping[str, object], *, is_empty: bool) -> None:
        if _is_hidden(name, values):
            self._context.log.dropped(FOR_MEMBERS.format(name))
            if name == "jetpack/paywall":  # what follows it is for subscribers
                self._hidden_below = -1
            elif not is_empty:
                self._hidden_below = len(self._open)
        elif is_divi(name) and (html := read_module(values, self._context)):
            self.parts.append(html)
        elif is_empty and name == "block":
            self.parts.append(_pattern(values, self._context, self._shown))
        elif is_empty:
            runs = map(str.strip, reversed(_TAG_OR_MARK.split("".join(self.parts[-_NEAR:]))))
            place = next((words for words in runs if len(words) >= _SHORTEST_PLACE), "")
            self.parts.append(_empty_block(name, values, self._context, place[-_LONGEST_PLACE:]))
        if not is_empty:
            self._open.append(name)

    def _close(self, name: str) -> None:
        if name in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index(name) :]
        if self._hidden_below is not None and len(self._open) <= self._hidden_below:
            self._hidden_below = None


def _is_hidden(name: str, values: Mapping[str, object]) -> bool:
    """Whether a block was for members only, or was switched off: by its name, WordPress 6.9, or Block Visibility."""
    metadata, visibility = values.get("metadata"), values.get("blockVisibility")
    is_off = isinstance(metadata, dict) and metadata.get("blockVisibility") is False
    return is_off or bool(visibility) or is_for_members(name) or (is_divi(name) and is_module_switched_off(values))


def _pattern(values: Mapping[str, object], context: ContentContext, shown: tuple[int, ...]) -> str:
    """The HTML of a synced pattern, which many texts may show."""
    number = values.get("ref")
    content = context.pattern(number) if isinstance(number, int) and number not in shown else None
    if content is None or not isinstance(number, int):
        what = f"A synced pattern (number {number}) was shown here, and the export does not have it as public text."
        context.log.to_do(f"{what} Look at the old page.")
        return ""
    if values.get("content"):
        what = "A synced pattern was shown here with some words of its own: compare with the old page."
        context.log.to_do(what)
    return read_blocks(content, context, (*shown, number)) if len(shown) < _PATTERNS_IN_PATTERNS else ""


def footnotes_html(text: str) -> str:
    """The list of footnotes, from WordPress's field for them: a JSON list of texts with their ids."""
    with suppress(ValueError, TypeError, KeyError):
        notes = "".join(
            f'<li id="{escape(note["id"])}">{note["content"]} <a href="#{escape(note["id"])}-link">↩</a></li>'
            for note in json.loads(text)
        )
        return f'<ol class="wp-block-footnotes">{notes}</ol>' if notes else ""
    return ""


def _values(text: str | None) -> Mapping[str, object]:
    with suppress(ValueError):
        found = json.loads(text or "{}")
        return found if isinstance(found, dict) else {}
    return {}


def _empty_block(name: str, values: Mapping[str, object], context: ContentContext, place: str) -> str:
    """What becomes of a block without HTML in the text. ``place`` are the words before it."""
    address = values.get("url")
    if name == "footnotes":
        return footnotes_html(context.footnotes)
    if name.startswith(("embed", "core-embed/")) and isinstance(address, str):
        return embed_html(address, context)
    if name == "social-link" and isinstance(address, str):
        words = values.get("label") or str(values.get("service") or "").capitalize() or address
        return f'<li><a href="{escape(address)}">{escape(str(words))}</a></li>'
    if "/" in name:
        fields = ", ".join(_fields(values))
        what = _OF_A_PLUGIN.format(name, f", with its fields {fields}" if fields else "")
        context.log.to_do(what, place)
    elif name not in _SILENT:
        context.log.dropped(_OF_THE_PAGE.format(name), place)
    return ""


def _fields(values: Mapping[str, object]) -> list[str]:
    """The names of the fields of a plugin's block that have text."""
    data = values.get("data")
    fields = data if isinstance(data, dict) else {}
    return [str(name) for name, value in fields.items() if not str(name).startswith("_") and value not in ("", None)]
