"""Mailchimp's merge tags: a greeting becomes this site's, and all others are removed."""

import re

from newsroom.importing.source import NoteLog
from newsroom.mail_tools.first_name import FALLBACK, RIGHT_FORM

_NAME = r"\*\|(?:TITLE:|PROPER:)?FNAME\|\*"
_CHOICE = re.compile(
    r"\*\|IF:FNAME\|\*(?P<texts>(?:(?!\*\|(?:IF|END)).){0,700})\*\|END:IF\|\*", re.IGNORECASE | re.DOTALL
)
"""Matches "*|IF:FNAME|*Dear *|FNAME|*,*|ELSE:|*Dear friend,*|END:IF|*"."""
_ELSE = re.compile(r"\*\|ELSE:?\|\*", re.IGNORECASE)
_FIRST_NAME = re.compile(_NAME, re.IGNORECASE)
_SUBJECT = re.compile(r"\*\|MC[:_]SUBJECT\|\*", re.IGNORECASE)
_TAG = re.compile(r"\*\|[A-Za-z][^|*\n]{0,200}\|\*")
"""Matches "*|LIST:COMPANY|*" and "*|END:IF|*", not "*|*"."""
_CONDITION = re.compile(r"\*\|(?:IF|IFNOT|ELSE|ELSEIF|INTERESTED|END)\b", re.IGNORECASE)
_WELSH = re.compile(r"\b(?:annwyl|helo|shwmae|bore da|prynhawn da),?\s*\Z", re.IGNORECASE)
_LONGEST_WELSH = 20
_WELSH_FORM = "{enw cyntaf|gyfaill}"
_GREETING = "{first name|FALLBACK}"
_LEFT_SIGNS = re.compile(r"\s*,(?=\s*(?:[,.!?:;]|\Z))|\A[\s,.!:;]+|\s+(?=[,.!?:;])")
"""Matches the comma in "Hello, !" and in ", news", which are left of "Hello, *|FNAME|*!" and "*|FNAME|*, news"."""
_QUOTED = 10


def replace_merge_tags(html: str, subject: str, log: NoteLog) -> str:
    """HTML or a text without merge tags.

    Args:
        html: The text, in which ``*|FNAME|*`` becomes ``{first name|friend}``.
        subject: The campaign's subject, for the tag that shows it.
        log: Gets notes on the tags that are removed.
    """
    html = _CHOICE.sub(_greeting, _SUBJECT.sub(lambda _found: subject, html))
    html = _FIRST_NAME.sub(_name, html)
    tags = list(dict.fromkeys(_TAG.findall(html)))
    if tags:
        what = f"Merge tags were removed, read the sentences around them: {', '.join(tags[:_QUOTED])}"
        log.dropped(f"{what}{' and more' if len(tags) > _QUOTED else ''}.")
    if any(map(_CONDITION.match, tags)):
        log.to_do(
            "Some text was only for some subscribers. All of it is in the draft: delete what contradicts the rest."
        )
    return _TAG.sub("", html)


def _name(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - _LONGEST_WELSH) : found.start()]
    return _WELSH_FORM if _WELSH.search(before) else RIGHT_FORM


def _greeting(found: re.Match[str]) -> str:
    """The greeting for readers whose name is known, with the word from that for others as its fallback."""
    known, *others = _ELSE.split(found["texts"])
    parts = _FIRST_NAME.split(known)
    if len(parts) != 2 or len(others) > 1:
        return found[0]
    before, after = parts
    unknown = "".join(others).strip()
    fallback = unknown.removeprefix(before.strip()).removesuffix(after.strip()).strip(" ,.!")
    if not FALLBACK.fullmatch(fallback):
        return known
    return f"{before}{_GREETING.replace('FALLBACK', fallback)}{after}"


def without_merge_tags(line: str) -> str:
    """A line of the front matter without merge tags, which work only in a text: "News" for "*|FNAME|*, news"."""
    if not _TAG.search(line):
        return line
    plain = _TAG.sub("", line)
    words = " ".join(_LEFT_SIGNS.sub("", plain).split())
    return words[:1].upper() + words[1:] if plain[:1] != line[:1] else words
