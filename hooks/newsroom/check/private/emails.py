"""Finds email addresses of people, as opposed to those of roles and teams."""

import re
from collections.abc import Iterator

from newsroom.check.private.finding import Finding, Kind, match_finding
from newsroom.check.private.words import is_given_name, is_role_word, is_surname

_ADDRESS = re.compile(r"(?<!tag:)(?<![\w.+'-])([\w.+'-]{1,64})@([\w-]{1,63}(?:\.[\w-]{1,63}){1,6})")
_SPELT = re.compile(
    r"(?<![\w.+'-])([\w.+'-]{1,64})\s?[\[(]at[\])]\s?([\w-]{1,63}(?:\s?(?:\.|[\[(]dot[\])])\s?[\w-]{1,63}){1,6})",
    re.IGNORECASE,
)
"""An address that is written for people: `jo (at) elm.example`."""
_SAID = re.compile(
    r"(?<![\w.+'-])([\w.+'-]{1,64}(?:\sdot\s[\w+'-]{1,64}){0,3})\sat\s([\w-]{1,63}(?:\sdot\s[\w-]{1,63}){1,4})(?![\w-])",
    re.IGNORECASE,
)
"""An address as people say it: `jo dot elm at gmail dot com`."""
_DOT = re.compile(r"[\[(]dot[\])]|\sdot\s", re.IGNORECASE)
_SHORTEST_SURNAME = 4
_SEPARATORS = re.compile(r"[._+'\d-]")
_FREE_HOSTS = re.compile(
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|rocketmail|aol|icloud|me|mac|gmx|mail|proton|protonmail|"
    r"pm|tutanota|tuta|fastmail|zoho|yandex|btinternet|btopenworld|talktalk|sky|virginmedia|ntlworld|blueyonder|plusnet|"
    r"tiscali|orange|o2|ee|hey|hushmail|inbox)\.(?:com|co\.uk|net|org|uk|me|de|fr|io|ru|ch|eu|ie|in|es|it|nl|pl|ca)",
    re.IGNORECASE,
)
"""Hosts where anybody has a mailbox: `gmail.com` and `yahoo.co.uk`."""

_NO_TOP_LEVEL = re.compile(r"\.(?!xn--)[^.]*\d[^.]*$")
"""Matches the end of a host that cannot be a domain. Top-level domains have no digits, except those in Punycode.

Matches ".v2" in "thread.v2". Does not match ".xn--p1ai".
"""


def find_emails(text: str) -> Iterator[Finding]:
    """The email addresses in a text that are a person's."""
    if "@" in text:
        yield from _find(_ADDRESS, text)
    if "at)" in text or "at]" in text:
        yield from _find(_SPELT, text)
    if " dot " in text:
        yield from _find(_SAID, text)


def _find(pattern: re.Pattern[str], text: str) -> Iterator[Finding]:
    for match in pattern.finditer(text):
        local, host = (_DOT.sub(".", part).replace(" ", "") for part in match.groups())
        if is_personal(local, host) or _is_initial_and_surname(local, text[max(0, match.start() - 60) : match.start()]):
            yield match_finding(Kind.EMAIL, match, key=f"{local}@{host}")


def is_personal(local: str, host: str) -> bool:
    """Whether an address is a person's: its host has free mailboxes, or its name is that of a person.

    Links to Teams meetings contain text like `19%3ameeting_Ab@thread.v2`. It looks like an email address, but "v2" is
    not a top-level domain.

    Args:
        local: The address before the "@".
        host: The address after it.
    """
    if _FREE_HOSTS.fullmatch(host):
        return True
    parts = [part for part in _SEPARATORS.split(local.casefold()) if part]
    if _NO_TOP_LEVEL.search(host) or any(is_role_word(part) for part in parts):
        return False
    if len(parts) == 1:
        return _is_name_of_person(parts[0])
    return len(parts) == 2 or (len(parts) == 3 and any(len(part) > 1 for part in parts))


def _is_initial_and_surname(local: str, before: str) -> bool:
    """Whether an address is made of a name that is before it: "Glyn Rowlands, growlands@elm.example"."""
    if len(local) <= _SHORTEST_SURNAME:
        return False
    initial, surname = local[0].upper(), local[1:].capitalize()
    named = re.search(rf"\b({re.escape(initial)}\w+) {re.escape(surname)}\b", before)
    return named is not None and is_given_name(named[1])


def _is_name_of_person(word: str) -> bool:
    """Whether a word is a first name, or a surname with initials: "maggie", "jsmith", "smithj"."""
    if is_given_name(word):
        return True
    return any(is_surname(part) for part in (word, word[1:], word[2:], word[:-1]))
