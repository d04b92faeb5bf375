"""Divides a file's text into passages and rows of tables, and has each finder look in them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import NamedTuple

from newsroom.check.private.age_patterns import AGE_HINT
from newsroom.check.private.ages import find_ages
from newsroom.check.private.birth_dates import BIRTH_HINT, find_birth_dates
from newsroom.check.private.drives import find_drive_links
from newsroom.check.private.emails import find_emails
from newsroom.check.private.finding import Finding
from newsroom.check.private.official_numbers import NUMBERS_HINT, find_numbers
from newsroom.check.private.phones import find_phones, find_phones_in_links
from newsroom.check.private.places import ADDRESS_HINT, POSTCODE_HINT, find_addresses, find_postcodes
from newsroom.check.private.words import names_person

_BREAK = re.compile(r"\n(?=[ \t>]*(?:\n|\Z|[-*+|#<:]|\d{1,3}[.)]\s|[\w-]{1,40}:(?:\s|\Z)))")
"""The end of a paragraph, an item, a row or a field; other line ends are only spaces."""
_INTERESTING = re.compile(
    r"[0-9@t](?:(?<=[0-9@])|(?<=[nrfxhe]t)(?:y|een|ieth|eenth)\b|(?<=\bt)(?:en|welve)\b|(?<=[(\[]at)[)\]]|(?<=\bdot)\s)|"
    r",\s(?:two|three|four|five|six|seven|eight|nine)[,.]|[CBF](?:ottage|ungalow|armhouse),?\s[A-Z]"
)
"""What all private data has, except links: a digit, an "@" or "(at)", a number in words, or the name of a house."""
_EMPHASIS = re.compile(r"(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)")
"""Matches the "_" of "_word_", not that of "a_b"."""
_IN_KEY = re.compile(r"(?<=[a-z])_(?=[a-z])")
"""The underscore in the key of a field, such as `date_of_birth`."""
_SOFT_END = re.compile(r"(?<![ \t])[ \t]*\n[ \t>]*")
_NOT_PROSE = (
    ("://", re.compile(r"https?://[^\s<>\"')\]]*", re.IGNORECASE)),
    ("www.", re.compile(r"\bwww\.[^\s<>\"')\]]*", re.IGNORECASE)),
    ("tag:", re.compile(r"\btag:[\w.-]+,[^\s<>\"')\]]*")),  # the id of a feed's entry
    ("](", re.compile(r"\]\((?!mailto:|tel:|sms:)[^\s)]*")),  # names of files are checked by themselves
    ("@", re.compile(r"(?<![\w.+'-])[\w.+'-]{1,64}@[\w.-]+")),
    ("97", re.compile(r"(?<![\w-])97[89](?:[\s-]?\d){10}(?!\d)")),  # an ISBN
    ("doi", re.compile(r"\bdoi[:\s]\s?10\.\S+")),
)
"""What the finders must not read, each with a text that it contains, and which is faster to find."""
_GAP = "\0"
"""Replaces what is not prose, or is found already: no pattern matches it, and no file has this character."""
_PLAIN: Mapping[int, str | None] = str.maketrans(
    {
        **dict.fromkeys("\xa0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000\t", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict.fromkeys("’‘ʼ", "'"),
        **dict.fromkeys("*`\\\u200b\u2060\ufeff\xad", None),
    }
)
_FINDERS = (
    (NUMBERS_HINT, find_numbers),
    (NUMBERS_HINT, find_phones),
    (BIRTH_HINT, find_birth_dates),
    (POSTCODE_HINT, find_postcodes),
    (ADDRESS_HINT, find_addresses),
    (AGE_HINT, find_ages),
)
"""Each with what is in every text in which it can find something. Each leaves out what an earlier one has found: the
digits of a bank account may be those of a telephone number."""
_DELIMITER = re.compile(r"(?=[^\n]*\|)[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
"""The line below a table's headings: `|---|:--|`."""
_CELL_END = re.compile(r"(?<!\\)\|")
_AGE = re.compile(r"(?:age|oed|oedran)\b(?!\s(?:of|groups?|range|band|limit)\b)", re.IGNORECASE)
"""`Age` and `Age now`, but not `Age of the house`."""
_OTHER = re.compile(
    r"d\.?o\.?b\b|date\sof\sbirth|birth|born|dyddiad\sgeni|address|cyfeiriad|"
    r"sort[\s-]?code|account|a/c|nhs|national\sinsurance|ni\s(?:no|number)|nino\b",
    re.IGNORECASE,
)
"""Headings that finders look for before a value, except that of an age, which must be a person's."""


