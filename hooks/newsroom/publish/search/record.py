"""The facts and the words of a page that the search finds, and their HTML for Pagefind."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape

from lxml.html import HtmlElement

from newsroom.publish.search.joined import find_joined_words
from newsroom.publish.search.vocabulary import find_words
from newsroom.publish.text.sections import Section, split_sections

_TITLE_WEIGHT = 10
_SUMMARY_WEIGHT = 5
_FILE_WEIGHT = 0.5
"""The weight of a word by its place. In the text it is 1, in headings up to 7 (Pagefind's own weights)."""
_UNDATED = "0000-00-00"
"""A date before all others: Pagefind leaves out pages without a value when it sorts."""


@dataclass(frozen=True)
class Record:
    """A page in the search. ``url`` is relative to the site's root, ``date`` is an ISO date or "".

    ``filters`` are the values by which results can be filtered, ``shown`` the values that a result shows, both by name.
    ``names`` are more texts that find the page, ``text`` is the HTML of its own text, from :func:`sections_html`.
    ``file_pages`` is the text of a publication's PDF by page. ``joined`` are more words that find the page and are not
    shown. ``is_low``: the page ranks below all others.
    """

    url: str
    lang: str
    title: str
    summary: str
    date: str = ""
    names: tuple[str, ...] = ()
    text: str = ""
    file_pages: tuple[Section, ...] = ()
    joined: tuple[str, ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=dict)
    is_low: bool = False

    def texts(self) -> Iterator[str]:
        """Yield all its texts, except the text of the page itself."""
        yield from (self.title, self.summary, *self.names)
        for section in self.file_pages:
            yield section.heading
            yield from section.paragraphs


def record_html(record: Record) -> str:
    """Return the HTML for Pagefind, with the attributes of Pagefind 1.5 (https://pagefind.app/docs/)."""
    facts = [_attribute_html("filter", name, value) for name, values in record.filters.items() for value in values]
    facts += [_attribute_html("meta", name, value) for name, value in record.shown.items() if value]
    facts += [_attribute_html("meta", "joined", _position_of_joined(record))] if record.joined else []
    facts.append(_attribute_html("sort", "date", f"{record.date or _UNDATED} {record.url}"))
    facts += [_attribute_html("sort", "low", record.url)] if record.is_low else []
    return "".join(
        (
            f'<!doctype html><html lang="{escape(record.lang)}"><body data-pagefind-body>',
            f'<h1 data-pagefind-meta="title" data-pagefind-weight="{_TITLE_WEIGHT}">{escape(record.title)}</h1>',
            f'<p data-pagefind-weight="{_SUMMARY_WEIGHT}">{escape(record.summary)}</p>',
            *facts,
            f"<p>{' '.join(record.joined)}</p>" if record.joined else "",
            *(f"<p>{escape(name)}</p>" for name in record.names),
            record.text,
            f'<div data-pagefind-weight="{_FILE_WEIGHT}">',
            sections_html(record.file_pages),
            "</div></body></html>",
        )
    )


def _attribute_html(sort: str, name: str, value: str) -> str:
    return f'<i data-pagefind-{sort}="{name}[data-value]" data-value="{escape(value)}"></i>'


def _position_of_joined(record: Record) -> str:
    """Return the position of the joined words (results hide them): the words before them, and their number."""
    return f"{len(record.title.split()) + len(record.summary.split())} {len(record.joined)}"


def sections_html(sections: Iterable[Section]) -> str:
    """Return the HTML of sections for Pagefind, whose results lead to the sections."""
    return "".join(
        (f'<h2 id="{escape(section.id)}">{escape(section.heading)}</h2>' if section.id else "")
        + "".join(f"<p>{escape(paragraph)}</p>" for paragraph in section.paragraphs)
        for section in sections
    )


@dataclass(frozen=True)
class PageWords:
    """The HTML of a text for the index, the joined words in it, and its words for the vocabulary, sorted."""

    html: str
    joined: tuple[str, ...]
    words: tuple[str, ...]


def find_page_words(root: HtmlElement) -> PageWords:
    """Return what the search needs of a text, whose prepared tree is ``root``."""
    sections = split_sections(root)
    texts = [text for section in sections for text in (section.heading, *section.paragraphs)]
    words = tuple(sorted(find_words(" ".join(texts))))
    return PageWords(sections_html(sections), find_joined_words(texts), words)
