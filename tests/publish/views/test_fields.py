"""Every field that editors may fill in is shown on its page or in its email, or is named here with why it is not."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from pydantic import BaseModel

from newsroom.build import Build
from newsroom.content.accessibility import RECORD, AccessibilityTest
from newsroom.content.model import Consent, FrontMatterModel, Image, Person
from newsroom.content.model.creator import Creator, PlainName
from newsroom.content.model.parts import Allowed, OldFile
from newsroom.content.types.area import Area, AreaWorker, Contact
from newsroom.content.types.easy import EasyRead
from newsroom.content.types.event import Event
from newsroom.content.types.newsletter import Newsletter
from newsroom.content.types.page import Page, Statement
from newsroom.content.types.principle import Principle
from newsroom.content.types.publication import Publication
from newsroom.content.types.story import Story
from newsroom.content.types.vacancy import Vacancy
from newsroom.content.withdrawals import Stub
from tests.check.test_bad_statement import record
from tests.support import open_newsroom, small_newsroom
from tests.support.images import picture
from tests.support.items import CONSENT, SQUARE, area, easy, event, newsletter, page, publication, story, vacancy
from tests.support.pdfs import pdf
from tests.support.rendering import body, published, words

_AROUND = ("nw-crumbs", "nw-paper", "nw-share", "nw-cite", "nw-related", "nw-onward")
"""The parts of a page that repeat what it says elsewhere: a field must be shown without them."""
WHY_NOT: Mapping[str, str] = {
    "summary": "is what lists, feeds and search engines show of the page",
    "redirect_from": "is where the page was before",
    "old_files": "is where files of the page were before",
    "address": "is where a file was before",
    "file": "is the name of a file, of which a publication shows the size",
    "allow": "is for the check",
    "what": "is for the check",
    "why": "is for the check",
    "featured": "is about the list and the home page",
    "draft": "keeps the page from readers; a preview says so",
    "added": "is for feeds: readers see the date",
    "feed_ended": "is for feeds",
    "topics": "is for feeds",
    "updated": "is for feeds, the site map and structured data",
    "id": "is for feed readers",
    "search": "is for the search",
    "adds": "is for the editors' guide: the page leads to where such an item is written",
    "language": "is for screen readers: on a site in another language the text is marked as English",
    "preheader": "is the email's",
    "email": "is about the email; a preview has a link to it",
    "people": "says that consent is needed",
    "person": "says that consent is needed",
    "consent": "is for the register; a story says where it was published before",
    "consent_not_needed": "is for editors: it answers a question of the checks",
    "ref": "is a key of a private register",
    "basis": "is for the network's own register",
    "identity": "is for the network's own register",
    "scope": "decides where a story appears",
    "given": "is for the network's own register",
    "review_by": "is for the network's own register",
    "withdrawn": "takes the page away",
    "violations": "is 0, or there is no record",
}
"""Why a field is not shown on a page."""
IMAGE = {"src": "lead.png", "alt": "Alternative text", "caption": "A caption", "credit": "By a credit"}
UP = IMAGE | {"src": "../lead.png"}
PERSON = {"name": "Ada Name", "role": "Role of Ada", "organisation": "Organisation of Ada"}
DATED = {
    "title": "Title of it",
    "date": "1987-03-04",
    "summary": "Summary of it, for all who want to know more of it.",
    "areas": ["elmham"],
    "principles": ["contribution"],
    "image": IMAGE,
}
FILES: Mapping[str, str | bytes] = {
    **small_newsroom(),
    "stories/one.md": story(**DATED, kind="poem", author=PERSON, consent={**CONSENT, "source": "Source of it"}),
    "stories/several.md": story(
        date="1988", undated=True, authors=["Bo One", {"name": "Cy Two", "role": "Role of Cy"}]
    ),
    "stories/lead.png": picture(),
    "stories/gone.md": "---\nwithdrawn: 2026-01-01\n---\n",
    "newsletters/1987-03.md": newsletter(
        **DATED,
        **{
            "from": [PERSON],
            "subject": "Subject of it",
            "preheader": "Preheader of it, as inboxes show it.",
            "sent": "2024-01-09",
        },
    ),
    "newsletters/lead.png": picture(),
    "publications/full.md": publication(
        **(DATED | {"image": None}),
        subtitle="Subtitle of it",
        kind="conference",
        authors=[{"given": "Ada Given", "family": "van Family", "suffix": "Jr."}],
        editors=[{"organisation": "Organisation of editors"}],
        contributors=["Contributor One"],
        publisher="Publisher of it",
        pages="4321",
        isbn="978-1-907790-71-3",
        doi="10.1234/elm",
        file="report.pdf",
        findings=["The first finding", "The second finding"],
        cover=IMAGE | {"src": "cover.png"},
    ),
    "publications/soon.md": publication(added="2024-01-01", expected="2031-05", image=IMAGE),
    "publications/elsewhere.md": publication(link="https://reports.example/elsewhere", date="1988", undated=True),
    "publications/report.pdf": pdf(3),
    "publications/cover.png": picture(),
    "publications/lead.png": picture(),
    "docs/events/full.md": event(
        **(DATED | {"image": UP}),
        starts="2031-03-29 09:30",
        ends="2031-03-30 00:00",
        place="Place of it",
        online="Online way of it",
        booking="https://booking.example/",
        cost="Cost of it",
        audience="Audience of it",
        series="Series of it",
        organiser="Organiser of it",
    ),
    "docs/events/off.md": event(status="cancelled", online="https://join.example/"),
    "docs/vacancies/full.md": vacancy(
        **(DATED | {"image": UP}),
        closes="2031-03-30",
        employer="Employer of it",
        place="Place of it",
        salary="Salary of it",
        hours="Hours of it",
        link="https://jobs.example/",
    ),
    "docs/areas/full.md": area(
        name="Name of it",
        nation="Wales",
        council="Council of it",
        link="https://council.example/coordinators",
        joined="1987-03",
        status="Status of it",
        position="51.62, -3.94",
        places=["Place of it"],
        neighbourhoods=["Neighbourhood of it"],
        contact={
            "name": "Name of the team",
            "email": "team@council.example",
            "phone": "01792 000000",
            "link": "https://council.example/form",
        },
        coordinators=[{"name": "Name of one", "neighbourhood": "Neighbourhood of one"}],
        image=UP,
    ),
    "docs/map.geojson": json.dumps(SQUARE),
    "docs/principles/full.md": page(title="Title of it", order="77", image=UP),
    "docs/full.md": page(title="Title of it", image=IMAGE),
    "docs/full.easy.md": easy(title="Easy title of it", image=IMAGE),
    "docs/lead.png": picture(),
    "docs/accessibility.md": page(title="Statement of it", prepared="1987-03-04", reviewed="2026-05-05", image=IMAGE),
    RECORD: record(),
}
LEAD = {"image": "lead.png"}
ITEM = {"title": "Title of it", "date": "4 March 1987", "areas": "Elmham", "principles": "Contribution"}
CREATOR = {
    "given": "Ada Given",
    "family": "van Family",
    "suffix": "Jr.",
    "organisation": "Organisation of editors",
}
SHOWN: Mapping[type[BaseModel], tuple[tuple[str, ...], Mapping[str, str]]] = {
    Allowed: ((), {}),
    OldFile: ((), {}),
    Stub: (("stories/gone.md",), {}),
    Story: (
        ("stories/one.md", "stories/several.md"),
        ITEM
        | LEAD
        | {
            "summary": "Summary of it, for all who want to know more of it.",
            "undated": "On this site since 1988",
            "kind": "Poem",
            "author": "By Ada Name, Role of Ada, Organisation of Ada",
            "authors": "By Bo One and Cy Two (Role of Cy)",
            "consent": "Published before in: Source of it.",
        },
    ),
    Consent: (("stories/one.md",), {"source": "Source of it"}),
    Person: (
        ("stories/one.md",),
        {"name": "Ada Name", "role": "Role of Ada", "organisation": "Organisation of Ada"},
    ),
    Image: (
        ("stories/one.md",),
        {"src": "lead.png", "alt": "Alternative text", "caption": "A caption", "credit": "By a credit"},
    ),
    Newsletter: (
        ("newsletters/1987-03.md",),
        ITEM
        | LEAD
        | {
            "subject": "Subject of it",
            "sent": "Sent to subscribers on 9 January 2024",
            "senders": "Ada Name (Role of Ada)",
        },
    ),
    Publication: (
        ("publications/full.md", "publications/soon.md", "publications/elsewhere.md"),
        ITEM
        | LEAD
        | {
            "summary": "Summary of it, for all who want to know more of it.",
            "subtitle": "Subtitle of it",
            "undated": "On this site since 1988",
            "kind": "Conference",
            "expected": "May 2031",
            "authors": "Ada Given van Family Jr.",
            "editors": "Organisation of editors",
            "contributors": "Contributor One",
            "publisher": "Publisher of it",
            "pages": "4,321 pages",
            "isbn": "978-1-907790-71-3",
            "doi": "10.1234/elm",
            "file": "https://elm.example/publications/report.pdf",
            "link": "https://reports.example/elsewhere",
            "cover": "cover.png",
            "findings": "Key findings The first findingThe second finding",
        },
    ),
    Creator: (("publications/full.md",), CREATOR),
    PlainName: (("publications/full.md",), CREATOR | {"text": "Contributor One"}),
    Area: (
        ("docs/areas/full.md",),
        LEAD
        | {
            "name": "Name of it",
            "nation": "Wales",
            "council": "Council of it",
            "link": "What the council says",
            "joined": "March 1987",
            "status": "Status of it",
            "position": "Where Name of it is",
            "places": "Place of it",
            "neighbourhoods": "Neighbourhood of it",
            "contact": "Contact",
            "coordinators": "People",
        },
    ),
    Event: (
        ("docs/events/full.md", "docs/events/off.md"),
        {field: ITEM[field] for field in ("title", "areas", "principles")}
        | LEAD
        | {
            "starts": "Saturday 29 March 2031, 9:30am to midnight",
            "place": "Place of it",
            "online": "Online way of it",
            "booking": "https://booking.example/",
            "cost": "Cost of it",
            "audience": "Audience of it",
            "series": "Series of it",
            "organiser": "Organiser of it",
            "status": "This event is cancelled.",
        },
    ),
    Vacancy: (
        ("docs/vacancies/full.md",),
        {field: ITEM[field] for field in ("title", "areas", "principles")}
        | LEAD
        | {
            "closes": "At the end of Sunday 30 March 2031",
            "employer": "Employer of it",
            "place": "Place of it",
            "salary": "Salary of it",
            "hours": "Hours of it",
            "link": "https://jobs.example/",
        },
    ),
    Contact: (
        ("docs/areas/full.md",),
        {
            "name": "Name of the team",
            "email": "team@council.example",
            "phone": "01792 000000",
            "link": "More ways to get in touch",
        },
    ),
    AreaWorker: (("docs/areas/full.md",), {"name": "Name of one", "neighbourhood": "Neighbourhood of one"}),
    Principle: (("docs/principles/full.md",), LEAD | {"title": "Title of it", "order": "77"}),
    Page: (("docs/full.md",), LEAD | {"title": "Title of it"}),
    EasyRead: (("docs/full.easy.md",), LEAD | {"title": "Easy title of it"}),
    Statement: (
        ("docs/accessibility.md",),
        LEAD | {"title": "Statement of it", "prepared": "4 March 1987", "reviewed": "5 May 2026"},
    ),
    AccessibilityTest: (
        ("docs/accessibility.md",),
        {
            "tested": "22 November 2026",
            "tool": "axe-core",
            "version": "4.11.0",
            "browser": "Chromium 140",
            "pages": "Pages tested2",
            "palettes": "light, dark",
            "widths": "320 and 1280 pixels",
        },
    ),
}
"""For each model, the files whose pages are looked at, and what they show of each field."""
_ANNOUNCED = {
    "date": "is the day on which it was announced, for feeds and lists of news",
    "undated": "is about that day",
}
ELSEWHERE: Mapping[type[BaseModel], Mapping[str, str]] = {
    Event: _ANNOUNCED | {"ends": "is in the same words as `starts`"},
    Vacancy: _ANNOUNCED,
    Newsletter: {"undated": "says little: the month of an edition is in its file's name"},
}
"""Fields that one kind of page alone does not show, with why."""


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A build of files with every field."""
    return open_newsroom(tmp_path_factory.mktemp("fields"), FILES)


