"""What pages link to: no more than they need."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from lxml import html

from tests.support import small_newsroom
from tests.support.engine import build, make_repository

_RELATED_AND_NEIGHBOURS = 3 + 2


def _targets(page: Path) -> Iterator[str]:
    for element in html.parse(str(page)).iter():
        for attribute in ("href", "src"):
            if attribute in element.attrib:
                yield element.attrib[attribute]


def test_pages_do_not_carry_the_other_pages_of_their_collection(tmp_path: Path) -> None:
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
    on_lists = [len({t for t in _targets(site / path) if "tale-" in t}) for path in ("stories/index.html",)]
    assert on_lists == [20]
