"""Checks that addresses of websites have no backslash.

The backslash in ``https://elm.example/\\`` was meant to break the line, but GitHub, and so this site, reads it as part
of the address. The link would lead nowhere, and the line would not break.
"""

from newsroom.content.outline import Reference
from newsroom.problems import Fault, shorten


def backslash_fault(reference: Reference) -> Fault | None:
    """The fault of a web address that has a backslash; None if it has none."""
    target = reference.target
    if "\\" not in target:
        return None
    is_bare = target.removeprefix("http://") == reference.text.removeprefix("http://")
    if is_bare and target.endswith("\\"):
        address = target.rstrip("\\")
        address = address if reference.text.startswith("http://") else address.replace("http:", "https:", 1)
        what = f"the backslash after '{shorten(address)}' is read as part of the address, and does not break the line"
        return Fault("link-malformed", what, f"write '<{shorten(address)}>\\'")
    fix = "delete it, or write '/' in its place"
    return Fault("link-malformed", f"the link '{shorten(target)}' has a backslash in its address", fix)
