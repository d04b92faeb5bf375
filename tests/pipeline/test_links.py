"""Pages have only the links that they need."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from lxml import html

from tests.support import small_newsroom
from tests.support.engine import build, contents, make_repository
from tests.support.items import CONSENT, story

_RELATED_AND_NEIGHBOURS = 3 + 2


def _targets(page: Path) -> Iterator[str]:
    for element in html.parse(str(page)).iter():
        for attribute in ("href", "src"):
            if attribute in element.attrib:
                yield element.attrib[attribute]


def test_pages_do_not_list_their_whole_collection(tmp_path: Path) -> None:
    """Collections stay out of the theme's navigation, whose cost would grow with the square of the content."""
    files = small_newsroom()
    for number in range(60):
        files[f"stories/tale-{number}.md"] = files["stories/the-garden.md"].replace("The garden", f"Tale {number}")
    repository = make_repository(tmp_path, files)
    assert build(repository).code == 0
    site = repository / "site"
    for path in ("about/index.html", "stories/tale-30/index.html"):
        linked = {target for target in _targets(site / path) if "tale-" in target and not urlsplit(target).scheme}
        assert len(linked) <= _RELATED_AND_NEIGHBOURS, path
    listed = {target for target in _targets(site / "stories/index.html") if "tale-" in target}
    assert len(listed) == 10


def test_links_to_a_story_do_not_block_its_withdrawal(tmp_path: Path) -> None:
    """Under the engine's strict mode too, which stops at every link to a page that is not there."""
    files = small_newsroom() | {
        "stories/maggie.md": story("Her own words.", title="Maggie", consent=CONSENT | {"withdrawn": "2026-11-01"}),
        **{
            f"stories/tale-{n}.md": story("After [Maggie’s story](maggie.md#top).", title=f"Tale {n}") for n in range(3)
        },
    }
    files["docs/about.md"] += "\nSee [Maggie’s story][m].\n\n[m]: ../stories/maggie.md\n"
    files["newsletters/2024-03.md"] += "\nSee [Maggie’s story](../stories/maggie.md).\n"
    repository = make_repository(tmp_path, files)
    outcome = build(repository)
    assert outcome.code == 0, outcome.output
    assert "stories/tale-1.md, line 8: (warning) the link 'Maggie’s story' leads to a withdrawn" in outcome.output
    site = contents(repository / "site")
    texts = {path: text.decode() for path, text in site.items() if path.endswith((".html", ".xml", ".json", ".txt"))}
    assert "taken down" in texts.pop("stories/maggie/index.html")
    assert [path for path, text in texts.items() if "stories/maggie" in text or "Her own words" in text] == []
    for path in ("about/index.html", "stories/tale-1/index.html", "newsletters/2024-03/email/generic.html", "feed.xml"):
        assert "Maggie’s story" in texts[path], path
