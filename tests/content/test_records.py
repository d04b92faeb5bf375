"""The records of all types of content, and all that is derived from items of each (tests/golden/types.txt)."""

import dataclasses
import inspect
import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest
from pydantic import BaseModel

from newsroom.content import types
from newsroom.content.model import FrontMatter
from newsroom.content.moments import Moment
from newsroom.content.types import TYPES, AnyType, ContentType
from newsroom.content.types.area import AREA
from newsroom.content.types.event import EVENT
from newsroom.content.types.newsletter import NEWSLETTER, edition_date
from newsroom.content.types.page import PAGE
from newsroom.content.types.principle import PRINCIPLE
from newsroom.content.types.publication import PUBLICATION
from newsroom.content.types.story import STORY
from newsroom.content.types.vacancy import VACANCY
from tests.support.golden import Golden

Fields = Mapping[str, Any]
_DERIVED = ("CONTENT_FOLDERS", "LIST_FIELDS", "FIELD_NAMES", "GROUP_FIELDS", "FILE_FIELDS", "PICTURE_FIELDS")
_DATED: Fields = {"title": "A title", "date": "2024-02-03", "summary": "A summary."}
_EVENT: Fields = {**_DATED, "starts": "2026-12-10 10:00"}
_VACANCY: Fields = {**_DATED, "closes": "2026-12-18", "employer": "Elm Council", "place": "Elmham"}
_PUBLICATION: Fields = {**_DATED, "kind": "report"}
_NEWSLETTER: Fields = {**_DATED, "subject": "S", "preheader": "P"}
_AREA: Fields = {"name": "Elmham", "nation": "Wales", "summary": "A town."}
_PICTURE: Fields = {"src": "elm.png", "alt": "An elm"}
_ITEMS: tuple[tuple[AnyType, Fields], ...] = (
    (STORY, {**_DATED, "kind": "story"}),
    (STORY, {**_DATED, "kind": "news", "author": "Ada Elm", "featured": True, "added": "2024-02-02", "undated": True}),
    (STORY, {**_DATED, "kind": "guest-blog", "added": "2024-02-04", "image": _PICTURE, "authors": [
        {"name": "Ada Elm", "role": "Editor", "organisation": "Elm Trust"}, {"name": "Bo Oak", "organisation": "Oak"}
    ]}),
    (NEWSLETTER, {**_NEWSLETTER, "from": "Ada Elm"}),
    (NEWSLETTER, {**_NEWSLETTER, "email": False, "from": [{"name": "Ada Elm", "role": "Editor"}, "Bo Oak"]}),
    (PUBLICATION, _PUBLICATION),
    (PUBLICATION, {
        **_PUBLICATION, "subtitle": "A subtitle", "authors": [
            {"given": "Ada", "family": "Elm", "suffix": "Jr"}, {"organisation": "Elm Trust"}, "Bo Oak"
        ],
        "editors": "Cy Ash", "contributors": [{"given": "Di", "family": "Fir"}], "publisher": "Elm Press", "pages": 12,
        "isbn": "978-0 306-40615 7", "doi": "10.1000/a(b)c<d>", "file": "report.pdf", "image": _PICTURE,
        "cover": {"src": "cover.png", "alt": "The cover"}, "findings": ["One thing.", "Another."],
    }),
    (PUBLICATION, {**_PUBLICATION, "kind": "conference", "editors": ["Cy Ash"], "image": _PICTURE}),
    (PUBLICATION, {**_PUBLICATION, "date": None, "expected": "2027", "added": "2026-11-01", "title": "Forthcoming"}),
    (EVENT, {**_EVENT, "place": "Elm House", "cost": "free", "booking": "https://elm.example/book/"}),
    (EVENT, {**_EVENT, "ends": "2026-12-10 12:00", "online": "https://meet.example/elm", "cost": "£5",
             "status": "postponed", "booking": "https://elm.example/book/"}),
    (EVENT, {**_EVENT, "starts": "2026-12-10", "online": "Zoom", "place": "Elm House", "cost": "Am ddim",
             "series": "Walks", "organiser": "Elm Trust", "audience": "Everybody", "status": "cancelled"}),
    (EVENT, {**_EVENT, "starts": "2026-12-10", "ends": "2026-12-12", "place": "Elm House", "cost": "Free for members"}),
    *((VACANCY, {**_VACANCY, "salary": salary}) for salary in (
        *("£31,067 to £33,945 a year", "£14.50 an hour", "£30 per year", "£1,234,567.00-£2,000,000 a year"),
        *("£12–£13.25 per hour", "£12 – £13 a hour", "Up to £30,000", "£30,000 a year, pro rata", "£12.5 an hour"),
        *(None, "£30 a month", "£30,00 a year", "£1234,567 a year", "30,000 a year"),
    )),
    (EVENT, {**_EVENT, "undated": True}),
    (VACANCY, {**_VACANCY, "hours": "37 a week", "link": "https://elm.example/", "undated": True}),
    (AREA, _AREA),
    (AREA, {**_AREA, "council": "Elm Council", "position": "53.65, -1.78", "places": ["Elm", "Oak"], "image": _PICTURE,
            "neighbourhoods": ["North"], "coordinators": [{"name": "Jo"}]}),
    (PRINCIPLE, {"title": "Giving", "summary": "All give.", "order": 3}),
    *((PAGE, {"title": "Us", "summary": "We.", "search": search}) for search in ("normal", "low", "none")),
)  # fmt: skip


