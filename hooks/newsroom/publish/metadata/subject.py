"""What a page's structured data is made from, and the parts that all pages share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsroom.document import Document
from newsroom.model import Area, Person, Principle
from newsroom.publish.cards import CARD_SIZE
from newsroom.publish.metadata.breadcrumbs import Crumb
from newsroom.publish.page import WebPage
from newsroom.settings import Settings
from newsroom.words import Words

Node = dict[str, object]
"""A thing in JSON-LD: its ``@type``, its ``@id`` and its schema.org properties."""


@dataclass(frozen=True)
class Subject:
    """A page to describe.

    ``crumbs`` end with the page itself; ``card`` is the path on the site of the picture that stands for it;
    ``areas`` and ``principles`` are what readers of its language see, by slug.
    """

    page: WebPage
    settings: Settings
    words: Words
    crumbs: Sequence[Crumb]
    card: str | None
    areas: Mapping[str, Document[Area]]
    principles: Mapping[str, Document[Principle]]

    @property
    def url(self) -> str:
        """The page's absolute address."""
        return self.absolute(self.page.url)

    def absolute(self, url: str) -> str:
        """The absolute form of an address relative to the site's root."""
        return f"{self.settings.site_url}{url}"

    def id(self, name: str, url: str = "") -> str:
        """The lasting identifier of a thing that the page at ``url`` (home if "") tells of."""
        return f"{self.absolute(url)}#{name}"

    @property
    def picture(self) -> Node | None:
        """The page's card."""
        if self.card is None:
            return None
        width, height = CARD_SIZE
        return {"@type": "ImageObject", "url": self.absolute(self.card), "width": width, "height": height}


def without_empty(node: Mapping[str, object]) -> Node:
    """A node without the properties of which nothing is known."""
    return {name: value for name, value in node.items() if value not in (None, "", [], ())}


def reference(node: Node) -> Node:
    """What stands for a node that is told of elsewhere in the same graph."""
    return {"@id": node["@id"]}


def organization(subject: Subject) -> Node:
    """The network."""
    settings = subject.settings
    return {
        "@type": "Organization",
        "@id": subject.id("organization"),
        "name": settings.site_name,
        "url": settings.site_url,
    }


def website(subject: Subject) -> Node:
    """The site as a whole."""
    settings = subject.settings
    return {"@type": "WebSite", "@id": subject.id("website"), "name": settings.site_name, "url": settings.site_url}


def breadcrumb_list(subject: Subject) -> Node | None:
    """The way from the home page to the page; none for a home page."""
    steps = [
        {"@type": "ListItem", "position": position, "name": crumb.title, "item": subject.absolute(crumb.url)}
        for position, crumb in enumerate(subject.crumbs, 1)
    ]
    if not steps:
        return None
    return {"@type": "BreadcrumbList", "@id": subject.id("breadcrumbs", subject.page.url), "itemListElement": steps}


def person(someone: Person) -> Node:
    """Somebody who wrote or sent a piece."""
    employer = {"@type": "Organization", "name": someone.organisation} if someone.organisation else None
    return without_empty(
        {"@type": "Person", "name": someone.name, "jobTitle": someone.role, "worksFor": employer},
    )


def area(subject: Subject, document: Document[Area]) -> Node:
    """A place with Local Area Coordination."""
    return {
        "@type": "AdministrativeArea",
        "@id": subject.id("area", document.url),
        "name": document.front.name,
        "url": subject.absolute(document.url),
    }


def principle(subject: Subject, document: Document[Principle]) -> Node:
    """One of the ten principles."""
    return {
        "@type": "DefinedTerm",
        "@id": subject.id("principle", document.url),
        "name": document.front.title,
        "url": subject.absolute(document.url),
    }
