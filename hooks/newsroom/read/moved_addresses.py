"""Reads the file of old addresses: lists of a former site, and what answers them here.

A line is an old address, a colon and an address of this site: `/category/news/: /stories/`. Other pages name their old
addresses themselves, in `redirect_from`.
"""

import re
from pathlib import Path

from newsroom.content.folders import OLD_ADDRESSES
from newsroom.content.loaded import MovedAddress
from newsroom.content.old_addresses import parse_old_address
from newsroom.problems import Problem
from newsroom.read.files import read_text

_LINE = re.compile(r"([\"']?)(/\S*)\1:\s+(/\S*)\s*(?:#.*)?")
"""Matches "/category/news/: /stories/" and "'/?cat=3': /stories/"."""
_EXAMPLE = "/category/news/: /stories/"


def read_moved(root: Path) -> tuple[tuple[MovedAddress, ...], tuple[Problem, ...]]:
    """The old addresses in the file, and the errors in its lines. Never raises."""
    text = read_text(root, OLD_ADDRESSES)
    if isinstance(text, Problem):
        return (), (text,)
    found: list[MovedAddress] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = _LINE.fullmatch(line.rstrip())
        try:
            if match is None:
                raise ValueError("is not an old address, a colon and an address of this site")
            parse_old_address(match[2])
            found.append(MovedAddress(match[2], match[3].removeprefix("/"), number))
        except ValueError as error:
            problems.append(
                Problem("old-address-invalid", OLD_ADDRESSES, number, f"this line {error}", f"write it like {_EXAMPLE}")
            )
    return tuple(found), tuple(problems)
