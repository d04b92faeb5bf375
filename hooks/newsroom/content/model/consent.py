"""The consent of the person whose life an item is about."""

from typing import Literal

from pydantic import Field

from newsroom.content.model.parts import FrontMatter, FrontMatterModel
from newsroom.content.model.values import ConsentRef, Date, Line

Scope = Literal["web", "feed", "email", "social"]


class Consent(FrontMatterModel):
    """A person's consent to publish their story. It has no private data: ``ref`` is a key in the register."""

    ref: ConsentRef = Field(description="The key of the entry in the Network's private register, like S-012.")
    basis: Literal["consent", "previously-published"] = Field(
        description="Whether the person agreed to this page, or the item had been published before."
    )
    source: Line | None = Field(None, description="Where the item was published before.")
    identity: Literal["pseudonym", "first-name", "full-name", "anonymous"] = Field(
        description="How the person appears."
    )
    scope: tuple[Scope, ...] = Field(min_length=1, description="Where the item may appear.")
    given: Date | None = Field(None, description="When the person agreed.")
    review_by: Date | None = Field(None, description="By when to ask the person again.")
    withdrawn: Date | None = Field(None, description="When the person withdrew their story: it then disappears.")


def find_consent(front: FrontMatter) -> Consent | None:
    """The consent in front matter; None if it has none, or its type has no field ``consent``."""
    consent = getattr(front, "consent", None)
    return consent if isinstance(consent, Consent) else None
