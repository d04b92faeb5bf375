"""What feeds keep of items that were taken back, so that feed readers delete or overwrite their copies.

For 60 days there is an emptied entry with the same id in all formats: feed readers replace their copy of an entry by a
newer one. Atom also has a tombstone (RFC 6721), for ever.

A feed of an area or a principle may have the tombstone of an item that it never had, which feed readers ignore. It
never has such an entry, which its readers would see as new.
"""

from datetime import datetime, timedelta
from html import escape

from lxml import etree

from newsroom.content.dates import midnight
from newsroom.content.entry_ids import entry_id
from newsroom.content.withdrawals import Withdrawal
from newsroom.publish.feeds.elements import element
from newsroom.publish.feeds.entries import Entry
from newsroom.settings import Settings
from newsroom.translations import Translations


def taken_back_at(item: Withdrawal) -> datetime:
    """When an item was taken back, but after its last change, even on the same day: readers ignore what is not newer.

    A tombstone and an emptied entry of the same moment agree: RFC 6721 prefers an entry only if it is newer.
    """
    return max(midnight(day.first_day) for day in item.changes) + timedelta(seconds=1)


def tombstone(item: Withdrawal, settings: Settings) -> etree._Element:
    """Make a tombstone, which has only the id of the item and the day on which it was taken back."""
    ref = entry_id(item, settings.tag_authority, settings.default_language)
    return element("at", "deleted-entry", {"ref": ref, "when": taken_back_at(item).isoformat()})


def emptied_entry(item: Withdrawal, settings: Settings, t: Translations) -> Entry:
    """Make the entry that replaces an item: its id and the moment, without a link, which often has a name."""
    text = t("feed.taken_back_text")
    return Entry(
        id=entry_id(item, settings.tag_authority, settings.default_language),
        url="",
        title=t("feed.taken_back"),
        summary=text,
        html=f"<p>{escape(text)}</p>",
        published=None,
        updated=taken_back_at(item),
        lang=item.lang,
    )
