"""Gives every link of a part one form: a number in the list of the addresses."""

import re

from newsroom.importing.word.package import Part
from newsroom.importing.word.xml import Element, every, q, remove, unwrap, visible_text

ADDRESS = "address"
"""The attribute of a ``w:hyperlink`` that has its address, until all links are numbered."""
ANCHORS = "anchors"
"""The attribute of a paragraph with the names of the bookmarks in it."""
LINK_MARK = "link-"
_WEB = re.compile(r"(?:https?://|mailto:|tel:)\S", re.IGNORECASE)
"""Matches the beginning of "https://elm.example/" and "tel:+441632960000", not of "#elm"."""


def note_anchors(root: Element) -> None:
    """Keep the names of bookmarks with the paragraph that they are in or before, and remove them."""
    for mark in every(root, "w:bookmarkStart"):
        paragraph = next(mark.iterancestors(q("w:p")), None)
        if paragraph is None:
            paragraph = next((other for other in mark.itersiblings(q("w:p"))), None)
        name = mark.get(q("w:name"), "")
        if paragraph is not None and " " not in name:
            paragraph.set(ANCHORS, f"{paragraph.get(ANCHORS, '')} {name}".strip())
        remove(mark)
    for mark in every(root, "w:bookmarkEnd"):
        remove(mark)


def number_links(part: Part, addresses: list[str]) -> None:
    """Put each link's address into ``addresses``, and its number into the link. Links to private files are left out."""
    for link in every(part.root, "w:hyperlink"):
        address = link.get(ADDRESS) or _address(link, part)
        if address.startswith("www."):
            address = f"https://{address}"
        if address.startswith("#") or _WEB.match(address):
            link.attrib.clear()
            link.set(q("w:anchor"), f"{LINK_MARK}{len(addresses)}")
            addresses.append(address)
            continue
        if address:
            part.log.dropped(
                "A link to a file on a computer is left out: put the file online and link to it there.",
                visible_text(link),
            )
        unwrap(link)


def _address(link: Element, part: Part) -> str:
    relationship = part.relationships.get(link.get(q("r:id"), ""))
    address = relationship.target.strip() if relationship is not None and relationship.is_external else ""
    anchor = link.get(q("w:anchor")) or link.get(q("w:docLocation")) or ""
    return f"{address.split('#')[0]}#{anchor}" if anchor else address
