"""Markdown files with the fields that a test is about; what it is not about is filled in."""

import hashlib
import json
from datetime import date, timedelta

SUMMARY = "What it is, and what a reader will find when they open it."
PREHEADER = "What is new on Elm Street, and who to ask."
OWN_WORDS: dict[str, object] = {
    "title": "Quaggas",
    "summary": "How two quaggas came to a meadow, and who opened the gate.",
}
"""The title and the summary of an item that has no words of another."""
CONSENT: dict[str, object] = {
    "ref": "elm-1",
    "basis": "consent",
    "given": "1986-05-01",
    "identity": "first-name",
    "scope": ["web", "feed", "email", "social"],
}


SQUARE: dict[str, object] = {
    "type": "Polygon",
    "coordinates": [[[-6, 50], [2, 50], [2, 56], [-6, 56], [-6, 50]]],
}
"""A map of square land between 50 and 56 degrees north, 6 degrees west and 2 degrees east (GeoJSON)."""


def consent(number: int) -> dict[str, object]:
    """The consent of one of several stories: each has its own key."""
    return CONSENT | {"ref": f"elm-{number}"}


def story_id(slug: str, lang: str = "") -> str:
    """The id of a story in the feeds of Elm Street. ``lang`` is its language if that is not the default."""
    name = hashlib.sha256(slug.encode()).hexdigest()[:16]
    return "/".join(filter(None, (f"tag:elm.example,2026:story/{name}", lang)))


def story(body: str = "Words.", /, **fields: object) -> str:
    """A story's file."""
    return _file(body, {"title": "A story", "date": "2024-01-01", "summary": SUMMARY, "kind": "news"} | fields)


def publication(body: str = "Words.", /, **fields: object) -> str:
    """A publication's file. One that is not out yet has the day of its page in place of a date."""
    day = {"added": "2023-01-01"} if "expected" in fields else {"date": "2023"}
    given = {"title": "A report", **day, "summary": SUMMARY, "kind": "report"}
    return _file(body, given | {"link": "https://reports.example/report"} | fields)


def newsletter(body: str = "## Hello\n\nWords.", /, **fields: object) -> str:
    """An edition's file."""
    given = {"title": "News", "summary": SUMMARY, "subject": "News", "preheader": PREHEADER}
    return _file(body, given | {"from": [{"name": "Ada Elm"}]} | fields)


def event(body: str = "Words.", /, **fields: object) -> str:
    """An event's file."""
    given = {"title": "A gathering", "date": "2026-11-01", "summary": SUMMARY, "starts": "2026-12-10 10:00"}
    return _file(body, given | ({} if "online" in fields else {"place": "Elm House, Elmham"}) | fields)


def vacancy(body: str = "Words.", /, **fields: object) -> str:
    """A vacancy's file."""
    given = {"title": "Coordinator", "date": "2026-11-01", "summary": SUMMARY, "closes": "2026-12-10"}
    return _file(body, given | {"employer": "Elmham Council", "place": "Elmham"} | fields)


def page(body: str = "Words.", /, **fields: object) -> str:
    """The file of a page in docs/."""
    return _file(body, {"title": "A page", "summary": SUMMARY} | fields)


def easy(body: str = "We talk.", /, **fields: object) -> str:
    """The file of the Easy Read version of a page."""
    return _file(
        body, {"title": "An easy page", "summary": "What we do. Who can ask us. How you can reach us today."} | fields
    )


def area(body: str = "Words.", /, **fields: object) -> str:
    """An area's file."""
    return _file(body, {"name": "Elmham", "nation": "England", "summary": SUMMARY} | fields)


def stories(count: int, **fields: object) -> dict[str, str]:
    """The files of so many stories, a day apart, ``stories/item-01.md`` the oldest."""
    days = ((number, date(2024, 1, 1) + timedelta(days=number - 1)) for number in range(1, count + 1))
    return {
        f"stories/item-{number:02}.md": story(title=f"Item {number}", date=day.isoformat(), **fields)
        for number, day in days
    }


def _file(body: str, fields: dict[str, object]) -> str:
    """Front matter and text. JSON is YAML, so that any value can be a field's."""
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items() if value is not None]
    return "\n".join(["---", *lines, "---", "", body, ""])
