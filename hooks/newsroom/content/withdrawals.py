"""Withdrawn items: what is left of them, so that the site can say that they were taken down."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from newsroom.content.dates import PartialDate
from newsroom.content.document import AnyDocument, KeyPath
from newsroom.content.model import FrontMatterModel
from newsroom.content.model.values import Date, FeedId, SiteAddress
from newsroom.content.types import AnyType

_ANNOUNCED = timedelta(days=60)
"""How long feeds have an emptied entry: long enough for feed readers that are opened once a month."""
_TopicPath = Annotated[str, StringConstraints(pattern=r"^[a-z_]+/[a-z0-9-]+$")]
"""A field and an item that it names: "areas/swansea"."""


class Stub(FrontMatterModel):
    """The front matter of a stub, the file that is left of a withdrawn item: ``newsroom withdraw`` writes it.

    It has neither a title nor a text. Its address is that of the item, by the file's name.
    """

    withdrawn: Date = Field(description="The day on which the item was withdrawn.")
    id: FeedId | None = Field(None, description="What feed readers know the item by, so that they can delete it.")
    redirect_from: tuple[SiteAddress, ...] = Field((), description="Addresses that the item had before.")
    topics: tuple[_TopicPath, ...] = Field(
        (), description="The areas and principles whose feeds had it, so that readers of those see that it is gone."
    )


def is_stub(lines: Mapping[KeyPath, int], body: str) -> bool:
    """Whether a file with these keys, on these lines, and this text is a stub, even if its values are not valid."""
    keys = {str(key[0]) for key in lines if key}
    return "withdrawn" in keys and keys <= set(Stub.model_fields) and not body.strip()


@dataclass(frozen=True)
class Withdrawal:
    """A withdrawn item, or one that feeds may not show any more, in one language.

    Attributes:
        path: Its file.
        slug: Its name in every language.
        url: The address, relative to the site's root, where its page was; None if the file's name is not valid.
        state: "stub" if only a stub is left, "text" if the file still has its text, "unreadable" if it has errors.
        day: The day from which it may not be shown, if it is known.
        own_id: The id for feeds that its front matter names.
        old_addresses: Its addresses before.
        topics: The areas and principles that a stub names, each as a field and a slug.
        document: The document, if the file still has its text.
        files: The pictures, recordings and PDFs that belong to it.
    """

    path: str
    type: AnyType
    slug: str
    lang: str
    url: str | None
    state: Literal["stub", "text", "unreadable"]
    day: PartialDate | None = None
    own_id: str | None = None
    old_addresses: tuple[str, ...] = ()
    topics: frozenset[tuple[str, str]] = frozenset()
    document: AnyDocument | None = None
    files: frozenset[str] = frozenset()

    @property
    def changes(self) -> tuple[PartialDate, ...]:
        """The days on which it changed, as far as they are known: the last one may be its withdrawal."""
        front = self.document.front if self.document else None
        return tuple(day for day in (self.day, front and front.updated, front and front.published) if day)

    def is_announced(self, today: date) -> bool:
        """Whether feeds still have an emptied entry in its place."""
        return self.day is not None and today <= self.day.last_day + _ANNOUNCED


def withdrawal_of(document: AnyDocument, day: PartialDate | None) -> Withdrawal:
    """The withdrawal, on a day, of a document that still has its text."""
    return Withdrawal(
        path=document.path,
        type=document.type,
        slug=document.slug,
        lang=document.lang,
        url=document.url,
        state="text",
        day=day,
        own_id=document.own_id,
        old_addresses=document.old_addresses,
        document=document,
    )
