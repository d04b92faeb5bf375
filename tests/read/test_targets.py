"""Files are found by names with other characters that look the same."""

import unicodedata
from pathlib import Path

import pytest

from tests.support import open_newsroom, problems_in, small_newsroom
from tests.support.images import picture
from tests.support.items import publication, story
from tests.support.pdfs import pdf
from tests.support.wordings import Reported

SCREENSHOT = "Screenshot 2026-11-02 at 10.30\u202fAM.png"
TYPED = SCREENSHOT.replace("\u202f", " ")
APART = unicodedata.normalize("NFD", "tŷ.png")
Files = dict[str, str | bytes]


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        (SCREENSHOT, f"<{TYPED}>"),
        (SCREENSHOT, TYPED.replace(" ", "%20")),
        (SCREENSHOT, f"<{SCREENSHOT}>"),
        (TYPED, f"<{SCREENSHOT}>"),
        (APART, "tŷ.png"),
        (APART, "./t%C5%B7.png"),
        ("tŷ.png", APART),
    ],
)
@pytest.mark.parametrize("form", ["![A]({})", "[A]({})", '![A]({} "A title")'])
def test_name_in_text_matches_file(tmp_path: Path, stored: str, typed: str, form: str) -> None:
    files: Files = {"stories/a.md": story(form.format(typed)), f"stories/{stored}": picture()}
    build = open_newsroom(tmp_path, small_newsroom() | files)
    assert build.problems == ()
    assert build.assets == {f"stories/{stored}": f"stories/{stored}"}


def test_name_in_link_definition_matches_file(tmp_path: Path) -> None:
    body = f"![A][1] [B][2]\n\n[1]: {TYPED.replace(' ', '%20')}\n[2]: t\u0177.png"
    files: Files = {"stories/a.md": story(body), f"stories/{SCREENSHOT}": picture(), f"stories/{APART}": picture()}
    build = open_newsroom(tmp_path, small_newsroom() | files)
    assert build.problems == ()
    assert build.assets.keys() == files.keys() - {"stories/a.md"}


def test_name_in_front_matter_matches_file(tmp_path: Path) -> None:
    files: Files = {
        "stories/a.md": story(image={"src": TYPED, "alt": "A"}),
        f"stories/{SCREENSHOT}": picture(),
        "publications/a.md": publication(file="tŷ.pdf", cover={"src": "tŷ.png", "alt": "A"}),
        f"publications/{APART}": picture(),
        f"publications/{APART.replace('png', 'pdf')}": pdf(),
    }
    build = open_newsroom(tmp_path, small_newsroom() | files)
    assert build.problems == ()
    assert set(build.assets) == {path for path in files if not path.endswith(".md")}


def test_ambiguous_name_matches_no_file(tmp_path: Path, reported: Reported) -> None:
    files: Files = {
        "stories/a.md": story("![A](<a b.png>) ![B](<a\u202fb.png>) ![C](<a\u2009b.png>)"),
        "stories/a\u202fb.png": picture(),
        "stories/a\u2009b.png": picture(),
    }
    expected = reported(problems_in(tmp_path, small_newsroom() | files))
    assert expected == ["stories/a.md:8 picture-missing"]


def test_text_around_name_is_unchanged(tmp_path: Path) -> None:
    body = "The file t\u0177.png is ½ as wide: ![t\u0177](t\u0177.png)"
    files: Files = {"stories/a.md": story(body), f"stories/{APART}": picture()}
    build = open_newsroom(tmp_path, small_newsroom() | files)
    html = build.page_html("stories/a.md")
    assert "The file t\u0177.png is ½ as wide: <picture>" in html
    assert 'alt="t\u0177"' in html
