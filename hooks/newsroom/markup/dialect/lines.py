"""Counts the lines of links, pictures and code that go over several lines of a file.

markdown-it has a token for each line end in a text, but none for those in the address, the title or the alternative
text of a link or picture, or in code: "[the report]( ↵ trust.md)".
"""

from collections.abc import Callable, Mapping

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, backtick, image, link

LINES = "lines"
"""The key in the ``meta`` of the last token of a link, picture or code for its number of line ends, if it has any."""
_Rule = Callable[[StateInline, bool], bool]
_RULES: Mapping[str, tuple[str, _Rule]] = {"backticks": ("`", backtick), "link": ("[", link), "image": ("!", image)}
"""markdown-it's rules that can read over a line end, each with the sign it begins at."""


def lines_plugin(reader: MarkdownIt) -> None:
    """Have a reader count lines."""
    for name, (sign, rule) in _RULES.items():
        reader.inline.ruler.at(name, _counting(sign, rule))


def _counting(sign: str, rule: _Rule) -> _Rule:
    def read(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        if state.src[start] != sign or not rule(state, silent):
            return False
        lines = state.src.count("\n", start, state.pos)
        if lines and len(state.tokens) > before:
            state.tokens[-1].meta[LINES] = lines
        return True

    return read
