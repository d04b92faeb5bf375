"""Stories, editions, publications and topics in the vocabulary of schema.org.

The property "about" names only areas and principles. The people in a story are named in its text, as they agreed to,
and not in data that machines collect.
"""

from collections.abc import Iterator
from typing import cast

from newsroom.content.document import Document
from newsroom.content.model import Dated
from newsroom.content.types.graph import Node
from newsroom.publish.metadata.subject import Subject, encoding, topic, without_empty
from newsroom.publish.pages.topics import find_topics


def main_entity(subject: Subject) -> Node | None:
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
