"""Withdrawn items: what the site still knows of them, so that it can say that they were taken down."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from newsroom.content.dates import PartialDate
from newsroom.content.document import AnyDocument, KeyPath
from newsroom.content.model import Consent, FrontMatterModel
from newsroom.content.model.values import Date, FeedId, SiteAddress
from newsroom.content.types import AnyType


class Stub(FrontMatterModel):
    """The front matter of a stub, the file that is left of a withdrawn item: ``newsroom withdraw`` writes it.

    It has neither a title nor a text. Its address is that of the item, by the file's name.
    """

    withdrawn: Date = Field(description="The day on which the item was withdrawn.")
    id: FeedId | None = Field(None, description="What feed readers know the item by, so that they can delete it.")
    redirect_from: tuple[SiteAddress, ...] = Field((), description="Addresses that the item had before.")


def is_stub(lines: Mapping[KeyPath, int], body: str) -> bool:
    """Whether a file with these keys, on these lines, and this text is a stub, even if its values are not valid."""
    keys = {str(key[0]) for key in lines if key}
    return "withdrawn" in keys and keys <= set(Stub.model_fields) and not body.strip()


@dataclass(frozen=True)
class Withdrawal:
    """A withdrawn item, in one language.

    Attributes:
        path: Its file.
        type: Its type.
        slug: Its name in every language.
        lang: Its language's code.
        url: The address, relative to the site's root, where its page was; None if the file's name is not valid.
        state: "stub" if only a stub is left, "text" if the file still has its text, "unreadable" if it has errors.
        day: The day of the withdrawal, if it is known.
        own_id: The id for feeds that its front matter names.
        old_addresses: Its addresses before.
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
    document: AnyDocument | None = None
    files: frozenset[str] = frozenset()

    @property
    def published(self) -> PartialDate | None:
        """The date of the item, which a stub does not have."""
        return self.document.front.published if self.document else None

    @property
    def changes(self) -> tuple[PartialDate, ...]:
        """The days on which it changed, as far as they are known: the last one may be its withdrawal."""
        front = self.document.front if self.document else None
        return tuple(day for day in (self.day, front and front.updated, front and front.published) if day)


def withdrawal_of(document: AnyDocument, consents: Iterable[Consent]) -> Withdrawal:
    """The withdrawal of a document that still has its text. ``consents`` are those of all its versions."""
    own = document.front.consent
    days = [consent.withdrawn for consent in (own, *consents) if consent and consent.withdrawn]
    return Withdrawal(
        path=document.path,
        type=document.type,
        slug=document.slug,
        lang=document.lang,
        url=document.url,
        state="text",
        day=days[0] if days else None,
        own_id=document.own_id,
        old_addresses=document.old_addresses,
        document=document,
    )
