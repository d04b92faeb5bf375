"""Invented stories of about 800 words, the same at every run: as plain data, and as files for either site.

They are generated one by one, so that not all of them are in memory at once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import yaml

FIRST_DAY = date(2012, 1, 1)
LAST_DAY = date(2025, 12, 31)
_SEED = "lacn"
_SECTIONS = 4
_EDITION_SECTIONS, _LINKS_PER_SECTION = 6, 10
_THINGS = (
    "The repair shop", "The kitchen table", "A shared garden", "The walking group", "A borrowed ladder",
    "The choir", "A bench with a view", "The sewing circle", "Five neighbours", "The Tuesday lunch",
    "A lost key", "The allotment",
)  # fmt: skip
_PLACES = (
    "on Elm Street", "by the canal", "behind the library", "at the old station", "above the bakery",
    "near the park gates", "across the bridge", "at the corner shop", "under the railway arch",
)  # fmt: skip
_HEADINGS = (
    "How it began", "What people brought", "The first winter", "Who came along", "A door that opened",
    "What changed", "Looking back", "Small things", "What comes next", "Asking a different question",
)  # fmt: skip
_PEOPLE = (
    "A neighbour", "The coordinator", "Somebody from the next street", "An old friend", "A cousin",
    "A young mother", "The retired bus driver", "One of the volunteers", "The woman who keeps bees",
    "The man from the market",
)  # fmt: skip
_ACTIONS = (
    "brought a pot of soup", "asked what a good day would look like", "fixed the gate before the rain came",
    "knew somebody with a van", "stayed for an hour and listened", "put a note through every door",
    "offered the attic above the shop", "wrote down three names and a number", "learned the songs by heart",
    "took the bus into town every Thursday", "found the forms and filled them in at the table",
)  # fmt: skip
_CIRCUMSTANCES = (
    "before anybody had thought to ask", "and no one had planned it", "because it was on the way home",
    "while the kettle boiled", "on the first dry evening of the year", "although it took most of the spring",
    "as people in this street have always done", "so that the next person would find it easier",
)  # fmt: skip
_ENDINGS = (
    "That was enough to begin with.", "It cost nothing, and it changed the week.",
    "No service had been needed.", "Word went round, as it does.",
    "Two more people came the week after.", "The rest followed from there.",
)  # fmt: skip
_EMPHASES = ("It had been there all along.", "No one was waiting any longer.", "People know their own street.")


@dataclass(frozen=True)
class Topics:
    """The slugs of the areas and principles that stories can be about."""

    areas: tuple[str, ...]
    principles: tuple[str, ...]


@dataclass(frozen=True)
class Story:
    """One story as plain data. ``blocks`` is its Markdown; the last block is free of markup."""

    slug: str
    title: str
    summary: str
    day: date
    areas: tuple[str, ...]
    principles: tuple[str, ...]
    blocks: tuple[str, ...]

    @property
    def closing(self) -> str:
        """The last paragraph: a page that contains it contains the whole story."""
        return self.blocks[-1]


def stories(count: int, topics: Topics) -> Iterator[Story]:
    """Generate ``count`` stories. Their links lead to other stories among them, by file name."""
    for number in range(count):
        random = Random(f"{_SEED} {number} {count}")
        title = _title(number)
        yield Story(
            slug=_slug(title),
            title=title,
            summary=f"{_sentence(random)} {random.choice(_ENDINGS)}",
            day=FIRST_DAY + timedelta(days=random.randrange((LAST_DAY - FIRST_DAY).days + 1)),
            areas=tuple(random.sample(topics.areas, random.randint(1, 2))),
            principles=tuple(random.sample(topics.principles, random.randint(1, 3))),
            blocks=(*_blocks(random, count), f"{_paragraph(random, 2)} This is story number {number}."),
        )


def editions(count: int, topics: Topics) -> Iterator[Story]:
    """Generate ``count`` weekly editions of the newsletter, of 60 links to other sites each."""
    for number, story in enumerate(stories(count, topics)):
        day = FIRST_DAY + timedelta(weeks=number)
        yield replace(
            story, slug=f"{day}", title=f"Newsletter {number}", day=day, blocks=(*_link_blocks(number), story.closing)
        )


def write_ours(folder: Path, story: Story) -> None:
    """Write a story as a file of this repository: ``stories/<slug>.md`` below ``folder``."""
    front = {
        "title": story.title,
        "date": story.day,
        "summary": story.summary,
        "kind": "reflection",
        "areas": list(story.areas),
        "principles": list(story.principles),
    }
    _write(folder / "stories" / f"{story.slug}.md", front, story.blocks)


def write_edition(folder: Path, edition: Story) -> None:
    """Write an edition as a file of this repository: ``newsletters/<slug>.md`` below ``folder``."""
    front: dict[str, object] = {
        "title": edition.title,
        "subject": f"{edition.title}: what neighbours did",
        "preheader": "What neighbours did this week, and where to read about it",
        "summary": edition.summary,
        "from": [{"name": "Ada Elm", "role": "Editor"}],
    }
    _write(folder / "newsletters" / f"{edition.slug}.md", front, edition.blocks)


def write_post(folder: Path, story: Story) -> None:
    """Write a story as a post of Material's blog plugin: ``<slug>.md`` in ``folder``."""
    front = {
        "date": story.day,
        "title": story.title,
        "description": story.summary,
        "categories": list(story.areas),
        "tags": list(story.principles),
    }
    opening, *rest = story.blocks
    _write(folder / f"{story.slug}.md", front, (opening, "<!-- more -->", *rest))


