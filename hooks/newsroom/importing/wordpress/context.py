"""The context of the conversion of one text."""

from collections.abc import Callable
from dataclasses import dataclass, field

from newsroom.importing.source import NoteLog


@dataclass(frozen=True)
class GalleryPicture:
    """A picture of a gallery: the id and address of its file, and the words with it."""

    number: int
    address: str
    alt: str
    caption: str


@dataclass
class ContentContext:
    """What one text needs besides itself.

    Attributes:
        gallery: Gives the pictures with these ids, in this order; without ids all that were uploaded to the post.
        pattern: Gives the text of the synced pattern with an id; None if readers could not see it.
        footnotes: The value of WordPress's own field for footnotes, JSON.
        log: What was dropped, guessed and is left to do.
    """

    gallery: Callable[[tuple[int, ...]], list[GalleryPicture]] = lambda _ids: []
    pattern: Callable[[int], str | None] = lambda _id: None
    footnotes: str = ""
    log: NoteLog = field(default_factory=NoteLog)
