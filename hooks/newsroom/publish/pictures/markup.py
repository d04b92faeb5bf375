"""The HTML of pictures on pages: a `<picture>` with files for all screens, or an `<img>` for a drawing."""

import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import quote, unquote

from lxml.html import HtmlElement
from markupsafe import Markup

from newsroom.content.document import AnyDocument
from newsroom.content.folders import path_beside, site_path
from newsroom.content.model import Image
from newsroom.content.web_address import split_address
from newsroom.markup.links import relative_address
from newsroom.markup.tree import find_elements, parse_html, replace_element
from newsroom.publish.pages.page import WebPage
from newsroom.publish.pictures.variants import MODERN_FORMATS, ModernFormat, fallback_files, variant_path

BODY_SIZES = "(min-width: 675px) 620px, 92vw"
"""The value of the HTML attribute `sizes` for a picture in a page's text."""
_BODY_WIDTH = 620
"""The width of the text in pixels. Narrower pictures are not enlarged."""
_DECORATIVE = "decorative"


@dataclass(frozen=True)
class PictureSize:
    """A picture's width and height in pixels, if known, and the widths of its variants, if it has any."""

    width: int | None
    height: int | None
    widths: tuple[int, ...] = ()


def picture_html(attributes: Mapping[str, str], sized: PictureSize, *, sizes: str, eager: bool) -> str:
    """Return the HTML of a picture.

    Args:
        attributes: The attributes of the `<img>`, including ``src``. They override computed ones.
        sized: The sizes of the picture.
        sizes: The value of the attribute `sizes`.
        eager: Whether to load it at once, since readers see it first. Other pictures are loaded lazily.
    """
    loading = {"fetchpriority": "high"} if eager else {"loading": "lazy"}
    size = size_attributes(attributes, sized)
    own_width = size.get("width", "")
    if "width" in attributes and own_width.isdecimal() and sized.widths and int(own_width) < sized.widths[-1]:
        sizes = f"{own_width}px"
    elif sized.width and sized.width < _BODY_WIDTH:
        sizes = f"min({sized.width}px, 92vw)"
    src = attributes["src"]
    smaller = _candidates(fallback_files(src, sized.widths)) if sized.widths else ""
    choice = {"srcset": f"{smaller}, {src} {sized.widths[-1]}w", "sizes": sizes} if smaller else {}
    loading_attributes = {} if "loading" in attributes else loading
    image = image_tag({"src": src, **choice, **attributes, **loading_attributes, "decoding": "async", **size})
    if not sized.widths:
        return image
    sources = (
        f'<source type="{form.media_type}" srcset="{escape(_srcset(src, sized.widths, form))}" sizes="{escape(sizes)}">'
        for form in MODERN_FORMATS
    )
    return f"<picture>{''.join(sources)}{image}</picture>"


def alternative_text(text: str) -> str:
    """Return the alternative text of a picture: empty if editors wrote `decorative`."""
    return "" if text.strip().casefold() == _DECORATIVE else text


def clear_decorative_text(root: HtmlElement) -> None:
    """Give pictures with the alternative text `decorative` an empty one."""
    for image in root.iter("img"):
        if alternative_text(image.get("alt") or "") != (image.get("alt") or ""):
            image.set("alt", "")


def image_tag(attributes: Mapping[str, str]) -> str:
    """Return an `<img>` with attributes."""
    parts = (f'{name}="{escape(value)}"' for name, value in attributes.items())
    return f"<img {' '.join(parts)}>"


def size_attributes(attributes: Mapping[str, str], sized: PictureSize) -> dict[str, str]:
    """Return width and height in CSS pixels: as the author set them, else in the picture's own proportion."""
    wanted = {name: attributes[name] for name in ("width", "height") if name in attributes}
    if len(wanted) == 2 or sized.width is None or sized.height is None:
        return wanted
    if not wanted:
        return {"width": str(sized.width), "height": str(sized.height)}
    (name, value), *_ = wanted.items()
    if not value.isdecimal():
        return wanted
    if name == "width":
        return {"width": value, "height": str(max(1, round(int(value) * sized.height / sized.width)))}
    return {"width": str(max(1, round(int(value) * sized.width / sized.height))), "height": value}


def _srcset(src: str, widths: tuple[int, ...], form: ModernFormat) -> str:
    """Return the value of `srcset` for one format: the address and the width of each file."""
    return _candidates((width, variant_path(src, width, form)) for width in widths)


def _candidates(files: Iterable[tuple[int, str]]) -> str:
    return ", ".join(f"{address} {width}w" for width, address in files)


class PictureHtml:
    """Makes the HTML of pictures. ``size_of`` returns the size of the picture with a path on the site."""

    def __init__(self, size_of: Callable[[str], PictureSize | None]) -> None:
        self.size_of = size_of

    def picture(
        self,
        page_url: str,
        document: AnyDocument,
        image: Image,
        sizes: str = BODY_SIZES,
        *,
        eager: bool = False,
        alt: str | None = None,
    ) -> Markup:
        """Return the HTML of a picture that a document's front matter names.

        Args:
            page_url: The address of the page, relative to the site's root. It starts with a slash for absolute paths.
            sizes: The value of the HTML attribute `sizes`.
            eager: Whether to load it at once, for the page's lead picture.
            alt: An alternative text to use instead of the picture's own.
        """
        path = site_path(path_beside(document.path, image.src))
        is_absolute = page_url.startswith("/")
        address = f"{page_url}{quote(path)}" if is_absolute else relative_address(quote(path), page_url)
        alt_text = alternative_text(image.alt) if alt is None else alt
        attributes = {"src": address, "alt": alt_text}
        sized = self.size_of(path) or PictureSize(None, None)
        return Markup(picture_html(attributes, sized, sizes=sizes, eager=eager))

    def smallest_file(self, document: AnyDocument, image: Image) -> str:
        """Return the path on the site of the smallest file of a picture that a document's front matter names."""
        path = site_path(path_beside(document.path, image.src))
        sized = self.size_of(path)
        return variant_path(path, sized.widths[0], MODERN_FORMATS[-1]) if sized and sized.widths else path

    def insert_pictures(self, page: WebPage, root: HtmlElement) -> None:
        """Replace the images in a page's body by pictures in all formats.

        The first is loaded at once, unless the page has a lead picture above it.
        """
        front = page.document.front if page.document else None
        is_first = front is None or not front.lead_image
        for image in find_elements(root, "img"):
            sized = self.size_of(picture_path(page.url, image.get("src", "")))
            if sized is not None and "srcset" not in image.attrib:
                replace_element(
                    image, parse_html(picture_html(dict(image.attrib), sized, sizes=BODY_SIZES, eager=is_first))[0]
                )
                is_first = False


def picture_path(page_url: str, src: str) -> str:
    """Return the path on the site of a picture; "" for one on another site. ``src`` is relative to the page."""
    address = split_address(src)
    if address.scheme or address.netloc or not address.path or address.path.startswith("/"):
        return ""
    return posixpath.normpath(posixpath.join(page_url, unquote(address.path)))