def write_article(folder: Path, story: Story) -> None:
    """Write a story as an article of Pelican: ``<slug>.md`` in ``folder``."""
    front = {
        "title": story.title,
        "date": f"{story.day:%Y-%m-%d}",
        "slug": story.slug,
        "category": story.areas[0],
        "tags": ", ".join(story.principles),
        "summary": story.summary,
    }
    head = "\n".join(f"{key.title()}: {value}" for key, value in front.items())
    text = "\n\n".join(re.sub(r"\]\(([\w-]+\.md)\)", r"]({filename}\1)", block) for block in story.blocks)
    (folder / f"{story.slug}.md").write_text(f"{head}\n\n{text}\n", encoding="utf-8")


def _write(path: Path, front: dict[str, object], blocks: tuple[str, ...]) -> None:
    head = yaml.safe_dump(front, sort_keys=False, allow_unicode=True)
    path.write_text(f"---\n{head}---\n\n" + "\n\n".join(blocks) + "\n", encoding="utf-8")


def _title(number: int) -> str:
    rest, thing = divmod(number, len(_THINGS))
    return f"{_THINGS[thing]} {_PLACES[rest % len(_PLACES)]} {number}"


def _slug(title: str) -> str:
    return title.lower().replace(" ", "-")


def _blocks(random: Random, count: int) -> Iterator[str]:
    """An opening paragraph, then sections: with a list, a quotation, a lesser heading and links."""
    yield _paragraph(random, 3)
    for number, heading in enumerate(random.sample(_HEADINGS, _SECTIONS)):
        yield f"## {heading}"
        yield f"{_paragraph(random, 2)} **{random.choice(_EMPHASES)}** {_paragraph(random, 1)}"
        if number == 1:
            yield "\n".join(f"- {_sentence(random)}" for _ in range(4))
        if number == 2:
            yield f"> {_paragraph(random, 2)}"
        if number == 3:
            yield "### In their own words"
        if number < 3:
            other = _title(random.randrange(count))
            yield f"{_paragraph(random, 2)} Read [{other}]({_slug(other)}.md)."
        yield _paragraph(random, 2)


def _link_blocks(number: int) -> Iterator[str]:
    """Sections with a paragraph and ten links each."""
    random = Random(f"{_SEED} edition {number}")
    for section, heading in enumerate(_HEADINGS[:_EDITION_SECTIONS]):
        yield f"## {heading}"
        yield _paragraph(random, 2)
        links = range(_LINKS_PER_SECTION)
        yield "\n".join(f"- [{_sentence(random)}](https://news.example/{number}/{section}/{link})" for link in links)


def _paragraph(random: Random, sentences: int) -> str:
    return " ".join([*(_sentence(random) for _ in range(sentences)), random.choice(_ENDINGS)])


def _sentence(random: Random) -> str:
    return f"{random.choice(_PEOPLE)} {random.choice(_ACTIONS)}, {random.choice(_CIRCUMSTANCES)}."
