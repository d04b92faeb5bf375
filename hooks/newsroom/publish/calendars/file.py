"""Writes one calendar with icalendar, which takes long to import."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

import icalendar

from newsroom.content.dates import midnight
from newsroom.content.document import Document
from newsroom.content.entry_ids import entry_id
from newsroom.content.types.event import Event
from newsroom.settings import Settings
from newsroom.translations import Translations

_STATUS: Mapping[str | None, str] = {None: "CONFIRMED", "cancelled": "CANCELLED", "postponed": "TENTATIVE"}


def calendar_file(events: Iterable[Document[Event]], settings: Settings, t: Translations, name: str | None) -> str:
    """Return a calendar with events. ``name`` is that of a calendar to which people subscribe, else None."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//{settings.site_name}//Newsroom//{t.lang.upper()}")
    calendar.add("version", "2.0")
    if name:
        calendar.add("name", name)
        calendar.add("x-wr-calname", name)
        calendar.add("refresh-interval", timedelta(days=1), parameters={"value": "DURATION"})
    for document in events:
        calendar.add_component(_component(document, settings, t))
    return bytes(calendar.to_ical()).decode()


def _component(document: Document[Event], settings: Settings, t: Translations) -> icalendar.Event:
    front, url = document.front, f"{settings.site_url}{document.url}"
    announced = front.published.first_day
    changed = max(announced, front.updated.first_day) if front.updated else announced
    found = icalendar.Event()
    found.add("uid", _uid(document, settings.tag_authority))
    found.add("dtstamp", midnight(changed))
    found.add("last-modified", midnight(changed))
    found.add("sequence", (changed - announced).days)
    found.add("summary", f"{t(front.state)}: {front.title}" if front.state else front.title)
    found.add("description", "\n\n".join(_description(front, url, t)))
    found.add("location", front.where(t))
    found.add("status", _STATUS[front.status])
    found.add("url", url)
    if front.day_after:
        found.add("dtstart", front.starts.day)
        found.add("dtend", front.day_after)
    else:
        found.add("dtstart", front.starts.utc)
        if front.ends:
            found.add("dtend", front.ends.utc)
    return found


def _description(front: Event, url: str, t: Translations) -> Iterator[str]:
    yield front.summary
    if front.online and not front.status:
        yield f"{t('event.join')}: {front.online}"
    if front.booking and not front.status:
        yield f"{t('event.book')}: {front.booking}"
    yield url


def _uid(document: Document[Event], authority: str) -> str:
    """The same for all languages of an event, and for its lifetime, as its id in feeds is."""
    name = entry_id(document, authority, default_language=document.lang).removeprefix(f"tag:{authority}:")
    return f"{name.replace('/', '-')}@{authority.partition(',')[0]}"
