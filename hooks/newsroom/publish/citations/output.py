"""The citations of all publications: files to download, and what their pages show."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from newsroom.document import Document
from newsroom.library import Channel, Library
from newsroom.places import path_beside
from newsroom.publish.citations.bibtex import bibtex
from newsroom.publish.citations.harvard import Reference, harvard
from newsroom.publish.citations.ris import ris
from newsroom.publish.citations.scholar import scholar_tags
from newsroom.publish.citations.work import Work, work_of
from newsroom.publish.page import WebPage
from newsroom.read.pdf import PdfFacts, PdfFault
from newsroom.settings import Settings
from newsroom.types.publication import PUBLICATION, Publication
from newsroom.words import Words


@dataclass(frozen=True)
class Citation:
    """How a publication is cited. The addresses are relative to the site's root, ``name`` is for downloaded files."""

    name: str
    reference: Reference
    bibtex: str
    ris: str
    bibtex_url: str
    ris_url: str
    tags: tuple[tuple[str, str], ...]


class Citations:
    """``citation.bib`` and ``citation.ris`` beside the page of every publication on the web.

    ``pdfs`` has what was found in each PDF, by its path in the repository.
    """

    def __init__(
        self,
        library: Library,
        settings: Settings,
        words: Mapping[str, Words],
        pdfs: Mapping[str, PdfFacts | PdfFault],
    ) -> None:
        self._settings = settings
        self._words = words
        self._pdfs = pdfs
        self._documents = library.of_type(PUBLICATION, Channel.WEB)
        self.needs: frozenset[str] = frozenset()
        self.paths = tuple(path for document in self._documents for path in _paths(document))

    def files(self, _rendered: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
        """Each file's path and content, in UTF-8."""
        for document in self._documents:
            citation = self._citation(document)
            yield citation.bibtex_url, citation.bibtex.encode()
            yield citation.ris_url, citation.ris.replace("\n", "\r\n").encode()

    def context(self, page: WebPage | None) -> dict[str, object]:
        """What a publication's template is given besides: ``citation``, and its PDF's bytes or None, ``pdf_size``."""
        publication = PUBLICATION.narrow(page.document if page else None)
        if publication is None:
            return {}
        pdf = self._pdf(publication)
        return {
            "citation": self._citation(publication),
            "pdf_size": pdf.size if pdf else None,
        }

    def _citation(self, document: Document[Publication]) -> Citation:
        work: Work = work_of(document, self._settings)
        words = self._words[document.lang]
        bibtex_url, ris_url = _paths(document)
        return Citation(
            name=work.key,
            reference=harvard(work, words),
            bibtex=bibtex(work, words),
            ris=ris(work, words),
            bibtex_url=bibtex_url,
            ris_url=ris_url,
            tags=scholar_tags(work),
        )

    def _pdf(self, document: Document[Publication]) -> PdfFacts | None:
        name = document.front.file
        found = self._pdfs.get(path_beside(document.path, name)) if name else None
        return found if isinstance(found, PdfFacts) else None


def _paths(document: Document[Publication]) -> tuple[str, str]:
    return (f"{document.url}citation.bib", f"{document.url}citation.ris")
