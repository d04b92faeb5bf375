"""The pages of a newsroom with everything in it, as they were last looked at: what templates make of each field."""

from pathlib import Path

import pytest

from tests.support.disk import UNZIPPED
from tests.support.everything import EVERYTHING
from tests.support.golden import GOLDEN, Golden
from tests.support.skeleton import skeleton

KINDS = ("home", "story", "edition", "publication", "forthcoming", "Welsh area", "stories")
PAGES = {
    **{kind: EVERYTHING[kind] for kind in KINDS},
    "about": "about/",
    "area": "areas/long/",
    "areas": "areas/",
    "bare story": "stories/bare/",
    "principle": "principles/contribution/",
    "principles": "principles/",
    "search": "search/",
    "subscribe": "subscribe/",
}
PREVIEWS = {"draft": "stories/draft/index.html", "broken": "stories/broken/index.html"}


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_is_as_it_was(golden: Golden, everything_site: Path, kind: str) -> None:
    html = (everything_site / PAGES[kind] / "index.html").read_text(encoding="utf-8")
    parts = ("head", "body") if kind == "home" else ("head", "main")
    golden.check(f"pages/{kind.replace(' ', '-')}.txt", skeleton(html, *parts).encode())


def test_the_page_for_what_is_missing_is_as_it_was(golden: Golden, everything_site: Path) -> None:
    html = (everything_site / "404.html").read_text(encoding="utf-8")
    golden.check("pages/missing.txt", skeleton(html, "main").encode())


@pytest.mark.parametrize("kind", PREVIEWS)
def test_a_page_of_the_preview_is_as_it_was(golden: Golden, disk_preview: Path, kind: str) -> None:
    html = (disk_preview / UNZIPPED / "preview" / PREVIEWS[kind]).read_text(encoding="utf-8")
    golden.check(f"pages/{kind}.txt", skeleton(html, "body").encode())


def test_every_page_and_no_other_has_its_golden_file() -> None:
    kept = {path.stem for path in (GOLDEN / "pages").iterdir()}
    assert kept == {kind.replace(" ", "-") for kind in (*PAGES, *PREVIEWS, "missing")}


def test_what_a_template_made_is_shown_and_the_editors_text_is_not() -> None:
    head = '<head><meta name="generator" content="x"><meta http-equiv="a" content="b"><title>A  title</title></head>'
    html = f'{head}<body><main class="a"><p>One <b>two</b> three</p><div class="x nw-body"><p>Text</p></div></main>'
    assert skeleton(html, "head", "main").splitlines() == [
        "head",
        "  title | A title",
        'main class="a"',
        "  p | One",
        "    b | two",
        "    | three",
        '  div class="x nw-body"',
    ]
