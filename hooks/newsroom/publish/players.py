"""Recordings that are files of this site: a player on the page, and a link for readers who cannot use one.

Editors write a recording like a picture, `![The interview](interview.mp3)`, or as HTML, `<audio src="interview.mp3">`.
Nothing plays until a reader wants it (WCAG 2.2, 1.4.2), and nothing is loaded before that but a film's first picture.
"""

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from html import escape
from types import MappingProxyType
from urllib.parse import quote, unquote, urlsplit

from newsroom.content.folders import path_beside
from newsroom.content.formats import CAPTIONS, RECORDINGS, SOUNDS, captions_of, ending_of
from newsroom.loading import PLAYERS, STARTS_BY_ITSELF
from newsroom.publish.page import WebPage
from newsroom.publish.recordings import AMONG_WORDS, link_words
from newsroom.tags import Tag, find_tags
from newsroom.translations import Translations

_PRELOAD = MappingProxyType({"audio": "none", "video": "metadata"})
_PARTS = frozenset({*PLAYERS, "source", "track"})
_DECIDED_HERE = frozenset({*STARTS_BY_ITSELF, "controls", "preload"})


class Players:
    """The players of a site. ``assets`` are its files: paths in the repository, each with its path on the site."""

    def __init__(self, assets: Mapping[str, str]) -> None:
        self._assets = assets
        self._site_paths = frozenset(assets.values())

    def in_body(self, html: str, page: WebPage) -> str:
        """The HTML of a page's body in which its recordings have players that wait until a reader starts them.

        Addresses that Markdown made lead from the page's address; those in HTML tags are the editor's, and lead from
        the page's file. Both lead from the page's address afterwards.
        """
        folded = html.lower()
        if not any(mark in folded for mark in ("<audio", "<video", *RECORDINGS)):
            return html
        parts: list[str] = []
        position, open_links = 0, 0
        for tag in find_tags(html):
            open_links += (-1 if tag.is_end else 1) if tag.name == "a" else 0
            written = None if tag.is_end or tag.is_broken else self._written(tag, page, is_in_link=open_links > 0)
            if written is not None:
                parts += [html[position : tag.start], written]
                position = tag.end
        return "".join([*parts, html[position:]])

    def _written(self, tag: Tag, page: WebPage, *, is_in_link: bool) -> str | None:
        """What is written for a tag; None where it stays as it is. A link can hold no player, but its words."""
        if tag.name == "img":
            player = self._player(tag, page)
            return escape(tag.get("alt") or "", quote=False) if player and is_in_link else player
        return self._part(tag, page) if tag.name in _PARTS else None

    def _player(self, image: Tag, page: WebPage) -> str | None:
        """The player for a recording that was written as a picture; None for a picture."""
        address = image.get("src") or ""
        path = _own_path(address)
        ending = ending_of(path)
        if ending not in RECORDINGS or ending == CAPTIONS:
            return None
        name = "audio" if ending in SOUNDS else "video"
        title = (image.get("alt") or "").strip()
        captions = captions_of(posixpath.normpath(posixpath.join(page.url, path)))
        track = f'<track kind="captions" src="{_from_page(captions, page)}" default>'
        start = f'<{name} controls preload="{_PRELOAD[name]}" src="{escape(address)}" title="{escape(title)}">'
        return f"{start}{track if captions in self._site_paths else ''}</{name}>"

    def _part(self, tag: Tag, page: WebPage) -> str:
        """A tag of a player that an editor wrote, which never starts by itself."""
        attributes: dict[str, str] = {}
        if tag.name in PLAYERS:
            attributes = {"controls": "", "preload": _PRELOAD[tag.name]}
        for attribute in tag.attributes:
            if attribute.name in ("src", "poster"):
                attributes.setdefault(attribute.name, self._address(attribute.value, page))
            elif not (tag.name in PLAYERS and attribute.name in _DECIDED_HERE):
                attributes.setdefault(attribute.name, attribute.value)
        said = (f' {name}="{escape(value)}"' if value else f" {name}" for name, value in attributes.items())
        return f"<{tag.name}{''.join(said)}>"

    def _address(self, target: str, page: WebPage) -> str:
        """The address, from a page, of the file that its text names; as it is written where there is none."""
        site_path = self._assets.get(path_beside(page.path, _own_path(target)))
        fragment = target.partition("#")[2]
        return f"{_from_page(site_path, page)}{f'#{fragment}' if fragment else ''}" if site_path else target


def with_links(html: str, t: Translations) -> str:
    """The HTML with a link behind each player, to its recording. ``words`` are those of the page's language."""
    has_players = any(f"<{name}" in html.lower() for name in PLAYERS)
    return "".join(_linked(html, t)) if has_players else html


def _linked(html: str, t: Translations) -> Iterator[str]:
    opened: Counter[str] = Counter()
    player: Tag | None = None
    source: str | None = None
    position = 0
    for tag in find_tags(html):
        if tag.name in PLAYERS and not tag.is_end:
            player, source = tag, tag.get("src")
        elif player and tag.name == "source":
            source = source or tag.get("src")
        elif player and tag.name == player.name:
            yield html[position : tag.end]
            position = tag.end
            if source and not opened["a"]:
                said = link_words(player.name, t, (player.get("title") or "").strip(), is_known=True)
                link = f'<a href="{escape(source)}">{escape(said, quote=False)}</a>'
                yield f" {link}" if any(opened[name] for name in AMONG_WORDS) else f"\n<p>{link}</p>"
            player = None
        elif tag.name in AMONG_WORDS:
            opened[tag.name] = max(0, opened[tag.name] + (-1 if tag.is_end else 1))
    yield html[position:]


def _own_path(address: str) -> str:
    """The path in an address of this site; "" for one of another."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return "" if parts.scheme or parts.netloc else unquote(parts.path)


def _from_page(site_path: str, page: WebPage) -> str:
    return quote(posixpath.relpath(site_path, page.url or "."))
