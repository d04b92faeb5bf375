"""A video that a page plays in a frame is a link to where it can be watched."""

import pytest

from newsroom.publish.recordings import watch_address


@pytest.mark.parametrize(
    ("frame", "watch"),
    [
        ("https://www.youtube.com/embed/a_B-1", "https://www.youtube.com/watch?v=a_B-1"),
        ("https://youtube.com/embed/a?start=5", "https://www.youtube.com/watch?v=a"),
        ("https://www.youtube-nocookie.com/embed/a", "https://www.youtube.com/watch?v=a"),
        ("https://player.vimeo.com/video/123?h=4", "https://vimeo.com/123"),
    ],
)
def test_a_known_players_frame_has_an_address_to_watch_at(frame: str, watch: str) -> None:
    assert watch_address(frame) == watch


@pytest.mark.parametrize(
    "frame",
    [
        "https://maps.example/embed/a",
        "https://youtube.com.example/embed/a",
        "https://www.youtube.com/watch?v=a",
        "https://other.example/https://www.youtube.com/embed/a",
        "https://player.vimeo.com/video/a",
        "",
    ],
)
def test_any_other_frame_has_none(frame: str) -> None:
    assert watch_address(frame) is None
