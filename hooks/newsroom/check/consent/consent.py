"""Checks the consent of the people whom items are about or show, as far as front matter records it."""

import re
from collections.abc import Iterator

from newsroom.check.placeholders import TEMPLATES
from newsroom.content.document import AnyDocument, Source
from newsroom.content.library import Library
from newsroom.content.loaded import LoadedContent
from newsroom.content.model import Consent, Dated
from newsroom.content.types import PICTURE_FIELDS
from newsroom.english import format_day, with_article
from newsroom.problems import Problem
from newsroom.settings import Settings

_YES = frozenset({"true", "yes", "on", "y", "t", "1"})
"""What Pydantic reads as true."""
_SIGNS = re.compile("[^a-z0-9]")
_PREFIX = re.compile("[A-Za-z]+")
_CAPITALISED = re.compile(r"\b[A-Z][a-z]+")
_SHORTEST_NAME = 3


def check_consent_present(source: Source) -> Iterator[Problem]:
    """The error that an item about a person's life, by a guest, or with a picture of a person has no consent."""
    values = source.values
    if "consent" in values:
        if "consent_not_needed" in values:
            what = "`consent` and `consent_not_needed` contradict each other"
            yield source.field_problem("consent-contradicted", "consent_not_needed", what, "remove one of them")
        return
    fix = "add `consent` with the key from the register; docs/contribute/consent.md shows how"
    kind = str(values.get("kind"))
    for key in _people_keys(source):
        what = f"`{'.'.join(key)}` says that a person is shown, and `consent` is missing"
        yield source.field_problem("consent-missing", key, what, fix)
    if kind in source.type.consent_kinds:
        what = f"{with_article(kind)} needs a person's agreement, and `consent` is missing"
        yield source.field_problem("consent-missing", "kind", what, fix)


def _people_keys(source: Source) -> Iterator[tuple[str, ...]]:
    """The fields that say that a person is shown."""
    if _is_yes(source.values.get("people")):
        yield ("people",)
    for name in PICTURE_FIELDS:
        picture = source.values.get(name)
        if isinstance(picture, dict) and _is_yes(picture.get("person")):
            yield (name, "person")


def _is_yes(value: object) -> bool:
    return isinstance(value, str) and value.strip().casefold() in _YES


def check_consent(document: AnyDocument, source: Source, library: Library) -> Iterator[Problem]:
    """Errors and warnings about the consent of one item, on the library's day."""
    consent = document.front.consent
    if consent is None:
        return
    yield from _check_basis(consent, source)
    yield from _check_days(consent, document, source, library)
    yield from _check_identity(consent, document, source)
    if "web" not in consent.scope:
        what = "`consent.scope` does not name web, so the item would have no page"
        fix = "ask the person about `web` and add it, or delete the file"
        yield source.field_problem("consent-scope-web-missing", ("consent", "scope"), what, fix)
    yield from _check_feed_end(consent, source, library)
    if not consent.withdrawn:
        yield from _check_review(consent, source, library)


def _check_basis(consent: Consent, source: Source) -> Iterator[Problem]:
    key = ("consent", "basis")
    if consent.basis == "previously-published" and consent.source is None:
        what = "`consent.basis` is previously-published, and `consent.source` does not say where"
        yield source.field_problem("consent-source-missing", key, what, "add a line 'source: …' below it")
    if consent.basis == "consent" and consent.given is None:
        what = "`consent.basis` is consent, and `consent.given` does not say when it was given"
        yield source.field_problem("consent-given-missing", key, what, "add a line 'given: 2026-01-31' below it")


def _check_days(consent: Consent, document: AnyDocument, source: Source, library: Library) -> Iterator[Problem]:
    """Errors about days that cannot be right. A withdrawal takes effect at once, even with a wrong day."""
    today, key = library.today, ("consent", "withdrawn")
    if consent.withdrawn is None and key in source.lines:
        what = "`consent.withdrawn` has no date; the item is hidden already"
        fix = "write the day on which the person withdrew it, or remove the line"
        yield source.field_problem("consent-withdrawn-undated", key, what, fix)
    if consent.withdrawn and consent.withdrawn.first_day > today:
        day = consent.withdrawn.isoformat()
        what = f"`consent.withdrawn` is {day}, which is in the future; the item is hidden already"
        fix = "write the day on which the person withdrew it"
        yield source.field_problem("consent-withdrawn-future", key, what, fix)
    if not consent.given or consent.withdrawn:
        return
    key, given = ("consent", "given"), consent.given.isoformat()
    if consent.given.first_day > today:
        what, fix = f"`consent.given` is {given}, which is in the future", "write the day on which the person agreed"
        yield source.field_problem("consent-given-future", key, what, fix)
        return
    published = document.front.date if isinstance(document.front, Dated) else None
    if consent.basis == "consent" and published and given[: len(published.isoformat())] > published.isoformat():
        what = f"`consent.given` is {given}, after the item's `date`, {published.isoformat()}"
        fix = "write the day on which the person first agreed; if the item is older than that, use previously-published"
        yield source.field_problem("consent-given-late", key, what, fix)


