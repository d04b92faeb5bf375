"""One import of an export: writes the drafts, and collects the report on them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from html import escape
from pathlib import Path

from newsroom.content.folders import OLD_ADDRESSES, without_language
from newsroom.content.types import AnyType
from newsroom.content.types.page import PAGE
from newsroom.importing.manifest import Manifest, WriteResult
from newsroom.importing.report import ImportedDocument, PlacedNote, place_notes
from newsroom.importing.source import MISSING_ALT, ImportRefusedError, NoteKind
from newsroom.importing.wordpress.addresses import format_targets, list_addresses, list_targets
from newsroom.importing.wordpress.documents import DraftMaker, item_title
from newsroom.importing.wordpress.export import DAMAGED
from newsroom.importing.wordpress.index import ATTACHMENT, ExportIndex, path_in_uploads
from newsroom.importing.wordpress.model import Item
from newsroom.importing.wordpress.plan import Plan, PlannedFile, item_key
from newsroom.importing.wordpress.rules import Rule, Rules
from newsroom.read.front_matter.frontmatter import parse_front_matter

_FILES_ON_A_PAGE = 500
_KEPT: Mapping[str, str] = {
    WriteResult.KEPT: "It was edited after the last import, and was kept as it is.",
    WriteResult.DELETED: "It was deleted or renamed after the last import, and was not written again.",
}


class ImportRun:
    """Writes the drafts of an export below a folder.

    Attributes:
        documents: What became of each item so far.

    Args:
        plan: Which file each item becomes.
        manifest: What earlier imports wrote. It is changed.
        target: The folder below which the drafts are written.
        others: The paths there of files that no import wrote.
    """

    def __init__(self, index: ExportIndex, plan: Plan, manifest: Manifest, target: Path, others: Set[str]) -> None:
        self._index = index
        self._plan = plan
        self._manifest = manifest
        self._target = target
        self._names: dict[str, set[str]] = {}
        for path in others:
            folder, _, name = path.rpartition("/")
            self._names.setdefault(folder, set()).add(name)
        self._versions: dict[str, list[int]] = {}
        for number, planned in plan.files.items():
            self._versions.setdefault(without_language(planned.path), []).append(number)
        self._results: Counter[str] = Counter()
        self._types: Counter[AnyType] = Counter()
        self._done: set[int] = set()
        self.documents = [
            ImportedDocument(title, refused=why) for title, why in {**plan.refused, **index.repeated}.items()
        ]

    def write(self, item: Item, maker: DraftMaker) -> None:
        """Write the draft of an item, if the plan has a file for it.

        Raises ImportRefusedError if the disk refuses it.
        """
        planned = self._plan.files.get(item.number)
        if planned and not item.hidden and item.number not in self._done:
            self._done.add(item.number)
            self._write(item, planned, maker, f"{item_title(item) or item.slug} ({item.link})")

    def write_files(self, maker: DraftMaker, lang: str) -> None:
        """Write drafts of pages that link to the PDFs that no text links to, since others cite their addresses."""
        waiting = [item for item in self._index.items.values() if self._is_missing(item, maker)]
        for number, start in enumerate(range(0, len(waiting), _FILES_ON_A_PAGE), 1):
            name = "old-files" if number == 1 else f"old-files-{number}"
            items = waiting[start : start + _FILES_ON_A_PAGE]
            page = Item(
                number=-number,
                type="page",
                title="Files of the old site",
                content=f"<ul>{''.join(map(_list_item, items))}</ul>",
                excerpt="Reports and other files of the old site that none of its pages led to any more.",
                slug=name,
            )
            planned = PlannedFile(page, PAGE, lang, f"{PAGE.folder}/{name}.md", Rule())
            self._write(page, planned, maker, page.title)

    def write_lists(self, maker: DraftMaker, rules: Rules) -> None:
        """Write the file that says what answers the addresses of WordPress's own lists."""
        targets = list_targets(self._index, self._plan, rules, maker.addresses)
        missing = [address for address in list_addresses(self._index) if address not in {*targets, *maker.addresses}]
        if not targets:
            return
        files = {OLD_ADDRESSES: format_targets(targets).encode()}
        result = self._manifest.write(self._target, f"{self._index.channel.address}/", OLD_ADDRESSES, files)
        notes = [PlacedNote(NoteKind.TO_DO, _KEPT[result])] if result in _KEPT else []
        if missing:
            what = f"Nothing answers these lists of the old site: {', '.join(sorted(missing))}."
            notes.append(PlacedNote(NoteKind.TO_DO, what))
        self.documents.append(ImportedDocument("Lists of the old site", OLD_ADDRESSES, (), tuple(notes)))

    def _is_missing(self, item: Item, maker: DraftMaker) -> bool:
        is_file = item.type == ATTACHMENT and item.attachment_address.lower().endswith(".pdf")
        parent = self._index.items.get(item.parent)
        is_withheld = not self._index.withheld.isdisjoint((path_in_uploads(item), f"#{item.number}"))
        is_left_out = is_withheld or (item.parent > 0 and (parent is None or parent.number not in self._plan.files))
        return is_file and item.number not in maker.used and not is_left_out and maker.has_file(item)

    def _write(self, item: Item, planned: PlannedFile, maker: DraftMaker, name: str) -> None:
        try:
            draft = maker.make(item, planned, self._taken(planned))
        except ImportRefusedError as error:
            self.documents.append(ImportedDocument(name, refused=str(error)))
            return
        key = item_key(self._index, item.number)
        result = self._manifest.write(self._target, key, draft.path, draft.files)
        if result is WriteResult.DELETED or (result is WriteResult.KEPT and _is_withdrawn(self._target / draft.path)):
            name = draft.path  # the report must not name what a person took back
        self._results[result] += 1
        self._types[planned.content_type] += 1
        if result in _KEPT:
            notes: tuple[PlacedNote, ...] = (PlacedNote(NoteKind.TO_DO, _KEPT[result]),)
        else:
            notes = place_notes(draft.notes, draft.text)
        self.documents.append(ImportedDocument(name, draft.path, tuple(draft.pictures), notes))

    def facts(self) -> Iterator[str]:
        """Sentences about the whole import."""
        written = {(found.noun if count == 1 else found.plural): count for found, count in self._types.items()}
        yield f"Imported: {_listed(written)}."
        if refused := sum(1 for document in self.documents if document.refused):
            yield f"Not imported, with the reason in the report: {refused}."
        yield f"Files: {_listed(self._results)}."
        if self._index.incomplete:
            yield f"{', '.join(self._index.incomplete)} ends too early, so items may be missing: export it again."
        hidden: dict[str, int] = {}
        damaged: dict[str, int] = {}
        for name, count in self._index.hidden.items():
            (damaged if name.endswith(f", {DAMAGED}") else hidden)[name] = count
        if hidden:
            yield f"Not written, because they were not public: {_listed(hidden)}."
        if damaged:
            yield f"Not written, because the export is damaged there: {_listed(damaged)}. Export it again."
        if self._plan.left_out:
            yield f"Left out by the map: {_listed(self._plan.left_out)}."
        if missing := sum(len(_lines_without_alt(document)) for document in self.documents):
            yield f"Pictures without an alternative text: {missing}. They are listed at the end of the report."

    def pictures_to_describe(self) -> Iterator[str]:
        """The drafts with pictures that have no alternative text."""
        for document in self.documents:
            if lines := ", ".join(map(str, _lines_without_alt(document))):
                yield f"{document.path}, line {lines}"

    def _taken(self, planned: PlannedFile) -> frozenset[str]:
        """The names in the folder of a file that its pictures cannot have: others', and those of its translations."""
        folder = planned.path.rpartition("/")[0]
        names = set(self._names.get(folder, ()))
        for number in self._versions.get(without_language(planned.path), ()):
            if number != planned.item.number:
                files = self._manifest.own_files(item_key(self._index, number))
                names.update(path.rpartition("/")[2] for path in files if path.rpartition("/")[0] == folder)
        return frozenset(names)


def _is_withdrawn(file: Path) -> bool:
    """Whether a file says that its item was withdrawn."""
    text = file.read_bytes().decode(errors="replace") if file.exists() else ""
    values = parse_front_matter(text, file.name).values
    consent = values.get("consent")
    return "withdrawn" in values or (isinstance(consent, dict) and "withdrawn" in consent)


def _list_item(item: Item) -> str:
    title = item_title(item) or item.slug
    return f'<li><a href="{escape(item.attachment_address)}">{escape(title)}</a></li>'


def _lines_without_alt(document: ImportedDocument) -> list[int]:
    return sorted(note.line or 1 for note in document.notes if MISSING_ALT in note.text)


def _listed(counts: Mapping[str, int]) -> str:
    return "; ".join(f"{number} {name}" for name, number in sorted(counts.items())) or "nothing"
