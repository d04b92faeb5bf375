"""Decodes text and HTML as browsers do."""

import re

import webencodings

_PRESCANNED = 1024
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_FALLBACK = "windows-1252"


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
