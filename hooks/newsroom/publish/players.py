"""Recordings that are files of this site: a player on the page, and a link for readers who cannot use one.

Editors write a recording like a picture, `![The interview](interview.mp3)`, or as HTML, `<audio src="interview.mp3">`.
Nothing plays until a reader wants it (WCAG 2.2, 1.4.2), and nothing is loaded before that but a film's first picture.
"""

import posixpath
from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import quote, unquote, urlsplit

from lxml.html import HtmlElement

from newsroom.content.folders import path_beside
from newsroom.content.formats import CAPTIONS, RECORDINGS, SOUNDS, captions_of, ending_of
from newsroom.markup.policy import PLAYERS
from newsroom.markup.tree import AMONG_WORDS, all_of, ancestors, is_in_link, make, replace, replace_by_text
from newsroom.publish.published_text import PublishedText
from newsroom.publish.recordings import recording_link_text
from newsroom.translations import Translations

_PRELOAD = MappingProxyType({"audio": "none", "video": "metadata"})


class Players:
    """The players of a site. ``assets`` are its files: paths in the repository, each with its path on the site."""

    def __init__(self, assets: Mapping[str, str]) -> None:
        self._assets = assets
        self._site_paths = frozenset(assets.values())

    def add_players(self, root: HtmlElement, text: PublishedText) -> None:
        """Give the recordings in a text players that wait until a reader starts them.

        Addresses that Markdown made lead from the page's address; those in HTML tags are the editor's, and lead from
        the page's file. Both lead from the page's address afterwards.
        """
        for element in all_of(root, *PLAYERS, "source", "track"):
            self._prepare_element(element, text)
        for image in all_of(root, "img"):
            self._replace_image(image, text)

    def _replace_image(self, image: HtmlElement, text: PublishedText) -> None:
        """A player for a recording that was written as a picture. A link can hold no player, but its words."""
        address = image.get("src") or ""
        path = _path_on_site(address)
        ending = ending_of(path)
        if ending not in RECORDINGS or ending == CAPTIONS:
            return
        title = (image.get("alt") or "").strip()
        if is_in_link(image):
            replace_by_text(image, title)
            return
        name = "audio" if ending in SOUNDS else "video"
        player = make(name, controls="", preload=_PRELOAD[name], src=address, title=title)
        captions = captions_of(posixpath.normpath(posixpath.join(text.url, path)))
        if captions in self._site_paths:
            player.append(make("track", kind="captions", src=_relative_address(captions, text), default=""))
        replace(image, player)

    def _prepare_element(self, element: HtmlElement, text: PublishedText) -> None:
        """Whatever an editor wrote into a player's tag, it never starts by itself, and its addresses are the page's."""
        attributes = dict(element.attrib)
        for name in ("src", "poster"):
            if name in attributes:
                attributes[name] = self._address(attributes[name], text)
        if element.tag in PLAYERS:
            attributes = {"controls": "", "preload": ""} | attributes | {"preload": _PRELOAD[str(element.tag)]}
        element.attrib.clear()
        element.attrib.update(attributes)

    def _address(self, target: str, text: PublishedText) -> str:
        """The address, from a page, of the file that its text names; as it is written where there is none."""
        site_path = self._assets.get(path_beside(text.path, _path_on_site(target)))
        fragment = target.partition("#")[2]
        return f"{_relative_address(site_path, text)}{f'#{fragment}' if fragment else ''}" if site_path else target


def add_player_links(root: HtmlElement, t: Translations) -> None:
    """Put a link to its recording behind each player that is in none; ``words`` are those of the page's language."""
    for player in all_of(root, *PLAYERS):
        addresses = [element.get("src") for element in player.iter(str(player.tag), "source")]
        source = next(filter(None, addresses), None)
        if source and not is_in_link(player):
            link_text = recording_link_text(str(player.tag), t, (player.get("title") or "").strip(), is_known=True)
            link = make("a", link_text, href=source, **({"class": "video"} if player.tag == "video" else {}))
            _insert_after(player, link)


def _insert_after(player: HtmlElement, link: HtmlElement) -> None:
    """The link in a paragraph of its own, or behind a blank where the player is among words."""
    parent, tail = player.getparent(), player.tail
    if parent is None:
        return
    if AMONG_WORDS.isdisjoint(ancestors(player)):
        paragraph = make("p")
        paragraph.append(link)
        link, player.tail = paragraph, "\n"
    else:
        player.tail = " "
    link.tail = tail
    parent.insert(parent.index(player) + 1, link)


def _path_on_site(address: str) -> str:
    """The path in an address of this site; "" for one of another."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return "" if parts.scheme or parts.netloc else unquote(parts.path)


def _relative_address(site_path: str, text: PublishedText) -> str:
    return quote(posixpath.relpath(site_path, text.url or "."))
