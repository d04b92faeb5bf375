"""The contract of the email's templates: each gets one value, and ``_``, which translates.

``layout.html``, ``layout.txt`` and ``layout.md`` print an :class:`EmailEdition`, as ``email``; ``button.html`` and
``video.html`` print a link, as ``link``; ``dark.css`` has a boolean, ``outlook``. ``sender.html`` prints a
``SenderPage``, as ``page`` (:mod:`sender`). Any other name, and any field that the type does not have, is an error.

Templates may use three filters: ``breakable`` (breaks in long words), ``in_comment`` (escapes for a conditional
comment) and ``wrap`` (lines of plain text).
"""

from dataclasses import dataclass
from math import ceil
from typing import Literal

from markupsafe import Markup

from newsroom.mail_tools import Tag


@dataclass(frozen=True)
class SectionText:
    """A section: its heading, its address on the edition's page, and its content for this part.

    ``title`` is empty if the section has no heading. ``direction`` is that of the heading's text, if it has one.
    """

    title: str
    href: str
    direction: Literal["ltr", "rtl"] | None
    body: str


@dataclass(frozen=True)
class ButtonLink:
    """A call to action, with the size of its shape in Outlook for Windows, in CSS pixels."""

    url: str
    words: str
    width: int
    height: int


@dataclass(frozen=True)
class VideoLink:
    """A link to a video, and the address of its picture."""

    url: str
    words: str
    picture: str


@dataclass(frozen=True)
class EmailLeadPicture:
    """The edition's lead picture: its absolute address, its size in CSS pixels, and the texts for it."""

    url: str
    width: int
    height: int
    alt: str
    caption: str | None
    credit: str | None


@dataclass(frozen=True)
class LanguageLink:
    """A link to the edition in another language: its address, the language's name in itself, and its code."""

    href: str
    name: str
    lang: str


@dataclass(frozen=True)
class EmailEdition:
    """An edition as an email for one mail tool.

    ``title`` is above the ``headline``, which is the subject; None if it is the same. ``date`` is None if the title has
    it. ``masthead`` is the line below the site's name. ``logo`` is the address of its logo. ``senders`` is a list of
    the people it is from, as text. ``opening`` is the first section, which greets readers. ``sections`` are those after
    it, and ``contents`` those to list first. ``page_url`` is the address of the edition's page, and ``read_on`` a link
    to it. ``sender`` and ``postal_address`` are printed if the mail tool has no tag for the ``address``.
    ``unsubscribe``, ``preferences`` and ``view_online`` are filled in by the mail tool. ``has_footer``: the mail tool
    itself adds the address and the link to unsubscribe. People to whom it was forwarded sign up at ``signup_url``.
    ``languages`` are links to the edition in other languages. ``dark_styles`` are the rules for dark inboxes, and
    ``outlook_dark_styles`` those for Outlook.com.
    """

    lang: str
    direction: str
    site_name: str
    masthead: str | None
    logo: str
    title: str | None
    date: str | None
    headline: str
    senders: str
    preheader: str
    lead: EmailLeadPicture | None
    opening: tuple[SectionText, ...]
    contents: tuple[SectionText, ...]
    sections: tuple[SectionText, ...]
    page_url: str
    read_on: ButtonLink
    contact: str
    sender: str
    postal_address: str | None
    signup_url: str | None
    languages: tuple[LanguageLink, ...]
    has_footer: bool
    unsubscribe: Tag
    preferences: Tag | None
    view_online: Tag
    address: Tag | None
    dark_styles: Markup
    outlook_dark_styles: Markup


def button_link(url: str, words: str) -> ButtonLink:
    """Make a call to action that is large enough for its text: about 10 pixels a letter, in lines of at most 492."""
    lines = ceil(len(words) * 10 / 492)
    return ButtonLink(url, words, width=min(len(words) * 10 + 48, 540), height=46 + 26 * (lines - 1))
