"""What readers must know of an item before they open it, in words: what it is, its state and its date."""

from newsroom.content.document import AnyDocument
from newsroom.content.model import Dated, Timed
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
        t: The translations.
        is_over: Whether the item is over: "closed on 1 May 2024".
    """
    date = t.date(front.shown_date)
    label = front.date_label_when_over if is_over and isinstance(front, Timed) else front.date_label
    return t(label, date=date) if label else date
