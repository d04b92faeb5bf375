"""Writes JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json
from collections.abc import Mapping, Sequence

from newsroom.publish.feeds.entries import Entry
from newsroom.publish.feeds.plan import JSON, Feed
from newsroom.publish.theme.assets import FAVICON, ICON
from newsroom.settings import Settings

_VERSION = "https://jsonfeed.org/version/1.1"


def json_feed_document(feed: Feed, entries: Sequence[Entry], settings: Settings) -> bytes:
    """Write the document of a feed, in UTF-8."""
    document = {
        "version": _VERSION,
        "title": feed.title,
        "home_page_url": f"{settings.site_url}{feed.folder}",
        "feed_url": f"{settings.site_url}{feed.path(JSON)}",
        "description": feed.description,
        "user_comment": feed.hint,
        "icon": f"{settings.site_url}{ICON}",
        "favicon": f"{settings.site_url}{FAVICON}",
        "authors": [{"name": settings.name_in(feed.lang), "url": settings.site_url}],
        "language": feed.lang,
        "hubs": [{"type": "WebSub", "url": settings.websub_hub}] if settings.websub_hub else [],
    }
    items = [_without_empty(_item(entry)) for entry in entries]
    return f"{json.dumps({**_without_empty(document), 'items': items}, ensure_ascii=False, indent=1)}\n".encode()


def _item(entry: Entry) -> dict[str, object]:
    file = entry.enclosure
    people = dict.fromkeys((*entry.authors, *entry.contributors))
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.html,
        "summary": entry.summary,
        "image": entry.picture.url if entry.picture else None,
        "date_published": entry.published.isoformat() if entry.published else None,
        "date_modified": entry.updated.isoformat(),
        "authors": [{"name": name} for name in people],
        "tags": list(entry.categories),
        "language": entry.lang,
        "attachments": [{"url": file.url, "mime_type": file.type, "size_in_bytes": file.length}] if file else [],
    }


def _without_empty(members: Mapping[str, object]) -> dict[str, object]:
    """Remove empty members, except ``content_html``: an entry must have content (JSON Feed 1.1, "Items")."""
    return {name: value for name, value in members.items() if value or name == "content_html"}
