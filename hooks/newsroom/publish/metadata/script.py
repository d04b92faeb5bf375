"""Encodes data as JSON that is safe inside a ``<script>`` element."""

import json

_ESCAPES = (
    ("<", "\\u003c"),
    (">", "\\u003e"),
    ("&", "\\u0026"),
    ("\u2028", "\\u2028"),
    ("\u2029", "\\u2029"),
)


def script_json(data: object) -> str:
    """Return a JSON document (RFC 8259) that cannot end the element or start a comment.

    The escaped characters occur only in strings, so the data does not change.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, escape in _ESCAPES:
        text = text.replace(character, escape)
    return text
