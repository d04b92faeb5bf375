"""Structured data: what a page is and holds, as one JSON-LD 1.1 document in the vocabulary of schema.org."""

from typing import cast

from newsroom.document import AnyDocument, Document, Kind
from newsroom.model import Area, Dated, Principle
from newsroom.publish.listings import PAGE_LENGTH, ListPage
from newsroom.publish.metadata.subject import (
    Node,
    Subject,
    area,
    breadcrumb_list,
    organization,
    principle,
    reference,
    website,
    without_empty,
)
from newsroom.publish.metadata.works import work

_LOGO = "assets/apple-touch-icon.png"


def structured_data(subject: Subject) -> Node:
    """The graph of a page: the page, what it holds, the way to it, the site and the network.

    A home page tells all there is of the site and the network, any other page their names.
    """
    held, trail = work(subject) or _topic(subject), breadcrumb_list(subject)
    site, network = website(subject), organization(subject)
    if not subject.crumbs:
        site |= _more_of_site(subject)
        network |= {"email": subject.settings.contact, "logo": subject.absolute(_LOGO)}
    nodes = (_page(subject, held, trail), held, trail, site, network)
    return {"@context": "https://schema.org", "@graph": [node for node in nodes if node]}


def _page(subject: Subject, held: Node | None, trail: Node | None) -> Node:
    page = subject.page
    document = page.document
    is_piece = held is not None and "mainEntityOfPage" in held
    listing = None if is_piece or page.listing is None else _item_list(subject, page.listing)
    node: Node = {
        "@type": _page_type(subject),
        "@id": subject.url,
        "url": subject.url,
        "name": page.title,
        "description": None if is_piece else page.summary,
        "inLanguage": page.lang,
        "isPartOf": reference(website(subject)),
        "breadcrumb": reference(trail) if trail else None,
        "primaryImageOfPage": None if is_piece else subject.picture,
        "datePublished": _came_here(document) if document else None,
        "dateModified": document.front.updated.isoformat() if document and document.front.updated else None,
        "about": reference(held) if held and not is_piece else None,
        "mainEntity": reference(held) if held and is_piece else listing,
    }
    return without_empty(node)


def _came_here(document: AnyDocument) -> str | None:
    """When a piece came to this site, where it is not known when it first appeared."""
    front = document.front
    return front.date.isoformat() if isinstance(front, Dated) and front.undated else None


def _page_type(subject: Subject) -> str:
    page, settings = subject.page, subject.settings
    own = page.url if page.lang == settings.default_language else page.url.removeprefix(f"{page.lang}/")
    if page.listing or own in ("areas/", "principles/"):
        return "CollectionPage"
    return "AboutPage" if own == "about/" else "WebPage"


def _item_list(subject: Subject, listing: ListPage) -> Node | None:
    first = (listing.number - 1) * PAGE_LENGTH + 1
    items = [
        {
            "@type": "ListItem",
            "position": position,
            "name": document.front.heading,
            "url": subject.absolute(document.url),
        }
        for position, document in enumerate(listing.documents, first)
    ]
    return {"@type": "ItemList", "itemListElement": items} if items else None


def _topic(subject: Subject) -> Node | None:
    """The area or the principle that a page is about."""
    document = subject.page.document
    if document is None:
        return None
    if document.kind is Kind.AREA:
        place = cast("Document[Area]", document)
        front = place.front
        nation = {"@type": "Country", "name": subject.words(f"nation.{front.nation}")}
        return area(subject, place) | {"description": front.summary, "containedInPlace": nation}
    if document.kind is Kind.PRINCIPLE:
        term = cast("Document[Principle]", document)
        return principle(subject, term) | {"description": term.front.summary, "termCode": str(term.front.order)}
    return None


def _more_of_site(subject: Subject) -> Node:
    return {
        "description": subject.page.summary,
        "inLanguage": list(subject.settings.languages),
        "publisher": reference(organization(subject)),
    }
