"""Publications as people cite them: a reference, BibTeX, RIS, and tags that Google Scholar reads."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.content.document import Document
from newsroom.content.folders import path_beside
from newsroom.content.library import Channel
from newsroom.content.loaded import PdfFacts
from newsroom.content.types.publication import PUBLICATION, Publication
from newsroom.publish.build_context import BuildContext
from newsroom.publish.citations.bibtex import bibtex_entry
from newsroom.publish.citations.harvard import HarvardReference, harvard_reference
from newsroom.publish.citations.ris import ris_record
from newsroom.publish.citations.work import Work, describe_work, sort_name
from newsroom.publish.output import Output

__all__ = ["Citation", "Citations"]


@dataclass(frozen=True)
class Citation:
    """How a publication is cited. The addresses are relative to the site's root, ``name`` is for downloaded files."""

    name: str
    reference: HarvardReference
    bibtex: str
    ris: str
    bibtex_url: str
    ris_url: str
    tags: tuple[tuple[str, str], ...]


class Citations(Output):
    """Writes ``citation.bib`` and ``citation.ris`` next to the page of every publication."""

    def __init__(self, context: BuildContext) -> None:
        super().__init__(context)
        self._settings = context.settings
        self._translations = context.translations
        self._pdfs = context.content.pdfs
        self._documents = context.library.documents_of_type(PUBLICATION, Channel.WEB)
        self.paths = tuple(path for document in self._documents for path in _paths(document))

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files, in UTF-8."""
        for document in self._documents:
            citation = self.citation(document)
            yield citation.bibtex_url, citation.bibtex.encode()
            yield citation.ris_url, citation.ris.replace("\n", "\r\n").encode()

    def pdf_size(self, document: Document[Publication]) -> int | None:
        """Return the size of a publication's PDF in bytes; None if it has no readable PDF."""
        name = document.front.file
        found = self._pdfs.get(path_beside(document.path, name)) if name else None
        return found.size if isinstance(found, PdfFacts) else None

    def citation(self, document: Document[Publication]) -> Citation:
        """Return the citation of a publication."""
        work: Work = describe_work(document, self._settings)
        t = self._translations[document.lang]
        bibtex_url, ris_url = _paths(document)
        return Citation(
            name=work.key,
            reference=harvard_reference(work, t),
            bibtex=bibtex_entry(work, t),
            ris=ris_record(work, t),
            bibtex_url=bibtex_url,
            ris_url=ris_url,
            tags=_scholar_tags(work),
        )


def _paths(document: Document[Publication]) -> tuple[str, str]:
    return (f"{document.url}citation.bib", f"{document.url}citation.ris")


def _scholar_tags(work: Work) -> tuple[tuple[str, str], ...]:
    """Return the name and the content of each tag, in order. Each author has a tag."""
    return tuple((f"citation_{name}", content) for name, content in _tags(work) if content)


def _tags(work: Work) -> Iterator[tuple[str, str]]:
    yield "title", work.title
    for author in work.authors:
        yield "author", sort_name(author)
    for editor in work.editors:
        yield "editor", sort_name(editor)
    yield "publication_date", work.date.isoformat().replace("-", "/") if work.date else ""
    yield "publisher" if work.genre == "conference" else "technical_report_institution", work.publisher
    yield "isbn", work.isbn
    yield "doi", work.doi
    yield "language", work.lang
    yield "pdf_url", work.pdf_url
    yield "abstract_html_url", work.url
