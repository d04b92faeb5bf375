"""Cards: a link to a page of the site that is alone in its paragraph is shown as a card with that page's title.

Pages and emails show cards, feeds and the search the link.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from lxml.html import HtmlElement

from newsroom.content.document import AnyDocument
from newsroom.content.folders import path_beside
from newsroom.content.model import Dated
from newsroom.markup.links import address_on_site, relative_address
from newsroom.markup.tree import make_element, replace_element
from newsroom.publish.build_context import BuildContext
from newsroom.publish.pages.labels import labels_of
from newsroom.publish.text.language_marks import add_mark, language_attributes, language_mark


@dataclass(frozen=True)
class LinkCard:
    """What a card shows of a page. Addresses are relative to the site's root.

    Attributes:
        type_name: The name of its type, for styles.
        lang: The language of its title and its summary.
        mark: What says so, like "(Saesneg)", if it is not the language of the page with the card; else "".
        labels: What it is, like "Story".
        details: When and where it is, line by line, if it is over some day.
        action: The words of the link to it, like "Read the story".
        picture: The path in the repository of its lead picture, if it has one.
        picture_url: The address of the picture; "" without one.
        download_url: The address of its PDF; "" if it has none.
        download: The words of the link to the PDF.
    """

    url: str
    type_name: str
    lang: str
    mark: str
    labels: tuple[str, ...]
    title: str
    details: tuple[str, ...]
    summary: str
    action: str
    picture: str | None = None
    picture_url: str = ""
    download_url: str = ""
    download: str = ""


class LinkCards:
    """Makes the cards of a site's pages."""

    def __init__(self, context: BuildContext) -> None:
        self._context = context

    def card_at(self, lang: str, url: str) -> LinkCard | None:
        """Return the card of the page at an address, for a page in a language; None if it is not that of a document."""
        page = self._context.site.by_url.get(url)
        document = page.document if page and not page.is_notice else None
        return self.card(lang, document) if document else None

    def card(self, lang: str, document: AnyDocument) -> LinkCard:
        """Return the card of a document for a page in a language."""
        t, assets, front = self._context.translations[lang], self._context.assets, document.front
        image = front.lead_image
        picture = path_beside(document.path, image.src) if image else ""
        file = path_beside(document.path, front.attachment) if front.attachment else ""
        action = next(name for name in (document.genre, document.type_name, "page") if t.has(f"card.{name}"))
        is_forthcoming = isinstance(front, Dated) and front.is_forthcoming
        return LinkCard(
            url=document.url,
            type_name=document.type_name,
            lang=document.lang,
            mark=language_mark(document.lang, t) if document.lang != lang else "",
            labels=labels_of(document, t),
            title=front.heading,
            details=document.type.details(front, t, self._context.library.is_over(document)),
            summary=front.summary,
            action=t(f"card.{action}"),
            picture=picture if picture in assets else None,
            picture_url=quote(assets.get(picture, "")),
            download_url="" if is_forthcoming else quote(assets.get(file, "")),
            download=t("publication.download"),
        )


def find_lone_links(root: HtmlElement) -> Iterator[tuple[HtmlElement, HtmlElement]]:
    """Yield each paragraph of a text that has nothing but one link in words, with the link. Buttons are left out.

    Paragraphs in lists, quotations and tables do not count.
    """
    for paragraph in list(root.iterchildren("p")):
        children = list(paragraph)
        if len(children) != 1 or children[0].tag != "a" or paragraph.attrib:
            continue
        link = children[0]
        around = f"{paragraph.text or ''}{link.tail or ''}"
        if not around.strip() and link.text_content().strip() and not link.get("class") and link.find(".//img") is None:
            yield paragraph, link


def insert_cards(root: HtmlElement, page_url: str, lang: str, card_at: Callable[[str], LinkCard | None]) -> None:
    """Replace lone links in the text of a page by cards.

    Args:
        root: The tree of the text, with addresses relative to the page; it is changed in place.
        page_url: The page's address, relative to the site's root.
        lang: The page's language.
        card_at: Returns the card of the page at an address; None if there is none.
    """
    for paragraph, link in find_lone_links(root):
        address = link.get("href", "")
        url = None if "?" in address or "#" in address else address_on_site(address, page_url)
        card = card_at(url) if url is not None and url != page_url else None
        if card:
            replace_element(paragraph, _card_element(card, page_url, lang))


def _card_element(card: LinkCard, page_url: str, lang: str) -> HtmlElement:
    def element(tag: str, name: str, text: str = "", *children: HtmlElement, **attributes: str) -> HtmlElement:
        made = make_element(tag, text, **({"class": f"nw-card__{name}"} if name else {}), **attributes)
        made.extend(children)
        return made

    language = language_attributes(card.lang, lang)
    target = {"href": relative_address(card.url, page_url), **({"hreflang": card.lang} if language else {})}
    kicker = make_element("p", " · ".join(card.labels), **{"class": "nw-kicker"})
    title = element("a", "", card.title, **target, **language)
    add_mark(title, card.mark, lang)
    parts = [
        kicker,
        element("p", "title", "", title),
        *(element("p", "when", line) for line in card.details),
        element("p", "summary", card.summary, **language),
        element("p", "action", card.action, **{"aria-hidden": "true"}),
    ]
    if card.download_url:
        download = element("a", "", card.download, href=relative_address(card.download_url, page_url))
        parts.append(element("p", "download", "", download))
    article = make_element("article", **{"class": f"nw-card nw-card--{card.type_name} nw-linkcard"})
    if card.picture_url:
        image = element("img", "", src=relative_address(card.picture_url, page_url), alt="")
        article.append(element("div", "picture", "", image))
    article.append(element("div", "text", "", *parts))
    return article
