"""Says what to write in place of a link or a picture that Markdown does not recognise."""

import re

from newsroom.check.links.intended_targets import telephone_address
from newsroom.markup.other_programs import TEMPLATE_CODE

_LINK_FORM = (
    "write the address without spaces and curly quotation marks: [words](https://elm.example/) "
    'or [words](file.md "Title")'
)
_LINK_TITLE = re.compile(r'[ ]"[^"]*"$')
"""Matches the end of `tree.jpg "In May"`."""
_SIZE = re.compile(r"[ ]+=(?=[\d%xX*]+$)(\d*%?)[xX]?(\d*%?)\*?$")
"""Matches the end of "tree.jpg =300x200" and of "tree.jpg =300x"."""
_TWO_PARTS = re.compile(r"""(\S+\.\w{2,5}|\S+(?=\s+["']))\s+(\S(?!.*\.\w{2,5}$).*)""", re.DOTALL)
"""Matches `tree.jpg In May` and `about.md "The "best" page"`, in two parts; not `Photo 1.jpg`."""
_NAMED_MAIL = re.compile(r"mailto:[^?@]*\s([^\s@?]+@[^\s@?)>]+)", re.IGNORECASE)
"""Matches `mailto:Jo Elm hello@elm.example`."""
_WRONG_BRACKET = re.compile(r"[^\s\[\]()]+(?=\])")
"""Matches the beginning of `https://elm.example/] and more`."""


def link_fix(text: str) -> str:
    """Return what to write in place of a link or a picture, such as "[words](my file.md)"."""
    words, _, address = text.removesuffix(")").partition("](")
    if number := telephone_address(address):
        return f"write the address of a telephone number like this: '{words}]({number})'"
    if TEMPLATE_CODE.search(address):
        shown = "picture.jpg" if text.startswith("!") else "about.md"
        return f"write the address in place of the code: '{words}]({shown})'"
    if size := _SIZE.search(address):
        values = zip(("width", "height"), size.groups(), strict=True)
        given = " ".join(f"{name}={value}" for name, value in values if value)
        return f"write the size in braces after it: '{words}]({address[: size.start()]}){{ {given} }}'"
    if re.search("[“”„‘’]", address) or not address.strip():
        return _LINK_FORM
    if not re.search(r"\s", address):
        return f"write the bracket that closes the address: '{words}]({address})'"
    if found := _WRONG_BRACKET.match(address):
        return f"write a round bracket after the address: '{words}]({found[0]})'"
    if found := _NAMED_MAIL.match(address):
        return f"write the email address alone: '{words}](mailto:{found[1]})'"
    return _fix_spaces(words, address)


def _fix_spaces(words: str, address: str) -> str:
    """What to write in place of an address with spaces in it, after which there may be a title."""
    end = _LINK_TITLE.search(address)
    if not end and (parts := _TWO_PARTS.fullmatch(address.strip())):
        title = parts[2].strip("\"' ").replace('"', "'")
        link = f'{words}]({parts[1]} "{title}")'
        return f"write what follows the address in double quotation marks, without others in it: '{link}'"
    path = address[: end.start() if end else len(address)].strip().replace(" ", "%20")
    return f"write %20 for each space in the address: '{words}]({path}{end[0] if end else ''})'"
