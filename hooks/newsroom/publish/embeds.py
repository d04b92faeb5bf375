"""Privacy by construction: nothing in a page's text makes a reader's browser ask another host.

What would load from elsewhere, and what shows a page of any kind, is replaced by a link, which asks only when a reader
follows it. What counts as such is decided in :mod:`newsroom.markup.policy`.
"""

from collections.abc import Iterator

from lxml.html import HtmlElement

from newsroom.markup.links import valid_address
from newsroom.markup.policy import LOADED, PLAYERS, candidates, is_elsewhere, may_link, plain_address
from newsroom.markup.tree import AMONG_WORDS, all_of, ancestors, is_in_link, make, replace, replace_by_text
from newsroom.publish.recordings import recording_link_text, watch_address
from newsroom.translations import Translations


def link_embeds(root: HtmlElement, site_url: str, t: Translations) -> None:
    """Put links in the place of embeds and of what would load from another host than ``site_url``'s.

    ``words`` are those of the page's language.
    """
    for element in all_of(root, "span", *LOADED):
        if element.tag == "span":
            _link_embed(element, t)
        elif element.tag == "img":
            _link_picture(element, site_url, t)
        elif element.tag in PLAYERS:
            _link_player(element, site_url, t)
    for element in all_of(root, *LOADED):
        for name in _loading_attributes(element, site_url):
            del element.attrib[name]


def _link_embed(place: HtmlElement, t: Translations) -> None:
    written = place.attrib.pop("data-embed", None)
    if written is not None:
        address = _whole(written)
        watch = watch_address(address)
        said = recording_link_text("iframe", t, (place.get("title") or "").strip(), is_known=watch is not None)
        _put_link(place, watch or address, said, is_video=watch is not None)


def _link_player(player: HtmlElement, site_url: str, t: Translations) -> None:
    """A player stays as long as one of its recordings is ours."""
    sources = [address for element in player.iter(str(player.tag), "source") if (address := element.get("src"))]
    if sources and all(is_elsewhere(address, site_url) for address in sources):
        said = recording_link_text(str(player.tag), t, (player.get("title") or "").strip(), is_known=True)
        _put_link(player, _whole(sources[0]), said, is_video=player.tag == "video")


def _link_picture(image: HtmlElement, site_url: str, t: Translations) -> None:
    if is_elsewhere(image.get("src") or "", site_url):
        said = (image.get("alt") or "").strip() or t("elsewhere.picture")
        if is_in_link(image):
            replace_by_text(image, said)
        else:
            replace(image, make("a", said, href=_whole(image.get("src") or "")))


def _put_link(place: HtmlElement, address: str, said: str, *, is_video: bool) -> None:
    """A link to what cannot be shown; its words alone where it is in a link, and nothing where it cannot be followed.

    The class is for email, which shows videos by a picture.
    """
    if is_in_link(place):
        replace_by_text(place, said)
    elif not may_link(address):
        place.drop_tree()
    else:
        link = make("a", said, href=address, **({"class": "video"} if is_video else {}))
        if AMONG_WORDS.isdisjoint(ancestors(place)):
            paragraph = make("p")
            paragraph.append(link)
            link = paragraph
        replace(place, link)


def _whole(address: str) -> str:
    """The address of a link, also where that of a frame begins with its host."""
    plain = valid_address(plain_address(address))
    return f"https:{plain}" if plain.startswith("//") else plain


def _loading_attributes(element: HtmlElement, site_url: str) -> Iterator[str]:
    """The attributes of an element that would load from elsewhere."""
    for name in LOADED[str(element.tag)]:
        if is_elsewhere(element.get(name) or "", site_url):
            yield name
    if any(is_elsewhere(address, site_url) for address in candidates(element.get("srcset") or "")):
        yield "srcset"
