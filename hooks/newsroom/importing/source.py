"""What every importer reads from its source, and what it reports about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple


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
