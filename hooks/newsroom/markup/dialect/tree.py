"""Builds the element tree of a text from markdown-it's tokens."""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString, code_escape
from markdown_it.token import Token

from newsroom.markup.dialect.lines import LINES
from newsroom.translations import Translations

LINE = "data-source-line"
"""The attribute of a block element that holds its first line in the text, from 1; removed at the end."""
OWN_LINK = "data-own-link"
"""The attribute of a link that the dialect makes itself, as those of footnotes; removed at the end."""
ESCAPED = "\x04"
"""Put before a character that was written with a backslash, so that it is not a mark; removed at the end."""
HIDDEN_BREAK = "\x1f"
"""The placeholder for a line end that no reader sees, as in a link's address or in a tag; removed at the end.

For Python, and so for Python-Markdown, it is a space.
"""
RAW_BREAK = "\x1e"
"""Put after a `<br>`, so that plain text has a space between the words beside it; removed at the end."""
FOOTNOTE = "footnote"
"""The tag of a footnote's text, with its ``label``, and of a reference to it, until footnotes are placed."""
_ALERT_STYLES: Mapping[str, str] = {"important": "info", "caution": "danger"}
"""The theme's names of alert styles that differ from GitHub's."""
_ALERTS = frozenset({"caution", "important", "note", "tip", "warning"})
"""The default titles of boxes, in lower case."""
_NO_BREAK_SPACE = "\u00a0"
_TAGS: Mapping[str, str] = {"s": "del"}
_NO_ELEMENT = frozenset({"paragraph_open", "paragraph_close"})
_BREAK_TAG = re.compile(r"<br\b[^>\n]*>", re.IGNORECASE)
_ALIGNMENT = re.compile(r"text-align:(\w+)")
_RAW_HTML_PLACEHOLDER = re.compile(r"\x02wzxhzdk:\d+\x03")
"""Python-Markdown's placeholder for raw HTML."""


@dataclass(frozen=True)
class RawHtml:
    """Raw HTML in a text, and its first line, counted from 1."""

    source: str
    line: int


class TreeBuilder:
    """Adds elements to a root.

    Args:
        store: Stores raw HTML with its line, and returns the placeholder for the tree.
        verse: The lines of a poem's text, which are kept with their indents.
    """

    def __init__(
        self,
        root: Element,
        store: Callable[[str, int], str],
        t: Translations,
        *,
        verse: Sequence[str] = (),
    ) -> None:
        self._open = [root]
        self._store = store
        self._t = t
        self._verse = verse
        self._is_in_verse = False
        self._line = 1

    def build(self, tokens: Iterable[Token]) -> None:
        """Add the elements of markdown-it's tokens, block or inline."""
        for token in tokens:
            if token.hidden and token.type in _NO_ELEMENT:
                continue  # the paragraph of a tight list item is the item's own text
            if token.nesting == 1:
                self._open_element(token)
            elif token.nesting == -1:
                self._close_element(token)
            else:
                self._add_block(token)

    def _open_element(self, token: Token) -> None:
        parent = self._open[-1]
        if token.tag == parent.tag == "strong":
            self._open.append(parent)  # GitHub merges nested strong text
            return
        if token.type == "footnote_reference_open":
            element = SubElement(self._open[-1], FOOTNOTE, {"label": token.meta["label"]})
        else:
            element = SubElement(self._open[-1], _TAGS.get(token.tag, token.tag), _attributes(token))
        if token.map:
            self._line = token.map[0] + 1
        element.set(LINE, str(self._line))
        self._open.append(element)
        if token.type == "list_item_open" and "checked" in token.meta:
            box = SubElement(element, "input", {"type": "checkbox", "disabled": "disabled"})
            box.tail = " "
            if token.meta["checked"]:
                box.set("checked", "checked")

    def _close_element(self, token: Token) -> None:
        element = self._open.pop()
        if LINES in token.meta:
            end = int(element.get(LINE, self._line)) + token.meta[LINES]
            self._hide_breaks(element, end - self._line)

    def _hide_breaks(self, parent: Element, count: int) -> None:
        """Count line ends that are not in the text, and mark their place."""
        if count:
            add_text(parent, HIDDEN_BREAK * count)
            self._line += count

    def _add_block(self, token: Token) -> None:
        if token.map:
            self._line = token.map[0] + 1
        parent = self._open[-1]
        match token.type:
            case "inline":
                self._add_words(parent, token)
            case "fence" | "code_block":
                self._add_code(token)
            case "html_block":
                add_text(parent, f"\n{self._store(token.content.rstrip(), self._line)}\n")
            case "hr":
                SubElement(parent, "hr")
            case _:
                self._add_inline(parent, token)

    def _add_words(self, parent: Element, token: Token) -> None:
        alert = token.content.lower()
        if parent.get("class") == "admonition-title" and alert in _ALERTS:
            add_text(parent, self._t(f"alert.{alert}"))
            return
        self._is_in_verse = bool(self._verse) and token.level == 1
        self._add_indent(parent)
        children = token.children or [Token("text", "", 0, content=token.content)]
        if self._verse:
            for tag in _find_repeated_breaks(children):
                tag.content = ""
        self.build(children)

    def _add_indent(self, parent: Element) -> None:
        """Keep the spaces before a line of verse, which HTML would drop."""
        if self._is_in_verse and self._line <= len(self._verse):
            line = self._verse[self._line - 1].expandtabs(4)
            indent = len(line) - len(line.lstrip(" "))
            add_text(parent, f"{ESCAPED}{_NO_BREAK_SPACE * indent}" if indent else "")  # Markdown strips bare blanks

    def _add_inline(self, parent: Element, token: Token) -> None:
        match token.type:
            case "text" | "text_special":
                add_text(parent, f"{ESCAPED if token.info == 'escape' else ''}{token.content}")
            case "softbreak" | "hardbreak":
                self._add_line_break(parent, is_kept=bool(self._verse) or token.type == "hardbreak")
            case "code_inline":
                self._hide_breaks(parent, token.meta.get(LINES, 0))
                SubElement(parent, "code").text = AtomicString(code_escape(token.content))
            case "image":
                alt, line = token_text(token.children or []), str(self._line)
                self._hide_breaks(parent, token.meta.get(LINES, 0))
                SubElement(parent, "img", _attributes(token) | {"alt": alt, LINE: line})
            case "html_inline":
                is_break = _BREAK_TAG.fullmatch(token.content)
                add_text(parent, self._store(token.content, self._line) + (RAW_BREAK if is_break else ""))
                self._hide_breaks(parent, token.content.count("\n"))
            case "footnote_ref":
                SubElement(parent, FOOTNOTE, {"ref": token.meta["label"], LINE: str(self._line)})

    def _add_line_break(self, parent: Element, *, is_kept: bool) -> None:
        self._line += 1
        if is_kept:
            SubElement(parent, "br")
            self._add_indent(parent)
        else:
            add_text(parent, "\n")

    def _add_code(self, token: Token) -> None:
        code = SubElement(SubElement(self._open[-1], "pre"), "code")
        language = token.info.split(maxsplit=1)
        if language:
            code.set("class", f"language-{language[0]}")
        code.text = AtomicString(code_escape(token.content))


