"""The smaller outputs of a newsroom whose fields have rare values, byte for byte (tests/golden/outputs/)."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import partial
from itertools import product
from math import dist
from pathlib import Path

import pytest
from jinja2 import Environment

from newsroom.colours import read_colours
from newsroom.content.types import TYPES
from newsroom.publish.area_map import draw_map
from newsroom.publish.area_map.labels import Box, place_labels
from newsroom.publish.theme.environment import template_environment
from tests.publish.area_map.test_draw import outline, placed
from tests.support import ROOT, SETTINGS, small_newsroom
from tests.support.golden import Golden
from tests.support.images import picture
from tests.support.items import area, event, newsletter, page, publication, story, vacancy
from tests.support.pdfs import pdf_of
from tests.support.rendering import published
from tests.support.theme import THEME

TITLE = "50% & more: what {Elm} #1 costs – “£3_000”"
PEOPLE = [
    {"given": "Ada B.", "family": "Elm & Sons", "suffix": "Jr"},
    {"organisation": "Ash {and} Oak_Trust"},
]
FILES: Mapping[str, str | bytes] = {
    **small_newsroom(),
    "docs/contribute.md": page(title="Contribute"),
    "docs/areas/elmham.md": area(position="52.74, 0.94", places=["Elm & Ash"], redirect_from=["/old elm/"]),
    "docs/events/day.md": event(
        title=TITLE, starts="2026-12-10", ends="2026-12-12", updated="2026-11-05", cost="£3; 2 for 1", audience="All, "
    ),
    "docs/events/evening.md": event(
        title="An evening, with\\tea", starts="2026-12-10 18:00", ends="2026-12-10 20:30", areas=["elmham"],
        online="https://meet.example/a?b=1&c=2", booking="https://book.example/?a=1&b=2", organiser="Ash; Oak",
        status="postponed", series="Evenings",
    ),
    "docs/events/late.md": event(title="Late", online="Zoom, on the day", status="cancelled", areas=["elmham"]),
    "docs/vacancies/work.md": vacancy(updated="2026-11-06"),
    "publications/costs.md": publication(
        title=TITLE, subtitle="A 1st_look", date="2023-05", authors=PEOPLE, editors=[PEOPLE[1]], pages=12,
        publisher="Ash & Oak_Press", isbn="978-1-907790-71-3", doi="10.1000/a_b&c", link=None, file="costs.pdf",
        redirect_from=["/old/costs.pdf", "/?p=12", "/old/ŵ y/"],
    ),
    "publications/soon.md": publication(title="Soon", expected="2027", editors=PEOPLE[:1], kind="study"),
    "stories/a-b.md": story(title=TITLE, updated="2026-02-03", image={"src": "a b.png", "alt": "An elm"}),
    "stories/old.md": story(redirect_from=["/a/'b & c/", "/ŵ/", "/dir/index.html", "/x/y.html"], undated=True),
    "stories/old.cy.md": story(title="Hen", redirect_from=["/hen/"]),
    "newsletters/2024-03.md": newsletter("## A & B\n\nWords.\n\n## C\n\nMore."),
}  # fmt: skip
WANTED: Mapping[str, object] = {
    **SETTINGS,
    "editor": True,
    "repository_url": "https://github.com/elm/site",
    "websub_hub": "https://hub.example/a?b=1",
    "social": [{"name": "Mastodon", "address": "https://social.example/@elm"}],
}
SHOWN: Mapping[str, Callable[[str], bool]] = {
    "feeds.txt": lambda path: path.endswith(".opml") or path in ("stories/feed.xml", "stories/atom.xml"),
    "calendars.txt": lambda path: path.endswith(".ics"),
    "citations.txt": lambda path: path.endswith((".bib", ".ris")),
    "hosting.txt": lambda path: (
        path.startswith(("_", ".", "robots")) or (path.endswith(".html") and not path.startswith(("edit/", "newsl")))
    ),
    "sitemap.txt": lambda path: path == "sitemap.xml",
    "editor.txt": lambda path: path in ("edit/index.html", "edit/config.json", "edit/formats.json"),
}
"""Which paths of outputs each golden file has."""
DRAWINGS = ("email/watch.svg", "assets/favicon.svg", "assets/logo.svg", "parts/feed_logo.svg")
STYLES = (
    *((name, False) for name in ("assets/newsroom.css", "assets/dark.css", "email/style.css", "pdf/print.css")),
    *(("email/dark.css", outlook) for outlook in (False, True)),
)
"""The style sheets with colours, and whether it is the one for Outlook.com."""


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """All that a build of the newsroom writes besides pages."""
    root: Path = tmp_path_factory.mktemp("outputs")
    (root / "editor").symlink_to(ROOT / "editor")
    (root / "overrides").symlink_to(THEME)
    pictures = {"stories/a b.png": picture(40, 30), "publications/costs.pdf": pdf_of("What it costs.")}
    return published(root, {**FILES, **pictures}, settings=WANTED)


@pytest.mark.parametrize("name", SHOWN)
def test_outputs_match_golden_file(golden: Golden, outputs: Mapping[str, bytes], name: str) -> None:
    found = {path: _readable(path, content) for path, content in sorted(outputs.items()) if SHOWN[name](path)}
    assert found
    golden.check(f"outputs/{name}", "".join(f"=== {path}\n{text}\n" for path, text in found.items()).encode())


def test_files_match_golden_list(golden: Golden, outputs: Mapping[str, bytes]) -> None:
    own = (path for path in outputs if not path.startswith(("edit/cms/", "assets/stylesheets/")))
    golden.check("outputs/list.txt", "".join(f"{path}\n" for path in sorted(own)).encode())


def test_map_matches_golden_file(golden: Golden) -> None:
    golden.check("outputs/map.json", f"{json.dumps(asdict(draw_map(outline(), placed())), indent=1)}\n".encode())


def test_places_of_labels_match_golden_file(golden: Golden) -> None:
    """Each place is the next best, after a speck is in the outer corner of the one before."""
    dot, found, specks = (50.0, 60.0), [], list[Box]()
    while place := place_labels({dot: 20}, specks, Box(0, 0, 100, 100), 10).get(dot):
        box = place.box
        corner = max(product((box.left, box.right - 1), (box.top, box.bottom - 1)), key=partial(dist, dot))
        specks.append(Box(*corner, corner[0] + 1, corner[1] + 1))
        found.append(asdict(place))
    golden.check("outputs/labels.json", f"{json.dumps(found, indent=1)}\n".encode())


def test_drawings_match_golden_file(golden: Golden) -> None:
    templates = _templates_with_named_colours()
    cards = {
        f"{drawing} {has_picture}": templates.get_template("cards/card.svg").render(
            drawing=drawing, picture=has_picture
        )
        for drawing in sorted({found.card for found in TYPES})
        for has_picture in (False, True)
    }
    others = {name: templates.get_template(name).render(corner=5) for name in DRAWINGS}
    found = "".join(f"=== {name}\n{svg}\n" for name, svg in {**cards, **others}.items())
    golden.check("outputs/drawings.txt", found.encode())


def test_lines_with_colours_match_golden_file(golden: Golden) -> None:
    templates, found = _templates_with_named_colours(), []
    for name, outlook in STYLES:
        lines = templates.get_template(name).render(outlook=outlook).splitlines()
        found += [f"=== {name} {outlook}", *(line.strip() for line in lines if re.search("light[.]|dark[.]", line))]
    golden.check("outputs/styles.txt", "".join(f"{line}\n" for line in found).encode())


def _templates_with_named_colours() -> Environment:
    """The templates; each colour is its name, such as "light.paper"."""
    templates, tables = template_environment(THEME), asdict(read_colours(THEME))
    templates.globals["colours"] = {
        table: {name: f"{table}.{name}" for name in colours} for table, colours in tables.items()
    }
    return templates


def _readable(path: str, content: bytes) -> str:
    """A file's text; JSON with a line for each value."""
    text = content.decode()
    return json.dumps(json.loads(text), indent=1, ensure_ascii=False) if path.endswith(".json") else text
