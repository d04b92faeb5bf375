"""Players for recordings that are files of this site, with a link for readers who cannot use a player.

Editors write a recording like a picture, `![The interview](interview.mp3)`, or as HTML, `<audio src="interview.mp3">`.
A recording plays only when a reader starts it (WCAG 2.2, 1.4.2). Until then only a video's first picture is loaded.
"""

import posixpath
from collections.abc import Callable, Mapping
from urllib.parse import quote, unquote

from lxml.html import HtmlElement

from newsroom.content.folders import path_beside
from newsroom.content.formats import CAPTIONS, RECORDINGS, SOUNDS, captions_path, file_ending
from newsroom.content.web_address import split_address
from newsroom.markup.links import relative_address
from newsroom.markup.policy import PLAYERS
from newsroom.markup.tree import (
    TEXT_CONTAINERS,
    ancestors,
    find_elements,
    is_in_link,
    make_element,
    replace_element,
    replace_with_text,
)
from newsroom.publish.pages.page import PublishedText
from newsroom.translations import Translations

_PRELOAD: Mapping[str, str] = {"audio": "none", "video": "metadata"}


class Players:
    """Adds players to texts.

    Args:
        site_path_of: Returns the path on the site of a file of the repository; None if it is not published.
        is_published: Whether the site has a file with a path.
    """

    def __init__(self, site_path_of: Callable[[str], str | None], is_published: Callable[[str], bool]) -> None:
        self._site_path_of = site_path_of
        self._is_published = is_published

    def add_players(self, root: HtmlElement, text: PublishedText) -> None:
        """Show the recordings in a text in players that do not start by themselves.

        Addresses from Markdown are relative to the page's address, addresses in HTML tags to the page's file.
        Afterwards all are relative to the page's address.
        """
        for element in find_elements(root, *PLAYERS, "source", "track"):
            self._prepare_element(element, text)
        for image in find_elements(root, "img"):
            self._replace_image(image, text)

    def _replace_image(self, image: HtmlElement, text: PublishedText) -> None:
        """Replace a recording that was written as a picture by a player; inside a link, by its title."""
        address = image.get("src") or ""
        path = _path_on_site(address)
        ending = file_ending(path)
        if ending not in RECORDINGS or ending == CAPTIONS:
            return
        title = (image.get("alt") or "").strip()
        if is_in_link(image):
            replace_with_text(image, title)
            return
        name = "audio" if ending in SOUNDS else "video"
        player = make_element(name, controls="", preload=_PRELOAD[name], src=address, title=title)
        captions = captions_path(posixpath.normpath(posixpath.join(text.url, path)))
        if self._is_published(captions):
            captions_url = relative_address(quote(captions), text.url)
            player.append(make_element("track", kind="captions", src=captions_url, default=""))
        replace_element(image, player)

    def _prepare_element(self, element: HtmlElement, text: PublishedText) -> None:
        """Make addresses relative to the page, and let a player show its controls and not load its recording early."""
        attributes = dict(element.attrib)
        for name in ("src", "poster"):
            if name in attributes:
                attributes[name] = self._address(attributes[name], text)
        if element.tag in PLAYERS:
            attributes = {"controls": "", "preload": ""} | attributes | {"preload": _PRELOAD[str(element.tag)]}
        element.attrib.clear()
        element.attrib.update(attributes)

    def _address(self, target: str, text: PublishedText) -> str:
        """Return the address, relative to the page, of a file that a text names; unchanged if there is no such file."""
        site_path = self._site_path_of(path_beside(text.path, _path_on_site(target)))
        if site_path is None:
            return target
        _, mark, fragment = target.partition("#")
        return f"{relative_address(quote(site_path), text.url)}{fragment and mark}{fragment}"


def add_player_links(root: HtmlElement, t: Translations) -> None:
    """Add a link to the recording after each player that is not inside a link."""
    for player in find_elements(root, *PLAYERS):
        addresses = [element.get("src") for element in player.iter(str(player.tag), "source")]
        source = next(filter(None, addresses), None)
        if source and not is_in_link(player):
            link_text = recording_link_text(str(player.tag), t, (player.get("title") or "").strip(), is_known=True)
            link = make_element("a", link_text, href=source, **({"class": "video"} if player.tag == "video" else {}))
            _insert_after(player, link)


def _insert_after(player: HtmlElement, link: HtmlElement) -> None:
    """Insert a link after a player, in its own paragraph, or after a space if the player is inside a paragraph."""
    parent, tail = player.getparent(), player.tail
    if parent is None:
        return
    if TEXT_CONTAINERS.isdisjoint(ancestors(player)):
        paragraph = make_element("p")
        paragraph.append(link)
        link, player.tail = paragraph, "\n"
    else:
        player.tail = " "
    link.tail = tail
    parent.insert(parent.index(player) + 1, link)


def _path_on_site(address: str) -> str:
    """Return the path in an address of this site; "" for an address of another site."""
    parts = split_address(address)
    return "" if parts.scheme or parts.netloc else unquote(parts.path)


def recording_link_text(tag: str, t: Translations, title: str, *, is_known: bool) -> str:
    """Return the text of the link to a recording. A frame of an unknown player may show anything, not only a video."""
    if tag == "audio":
        return t("recording.listen", title=title) if title else t("recording.listen_untitled")
    if is_known:
        return t("recording.watch", title=title) if title else t("recording.watch_untitled")
    return title or t("recording.open_untitled")
