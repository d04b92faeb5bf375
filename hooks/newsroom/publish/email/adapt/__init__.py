"""Adapts the content of a section for inboxes, which do not support everything that a page has.

The HTML and the plain text are made from the same adapted tree, so that they have the same content.
"""

from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from newsroom.markup.tree import find_elements
from newsroom.problems import Fault, Problem
from newsroom.publish.email.adapt.cards import insert_card_tables
from newsroom.publish.email.adapt.directions import set_directions
from newsroom.publish.email.adapt.images import fit_pictures
from newsroom.publish.email.adapt.structure import number_footnotes, restructure
from newsroom.publish.email.addresses import absolute_url
from newsroom.publish.email.pictures import EmailPicture
from newsroom.publish.email.tables import fit_tables
from newsroom.publish.text.link_cards import LinkCard
from newsroom.publish.text.task_boxes import replace_task_boxes
from newsroom.translations import Translations

_ADDRESSES = ("href", "src")


class Adapter:
    """Adapts the sections of one page.

    ``page_url`` is the page's absolute address. ``pictures`` has the email file of each picture by its absolute address
    on the site, None if it cannot be shown. ``cards`` has the cards of pages by their absolute addresses.
    """

    def __init__(
        self,
        page_url: str,
        t: Translations,
        pictures: Mapping[str, EmailPicture | None],
        cards: Mapping[str, LinkCard] = {},
    ) -> None:
        self._page_url = page_url
        self._t = t
        self._pictures = pictures
        self._cards = cards

    def adapt(self, content: HtmlElement, path: str, line: int | None) -> list[Problem]:
        """Change a section's content in place. Returns warnings about what readers of the email do not get."""
        replace_task_boxes(content)
        number_footnotes(content)
        fit_tables(content)
        faults = [
            *self._make_addresses_absolute(content),
            *fit_pictures(content, self._t, self._pictures),
            *_drop_empty_links(content),
        ]
        insert_card_tables(content, self._t.lang, self._cards, self._pictures)
        for element in content.xpath(".//*[@class='']"):
            del element.attrib["class"]
        restructure(content)
        set_directions(content)
        return [fault.at(path, line) for fault in faults]

    def _make_addresses_absolute(self, content: HtmlElement) -> Iterator[Fault]:
        for element in content.iter("a", "img"):
            for name in _ADDRESSES:
                address = element.get(name)
                if address is None:
                    continue
                absolute = absolute_url(self._page_url, address)
                if absolute is None:
                    del element.attrib[name]
                    yield Fault(
                        "email-address-invalid", f"'{address}' is not an address", "copy the address from your browser"
                    )
                else:
                    element.set(name, absolute)


def _drop_empty_links(content: HtmlElement) -> Iterator[Fault]:
    """Remove links without an address or without text. Text of a link without an address is kept."""
    for link in find_elements(content, "a"):
        address, words = link.get("href"), " ".join(link.text_content().split())
        if not address:
            if words:
                what = f"the link '{words}' leads nowhere in email"
                yield Fault("email-link-empty", what, "write an address that begins with https://")
            link.drop_tag()
        elif not words and link.find(".//img") is None:
            link.drop_tag()
            if all(other.get("href") != address for other in content.iter("a")):
                what = f"a link to {address} has no text and is left out of the email"
                yield Fault("email-link-text-left-out", what, "write where it leads")