def _find_repeated_breaks(tokens: Iterable[Token]) -> Iterator[Token]:
    """Each ``<br>`` at the beginning or the end of a line of verse, which ends with a break of its own."""
    shown = [token for token in tokens if not token.nesting]
    for place, token in enumerate(shown):
        if token.type == "html_inline" and _BREAK_TAG.fullmatch(token.content):
            neighbours = shown[max(place - 1, 0) : place + 2]
            if any(neighbour.type == "softbreak" for neighbour in neighbours):
                yield token


def add_text(parent: Element, text: str) -> None:
    """Add text at the end of an element, after its last child."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _attributes(token: Token) -> dict[str, str]:
    attributes = {name: str(value) for name, value in token.attrs.items()}
    if token.type == "ordered_list_open" and attributes.get("start") == "1":
        del attributes["start"]
    if token.type == "alert_open":
        kind = str(token.meta["kind"]).lower()
        attributes["class"] = f"admonition {_ALERT_STYLES.get(kind, kind)}"
    elif token.type == "alert_title_open":
        attributes["class"] = "admonition-title"
    if found := _ALIGNMENT.match(attributes.get("style", "")):
        attributes["style"] = f"text-align: {found[1]};"
    return attributes


def token_text(tokens: Sequence[Token]) -> str:
    """A picture's alternative text, without markup."""
    parts = (
        token_text(token.children)
        if token.children
        else " "
        if token.type in ("softbreak", "hardbreak")
        else token.content
        for token in tokens
    )
    return "".join(parts)


def spaced_text(element: Element) -> str:
    """The text of an element with all its spaces, without raw HTML and footnote numbers."""
    text = element.text or ""
    parts = [html.unescape(text) if element.tag == "code" else text]  # the text of code is escaped in the tree
    for child in element:
        if not (child.tag == "sup" and (child.get("id") or "").startswith("fnref")):
            parts.append(spaced_text(child))
        parts.append(child.tail or "")
    return _RAW_HTML_PLACEHOLDER.sub("", "".join(parts)).replace(ESCAPED, "").replace(HIDDEN_BREAK, "")
