"""The citations of all publications: files to download, and what their pages show."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from newsroom.document import Document
from newsroom.library import Channel
from newsroom.places import path_beside
from newsroom.publish.build_context import BuildContext
from newsroom.publish.citations.bibtex import bibtex
from newsroom.publish.citations.harvard import Reference, harvard
from newsroom.publish.citations.ris import ris
from newsroom.publish.citations.scholar import scholar_tags
from newsroom.publish.citations.work import Work, work_of
from newsroom.publish.output import Output
from newsroom.publish.page import WebPage
from newsroom.read.pdf import PdfFacts
from newsroom.types.publication import PUBLICATION, Publication


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


class Citations(Output):
    """``citation.bib`` and ``citation.ris`` beside the page of every publication on the web."""

    def __init__(self, context: BuildContext) -> None:
        super().__init__(context)
        self._settings = context.settings
        self._words = context.words
        self._pdfs = context.content.pdfs
        self._documents = context.library.of_type(PUBLICATION, Channel.WEB)
        self.paths = tuple(path for document in self._documents for path in _paths(document))

    def files(self, _rendered: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
        """Each file's path and content, in UTF-8."""
        for document in self._documents:
            citation = self._citation(document)
            yield citation.bibtex_url, citation.bibtex.encode()
            yield citation.ris_url, citation.ris.replace("\n", "\r\n").encode()

    def page_context(self, page: WebPage | None) -> dict[str, object]:
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
