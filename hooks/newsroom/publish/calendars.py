"""Calendars (RFC 5545): a file for each event, and for all events, and those of each area, in each language."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from typing import cast

import icalendar

from newsroom.content.document import AnyDocument, Document
from newsroom.content.entry_ids import entry_id
from newsroom.content.library import Channel
from newsroom.content.types.event import EVENT, Event
from newsroom.publish.build_context import BuildContext
from newsroom.publish.language_site import LanguageSite
from newsroom.publish.output import Output
from newsroom.settings import Settings
from newsroom.translations import Translations

_FILE = "events.ics"
_STATUS = MappingProxyType({None: "CONFIRMED", "cancelled": "CANCELLED", "postponed": "TENTATIVE"})


def event_path(document: AnyDocument) -> str:
    """Return the path on the site of the calendar file of one event."""
    return f"{document.url}{document.slug}.ics"


def calendar_path(language_site: LanguageSite, about: AnyDocument | None = None) -> str | None:
    """Return the path of the calendar of all events in a language, or of those of a topic; None if there are none."""
    if not language_site.events(about):
        return None
    return f"{language_site.prefix}{EVENT.address}/{_FILE}" if about is None else f"{about.url}{_FILE}"


class Calendars(Output):
    """The calendars of the site.

    Those to which people subscribe have past events too: a calendar program removes what is not in them any more, and
    a calendar without any event is not valid.
    """

    def __init__(self, context: BuildContext) -> None:
        super().__init__(context)
        found = context.library.documents_of_type(EVENT, Channel.WEB)
        self._single = {event_path(document): document for document in found}
        self._shared = dict(self._find_shared())
        self.paths = (*self._single, *self._shared)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the path and the content of each calendar."""
        settings, translations = self._context.settings, self._context.translations
        for path, document in self._single.items():
            yield path, calendar_file([document], settings, translations[document.lang])
        for path, (name, language_site, events) in self._shared.items():
            yield path, calendar_file(events, settings, language_site.t, name)

    def _find_shared(self) -> Iterator[tuple[str, tuple[str, LanguageSite, Sequence[Document[Event]]]]]:
        for language_site in self._context.site.open_sites:
            network = self._context.settings.name_in(language_site.lang)
            own = f"{language_site.t('events.title')} · {network}"
            topics = [topic for named in language_site.topics.values() for topic in named.values()]
            for topic in (None, *(topic for topic in topics if topic.lang == language_site.lang)):
                if path := calendar_path(language_site, topic):
                    name = f"{topic.front.heading} · {own}" if topic else own
                    events = cast("Sequence[Document[Event]]", language_site.events(topic))
                    yield path, (name, language_site, events)


def calendar_file(
    events: Iterable[Document[Event]], settings: Settings, t: Translations, name: str | None = None
) -> bytes:
    """Return a calendar with events. ``name`` is that of a calendar to which people subscribe."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//{settings.site_name}//Newsroom//{t.lang.upper()}")
    calendar.add("version", "2.0")
    if name:
        calendar.add("name", name)
        calendar.add("x-wr-calname", name)
        calendar.add("refresh-interval", timedelta(days=1), parameters={"value": "DURATION"})
    for document in events:
        calendar.add_component(_component(document, settings, t))
    return bytes(calendar.to_ical())


def _component(document: Document[Event], settings: Settings, t: Translations) -> icalendar.Event:
    front, url = document.front, f"{settings.site_url}{document.url}"
    announced = front.published.first_day
    changed = max(announced, front.updated.first_day) if front.updated else announced
    found = icalendar.Event()
    found.add("uid", _uid(document, settings.tag_authority))
    found.add("dtstamp", _midnight(changed))
    found.add("last-modified", _midnight(changed))
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
    if front.online:
        yield f"{t('event.join')}: {front.online}"
    if front.booking:
        yield f"{t('event.book')}: {front.booking}"
    yield url


def _uid(document: Document[Event], authority: str) -> str:
    """The same for all languages of an event, and for its lifetime, as its id in feeds is."""
    name = entry_id(document, authority, default_language=document.lang).removeprefix(f"tag:{authority}:")
    return f"{name.replace('/', '-')}@{authority.partition(',')[0]}"


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