def _check_feed_end(consent: Consent, source: Source, library: Library) -> Iterator[Problem]:
    if not consent.feed_ended:
        return
    key, what = ("consent", "feed_ended"), f"`consent.feed_ended` is {consent.feed_ended.isoformat()}"
    if "feed" in consent.scope:
        fix = "remove the line, or remove feed from `scope`"
        yield source.field_problem("consent-feed-end-wrong", key, f"{what}, but `scope` names feed", fix)
    elif consent.feed_ended.first_day > library.today:
        what, fix = f"{what}, which is in the future", "write the day on which the consent for feeds ended"
        yield source.field_problem("consent-feed-end-wrong", key, what, fix)


def _check_identity(consent: Consent, document: AnyDocument, source: Source) -> Iterator[Problem]:
    """Errors about an anonymous person who is named as an author or shown in a picture."""
    if consent.identity != "anonymous":
        return
    what = "`consent.identity` is anonymous, and"
    for key in _people_keys(source):
        shown = f"{what} `{'.'.join(key)}` says that the person is shown"
        fix = "use a picture in which nobody can be recognised, or correct `identity`"
        yield source.field_problem("consent-anonymous-shown", key, shown, fix)
    front = document.front
    writers = getattr(front, "writers", ())
    is_own_text = getattr(front, "kind", "") in document.type.author_kinds
    if any(is_own_text or not (writer.role or writer.organisation) for writer in writers):
        field = "author" if "author" in source.values else "authors"
        named = f"{what} the author is named"
        fix = "remove the author; or add the role or organisation of an author who is not that person"
        fix = "remove the author, or correct `identity`" if is_own_text else fix
        yield source.field_problem("consent-anonymous-named", field, named, fix)


def _check_review(consent: Consent, source: Source, library: Library) -> Iterator[Problem]:
    if not consent.review_by or not consent.is_review_due(library.today):
        return
    key, day = ("consent", "review_by"), format_day(consent.review_by.first_day)
    fix = "ask the person again, then set `review_by` to the next date"
    if not consent.has_expired(library.today):
        yield source.field_problem("consent-review-due", key, f"the consent expires after {day}", fix)
        return
    what = f"the consent expired after {day}{', so the item is hidden' if library.consent.hides_expired else ''}"
    yield source.field_problem("consent-expired", key, what, fix)


def check_consent_refs(content: LoadedContent, library: Library, settings: Settings) -> Iterator[Problem]:
    """Errors about register keys: one for each item, the same for all its versions, and no name.

    A key may begin with a word of the site's name, which is the network's own.
    """
    owners: dict[str, AnyDocument] = {}
    own_words = " ".join((settings.site_name, *settings.site_names.values())).casefold().split()
    for document in sorted(library.documents, key=lambda document: document.sort_key):
        consent = document.front.consent
        if consent is None:
            continue
        key, is_lowered = ("consent", "ref"), consent.withdrawn is not None
        source = content.sources[document.path]
        is_blank = consent.ref in _blank_refs(document)  # which is an error of its own
        owner = document if is_blank else owners.setdefault(_plain(consent), document)
        if owner.item_key != document.item_key:
            what = f"the key in `consent.ref` is also that of {owner.path}"
            fix = "write the key that the register has for this story"
            yield source.field_problem("consent-ref-repeated", key, what, fix, is_lowered=is_lowered)
        first = next(version for version in library.versions(document) if version.front.consent)
        if first.front.consent and _plain(first.front.consent) != _plain(consent):
            what = f"the key in `consent.ref` is not that of {first.path}, which is the same item in another language"
            yield source.field_problem("consent-ref-differs", key, what, "write the same key in both files")
        if _begins_with_name(document, consent) and _prefix(consent) not in own_words:
            what = "`consent.ref` begins with a name that is in the title or the author"
            fix = "write only the key, like S-012; never a name"
            yield source.field_problem("consent-ref-invalid", key, what, fix, is_lowered=is_lowered)


def _blank_refs(document: AnyDocument) -> frozenset[str]:
    """The key in the template of an item's type."""
    template = TEMPLATES.get(document.type.name)
    return template.fields.get("consent", frozenset()) if template else frozenset()


def _plain(consent: Consent) -> str:
    """A key without the differences that people overlook: ``S-012`` and ``s012`` are the same."""
    return _SIGNS.sub("", consent.ref.casefold())


def _prefix(consent: Consent) -> str:
    """The letters with which a key begins, in lower case."""
    found = _PREFIX.match(consent.ref)
    return found[0].casefold() if found else ""


def _begins_with_name(document: AnyDocument, consent: Consent) -> bool:
    """Whether an item's key begins with a word of its title, or of its authors' names, that has a capital."""
    texts = (document.front.heading, *getattr(document.front, "creators", ()))
    words = [word.casefold() for text in texts for word in _CAPITALISED.findall(text)]
    return len(_prefix(consent)) >= _SHORTEST_NAME and _prefix(consent) in words
