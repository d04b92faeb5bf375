"""What GitHub's renderer makes of a text, and the structure of HTML in a form that can be compared with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

import cmarkgfm
from cmarkgfm.cmark import Options
from lxml import html as lxml_html
from lxml.html import HtmlElement

_BLOCKS = frozenset(
    ("p", "ul", "ol", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "table", "tr", "th", "td", "hr")
)
_INLINE = frozenset(("a", "img", "em", "strong", "del", "code", "br", "input"))
_EMPTY = frozenset(("hr", "img", "br", "input"))


def github_html(text: str) -> str:
    """The HTML that cmark-gfm, GitHub's published renderer, makes of a text; raw HTML stays in it."""
    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
    return str(cmarkgfm.github_flavored_markdown_to_html(text, options=options))


def structure(html: str) -> list[str]:
    """Blocks, lists with their numbers, links, pictures, emphasis and words, in order.

    Left out is what the two write in other ways: ids and classes, and how footnotes are set.
    """
    outline = _Outline()
    outline.add(lxml_html.fragment_fromstring(html, create_parent="div"))
    return [part for part in (part.strip() for part in outline.parts) if part]


@dataclass
class _Outline:
    parts: list[str] = field(default_factory=list)
    _follows_text: bool = False

    def add(self, element: HtmlElement) -> None:
        if isinstance(element.tag, str) and not _is_footnote(element):
            self._add_element(element)
        self._add_text(element.tail)

    def _add_element(self, element: HtmlElement) -> None:
        is_kept = element.tag in _BLOCKS or element.tag in _INLINE
        if is_kept:
            self._mark(f"<{' '.join((element.tag, *_facts(element)))}>")
        self._add_text(element.text)
        for child in element:
            self.add(child)
        if is_kept and element.tag not in _EMPTY:
            self._mark(f"</{element.tag}>")

    def _mark(self, mark: str) -> None:
        self.parts.append(mark)
        self._follows_text = False

    def _add_text(self, text: str | None) -> None:
        words = re.sub(r"\s+", " ", text or "")
        if words and self._follows_text:
            self.parts[-1] = re.sub(r"\s+", " ", self.parts[-1] + words)
        elif words:
            self.parts.append(words)
            self._follows_text = True


def _facts(element: HtmlElement) -> Iterator[str]:
    if element.tag == "a":
        yield unquote(element.get("href", ""))
    elif element.tag == "img":
        yield f"{unquote(element.get('src', ''))} {' '.join(element.get('alt', '').split())}"
    elif element.tag == "ol":
        yield element.get("start", "1")
    elif element.tag in ("td", "th"):
        found = re.search(r"text-align: *(\w+)", element.get("style", ""))
        yield found[1] if found else element.get("align", "")
    elif element.tag == "input":
        yield "checked" if element.get("checked") is not None else "empty"


def _is_footnote(element: HtmlElement) -> bool:
    if element.tag == "sup":
        return len(element) > 0 and element[0].get("href", "").startswith("#fn")
    return element.get("class", "") in ("footnote", "footnotes")
