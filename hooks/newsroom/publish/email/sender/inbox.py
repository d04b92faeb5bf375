"""What an inbox on a phone shows of an edition before it is opened: the beginning of its subject and preheader."""

from dataclasses import dataclass

from newsroom.lengths import PREHEADER, SUBJECT, Length
from newsroom.types.newsletter import Newsletter


@dataclass(frozen=True)
class InboxLine:
    """A line that inboxes show. ``name`` is its key in the edition's front matter, ``length`` how long it should be."""

    name: str
    text: str
    length: Length

    @property
    def limit(self) -> int:
        """About how many characters phones show of it."""
        return self.length.shown or self.length.most

    @property
    def advice(self) -> str | None:
        """What to do about its length; None where that is right."""
        if self.length.fits(self.text):
            return None
        return f"{'shorten' if len(self.text) > self.length.most else 'extend'} it to {self.length.wanted}"

    @property
    def shown(self) -> str:
        """The beginning, which phones show."""
        return self.text[: self.limit]

    @property
    def hidden(self) -> str:
        """The rest, which phones are likely to cut off."""
        return self.text[self.limit :]


def inbox_lines(front: Newsletter) -> tuple[InboxLine, InboxLine]:
    """The subject and the preheader of an edition."""
    return (
        InboxLine("subject", front.subject, SUBJECT),
        InboxLine("preheader", front.preheader, PREHEADER),
    )
