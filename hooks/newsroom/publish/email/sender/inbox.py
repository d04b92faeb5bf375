"""What an inbox on a phone shows of an edition before it is opened: the beginning of its subject and preheader."""

from dataclasses import dataclass

from newsroom.model import Newsletter

SUBJECT_SHOWN, PREHEADER_SHOWN = 40, 90
"""Characters that phones show, about: each program and each width of letter makes it a little more or less."""


@dataclass(frozen=True)
class InboxLine:
    """A line that inboxes show. ``name`` is its key in the edition's front matter, ``limit`` what phones show of it."""

    name: str
    text: str
    limit: int

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
        InboxLine("subject", front.subject, SUBJECT_SHOWN),
        InboxLine("preheader", front.preheader, PREHEADER_SHOWN),
    )
