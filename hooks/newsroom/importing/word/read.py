"""Reads a Word file, step by step, from its bytes to a document that an importer can write."""

from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree
from lxml.html import HtmlElement

from newsroom.importing.source import ImportRefusedError, NoteLog, SourceDocument
from newsroom.importing.word.body import Body
from newsroom.importing.word.boxes import inline_boxes
from newsroom.importing.word.convert import PICTURE_MARK, convert_to_html, mark, mark_paragraph
from newsroom.importing.word.fields import drop_contents, replace_fields
from newsroom.importing.word.hidden import remove_hidden
from newsroom.importing.word.links import note_anchors, number_links
from newsroom.importing.word.numbering import read_numbering
from newsroom.importing.word.package import Package, Part
from newsroom.importing.word.paragraphs import Role, WordParagraph, join_drop_caps, read_paragraph
from newsroom.importing.word.pictures import PictureUse, PlacedPicture, WordPictures
from newsroom.importing.word.revisions import accept_revisions
from newsroom.importing.word.runs import reduce_to_emphasis, write_equations_as_text, write_plain_characters
from newsroom.importing.word.styles import read_styles
from newsroom.importing.word.tables import prepare_tables
from newsroom.importing.word.typed_structure import guess_headings, guess_lists
from newsroom.importing.word.xml import Element, child, every, has, q

_NOTES = ("footnotes", "endnotes")


def read_docx(data: bytes) -> SourceDocument:
    """Read a Word file: its text as HTML, its pictures, and notes on what was left out and guessed.

    Hidden and deleted text, comments, headers, footers, properties and the cut-off parts of pictures are not in the
    result. Pictures that Word shows as they are keep their metadata: remove it when they are written.

    Raises:
        ImportRefusedError: It is not a Word file, is protected, damaged or too large, or has no text.
    """
    return _Reader(Package(data)).read()


class _Reader:
    """Reads one file."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._log = NoteLog()
        self._styles = read_styles(self._related("styles"))
        self._pictures = WordPictures(package, self._log)
        self._placed: list[PlacedPicture] = []
        self._addresses: list[str] = []

    def read(self) -> SourceDocument:
        """All steps, for the body and for the notes at its end."""
        document = self._package.xml(self._package.document)
        body = child(document, "w:body")
        if body is None:
            raise ImportRefusedError("The Word file has no text. Save it again in Word, and import it then.")
        for further in document.findall(q("w:body"))[1:]:
            body.extend(list(further))
        self._note_what_is_left_out(body)
        parts = {"": body} | dict(self._note_parts())
        for name, root in parts.items():
            self._clean(root, self._path(name))
        paragraphs = self._read_paragraphs(parts)
        self._note_language(body)
        for root in parts.values():
            reduce_to_emphasis(root, self._styles)
        for index, (element, _) in enumerate(paragraphs):
            mark_paragraph(element, index)
        html = convert_to_html(body, {name: root for name, root in parts.items() if name})
        return self._document(html, [paragraph for _, paragraph in paragraphs])

    def _document(self, html: HtmlElement, paragraphs: list[WordParagraph]) -> SourceDocument:
        building = Body(paragraphs, self._placed, self._addresses)
        building.build(html)
        text = "\n".join(etree.tostring(block, encoding="unicode", method="html", with_tail=False) for block in html)
        if not text and not building.title:
            raise ImportRefusedError("The Word file has no text that can be seen. Look at it in Word.")
        return SourceDocument(text, self._pictures.files, building.title, building.subtitle, notes=self._log.notes)

    def _path(self, name: str) -> str:
        return (self._package.related(name) or "") if name else self._package.document

    def _related(self, kind: str) -> Element | None:
        path = self._package.related(kind)
        return None if path is None else self._package.xml(path)

    def _note_parts(self) -> Iterator[tuple[str, Element]]:
        for name in _NOTES:
            root = self._related(name)
            if root is not None:
                yield name, root

    def _clean(self, root: Element, path: str) -> None:
        """Leave in a part what can be seen, in the order in which it is read."""
        part, log = Part(root, self._package.relationships(path), self._package, self._log), self._log
        drop_contents(root, log)
        if accept_revisions(root):
            log.dropped("Text that was deleted with tracked changes is left out.")
        note_anchors(root)
        join_drop_caps(root)
        replace_fields(root, log)
        remove_hidden(root, self._styles, log)
        write_equations_as_text(root, log)
        number_links(part, self._addresses)
        inline_boxes(part, self._mark_picture)
        write_plain_characters(root, self._styles, log)
        prepare_tables(root, log)

    def _mark_picture(self, use: PictureUse) -> Element | None:
        placed = self._pictures.place(use)
        if placed is None:
            return None
        self._placed.append(placed)
        return mark(f"{PICTURE_MARK}{len(self._placed) - 1}")

    def _read_paragraphs(self, parts: dict[str, Element]) -> list[tuple[Element, WordParagraph]]:
        numbering = read_numbering(self._related("numbering"), self._styles)
        found = [
            (element, read_paragraph(element, self._styles, numbering))
            for root in parts.values()
            for element in every(root, "w:p")
        ]
        paragraphs = [paragraph for _, paragraph in found]
        guess_lists(paragraphs, self._log)
        guess_headings(paragraphs, self._log)
        self._note_numbers(paragraphs)
        return found

    def _note_numbers(self, paragraphs: Iterable[WordParagraph]) -> None:
        """Headings have no numbers on the site, and lists no letters."""
        numbered = [(paragraph.role, paragraph.numbered) for paragraph in paragraphs if paragraph.numbered is not None]
        if any(role is Role.HEADING and found.number is not None and not found.label for role, found in numbered):
            self._log.dropped("The automatic numbers of headings are left out.")
        if any(role is Role.ITEM and not found.is_decimal for role, found in numbered):
            self._log.guessed(
                "A list with letters or Roman numbers has usual numbers now: check the text for references to them."
            )

    def _note_what_is_left_out(self, body: Element) -> None:
        if comments := every(body, "w:commentReference"):
            self._log.dropped(f"Comments are left out ({len(comments)}).")
        if has(body, "w:headerReference", "w:footerReference"):
            self._log.dropped("The headers and footers of the pages are left out.")
        if has(body, "w:altChunk", "w:subDoc"):
            self._log.dropped(
                "Another document that is embedded in the Word file is left out. Open the file in Word, save it, and "
                "import it again."
            )

    def _note_language(self, body: Element) -> None:
        languages: Counter[str] = Counter()
        for run in every(body, "w:r"):
            language = self._styles.run_property(run, "w:lang")
            if language is not None:
                languages[language.get(q("w:val"), "")[:2]] += sum(len(text.text or "") for text in every(run, "w:t"))
        if languages and max(languages, key=lambda name: languages[name]) == "cy":
            self._log.guessed("Most of the text is marked as Welsh in Word: its file ends in .cy.md.")
