"""Checks that subscribers learn what changed between two states of the content: in feeds and in sent editions."""

from collections.abc import Iterator
from datetime import date, timedelta

from newsroom.content.document import AnyDocument, Source
from newsroom.content.entry_ids import entry_id
from newsroom.content.library import Channel, Library
from newsroom.content.loaded import LoadedContent
from newsroom.content.model import Consent, Dated
from newsroom.content.types.newsletter import Newsletter
from newsroom.problems import Problem
from newsroom.settings import Settings

_NEW = timedelta(days=3)
"""How old the date of a new item may be without a warning: as long as a review often takes."""
_EMAILED = ("title", "subject", "preheader", "from", "image")
"""The fields that the email shows."""


def check_feed_news(before: LoadedContent, now: LoadedContent, settings: Settings, today: date) -> Iterator[Problem]:
    """Warnings about new items that feeds show as old, and errors about items that leave feeds without a day.

    Only a comparison can tell that an item is new: its ``date`` may be that of the work, and when a file came into the
    repository is not known in a copy without its whole history.

    Args:
        before: The earlier content, loaded with the current settings.
        today: The day that decides what is public in both.
    """
    earlier = Library(before.documents, today=today, withdrawals=before.withdrawals)
    library = Library(now.documents, today=today, withdrawals=now.withdrawals)

    def id_of(document: AnyDocument) -> str:
        return entry_id(document, settings.tag_authority, settings.default_language)

    known, forthcoming = set[str](), set[str]()
    for document in earlier.pages(Channel.FEED):
        if isinstance(document.front, Dated):
            (forthcoming if document.front.is_forthcoming else known).add(id_of(document))
    for document in library.documents if known or forthcoming else ():
        front, source = document.front, now.sources[document.path]
        if not isinstance(front, Dated):
            continue
        is_known = id_of(document) in (known | forthcoming if front.is_forthcoming else known)
        if not is_known and library.shows(document, Channel.FEED):
            yield from _check_new(front, source, today)
        elif is_known and front.consent and not front.consent.withdrawn:
            yield from _check_kept(front.consent, source, today)


def _check_new(front: Dated, source: Source, today: date) -> Iterator[Problem]:
    if front.published.first_day < today - _NEW:
        what = f"the item is new, but feed readers would show it as one of {front.published.isoformat()}"
        fix = f"write the day on which it is published here, like 'added: {today.isoformat()}'"
        yield source.field_problem("item-added-missing", "added" if front.added else "date", what, fix)


def _check_kept(consent: Consent, source: Source, today: date) -> Iterator[Problem]:
    if "feed" not in consent.scope and not consent.feed_ended:
        what = "`consent.scope` does not name feed any more, and feed readers would keep their copies"
        fix = f"add the line 'feed_ended: {today.isoformat()}' below `consent`, with the day on which that ended"
        yield source.field_problem("consent-feed-end-missing", ("consent", "scope"), what, fix)


def check_sent_editions(before: LoadedContent, now: LoadedContent) -> Iterator[Problem]:
    """Warn about each edition whose email had been sent in the earlier content, and has another text now."""
    for document in before.documents:
        front, source = document.front, now.sources.get(document.path)
        is_sent = isinstance(front, Newsletter) and front.sent is not None
        if is_sent and source and _emailed(before.sources[document.path]) != _emailed(source):
            what = "this edition's email has been sent, and the edition has changed: subscribers have the old text"
            fix = "if they should know, write it in the next edition"
            yield source.field_problem("edition-sent-changed", "sent", what, fix)


def _emailed(source: Source) -> tuple[object, ...]:
    return (source.text.strip(), *(source.values.get(field) for field in _EMAILED))
