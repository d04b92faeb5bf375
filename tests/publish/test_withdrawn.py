"""A link to a withdrawn story keeps its words and loses the link, wherever its page is read."""

from pathlib import Path

import pytest

from tests.support import open_newsroom, small_newsroom
from tests.support.images import picture
from tests.support.items import CONSENT, newsletter, page, story
from tests.support.rendering import published

TAKEN_BACK: dict[str, str | bytes] = {
    "stories/x.md": story("Her words.", consent=CONSENT | {"withdrawn": "2026-01-01"}),
    "stories/x.cy.md": story("Ei geiriau."),
    "stories/tree.jpg": picture(),
}
GONE: dict[str, object] = {"consent": CONSENT | {"withdrawn": "2026-01-01"}}
ABOUT = "docs/about.md"


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("See [*her* story](../stories/x.md).", "<p>See <em>her</em> story.</p>"),
        ('See [her story](../stories/x.md#part "Her").', "<p>See her story.</p>"),
        (
            "See [her story](<../stories/x.cy.md>){ .button #her lang=cy }.",
            '<p>See <span id="her" lang="cy">her story</span>.</p>',
        ),
        (
            "See [her story][a] and [a].\n\n[a]: ../stories/x.md",
            "<p>See her story and a.</p>",
        ),
        ("## On [her](../stories/x.md)", '<h2 id="on-her">On her</h2>'),
        (
            "See [us](about.md), [b](https://e.example/stories/x.md).",
            '<p>See <a href="./">us</a>, <a href="https://e.example/stories/x.md">b</a>.</p>',
        ),
    ],
)
def test_text_of_a_link_stays(tmp_path: Path, written: str, html: str) -> None:
    build = open_newsroom(tmp_path, small_newsroom() | TAKEN_BACK | {ABOUT: page(written)})
    assert build.page_html(ABOUT) == html


def test_linked_pictures_and_links_in_tables_stay(tmp_path: Path) -> None:
    text = "[![A tree](../stories/tree.jpg)](../stories/x.md)\n\n| A |\n|---|\n| [her](../stories/x.md) |\n"
    build = open_newsroom(tmp_path, small_newsroom() | TAKEN_BACK | {ABOUT: page(text)})
    html = build.page_html(ABOUT)
    assert "<td>her</td>" in html
    assert "<img" in html
    assert "<a" not in html


@pytest.mark.parametrize(
    "player",
    [
        "![Her voice](../stories/her.mp3)",
        '<audio controls src="../stories/her.mp3"></audio>',
        '<audio controls><source src="../stories/her.mp3"></audio>',
        '<audio controls src="https://e.example/a.mp3"><track src="../stories/her.mp3"></audio>',
    ],
)
def test_recording_of_withdrawn_story_is_removed(tmp_path: Path, player: str) -> None:
    files: dict[str, str | bytes] = {
        **small_newsroom(),
        "stories/x.md": story("![Her](her.mp3)", consent=CONSENT | {"withdrawn": "2026-01-01"}),
        "stories/her.mp3": b"ID3",
        ABOUT: page(f"Words.\n\n{player}\n\nMore."),
    }
    html = open_newsroom(tmp_path, files).page_html(ABOUT)
    assert html.split() == ["<p>Words.</p>", "<p>More.</p>"]


@pytest.mark.parametrize("player", ['<video controls src="her.mp4" poster="her.jpg"></video>', "[Watch](her.mp4)"])
def test_recording_and_its_picture_and_captions_belong_to_the_story(tmp_path: Path, player: str) -> None:
    text = 'Words.\n\n<video controls src="../stories/her.mp4"></video>\n\n[Watch](../stories/her.mp4)'
    files: dict[str, str | bytes] = {
        **small_newsroom(),
        "stories/x.md": story(f"{player}\n\n![She](her.jpg)", consent=CONSENT | {"withdrawn": "2026-01-01"}),
        **{f"stories/{name}": b"data" for name in ("her.mp4", "her.vtt", "us.mp4")},
        "stories/her.jpg": picture(),
        ABOUT: page(f'{text}\n\n<video controls poster="../stories/her.jpg" src="../stories/us.mp4"></video>'),
    }
    build = open_newsroom(tmp_path, files)
    html = build.page_html(ABOUT)
    assert "her." not in html
    assert "us.mp4" in html
    assert [path for path in build.assets if "her." in path] == []


def test_no_output_links_to_withdrawn_story(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = TAKEN_BACK | {
        "stories/y.md": story("Read [her story](x.md) again."),
        "newsletters/2026-11.md": newsletter("## Hello\n\nRead [her story](../stories/x.md) again."),
    }
    written = published(tmp_path, small_newsroom() | files)
    for name in ("feed.xml", "atom.xml", "feed.json", *(path for path in written if "/email/" in path)):
        text = written[name].decode("utf-8", "replace")
        assert "stories/x/" not in text, name
        assert "Her words" not in text, name
    assert "her story" in written["feed.json"].decode()
    assert "her story" in written["newsletters/2026-11/email/generic.html"].decode()
