"""Addresses that are links without any mark: ``https://elm.example/``, after a quotation mark too.

The plugin's own rule leaves out those after a quotation mark or a slash, which GitHub links, and takes quadratic time
(mdit-py-plugins 0.7.0). Its rules for ``www.`` and for email addresses stay.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

_ADDRESS = re.compile(r"://(?=([^\s/?#<]+))[^\s<]+")
_DOMAIN = re.compile(r"[^\W_](?:[\w.-]*[\w-])?")
_SCHEMES = ("https", "http")
_TRAILING = "?!.,:*_~'\"[]"
_ENTITY = re.compile(r"&[A-Za-z]+;\Z")


def autolinks_plugin(reader: MarkdownIt) -> None:
    """Add GitHub's rules for bare addresses to a reader (GFM, section 6.9)."""
    reader.use(gfm_autolink_plugin)
    reader.inline.ruler.at("gfm_autolink_protocol", _rule)


def _rule(state: StateInline, silent: bool) -> bool:
    """Link the address whose scheme is the last of the pending text; the rule is asked at the colon after it."""
    if state.linkLevel or not state.src.startswith("://", state.pos):
        return False
    scheme = next((name for name in _SCHEMES if state.pending.endswith(name)), None)
    found = _ADDRESS.match(state.src, state.pos)
    if scheme is None or not found or not _is_domain(found[1]):
        return False
    before = state.pending[-len(scheme) - 1 : -len(scheme)]
    if before.isalnum():
        return False
    address = scheme + _without_trailing(found[0])
    if not silent:
        state.pending = state.pending[: -len(scheme)]
        state.push("link_open", "a", 1).attrs = {"href": address}
        state.push("text", "", 0).content = address
        state.push("link_close", "a", -1)
    state.pos += len(address) - len(scheme)
    return True


def _is_domain(text: str) -> bool:
    """Whether an address begins with a domain: no underscore in its last two parts."""
    found = _DOMAIN.match(text)
    return found is not None and "_" not in "".join(found[0].split(".")[-2:])


def _without_trailing(address: str) -> str:
    """An address without the punctuation after it, as a sentence's full stop or a bracket that it does not open."""
    while True:
        if address[-1] in _TRAILING:
            address = address[:-1]
        elif entity := _ENTITY.search(address):
            address = address[: entity.start()]
        elif address[-1] == ";" or (address[-1] == ")" and address.count(")") > address.count("(")):
            address = address[:-1]
        else:
            return address
