"""The HTML of an entry: what its page says, safe in any reader, and with whole addresses."""

import re
from urllib.parse import unquote, urljoin, urlsplit

from lxml.html import HtmlElement

from newsroom.markup.policy import FEED, LINK_SCHEMES
from newsroom.markup.tree import find_elements, parse_html, plain_text, replace_with_text, serialise_html
from newsroom.publish.pictures.markup import make_figure
from newsroom.publish.pictures.svg import is_drawing, png_path
from newsroom.publish.task_boxes import replace_task_boxes

__all__ = ["page_content", "plain_text"]
_ADDRESSES = ("cite", "href", "poster", "src")
_CANDIDATE = re.compile(r"[\s,]*([^\s,]\S*[^\s,]|[^\s,])\s*([\d.]+[wxh])?\s*(?:,|$)")


def page_content(html: str, page_url: str) -> str:
    """What readers of feeds see of a page, fit for XML, in which every address is whole.

    ``html`` is the HTML of a prepared text. Pictures with a title are figures, and drawings are PNG: many readers show
    no SVG. Classes and ids go, but for the ids to which the HTML itself has links, as of footnotes: such a link leads
    to the page, and readers that find its fragment in the entry stay there.
    """
    root = parse_html(html)
    replace_task_boxes(root)
    linked = {unquote(link.get("href", "").removeprefix("#")) for link in root.iter("a")}
    for image in find_elements(root, "img"):
        if is_drawing(image.get("src", "")):
            image.set("src", png_path(image.get("src", "")))
        make_figure(image)
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
            _set_or_delete(element, name, _absolute_url(element.attrib[name], page_url))
    if "srcset" in element.attrib:
        _set_or_delete(element, "srcset", _absolute_srcset(element.attrib["srcset"], page_url))


def _set_or_delete(element: HtmlElement, name: str, value: str | None) -> None:
    if value is None:
        del element.attrib[name]
    else:
        element.set(name, value)


def _absolute_url(address: str, page_url: str) -> str | None:
    """An address on a page as a whole one; None for one that leads nowhere."""
    try:
        absolute = urljoin(page_url, address.strip())
        return absolute if urlsplit(absolute).scheme in LINK_SCHEMES else None
    except ValueError:
        return None


def _absolute_srcset(srcset: str, page_url: str) -> str | None:
    """The attribute `srcset` (WHATWG HTML, 4.8.4.2.1) with whole addresses; None where it has none."""
    found = ((_absolute_url(address, page_url), size) for address, size in _CANDIDATE.findall(srcset))
    return ", ".join(f"{address} {size}".rstrip() for address, size in found if address) or None
