"""Names in citations: a person's name in parts, an organisation's as one text."""

import re
import unicodedata
from dataclasses import dataclass

_PARTS = re.compile(r"[^\W\d_](?:[^\W\d_]|['’])*|-")
"""A name or a hyphen in given names: "Jean-Paul M." has "Jean", "-", "Paul", "M"; "2" is neither."""


@dataclass(frozen=True)
class BodyName:
    """An organisation, or anyone whose name is not written in parts."""

    name: str


@dataclass(frozen=True)
class PersonName:
    """A person. ``family`` holds the particles ("van Gogh", "ap Gwilym"), ``suffix`` is "Jr" or similar."""

    family: str
    given: str
    suffix: str = ""

    @property
    def initials(self) -> str:
        """The initials: "J.-P.", and "Ll.", which is one letter in Welsh."""
        parts = _PARTS.findall(unicodedata.normalize("NFC", self.given))
        return "".join(part if part == "-" else f"{_first_letter(part)}." for part in parts).strip("-")


Name = BodyName | PersonName


def sort_name(name: Name) -> str:
    """Return a name for sorting: "van Gogh, Vincent", "Elm, Ada, Jr"; an organisation's name is unchanged."""
    if isinstance(name, PersonName):
        return ", ".join(part for part in (name.family, name.given, name.suffix) if part)
    return name.name


def _first_letter(name: str) -> str:
    is_one_letter = name.startswith("Ll") and name[2:] == name[2:].lower()
    return "Ll" if is_one_letter else name[0].upper()
