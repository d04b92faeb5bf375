"""Addresses in the HTML tags that editors write: what may not be in one is percent-encoded.

Those of links in Markdown are valid already.
"""

import re
from html import escape

from newsroom.markup.links import valid_address
from newsroom.tags import find_tags

_FINE = r"""[^"'\s<>^`{|}&%]|&(?!quot;|lt;|gt;)|%[0-9A-Fa-f]{2}"""
_ODD = re.compile(rf"""\shref=(?:"(?:{_FINE}|')*+(?!")|'(?:{_FINE}|")*+(?!'))""", re.IGNORECASE)
"""The beginning of an address with something that may not be in it: ` href="a b"`, but not ` href="a?b&amp;c"`."""


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
