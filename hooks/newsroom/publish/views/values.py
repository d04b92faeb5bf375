"""The small values that pages are put together from. All are plain: a template only prints them."""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class Link:
    """A link to a page.

    ``href`` is its address from the page that shows it. ``lang`` is the language of ``text``, and ``hreflang`` that
    of the page it leads to, where they are not the language of the page that shows it.
    """

    href: str
    text: str
    lang: str | None = None
    hreflang: str | None = None


@dataclass(frozen=True)
class Day:
    """A date: for machines, as ISO 8601 has it, and in words, which may say what it is the date of."""

    iso: str
    text: str


@dataclass(frozen=True)
class Figure:
    """A page's lead picture: the HTML of its image, and the words below it."""

    html: Markup
    caption: str | None
    credit: str | None


@dataclass(frozen=True)
class Section:
    """A section of a page's text: its address on the page, its heading, and how it begins, where that is known."""

    href: str
    text: str
    excerpt: str | None = None


@dataclass(frozen=True)
class ProblemLine:
    """An error or warning, in one sentence with its place; ``help`` is the address of its entry in the guide."""

    text: str
    help: str | None


@dataclass(frozen=True)
class Fact:
    """A name, for readers, and its value."""

    label: str
    value: str


WIDE = "(min-width: 1000px) 920px, 92vw"
"""How wide a picture is shown that is wider than the text, for the HTML attribute ``sizes``."""
