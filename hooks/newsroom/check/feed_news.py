"""Checks that feed readers learn what came to the site between two states of the content, and what was taken back."""

from collections.abc import Iterator
from datetime import date, timedelta

from newsroom.content.document import AnyDocument
from newsroom.content.entry_ids import entry_id
from newsroom.content.library import Channel, Library
from newsroom.content.loaded import LoadedContent
from newsroom.problems import Problem
from newsroom.settings import Settings

_NEW = timedelta(days=3)
"""How old the date of a new item may be without a warning: as long as a review often takes."""


def check_feed_news(before: LoadedContent, now: LoadedContent, settings: Settings, today: date) -> Iterator[Problem]:
    """Warnings about new items that feeds show as old, and errors about items that leave feeds without a day.

    Only a comparison can tell that an item is new: its ``date`` may be that of the work, and when a file came into the
    repository is not known in a copy without its whole history.

    Args:
        before: The earlier content, loaded with the current settings.
        now: The current content.
        settings: The current settings.
        today: The day that decides what is public in both.
    """
    earlier = Library(before.documents, today=today, withdrawals=before.withdrawals)
    library = Library(now.documents, today=today, withdrawals=now.withdrawals)

    def id_of(document: AnyDocument) -> str:
        return entry_id(document, settings.tag_authority, settings.default_language)

    dated = (document for document in earlier.pages(Channel.FEED) if document.type.is_dated)
    known = frozenset(map(id_of, dated))
    for document in library.documents if known else ():
        source = now.sources[document.path]
        published, consent = document.front.published, document.front.consent
        if not document.type.is_dated or published is None:
            continue
        is_known, is_shown = id_of(document) in known, library.shows(document, Channel.FEED)
        if is_shown and not is_known and published.first_day < today - _NEW:
            what = f"the item is new, but feed readers would show it as one of {published.isoformat()}"
            fix = f"add the day on which it is published here, like 'added: {today.isoformat()}'"
            yield Problem("item-added-missing", document.path, source.line("date"), what, fix)
        elif is_known and consent and not consent.withdrawn and "feed" not in consent.scope and not consent.feed_ended:
            what = "`consent.scope` does not name feed any more, and feed readers would keep their copies"
            fix = f"add the line 'feed_ended: {today.isoformat()}' below `consent`, with the day on which that ended"
            yield Problem("consent-feed-end-missing", document.path, source.line("consent", "scope"), what, fix)
