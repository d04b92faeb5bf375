"""The tags in a piece of HTML, each with its place, found where a browser finds them (WHATWG HTML, 13.2.5).

Whoever changes a few tags and must leave every other byte alone needs places, which a tree does not keep.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_SPACE = r"[ \t\n\f\r]"
_TAG_OR_COMMENT = re.compile(r"<(?:(/?)([a-zA-Z][^ \t\n\f\r/>]*+)|(!--)|[!?]|/(?!>))")
_ATTRIBUTE = re.compile(
    rf"(?:{_SPACE}|/)*+([^ \t\n\f\r/>][^ \t\n\f\r/>=]*+)"
    rf"(?:{_SPACE}*+={_SPACE}*+(?:\"([^\"]*+)\"|'([^']*+)'|([^ \t\n\f\r\"'>][^ \t\n\f\r>]*+)|(?=>)))?"
)
_NO_VALUE_YET = re.compile(rf"{_SPACE}*+=")
_END = re.compile(rf"(?:{_SPACE}|/)*+>")
_COMMENT_END = re.compile(r"--!?>")
_EMPTY_COMMENT = re.compile(r"-?>")
_RAW = frozenset({"script", "style", "iframe", "title", "textarea"})
_CDATA = "<![CDATA["


@dataclass(frozen=True)
class Attribute:
    """An attribute: its name in small letters, its value with character references resolved, and its place.

    The place, ``start`` to ``end``, takes in the space before it.
    """

    name: str
    value: str
    start: int
    end: int


@dataclass(frozen=True)
class Tag:
    """A tag: its name in small letters, its attributes, and its place from ``start`` to ``end``.

    ``text`` is what stands between this tag and its end tag where that holds words alone, whatever they look like: in
    scripts, style sheets, frames, titles and text fields; None elsewhere. ``is_broken``: no tag, but a "<" after
    which a tag has begun that nothing ends; its place reaches to the end.
    """

    name: str
    attributes: tuple[Attribute, ...]
    start: int
    end: int
    is_end: bool = False
    text: str | None = None
    is_broken: bool = False

    def get(self, *names: str) -> str | None:
        """The value of the first of its attributes that has one of the names."""
        return next((attribute.value for attribute in self.attributes if attribute.name in names), None)


def find_tags(source: str) -> Iterator[Tag]:
    """Every tag in a piece of HTML, in order; none in comments and in the words of a script. Takes linear time."""
    position = 0
    while found := _TAG_OR_COMMENT.search(source, position):
        if found[2]:
            tag = _read_tag(source, found)
            yield tag
            position = tag.end + len(tag.text or "")
        elif source.startswith(_CDATA, found.start()):
            position = found.start() + len(_CDATA)
            yield Tag("![cdata[", (), found.start(), position)
        else:
            position = _end_of_comment(source, found)


def _end_of_comment(source: str, found: re.Match[str]) -> int:
    if not found[3]:
        end = source.find(">", found.end())
        return end + 1 if end >= 0 else len(source)
    empty = _EMPTY_COMMENT.match(source, found.end())
    closing = empty or _COMMENT_END.search(source, found.end())
    return closing.end() if closing else len(source)


def _read_tag(source: str, found: re.Match[str]) -> Tag:
    name, is_end = found[2].lower(), bool(found[1])
    attributes: list[Attribute] = []
    position = found.end()
    while not (end := _END.match(source, position)):
        attribute = _ATTRIBUTE.match(source, position)
        if not attribute or _has_no_end(source, attribute):
            return Tag(name, (), found.start(), len(source), is_broken=True)
        value = attribute[2] or attribute[3] or attribute[4] or ""
        attributes.append(Attribute(attribute[1].lower(), html.unescape(value), attribute.start(), attribute.end()))
        position = attribute.end()
    text = _text(source, name, end.end()) if name in _RAW and not is_end else None
    return Tag(name, tuple(attributes), found.start(), end.end(), is_end, text)


def _has_no_end(source: str, attribute: re.Match[str]) -> bool:
    """Whether its value begins with a quotation mark that has no second one, or stands at the very end."""
    is_bare = attribute[0].endswith(attribute[1]) and attribute.end() == attribute.end(1)
    return is_bare and bool(_NO_VALUE_YET.match(source, attribute.end()))


def _text(source: str, name: str, start: int) -> str:
    closing = re.compile(rf"</{name}(?=[ \t\n\f\r/>])", re.IGNORECASE).search(source, start)
    return source[start : closing.start() if closing else len(source)]
