"""Allows spaces in links to email addresses: ``[Jo](mailto:jo@elm.example?subject=The garden)``.

Markdown does not allow spaces in addresses and shows such a link as text, but people write them and mean a link.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline

_DESTINATION = re.compile(r"\((mailto:[^()<>\n]*?)[ ]*\)", re.IGNORECASE)
"""Matches `(mailto:jo@elm.example?subject=The garden)`, but not `(jo@elm.example)`."""


def mail_plugin(reader: MarkdownIt) -> None:
    """Add the rule to a reader."""
    reader.inline.ruler.after("link", "mail_with_blanks", _read_destination)


def _read_destination(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[" or "](mailto:" not in state.src:
        return False
    start, last, end = state.pos + 1, state.posMax, parseLinkLabel(state, state.pos)
    found = _DESTINATION.match(state.src, end + 1) if end >= 0 else None
    if not found:
        return False
    if not silent:
        state.pos, state.posMax = start, end
        state.push("link_open", "a", 1).attrs = {"href": found[1]}
        state.linkLevel += 1
        state.md.inline.tokenize(state)
        state.linkLevel -= 1
        state.push("link_close", "a", -1)
    state.pos, state.posMax = found.end(), last
    return True
