"""Finds what is wrong with the address of a link or picture that Markdown does not recognise."""

import re

from newsroom.check.links.copied_addresses import CopiedAddresses
from newsroom.content.document import Source
from newsroom.content.outline import Leftover, LeftoverKind
from newsroom.content.types.newsletter import NEWSLETTER
from newsroom.markup.other_programs import TEMPLATE_CODE
from newsroom.problems import Fault, Problem, shorten

_NAME = re.compile(r"\[([^\[\]]+)\](?:\[\])?\Z")
"""Matches the name at the end of "[words][name]", "[name][]" and "![name]"."""


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
