"""Whether everyone whose life is told has agreed, as far as front matter can say."""

from collections.abc import Iterator
from datetime import date

from newsroom.document import Source
from newsroom.model import Consent, FrontMatter, Story
from newsroom.problems import Problem, Severity

_TELLS_A_LIFE = ("story", "interview", "poem")


def check_consent(front: FrontMatter, source: Source, today: date) -> Iterator[Problem]:
    """Problems with one story's consent. ``today`` tells whether a review is due."""
    if not isinstance(front, Story):
        return
    if front.consent is None:
        if front.kind in _TELLS_A_LIFE:
            what = f"a {front.kind} tells of somebody's life, and `consent` is missing"
            mend = "add `consent` with the key from the register; docs/contribute.md shows how"
            yield Problem(source.path, None, what, mend)
        return
    yield from _check_basis(front.consent, source)
    review = front.consent.review_by
    if review and review.first_day <= today and not front.consent.withdrawn:
        what = f"the consent was to be reviewed by {review.isoformat()}"
        mend = "ask the person again, then set `review_by` to the next date"
        yield Problem(source.path, source.line("consent", "review_by"), what, mend, Severity.WARNING)


def _check_basis(consent: Consent, source: Source) -> Iterator[Problem]:
    line = source.line("consent", "basis")
    if consent.basis == "previously-published" and consent.source is None:
        what = "`consent.basis` is previously-published, and `consent.source` does not say where"
        yield Problem(source.path, line, what, "add a line 'source: …' below it")
    if consent.basis == "consent" and consent.given is None:
        what = "`consent.basis` is consent, and `consent.given` does not say when it was given"
        yield Problem(source.path, line, what, "add a line 'given: 2026-01-31' below it")
