"""What inboxes cannot show becomes what they can: the elements of a section, changed in their tree.

The same tree gives the HTML and the plain text, so that both say the same.
"""

from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from newsroom.markup.tree import all_of
from newsroom.problems import Fault, Problem
from newsroom.publish.email.adapt.directions import set_directions
from newsroom.publish.email.adapt.images import place_pictures
from newsroom.publish.email.adapt.structure import restructure
from newsroom.publish.email.addresses import absolute
from newsroom.publish.email.pictures import EmailPicture
from newsroom.publish.email.tables import MAX_COLUMNS, has_heads, stack
from newsroom.publish.tables import count_columns
from newsroom.publish.task_boxes import replace_task_boxes
from newsroom.translations import Translations

_ADDRESSES = ("href", "src")


class Adapter:
    """Adapts the sections of one page's HTML.

    ``page_url`` is the page's absolute address; ``pictures`` maps the absolute address of each picture on the site
    to its form for email, None where it has none.
    """

    def __init__(self, page_url: str, t: Translations, pictures: Mapping[str, EmailPicture | None]) -> None:
        self._page_url = page_url
        self._t = t
        self._pictures = pictures

    def adapt(self, content: HtmlElement, path: str, line: int | None) -> list[Problem]:
        """Change a section's content in place. Gives what readers of the email miss, as warnings on its line."""
        replace_task_boxes(content)
        missed = [
            *self._addresses(content),
            *place_pictures(content, self._t, self._pictures),
            *_links(content),
            *_tables(content),
        ]
        for element in content.xpath(".//*[@class='']"):
            del element.attrib["class"]
        restructure(content)
        set_directions(content)
        return [Problem(code, path, line, what, fix) for code, what, fix in missed]

    def _addresses(self, content: HtmlElement) -> Iterator[Fault]:
        for element in content.iter("a", "img"):
            for name in _ADDRESSES:
                written = element.get(name)
                if written is None:
                    continue
                whole = absolute(self._page_url, written)
                if whole is None:
                    del element.attrib[name]
                    yield Fault(
                        "email-address-invalid", f"'{written}' is not an address", "copy the address from your browser"
                    )
                else:
                    element.set(name, whole)


def _links(content: HtmlElement) -> Iterator[Fault]:
    """Links that lead somewhere, in words: one without an address is its words alone, one without words is none."""
    for link in all_of(content, "a"):
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


def _tables(content: HtmlElement) -> Iterator[Fault]:
    for table in all_of(content, "table"):
        columns = count_columns(table)
        if columns > MAX_COLUMNS:
            what = f"a table of {columns} columns is too wide for a phone: the email has each row as a list"
            yield Fault("email-table-wide", what, f"give it at most {MAX_COLUMNS} columns")
            stack(table)
        elif not has_heads(table):
            table.set("role", "presentation")