class _T:
    """Shows which texts are asked for, and with what."""

    def __call__(self, name: str, /, **values: object) -> str:
        return f"<{name}{values or ''}>"

    def day(self, day: date) -> str:
        return f"<day {day}>"

    def period(self, start: Moment, end: Moment | None) -> str:
        return f"<from {start.isoformat()} to {end and end.isoformat()}>"

    def value(self, group: str, value: str) -> str:
        return f"<{group} {value}>"


class _Graph:
    """Shows to what the data of a page refers."""

    t = _T()
    slug, url, network_name = "SLUG", "https://elm.example/URL/", "NAME"

    def __init__(self, schema_type: str) -> None:
        self.schema_type = schema_type
        self.network: dict[str, object] = {"@id": "NETWORK"}
        self.website: dict[str, object] = {"@id": "SITE"}

    def own_id(self, name: str) -> str:
        return f"#{name}"

    def id(self, name: str, url: str) -> str:
        return f"{url}#{name}"

    def file_url(self, name: str) -> str:
        return f"https://elm.example/{name}"


def test_records_and_items_match_golden_file(golden: Golden) -> None:
    lines = [line for found in TYPES for line in (f"# {found.name}", *_record(found), "")]
    for found, fields in _ITEMS:
        given = {name: value for name, value in fields.items() if value is not None}
        lines += [f"# {found.name} {given}", *_item(found, found.model.model_validate(given)), ""]
    lines += [f"{name}: {_shown(getattr(types, name))}" for name in _DERIVED]
    golden.check("types.txt", "\n".join(lines).encode())


def _record(found: AnyType) -> Iterator[str]:
    for field in dataclasses.fields(ContentType):
        value = getattr(found, field.name)
        parts = dataclasses.fields(value) if dataclasses.is_dataclass(value) else ()
        named = [(f"{field.name}.{part.name}", getattr(value, part.name)) for part in parts] or [(field.name, value)]
        yield from (f"{name}: {_shown(part)}" for name, part in named if part not in ("", (), frozenset()))
    derived = ("noun", "address", "is_version", "is_dated", "is_timed", "look", "title_field", "fields", "kinds")
    yield from (f"= {name}: {getattr(found, name)}" for name in derived)


def _shown(value: object) -> str:
    if inspect.isroutine(value) or inspect.isclass(value):
        return str(value.__name__)
    return str(sorted(value) if isinstance(value, frozenset) else dict(value) if isinstance(value, Mapping) else value)


def _item(found: AnyType, front: FrontMatter) -> Iterator[str]:
    own = {name for name, value in inspect.getmembers(type(front)) if hasattr(value, "__get__") and not callable(value)}
    for name in sorted(own - {*dir(BaseModel)} - {name for name in own if name[0] == "_"}):
        value = getattr(front, name)
        if value:
            yield f"{name}: {sorted(value) if isinstance(value, frozenset) else value!r}"
    yield f"genre: {found.genre(front)}, order: {found.order(front)!r}"
    yield f"kicker: {found.kicker and found.kicker(front, _T())}"
    yield f"details: {found.details(front, _T(), False)}, {found.details(front, _T(), True)}"
    yield f"keeps lines: {[found.text_rules.keeps_lines({'kind': kind}) for kind in found.kinds]}"
    yield json.dumps(found.structured(front, _Graph(found.schema_type)), ensure_ascii=False, indent=1)


@pytest.mark.parametrize(
    ("slug", "day"),
    [
        *((name, name[:7]) for name in ("2023-12", "2023-01-special", "2023-10")),
        *((name, name[:10]) for name in ("2023-12-05", "2023-12-05-special", "2024-02-29", "2023-12-31.cy")),
        *((name, None) for name in ("2023-13", "2023-00", "2023-02-30", "2023", "special", "23-12", "2023-12-32")),
    ],
)
def test_month_or_day_of_an_edition_is_the_start_of_its_name(slug: str, day: str | None) -> None:
    found = edition_date(slug)
    assert (found.isoformat() if found else None) == day
    if day is None or slug != day:
        assert (NEWSLETTER.file_name.fields(slug) is None) == (day is None)
