"""Paragraphs and line breaks of WordPress's classic editor, which keeps only empty lines and line ends for them.

WordPress adds the elements when it shows a post: https://developer.wordpress.org/reference/functions/wpautop/
"""

import re
from collections.abc import Iterator

_BLOCK_NAMES = (
    "address|article|aside|blockquote|caption|col|colgroup|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer"
    "|form|h[1-6]|header|hgroup|hr|legend|li|main|map|math|menu|nav|ol|p|section|summary|table|tbody|td"
    "|tfoot|th|thead|tr|ul"
)
_UNCHANGED = re.compile(
    r"<(pre|script|style|svg|textarea|object|video|audio)\b[^<>]*>(?:(?!<\1\b).)*?</\1\s*>", re.DOTALL | re.IGNORECASE
)
_BLOCK = re.compile(rf"(</?(?:{_BLOCK_NAMES})(?=[\s/>])[^<>]*>)", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]+>")
_NAME = re.compile(r"</?([a-z0-9]+)", re.IGNORECASE)
_EMPTY_LINE = re.compile(r"\n[ \t]*\n\s*")
_LINE_END = re.compile(r"(?<!<br>)(?<!<br/>)(?<!<br />)[ \t]*\n[ \t]*")
"""Matches the end of a line, not after "<br>"."""
_VOID = frozenset({"hr", "col"})
_OF_LISTS_AND_TABLES = frozenset(
    {"table", "thead", "tbody", "tfoot", "tr", "ul", "ol", "dl", "menu", "colgroup", "map"}
)
"""Elements in which text cannot be."""
_OF_ONE_PARAGRAPH = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary", "caption", "legend"})
_ALWAYS_PARAGRAPHS = frozenset({"blockquote"})
_KEPT = re.compile("\x00(\\d+)\x00")


def add_paragraphs(text: str) -> str:
    """Return a text of the classic editor as HTML with its paragraphs and line breaks."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\x00{len(kept) - 1}\x00" if match[1].lower() not in ("pre",) else f"\n\n\x00{len(kept) - 1}\x00\n\n"

    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    text = _TAG.sub(lambda match: match[0].replace("\n", " "), _UNCHANGED.sub(keep, text))
    html = "\n".join(_blocks(_BLOCK.split(text), kept))
    return _KEPT.sub(lambda match: kept[int(match[1])], html)


def _blocks(parts: list[str], kept: list[str]) -> Iterator[str]:
    """The tags of blocks, and the texts between them in paragraphs. ``parts`` alternate: text, tag, text."""
    open_blocks: list[str] = []
    for number, part in enumerate(parts):
        if number % 2:
            yield part
            _follow(part, open_blocks)
        else:
            yield from _paragraphs(part, open_blocks[-1] if open_blocks else "", kept)


def _follow(tag: str, open_blocks: list[str]) -> None:
    """Note which blocks are open after a tag."""
    match = _NAME.match(tag)
    name = match[1].lower() if match else ""
    if tag.startswith("</"):
        if name in open_blocks:
            del open_blocks[len(open_blocks) - 1 - open_blocks[::-1].index(name) :]
    elif name not in _VOID and not tag.endswith("/>"):
        open_blocks.append(name)


def _paragraphs(text: str, block: str, kept: list[str]) -> Iterator[str]:
    texts = [part.strip() for part in _EMPTY_LINE.split(text) if part.strip()]
    is_divided = not block or block in _ALWAYS_PARAGRAPHS or len(texts) > 1
    for part in texts:
        alone = _KEPT.fullmatch(part)
        if block in _OF_LISTS_AND_TABLES or (alone and kept[int(alone[1])][:4].lower() == "<pre"):
            yield part
        elif is_divided and block not in _OF_ONE_PARAGRAPH:
            yield f"<p>{_broken(part)}</p>"
        else:
            yield _broken(part)


def _broken(text: str) -> str:
    return _LINE_END.sub("<br>\n", text)
