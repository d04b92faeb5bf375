"""The consent of the person whose life an item is about, or whom it shows."""

from datetime import date, timedelta
from typing import Literal

from pydantic import Field

from newsroom.content.dates import PartialDate
from newsroom.content.model.base import FrontMatterModel, rare
from newsroom.content.model.values import ConsentRef, Date, Line, OneDay

Scope = Literal["web", "feed", "email", "social"]
_REVIEW_NOTICE = timedelta(days=60)
"""How long before a review is due the check reminds editors of it."""


class Consent(FrontMatterModel):
    """A person's consent to publish an item. It has no private data: ``ref`` is a key in the register."""

    ref: ConsentRef = Field(
        title="Key in the register", description="The key of the entry in the private register, like S-012."
    )
    basis: Literal["consent", "previously-published"] = Field(
        description="consent, or previously-published where the item had been published before."
    )
    source: Line | None = Field(None, description="Where the item was published before.")
    identity: Literal["pseudonym", "first-name", "full-name", "anonymous"] = Field(
        description="How the person appears, like first-name."
    )
    scope: tuple[Scope, ...] = Field(min_length=1, description="Where the item may appear: web, feed, email, social.")
    feed_ended: OneDay | None = Field(
        None,
        description="The day from which the item may no longer be in feeds, where scope named feed before.",
        json_schema_extra=rare,
    )
    given: Date | None = Field(None, description="When the person agreed.")
    review_by: Date | None = Field(None, description="By when to ask the person again; after it the consent expires.")
    withdrawn: Date | None = Field(
        None, description="The day on which the person withdrew it: it then disappears.", json_schema_extra=rare
    )

    def allows(self, scope: str) -> bool:
        """Whether the item may appear there. Everything links to its page, so "web" is always needed too."""
        return {"web", scope}.issubset(self.scope)

    def days_left(self, today: date) -> int | None:
        """The days until the review is due, negative once the consent has expired; None without ``review_by``."""
        return (self.review_by.first_day - today).days if self.review_by else None

    def is_review_due(self, today: date) -> bool:
        """Whether the person has to be asked again now, because the review is due soon or overdue."""
        days = self.days_left(today)
        return days is not None and days <= _REVIEW_NOTICE.days

    def has_expired(self, today: date) -> bool:
        """Whether ``review_by`` has passed."""
        days = self.days_left(today)
        return days is not None and days < 0

    def left_feeds(self, today: date) -> PartialDate | None:
        """The day on which the consent for feeds ended; None if it has not, or if the day is not known."""
        if self.withdrawn or not self.allows("feed"):
            return self.withdrawn or self.feed_ended
        if not self.review_by or not self.has_expired(today):
            return None
        day = self.review_by.first_day + timedelta(days=1)
        return PartialDate(day.year, day.month, day.day)
