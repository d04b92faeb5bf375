"""What feeds keep of withdrawn items, so that feed readers delete or overwrite their copies.

Atom has tombstones (RFC 6721). RSS and JSON Feed have nothing like it: there an entry with the same id stays, and
says that the item was taken down. Feed readers replace their copy of an entry by a newer one with its id.

A feed of an area or a principle may have the tombstone of an item that it never had, which feed readers ignore. It
never has such an entry, which its readers would see as new.
"""

from datetime import datetime
from html import escape

from lxml import etree

from newsroom.content.entry_ids import entry_id
from newsroom.content.withdrawals import Withdrawal
from newsroom.publish.feeds.elements import element
from newsroom.publish.feeds.entries import Entry, midnight
from newsroom.settings import Settings
from newsroom.translations import Translations


def withdrawn_at(item: Withdrawal) -> datetime:
    """When an item was withdrawn, but not before its last change: readers ignore tombstones older than their entry."""
    return max(midnight(day) for day in item.changes)


def tombstone(item: Withdrawal, settings: Settings) -> etree._Element:
    """Make a tombstone, which has only the id of the item and the day of its withdrawal."""
    ref = entry_id(item, settings.tag_authority, settings.default_language)
    return element("at", "deleted-entry", {"ref": ref, "when": withdrawn_at(item).isoformat()})


def emptied_entry(item: Withdrawal, settings: Settings, t: Translations) -> Entry:
    """Make the entry that replaces a withdrawn item: its id and the day, without a link, which often has a name."""
    when, text = withdrawn_at(item), t("withdrawn.text")
    return Entry(
        id=entry_id(item, settings.tag_authority, settings.default_language),
        url="",
        title=t("withdrawn.title"),
        summary=text,
        html=f"<p>{escape(text)}</p>",
        published=when,
        updated=when,
        lang=item.lang,
    )
