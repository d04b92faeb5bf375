"""What an email links to and shows, for the person who looks through it before it is sent."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from newsroom.check.link_words import LinkWords
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


def listed_links(body: EmailBody, link_words: LinkWords) -> tuple[ListedLink, ...]:
    """Return the links in all sections, each once. The links above and below the sections are not among them."""
    found = ((_words(link), link.get("href", "")) for link in _elements(body, "a"))
    lang = body.edition.lang
    return tuple(
        ListedLink(words, address, not words or link_words.is_vague(words, lang))
        for words, address in dict.fromkeys(found)
    )


def listed_pictures(body: EmailBody) -> tuple[ListedPicture, ...]:
    """Return the lead picture and the pictures in all sections, each once."""
    lead = [ListedPicture(body.lead.alt, body.lead.url)] if body.lead else []
    others = (ListedPicture(image.get("alt", ""), image.get("src", "")) for image in _elements(body, "img"))
    return tuple(dict.fromkeys((*lead, *others)))


def _elements(body: EmailBody, tag: str) -> Iterator[HtmlElement]:
    for section in body.sections:
        yield from section.content.iter(tag)


def _words(link: HtmlElement) -> str:
    texts = (link.text_content(), *(image.get("alt", "") for image in link.iter("img")))
    return next((text for text in (" ".join(text.split()) for text in texts) if text), "")