class Located(NamedTuple):
    """Private data and its line."""

    finding: Finding
    line: int


def find_private_data(text: str, first_line: int) -> Iterator[Located]:
    """All private data in a text that begins on ``first_line`` of its file: Markdown, YAML or HTML."""
    yield from _locate(find_drive_links(text), text, first_line)
    found = [*_find_in_passages(text, first_line)]
    yield from found
    already = {(located.finding.kind, located.line) for located in found}
    for row, line in _read_headed_rows(text, first_line):
        under_headings = _find_in_passage(_simplify(row), line)
        yield from (each for each in under_headings if (each.finding.kind, line) not in already)


def _find_in_passages(text: str, first_line: int) -> Iterator[Located]:
    start, line = 0, first_line
    ends = [match.start() for match in _BREAK.finditer(text)] if _INTERESTING.search(text) else []
    for end in (*ends, len(text)):
        if _INTERESTING.search(text, start, end):
            yield from _find_in_passage(_simplify(text[start:end]), line)
        line += text.count("\n", start, end)
        start = end


def _find_in_passage(passage: str, first_line: int) -> Iterator[Located]:
    yield from _locate((*find_emails(passage), *find_phones_in_links(passage)), passage, first_line)
    finders = [find for hint, find in _FINDERS if hint.search(passage)]
    prose = passage
    for part, pattern in _NOT_PROSE if finders else ():
        if part in prose:
            prose = pattern.sub(_GAP, prose)
    if "_" in prose:
        prose = _IN_KEY.sub(" ", prose)
    for find in finders:
        if found := list(find(prose)):
            yield from _locate(found, prose, first_line)
            prose = _without(prose, found)


def _locate(found: Iterable[Finding], text: str, first_line: int) -> Iterator[Located]:
    line_ends: list[int] | None = None
    for finding in found:
        if line_ends is None:
            line_ends = [match.start() for match in re.finditer("\n", text)]
        yield Located(finding, first_line + bisect_left(line_ends, finding.start))


def _without(text: str, found: Iterable[Finding]) -> str:
    """The text with each finding replaced by gaps of the same length, and with all its line ends."""
    parts, end = [], 0
    for finding in sorted(found, key=lambda finding: finding.start):
        if finding.start >= end:
            parts += [text[end : finding.start], re.sub(r"[^\n]", _GAP, text[finding.start : finding.end])]
            end = finding.end
    return "".join((*parts, text[end:]))


def _simplify(text: str) -> str:
    """A passage with plain spaces, hyphens and apostrophes, without marks of emphasis, and the same line ends."""
    text = _SOFT_END.sub("\n", text.strip(" \t>"))
    if "&" in text:
        text = unescape(text)
    if "%" in text:
        text = text.replace("%40", "@").replace("%20", " ")
    if "_" in text:
        text = _EMPHASIS.sub("", text)
    return text.translate(_PLAIN)


def _read_headed_rows(text: str, first_line: int) -> Iterator[tuple[str, int]]:
    """The rows of Markdown tables as `Colin | Age: 64`, each with its line, where a heading says what a value is."""
    if "|" not in text:
        return
    before, headings = "", list[str]()
    for number, line in enumerate(text.split("\n"), first_line):
        if "|" not in line:
            headings = []
        elif _DELIMITER.fullmatch(line):
            headings = [heading.strip(" *_") for heading in _cells(before)]
        elif any(_AGE.match(heading) or _OTHER.match(heading) for heading in headings):
            yield _row(_cells(line), headings), number
        before = line


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _CELL_END.split(line.strip(" \t>").strip("|"))]


def _row(cells: list[str], headings: list[str]) -> str:
    is_of_person = any(names_person(cell) for cell in cells)
    named = zip(cells, headings, strict=False)
    return " | ".join(
        f"{'Age' if _AGE.match(heading) else heading}: {cell}"
        if _OTHER.match(heading) or (is_of_person and _AGE.match(heading))
        else cell
        for cell, heading in named
    )
