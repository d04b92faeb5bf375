"""Calendars (RFC 5545): a file for each event, and for all events, and those of each area, in each language."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import cast

from pydantic import TypeAdapter

from newsroom.cache import digest
from newsroom.content.document import AnyDocument, Document
from newsroom.content.library import Channel
from newsroom.content.types.event import EVENT, Event
from newsroom.publish.build_context import BuildContext
from newsroom.publish.output import Output
from newsroom.publish.pages.language_site import LanguageSite

__all__ = ["Calendars", "calendar_path", "event_path"]
_FILE = "events.ics"
_STORED = TypeAdapter(str)
_Calendar = tuple[str | None, str, Sequence[Document[Event]]]
"""The name of a calendar to which people subscribe, its language, and its events."""


class Calendars(Output):
    """The calendars of the site.

    Those to which people subscribe have past events too: a calendar program removes what is not in them any more, and
    a calendar without any event is not valid.
    """

    def __init__(self, context: BuildContext) -> None:
        super().__init__(context)
        found = context.library.documents_of_type(EVENT, Channel.WEB)
        self._calendars: dict[str, _Calendar] = {
            event_path(document): (None, document.lang, [document]) for document in found
        }
        for language_site in context.site.open_sites:
            self._calendars |= self._shared(language_site)
        self.paths = tuple(self._calendars)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the path and the content of each calendar."""
        settings = self._context.settings
        for path, calendar in self._calendars.items():
            name, lang, events = calendar
            documents = [(document.url, document.slug, document.lang, document.front) for document in events]
            key = digest(repr((settings, name, lang, documents)))
            made = partial(self._make, calendar)
            yield path, self._context.value_cache.get("calendar", path, key, made, _STORED).encode()

    def _make(self, calendar: _Calendar) -> str:
        from newsroom.publish.calendars.file import calendar_file  # it takes a third of a second to import

        name, lang, events = calendar
        return calendar_file(events, self._context.settings, self._context.translations[lang], name)

    def _shared(self, language_site: LanguageSite) -> dict[str, _Calendar]:
        """Return the calendars of all events in a language, and of those of each area and principle, by path."""
        lang, found = language_site.lang, dict[str, _Calendar]()
        own = f"{language_site.t('events.title')} · {self._context.settings.name_in(lang)}"
        topics = [topic for named in language_site.topics.values() for topic in named.values() if topic.lang == lang]
        for topic in (None, *topics):
            if path := calendar_path(language_site, topic):
                name = f"{topic.front.heading} · {own}" if topic else own
                found[path] = (name, lang, cast("Sequence[Document[Event]]", language_site.events(topic)))
        return found


def event_path(document: AnyDocument) -> str:
    """Return the path on the site of the calendar file of one event."""
    return f"{document.url}{document.slug}.ics"


def calendar_path(language_site: LanguageSite, about: AnyDocument | None) -> str | None:
    """Return the path of the calendar of all events in a language, or of those of a topic; None if there are none."""
    if not language_site.events(about):
        return None
    return f"{language_site.prefix}{EVENT.address}/{_FILE}" if about is None else f"{about.url}{_FILE}"
