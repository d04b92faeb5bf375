"""The input for a page's structured data, and the nodes that all pages share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsroom.content.document import AnyDocument
from newsroom.content.types.graph import Node
from newsroom.publish.assets import asset_url
from newsroom.publish.cards import CARD_SIZE
from newsroom.publish.metadata.breadcrumbs import Crumb
from newsroom.publish.pages.page import WebPage
from newsroom.publish.text.text_facts import PdfFile
from newsroom.settings import Settings
from newsroom.translations import Translations


@dataclass(frozen=True)
class Subject:
    """A page to describe. It implements the ``Graph`` that types of content use to describe their items.

    ``crumbs`` end with the page itself; ``card`` is the path on the site of its card; ``topics`` are those that
    readers of its language see, by the name of their type, then by slug; ``pdf`` is the page's PDF.
    """

    page: WebPage
    settings: Settings
    t: Translations
    crumbs: Sequence[Crumb]
    card: str | None
    topics: Mapping[str, Mapping[str, AnyDocument]]
    pdf: PdfFile | None = None

    @property
    def url(self) -> str:
        """The page's absolute address."""
        return self.absolute(self.page.url)

    def absolute(self, url: str) -> str:
        """Return the absolute form of an address relative to the site's root."""
        return f"{self.settings.site_url}{url}"

    def id(self, name: str, url: str = "") -> str:
        """Return the permanent identifier of a thing that the page at ``url`` describes ("" is the home page)."""
        return f"{self.absolute(url)}#{name}"

    def own_id(self, name: str) -> str:
        """Return the permanent identifier of a thing that this page describes."""
        return self.id(name, self.page.url)

    @property
    def slug(self) -> str:
        """The slug of the page's item, the same in every language."""
        return self.page.document.slug if self.page.document else ""

    @property
    def schema_type(self) -> str:
        """The schema.org type of the page's item."""
        return self.page.document.type.schema_type if self.page.document else ""

    @property
    def network(self) -> Node:
        """A reference to the network."""
        return reference(organization(self))

    @property
    def network_name(self) -> str:
        """The network's name in the language of the page."""
        return self.settings.name_in(self.page.lang)

    @property
    def website(self) -> Node:
        """A reference to the site."""
        return reference(website(self))

    def file_url(self, name: str) -> str:
        """Return the absolute address of a file that the item's front matter names."""
        return self.absolute(asset_url(self.page.document, name)) if self.page.document else ""

    @property
    def picture(self) -> Node | None:
        """The page's card."""
        if self.card is None:
            return None
        width, height = CARD_SIZE
        return {"@type": "ImageObject", "url": self.absolute(self.card), "width": width, "height": height}


def encoding(subject: Subject) -> Node | None:
    """Return the node of the page's PDF, if it has one."""
    pdf = subject.pdf
    if pdf is None:
        return None
    return {"@type": "MediaObject", "contentUrl": subject.absolute(pdf.path), "encodingFormat": "application/pdf"}


def without_empty(node: Mapping[str, object]) -> Node:
    """Return a node without its empty properties."""
    return {name: value for name, value in node.items() if value not in (None, "", [], ())}


def reference(node: Node) -> Node:
    """Return a reference to a node of the same graph."""
    return {"@id": node["@id"]}


def organization(subject: Subject) -> Node:
    """Return the node of the network."""
    settings = subject.settings
    return {
        "@type": "Organization",
        "@id": subject.id("organization"),
        "name": subject.network_name,
        "url": settings.site_url,
    }


def website(subject: Subject) -> Node:
    """Return the node of the site."""
    url = subject.settings.site_url
    return {"@type": "WebSite", "@id": subject.id("website"), "name": subject.network_name, "url": url}


def breadcrumb_list(subject: Subject) -> Node | None:
    """Return the breadcrumbs of the page; None for a home page."""
    steps = [
        {"@type": "ListItem", "position": position, "name": crumb.title, "item": subject.absolute(crumb.url)}
        for position, crumb in enumerate(subject.crumbs, 1)
    ]
    if not steps:
        return None
    return {"@type": "BreadcrumbList", "@id": subject.id("breadcrumbs", subject.page.url), "itemListElement": steps}


def topic(subject: Subject, document: AnyDocument) -> Node:
    """Return the node of an area or a principle."""
    return {
        "@type": document.type.schema_type,
        "@id": subject.id(document.type_name, document.url),
        "name": document.front.heading,
        "url": subject.absolute(document.url),
    }
