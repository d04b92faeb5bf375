"""The contract of the email's templates: each gets one value, and ``_``, which gives words in the edition's language.

``layout.html``, ``layout.txt`` and ``layout.md`` print an :class:`EmailEdition`, as ``email``; ``button.html`` and
``video.html`` a link, as ``link``; ``dark.css`` a truth value, ``outlook``. ``sender.html`` prints a ``SenderPage``, as
``page`` (:mod:`sender`). Any other name, and any field that the type does not have, is an error.

What stays in the templates are filters that write a text for its place: ``breakable`` (no word wider than a phone),
``in_comment`` (in a conditional comment) and ``wrap`` (lines of plain text).
"""

from dataclasses import dataclass
from math import ceil

from markupsafe import Markup

from newsroom.publish.email.tools import Tag


@dataclass(frozen=True)
class SectionText:
    """A section: its heading, "" where it has none, its address on the edition's page, and its text for this part.

    ``direction`` is that of the heading's words, where they have one.
    """

    title: str
    href: str
    direction: str | None
    body: str


@dataclass(frozen=True)
class ButtonLink:
    """A call to action, with the size of the shape in which Outlook for Windows shows it, in CSS pixels."""

    url: str
    words: str
    width: int
    height: int


@dataclass(frozen=True)
class VideoLink:
    """A link to a video, and the address of the picture that is shown for it."""

    url: str
    words: str
    picture: str


@dataclass(frozen=True)
class EmailEdition:
    """An edition as an email for one mail tool.

    ``date`` is None where the title says it; ``senders`` are the people it is from, in words. ``page_url`` is the
    address of the edition's page, and ``read_on`` a link to it. ``sender`` says who sends it, where no mail tool fills
    in an ``address``. ``unsubscribe`` and ``view_online`` are what the mail tool fills in. ``dark_styles`` are the
    rules for dark inboxes, and ``outlook_dark_styles`` those for Outlook.com.
    """

    lang: str
    direction: str
    title: str
    date: str | None
    senders: str
    subject: str
    preheader: str
    sections: tuple[SectionText, ...]
    page_url: str
    read_on: ButtonLink
    contact: str
    sender: str
    unsubscribe: Tag
    view_online: Tag
    address: Tag | None
    dark_styles: Markup
    outlook_dark_styles: Markup


def button_link(url: str, words: str) -> ButtonLink:
    """A call to action, as large as its words need: about 10 pixels a letter, in lines of at most 492."""
    lines = ceil(len(words) * 10 / 492)
    return ButtonLink(url, words, width=min(len(words) * 10 + 48, 540), height=46 + 26 * (lines - 1))
