"""Plain links to share a page, without scripts of other hosts."""

from dataclasses import dataclass
from urllib.parse import quote

from newsroom.problems import shorten
from newsroom.translations import Translations

_BLUESKY_MAX_LENGTH = 300
"""The maximum number of graphemes in a Bluesky post. A text never has more graphemes than characters."""


@dataclass(frozen=True)
class ShareLink:
    """A link to share a page. ``name`` is for styles, ``label`` for readers."""

    name: str
    label: str
    url: str


def share_links(title: str, url: str, t: Translations) -> tuple[ShareLink, ...]:
    """Return the links to share a page with a title and an absolute address.

    All text is percent-encoded as UTF-8 (RFC 3986), and lines of an email end with CRLF (RFC 6068). The title is put on
    one line, since a line break in a subject would start another header.
    """
    title = " ".join(title.split())
    subject, body = _percent_encoded(title), _percent_encoded(f"{title}\r\n\r\n{url}\r\n")
    post = f"{shorten(title, _BLUESKY_MAX_LENGTH - len(url) - 2)} {url}"
    return (
        ShareLink("email", t("share.email"), f"mailto:?subject={subject}&body={body}"),
        ShareLink(
            "linkedin",
            t("share.linkedin"),
            f"https://www.linkedin.com/sharing/share-offsite/?url={_percent_encoded(url)}",
        ),
        ShareLink(
            "facebook", t("share.facebook"), f"https://www.facebook.com/sharer/sharer.php?u={_percent_encoded(url)}"
        ),
        ShareLink("bluesky", t("share.bluesky"), f"https://bsky.app/intent/compose?text={_percent_encoded(post)}"),
        ShareLink("whatsapp", t("share.whatsapp"), f"https://wa.me/?text={_percent_encoded(f'{title} {url}')}"),
    )


def _percent_encoded(text: str) -> str:
    return quote(text, safe="")
