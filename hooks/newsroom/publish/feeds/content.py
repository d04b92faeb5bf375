"""The HTML of an entry: what its page says, safe in any reader, and with whole addresses."""

import re
from urllib.parse import unquote, urljoin, urlsplit

from lxml.html import HtmlElement

from newsroom.markup.policy import FEED, LINK_SCHEMES
from newsroom.markup.tree import all_of, parse, plain_text, replace_by_text, serialise
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
    root = parse(html)
    replace_task_boxes(root)
    linked = {unquote(link.get("href", "").removeprefix("#")) for link in root.iter("a")}
    for image in all_of(root, "img"):
        if is_drawing(image.get("src", "")):
            image.set("src", png_path(image.get("src", "")))
        make_figure(image)
    for element in root.iter():
        if element.get("id") not in linked:
            element.attrib.pop("id", None)
        _make_whole(element, page_url)
    for image in all_of(root, "img"):
        if "src" not in image.attrib and "srcset" not in image.attrib:
            replace_by_text(image, image.get("alt") or "")
    return FEED.clean(serialise(root))


def _make_whole(element: HtmlElement, page_url: str) -> None:
    for name in _ADDRESSES:
        if name in element.attrib:
            _set(element, name, _whole(element.attrib[name], page_url))
    if "srcset" in element.attrib:
        _set(element, "srcset", _whole_list(element.attrib["srcset"], page_url))


def _set(element: HtmlElement, name: str, value: str | None) -> None:
    if value is None:
        del element.attrib[name]
    else:
        element.set(name, value)


def _whole(address: str, page_url: str) -> str | None:
    """An address on a page as a whole one; None for one that leads nowhere."""
    try:
        whole = urljoin(page_url, address.strip())
        return whole if urlsplit(whole).scheme in LINK_SCHEMES else None
    except ValueError:
        return None


def _whole_list(srcset: str, page_url: str) -> str | None:
    """The attribute `srcset` (WHATWG HTML, 4.8.4.2.1) with whole addresses; None where it has none."""
    found = ((_whole(address, page_url), size) for address, size in _CANDIDATE.findall(srcset))
    return ", ".join(f"{address} {size}".rstrip() for address, size in found if address) or None
