"""A small newsroom with everything in it that editors may write, for tests that every page must pass."""

import io
import json
import wave
from collections.abc import Mapping

from tests.support import small_newsroom
from tests.support.images import picture
from tests.support.items import CONSENT, SQUARE, area, event, newsletter, page, publication, story, vacancy
from tests.support.pdfs import pdf

LONG_PLACE = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
_STORY = """\
Neighbours came.[^1] They *dug* **hard**, and the LAC helped.[^2]

*[LAC]: Local Area Coordinator

## A list in a list

- one
    - two
        1. three, with a [link](../docs/about.md) among words
    - [four](../docs/about.md)
- ![A spade](wide.jpg)

1. first

    a paragraph

2. second

> A garden is a promise that somebody will come back.
>
> — Ann

## Search

See [below](#share).

### Share

#### Content

## Pictures

![A garden](wide.jpg "A caption from the title")

[![A gate that leads on](tall.jpg)](https://example.org/)

Text with a ![tiny](tiny.png) picture in it, and ![decorative](wide.jpg) another.

<figure>

![In a figure](wide.jpg)

<figcaption>A wide thing. <small>Credit: a neighbour</small></figcaption>
</figure>

## Tables

| Name | What it is about | How many people there were | Cost | Beginning | End | Place | More |
|---|---|---:|---|---|---|---|---|
| Derby | Something rather long to say about it | 12,345 | £1,000,000 | May | June | LONG_PLACE | yes |
| Luton | x | 3 | £2 | a | b | c | d |

| Word | What it means |
|---|---|
| LONG_PLACE | A village with a railway station, of which people who come through on the train take pictures. |

<table>
<caption>Who came, by <em>street</em></caption>
<thead><tr><th scope="col">Street</th><th scope="col">Spring</th><th scope="col">Autumn</th></tr></thead>
<tbody><tr><th scope="row">Elm Street</th><td>7</td><td>9</td></tr></tbody>
</table>

## Code and notes

```
a line of code that is rather longer than the measure is so that it scrolls sideways or wraps somewhere
```

<pre>
a line that somebody set apart with its spaces, and that is rather longer than the screen of a telephone is wide
</pre>

Inline `code` is here.

!!! note "Please note"
    A note, with a [link](https://example.org/with/a/very/long/address/that/could/overflow/the/page/index.html).

!!! warning
    Take care.

Coordinator
:   Someone who walks alongside.

### A third level: LONG_PLACE

See https://example.org/with/a/very/long/address/that/is/no/link/and/could/overflow/the/page/index.html.

#### A fourth

Words.

---

More words after a rule.

[^1]: A footnote, with a [link](https://example.org/).
[^2]: Another one.
""".replace("LONG_PLACE", LONG_PLACE)
_SECTION = """\
## Section {number}: what happened in {number} streets

Words of section {number}, with [a story](../stories/everything.md).

![Picture {number}](../stories/wide.jpg)
"""
_BOTH = {"areas": ["elmham", "long"], "principles": ["contribution", "perthyn"]}
_LEAD = {"alt": "A garden", "caption": "The garden in May", "credit": "Photograph: A. Neighbour"}

EVERYTHING: Mapping[str, str] = {
    "home": "",
    "Welsh home": "cy/",
    "story": "stories/everything/",
    "Welsh story": "cy/stories/stori/",
    "edition": "newsletters/2026-09/",
    "publication": "publications/with-pdf/",
    "forthcoming": "publications/coming/",
    "Welsh area": "cy/areas/long/",
    "stories": "stories/",
    "event": "events/everything/",
    "events": "events/",
    "vacancy": "vacancies/everything/",
    "vacancies": "vacancies/",
}
"""The pages with the most content, by kind."""


def everything() -> dict[str, str | bytes]:
    """The files of a newsroom with everything in it, by path."""
    return {**small_newsroom(), **_pages(), **_areas(), **_agenda(), **_stories(), **_newsletters(), **_publications()}


def _pages() -> dict[str, str | bytes]:
    """Pages and principles."""
    return {
        "docs/index.cy.md": page(title="Rhwydwaith Stryd y Llwyfen", summary="Cymdogion a’u cymdeithion."),
        "docs/principles/index.md": page(title="The principles", summary="All of them."),
        "docs/principles/perthyn.cy.md": page(title="Perthyn", order=2, summary="Mae pawb yn perthyn."),
        "docs/subscribe.md": page(title="Subscribe", summary="Every feed."),
        "docs/subscribe.cy.md": page(title="Tanysgrifio", summary="Pob porthiant."),
        "docs/contact.md": page(title="Contact", summary="How to reach us."),
        "docs/contribute.md": page(title="Contribute", summary="How to add a story to this site, step by step."),
    }


def _areas() -> dict[str, str | bytes]:
    """Areas, and the map with them."""
    return {
        "docs/areas/long.md": area(
            name=LONG_PLACE,
            nation="Wales",
            joined="2020-05",
            council="Cyngor Sir",
            link="https://council.example/coordinators",
            status="Has been through the development programme",
            position="53.2, -4.2",
            places=[LONG_PLACE, "Menai"],
            neighbourhoods=["Y Fali"],
            contact={"name": "The team", "email": "team@council.example", "link": "https://council.example/write"},
            coordinators=[{"name": "Mair", "neighbourhood": "Y Fali"}, {"name": "Jo"}],
            summary="The long one.",
        ),
        "docs/areas/near.md": area(name="Near it", nation="Wales", position="53.2, -4.21", summary="The near one."),
        "docs/areas/far.md": area(name="Far from it", position="51, 1", summary="The far one."),
        "docs/map.geojson": json.dumps(SQUARE),
        "docs/areas/long.cy.md": area(name="Llanfair PG", nation="Wales", summary="Lle mae hi."),
    }


