"""Names of those who made a publication: who is a person, with which family name, and what is a body.

An editor writes names as they should appear. Where that does not tell, a name is kept whole, as a body's is: a citation
then has it as it was written.
"""

import re
import unicodedata
from dataclasses import dataclass

_BODIES = frozenset(
    {
        "academy", "adran", "agency", "alliance", "asiantaeth", "associates", "association", "authority",
        "awdurdod", "bwrdd", "campaign", "canolfan", "catalysts", "center", "centre", "centres", "charity",
        "cic", "college", "coleg", "comisiwn", "commission", "committee", "communities", "community", "company",
        "consortium", "corporation", "council", "councils", "cwmni", "cyf", "cymdeithas", "cyngor",
        "department", "elusen", "federation", "foundation", "government", "group", "grŵp", "gwasanaeth",
        "gwasanaethau", "initiative", "institute", "institution", "limited", "llp", "llywodraeth", "ltd",
        "ministry", "neighbourhoods", "network", "networks", "nhs", "office", "organisation", "organization",
        "partneriaeth", "partners", "partnership", "plc", "prifysgol", "prifysgolion", "programme", "project",
        "prosiect", "research", "rhwydwaith", "rhaglen", "school", "sefydliad", "service", "services",
        "society", "swyddfa", "team", "trust", "undeb", "union", "universities", "university", "wales",
        "ymddiriedolaeth", "ymgyrch", "ysgol",
    }
)  # fmt: skip
_JOINING = frozenset(
    {
        "a", "ac", "an", "at", "by", "for", "from", "in", "of", "on", "or", "to", "y", "yr",
    }
)  # fmt: skip
_TITLES = frozenset(
    {
        "athro", "canon", "cllr", "councillor", "dame", "dr", "miss", "mr", "mrs", "ms", "mx", "parch",
        "parchedig", "prof", "professor", "rev", "reverend", "revd", "sir",
    }
)  # fmt: skip
_PEERS = frozenset(
    {
        "baron", "baroness", "earl", "lady", "lord", "viscount",
    }
)  # fmt: skip
_SUFFIXES = frozenset(
    {
        "ii", "iii", "iv", "jr", "junior", "senior", "sr",
    }
)  # fmt: skip
_HONOURS = frozenset(
    {
        "BA", "BSc", "CBE", "DBE", "DPhil", "FRSA", "KBE", "KC", "MA", "MBE", "MD", "MP", "MS", "MSc", "OBE",
        "PhD", "QC", "RN",
    }
)  # fmt: skip
_PARTICLES = frozenset(
    {
        "ab", "af", "al", "ap", "av", "bin", "da", "das", "de", "del", "della", "den", "der", "des", "di", "do",
        "dos", "du", "el", "ferch", "het", "ibn", "la", "le", "mac", "ní", "nic", "ó", "st", "ten", "ter", "uí",
        "van", "verch", "von", "zu", "zum", "zur", "Ab", "Ap", "Da", "De", "Del", "Della", "Den", "Der", "Di",
        "Du", "La", "Le", "Mac", "Ní", "Nic", "Ó", "St", "Uí", "Van", "Von",
    }
)  # fmt: skip
_PARTS = re.compile(r"[^\W\d_](?:[^\W\d_]|['’])*|-")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")


@dataclass(frozen=True)
class BodyName:
    """An organisation, or anyone whose name has no parts to tell apart."""

    name: str


@dataclass(frozen=True)
class PersonName:
    """A person. ``family`` holds the particles ("van Gogh", "ap Gwilym"), ``suffix`` what tells namesakes apart."""

    family: str
    given: str
    suffix: str = ""

    @property
    def initials(self) -> str:
        """The given names' first letters: "J.-P.", and "Ll.", which is one letter in Welsh."""
        parts = _PARTS.findall(unicodedata.normalize("NFC", self.given))
        return "".join(part if part == "-" else f"{_first_letter(part)}." for part in parts).strip("-")


Name = BodyName | PersonName


def inverted(name: Name) -> str:
    """A name with what it is sorted by first: "van Gogh, Vincent", "Elm, Ada, Jr"; a body's as it is."""
    if isinstance(name, PersonName):
        return ", ".join(part for part in (name.family, name.given, name.suffix) if part)
    return name.name


def parse_name(text: str) -> Name:
    """A name as its editor wrote it: "Ralph Broad", "Broad, Ralph", "Universities of Hull and Sheffield"."""
    whole = " ".join(text.split())
    name = _IN_BRACKETS.sub("", whole)
    if _is_body(name):
        return BodyName(whole)
    before, *after = (part.strip() for part in name.split(","))
    after = [part for part in after if part.replace(".", "") not in _HONOURS]
    suffix = next((part for part in after if _key(part) in _SUFFIXES), "")
    after = [part for part in after if part != suffix]
    if len(after) > 1 or not before:
        return BodyName(whole)
    if after:
        given = " ".join(_without_titles(after[0].split()))
        return PersonName(before, given, suffix) if given else BodyName(whole)
    return _from_words(before.split(), suffix) or BodyName(whole)


def _is_body(name: str) -> bool:
    """Whether a name has a word, a sign or a figure that people's names do not have."""
    words = [word.strip(".,;’'") for word in name.split()] or [""]
    folded = {word.casefold() for word in words}
    return (
        not folded.isdisjoint(_BODIES | {"and", "the", "with"})
        or not _JOINING.isdisjoint(name.split())
        or words[0].casefold() in _PEERS
        or any(sign in name for sign in "&/+@;:()")
        or any(character.isdigit() for character in name)
        or not all(any(character.isalpha() for character in word) for word in words)
    )


def _from_words(words: list[str], suffix: str) -> PersonName | None:
    """A person's name in its usual order; None where there are not two parts to tell apart."""
    words = _without_titles(words)
    while len(words) > 2 and words[-1].replace(".", "") in _HONOURS:
        words = words[:-1]
    if len(words) > 2 and _key(words[-1]) in _SUFFIXES:
        suffix, words = words[-1], words[:-1]
    if len(words) < 2 or _is_particle(words[0]):
        return None
    start = next((n for n in range(1, len(words) - 1) if _is_particle(words[n])), len(words) - 1)
    return PersonName(" ".join(words[start:]), " ".join(words[:start]), suffix)


def _without_titles(words: list[str]) -> list[str]:
    """The words after "Dr" or "Yr Athro"."""
    if [_key(word) for word in words[:2]] in (["yr", "athro"], ["y", "parch"], ["y", "parchedig"]):
        words = words[1:]
    while words and _key(words[0]) in _TITLES:
        words = words[1:]
    return words


def _is_particle(word: str) -> bool:
    return word.rstrip(".") in _PARTICLES


def _key(word: str) -> str:
    return word.replace(".", "").casefold()


def _first_letter(name: str) -> str:
    return name[:2] if name.startswith("Ll") and name[2:].islower() else name[0].upper()
