"""Whether everyone whose life is told has agreed, as far as front matter can say."""

from collections.abc import Iterator
from datetime import date

from newsroom.document import Kind, Source
from newsroom.model import Consent, FrontMatter, Story
from newsroom.problems import Problem, Severity

_NEEDS_CONSENT = ("story", "interview", "poem", "guest-blog")


def check_consent_is_there(source: Source) -> Iterator[Problem]:
    """The Problem that a story which tells of a life, or was written by a guest, has no consent."""
    kind = source.values.get("kind")
    if source.kind is Kind.STORY and kind in _NEEDS_CONSENT and "consent" not in source.values:
        what = f"a {kind} needs somebody's agreement, and `consent` is missing"
        fix = "add `consent` with the key from the register; docs/contribute.md shows how"
        yield Problem(source.path, source.line("kind"), what, fix)


def check_consent(front: FrontMatter, source: Source, today: date) -> Iterator[Problem]:
    """Problems with one story's consent. ``today`` tells whether a review is due."""
    consent = front.consent if isinstance(front, Story) else None
    if consent is None:
        return
    yield from _check_basis(consent, source)
    if "web" not in consent.scope:
        what = "`consent.scope` does not name web, so the piece would have no page"
        yield Problem(source.path, source.line("consent", "scope"), what, "add web, or take the file out")
    if consent.review_by and consent.review_by.first_day <= today and not consent.withdrawn:
        what = f"the consent was to be reviewed by {consent.review_by.isoformat()}"
        fix = "ask the person again, then set `review_by` to the next date"
        yield Problem(source.path, source.line("consent", "review_by"), what, fix, Severity.WARNING)


def _check_basis(consent: Consent, source: Source) -> Iterator[Problem]:
    line = source.line("consent", "basis")
    if consent.basis == "previously-published" and consent.source is None:
        what = "`consent.basis` is previously-published, and `consent.source` does not say where"
        yield Problem(source.path, line, what, "add a line 'source: …' below it")
    if consent.basis == "consent" and consent.given is None:
        what = "`consent.basis` is consent, and `consent.given` does not say when it was given"
        yield Problem(source.path, line, what, "add a line 'given: 2026-01-31' below it")
