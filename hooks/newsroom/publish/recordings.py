"""What stands for a recording where none is played: the address to watch it at, and the words of the link to it."""

import re

from newsroom.words import Words

AMONG_WORDS = frozenset({"p", "a", "span", "em", "strong", "li", "h1", "h2", "h3", "h4", "h5", "h6"})
"""Elements in which a link stands among words, and can be no paragraph of its own."""
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


def link_words(tag: str, words: Words, title: str, *, is_known: bool) -> str:
    """What the link to a recording says; a frame that is no known video player's may show anything."""
    if tag == "audio":
        return words("recording.listen", title=title) if title else words("recording.listen_untitled")
    if is_known:
        return words("recording.watch", title=title) if title else words("recording.watch_untitled")
    return title or words("recording.open_untitled")
