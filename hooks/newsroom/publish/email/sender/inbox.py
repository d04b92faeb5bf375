"""The beginning of the subject and preheader, as an inbox on a phone shows them."""

from dataclasses import dataclass

from newsroom.content.lengths import PREHEADER, SUBJECT, Length
from newsroom.content.types.newsletter import Newsletter
from newsroom.english import count_things


@dataclass(frozen=True)
class InboxLine:
    """A line that inboxes show. ``name`` is its key in the edition's front matter.

    ``length`` is its length as text, and ``advice`` says how to change it if it is too short or too long. Phones show
    ``shown``, about ``limit`` characters, and cut off ``hidden``. ``is_in_html``: the email's HTML has it already.
    """

    name: str
    label: str
    text: str
    length: str
    advice: str | None
    limit: int
    shown: str
    hidden: str
    is_in_html: bool


def inbox_lines(front: Newsletter) -> tuple[InboxLine, InboxLine]:
    """Get the lines for the subject and the preheader of an edition."""
    return (
        inbox_line("subject", front.subject, SUBJECT, is_in_html=False),
        inbox_line("preheader", front.preheader, PREHEADER, is_in_html=True),
    )


def inbox_line(name: str, text: str, length: Length, *, is_in_html: bool) -> InboxLine:
    """Split a line into the part that phones show and the rest, and compare its length with the limits."""
    limit = length.shown or length.most
    change = "shorten" if len(text) > length.most else "extend"
    return InboxLine(
        name=name,
        label=name.capitalize(),
        text=text,
        length=count_things(len(text), "character"),
        advice=None if length.fits(text) else f"{change} it to {length.wanted}",
        limit=limit,
        shown=text[:limit],
        hidden=text[limit:],
        is_in_html=is_in_html,
    )
