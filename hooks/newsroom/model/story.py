"""Stories, and the agreement of the person whose life one tells."""

from typing import Literal

from pydantic import Field

from newsroom.model.parts import Author, Dated, Part, Person
from newsroom.model.values import ConsentRef, Date, Line

Scope = Literal["web", "feed", "email", "social"]


class Consent(Part):
    """That a person agreed to have their story told here. Holds no private fact: ``ref`` points to the register."""

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
    withdrawn: Date | None = Field(None, description="When the person took their story back: it then disappears.")


class Story(Dated):
    """A story, reflection, interview, blog, poem or news item: ``stories/<slug>.md``."""

    kind: Literal["story", "reflection", "interview", "guest-blog", "poem", "news"] = Field(
        description="What sort of text."
    )
    author: Author | None = Field(None, description="Who wrote it: a name, or a group with name, role, organisation.")
    authors: tuple[Author, ...] = Field((), description="Who wrote it, where there are several.")
    consent: Consent | None = Field(None, description="The agreement of the person whose life it tells.")

    @property
    def writers(self) -> tuple[Person, ...]:
        """Everybody who wrote it, in the order in which they are named."""
        return self.authors or ((self.author,) if self.author else ())
