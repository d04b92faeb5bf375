"""Data as JSON that can stand inside a ``<script>`` element."""

import json

_ESCAPES = (
    ("<", "\\u003c"),
    (">", "\\u003e"),
    ("&", "\\u0026"),
    ("\u2028", "\\u2028"),
    ("\u2029", "\\u2029"),
)


def script_json(data: object) -> str:
    """A JSON document (RFC 8259) in which nothing ends the element or opens a comment.

    Only strings can hold the characters that are escaped, so that the document says the same.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, escape in _ESCAPES:
        text = text.replace(character, escape)
    return text
