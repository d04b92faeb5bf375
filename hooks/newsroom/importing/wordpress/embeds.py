"""Pages of other sites that WordPress shows inside a text, and that become links."""

import re
from html import escape, unescape

from newsroom.content.web_address import split_address
from newsroom.importing.wordpress.context import ContentContext

_LINE = re.compile(r"^[ \t]*(https?://[^\s<>\"\[\]]+)[ \t]*$", re.MULTILINE)
"""Matches a line that has nothing but an address. WordPress shows what is at it."""
_VIDEO_HOSTS = (
    ".youtube.com",
    ".youtu.be",
    ".youtube-nocookie.com",
    ".vimeo.com",
    ".dailymotion.com",
    ".videopress.com",
    ".ted.com",
)
_RECORDING_HOSTS = (".soundcloud.com", ".spotify.com", ".mixcloud.com", ".anchor.fm", ".podbean.com", ".audioboom.com")


def embed_html(address: str, context: ContentContext) -> str:
    """A paragraph with a link to what was shown, which says what it is if its host is known."""
    address = unescape(address).strip()
    if address.startswith("//"):
        address = f"https:{address}"
    host = (split_address(address).hostname or "").removeprefix("www.").removeprefix("m.")
    if not host:
        context.log.dropped("Something that was shown from another site has no address, and is left out.", address)
        return ""
    kind = next(
        (
            name
            for name, hosts in (("Video", _VIDEO_HOSTS), ("Recording", _RECORDING_HOSTS))
            if f".{host}".endswith(hosts)
        ),
        "Page",
    )
    words = f"{kind} on {host}"
    context.log.guessed(f"What was shown from {host} is now a link: write what it leads to.", words)
    return f'<p><a href="{escape(address)}">{escape(words)}</a></p>'


def replace_bare_addresses(text: str, context: ContentContext) -> str:
    """Make links of the lines of a classic text that have only an address."""
    return _LINE.sub(lambda match: f"\n\n{embed_html(match[1], context)}\n\n", text)
