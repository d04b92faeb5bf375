"""Replaces pictures by their email files, no wider than their container, or by links."""

from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from newsroom.markup.tree import find_elements, is_in_link, make_element, replace_element
from newsroom.problems import Fault
from newsroom.publish.email.pictures import EmailPicture
from newsroom.publish.email.widths import available_width
from newsroom.translations import Translations


def fit_pictures(content: HtmlElement, t: Translations, pictures: Mapping[str, EmailPicture | None]) -> Iterator[Fault]:
    """Replace each picture by its email file. ``pictures`` has the files by the addresses of the pictures.

    A picture without a file becomes a link. The checks of content report missing pictures and pictures on other
    sites.
    """
    for image in find_elements(content, "img"):
        address, alt = image.get("src") or "", image.get("alt")
        picture = pictures.get(address)
        if picture:
            width, height = picture.displayed_size(available_width(image, content), image.get("width"))
            # With a maximum width alone, a picture that an inbox blocks would keep its whole width on a phone.
            style = f"width: 100%; max-width: {width}px;"
            kept = {"src": picture.url, "width": str(width), "height": str(height), "alt": alt or "", "style": style}
            title = {"title": image.attrib["title"]} if image.get("title") else {}
            image.attrib.clear()
            image.attrib.update({**kept, **title})
            if alt is None:
                what = "a picture has no alternative text"
                yield Fault("email-picture-alt-missing", what, 'write it: alt="what it shows"')
            continue
        _replace_by_link(image, address, alt or "", t)


def _replace_by_link(image: HtmlElement, address: str, alt: str, t: Translations) -> None:
    """Replace a picture that cannot be shown by a link with its alternative text; inside a link, by the text alone."""
    in_link = is_in_link(image)
    link_text = alt or ("" if in_link else t("elsewhere.picture"))
    is_text = in_link or not address
    replace_element(image, make_element("span", link_text) if is_text else make_element("a", link_text, href=address))
