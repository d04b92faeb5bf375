"""The addresses at which to watch the videos of embedded players."""

import re
from collections.abc import Mapping
from urllib.parse import parse_qs

from newsroom.content.web_address import split_address

_YOUTUBE = "https://www.youtube.com"
_YOUTUBE_HOSTS = frozenset({"youtube.com", "www.youtube.com", "youtube-nocookie.com", "www.youtube-nocookie.com"})
_VIDEO_ID = re.compile(r"[\w-]+")
_CHANNEL_ID = re.compile(r"[\w.-]+")
_START_TIME = re.compile(r"[0-9]+|(?:[0-9]+[hms])+")
"""Matches "90", "90s" and "1m30s"."""


def watch_address(frame: str) -> str | None:
    """Return the address at which to watch the video of an embedded player; None if the player is not known.

    A playlist keeps its list, a live stream leads to its channel, an unlisted video keeps its key, and a video with a
    start time keeps it.
    See https://developers.google.com/youtube/player_parameters and https://developer.vimeo.com/player/embedding.
    """
    parts = split_address(frame)
    if parts.scheme not in ("https", "http"):
        return None
    parameters = {name: values[0] for name, values in parse_qs(parts.query).items()}
    host = parts.netloc.lower()
    if host in _YOUTUBE_HOSTS and (found := re.match(r"/embed(?:/([^/]*))?/?\Z", parts.path)):
        return _youtube_address(found[1] or "", parameters)
    if host == "player.vimeo.com" and (found := re.match(r"/video/([0-9]+)/?\Z", parts.path)):
        return _vimeo_address(found[1], parameters, parts.fragment)
    return None


def _youtube_address(name: str, parameters: Mapping[str, str]) -> str | None:
    playlist, channel, start = (
        value if pattern.fullmatch(value := parameters.get(key, "")) else ""
        for key, pattern in (("list", _VIDEO_ID), ("channel", _CHANNEL_ID), ("start", _START_TIME))
    )
    if name in ("", "videoseries"):
        if parameters.get("listType") == "user_uploads":
            return f"{_YOUTUBE}/user/{playlist}/videos" if playlist else None
        return f"{_YOUTUBE}/playlist?list={playlist}" if playlist else None
    if name == "live_stream":
        return f"{_YOUTUBE}/channel/{channel}/live" if channel else None
    if not _VIDEO_ID.fullmatch(name):
        return None
    seconds = f"{start}s" if start.isdecimal() else start
    return f"{_YOUTUBE}/watch?v={name}{f'&list={playlist}' if playlist else ''}{f'&t={seconds}' if seconds else ''}"


def _vimeo_address(number: str, parameters: Mapping[str, str], fragment: str) -> str:
    key, moment = parameters.get("h", ""), fragment.removeprefix("t=")
    key = f"/{key}" if _VIDEO_ID.fullmatch(key) else ""
    return f"https://vimeo.com/{number}{key}{f'#t={moment}' if _START_TIME.fullmatch(moment) else ''}"
