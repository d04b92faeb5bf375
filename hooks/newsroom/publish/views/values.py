"""Small values that several pages use. Templates only print their fields."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup


class PageView:
    """The value of a page. ``template`` is the file in ``overrides/`` that prints it.

    ``head_template`` prints more elements for the page's head; "" if there are none.
    """

    template: ClassVar[str]
    head_template: ClassVar[str] = ""


@dataclass(frozen=True)
class Link:
    """A link to a page.

    ``href`` is relative to the page that shows the link. ``lang`` is the language of ``text``, ``hreflang`` that of
    the target; each is None if it is the language of the page that shows the link.
    """

    href: str
    text: str
    lang: str | None = None
    hreflang: str | None = None


@dataclass(frozen=True)
class Day:
    """A date: in ISO 8601, and in words, which may include a label."""

    iso: str
    text: str


@dataclass(frozen=True)
class Figure:
    """A page's lead picture: the HTML of its image, and the texts below it."""

    html: Markup
    caption: str | None
    credit: str | None


@dataclass(frozen=True)
class PlainLink:
    """A link whose text and target are in the language of the page, like one to a section of its text."""

    href: str
    text: str


@dataclass(frozen=True)
class FileLink:
    """A file to download: its address, and its length and size in words."""

    href: str
    size: str


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


def known_facts(*facts: tuple[str, str | None]) -> tuple[Fact, ...]:
    """Return the facts whose value is known, from pairs of a label and a value."""
    return tuple(Fact(label, value) for label, value in facts if value)


WIDE = "(min-width: 1000px) 920px, 92vw"
"""The value of the HTML attribute ``sizes`` for pictures that are wider than the text."""
