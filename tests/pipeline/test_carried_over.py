"""Whatever has changed since the last build, a site that carries over what it can has the bytes of a clean build."""

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from newsroom.cache import CACHE, Cache
from newsroom.open_build import open_build
from newsroom.publish.build_options import BuildOptions
from newsroom.publish.site_folder.staging import Staging
from newsroom.translations import Translations
from newsroom.value_cache import ValueCache
from tests.support import AREA, SETTINGS, TODAY, small_newsroom, write_files
from tests.support.changes import N, S
from tests.support.engine import contents
from tests.support.images import picture
from tests.support.items import SQUARE, easy, event, vacancy
from tests.support.theme import THEME
from tests.support.workers import share_cache


class Index:
    """A search index whose files are the pages in it."""

    def __init__(self) -> None:
        self._pages: dict[str, bytes] = {}

    def add(self, url: str, page: str) -> None:
        self._pages[f"{url}page.html"] = page.encode()

    def files(self) -> Iterator[tuple[str, bytes]]:
        yield from self._pages.items()

    def publish_when_finished(self, site: Path, folder: str) -> None:
        pytest.fail(f"{folder} is published late, in {site}")


@dataclass(frozen=True)
class Given:
    """What a build is given besides the files."""

    settings: Mapping[str, object] = field(default_factory=lambda: SETTINGS)
    today: date = TODAY
    program: str = "one version"
    catalogue: Mapping[str, str] = field(default_factory=dict)


def replace_text(path: str, old: str, new: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new), encoding="utf-8")

    return change


def files(changed: Mapping[str, str | bytes]) -> Callable[[Path], None]:
    return lambda root: write_files(root, changed)


def link_folder(path: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        (root / path).rename(root / "elsewhere")
        (root / path).symlink_to(root / "elsewhere")

    return change


def no_file(_root: Path) -> None:
    """Only what the build is given changes."""


STORY = small_newsroom()[S]
PICTURE = "image: {src: leeks.jpg, alt: Leeks in a row.}\n"
MOVED = "stories/our-garden.md"
E = "docs/about.easy.md"
WAITING = STORY.replace("2024-02-03", "2026-11-23").replace("The garden", "The pond")
OTHER_STORY = STORY.replace("The garden", "The orchard").replace("2024-02-03", "2024-05-01")
LONE_LINK = "[Elmham](../docs/areas/elmham.md)"
FILES: Mapping[str, str | bytes] = {
    **small_newsroom(),
    N: f"{small_newsroom()[N].replace('../stories/the-garden.md', '../docs/areas/elmham.md')}\n\n{LONE_LINK}\n",
    S: STORY.replace("kind:", f"{PICTURE}kind:"),
    "stories/the-pond.md": WAITING,
    "stories/the-orchard.md": OTHER_STORY,
    "stories/leeks.jpg": picture(300, 200, "JPEG"),
    E: easy(),
    "docs/events/leek-fair.md": event(starts=f"{TODAY} 10:00", areas=["elmham"]),
    "docs/vacancies/gardener.md": vacancy(closes=TODAY.isoformat()),
}
CHANGES: Mapping[str, tuple[Callable[[Path], object], Mapping[str, Any]]] = {
    "nothing": (no_file, {}),
    "the first words of an edition": (replace_text(N, "Good morning", "Good evening"), {}),
    "a body": (replace_text(S, "A garden grew.", "A garden grew, then a hedge."), {}),
    "a heading that the home page shows": (replace_text(N, "## Hello", "## Welcome"), {}),
    "a title": (replace_text(S, "title: The garden", "title: The hedge"), {}),
    "a picture's content": (files({"stories/leeks.jpg": picture(320, 200, "JPEG")}), {}),
    "a summary on a card": (replace_text("docs/areas/elmham.md", "summary: ", "summary: News. "), {}),
    "a page of other types": (replace_text(N, "Good evening", "Good night"), {}),
    "a moved file": (lambda root: (root / S).rename(root / MOVED), {}),
    "a new area": (files({"docs/areas/ashby.md": AREA.replace("Elmham", "Ashby")}), {}),
    "a map": (files({"docs/map.geojson": json.dumps(SQUARE)}), {}),
    "a position": (replace_text("docs/areas/ashby.md", "nation: ", "position: 53, -2\nnation: "), {}),
    "a new language": (files({"docs/index.cy.md": small_newsroom()["docs/index.md"]}), {}),
    "a template": (replace_text("overrides/parts/card.html", "<article", '<article data-new="1"'), {}),
    "a linked folder of templates": (link_folder("overrides/parts"), {}),
    "a template in a linked folder": (replace_text("overrides/parts/card.html", 'data-new="1"', 'data-new="2"'), {}),
    "a colour": (replace_text("overrides/colours.toml", "#fdf9f2", "#fdf9f3"), {}),
    "a style sheet": (files({"overrides/styles/new.css": "p { margin: 0 }"}), {}),
    "the name of a nation": (no_file, {"settings": {**SETTINGS, "nations": {"England": {"en": "Lloegr"}}}}),
    "a form": (
        no_file,
        {"settings": {**SETTINGS, "signup_form": {"action": "https://a.example/b", "email_field": "e"}}},
    ),
    "a setting": (no_file, {"settings": {**SETTINGS, "site_name": "The Ash Street Network"}}),
    "a date that comes, and an event that is over": (no_file, {"today": date(2026, 11, 23)}),
    "a catalogue, which is a part of the program": (
        no_file,
        {"program": "another version", "catalogue": {"stories.title": "Tales"}},
    ),
    "a deleted file": (lambda root: (root / "stories/the-orchard.md").unlink(), {}),
    "a setting that makes PDFs": (no_file, {"settings": {**SETTINGS, "pdf": ["easy", "newsletter"]}}),
    "a text with a PDF": (replace_text(E, "We talk.", "We talk.\nWe listen."), {}),
    "a withdrawn story": (files({MOVED: "---\nwithdrawn: 2026-11-20\n---\n"}), {}),
}


def build(site: Path, given: Given, values: ValueCache) -> Path:
    options = BuildOptions(today=given.today, staging=Staging(site), index=Index(), value_cache=values)
    found = open_build(site.parent, given.settings, options)
    found.start_background_work()
    found.write()
    found.publish()
    return site


def test_carried_over_and_clean_sites_have_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, given = tmp_path / "newsroom", Given()
    text = Translations.__call__

    def text_of(t: Translations, name: str, /, **values: object) -> str:
        return given.catalogue.get(name) or text(t, name, **values)

    monkeypatch.setattr(Translations, "__call__", text_of)
    write_files(root, FILES)
    shutil.copytree(THEME, root / "overrides")
    share_cache(root)
    for name, (change, others) in CHANGES.items():
        change(root)
        given = replace(given, **others)
        before = {file.stat().st_ino for file in (root / "site").rglob("*.html")}
        again = build(root / "site", given, ValueCache(Cache(root / CACHE, f"{tmp_path} {given.program}")))
        carried = [file for file in again.rglob("*.html") if file.stat().st_ino in before]

        clean = build(root / "clean", given, ValueCache())
        expected, found = contents(clean), contents(again)
        different = {path for path in expected.keys() | found.keys() if expected.get(path) != found.get(path)}
        assert (name, different) == (name, set())
        if name in ("nothing", "a body", "a picture's content"):
            assert before == set() or len(carried) > 5, name
        assert (b">Tales<" in found["index.html"]) == bool(given.catalogue), name
        shutil.rmtree(clean)
