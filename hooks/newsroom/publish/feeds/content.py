"""Makes the HTML of an entry from its page: safe for feed readers, and with absolute addresses."""

from collections.abc import Callable, Sequence
from copy import deepcopy
from functools import partial
from urllib.parse import unquote, urljoin, urlsplit

from lxml.html import HtmlElement

from newsroom.content.formats import is_drawing
from newsroom.markup.links import change_srcset
from newsroom.markup.policy import FEED, LINK_SCHEMES
from newsroom.markup.tree import find_elements, replace_with_text, serialise_html, set_or_delete
from newsroom.publish.pictures.markup import PictureSize, size_attributes
from newsroom.publish.pictures.svg import png_path
from newsroom.publish.text.body import replace_task_boxes

_ADDRESSES = ("href", "poster", "src")


def page_content(
    body: HtmlElement,
    page_url: str,
    lead: Sequence[HtmlElement] = (),
    *,
    size_of: Callable[[str], PictureSize | None] = lambda _src: None,
) -> str:
    """Make HTML for feed readers from the body of a page.

    Drawings become PNG, because many readers do not show SVG. Classes and ids are removed, except ids that the HTML
    links to, as for footnotes. Such a link leads to the page; some readers find its target in the entry.

    Args:
        body: The prepared tree of the page's body. It is not changed.
        page_url: The absolute address of the page.
        lead: The elements to show above the body.
        size_of: Returns the size of a picture, if it is known, by the address that the page has for it.
    """
    root = deepcopy(body)
    for element in reversed(lead):
        root.text, element.tail = None, f"\n{root.text or ''}"
        root.insert(0, element)
    replace_task_boxes(root)
    linked = {unquote(link.get("href", "").removeprefix("#")) for link in root.iter("a")}
    for image in find_elements(root, "img"):
        if sized := size_of(image.get("src", "")):
            image.attrib.update(size_attributes(dict(image.attrib), sized))
        if is_drawing(image.get("src", "")):
            image.set("src", png_path(image.get("src", "")))
    for element in root.iter():
        if element.get("id") not in linked:
            element.attrib.pop("id", None)
        _make_addresses_absolute(element, page_url)
    for image in find_elements(root, "img"):
        if "src" not in image.attrib and "srcset" not in image.attrib:
            replace_with_text(image, image.get("alt") or "")
    return FEED.clean(serialise_html(root))


def _make_addresses_absolute(element: HtmlElement, page_url: str) -> None:
    for name in _ADDRESSES:
        if name in element.attrib:
            set_or_delete(element, name, _absolute_url(page_url, element.attrib[name]))
    if "srcset" in element.attrib:
        set_or_delete(element, "srcset", change_srcset(element.attrib["srcset"], partial(_absolute_url, page_url)))


def _absolute_url(page_url: str, address: str) -> str | None:
    """Resolve an address on a page. Returns None if it is invalid or its scheme is not allowed."""
    try:
        absolute = urljoin(page_url, address.strip())
        return absolute if urlsplit(absolute).scheme in LINK_SCHEMES else None
    except ValueError:
        return None
