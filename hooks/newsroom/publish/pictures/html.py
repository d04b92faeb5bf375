"""The HTML of pictures on pages."""

import posixpath
from collections.abc import Callable
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
from newsroom.publish.pictures.markup import BODY_SIZES, PictureSize, alternative_text, picture_html
from newsroom.publish.pictures.variants import MODERN_FORMATS, variant_path


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