def _agenda() -> dict[str, str | bytes]:
    """Events and vacancies, of which one is over."""
    return {
        "docs/events/everything.md": event(
            title=f"A gathering of everyone in {LONG_PLACE}",
            summary="Everybody comes, and stays for a month.",
            starts="2026-12-10",
            ends="2027-01-11",
            place=f"Elm House, 1 Elm Street, {LONG_PLACE}",
            online="https://meet.example/with/a/very/long/address/that/could/overflow/the/page/index.html",
            booking="https://book.example/",
            cost="Free",
            audience="Neighbours, and people who walk alongside them",
            series="Gatherings",
            organiser="Elm Council",
            image={"src": "../../stories/wide.jpg", **_LEAD},
            **_BOTH,
        ),
        "docs/events/bare.md": event(
            title="A walk",
            summary="It is off.",
            status="cancelled",
            online="Zoom; the link comes when you book",
            **_BOTH,
        ),
        "docs/events/over.md": event(
            title="A fair", summary="It was good.", starts="2026-05-04 10:00", date="2026-04-01"
        ),
        "docs/vacancies/everything.md": vacancy(
            title=f"Local Area Coordinator for {LONG_PLACE}",
            summary="Walk alongside people in a place with a long name.",
            place=LONG_PLACE,
            salary="£31,067 to £33,945 a year",
            hours="37 hours a week",
            link="https://jobs.example/",
            **_BOTH,
        ),
    }


def _stories() -> dict[str, str | bytes]:
    """Stories with their pictures and recordings."""
    return {
        "stories/everything.md": story(
            _STORY,
            title=f"How neighbours of an unreasonably-long-compound-wordy-street-name in {LONG_PLACE} made a garden",
            date="2026-05-04",
            summary="Neighbours made a garden, and it took a year.",
            kind="story",
            author={"name": "Ann Other", "role": "Coordinator", "organisation": "Elm Council"},
            consent={**CONSENT, "source": "First told in “Elm News”"},
            image={"src": "tall.jpg", **_LEAD},
            **_BOTH,
        ),
        "stories/bare.md": story(
            title="A story without a picture", date="2026-04-01", undated=True, summary="Words alone.", **_BOTH
        ),
        "stories/film.md": story(
            "![Jo talks](talk.mp3)\n\n![The garden in May](film.mp4)",
            title="A story with recordings",
            redirect_from=["/old/film/"],
        ),
        "stories/talk.mp3": _second_of_silence(),
        "stories/film.mp4": b"x",
        "stories/film.vtt": b"WEBVTT\n\n00:00.000 --> 00:01.000\nWords.\n",
        "stories/gone.md": "---\nwithdrawn: 2026-11-01\n---\n",
        "stories/stori.cy.md": story(
            "Mae pawb yn rhoi.\n\n| Un | Dau | Tri | Pedwar |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |",
            title=f"Stori o {LONG_PLACE}",
            date="2026-06-01",
            summary="Stori am ardd.",
            **_BOTH,
        ),
        "stories/wide.jpg": picture(1600, 200, "JPEG"),
        "stories/tall.jpg": picture(600, 1200, "JPEG"),
        "stories/tiny.png": picture(20, 20),
    }


def _newsletters() -> dict[str, str | bytes]:
    """An edition with many sections."""
    return {
        "newsletters/2026-09.md": newsletter(
            "Hello.\n\n" + "\n".join(_SECTION.format(number=number) for number in range(1, 13)),
            title="Newsletter, September 2026",
            summary="Twelve sections.",
            **{"from": [{"name": "Ada Elm", "role": "Editor"}, {"name": "Siân Ŵyn"}]},
            **_BOTH,
        ),
    }


def _publications() -> dict[str, str | bytes]:
    """Publications, one of them forthcoming."""
    return {
        "publications/with-pdf.md": publication(
            title="A report with a PDF",
            date="2026-02-03",
            summary="A report to download.",
            subtitle="And what it says",
            authors=[
                {"given": "Ann B.", "family": "Other"},
                {"given": "Dafydd", "family": "ap Gwilym"},
                {"organisation": "Community Catalysts CIC"},
            ],
            editors=[{"given": "Eluned", "family": "Elm"}],
            contributors=["C & D"],
            pages=12,
            isbn="978-0-306-40615-7",
            publisher="Community Catalysts CIC",
            doi="10.1000/xyz123",
            file="report.pdf",
            link=None,
            cover={"src": "../stories/tall.jpg", "alt": "The cover"},
            **_BOTH,
        ),
        "publications/coming.md": publication(
            title="An evaluation to come",
            added="2026-01-01",
            summary="It is not out.",
            kind="evaluation",
            expected="2027",
            link=None,
        ),
        "publications/report.pdf": pdf(12),
    }


def _second_of_silence() -> bytes:
    data = io.BytesIO()
    with wave.open(data, "wb") as file:
        file.setparams((1, 1, 8000, 8000, "NONE", ""))
        file.writeframes(bytes(8000))
    return data.getvalue()
