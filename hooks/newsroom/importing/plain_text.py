"""Decodes text and HTML as browsers do, and makes HTML of plain text."""

import re
from html import escape

import webencodings

_PRESCANNED = 1024
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_FALLBACK = "windows-1252"
_WIDE = 60
"""Lines that are mostly longer were broken by a program, not by their author."""
_LONGEST_TITLE = 100
_BULLET = re.compile(r"^[ \t]*[*•-][ \t]+(?=\S)", re.MULTILINE)
"""Matches the beginning of "* Bring a coat", as Mailchimp and mail programs write an item, not "-- " or "---"."""


def decode_html(data: bytes, declared: str | None = None) -> str:
    """The text of an HTML file: by its byte order mark, what is declared, its first meta element, or its bytes.

    See https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding.

    Args:
        declared: The character encoding that a header outside the file declares.
    """
    meta = _META_CHARSET.search(data[:_PRESCANNED])
    encoding = webencodings.lookup(meta[1].decode("ascii", "ignore")) if meta else None
    if encoding and not (declared and webencodings.lookup(declared)):
        # A meta element that can be read is not in UTF-16, whatever it says.
        return _decode(data, "utf-8" if encoding.name.startswith("utf-16") else encoding.name)
    return decode_text(data, declared)


def decode_text(data: bytes, declared: str | None = None) -> str:
    """The text of a file: by its byte order mark, what a header declares, UTF-8, or Windows' encoding."""
    if declared and (encoding := webencodings.lookup(declared)):
        return _decode(data, encoding.name)
    try:
        data.decode("utf-8")
        return _decode(data, "utf-8")
    except UnicodeDecodeError:
        return _decode(data, _FALLBACK)


def _decode(data: bytes, fallback: str) -> str:
    text: str = webencodings.decode(data, fallback)[0]
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def paragraphs_html(text: str, *, has_title: bool = False) -> str:
    """The paragraphs of a plain text as HTML; a short first line may be its title."""
    blocks = [block.strip("\n") for block in re.split(r"\n[ \t]*\n", text.strip())]
    if len(blocks) == 1:
        blocks = [line for line in blocks[0].split("\n") if line.strip()]
    is_title = has_title and len(blocks) > 1 and "\n" not in blocks[0] and len(blocks[0]) <= _LONGEST_TITLE
    is_title = is_title and not blocks[0].rstrip().endswith((".", ",", ":", ";"))
    title = f"<h1>{escape(blocks.pop(0))}</h1>" if is_title else ""
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