@pytest.mark.parametrize("model", SHOWN)
def test_every_field_is_shown_or_named_with_a_reason(build: Build, model: type[BaseModel]) -> None:
    paths, shown = SHOWN[model]
    text = " ".join(own_text(build, path) for path in paths)
    assert {field: expected for field, expected in shown.items() if expected not in text} == {}
    assert set(model.model_fields) - set(shown) - set(ELSEWHERE.get(model, {})) - set(WHY_NOT) == set()


def test_all_models_are_checked() -> None:
    assert set(SHOWN) == {AccessibilityTest, *_leaves(FrontMatterModel)} | {Creator, Page}


def test_email_shows_fields_for_email(tmp_path: Path) -> None:
    files = {path: FILES[path] for path in ("newsletters/1987-03.md", "newsletters/lead.png")}
    html = published(tmp_path, {**small_newsroom(), **files})["newsletters/1987-03/email/generic.html"].decode()
    shown = ("Title of it", "4 March 1987", "Ada Name (Role of Ada)", "Subject of it", "Preheader of it")
    assert [text for text in shown if text not in html] == []


def own_text(build: Build, path: str) -> str:
    """What a page shows of its own, with the addresses and the words of its pictures."""
    page = body(build, path)
    for name in _AROUND:
        for part in page.find_class(name):
            part.drop_tree()
    pictures = (f"{image.get('src')} {image.get('alt')}" for image in page.iter("img"))
    drawings = (drawing.get("aria-label") or "" for drawing in page.iter("svg"))
    return " ".join((words(page), *pictures, *drawings))


def _leaves(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The models that are not the base of others."""
    below = [other for other in model.__subclasses__() if other.__module__.startswith("newsroom.")]
    yield from (leaf for other in below for leaf in _leaves(other)) if below else (model,)


def test_facts_that_are_not_known_are_not_shown(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, small_newsroom() | {"docs/events/fair.md": event(cost="Free")})
    shown = words(body(build, "docs/events/fair.md"))
    assert "CostFree" in shown
    assert not any(text in shown for text in ("Who it is for", "Organised by", "None"))
