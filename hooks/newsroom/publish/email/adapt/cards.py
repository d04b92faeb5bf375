"""Replaces lone links to pages of the site by cards. Their texts are in the HTML and in the plain text."""

from collections.abc import Mapping

from lxml.html import HtmlElement

from newsroom.markup.tree import make_element, replace_element
from newsroom.publish.email.pictures import CONTENT_WIDTH, EmailPicture
from newsroom.publish.email.text import PICTURE_LINK
from newsroom.publish.text.language_marks import add_mark, language_attributes
from newsroom.publish.text.link_cards import LinkCard, find_lone_links

_COVER_WIDTH = 132
"""The width of a picture that is higher than wide, like a report's cover, in CSS pixels.

The text is beside it, and on phones the words that do not fit there are below it.
"""


def insert_card_tables(
    content: HtmlElement,
    lang: str,
    cards: Mapping[str, LinkCard],
    pictures: Mapping[str, EmailPicture | None],
) -> None:
    """Replace lone links in a section by cards, in place.

    Args:
        content: The section, with absolute addresses.
        lang: The language of the edition.
        cards: The cards, with absolute addresses, by the addresses of their pages.
        pictures: The email files of pictures by their absolute addresses on the site.
    """
    for paragraph, link in find_lone_links(content):
        card = cards.get(link.get("href", ""))
        if card:
            picture = pictures.get(card.picture_url)
            replace_element(paragraph, _card_table(card, lang, picture))


def _card_table(card: LinkCard, lang: str, picture: EmailPicture | None) -> HtmlElement:
    """Return a card as a table, because Outlook for Windows supports padding only in cells."""
    table = make_element(
        "table", **{"class": "card"}, role="presentation", width="100%", cellpadding="0", cellspacing="0", border="0"
    )
    language = language_attributes(card.lang, lang)
    title, summary = make_element("h3"), make_element("p", card.summary, **language)
    link = make_element("a", card.title, href=card.url, **{"class": "card-title"}, **language)
    add_mark(link, card.mark, lang)
    title.append(link)
    action = make_element("p")
    action.append(make_element("a", card.action, href=card.url, **{"class": "button"}))
    text = make_element("td", **{"class": "card-text"}, valign="top")
    kicker = make_element("p", " · ".join(card.labels), **{"class": "kicker"})
    text.extend([kicker, title, *(make_element("p", line) for line in card.details), summary, action])
    if card.download_url:
        download = make_element("p", **{"class": "small"})
        download.append(make_element("a", card.download, href=card.download_url))
        text.append(download)
    if picture:
        if picture.height > picture.width:
            text.insert(0, _linked_picture(card, picture, _COVER_WIDTH, {"class": "cover", "align": "left"}))
        else:
            shown = make_element("td", **{"class": "card-picture"})
            shown.append(_linked_picture(card, picture, CONTENT_WIDTH, {}))
            _add_row(table, shown)
    _add_row(table, text)
    return table


def _add_row(table: HtmlElement, cell: HtmlElement) -> None:
    row = make_element("tr")
    row.append(cell)
    table.append(row)


def _linked_picture(
    card: LinkCard, picture: EmailPicture, available: int, attributes: Mapping[str, str]
) -> HtmlElement:
    """Return a picture that leads to the page. Plain text leaves it out, since the title does that too."""
    width, height = picture.displayed_size(available, None)
    link = make_element("a", href=card.url, **{"class": PICTURE_LINK})
    shown = {"src": picture.url, "width": str(width), "height": str(height), "alt": card.title}
    link.append(make_element("img", **shown, **attributes))
    return link
