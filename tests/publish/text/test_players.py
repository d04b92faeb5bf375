"""A recording in the repository: a player that waits, a link, and the file on the site."""

from pathlib import Path

import pytest

from tests.support import SETTINGS, open_newsroom, problems_in, small_newsroom
from tests.support.images import picture
from tests.support.items import newsletter, story
from tests.support.rendering import published
from tests.support.wordings import Reported

FILES = ("talk.mp3", "talk.vtt", "walk.m4a", "walk.ogg", "my film.mp4", "film.webm", "film.cy.vtt")
AUDIO = '<audio controls="" preload="none" src="../{0}" title="Jo"></audio>\n<p><a href="../{0}">Listen: Jo</a></p>'
TRACK = '<track kind="captions" src="../talk.vtt" default=""/>'
WITH_TRACK = AUDIO.replace("></audio>", f">{TRACK}</audio>")


def newsroom(path: str, text: str) -> dict[str, str | bytes]:
    """A newsroom with a page, and recordings beside it."""
    folder = path.rpartition("/")[0]
    files = {**dict.fromkeys(FILES, b"recorded"), "still.png": picture(64, 36)}
    return {**small_newsroom(), path: text, **{f"{folder}/{name}": data for name, data in files.items()}}


def body(root: Path, text: str) -> str:
    """What the page of a story shows for its text."""
    build = open_newsroom(root, newsroom("stories/x.md", story(text)))
    page = build.site.page("stories/x.md")
    return build.page_html(page.path).strip()


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("![Jo](walk.m4a)", f"<p>{AUDIO.format('walk.m4a').replace(chr(10), ' ').replace('<p>', '')}"),
        ("![Jo](walk.ogg#t=5)", f"<p>{AUDIO.format('walk.ogg#t=5').replace(chr(10), ' ').replace('<p>', '')}"),
        ("![Jo](talk.mp3)", f"<p>{WITH_TRACK.format('talk.mp3').replace(chr(10), ' ').replace('<p>', '')}"),
        (
            "![Jo & co](<my film.mp4>)",
            '<p><video controls="" preload="metadata" src="../my%20film.mp4" title="Jo &amp; co"></video> '
            '<a href="../my%20film.mp4" class="video">Watch the video: Jo &amp; co</a></p>',
        ),
        ("[Listen](talk.mp3)", '<p><a href="../talk.mp3">Listen</a></p>'),
        (
            '<div><audio src="walk.ogg" title="Jo" autoplay loop preload="auto"></audio></div>',
            f"<div>{AUDIO.format('walk.ogg')}</div>",
        ),
        (
            '<video poster="still.png" width=320>\n<source src="film.webm" type="video/webm">\n'
            '<source src="my%20film.mp4">\n<track src="film.cy.vtt" srclang="cy">\n</video>',
            '<video controls="" preload="metadata" poster="../still.png" width="320">\n'
            '<source src="../film.webm" type="video/webm"/>\n<source src="../my%20film.mp4"/>\n'
            '<track src="../film.cy.vtt" srclang="cy"/>\n</video>\n'
            '<p><a href="../film.webm" class="video">Watch the video</a></p>',
        ),
        (
            "[![Jo](walk.m4a)](../docs/about.md).",
            '<p><a href="../../about/">Jo</a>.</p>',
        ),
        ("`![Jo](talk.mp3)`", "<p><code>![Jo](talk.mp3)</code></p>"),
    ],
)
def test_recording_becomes_player_and_link(tmp_path: Path, written: str, shown: str) -> None:
    assert body(tmp_path, written) == shown


def test_only_used_recordings_are_published_with_captions(tmp_path: Path) -> None:
    text = story('![Jo](talk.mp3)\n\n<video src="film.webm"></video>')
    build = open_newsroom(tmp_path, newsroom("stories/x.md", text))
    assert build.problems == ()
    assert sorted(path for path in build.assets if not path.endswith(".png")) == [
        "stories/film.webm",
        "stories/talk.mp3",
        "stories/talk.vtt",
    ]


def test_feeds_and_emails_link_to_recording(tmp_path: Path) -> None:
    text = newsletter("## Hello\n\n![Jo](talk.mp3)\n\n<video title='The street' src='film.webm'></video>")
    site = published(tmp_path, newsroom("newsletters/2024-05.md", text), settings={**SETTINGS, "languages": ["en"]})
    url = "https://elm.example/newsletters"
    feed, email = site["atom.xml"].decode(), site["newsletters/2024-05/email/generic.html"].decode()
    for link in (f'"{url}/talk.mp3"&gt;Listen: Jo&lt;/a', f'"{url}/film.webm"&gt;Watch the video: The street&lt;/a'):
        assert link in feed
    assert f'href="{url}/talk.mp3"' in email
    assert email.count("Listen: Jo") == email.count("Watch the video: The street") == 1
    assert "<audio" not in email
    assert "<video" not in email
    assert f"{url}/talk.mp3" in site["newsletters/2024-05/email/generic.txt"].decode()


TABLE = {
    "![](talk.mp3)": "recording-text-missing",
    "![Jo](tlak.mp3)": "recording-missing",
    "![Jo](talk.vtt)": "captions-alone",
    '<audio src="tlak.mp3"></audio>': "recording-missing",
    '<video src="film.webm" poster="gone.png"></video>': "link-missing",
    '<video src="film.webm" autoplay></video>': "autoplay-left-out?",
    "![Jo](https://other.example/talk.mp3)": "recording-elsewhere?",
    '<a href="talk.mp3">Jo</a>': "link-in-html",
}


@pytest.mark.parametrize("written", TABLE)
def test_errors_in_recordings_are_reported(tmp_path: Path, written: str, reported: Reported) -> None:
    problems = problems_in(tmp_path, newsroom("stories/x.md", story(written)))
    assert f"stories/x.md:8 {TABLE[written]}" in reported(problems)
