"""A newsroom in which each field has a rare value somewhere, and each list has one item more than it shows."""

import json
from collections.abc import Mapping

from tests.support import SETTINGS, small_newsroom
from tests.support.images import picture
from tests.support.items import (
    CONSENT,
    SQUARE,
    area,
    consent,
    easy,
    event,
    newsletter,
    page,
    publication,
    stories,
    story,
    vacancy,
)
from tests.support.pdfs import pdf_of

_TITLE = "50% & more: what {Elm} #1 costs – “£3_000”"
_PEOPLE: list[dict[str, str]] = [
    {"given": "Ada B.", "family": "Elm & Sons", "suffix": "Jr"},
    {"organisation": "Ash {and} Oak_Trust"},
]
_NAMES: list[dict[str, str]] = [
    {"given": "Roland", "family": "Anders"},
    {"given": "Jean-Paul M.", "family": "Elm AND Oak"},
    {"given": "Bea, Ann", "family": "d’Ash", "suffix": "III"},
    {"given": "Ŵyn 2", "family": "Rolland"},
]
_IMAGE = {"src": "a b.png", "alt": "An elm", "caption": "Elm & ash", "credit": "Ada"}
_SECTIONS = "".join(f"\n\n## Part {number} & more\n\nWords of {number}." for number in range(1, 10))
_TEXT = """\
A [link](../docs/about.md), <https://other.example/?a=1&b=2> and [a file](../publications/costs.pdf).

> Quoted.

![A plan, 1](a%20b.png)

[The garden](the-garden.md)

## In *spring*

| A | B |
|---|---|
| 1 | 2 |

## In autumn {#late}

[Watch it](https://www.youtube.com/watch?v=aaaaaaaaaaa)

Words[^1].

[^1]: A note.
"""
_MEDIA = """\
[Costs](../publications/costs.md)

[Soon](../publications/soon.md)

[Evening](events/evening.md)

[Welsh](../stories/old.cy.md)

[Drawn](../stories/drawn.md)

[Below](../stories/a-b.md#late)

![The interview](talk.mp3)

![A film](film.mp4)

<p>Words <audio src="talk.mp3" title="Talk" autoplay></audio> after
<video poster="home.png"><source src="film.mp4#t=3"></video></p>

<iframe src="https://www.youtube.com/embed/aaaaaaaaaaa?start=3" title="On YouTube"></iframe>

<iframe src="https://maps.example/a"></iframe>

<img src="https://other.example/a.png" alt="Elsewhere"> [![In a link](https://other.example/b.png)](about.md)

<video src="https://other.example/c.mp4" title="Away"></video> <audio src="https://other.example/c.mp3"></audio>

- **130+** neighbours
- **1 in 4** gardens
- **£1.2 million** saved

- **2024** begins
- **2025** ends

!!! note "A box"
    With *words*.

- [x] Done
- [ ] Not done

Term
:   What it means.

[A button](about.md){ .button } <span lang="cy">Cymraeg</span> <span lang="ar">سلام</span>

![Wide](home.png "A caption"){ .wide }

## The same

### Below

## The same
"""
RICH_SETTINGS: Mapping[str, object] = {
    **SETTINGS,
    "editor": True,
    "repository_url": "https://github.com/elm/site",
    "websub_hub": "https://hub.example/a?b=1",
    "social": [{"name": "Mastodon", "address": "https://social.example/@elm"}],
    "site_names": {"cy": "Rhwydwaith Stryd y Llwyfen"},
    "texts": {"feed.hint": "Feeds - all -- of them -", "areas.title": {"en": "Places", "cy": "Ardaloedd & lleoedd"}},
    "signup_form": {
        "action": "https://tool.example/join?a=1&b=2",
        "email_field": "EMAIL",
        "hidden": {"list": 7},
        "honeypot": "trap",
    },
    "menu": ["stories/", {"about/": {"en": "Who we are", "cy": "Pwy ydym ni"}}, "areas/elmham/"],
    "places": {"Elm & Ash": {"cy": "Llwyfen"}},
}
RICH: Mapping[str, str | bytes] = {
    **small_newsroom(),
    **stories(28, areas=["elmham"]),
    "docs/index.md": page("Welcome.", title="The Elm Street Network", image={**_IMAGE, "src": "home.png"}),
    "docs/home.png": picture(1300, 700),
    "docs/index.cy.md": page("Croeso.", title="Rhwydwaith"),
    "docs/about.cy.md": page("Ni.", title="Amdanom ni"),
    "docs/about.easy.md": easy(),
    "docs/contact.md": page(title="Contact us"),
    "docs/contribute.md": page(title="Contribute", search="low"),
    "docs/contribute/newsletters.md": page(title="An edition", adds="newsletter"),
    "docs/contribute/stories.md": page(title="A new story", adds="story"),
    "docs/privacy.md": page(title="Privacy", updated="2026-01-02"),
    "docs/accessibility.md": page(title="Accessibility", prepared="2026-01-02", reviewed="2026-02-03"),
    "docs/media.md": page(_MEDIA, title="Media"),
    "docs/talk.mp3": b"x",
    "docs/film.mp4": b"x",
    "docs/film.vtt": "WEBVTT\n\n00:00.000 --> 00:01.000\nWords.\n",
    "docs/map.geojson": json.dumps(SQUARE),
    "docs/synonyms.yml": "lonely: alone, isolated\n",
    "docs/areas/elmham.md": area(
        position="52.74, 0.94", places=["Elm & Ash", "Oak"], redirect_from=["/old elm/"], council="Elm Council",
        link="https://council.example/elm", joined="2020-05", neighbourhoods=["East", "West & South"],
        contact={"name": "Bea", "email": "bea@elm.example", "phone": "+44 (0)1632 960 001", "link": "https://b.example/"},
        coordinators=[{"name": "Cal", "neighbourhood": "East"}, {"name": "Dot"}],
    ),
    "docs/areas/elmham.cy.md": area(name="Llwyfen", position="52.74, 0.94", places=["Elm & Ash"]),
    "docs/areas/oakton.md": area(
        name="Oakton", nation="Wales", council="Oakton", status="Joins in spring", position="52.74, 1.04"
    ),
    "docs/areas/ashby.md": area(name="Ashby", position="52.75, 0.84", places=["Elm & Ash"]),
    "docs/principles/kinship.md": page(title="Kinship", order=2),
    "docs/events/day.md": event(
        title=_TITLE, starts="2026-12-10", ends="2026-12-12", updated="2026-11-05", cost="£3; 2 for 1",
        audience="All, ", principles=["kinship"],
    ),
    "docs/events/evening.md": event(
        title="An evening, with\\tea", starts="2026-12-10 18:00", ends="2026-12-10 20:30", areas=["elmham"],
        online="https://meet.example/a?b=1&c=2", booking="https://book.example/?a=1&b=2", organiser="Ash; Oak",
        status="postponed", series="Evenings",
    ),
    "docs/events/late.md": event(title="Late", online="Zoom, on the day", status="cancelled", areas=["elmham"]),
    "docs/events/last.md": event(title="Last", date="2023-01-02", starts="2027-01-02 09:00", series="Evenings"),
    "docs/events/quiet.md": event(
        title="Quiet event", starts="2026-12-24", areas=["elmham"], consent=consent(5) | {"scope": ["web"]}
    ),
    "docs/events/past.md": event(title="Past", date="2026-10-01", starts="2026-10-10 10:00", areas=["elmham"]),
    "docs/events/old.md": event(title="Old", date="2025-10-01", starts="2025-10-10", ends="2025-10-11"),
    "docs/vacancies/work.md": vacancy(updated="2026-11-06", areas=["elmham"]),
    "docs/vacancies/closed.md": vacancy(title="Cook", closes="2026-11-10"),
    "publications/costs.md": publication(
        title=_TITLE, subtitle="A 1st_look", date="2023-05", authors=_PEOPLE, editors=[_PEOPLE[1]], pages=12,
        publisher="Ash & Oak_Press", isbn="978-1-907790-71-3", doi="10.1000/a_b&c", link=None, file="costs.pdf",
        redirect_from=["/old/costs.pdf", "/?p=12", "/old/ŵ y/"], cover={"src": "cover.png", "alt": "The cover"},
        findings=["It costs £3 & more.", "Ash grows."], areas=["elmham"], principles=["kinship", "contribution"],
    ),
    "publications/costs.pdf": pdf_of("What it costs."),
    "publications/cover.png": picture(300, 424),
    "publications/soon.md": publication(title="Soon", expected="2027", editors=_PEOPLE[:1], kind="study", link=None),
    "publications/talk.md": publication(title="Talk", date="2024-09-01", kind="conference", contributors=_PEOPLE[:1]),
    "publications/proof.md": publication(
        title="Proof", date="2022-11-30", kind="evaluation", authors=_NAMES, file="costs.pdf",
        redirect_from=["/?page_id=3"]
    ),
    "publications/papers.md": publication(
        title="Papers", date="2021", kind="conference", editors=_NAMES[:2], link=None
    ),
    "publications/later.md": publication(title="Later", expected="2027-05", authors=_NAMES[:1], doi="10.1000/later"),
    "publications/speech.md": publication(
        title="Speech", date="2020", kind="conference", link="https://e.example/a|b<c>%20ŵ?d=[e]&f#g",
        authors=["Ada", "Bea Ash"]),
    "stories/a-b.md": story(_TEXT, title=_TITLE, date="2024-02-20", updated="2026-02-03", image=_IMAGE),
    "stories/a b.png": picture(900, 600),
    "stories/drawn.md": story(
        "A\nb\n\nc\n\n![Plan](plan.svg)", title="Drawn", kind="poem", date="2024-02-10", consent=consent(3),
        authors=["Ada", "Bea"],
        image={"src": "plan.svg", "alt": "A plan"},
    ),
    "stories/plan.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20z"/></svg>',
    "stories/old.md": story(redirect_from=["/a/'b & c/", "/ŵ/", "/dir/index.html", "/x/y.html"], undated=True),
    "stories/old.cy.md": story(title="Hen", redirect_from=["/hen/"], date="2024-01-05"),
    "stories/told.md": story(
        title="Told", kind="story", date="2025-06-07", consent=consent(2), author={"name": "Bea Ash", "role": "Baker"},
        featured=True, areas=["elmham"],
    ),
    "stories/quiet.md": story(
        title="Quiet", kind="interview", date="2024-03-01", consent=consent(4) | {"scope": ["web"]}
    ),
    "stories/brief.md": story("In brief.", title="Brief", kind="note", date="2026-11-21"),
    "stories/gone.md": story(kind="story", redirect_from=["/old/gone/"], consent=CONSENT | {"withdrawn": "2026-11-20"}),
    "newsletters/2024-03.md": newsletter(f"Before.{_SECTIONS}", image={"src": "../stories/a b.png", "alt": "An elm"}),
    "newsletters/2024-04.md": newsletter(title="April", subject="April news", sent="2024-04-02", areas=["elmham"]),
    "newsletters/2024-05.cy.md": newsletter(title="Mai", subject="Mai"),
}  # fmt: skip
"""The files, by path."""
