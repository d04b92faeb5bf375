"""Events and training."""

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from newsroom.content import moments
from newsroom.content.model.timed import Timed
from newsroom.content.model.values import LINK, Line, MomentField, WebAddress
from newsroom.content.translate import Translate
from newsroom.content.types.base import ContentType, FolderRules, Look, TextRules, slug_file_name
from newsroom.content.types.graph import Graph, Node
from newsroom.problems import Problem, shorten

if TYPE_CHECKING:
    from newsroom.content.document import Source


class Event(Timed):
    """An event or a training course: ``docs/events/<slug>.md``."""

    moment_field: ClassVar = "starts"
    shared_days: ClassVar = ("date", "starts", "ends")

    starts: MomentField = Field(
        description="When it starts, in UK time: 2026-12-10 10:00, or 2026-12-10 if it takes the whole day."
    )
    ends: MomentField | None = Field(
        None, description="When it ends, written like `starts`; for several whole days the last day."
    )
    place: Line | None = Field(None, description="Where people meet: the building, the street and the town.")
    online: Line | None = Field(
        None, description="How to join online: the address, or words like 'Zoom; the link comes when you book'."
    )
    booking: WebAddress | None = Field(None, description="The address of the page on which people book.")
    cost: Line | None = Field(None, description="What it costs, like Free or £20.")
    audience: Line | None = Field(None, description="Who it is for.")
    series: Line | None = Field(None, description="The series that it belongs to, like Monthly meetings.")
    organiser: Line | None = Field(None, description="Who holds it, if it is not the network itself.")
    status: Literal["cancelled", "postponed"] | None = Field(
        None, description="If it does not take place as announced. The page stays, and says so."
    )

    @property
    def moment(self) -> moments.Moment:
        return self.starts

    @property
    def leaf(self) -> datetime.date:
        return self.starts.day

    @property
    def over_after(self) -> datetime.date:
        return (self.ends or self.starts).last_day

    @property
    def day_after(self) -> datetime.date | None:
        """For whole days, the day after the last one, where calendars end it; else None."""
        return None if self.starts.time else (self.ends or self.starts).day + datetime.timedelta(days=1)

    @property
    def state(self) -> str:
        return f"event.{self.status}" if self.status else ""

    @property
    def join_url(self) -> str | None:
        """The address at which people join online, if ``online`` is one."""
        return self.online if self.online and re.match(LINK, self.online) else None

    @property
    def search_names(self) -> tuple[str | None, ...]:
        return (self.place, self.audience, self.series, self.organiser)

    def where(self, t: Translate) -> str:
        """Where it is, in words: the place, online, or both."""
        if not self.place:
            return t("event.online")
        return t("event.place_and_online", place=self.place) if self.online else self.place


_ADDRESS_FIRST = re.compile(r"https?:|www\.|[a-z0-9-]+(\.[a-z0-9-]+)+/", re.IGNORECASE)
"""Matches the start of "https://meet.example/elm, code 12" and "meet.example/elm", not that of "Zoom; book first"."""


def _check(front: Event, source: "Source") -> Iterator[Problem]:
    ends = front.ends
    if not front.place and not front.online:
        fix = "add a line 'place: …' with the building, street and town, or a line 'online: …'"
        yield Problem(
            "event-place-missing", source.path, 1, "neither `place` nor `online` says where the event is", fix
        )
    if front.online and not front.join_url and _ADDRESS_FIRST.match(front.online):
        what = f"`online` begins with an address, but '{shorten(front.online)}' is more than that, or less"
        fix = "write the address alone, from https:// on, and other words in the text"
        yield source.field_problem("field-format-invalid", "online", what, fix)
    if ends and (ends.time is None) != (front.starts.time is None):
        what = "only one of `starts` and `ends` has a time of day"
        fix = "write both with a time, like 2026-12-10 10:00, or both without"
        yield source.field_problem("event-end-wrong", "ends", what, fix)
    elif ends and (ends.utc < front.starts.utc or (ends.time and ends == front.starts)):
        what = f"`ends` is {source.values['ends']}, which is not after `starts`: {source.values['starts']}"
        yield source.field_problem("event-end-wrong", "ends", what, "correct one of the two")


_FREE = frozenset({"free", "am ddim"})
_STATUS: Mapping[str | None, str] = {
    None: "EventScheduled",
    "cancelled": "EventCancelled",
    "postponed": "EventPostponed",
}


def _event(front: Event, graph: Graph) -> Node:
    place = {"@type": "Place", "name": front.place, "address": front.place} if front.place else None
    room = {"@type": "VirtualLocation", "url": front.join_url or graph.url} if front.online else None
    locations = [found for found in (place, room) if found]
    mode = "Mixed" if len(locations) > 1 else "Online" if front.online else "Offline"
    is_free = (front.cost or "").casefold() in _FREE
    offer = {"@type": "Offer", "url": front.booking, **({"price": "0", "priceCurrency": "GBP"} if is_free else {})}
    return {
        "@type": "Event",
        "@id": graph.own_id("event"),
        "name": front.title,
        "startDate": front.starts.isoformat(),
        "endDate": front.ends.isoformat() if front.ends else None,
        "eventStatus": f"https://schema.org/{_STATUS[front.status]}",
        "eventAttendanceMode": f"https://schema.org/{mode}EventAttendanceMode",
        "location": locations[0] if len(locations) == 1 else locations,
        "organizer": {"@type": "Organization", "name": front.organiser} if front.organiser else graph.network,
        "offers": offer if front.booking else None,
        "isAccessibleForFree": True if is_free else None,
        "audience": {"@type": "Audience", "audienceType": front.audience} if front.audience else None,
        "superEvent": {"@type": "EventSeries", "name": front.series} if front.series else None,
    }


EVENT = ContentType(
    name="event",
    plural="events",
    position=32,
    folder="docs/events",
    model=Event,
    file_name=slug_file_name("spring-gathering"),
    folder_rules=FolderRules(other_names=("event",), similar_names=("calendar", "training", "courses")),
    text_rules=TextRules("event.md"),
    check=_check,
    card="village",
    looks={"events/": Look("coming.html", "village")},
    details=lambda front, t, _is_over: (t.period(front.starts, front.ends), front.where(t)),
    keeps_past=True,
    in_menu=True,
    may_have_pdf=False,
    schema_type="Event",
    structured=_event,
)
