"""Changes Markdown outside its code."""

import re
from collections.abc import Callable, Collection
from itertools import groupby

from newsroom.markup.dialect.reader import make_reader

_CODE = ("fence", "code_block")
_CODE_IN_LINE = r"(?<!`)(?P<ticks>`++)(?:(?!\n\n).)*?(?<!`)(?P=ticks)(?!`)"
"""Matches "`code`" and "``a ` b``"."""


def change_text(text: str, part: re.Pattern[str], change: Callable[[str], str], kept: Collection[str] = _CODE) -> str:
    """A text in which the parts that a pattern finds are changed, except in code.

    Args:
        part: The pattern.
        change: Returns what takes the place of a part.
        kept: The types of the parser's tokens for the blocks that stay as they are.
    """
    lines = text.split("\n")
    tokens = make_reader().parse(text)
    fixed = {line for token in tokens if token.type in kept for line in range(*(token.map or (0, 0)))}
    pattern = re.compile(f"{_CODE_IN_LINE}|(?P<part>{part.pattern})", part.flags | re.DOTALL)
    blocks = (
        (is_in, "\n".join(lines[line] for line in group))
        for is_in, group in groupby(range(len(lines)), fixed.__contains__)
    )
    return "\n".join(
        block if is_in else pattern.sub(lambda found: change(found[0]) if found["part"] else found[0], block)
        for is_in, block in blocks
    )
