"""Which pictures and files go onto the site."""

from pathlib import Path

import pytest

from tests.support import COLOURS, open_newsroom, small_newsroom
from tests.support.images import picture
from tests.support.items import CONSENT, newsletter, page, publication, story
from tests.support.pdfs import pdf

PNG = picture()
LEAD = {"image": {"src": "picture.png", "alt": "A bench"}}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("stories/a.md", story(**LEAD)),
        ("stories/a.md", story("![A bench](picture.png)")),
        ("stories/a.md", story('![A bench](picture.png "Title")')),
        ("stories/a.md", story("![A bench][1]\n\n[1]: picture.png")),
        ("stories/a.md", story("The [file](./picture.png#page=2) is here.")),
        ("publications/a.md", publication(cover={"src": "picture.png", "alt": "A cover"})),
        ("newsletters/2024-01.md", newsletter("## Hello\n\n- ![A bench](picture.png)")),
        ("docs/a.md", page("![A bench](picture.png)")),
    ],
)
def test_files_used_by_shown_pages_are_published(tmp_path: Path, path: str, text: str) -> None:
    beside = f"{path.split('/')[0]}/picture.png"
    assert set(open_newsroom(tmp_path, {path: text, beside: PNG}).assets) == {beside}


def test_of_the_shared_files_those_that_pages_or_templates_name_are_published(tmp_path: Path) -> None:
    names = ("a.png", "a.pdf", "a.mp3", "linked.pdf", "small.png", "logo.png", "style.png")
    files: dict[str, str | bytes] = {f"docs/assets/{name}": pdf() if ".pdf" in name else PNG for name in names}
    files |= {"stories/small.png": PNG, "stories/logo.png": PNG}
    files["docs/about.md"] = page(
        '[A PDF](assets/linked.pdf) <img src="https://e.example/" alt="A" srcset="../assets/small.png 2x">'
    )
    templates = {"overrides/home.html": "<img src='assets/logo.png'>", "overrides/a.css": "a { src: url(style.png) }"}
    found = {
        path.removeprefix("docs/assets/") for path in open_newsroom(tmp_path, {**files, **templates, **COLOURS}).assets
    }
    assert found == {"linked.pdf", "small.png", "logo.png", "style.png"}


SHE = "docs/assets/she"


@pytest.mark.parametrize(
    "text",
    [
        "---\nwithdrawn: 2026-01-01\n---\n",
        story(
            "[A](../docs/assets/she.pdf) ![B](../docs/assets/she.svg)", consent=CONSENT | {"withdrawn": "2026-01-01"}
        ),
        "---\ntitle: Her: title\nwithdrawn: 2026-01-01\n---\n![B](../docs/assets/she.svg) [A](../docs/assets/she.pdf)",
        None,
    ],
    ids=["stub", "text", "unreadable", "deleted"],
)
def test_files_of_an_item_that_was_withdrawn_by_hand_are_not_published(tmp_path: Path, text: str | None) -> None:
    files: dict[str, str | bytes] = {f"{SHE}.png": PNG, f"{SHE}.pdf": pdf(), f"{SHE}.svg": "<svg/>"}
    build = open_newsroom(tmp_path, {**files, "stories/other.pdf": pdf()} | ({"stories/x.md": text} if text else {}))
    assert build.assets == {}


def test_page_with_a_tag_does_not_keep_the_shared_picture_of_a_withdrawn_item(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "docs/about.md": page('<img src="https://e.example/" alt="She" srcset="../assets/she.png 2x">'),
        "stories/x.md": story("![She](../docs/assets/she.png)", consent=CONSENT | {"withdrawn": "2026-01-01"}),
        f"{SHE}.png": PNG,
    }
    assert open_newsroom(tmp_path, files).assets == {}


def test_pdf_of_a_publication_is_on_the_site(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"publications/a.md": publication(file="The report.pdf")}
    files["publications/The report.pdf"] = pdf()
    assert set(open_newsroom(tmp_path, files).assets) == {"publications/The report.pdf"}


@pytest.mark.parametrize("written", ["a picture.png", "ŵ.png", "sub/a.png"])
def test_names_with_spaces_and_accents_and_folders_are_found(tmp_path: Path, written: str) -> None:
    files: dict[str, str | bytes] = {"stories/a.md": story(f"![A bench](<{written}>)"), f"stories/{written}": PNG}
    assert set(open_newsroom(tmp_path, files).assets) == {f"stories/{written}"}


def test_page_may_use_file_of_another_page(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "docs/a.md": page("![A bench](../stories/picture.png)"),
        "stories/picture.png": PNG,
    }
    assert set(open_newsroom(tmp_path, files).assets) == {"stories/picture.png"}


@pytest.mark.parametrize(
    "fields",
    [
        {"draft": True},
        {"date": "2026-11-23"},
        {"consent": CONSENT | {"withdrawn": "2024-05-01"}},
    ],
    ids=["draft", "tomorrow's", "withdrawn"],
)
def test_pictures_of_hidden_pages_are_not_published(tmp_path: Path, fields: dict[str, object]) -> None:
    files: dict[str, str | bytes] = {
        "stories/secret.md": story("![Inside](inside.png)", **LEAD, **fields),
        "stories/picture.png": PNG,
        "stories/inside.png": PNG,
    }
    assert open_newsroom(tmp_path, small_newsroom() | files).assets == {}


def test_preview_has_pictures_of_drafts_but_not_of_withdrawn_stories(tmp_path: Path) -> None:
    withdrawn = {"consent": CONSENT | {"withdrawn": "2024-05-01"}}
    files: dict[str, str | bytes] = {
        "stories/a.md": story("![A](a.png)", draft=True),
        "stories/b.md": story("![B](b.png)", **withdrawn),
        "stories/a.png": PNG,
        "stories/b.png": PNG,
    }
    assert set(open_newsroom(tmp_path, files, preview=True).assets) == {"stories/a.png"}


def test_unused_file_is_not_published(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "stories/a.md": story("![A](https://other.example/stories/a.png)"),
        "stories/a.png": PNG,
    }
    assert open_newsroom(tmp_path, files).assets == {}


@pytest.mark.parametrize("state", ["draft: true", "consent: {ref: S-001, withdrawn: 2026-01-01}"])
def test_shared_picture_disappears_with_the_only_page_that_uses_it(tmp_path: Path, state: str) -> None:
    image = {"image": {"src": "../docs/assets/bench.png", "alt": "A bench"}}
    hidden = story(consent=None, **image).replace("title:", f"{state}\ntitle:", 1)
    files: dict[str, str | bytes] = {"stories/a.md": hidden, "docs/assets/bench.png": PNG}
    assert open_newsroom(tmp_path / "hidden", files).assets == {}
    template = {"overrides/home.html": "<img src='assets/bench.png'>", **COLOURS}
    others = [template] if "withdrawn" in state else [{"stories/b.md": story(**image)}, template]
    for number, other in enumerate(others):
        assert "docs/assets/bench.png" in open_newsroom(tmp_path / f"{number}", {**files, **other}).assets
