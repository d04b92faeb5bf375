"""Finds absolute addresses that lead nowhere or through a service that counts readers."""

import re
from urllib.parse import unquote, urlsplit

from newsroom.content.outline import Reference
from newsroom.content.web_address import direct_address
from newsroom.problems import Fault, shorten

_SCHEMES = ("https", "http", "mailto", "tel")
_MAIL = re.compile(r"[^\s@/:;,<>()\[\]\"]+@\w[\w-]*(?:\.\w[\w-]*)+")
"""An email address: `jo@elm.example`, but not `jo@elm`, `//jo@elm.example` or `jo@elm.example;bo@elm.example`."""
_OWN_COMPUTER = ("localhost", "127.0.0.1", "::1")


def backslash_fault(reference: Reference) -> Fault | None:
    """The fault of a web address that has a backslash; None if it has none.

    The backslash in ``https://elm.example/\\`` was meant to break the line, but GitHub, and so this site, reads it as
    part of the address. The link would lead nowhere, and the line would not break.
    """
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


def find_address_fault(target: str, scheme: str, subject: str) -> Fault | None:
    """What is wrong with an address, and how to fix it; None if it may lead somewhere.

    Args:
        target: The address, as it is written.
        scheme: Its scheme in lower case, "" for an address like "//elm.example".
        subject: "link" or "picture".
    """
    shown = f"the {subject} '{shorten(target)}'"
    if scheme not in _SCHEMES and subject == "picture" and scheme:
        what = f"{shown} begins with '{shorten(scheme)}:', so that only the program from which it was copied shows it"
        return Fault("link-scheme-invalid", what, "save the picture as a file beside this one and write its name")
    if scheme not in _SCHEMES:
        fault = f"begins with '{shorten(scheme)}:'" if scheme else "has no 'https:'"
        return Fault("link-scheme-invalid", f"{shown} {fault}", "begin it with https:, mailto: or tel:")
    if scheme in ("mailto", "tel"):
        return _contact_fault(target, scheme)
    host = urlsplit(target).hostname
    if not host:
        return Fault(
            "link-host-missing", f"{shown} names no site", "write the whole address, like https://elm.example/"
        )
    if host in ("http", "https"):
        _, _, rest = target.partition("://")
        return Fault("link-host-missing", f"{shown} begins twice", f"write '{shorten(rest)}'")
    if host in _OWN_COMPUTER:
        fix = "write the address at which everybody finds the page, or the path of its file"
        return Fault("link-host-missing", f"{shown} leads to the reader's own computer", fix)
    if (direct := direct_address(target)) != target:
        what = f"{shown} leads through another site, which learns who follows it"
        return Fault("link-redirected", what, f"write '{shorten(direct, 300)}'")
    return None


def _contact_fault(target: str, scheme: str) -> Fault | None:
    if not target.rstrip().endswith(":"):
        return _mail_fault(target) if scheme == "mailto" else None
    what = "email address" if scheme == "mailto" else "telephone number"
    example = "mailto:hello@elm.example" if scheme == "mailto" else "tel:+441632960000"
    return Fault("link-empty", f"the link '{target}' has no {what}", f"write it, like {example}")


def _mail_fault(target: str) -> Fault | None:
    """The fault in the recipients of a link (https://www.rfc-editor.org/rfc/rfc6068); it may have none before a "?"."""
    recipients, mark, fields = target.partition(":")[2].partition("?")
    addresses = unquote(recipients).split(",")
    if all(_MAIL.fullmatch(address.strip()) for address in addresses) or (mark and not recipients):
        return None
    found = ",".join(_MAIL.findall(unquote(recipients)))
    fix = f"write 'mailto:{shorten(found + mark + fields)}'" if found else "write it, like mailto:hello@elm.example"
    return Fault("link-mail-invalid", f"the link '{shorten(target)}' has no valid email address", fix)
