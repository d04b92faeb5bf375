"""Checks the consent of the people whom stories are about, as far as front matter records it."""

from collections.abc import Iterator
from datetime import date

from newsroom.content.document import Source
from newsroom.content.loaded import LoadedContent
from newsroom.content.model import Consent, FrontMatter, find_consent
from newsroom.english import with_article
from newsroom.problems import Problem


def check_consent_present(source: Source) -> Iterator[Problem]:
    """The error that a story about a person's life, or by a guest, has no consent."""
    kind = source.values.get("kind")
    if str(kind) in source.type.consent_kinds and "consent" not in source.values:
        what = f"{with_article(str(kind))} needs a person's agreement, and `consent` is missing"
        fix = "add `consent` with the key from the register; docs/contribute.md shows how"
        yield Problem("consent-missing", source.path, source.line("kind"), what, fix)


def check_consent(front: FrontMatter, source: Source, today: date) -> Iterator[Problem]:
    """Errors in one story's consent. ``today`` decides what is in the future, and whether a review is due."""
    consent = find_consent(front)
    if consent is None:
        return
    yield from _check_basis(consent, source)
    yield from _check_future(consent, source, today)
    if "web" not in consent.scope:
        what = "`consent.scope` does not name web, so the item would have no page"
        line = source.line("consent", "scope")
        yield Problem("consent-scope-web-missing", source.path, line, what, "add web, or delete the file")
    if consent.review_by and consent.review_by.first_day <= today and not consent.withdrawn:
        what = f"the consent had to be reviewed by {consent.review_by.isoformat()}"
        fix = "ask the person again, then set `review_by` to the next date"
        yield Problem("consent-review-due", source.path, source.line("consent", "review_by"), what, fix)


def _check_basis(consent: Consent, source: Source) -> Iterator[Problem]:
    line = source.line("consent", "basis")
    if consent.basis == "previously-published" and consent.source is None:
        what = "`consent.basis` is previously-published, and `consent.source` does not say where"
        yield Problem("consent-source-missing", source.path, line, what, "add a line 'source: …' below it")
    if consent.basis == "consent" and consent.given is None:
        what = "`consent.basis` is consent, and `consent.given` does not say when it was given"
        yield Problem("consent-given-missing", source.path, line, what, "add a line 'given: 2026-01-31' below it")


def _check_future(consent: Consent, source: Source, today: date) -> Iterator[Problem]:
    """Errors about dates of consent in the future. A withdrawal takes effect at once, even with a wrong date."""
    if consent.withdrawn is None and ("consent", "withdrawn") in source.lines:
        what = "`consent.withdrawn` has no date; the story is hidden already"
        fix = "write the day on which the person withdrew their story, or remove the line"
        yield Problem("consent-withdrawn-undated", source.path, source.line("consent", "withdrawn"), what, fix)
    if consent.withdrawn and consent.withdrawn.first_day > today:
        day = consent.withdrawn.isoformat()
        what = f"`consent.withdrawn` is {day}, which is in the future; the story is hidden already"
        fix = "write the day on which the person withdrew their story"
        yield Problem("consent-withdrawn-future", source.path, source.line("consent", "withdrawn"), what, fix)
    if consent.given and consent.given.first_day > today and not consent.withdrawn:
        what = f"`consent.given` is {consent.given.isoformat()}, which is in the future"
        fix = "write the day on which the person agreed"
        yield Problem("consent-given-future", source.path, source.line("consent", "given"), what, fix)


def check_consent_refs(content: LoadedContent) -> Iterator[Problem]:
    """Errors about a register key that another story uses. The versions of one story share its key."""
    owners: dict[str, tuple[str, str]] = {}
    for document in sorted(content.documents, key=lambda document: document.path):
        consent = find_consent(document.front)
        if consent is None:
            continue
        slug, path = owners.setdefault(consent.ref.casefold(), (document.slug, document.path))
        if slug != document.slug:
            line = content.sources[document.path].line("consent", "ref")
            what = f"the key in `consent.ref` is also that of {path}"
            fix = "write the key that the register has for this story"
            is_lowered = consent.withdrawn is not None
            yield Problem("consent-ref-repeated", document.path, line, what, fix, is_lowered=is_lowered)
