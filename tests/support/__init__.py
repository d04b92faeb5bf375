"""What tests share: a small, valid newsroom to start from, and ways to read it."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from newsroom.build import Build
from newsroom.colours import COLOURS_FILE
from newsroom.content.library import Library
from newsroom.open_build import open_build
from newsroom.problems import ContentError, Problem
from newsroom.publish.build_options import BuildOptions
from newsroom.publish.site_folder.publish_anyway import PublishAnyway
from newsroom.read import load_content
from newsroom.value_cache import ValueCache
from tests.support.theme import THEME

ROOT = Path(__file__).resolve().parents[2]
NEWSROOM = ROOT / "tests/newsroom"
"""The frozen newsroom: whole content that tests judge in place of the repository's own."""
TODAY = date(2026, 11, 22)
SETTINGS: Mapping[str, object] = {
    "site_name": "The Elm Street Network",
    "motto": "Neighbours who look out for each other.",
    "masthead": "News from Elm Street",
    "site_url": "https://elm.example/",
    "tag_authority": "elm.example,2026",
    "contact": "hello@elm.example",
    "sender": "The Elm Street Network, 1 Elm Street",
    "signup_url": "https://elm.example/sign-up/",
    "languages": ["en", "cy"],
    "nations": {"England": {"cy": "Lloegr"}, "Wales": {"cy": "Cymru"}},
    "mail_tools": ["generic", "mailchimp"],
}
SHARED_VALUES = ValueCache(keeps_latest=True)
"""The latest texts, checks and emails of all builds of a process that ask for it, as a preview keeps them.

Not for tests of what is kept, nor for those that change the code of emails: both need builds that share nothing.
"""
COLOURS: Mapping[str, str] = {f"overrides/{COLOURS_FILE}": (THEME / COLOURS_FILE).read_text("utf-8")}
"""What a newsroom with templates of its own needs, too."""
HOME = """\
---
title: The Elm Street Network
summary: Neighbours, and the people who walk alongside them.
---

Welcome.
"""
ABOUT = """\
---
title: About
summary: Who we are, what we do on Elm Street, and how to find us.
---

Some words about it.
"""
AREAS = """\
---
title: Areas
summary: The places in which neighbours walk alongside each other.
---

All areas.
"""
AREA = """\
---
name: Elmham
nation: England
summary: A town with elms, gardens and neighbours who know each other.
---

A town.
"""
PRINCIPLE = """\
---
title: Contribution
order: 1
summary: Everyone has something to give, and somebody who needs it.
---

Everyone gives.
"""
NEWSLETTER = """\
---
title: Newsletter, March 2024
summary: What spring brought to Elm Street, and who had a hand in it.
from:
  - name: Ada Elm
    role: Editor
subject: Spring on Elm Street
preheader: What grew in the garden, and who planted it.
areas: [elmham]
---

## Hello

Good morning, see [the garden](../stories/the-garden.md).

## Events

A list of events.
"""
PUBLICATION = """\
---
title: Growing
date: 2023
summary: A report on gardens, and on what they do for the people in them.
kind: report
authors: [{given: Ada, family: Elm}]
link: https://reports.example/growing
---

What the report says.
"""
STORY = """\
---
title: The garden
date: 2024-02-03
summary: How a garden came to be on Elm Street, and who made it.
kind: reflection
areas: [elmham]
principles: [contribution]
---

A garden grew. Read [about us](../docs/about.md).
"""


def small_newsroom() -> dict[str, str]:
    """The files of a valid newsroom, by path: one of each kind. Tests change a copy."""
    return {
        "docs/index.md": HOME,
        "docs/about.md": ABOUT,
        "docs/areas/index.md": AREAS,
        "docs/areas/elmham.md": AREA,
        "docs/principles/contribution.md": PRINCIPLE,
        "newsletters/2024-03.md": NEWSLETTER,
        "publications/growing.md": PUBLICATION,
        "stories/the-garden.md": STORY,
    }


def write_files(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files below a folder, making folders as needed."""
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)


def open_newsroom(
    root: Path,
    files: Mapping[str, str | bytes],
    *,
    today: date = TODAY,
    preview: bool = False,
    settings: Mapping[str, object] = SETTINGS,
    values: ValueCache | None = None,
) -> Build:
    """Write the files and open a build of them. Raises ContentError as a build would that takes down nothing."""
    write_files(root, files)
    never = PublishAnyway.NEVER
    return open_build(
        root, settings, BuildOptions(today=today, preview=preview, publish_anyway=never, value_cache=values)
    )


def problems_in(
    root: Path,
    files: Mapping[str, str | bytes],
    *,
    today: date = TODAY,
    settings: Mapping[str, object] = SETTINGS,
) -> list[Problem]:
    """Every problem that a build of the files would report, warnings included."""
    try:
        return list(open_newsroom(root, files, today=today, settings=settings, values=SHARED_VALUES).problems)
    except ContentError as error:
        return list(error.problems)


@cache
def frozen_library() -> Library:
    """The content of the frozen newsroom on the day of the tests."""
    return Library(load_content(NEWSROOM, ("en", "cy")).documents, today=TODAY)
