"""The pages of a newsroom with everything in it, as they were last looked at: what templates make of each field."""

from pathlib import Path

import pytest

from tests.support.everything import EVERYTHING
from tests.support.golden import GOLDEN, Golden
from tests.support.skeleton import skeleton

KINDS = ("home", "story", "edition", "publication", "forthcoming", "Welsh area", "stories")
PAGES = {
    **{kind: EVERYTHING[kind] for kind in KINDS},
    "about": "about/",
    "areas": "areas/",
    "bare story": "stories/bare/",
    "principle": "principles/contribution/",
    "search": "search/",
    "subscribe": "subscribe/",
}


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_is_as_it_was(golden: Golden, everything_site: Path, kind: str) -> None:
    html = (everything_site / PAGES[kind] / "index.html").read_text(encoding="utf-8")
    parts = ("head", "body") if kind == "home" else ("head", "main")
    golden.check(f"pages/{kind.replace(' ', '-')}.txt", skeleton(html, *parts).encode())


def test_every_page_and_no_other_has_its_golden_file() -> None:
    assert {path.stem for path in (GOLDEN / "pages").iterdir()} == {kind.replace(" ", "-") for kind in PAGES}


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
