"""A video that a page plays in a frame is a link to where it can be watched."""

import pytest

from newsroom.markup.watch_address import watch_address


@pytest.mark.parametrize(
    ("frame", "watch"),
    [
        ("https://www.youtube.com/embed/a_B-1", "https://www.youtube.com/watch?v=a_B-1"),
        ("https://youtube.com/embed/x?start=90", "https://www.youtube.com/watch?v=x&t=90s"),
        ("https://www.youtube.com/embed/x?start=1m30s&rel=0", "https://www.youtube.com/watch?v=x&t=1m30s"),
        ("https://www.youtube.com/embed/x?start=0x5", "https://www.youtube.com/watch?v=x"),
        ("https://www.youtube.com/embed/x?list=PLa_b-1&start=5", "https://www.youtube.com/watch?v=x&list=PLa_b-1&t=5s"),
        ("https://www.youtube.com/embed/videoseries?list=PLa_b-1", "https://www.youtube.com/playlist?list=PLa_b-1"),
        (
            "https://www.youtube-nocookie.com/embed/videoseries?si=1&list=PL1",
            "https://www.youtube.com/playlist?list=PL1",
        ),
        ("https://www.youtube.com/embed?listType=playlist&list=PL1", "https://www.youtube.com/playlist?list=PL1"),
        ("https://www.youtube.com/embed/?listType=user_uploads&list=elm", "https://www.youtube.com/user/elm/videos"),
        ("https://www.youtube.com/embed/live_stream?channel=UCa-1", "https://www.youtube.com/channel/UCa-1/live"),
        ("https://youtube-nocookie.com/embed/live_stream?channel=UC1", "https://www.youtube.com/channel/UC1/live"),
        ("http://WWW.YouTube.com/embed/a", "https://www.youtube.com/watch?v=a"),
        ("https://www.youtube-nocookie.com/embed/a", "https://www.youtube.com/watch?v=a"),
        ("https://player.vimeo.com/video/123", "https://vimeo.com/123"),
        ("https://player.vimeo.com/video/1?h=ab12", "https://vimeo.com/1/ab12"),
        ("https://player.vimeo.com/video/1?h=ab12&badge=0#t=90s", "https://vimeo.com/1/ab12#t=90s"),
    ],
)
def test_known_player_has_watch_address(frame: str, watch: str) -> None:
    assert watch_address(frame) == watch


@pytest.mark.parametrize(
    "frame",
    [
        "https://maps.example/embed/a",
        "https://youtube.com.example/embed/a",
        "https://www.youtube.com/watch?v=a",
        "https://other.example/https://www.youtube.com/embed/a",
        "https://player.vimeo.com/video/a",
        "https://www.youtube.com/embed/videoseries",
        "https://www.youtube.com/embed/live_stream?channel=%22%3E",
        "https://[youtube.com/embed/a",
        "",
    ],
)
def test_unknown_frame_has_no_watch_address(frame: str) -> None:
    assert watch_address(frame) is None
