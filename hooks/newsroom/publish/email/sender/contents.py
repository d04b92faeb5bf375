"""What an email links to and shows, for the person who looks through it before it is sent."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from newsroom.check.links.link_words import LinkWords
from newsroom.markup.tree import parse_document
from newsroom.publish.email.body import EmailBody


@dataclass(frozen=True)
class ListedLink:
    """A link in the email: its words, or those of the picture in it, and its address.

    ``is_vague``: the words do not say where it leads.
    """

    words: str
    address: str
    is_vague: bool


@dataclass(frozen=True)
class ListedPicture:
    """A picture in the email: its alternative text, which is empty if it only decorates, and its address."""

    alt: str
    address: str


@dataclass(frozen=True)
class ListedLinks:
    """The links in an email, each once: those in its sections, and those ``around`` them, which the template has."""

    in_text: tuple[ListedLink, ...]
    around: tuple[ListedLink, ...]


def listed_links(body: EmailBody, html: str, link_words: LinkWords) -> ListedLinks:
    """Return the links in an email, whose HTML is ``html``. Those to its sections, in its contents, are left out."""
    in_text = dict.fromkeys(map(_link, _elements(body, "a")))
    all_links = dict.fromkeys(map(_link, parse_document(html).iter("a")))
    around = (link for link in all_links if link not in in_text and not _leads_to_section(link[1], body))
    return ListedLinks(_listed(in_text, body, link_words), _listed(around, body, link_words))


def _listed(links: Iterable[tuple[str, str]], body: EmailBody, link_words: LinkWords) -> tuple[ListedLink, ...]:
    lang = body.edition.lang
    return tuple(ListedLink(words, address, not words or link_words.is_vague(words, lang)) for words, address in links)


def listed_pictures(body: EmailBody) -> tuple[ListedPicture, ...]:
    """Return the lead picture and the pictures in all sections, each once."""
    lead = [ListedPicture(body.lead.alt, body.lead.url)] if body.lead else []
    others = (ListedPicture(image.get("alt", ""), image.get("src", "")) for image in _elements(body, "img"))
    return tuple(dict.fromkeys((*lead, *others)))


def _elements(body: EmailBody, tag: str) -> Iterator[HtmlElement]:
    for section in body.sections:
        yield from section.content.iter(tag)


def _link(link: HtmlElement) -> tuple[str, str]:
    return _words(link), link.get("href", "")


def _leads_to_section(address: str, body: EmailBody) -> bool:
    return address.startswith(f"{body.page_url}#")


def _words(link: HtmlElement) -> str:
    texts = (link.text_content(), *(image.get("alt", "") for image in link.iter("img")))
    return next((text for text in (" ".join(text.split()) for text in texts) if text), "")
