"""What readers must know of an item before they open it, in words: what it is, its state, date and writers."""

from newsroom.content.document import AnyDocument
from newsroom.content.model import Dated, Timed
from newsroom.content.types.story import Story
from newsroom.translations import Translations


def labels_of(document: AnyDocument, t: Translations) -> tuple[str, ...]:
    """Return the genre of an item, and its state if it has one: "Event" and "Cancelled"."""
    return tuple(filter(None, (t(f"kind.{document.genre}"), state_of(document, t))))


def state_of(document: AnyDocument, t: Translations) -> str:
    """Return the state of an item, like "Forthcoming"; "" if it has none."""
    front = document.front
    return t(front.state) if isinstance(front, Dated) and front.state else ""


def date_of(front: Dated, t: Translations, *, is_over: bool) -> str:
    """Return the date that readers see of an item: "3 May 2024", "Expected: 2027", "closes on 1 May 2024".

    Args:
        front: The item's front matter.
        is_over: Whether the item is over: "closed on 1 May 2024".
    """
    date = t.date(front.shown_date)
    label = front.date_label_when_over if is_over and isinstance(front, Timed) else front.date_label
    return t(label, date=date) if label else date


def writers_in_words(front: Story, t: Translations) -> str | None:
    """Return the writers of a story: a single one with role and organisation, several with these in brackets.

    None if it names nobody.
    """
    if not front.writers:
        return None
    if len(front.writers) > 1:
        return t.list(tuple(writer.with_all for writer in front.writers))
    (writer,) = front.writers
    return ", ".join(filter(None, (writer.name, writer.role, writer.organisation)))
