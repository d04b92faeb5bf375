"""Addresses in HTML as standards want them: without blanks, which editors may write and browsers put up with."""

import re
from html import escape
from urllib.parse import quote

from newsroom.tags import find_tags

_HELD = re.compile(r"""[\x00-\x20\x7f"<>^`{|}]|%(?![0-9A-Fa-f]{2})""")
"""What may not be in an address (WHATWG URL, 4.3): a blank or a quotation mark, but not `é` or `%20`."""
_FINE = r"""[^"'\s<>^`{|}&%]|&(?!quot;|lt;|gt;)|%[0-9A-Fa-f]{2}"""
_ODD = re.compile(rf"""\shref=(?:"(?:{_FINE}|')*+(?!")|'(?:{_FINE}|")*+(?!'))""", re.IGNORECASE)
"""The beginning of an address with something that may not be in it: ` href="a b"`, but not ` href="a?b&amp;c"`."""


def valid_address(address: str) -> str:
    """An address with everything percent-encoded that may not be in one: "mailto:jo@elm.example?subject=A%20garden"."""
    return _HELD.sub(lambda found: quote(found[0]), address.strip())


def with_valid_addresses(html: str) -> str:
    """The HTML with every link's address encoded that holds what may not be in one; every other byte stays."""
    if not _ODD.search(html):
        return html
    parts: list[str] = []
    position = 0
    for tag in find_tags(html):
        for link in tag.attributes if tag.name == "a" and not tag.is_end else ():
            address = valid_address(link.value)
            if link.name == "href" and address != link.value:
                parts += [html[position : link.start], f' href="{escape(address)}"']
                position = link.end
    return "".join([*parts, html[position:]])
