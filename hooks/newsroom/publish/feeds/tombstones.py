"""Tombstones (RFC 6721): what a withdrawn story leaves in Atom feeds, so that readers take it out, too."""

from datetime import datetime

from lxml import etree

from newsroom.content.document import Document
from newsroom.content.entry_ids import entry_id
from newsroom.content.model import Dated, find_consent
from newsroom.publish.feeds.elements import element
from newsroom.publish.feeds.entries import midnight
from newsroom.settings import Settings


def withdrawn_at(item: Document[Dated]) -> datetime:
    """When an item was withdrawn. Readers pass over a tombstone that is older than their entry, so it never is."""
    front, consent = item.front, find_consent(item.front)
    withdrawn = consent.withdrawn if consent else None
    days = (withdrawn, front.updated, front.date)
    return max(midnight(day) for day in days if day)


def tombstone(item: Document[Dated], settings: Settings) -> etree._Element:
    """The id of an item and the day of its withdrawal, and nothing else of it."""
    ref = entry_id(item, settings.tag_authority, settings.default_language)
    return element("at", "deleted-entry", {"ref": ref, "when": withdrawn_at(item).isoformat()})
