"""Fields are escaped everywhere, whatever characters they have."""

from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page

from tests.support import small_newsroom
from tests.support.browser import serve
from tests.support.engine import built

NASTY = """<b>"Tom's" & Ann's</b> <script>document.title = "run"</script>"""
_QUOTED = NASTY.replace("'", "''")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in which every field that readers see holds markup."""
    files = small_newsroom()
    for path in ("stories/the-garden.md", "publications/growing.md", "newsletters/2024-03.md"):
        lines = [
            f"{line.split(':')[0]}: '{_QUOTED}'" if line.startswith(("title:", "summary:", "subject:")) else line
            for line in files[path].split("\n")
        ]
        files[path] = "\n".join(lines)
    files["stories/the-garden.md"] = files["stories/the-garden.md"].replace(
        "kind:", f"author: {{name: '{_QUOTED}', role: '{_QUOTED}'}}\nkind:"
    )
    files["docs/areas/elmham.md"] = files["docs/areas/elmham.md"].replace("name: Elmham", f"name: '{_QUOTED}'")
    return built(tmp_path_factory.mktemp("nasty"), files)


@pytest.mark.parametrize("path", ["stories/the-garden", "publications/growing", "newsletters/2024-03", "areas/elmham"])
def test_heading_shows_the_written_text(site: Path, path: str) -> None:
    page = html.parse(str(site / path / "index.html"))
    assert [" ".join(h1.text_content().split()) for h1 in page.iter("h1")] == [NASTY]


def test_descriptions_keep_their_quotation_marks(site: Path) -> None:
    page = html.parse(str(site / "stories/the-garden/index.html"))
    assert page.xpath("string(//meta[@name='description']/@content)") == NASTY


def test_hostile_text_runs_on_no_page_and_in_no_email(page: Page, site: Path) -> None:
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    with serve(site) as address:
        titles = {}
        for path in paths:
            page.goto(address + path)
            titles[path] = page.title()
    assert len(titles) > 10
    assert any("/email/" in path for path in titles)
    assert [path for path, title in titles.items() if title == "run"] == []


def test_running_script_is_detected(page: Page, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(f"<title>A</title>{NASTY}", encoding="utf-8")
    page.goto((tmp_path / "page.html").as_uri())
    assert page.title() == "run"
