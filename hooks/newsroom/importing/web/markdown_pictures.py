"""Pictures in Markdown: those inside the text itself, and in HTML."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

from newsroom.importing.html import html_to_markdown
from newsroom.importing.tree import drop, find_by_xpath
from newsroom.importing.web.markdown_parts import change_text
from newsroom.importing.web.page import FindFile, data_in_address
from newsroom.markup.dialect.reader import make_reader

_INLINE = re.compile(r"""data:image/[\w.+-]+(?:;[\w=-]+)*,[^\s()<>"'`]+""", re.IGNORECASE)
_TAG = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_AROUND = re.compile(r"</?(?:p|div|center|br)\b[^<>]*>|\s+", re.IGNORECASE)
"""Matches what is around pictures only to place them, as in `<p align="center"><img src="tree.jpg"></p>`."""


@dataclass(frozen=True)
class InlinePicture:
    """A picture whose bytes are in its address."""

    address: str
    data: bytes


def take_inline_pictures(text: str) -> tuple[str, Mapping[str, InlinePicture]]:
    """A text with names in place of the pictures in it, as Google Docs writes them, and the pictures by these names."""
    found: dict[str, InlinePicture] = {}

    def name(match: re.Match[str]) -> str:
        data = data_in_address(match[0])
        if data is None:
            return match[0]
        key = f"inline-picture-{len(found) + 1}.png"
        found[key] = InlinePicture(match[0], data)
        return key

    return _INLINE.sub(name, text), found


def with_markdown_pictures(text: str) -> str:
    """A text with Markdown in place of pictures that are HTML tags, except those beside other HTML."""
    text = change_text(text, _TAG, _picture, ("fence", "code_block", "html_block"))
    lines = text.split("\n")
    for token in reversed(make_reader().parse(text)):
        if token.type == "html_block" and token.map and not token.level:
            tags = _TAG.findall(token.content)
            if tags and not _AROUND.sub("", _TAG.sub("", token.content)):
                lines[slice(*token.map)] = map(_picture, tags)
    return "\n".join(lines)


def _picture(tag: str) -> str:
    """A picture as Markdown; the tag itself if no reader sees it."""
    return html_to_markdown(tag).markdown.strip() or tag


def find_pictures(tree: HtmlElement, find_file: FindFile) -> dict[str, bytes]:
    """The pictures by their addresses in the text. Others leave the tree: the check names them where they are shown."""
    pictures: dict[str, bytes] = {}
    for image in find_by_xpath(tree, ".//img"):
        source = image.get("src", "")
        data = find_file(source)
        if data is None:
            drop(image)
        else:
            pictures[source] = data
    return pictures
