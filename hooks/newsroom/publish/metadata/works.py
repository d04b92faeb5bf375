"""Stories, editions and publications as schema.org has them.

What a work is about are areas and principles alone: whoever's life a story tells is named in its text as they wish
to be, and nowhere in data that machines collect.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import cast

from newsroom.document import AnyDocument, Document, Kind
from newsroom.model import Dated, Newsletter, Publication, Story
from newsroom.publish.assets import asset_url
from newsroom.publish.citations.names import PersonName, parse_name
from newsroom.publish.metadata.head import first_published
from newsroom.publish.metadata.subject import (
    Node,
    Subject,
    area,
    organization,
    person,
    principle,
    reference,
    website,
    without_empty,
)

_ARTICLES: Mapping[str, str] = MappingProxyType({"guest-blog": "BlogPosting", "news": "NewsArticle"})
_PUBLICATIONS: Mapping[str, str] = MappingProxyType({"conference": "CreativeWork"})


def work(subject: Subject) -> Node | None:
    """The work that a page holds; none where it holds no story, edition or publication."""
    document = subject.page.document
    describe = _DESCRIBERS.get(document.kind) if document else None
    return without_empty(describe(subject, document)) if describe and document else None


def _article(subject: Subject, document: AnyDocument) -> Node:
    story = cast("Document[Story]", document)
    front = story.front
    authors = [person(author) for author in front.writers]
    return {
        "@type": _ARTICLES.get(front.kind, "Article"),
        "@id": subject.id("article", story.url),
        "headline": front.title,
        **_of_any(subject, story),
        "author": authors[0] if len(authors) == 1 else authors,
        "publisher": reference(organization(subject)),
        "isPartOf": reference(website(subject)),
    }


def _issue(subject: Subject, document: AnyDocument) -> Node:
    edition = cast("Document[Newsletter]", document)
    front = edition.front
    network = reference(organization(subject))
    periodical = {
        "@type": "Periodical",
        "@id": subject.id("periodical", "newsletters/"),
        "name": subject.words("newsletters.periodical", name=subject.settings.site_name),
        "publisher": network,
    }
    return {
        "@type": "PublicationIssue",
        "@id": subject.id("issue", edition.url),
        "name": front.title,
        "headline": front.title,
        "issueNumber": edition.slug,
        **_of_any(subject, edition),
        "author": [person(sender) for sender in front.senders],
        "publisher": network,
        "isPartOf": periodical,
    }


def _report(subject: Subject, document: AnyDocument) -> Node:
    publication = cast("Document[Publication]", document)
    front = publication.front
    is_forthcoming = front.status == "forthcoming"
    return {
        "@type": _PUBLICATIONS.get(front.kind, "Report"),
        "@id": subject.id("publication", publication.url),
        "name": front.title,
        "headline": front.title,
        "alternativeHeadline": front.subtitle,
        **_of_any(subject, publication),
        "creativeWorkStatus": subject.words("publication.forthcoming") if is_forthcoming else None,
        "author": [_creator(name) for name in front.authors],
        "editor": [_creator(name) for name in front.editors],
        "contributor": [_creator(name) for name in front.contributors],
        "publisher": {"@type": "Organization", "name": front.publisher} if front.publisher else None,
        "numberOfPages": front.pages,
        "isbn": re.sub(r"[- ]", "", front.isbn) if front.isbn else None,
        "sameAs": front.doi_url,
        "encoding": _pdf(subject, publication),
    }


_DESCRIBERS: Mapping[Kind, Callable[[Subject, AnyDocument], Node]] = MappingProxyType(
    {Kind.STORY: _article, Kind.NEWSLETTER: _issue, Kind.PUBLICATION: _report}
)


def _of_any(subject: Subject, document: Document[Dated]) -> Node:
    front = document.front
    return {
        "description": front.summary,
        "url": subject.url,
        "mainEntityOfPage": {"@id": subject.url},
        "inLanguage": document.lang,
        "genre": subject.words(f"kind.{document.genre}"),
        "datePublished": first_published(document),
        "dateModified": front.updated.isoformat() if front.updated else None,
        "image": subject.picture,
        "about": list(_topics(subject, front)),
    }


def _topics(subject: Subject, front: Dated) -> Iterator[Node]:
    areas, principles = subject.areas, subject.principles
    yield from (area(subject, areas[slug]) for slug in dict.fromkeys(front.areas) if slug in areas)
    yield from (principle(subject, principles[slug]) for slug in dict.fromkeys(front.principles) if slug in principles)


def _creator(name: str) -> Node:
    """Whoever made a publication, as named there."""
    return {"@type": "Person" if isinstance(parse_name(name), PersonName) else "Organization", "name": name}


def _pdf(subject: Subject, document: Document[Publication]) -> Node | None:
    if not document.front.file:
        return None
    address = subject.absolute(asset_url(document, document.front.file))
    return {"@type": "MediaObject", "contentUrl": address, "encodingFormat": "application/pdf"}
