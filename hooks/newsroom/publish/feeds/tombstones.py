"""Tombstones (RFC 6721) in Atom feeds, which tell feed readers to delete a withdrawn story."""

from datetime import datetime

from lxml import etree

from newsroom.content.document import Document
from newsroom.content.entry_ids import entry_id
from newsroom.content.model import Dated
from newsroom.publish.feeds.elements import element
from newsroom.publish.feeds.entries import midnight
from newsroom.settings import Settings


def withdrawn_at(item: Document[Dated]) -> datetime:
    """When an item was withdrawn, but not before its last change: readers ignore tombstones older than their entry."""
    front, consent = item.front, item.front.consent
    withdrawn = consent.withdrawn if consent else None
    days = (withdrawn, front.updated, front.date)
    return max(midnight(day) for day in days if day)


def tombstone(item: Document[Dated], settings: Settings) -> etree._Element:
    """Make a tombstone, which has only the id of the item and the day of its withdrawal."""
    ref = entry_id(item, settings.tag_authority, settings.default_language)
    return element("at", "deleted-entry", {"ref": ref, "when": withdrawn_at(item).isoformat()})
