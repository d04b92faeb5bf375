"""The live preview: drafts are shown and marked, changes appear, errors are shown on the page.

After all kinds of changes what is served has the bytes of a build from nothing.
"""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from builds.start import build_options, start_build
from newsroom.publish.site_folder.staging import Staging
from outside.repository import settings
from tests.support import small_newsroom
from tests.support.engine import EPOCH, contents, engine_environment, make_repository
from tests.support.items import page
from tests.support.preview_steps import LivePreview, served, steps, without_script
from tests.support.workers import share_cache

COMPARED_AFTER = {"change a title", "delete it", "write a dead link", "replace it", "change the settings"}
RELOADED_TWICE = {"replace it", "change the settings"}
"""After these, other files than pages may have changed as well, which only the whole build writes. The second reload
may come before a test has seen the first.
"""


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LivePreview]:
    """A preview of a small newsroom with a draft and an item with a future date."""
    files = small_newsroom() | {"docs/contribute.md": page(title="Contribute")}
    files["stories/draft.md"] = files["stories/the-garden.md"].replace(
        "title: The garden", "title: A draft\ndraft: true"
    )
    later = files["stories/the-garden.md"].replace("2024-02-03", "2031-05-05")
    files["stories/later.md"] = later.replace("title: The garden", "title: The orchard")
    repository = make_repository(tmp_path_factory.mktemp("preview"), files, has_own_code=True)
    share_cache(repository)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with served(repository, port, engine_environment()) as running:
        yield running


def test_drafts_and_future_items_are_shown_and_marked(preview: LivePreview) -> None:
    for path in ("stories/draft/", "stories/later/"):
        assert "Readers do not see it" in preview.get(path)
    assert "Readers do not see it" not in preview.get("stories/the-garden/")
    assert preview.get("stories/").count("not public yet") == 2


def test_email_in_the_preview_links_to_the_public_site(preview: LivePreview) -> None:
    email = preview.get("newsletters/2024-03/email/mailchimp.html")
    assert "https://www.lacnetwork.org/stories/the-garden/" in email
    assert preview.address not in email


def test_edition_links_to_its_email_only_in_the_preview(preview: LivePreview, frozen_site: Path) -> None:
    assert 'href="email/"' in preview.get("newsletters/2024-03/")
    assert "Spring on Elm Street" in preview.get("newsletters/2024-03/email/")
    assert 'href="email/"' not in (frozen_site / "newsletters/2023-12/index.html").read_text(encoding="utf-8")


def test_preview_search_finds_new_text(preview: LivePreview) -> None:
    entry = "pagefind/pagefind-entry.json"
    before = preview.get(entry)
    source = preview.root / "docs/about.md"
    source.write_text(source.read_text() + "\nA quagga.\n")
    preview.wait_until(lambda: "quagga" in preview.get("search/vocabulary.json"))
    preview.wait_until(lambda: preview.get(entry) != before)
    assert "quagga" in preview.get("search/vocabulary.json")


def test_blocked_email_is_reported_without_copy_buttons(preview: LivePreview) -> None:
    file = preview.root / "newsletters/2024-03.md"
    kept = file.read_text(encoding="utf-8")
    file.write_text(f"{kept}\n## Long\n\n{'Many words. ' * 12_000}\n", encoding="utf-8")
    message = "Gmail cuts emails off at 102 kB"
    preview.wait_until(lambda: message in preview.get("newsletters/2024-03/"))
    page = preview.get("newsletters/2024-03/email/")
    assert message in page
    assert "<textarea" not in page.partition("The email for")[2]
    file.write_text(kept, encoding="utf-8")
    preview.wait_until(lambda: message not in preview.get("newsletters/2024-03/"))


def test_edition_with_an_error_offers_no_email_to_copy(preview: LivePreview) -> None:
    file = preview.root / "newsletters/2024-03.md"
    kept = file.read_text(encoding="utf-8")
    file.write_text(f"{kept}\n[A link](nowhere.md)\n", encoding="utf-8")
    page = "newsletters/2024-03/email/"
    preview.wait_until(lambda: "nowhere.md" in preview.get(page))
    assert "<textarea" not in preview.get(page).partition("The email for")[2]
    file.write_text(kept, encoding="utf-8")
    preview.wait_until(lambda: "nowhere.md" not in preview.get(page))
    assert "<textarea" in preview.get(page).partition("The email for")[2]


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("stories/the-garden.md", "stories/the-garden/"),
        ("newsletters/2024-03.md", "newsletters/2024-03/"),
        ("publications/growing.md", "publications/growing/"),
        ("docs/about.md", "about/"),
    ],
)
def test_change_in_any_content_folder_is_shown(preview: LivePreview, path: str, page: str) -> None:
    source = preview.root / path
    assert "Freshly written." not in preview.get(page)
    source.write_text(source.read_text() + "\nFreshly written.\n")
    preview.wait_until(lambda: "Freshly written." in preview.get(page))


