"""Golden files of pages: the output of templates for every field."""

from pathlib import Path

import pytest

from tests.support.disk import UNZIPPED
from tests.support.everything import EVERYTHING
from tests.support.golden import GOLDEN, Golden
from tests.support.skeleton import skeleton

KINDS = (
    "home",
    "story",
    "edition",
    "publication",
    "forthcoming",
    "Welsh area",
    "stories",
    "event",
    "events",
    "vacancy",
)
PAGES = {
    **{kind: EVERYTHING[kind] for kind in KINDS},
    "about": "about/",
    "area": "areas/long/",
    "areas": "areas/",
    "bare event": "events/bare/",
    "bare publication": "publications/growing/",
    "bare story": "stories/bare/",
    "newsletters": "newsletters/",
    "principle": "principles/contribution/",
    "principles": "principles/",
    "publications": "publications/",
    "search": "search/",
    "subscribe": "subscribe/",
    "Welsh events": "cy/events/",
    "Welsh newsletters": "cy/newsletters/",
    "withdrawn": "stories/gone/",
}
PREVIEWS = {"draft": "stories/draft/index.html", "broken": "stories/broken/index.html"}


@pytest.mark.parametrize("kind", PAGES)
def test_page_matches_its_golden_file(golden: Golden, everything_site: Path, kind: str) -> None:
    html = (everything_site / PAGES[kind] / "index.html").read_text(encoding="utf-8")
    parts = ("head", "body") if kind == "home" else ("head", "main")
    golden.check(f"pages/{kind.replace(' ', '-')}.txt", skeleton(html, *parts).encode())


def test_page_not_found_matches_its_golden_file(golden: Golden, everything_site: Path) -> None:
    html = (everything_site / "404.html").read_text(encoding="utf-8")
    golden.check("pages/missing.txt", skeleton(html, "main").encode())


@pytest.mark.parametrize("kind", PREVIEWS)
def test_preview_page_matches_its_golden_file(golden: Golden, disk_preview: Path, kind: str) -> None:
    html = (disk_preview / UNZIPPED / "preview" / PREVIEWS[kind]).read_text(encoding="utf-8")
    golden.check(f"pages/{kind}.txt", skeleton(html, "body").encode())


def test_golden_files_and_pages_match() -> None:
    kept = {path.stem for path in (GOLDEN / "pages").iterdir()}
    assert kept == {kind.replace(" ", "-") for kind in (*PAGES, *PREVIEWS, "missing")}


def test_golden_files_have_the_output_of_templates_without_that_of_the_theme() -> None:
    head = '<head><meta name="generator" content="x"><meta http-equiv="a" content="b"><title>A  title</title></head>'
    html = (
        f'{head}<body><main class="a"><p>One <b>two</b> three</p><script>x()</script><svg><path d="M1"/></svg></main>'
    )
    assert skeleton(html, "head", "main").splitlines() == [
        "head",
        "  title | A title",
        'main class="a"',
        "  p | One",
        "    b | two",
        "    | three",
        "  script",
        "  svg",
        '    path d="M1"',
    ]
