"""What stands for a recording where none is played: the address to watch it at, and the words of the link to it."""

import re
from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

from newsroom.translations import Translations

_YOUTUBE = "https://www.youtube.com"
_YOUTUBE_HOSTS = frozenset({"youtube.com", "www.youtube.com", "youtube-nocookie.com", "www.youtube-nocookie.com"})
_VIDEO = re.compile(r"[\w-]+")
_NAME = re.compile(r"[\w.-]+")
_SECONDS = re.compile(r"[0-9]+|(?:[0-9]+[hms])+")
"""Matches "90", "90s" and "1m30s"."""


def watch_address(frame: str) -> str | None:
    """Where to watch the video that a frame of an address plays; None where the frame is no known video player's.

    A playlist's frame leads to the playlist, a live stream's to its channel, a video that is not listed to its address
    with the key, and one that starts later to that moment.
    See https://developers.google.com/youtube/player_parameters and https://developer.vimeo.com/player/embedding.
    """
    try:
        parts = urlsplit(frame)
    except ValueError:
        return None
    if parts.scheme not in ("https", "http"):
        return None
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    host = parts.netloc.lower()
    if host in _YOUTUBE_HOSTS and (found := re.match(r"/embed(?:/([^/]*))?/?\Z", parts.path)):
        return _youtube(found[1] or "", asked)
    if host == "player.vimeo.com" and (found := re.match(r"/video/([0-9]+)/?\Z", parts.path)):
        return _vimeo(found[1], asked, parts.fragment)
    return None


def _youtube(name: str, asked: Mapping[str, str]) -> str | None:
    playlist, channel, start = (
        value if pattern.fullmatch(value := asked.get(key, "")) else ""
        for key, pattern in (("list", _VIDEO), ("channel", _NAME), ("start", _SECONDS))
    )
    if name in ("", "videoseries"):
        if asked.get("listType") == "user_uploads":
            return f"{_YOUTUBE}/user/{playlist}/videos" if playlist else None
        return f"{_YOUTUBE}/playlist?list={playlist}" if playlist else None
    if name == "live_stream":
        return f"{_YOUTUBE}/channel/{channel}/live" if channel else None
    if not _VIDEO.fullmatch(name):
        return None
    seconds = f"{start}s" if start.isdecimal() else start
    return f"{_YOUTUBE}/watch?v={name}{f'&list={playlist}' if playlist else ''}{f'&t={seconds}' if seconds else ''}"


def _vimeo(number: str, asked: Mapping[str, str], fragment: str) -> str:
    key, moment = asked.get("h", ""), fragment.removeprefix("t=")
    key = f"/{key}" if _VIDEO.fullmatch(key) else ""
    return f"https://vimeo.com/{number}{key}{f'#t={moment}' if _SECONDS.fullmatch(moment) else ''}"


def recording_link_text(tag: str, t: Translations, title: str, *, is_known: bool) -> str:
    """What the link to a recording says; a frame that is no known video player's may show anything."""
    if tag == "audio":
        return t("recording.listen", title=title) if title else t("recording.listen_untitled")
    if is_known:
        return t("recording.watch", title=title) if title else t("recording.watch_untitled")
    return title or t("recording.open_untitled")
