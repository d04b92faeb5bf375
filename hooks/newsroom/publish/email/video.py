"""Videos: the addresses at which people can watch what a page plays in a frame."""

import re

_FRAMES = (
    (re.compile(r"https://(?:www\.)?youtube(?:-nocookie)?\.com/embed/([\w-]+)"), "https://www.youtube.com/watch?v={}"),
    (re.compile(r"https://player\.vimeo\.com/video/(\d+)"), "https://vimeo.com/{}"),
)


def watch_address(frame: str) -> str | None:
    """Where to watch the video that a frame of an address plays; None where the frame is no known video player's."""
    for pattern, watch in _FRAMES:
        if found := pattern.match(frame):
            return watch.format(found[1])
    return None
