"""The facts about a publication that citations need, in one value. Each text is on one line."""

import unicodedata
from dataclasses import dataclass
from urllib.parse import quote, urljoin

from newsroom.content.dates import PartialDate
from newsroom.content.document import Document
from newsroom.content.model.creator import Creator
from newsroom.content.types.publication import Publication
from newsroom.publish.assets import asset_url
from newsroom.publish.citations.names import BodyName, Name, PersonName
from newsroom.settings import Settings

_SENTENCE_ENDS = "?!…"
_INVISIBLE = frozenset({"Cc", "Cs"})


@dataclass(frozen=True)
class Work:
    """A publication to cite.

    ``key`` is unique on the site and never changes. ``title`` includes the subtitle. ``authors`` is the publisher
    if no person is named. ``date`` is None if the work is forthcoming or its date is not known. ``url`` and ``pdf_url``
    are absolute.
    """

    key: str
    genre: str
    title: str
    authors: tuple[Name, ...]
    editors: tuple[Name, ...]
    publisher: str
    date: PartialDate | None
    is_forthcoming: bool
    pages: int | None
    isbn: str
    doi: str
    doi_url: str
    url: str
    pdf_url: str
    lang: str
    summary: str


def describe_work(document: Document[Publication], settings: Settings) -> Work:
    """Return the facts about a publication."""
    front = document.front
    publisher = one_line(front.publisher or "")
    editors = tuple(_name(editor) for editor in front.editors)
    authors = tuple(_name(author) for author in front.authors)
    if publisher and not (authors or editors):
        authors = (BodyName(publisher),)
    return Work(
        key=citation_key(document, settings),
        genre=front.kind,
        title=full_title(one_line(front.title), one_line(front.subtitle or "")),
        authors=authors,
        editors=editors,
        publisher=publisher,
        date=front.first_published,
        is_forthcoming=front.is_forthcoming,
        pages=front.pages,
        isbn=front.isbn or "",
        doi=one_line(front.doi or ""),
        doi_url=front.doi_url or "",
        url=_safe_address(urljoin(settings.site_url, document.url)),
        pdf_url=urljoin(settings.site_url, asset_url(document, front.file))
        if front.file and not front.is_forthcoming
        else "",
        lang=document.lang,
        summary=one_line(front.summary),
    )


def _name(creator: Creator) -> Name:
    if creator.family and creator.given:
        return PersonName(one_line(creator.family), one_line(creator.given), one_line(creator.suffix or ""))
    return BodyName(one_line(creator.name))


def citation_key(document: Document[Publication], settings: Settings) -> str:
    """Return the slug, which never changes. A version in another language has the language's code after a dot."""
    return document.slug if document.lang == settings.default_language else f"{document.slug}.{document.lang}"


def full_title(title: str, subtitle: str) -> str:
    """Return title and subtitle: "Progress: the first year", "Which Way Next? The first year"."""
    if not subtitle:
        return title
    return f"{title} {subtitle}" if title.endswith((*_SENTENCE_ENDS, ":", ".")) else f"{title}: {subtitle}"


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a full stop or a similar sign."""
    return text.rstrip("’”'\")").endswith((*_SENTENCE_ENDS, "."))


def one_line(text: str) -> str:
    """Return a text on one line, without invisible characters. No citation format supports line ends."""
    visible = (
        character for character in text if character.isspace() or unicodedata.category(character) not in _INVISIBLE
    )
    return " ".join("".join(visible).split())


def _safe_address(address: str) -> str:
    """Return an address without characters that have a meaning in BibTeX."""
    return quote(address, safe="%/:;?#[]@!$&'()*+,=~-._<>|")
