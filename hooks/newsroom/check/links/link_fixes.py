"""Says what is wrong with a link or a picture that Markdown does not recognise, and what to write in its place."""

import re

from newsroom.check.links.copied_addresses import CopiedAddresses
from newsroom.check.links.intended_targets import telephone_address
from newsroom.content.document import Source
from newsroom.content.outline import Leftover, LeftoverKind
from newsroom.content.types.newsletter import NEWSLETTER
from newsroom.markup.leftovers import TEMPLATE_CODE
from newsroom.problems import Fault, Problem, shorten

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
_NAME = re.compile(r"\[([^\[\]]+)\](?:\[\])?\Z")
"""Matches the name at the end of "[words][name]", "[name][]" and "![name]"."""


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


def find_address_problem(leftover: Leftover, source: Source, copied: CopiedAddresses) -> Problem | None:
    """The error about a leftover's address, at its line; None if there is none to report."""
    kind = "picture" if leftover.text.startswith("!") else "link"
    if leftover.kind is LeftoverKind.LINK:
        _, _, address = leftover.text.removesuffix(")").partition("](")
        fault = _address_fault(address, kind, source, copied)
        return fault.at(source.path, leftover.line) if fault else None
    name = _NAME.search(leftover.text) if leftover.kind is LeftoverKind.REFERENCE else None
    definition = name and re.search(rf"^[ >]*(\[{re.escape(name[1])}\]:[ \t]*(\S.*))$", source.text, re.M | re.I)
    if not definition:
        return None
    address = definition[2].rstrip()
    fault = _address_fault(address, kind, source, copied)
    if fault is None and " " in address and not re.search("[\"'“”<>()]", address):
        what = f"'{shorten(definition[1].rstrip(), 60)}' is shown as it is written, since the address has spaces"
        fault = Fault("link-definition-missing", what, f"write %20 for each: '{shorten(address.replace(' ', '%20'))}'")
    return fault.at(source.path, source.text_line + source.text.count("\n", 0, definition.start(1))) if fault else None


def _address_fault(address: str, kind: str, source: Source, copied: CopiedAddresses) -> Fault | None:
    if TEMPLATE_CODE.search(address) and source.type is not NEWSLETTER:
        return None
    return copied.find_fault(address, kind, is_link=False)
