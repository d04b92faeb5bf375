"""Lines with the words, marks and links of a text, for comparing HTML with the page that is made of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from urllib.parse import quote

BREAK = "⏎"


@dataclass(frozen=True)
class Character:
    """A character with its marks and its link: the number of the link and its address."""

    text: str
    marks: frozenset[str] = frozenset()
    link: tuple[int, str] | None = None


def plain_address(address: str) -> str:
    """An address as a page has it, with what it may not have encoded."""
    return (
        quote(address.strip(), safe="!#$%&'()*+,-./:;=?@[]_~|^`{}\"\\<>")
        .replace("\\", "%5C")
        .replace("<", "%3C")
        .replace(">", "%3E")
    )


def divide(characters: Sequence[Character], *, is_cell: bool) -> Iterator[list[Character]]:
    """The characters between empty lines, with single blanks."""
    part: list[Character] = []
    breaks = 0
    for is_blank, group in groupby(characters, lambda each: each.text.isspace() or each.text == BREAK):
        stretch = list(group)
        if not is_blank:
            part += stretch
            continue
        breaks = sum(each.text == BREAK for each in stretch)
        if breaks > 1 and not is_cell:
            yield part
            part = []
        else:
            part.append(replace(stretch[0], text=BREAK if breaks else " ", marks=frozenset()))
    yield part


def line_of(characters: list[Character]) -> str:
    """A block's words, with the words that have a mark and the links after them."""
    text = "".join(each.text for each in characters)
    marks = sorted({mark for each in characters for mark in each.marks})
    marked = [f"{mark}: {words}" for mark in marks if (words := _marked(characters, mark))]
    links = []
    for link, group in groupby((each for each in characters if each.link), lambda each: each.link):
        words = "".join(each.text for each in group).strip(f" {BREAK}")
        assert link is not None
        if words and link[1] not in (words, f"mailto:{words}", f"http://{words}", plain_address(words)):
            links.append(f"{words} -> {link[1]}")
    return "  ".join(filter(None, (text.strip(f" {BREAK}"), *marked, *links)))


def _marked(characters: Sequence[Character], mark: str) -> str:
    """The letters and digits that have a mark, with one blank for all between them."""
    words = "".join(each.text if each.text.isalnum() and mark in each.marks else " " for each in characters)
    return " ".join(words.split())


def with_levels(lines: Sequence[str]) -> Iterator[str]:
    """Lines whose headings have levels from 2 without gaps, are not bold, and have no line breaks."""
    above: list[tuple[int, int]] = []
    for line in lines:
        found = re.match(r"h(\d) (.*)", line)
        if not found or re.match(r"!\[[^\]]*\]\(\S+\)(?: -> \S+)?\Z", found[2]):
            yield line.removeprefix(f"h{found[1]} ") if found else line
            continue
        level = int(found[1])
        while above and above[-1][0] >= level:
            above.pop()
        above.append((level, min(above[-1][1] + 1, 6) if above else 2))
        yield f"h{above[-1][1]} " + not_bold(found[2]).replace(BREAK, " ")


def not_bold(line: str) -> str:
    """A line without what says that words of it are bold."""
    return re.sub(r"  bold: [^>]*?(?=  |\Z|⏎)", "", line)
