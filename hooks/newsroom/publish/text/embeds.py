"""Protects readers' privacy: a page's text does not make a browser send requests to other hosts.

Embedded pages and files of other hosts are replaced by links. :mod:`newsroom.markup.policy` decides which elements
are embeds.
"""

from collections.abc import Iterator

from lxml.html import HtmlElement

from newsroom.markup.links import parse_srcset, valid_address
from newsroom.markup.policy import (
    LOADED_ATTRIBUTES,
    PLAYERS,
    is_allowed_link,
    is_on_another_host,
    normalise_address,
)
from newsroom.markup.tree import (
    TEXT_CONTAINERS,
    ancestors,
    find_elements,
    is_in_link,
    make_element,
    replace_element,
    replace_with_text,
)
from newsroom.markup.watch_address import watch_address
from newsroom.publish.text.players import recording_link_text
from newsroom.translations import Translations


def link_embeds(root: HtmlElement, site_url: str, t: Translations) -> None:
    """Replace embeds, and everything that would load from another host, by links.

    Args:
        root: The tree of a text; it is changed in place.
        site_url: The site's own public address.
        t: The translations in the language of the page.
    """
    for element in find_elements(root, "span", *LOADED_ATTRIBUTES):
        if element.tag == "span":
            _link_embed(element, t)
        elif element.tag == "img":
            _link_picture(element, site_url, t)
        elif element.tag in PLAYERS:
            _link_player(element, site_url, t)
    for element in find_elements(root, *LOADED_ATTRIBUTES):
        for name in _loading_attributes(element, site_url):
            del element.attrib[name]


def _link_embed(element: HtmlElement, t: Translations) -> None:
    embedded_address = element.attrib.pop("data-embed", None)
    if embedded_address is not None:
        address = _link_address(embedded_address)
        watch_url = watch_address(address)
        link_text = recording_link_text(
            "iframe", t, (element.get("title") or "").strip(), is_known=watch_url is not None
        )
        _replace_by_link(element, watch_url or address, link_text, is_video=watch_url is not None)


def _link_player(player: HtmlElement, site_url: str, t: Translations) -> None:
    """Replace a player by a link, unless one of its recordings is a file of this site."""
    sources = [address for element in player.iter(str(player.tag), "source") if (address := element.get("src"))]
    if sources and all(is_on_another_host(address, site_url) for address in sources):
        link_text = recording_link_text(str(player.tag), t, (player.get("title") or "").strip(), is_known=True)
        _replace_by_link(player, _link_address(sources[0]), link_text, is_video=player.tag == "video")


def _link_picture(image: HtmlElement, site_url: str, t: Translations) -> None:
    if is_on_another_host(image.get("src") or "", site_url):
        link_text = (image.get("alt") or "").strip() or t("elsewhere.picture")
        if is_in_link(image):
            replace_with_text(image, link_text)
        else:
            replace_element(image, make_element("a", link_text, href=_link_address(image.get("src") or "")))


def _replace_by_link(element: HtmlElement, address: str, link_text: str, *, is_video: bool) -> None:
    """Replace an element by a link: by plain text inside a link, and by nothing if the address cannot be linked to.

    The class "video" is for email, which shows a picture instead of a video.
    """
    if is_in_link(element):
        replace_with_text(element, link_text)
    elif not is_allowed_link(address):
        element.drop_tree()
    else:
        link = make_element("a", link_text, href=address, **({"class": "video"} if is_video else {}))
        if TEXT_CONTAINERS.isdisjoint(ancestors(element)):
            paragraph = make_element("p")
            paragraph.append(link)
            link = paragraph
        replace_element(element, link)


def _link_address(address: str) -> str:
    """Return the address for a link. An address without a scheme, like "//host/path", gets https."""
    plain = valid_address(normalise_address(address))
    return f"https:{plain}" if plain.startswith("//") else plain


def _loading_attributes(element: HtmlElement, site_url: str) -> Iterator[str]:
    """Yield the attributes of an element that would load a file from another host."""
    for name in LOADED_ATTRIBUTES[str(element.tag)]:
        if is_on_another_host(element.get(name) or "", site_url):
            yield name
    if any(is_on_another_host(address, site_url) for address, _ in parse_srcset(element.get("srcset") or "")):
        yield "srcset"
