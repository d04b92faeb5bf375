"""The live preview: drafts are shown and marked, changes appear, errors are shown on the page."""

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support import small_newsroom
from tests.support.engine import engine_environment, make_repository
from tests.support.items import page

_LIMIT = 60.0
"""Seconds after which a preview that has not answered is taken to be broken: long, for machines that are busy."""


@dataclass(frozen=True)
class Preview:
    """A running preview: its repository, its address, and the file it logs to."""

    repository: Path
    address: str
    log: Path

    def page(self, path: str) -> str:
        """A page's HTML; empty while there is none."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=_LIMIT) as response:
                return str(response.read().decode())
        except (urllib.error.URLError, ConnectionError):
            return ""

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Wait for something to be so. Fails with the preview's log if it never is."""
        end = time.monotonic() + _LIMIT
        while not is_so():
            assert time.monotonic() < end, self.log.read_text()
            time.sleep(0.1)


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview of a small newsroom with a draft and an item with a future date."""
    files = small_newsroom() | {"docs/contribute.md": page(title="Contribute")}
    files["stories/draft.md"] = files["stories/the-garden.md"].replace(
        "title: The garden", "title: A draft\ndraft: true"
    )
    later = files["stories/the-garden.md"].replace("2024-02-03", "2031-05-05")
    files["stories/later.md"] = later.replace("title: The garden", "title: The orchard")
    repository = make_repository(tmp_path_factory.mktemp("preview"), files)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = repository / "serve.log"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}"]
    with log.open("w") as output:
        process = subprocess.Popen(
            command, cwd=repository, env=engine_environment(), stdout=output, stderr=subprocess.STDOUT
        )
    running = Preview(repository, f"http://127.0.0.1:{port}/", log)
    running.wait_until(lambda: bool(running.page("")))
    yield running
    process.terminate()
    process.wait(timeout=_LIMIT)


def test_drafts_and_future_items_are_shown_and_marked(preview: Preview) -> None:
    for path in ("stories/draft/", "stories/later/"):
        assert "Readers do not see it" in preview.page(path)
    assert "Readers do not see it" not in preview.page("stories/the-garden/")
    assert preview.page("stories/").count("not public yet") == 2


def test_email_in_the_preview_links_to_the_public_site(preview: Preview) -> None:
    email = preview.page("newsletters/2024-03/email/mailchimp.html")
    assert "https://www.lacnetwork.org/stories/the-garden/" in email
    assert preview.address not in email


def test_edition_links_to_its_email_only_in_the_preview(preview: Preview, frozen_site: Path) -> None:
    assert 'href="email/"' in preview.page("newsletters/2024-03/")
    assert "Spring on Elm Street" in preview.page("newsletters/2024-03/email/")
    assert 'href="email/"' not in (frozen_site / "newsletters/2023-12/index.html").read_text(encoding="utf-8")


def test_preview_search_finds_new_text(preview: Preview) -> None:
    entry = "pagefind/pagefind-entry.json"
    preview.wait_until(lambda: bool(preview.page(entry)))
    before = preview.page(entry)
    source = preview.repository / "docs/about.md"
    source.write_text(source.read_text() + "\nA quagga.\n")
    preview.wait_until(lambda: preview.page(entry) not in ("", before))
    assert "quagga" in preview.page("search/vocabulary.json")


def test_blocked_email_is_reported_without_copy_buttons(preview: Preview) -> None:
    file = preview.repository / "newsletters/2024-03.md"
    kept = file.read_text(encoding="utf-8")
    file.write_text(f"{kept}\n## Long\n\n{'Many words. ' * 12_000}\n", encoding="utf-8")
    message = "Gmail cuts emails off at 102 kB"
    preview.wait_until(lambda: message in preview.page("newsletters/2024-03/"))
    page = preview.page("newsletters/2024-03/email/")
    assert message in page
    assert "<textarea" not in page.partition("The email for")[2]
    file.write_text(kept, encoding="utf-8")
    preview.wait_until(lambda: message not in preview.page("newsletters/2024-03/"))


def test_edition_with_an_error_offers_no_email_to_copy(preview: Preview) -> None:
    file = preview.repository / "newsletters/2024-03.md"
    kept = file.read_text(encoding="utf-8")
    file.write_text(f"{kept}\n[A link](nowhere.md)\n", encoding="utf-8")
    page = "newsletters/2024-03/email/"
    preview.wait_until(lambda: "nowhere.md" in preview.page(page))
    assert "<textarea" not in preview.page(page).partition("The email for")[2]
    file.write_text(kept, encoding="utf-8")
    preview.wait_until(lambda: "nowhere.md" not in preview.page(page))
    assert "<textarea" in preview.page(page).partition("The email for")[2]


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("stories/the-garden.md", "stories/the-garden/"),
        ("newsletters/2024-03.md", "newsletters/2024-03/"),
        ("publications/growing.md", "publications/growing/"),
        ("docs/about.md", "about/"),
    ],
)
def test_change_in_any_content_folder_is_shown(preview: Preview, path: str, page: str) -> None:
    source = preview.repository / path
    assert "Freshly written." not in preview.page(page)
    source.write_text(source.read_text() + "\nFreshly written.\n")
    preview.wait_until(lambda: "Freshly written." in preview.page(page))


def test_error_is_shown_on_the_page_until_it_is_fixed(preview: Preview) -> None:
    source = preview.repository / "docs/areas/elmham.md"
    good = source.read_text()
    source.write_text(good.replace("nation: England", "nation: Englund"))
    message = "docs/areas/elmham.md, line 3: `nation` cannot be &#39;Englund&#39;; did you mean &#39;England&#39;?"
    preview.wait_until(lambda: message in preview.page("areas/elmham/"))
    assert message in preview.page("stories/the-garden/")
    assert 'href="../../contribute/errors/#field-choice-unknown"' in preview.page("areas/elmham/")
    assert "A garden grew." in preview.page("stories/the-garden/")
    source.write_text(good.replace("A town.", "A fixed town."))
    preview.wait_until(lambda: "A fixed town." in preview.page("areas/elmham/"))
    assert message not in preview.page("stories/the-garden/")


def test_dead_link_does_not_stop_the_preview(preview: Preview) -> None:
    source = preview.repository / "stories/the-garden.md"
    good = source.read_text()
    source.write_text(good.replace("../docs/about.md", "../docs/abuot.md") + "\nStill here.\n")
    preview.wait_until(lambda: "Still here." in preview.page("stories/the-garden/"))
    assert "did you mean &#39;../docs/about.md&#39;?" in preview.page("stories/the-garden/")
    source.write_text(good)
    preview.wait_until(lambda: "Still here." not in preview.page("stories/the-garden/"))


def test_front_matter_that_is_not_yaml_is_reported_on_the_page(preview: Preview) -> None:
    source = preview.repository / "publications/growing.md"
    good = source.read_text()
    source.write_text(good.replace("title: Growing", 'title: "Growing'))
    message = "publications/growing.md, line 2: a quotation mark is opened and not closed"
    preview.wait_until(lambda: message in preview.page("publications/growing/"))
    assert "Traceback" not in preview.log.read_text()
    source.write_text(good)
    preview.wait_until(lambda: "What the report says." in preview.page("publications/growing/"))


def test_warning_is_shown_as_a_warning(preview: Preview) -> None:
    source = preview.repository / "stories/the-garden.md"
    good = source.read_text()
    consent = (
        "consent: {ref: S-1, basis: consent, given: 2024, identity: anonymous, scope: [web, email], review_by: 2026-12}"
    )
    source.write_text(good.replace("kind:", f"{consent}\nkind:"))
    preview.wait_until(lambda: "<summary>1 warning</summary>" in preview.page("stories/the-garden/"))
    assert "to fix before publishing" not in preview.page("stories/the-garden/")
    source.write_text(good)
    preview.wait_until(lambda: "<summary>" not in preview.page("stories/the-garden/"))
