"""Structured data of a page: one JSON-LD 1.1 document in the vocabulary of schema.org."""

import json
from collections.abc import Iterator
from typing import cast

from newsroom.content.document import AnyDocument, Document
from newsroom.content.model import Dated
from newsroom.content.types import TOPIC_TYPES
from newsroom.content.types.graph import Node
from newsroom.publish.metadata.subject import (
    Subject,
    breadcrumb_list,
    encoding,
    organization,
    reference,
    topic,
    website,
    without_empty,
)
from newsroom.publish.pages.listings import Listing
from newsroom.publish.pages.related import find_topics

_TOPIC_LIST_URLS = frozenset(url for found in TOPIC_TYPES for url in found.looks)
_LOGO = "assets/apple-touch-icon.png"
_ESCAPES = (
    ("<", "\\u003c"),
    (">", "\\u003e"),
    ("&", "\\u0026"),
    ("\u2028", "\\u2028"),
    ("\u2029", "\\u2029"),
)


def structured_data(subject: Subject) -> Node:
    """Return the graph of a page: the page, its main entity, its breadcrumbs, the site and the network.

    A home page has all facts about the site and the network, other pages only their names.
    """
    entity, trail = _main_entity(subject), breadcrumb_list(subject)
    site, network = website(subject), organization(subject)
    if not subject.crumbs:
        site |= _site_details(subject)
        network |= {"email": subject.settings.contact, "logo": subject.absolute(_LOGO)}
    nodes = (_page(subject, entity, trail), entity, trail, site, network)
    return {"@context": "https://schema.org", "@graph": [node for node in nodes if node]}


def _page(subject: Subject, entity: Node | None, trail: Node | None) -> Node:
    page = subject.page
    document = page.document
    is_work = entity is not None and "mainEntityOfPage" in entity
    listing = None if is_work or page.listing is None else _item_list(subject, page.listing)
    node: Node = {
        "@type": _page_type(subject),
        "@id": subject.url,
        "url": subject.url,
        "name": page.title,
        "description": None if is_work else page.summary,
        "inLanguage": page.lang,
        "isPartOf": reference(website(subject)),
        "breadcrumb": reference(trail) if trail else None,
        "encoding": None if is_work else encoding(subject),
        "primaryImageOfPage": None if is_work else subject.picture,
        "datePublished": _date_added(document) if document else None,
        "dateModified": document.front.updated.isoformat() if document and document.front.updated else None,
        "about": reference(entity) if entity and not is_work else None,
        "mainEntity": reference(entity) if entity and is_work else listing,
    }
    return without_empty(node)


def _date_added(document: AnyDocument) -> str | None:
    """Return the date on which an item was added to this site, if it has no date of first publication."""
    front = document.front
    return front.date.isoformat() if isinstance(front, Dated) and not front.first_published else None


def _page_type(subject: Subject) -> str:
    page = subject.page
    if page.listing or page.local_url in _TOPIC_LIST_URLS:
        return "CollectionPage"
    return "AboutPage" if page.local_url == "about/" else "WebPage"


def _item_list(subject: Subject, listing: Listing) -> Node | None:
    items = [
        {
            "@type": "ListItem",
            "position": position,
            "name": document.front.heading,
            "url": subject.absolute(document.url),
        }
        for position, document in enumerate(listing.documents, listing.first)
    ]
    return {"@type": "ItemList", "itemListElement": items} if items else None


def _site_details(subject: Subject) -> Node:
    return {
        "description": subject.page.summary,
        "inLanguage": list(subject.settings.languages),
        "publisher": reference(organization(subject)),
    }


def script_json(data: object) -> str:
    """Return a JSON document (RFC 8259) that cannot end the element or start a comment.

    The escaped characters occur only in strings, so the data does not change.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, escape in _ESCAPES:
        text = text.replace(character, escape)
    return text


def _main_entity(subject: Subject) -> Node | None:
    """Return the main entity of a page: its dated item or its topic; None for other pages."""
    document = subject.page.document
    if document is None or not (document.type.is_dated or document.type.topic_field):
        return None
    if subject.page.is_over and not document.type.keeps_past:
        return None
    own_properties = document.type.structured(document.front, subject)
    if document.type.topic_field:
        return without_empty(topic(subject, document) | own_properties)
    return without_empty(own_properties | _shared_properties(subject, cast("Document[Dated]", document)))


def _shared_properties(subject: Subject, document: Document[Dated]) -> Node:
    front = document.front
    known: Node = {
        "description": front.summary,
        "url": subject.url,
        "mainEntityOfPage": {"@id": subject.url},
        "image": subject.picture,
    }
    if document.type.is_timed:  # schema.org has the others for works only
        return known
    return known | {
        "inLanguage": document.lang,
        "genre": subject.t(f"kind.{document.genre}"),
        "datePublished": front.first_published.isoformat() if front.first_published else None,
        "dateModified": front.updated.isoformat() if front.updated else None,
        **({"encoding": encoding(subject)} if subject.pdf else {}),
        "about": list(_topics(subject, document)),
    }


def _topics(subject: Subject, document: Document[Dated]) -> Iterator[Node]:
    for type_name, slug in find_topics(document):
        if slug in subject.topics[type_name]:
            yield topic(subject, subject.topics[type_name][slug])
