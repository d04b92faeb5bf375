"""The outputs of the rich newsroom, and the values of its pages, byte for byte (tests/golden/outputs/ and values/)."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from functools import partial
from itertools import product
from math import dist
from pathlib import Path

import pytest
from jinja2 import Environment

from newsroom.build import Build
from newsroom.colours import read_colours
from newsroom.content.types import TYPES
from newsroom.open_build import open_build
from newsroom.publish.area_map import draw_map
from newsroom.publish.area_map.labels import Box, place_labels
from newsroom.publish.build_options import BuildOptions
from newsroom.publish.site_folder.publish_anyway import PublishAnyway
from newsroom.publish.theme.environment import template_environment
from newsroom.publish.views.home import home_page_items
from tests.publish.area_map.test_draw import outline, placed
from tests.support import ROOT, TODAY, write_files
from tests.support.golden import Golden
from tests.support.rendering import link_templates, written
from tests.support.rich import RICH, RICH_SETTINGS
from tests.support.theme import THEME
from tests.support.values import ValueLines
from tests.support.workers import share_cache

FEEDS = (
    *(
        "stories/feed.xml",
        "stories/atom.xml",
        "atom.xml",
        "feed.json",
        "archive/2023/atom.xml",
        "archive/earlier/atom.xml",
    ),
    *("events/feed.xml", "publications/atom.xml", "areas/elmham/feed.json"),
)
SHOWN: Mapping[str, Callable[[str], bool]] = {
    "feeds.txt": lambda path: path.endswith(".opml") or path in FEEDS,
    "calendars.txt": lambda path: path.endswith(".ics"),
    "citations.txt": lambda path: path.endswith((".bib", ".ris")),
    "hosting.txt": lambda path: (
        path.startswith(("_", ".", "robots"))
        or (path.endswith(".html") and not path.startswith(("edit/", "newsl", "cy/newsl")))
    ),
    "search_files.txt": lambda path: path in ("search/translations.json", "search/vocabulary.json"),
    "sitemap.txt": lambda path: path == "sitemap.xml",
    "editor.txt": lambda path: path in ("edit/index.html", "edit/config.json", "edit/formats.json"),
}
"""Which paths of outputs each golden file has."""
DRAWINGS = ("email/watch.svg", "assets/favicon.svg", "assets/logo.svg", "parts/feed_logo.svg")
LEFT_OUT = re.compile(
    r"contribute/(?:fields|errors)|stories/item-(?!01|28)|cy/(?:stories/|news/|areas/elmham/page|publications|vacancies)"
)
"""Pages whose values are like those of others."""
STYLES = (
    *((name, False) for name in ("assets/newsroom.css", "assets/dark.css", "email/style.css", "pdf/print.css")),
    *(("email/dark.css", outlook) for outlook in (False, True)),
)
"""The style sheets with colours, and whether it is the one for Outlook.com."""


class _Pages:
    """An engine of the search that only keeps what it is given."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}

    def add(self, url: str, page: str) -> None:
        """Keep a page."""
        self.pages[url] = page

    def files(self) -> Iterator[tuple[str, bytes]]:
        """No files."""
        yield from ()

    def publish_when_finished(self, _site: Path, _folder: str) -> None:
        """Nothing to do."""


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A build of the rich newsroom."""
    root: Path = tmp_path_factory.mktemp("outputs")
    (root / "editor").symlink_to(ROOT / "editor")
    write_files(root, RICH)
    link_templates(root)
    share_cache(root)
    options = BuildOptions(today=TODAY, publish_anyway=PublishAnyway.NEVER, index=_Pages())
    return open_build(root, RICH_SETTINGS, options)


@pytest.fixture(scope="module")
def outputs(build: Build) -> Mapping[str, bytes]:
    """All that the build writes besides pages."""
    found = dict(written(build))
    build._outputs.start_late_work()
    return {**found, **dict(build._outputs.late_files())}


@pytest.mark.parametrize("name", SHOWN)
def test_outputs_match_golden_file(golden: Golden, outputs: Mapping[str, bytes], name: str) -> None:
    found = {path: _readable(path, content) for path, content in sorted(outputs.items()) if SHOWN[name](path)}
    assert found
    golden.check(f"outputs/{name}", "".join(f"=== {path}\n{text}\n" for path, text in found.items()).encode())


@pytest.mark.parametrize(
    "path", ["edit/config.json", "edit/formats.json", "search/translations.json", "search/vocabulary.json"]
)
def test_json_for_scripts_is_compact(outputs: Mapping[str, bytes], path: str) -> None:
    text = outputs[path].decode()
    assert text == json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))


def test_files_match_golden_list(golden: Golden, outputs: Mapping[str, bytes]) -> None:
    own = (path for path in outputs if not path.startswith(("edit/cms/", "assets/stylesheets/")))
    golden.check("outputs/list.txt", "".join(f"{path}\n" for path in sorted(own)).encode())


@pytest.mark.usefixtures("outputs")
def test_records_of_the_search_match_golden_file(golden: Golden, build: Build) -> None:
    index = build.context.index
    assert isinstance(index, _Pages)
    shown = (f"=== {url}\n{page}\n" for url, page in sorted(index.pages.items()) if not LEFT_OUT.match(url))
    golden.check("outputs/search.txt", re.sub("><(?!/)", ">\n<", "".join(shown)).encode())


@pytest.mark.usefixtures("outputs")
def test_values_of_pages_match_golden_files(golden: Golden, build: Build) -> None:
    found: dict[str, list[str]] = {}
    values_of = ValueLines()
    for page in (*sorted(build.site.pages, key=lambda page: page.local_url), None):
        url = page.url if page else "404.html"
        if not LEFT_OUT.match(url):
            values, _ = build.page_values(page, build.page_html(page.path) if page else "")
            parts = {"page": values.page, "frame": values.frame}
            shown = [line for name, part in parts.items() for line in values_of.lines(part, f"/{url}", name)]
            found.setdefault(values.template.partition(".")[0], []).extend([f"=== /{url}", *shown])
    assert len(found) > 18
    for lang, language_site in build.site.language_sites.items():
        shown = [item.path for item in home_page_items(language_site)]
        found["home"].append(f"=== items on the home page ({lang}): {', '.join(shown)}")
    for name, lines in found.items():
        golden.check(f"values/{name}.txt", "".join(f"{line}\n" for line in lines).encode())


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
        sheet = templates.get_template(name).render(outlook=outlook)
        found += [
            f"=== {name} {outlook}",
            *(line.strip() for line in sheet.splitlines() if re.search("light[.]|dark[.]", line)),
        ]
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
