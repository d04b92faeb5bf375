"""Reads plain text."""

import re
from html import escape

from newsroom.importing.source import ImportRefusedError, SourceDocument
from newsroom.importing.web.page import read_page

_WIDE = 60
"""Lines that are mostly longer were broken by a program, not by their author."""
_LONGEST_TITLE = 100
_BULLET = re.compile(r"^[ \t]*[*•-][ \t]+(?=\S)", re.MULTILINE)
"""Matches the beginning of "* Bring a coat", as Mailchimp and mail programs write an item, not "-- " or "---"."""


def read_text_file(text: str) -> SourceDocument:
    """Read a plain text. Blank lines divide its paragraphs. Raises ImportRefusedError if it has no text."""
    if not text.strip():
        raise ImportRefusedError("The file has no text.")
    return read_page(f"<html><body>{paragraphs_html(text, has_title=True)}</body></html>", lambda _source: None)


def paragraphs_html(text: str, *, has_title: bool = False) -> str:
    """The paragraphs of a plain text as HTML; a short first line may be its title."""
    blocks = [block.strip("\n") for block in re.split(r"\n[ \t]*\n", text.strip())]
    if len(blocks) == 1:
        blocks = [line for line in blocks[0].split("\n") if line.strip()]
    is_title = has_title and len(blocks) > 1 and "\n" not in blocks[0] and len(blocks[0]) <= _LONGEST_TITLE
    is_title = is_title and not blocks[0].rstrip().endswith((".", ",", ":", ";"))
    title = f"<h1>{escape(blocks.pop(0).strip())}</h1>" if is_title else ""
    return title + "".join(map(_block_html, blocks))


def _block_html(block: str) -> str:
    """A paragraph, or a list with the paragraph that is directly above it."""
    above, *items = _BULLET.split(block)
    if not items or (not above and len(items) == 1 and block.lstrip()[0] == "-"):
        return f"<p>{_joined(block)}</p>"
    paragraph = f"<p>{_joined(above.rstrip())}</p>" if above.strip() else ""
    return f"{paragraph}<ul>{''.join(f'<li>{_joined(item.rstrip())}</li>' for item in items)}</ul>"


def _joined(block: str) -> str:
    """A paragraph; its lines stay if they are short, as in a poem or an address."""
    lines = [escape(line.strip()) for line in block.split("\n")]
    is_wrapped = sum(len(line) >= _WIDE for line in lines[:-1]) * 2 >= len(lines) - 1
    return (" " if is_wrapped else "<br>").join(lines)
