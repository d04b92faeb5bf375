"""The search: the index of pages, a vocabulary to correct typing errors, and the texts of its script."""

import json
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from itertools import chain
from pathlib import Path
from urllib.parse import quote

from lxml.html import HtmlElement
from pydantic import ConfigDict, TypeAdapter

from newsroom.cache import digest
from newsroom.content.document import AnyDocument
from newsroom.content.folders import path_beside
from newsroom.content.library import Channel
from newsroom.content.loaded import PdfFacts
from newsroom.content.model import Dated
from newsroom.content.types import TOPIC_TYPES
from newsroom.publish.assets import asset_url
from newsroom.publish.build_context import BuildContext
from newsroom.publish.build_options import INDEX_FOLDER, Index
from newsroom.publish.output import Output
from newsroom.publish.pages.compressed_html import CompressedHtml
from newsroom.publish.pages.labels import date_of, state_of
from newsroom.publish.pages.page import WebPage
from newsroom.publish.pictures.markup import PictureHtml
from newsroom.publish.search.joined import find_joined_words
from newsroom.publish.search.record import PageWords, Record, find_page_words, record_html
from newsroom.publish.search.script_texts import script_texts
from newsroom.publish.search.vocabulary import Vocabulary
from newsroom.publish.text.sections import Section

__all__ = ["Search"]

_PAGE_WORDS = TypeAdapter(PageWords)
_INDEX = TypeAdapter(dict[str, bytes], config=ConfigDict(ser_json_bytes="base64", val_json_bytes="base64"))


class Search(Output):
    """Writes the files of the search.

    ``paths`` does not include the files of the index, whose names are hashes of their content. Without an index in the
    context there are no files, but content may still link to them.
    """

    def __init__(self, context: BuildContext, pictures: PictureHtml) -> None:
        super().__init__(context)
        self._library = context.library
        self._translations = context.translations
        self._folders = folders = context.site.search_urls
        self._pictures = pictures
        self._synonyms = context.content.synonyms
        self._vocabularies = {lang: Vocabulary() for lang in folders}
        self._genres: set[str] = set()
        self._records = CompressedHtml()
        self._index: Future[dict[str, bytes]] | None = None
        self._has_low_ranked = dict.fromkeys(folders, False)
        self.paths = self.linkable_paths if context.index else ()

    @property
    def linkable_paths(self) -> tuple[str, ...]:
        """The files next to each search page."""
        return tuple(path for folder in self._folders.values() for path in _search_files(folder))

    def text_need(self, page: WebPage) -> str | None:
        """Return "" for a page that the search may find."""
        return "" if page.document and page.in_search else None

    def show_text(self, _page: WebPage, root: HtmlElement) -> str:
        """Return the HTML and the words of a text, as JSON."""
        return _PAGE_WORDS.dump_json(find_page_words(root)).decode()

    def add_text(self, page: WebPage, shown: str) -> None:
        """Keep the record of a page for the index."""
        if self._context.index is None or page.document is None:
            return
        found = _PAGE_WORDS.validate_json(shown)
        record = self._record(page, page.document, found)
        self._genres.update(record.filters["kind"])
        self._has_low_ranked[record.lang] |= record.is_low
        self._vocabularies[record.lang].add(record.texts(), record.title, found.words)
        self._records.add(record.url, record_html(record))

    def start_late_work(self) -> None:
        """Start making the index in the background, unless it is published later or the last one has the same pages."""
        if self._context.index and not self._context.indexes_in_background:
            worker = ThreadPoolExecutor(1)
            key = digest(*chain.from_iterable(self._records.items()))
            made = partial(self._make_index, self._context.index)
            self._index = worker.submit(self._context.value_cache.get, "search index", "", key, made, _INDEX)
            worker.shutdown(wait=False)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files besides those of the index."""
        for lang, folder in self._folders.items() if self._context.index else ():
            topics = self._library.all_topics(Channel.SEARCH, lang)
            words, vocabulary = _search_files(folder)
            yield (
                words,
                script_texts(
                    self._translations[lang],
                    topics,
                    self._genres,
                    self._synonyms.get(lang, ()),
                    has_low=self._has_low_ranked[lang],
                ),
            )
            yield vocabulary, self._vocabularies[lang].encoded()

    def late_files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files of the index, unless it is published later."""
        if self._index:
            for path, content in self._index.result().items():
                yield f"{INDEX_FOLDER}/{path}", content

    def publish_index(self, site: Path) -> None:
        """Add the index to the folder of a published site as soon as it is ready."""
        if self._context.index and self._context.indexes_in_background:
            self._add_records(self._context.index)
            self._context.index.publish_when_finished(site, INDEX_FOLDER)

    def _add_records(self, index: Index) -> None:
        for url, record in self._records.items():
            index.add(url, record)

    def _make_index(self, index: Index) -> dict[str, bytes]:
        self._add_records(index)
        return dict(index.files())

    def _record(self, page: WebPage, document: AnyDocument, found: PageWords) -> Record:
        front, t = document.front, self._translations[document.lang]
        filters: dict[str, tuple[str, ...]] = {"kind": (document.genre,)}
        shown: dict[str, str] = {}
        date = ""
        if isinstance(front, Dated):
            date = (front.shown_date if document.type.is_timed else front.date).first_day.isoformat()
            filters |= {topic.name: getattr(front, topic.topic_field) for topic in TOPIC_TYPES}
            filters |= {"year": (str(front.year),)} if front.year else {}
            shown |= {"state": state_of(document, t), "date": date_of(front, t, is_over=page.is_over)}
        if document.type.topic_field:
            filters[document.type_name] = (document.slug,)
        if front.attachment:
            shown["file"] = asset_url(document, front.attachment)
        picture = front.lead_image
        shown["picture"] = quote(self._pictures.smallest_file(document, picture)) if picture else ""
        names = tuple(filter(None, front.search_names))
        return Record(
            url=document.url,
            lang=document.lang,
            title=page.title,
            summary=page.summary,
            date=date,
            names=names,
            text=found.html,
            joined=tuple(dict.fromkeys((*find_joined_words(names), *found.joined))),
            file_pages=tuple(
                Section(f"file-page-{number}", t("search.file_page", number=number), (text,))
                for number, text in enumerate(_pdf_pages(document, self._context), start=1)
                if text
            ),
            filters=filters,
            shown=shown,
            is_low=front.is_low_in_search,
        )


def _search_files(folder: str) -> tuple[str, str]:
    """Return the paths of the script's texts and the vocabulary in the folder of a search page."""
    return (f"{folder}translations.json", f"{folder}vocabulary.json")


def _pdf_pages(document: AnyDocument, context: BuildContext) -> tuple[str, ...]:
    """Return the text of each page of a publication's PDF, from the cache; nothing without a readable PDF."""
    name = document.front.attachment
    path = path_beside(document.path, name) if name else ""
    if not isinstance(context.content.pdfs.get(path), PdfFacts):
        return ()
    text = context.cache.get("text of a PDF 1", (context.root / path).read_bytes(), _extract_text)
    return tuple(json.loads(text))


def _extract_text(data: bytes) -> bytes:
    from newsroom.read.media.pdf import read_pdf_text  # imports pypdf, which takes long

    return json.dumps(read_pdf_text(data)).encode()
