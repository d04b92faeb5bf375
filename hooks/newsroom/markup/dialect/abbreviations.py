"""Abbreviations, ``*[WHO]: World Health Organization``: a rule that markdown-it lacks."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

KEY = "abbreviations"
"""The key in markdown-it's environment for the long forms by short form."""
LINES = "abbreviation_lines"
"""The key for the line of each definition, from 1, by short form."""
_DEFINITION = re.compile(r"\*\[([^\]\\]+)\]:[ \t]*(\S.*?)[ \t]*$")
"""Matches `*[WHO]: World Health Organization`, but not `*[WHO]:` or `[WHO]: who.md`."""


def abbreviations_plugin(reader: MarkdownIt) -> None:
    """Add the rule to a reader."""
    reader.block.ruler.before("reference", "abbreviation", _read_definition, {"alt": ["paragraph", "blockquote"]})


def _read_definition(state: StateBlock, first: int, _last: int, silent: bool) -> bool:
    """Remove a line that defines an abbreviation from the text."""
    if state.is_code_block(first):
        return False
    found = _DEFINITION.match(state.src[state.bMarks[first] + state.tShift[first] : state.eMarks[first]])
    if not found:
        return False
    if not silent:
        state.env.setdefault(KEY, {})[found[1].strip()] = found[2]
        state.env.setdefault(LINES, {})[found[1].strip()] = first + 1
        state.line = first + 1
    return True
