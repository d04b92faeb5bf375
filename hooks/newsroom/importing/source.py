"""What every importer reads from its source, and what it reports about it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from newsroom.ellipsis import cut_at_word

_LONGEST_EXCERPT = 60
_LONGEST_ADDRESS = 200


class NoteKind(StrEnum):
    """What a note of an import is about."""

    DROPPED = "dropped"
    GUESSED = "guessed"
    TO_DO = "to do"


MISSING_ALT = "no alternative text: write what it shows."
"""Is in each note on a picture that needs an alternative text."""


@dataclass(frozen=True)
class Note:
    """Something that the report of an import says about one document.

    Attributes:
        kind: Whether it was dropped, guessed, or is left for a person to do.
        text: A sentence for editors, like "The picture chart.emf is left out: save it as PNG and add it by hand."
        excerpt: The words in the draft or in the source that it is about, to search for; or nothing.
    """

    kind: NoteKind
    text: str
    excerpt: str = ""


@dataclass(frozen=True)
class ConvertedText:
    """Markdown in this site's dialect, and notes on what it could not keep of the HTML.

    ``pictures`` are the sources of the pictures in the Markdown as the HTML has them, in order, each once.
    """

    markdown: str
    pictures: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


class LeadPicture(NamedTuple):
    """The picture above a text: its key in the pictures of the document, its alternative text, and its caption."""

    key: str
    alt: str
    caption: str = ""


@dataclass(frozen=True)
class SourceDocument:
    """A document as an importer read it, without anything that must not be published.

    Attributes:
        html: The body. ``src`` of a picture is a key of ``pictures``, or an address on the web.
        pictures: The pictures' bytes by the ``src`` that the body has for them; cropped, if the source shows a part.
        title: The title, if the source says it; then the body does not repeat it.
        subtitle: The subtitle, if the source says it.
        author: The author as the text names them ("By Ann Archer"), never from the file's properties.
        day: The day on which the text says it was written or published.
        notes: What was dropped and guessed so far.
        lead: The picture above the text; or None.
        old_addresses: Where the pictures were before, by the ``src`` that the body has for them.
        fields: What the source says of other fields of the front matter, by their names. It replaces guesses.
        markdown: The body as it is written, if it is Markdown; then the draft has this, and ``html`` is only read.
    """

    html: str
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    title: str | None = None
    subtitle: str | None = None
    author: str | None = None
    day: date | None = None
    notes: tuple[Note, ...] = ()
    lead: LeadPicture | None = None
    old_addresses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fields: Mapping[str, object] = field(default_factory=dict)
    markdown: str | None = None


class ImportRefusedError(ValueError):
    """The source cannot be imported. The message says why, and what to do; nothing has been written."""


class NoteLog:
    """Collects notes, each once."""

    def __init__(self) -> None:
        self._notes: dict[Note, None] = {}

    def dropped(self, text: str, excerpt: str = "") -> None:
        """Report that something is not in the draft."""
        self._add(NoteKind.DROPPED, text, excerpt)

    def guessed(self, text: str, excerpt: str = "") -> None:
        """Report that something in the draft was changed, and may be wrong."""
        self._add(NoteKind.GUESSED, text, excerpt)

    def to_do(self, text: str, excerpt: str = "") -> None:
        """Report what is left for a person."""
        self._add(NoteKind.TO_DO, text, excerpt)

    def extend(self, notes: Iterable[Note]) -> None:
        """Add what another part of the import reports."""
        self._notes |= dict.fromkeys(notes)

    def _add(self, kind: NoteKind, text: str, excerpt: str) -> None:
        words = " ".join(excerpt.split())
        most = _LONGEST_EXCERPT if " " in words else _LONGEST_ADDRESS
        is_field_in_group = excerpt.startswith("  ")  # like "  alt: ", which is found by the spaces before it
        self._notes[Note(kind, text, excerpt if is_field_in_group else cut_at_word(words, most))] = None

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes, in order."""
        return tuple(self._notes)
