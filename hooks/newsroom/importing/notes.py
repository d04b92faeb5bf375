"""Collects what the report of an import says about one document."""

from collections.abc import Iterable

from newsroom.ellipsis import cut_at_word
from newsroom.importing.source import Note, NoteKind

_LONGEST_EXCERPT = 60
_LONGEST_ADDRESS = 200


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
