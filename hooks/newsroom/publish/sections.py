"""What a reader sees of a page's HTML as plain text, in the sections that its headings make."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from newsroom.tags import Tag, find_tags

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q"),
        *("s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
    )
)
"""Tags inside which a word may go on; any other parts what stands before it from what stands after."""
_UNSEEN = frozenset({"script", "style", "iframe", "textarea", "title"})
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<[!?][^>]*>", re.DOTALL)


@dataclass(frozen=True)
class Section:
    """A part of a page: the id and words of its heading ("" for what stands above the first), and its paragraphs."""

    id: str
    heading: str
    paragraphs: tuple[str, ...]


def sections(html: str) -> tuple[Section, ...]:
    """The sections of a page's body that have something in them. Headings without an id divide nothing."""
    found: list[Section] = []
    anchor, heading = "", ""
    paragraphs: list[str] = []
    for tag, text in _blocks(_COMMENT.sub("", html)):
        is_heading = tag is not None and tag.name in _HEADINGS
        if tag is not None and is_heading and (id_ := tag.get("id")):
            found.append(Section(anchor, heading, tuple(paragraphs)))
            anchor, heading, paragraphs = id_, text, []
        elif text:
            paragraphs.append(text)
    found.append(Section(anchor, heading, tuple(paragraphs)))
    return tuple(section for section in found if section.heading or section.paragraphs)


def _blocks(html: str) -> Iterator[tuple[Tag | None, str]]:
    """Each run of words that no block's tag interrupts, with the tag that opened it."""
    opener: Tag | None = None
    words: list[str] = []
    position = 0
    for tag in find_tags(html):
        words.append(html[position : tag.start])
        position = tag.end + (len(tag.text or "") if tag.name in _UNSEEN else 0)
        if tag.name not in _INLINE:
            yield opener, _plain(words)
            opener, words = (None if tag.is_end else tag), []
    words.append(html[position:])
    yield opener, _plain(words)


def _plain(parts: list[str]) -> str:
    return " ".join(unescape("".join(parts)).split())
