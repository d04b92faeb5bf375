"""Structured data of items in the vocabulary of schema.org (https://schema.org)."""

from collections.abc import Iterable
from typing import Protocol

from newsroom.content.model import FrontMatter, Person
from newsroom.content.translate import Translate

Node = dict[str, object]
"""A thing in JSON-LD: its ``@type``, its ``@id`` and its schema.org properties. Empty ones are left out later."""


class Graph(Protocol):
    """The page that an item is on, and what its data may refer to."""

    @property
    def t(self) -> Translate:
        """The translations of the page's language."""

    @property
    def slug(self) -> str:
        """The item's name in every language."""

    @property
    def schema_type(self) -> str:
        """The type in schema.org that the item's own type names."""

    @property
    def url(self) -> str:
        """The absolute address of the page."""

    @property
    def network(self) -> Node:
        """A reference to the network, which publishes the site."""

    @property
    def website(self) -> Node:
        """A reference to the site."""

    @property
    def network_name(self) -> str:
        """The network's name."""

    def own_id(self, name: str) -> str:
        """The lasting identifier of a thing that the page is about."""

    def id(self, name: str, url: str) -> str:
        """The lasting identifier of a thing that the page at an address is about."""

    def file_url(self, name: str) -> str:
        """The absolute address of a file that the item's front matter names."""


def work_node(front: FrontMatter, graph: Graph) -> Node:
    """The node of a work with only a title and a publisher."""
    return {
        "@type": graph.schema_type,
        "@id": graph.own_id("work"),
        "headline": front.heading,
        "publisher": graph.network,
        "isPartOf": graph.website,
    }


def person_node(someone: Person) -> Node:
    """The node of a person who wrote or sent an item."""
    employer = {"@type": "Organization", "name": someone.organisation} if someone.organisation else None
    known = {"@type": "Person", "name": someone.name, "jobTitle": someone.role, "worksFor": employer}
    return {name: value for name, value in known.items() if value}


def person_nodes(people: Iterable[Person]) -> list[Node]:
    """The nodes of people who wrote or sent an item."""
    return [person_node(someone) for someone in people]
