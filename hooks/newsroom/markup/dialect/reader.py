"""The rules for parsing a text: CommonMark, GitHub's extensions of it, and the extras in our guide.

GitHub's Preview follows CommonMark (https://spec.commonmark.org) and GitHub Flavored Markdown
(https://github.github.com/gfm/). markdown-it-py implements both and knows the line of every block.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_def

from newsroom.markup.dialect.autolinks import autolinks_plugin
from newsroom.markup.dialect.blocks import abbreviations_plugin, blocks_plugin, definition_lists_plugin
from newsroom.markup.dialect.definitions import definitions_plugin
from newsroom.markup.dialect.lines import lines_plugin

_DESTINATION = re.compile(r"\((mailto:[^()<>\n]*?)[ ]*\)", re.IGNORECASE)
"""Matches `(mailto:jo@elm.example?subject=The garden)`, but not `(jo@elm.example)`."""
MAX_NESTING = 100
"""The maximum depth of blocks: two levels for each list, one for a quotation. Deeper text is left out."""


def make_reader(*, is_verse: bool = False) -> MarkdownIt:
    """A reader whose tokens hold the structure of a text; it renders nothing.

    With ``is_verse`` four blanks before a line begin no code, since a poem's lines are indented for their look.
    """
    reader = _Reader("gfm-like2", {"linkify": False, "maxNesting": MAX_NESTING}).disable(
        ["linkify", "text_join"]
    )  # escaped characters stay apart
    if is_verse:
        reader.disable("code")
    reader.use(blocks_plugin).use(autolinks_plugin).use(footnote_plugin, inline=False, move_to_end=False)
    reader.block.ruler.at("footnote_def", footnote_def, {"alt": ["paragraph", "reference", "blockquote"]})
    reader.use(_mail_plugin).use(definition_lists_plugin).use(abbreviations_plugin)
    reader.use(definitions_plugin).use(lines_plugin)
    return reader


class _Reader(MarkdownIt):
    """Neither changes nor rejects addresses. The checks report the ones that are not allowed."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        """The address as its author wrote it."""
        return url

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
        """Every address is kept."""
        return True


def _mail_plugin(reader: MarkdownIt) -> None:
    """Allow spaces in links to email addresses: ``[Jo](mailto:jo@elm.example?subject=The garden)``.

    Markdown does not allow spaces in addresses and shows such a link as text, but people write them and mean a link.
    """
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
