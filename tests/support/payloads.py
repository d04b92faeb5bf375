"""Hostile texts by family, each of which would call ``ran(number)`` if a browser ran it.

They follow the kinds in https://cheatsheetseries.owasp.org/cheatsheets/XSS_Filter_Evasion_Cheat_Sheet.html,
https://html5sec.org and https://research.securitum.com/dompurify-bypass-using-mxss/. Add the ones that you find to
payloads.json, with 0 for the number.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

FAMILIES: Mapping[str, list[str]] = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
TEMPLATE_RESULT = "9359"
"""What a template engine prints for 1337*7."""


@dataclass(frozen=True)
class Payload:
    """A hostile text, its family and the number with which it calls ``ran``."""

    number: int
    family: str
    text: str


def payloads() -> Iterator[Payload]:
    """All payloads."""
    texts = ((family, text) for family, all_of_it in FAMILIES.items() for text in all_of_it)
    for number, (family, text) in enumerate(texts, 1):
        yield Payload(number, family, text.replace("ran(0)", f"ran({number})"))