def test_error_is_shown_on_the_page_until_it_is_fixed(preview: LivePreview) -> None:
    source = preview.root / "docs/areas/elmham.md"
    good = source.read_text()
    source.write_text(good.replace("nation: England", "nation: Englund"))
    message = "docs/areas/elmham.md, line 3: `nation` cannot be &#39;Englund&#39;; did you mean &#39;England&#39;?"
    preview.wait_until(lambda: message in preview.get("areas/elmham/"))
    assert message in preview.get("stories/the-garden/")
    assert 'href="../../contribute/errors/#field-choice-unknown"' in preview.get("areas/elmham/")
    assert "A garden grew." in preview.get("stories/the-garden/")
    source.write_text(good.replace("A town.", "A fixed town."))
    preview.wait_until(lambda: "A fixed town." in preview.get("areas/elmham/"))
    assert message not in preview.get("stories/the-garden/")


def test_dead_link_does_not_stop_the_preview(preview: LivePreview) -> None:
    source = preview.root / "stories/the-garden.md"
    good = source.read_text()
    source.write_text(good.replace("../docs/about.md", "../docs/abuot.md") + "\nStill here.\n")
    preview.wait_until(lambda: "Still here." in preview.get("stories/the-garden/"))
    assert "did you mean &#39;../docs/about.md&#39;?" in preview.get("stories/the-garden/")
    source.write_text(good)
    preview.wait_until(lambda: "Still here." not in preview.get("stories/the-garden/"))


def test_front_matter_that_is_not_yaml_is_reported_on_the_page(preview: LivePreview) -> None:
    source = preview.root / "publications/growing.md"
    good = source.read_text()
    source.write_text(good.replace("title: Growing", 'title: "Growing'))
    message = "publications/growing.md, line 2: a quotation mark is opened and not closed"
    preview.wait_until(lambda: message in preview.get("publications/growing/"))
    assert "Traceback" not in preview.log.read_text()
    source.write_text(good)
    preview.wait_until(lambda: "What the report says." in preview.get("publications/growing/"))


def test_warning_is_shown_as_a_warning(preview: LivePreview) -> None:
    source = preview.root / "stories/the-garden.md"
    good = source.read_text()
    consent = (
        "consent: {ref: S-1, basis: consent, given: 2024, identity: anonymous, scope: [web, email], review_by: 2026-12}"
    )
    source.write_text(good.replace("kind:", f"{consent}\nkind:"))
    preview.wait_until(lambda: "<summary>1 warning</summary>" in preview.get("stories/the-garden/"))
    assert "to fix before publishing" not in preview.get("stories/the-garden/")
    source.write_text(good)
    preview.wait_until(lambda: "<summary>" not in preview.get("stories/the-garden/"))


def test_each_change_is_seen_and_then_built(
    preview: LivePreview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))
    for number, step in enumerate(steps(preview.root, "stories/the-garden.md", "lacn@communitycatalysts.co.uk")):
        preview.take(step)
        if step.name in COMPARED_AFTER:
            seen = preview.version(step.page)
            preview.wait_for_build()
            if step.name not in RELOADED_TWICE:
                assert preview.version(step.page) == seen, step.name
            assert_same_site(preview, tmp_path / f"expected-{number}")
    assert "Traceback" not in preview.log.read_text()


def assert_same_site(preview: LivePreview, folder: Path) -> None:
    """Compare everything that is served with a build from nothing."""
    options = build_options(preview.root, Staging(folder), preview=True)
    build = start_build(preview.root, settings(preview.root), (), options)
    build.write()
    build.publish()
    for path, content in contents(folder).items():
        if not path.startswith("pagefind/"):
            served_content = preview.get_bytes(path.removesuffix("index.html"))
            is_page = path.endswith(".html")
            assert (without_script(served_content) if is_page else served_content) == content, path
