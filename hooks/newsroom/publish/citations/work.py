"""The facts about a publication that citations need, with the names of its creators. Each text is on one line."""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote, urljoin

from newsroom.content.dates import PartialDate
from newsroom.content.document import Document
from newsroom.content.model.creator import Creator
from newsroom.content.types.publication import Publication
from newsroom.publish.assets import asset_url
from newsroom.settings import Settings

_SENTENCE_ENDS = "?!…"
_INVISIBLE = frozenset({"Cc", "Cs"})
_PARTS = re.compile(r"[^\W\d_](?:[^\W\d_]|['’])*|-")
"""A name or a hyphen in given names: "Jean-Paul M." has "Jean", "-", "Paul", "M"; "2" is neither."""


@dataclass(frozen=True)
class BodyName:
    """An organisation, or anyone whose name is not written in parts."""

    name: str


@dataclass(frozen=True)
class PersonName:
    """A person. ``family`` holds the particles ("van Gogh", "ap Gwilym"), ``suffix`` is "Jr" or similar."""

    family: str
    given: str
    suffix: str = ""

    @property
    def initials(self) -> str:
        """The initials: "J.-P.", and "Ll.", which is one letter in Welsh."""
        parts = _PARTS.findall(unicodedata.normalize("NFC", self.given))
        return "".join(part if part == "-" else f"{_first_letter(part)}." for part in parts).strip("-")


Name = BodyName | PersonName


def sort_name(name: Name) -> str:
    """Return a name for sorting: "van Gogh, Vincent", "Elm, Ada, Jr"; an organisation's name is unchanged."""
    if isinstance(name, PersonName):
        return ", ".join(part for part in (name.family, name.given, name.suffix) if part)
    return name.name


def _first_letter(name: str) -> str:
    is_one_letter = name.startswith("Ll") and name[2:] == name[2:].lower()
    return "Ll" if is_one_letter else name[0].upper()


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
    return quote(address, safe="%/:;@!$&'()*+,=")
