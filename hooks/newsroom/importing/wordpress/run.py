"""One import of an export: writes the drafts, and keeps what there is to say about them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from types import MappingProxyType

from newsroom.content.folders import without_language
from newsroom.importing.manifest import Manifest, WriteResult
from newsroom.importing.report import ImportedDocument, PlacedNote, place_notes
from newsroom.importing.source import ImportRefusedError, NoteKind
from newsroom.importing.wordpress.documents import DraftMaker, item_title
from newsroom.importing.wordpress.index import ATTACHMENT, ExportIndex
from newsroom.importing.wordpress.model import Item
from newsroom.importing.wordpress.plan import Plan, PlannedFile, item_key

_KEPT: Mapping[str, str] = MappingProxyType(
    {
        WriteResult.KEPT: "It was edited after the last import, and was kept as it is.",
        WriteResult.DELETED: "It was deleted or renamed after the last import, and was not written again.",
    }
)


class ImportRun:
    """Writes the drafts of an export below a folder.

    Attributes:
        documents: What became of each item so far.

    Args:
        index: The facts of the export.
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
        self._done: set[int] = set()
        self.documents = [ImportedDocument(title, refused=why) for title, why in plan.refused.items()]

    def write(self, item: Item, maker: DraftMaker) -> None:
        """Write the draft of an item, if the plan has a file for it.

        Raises ImportRefusedError if the disk refuses it.
        """
        planned = self._plan.files.get(item.number)
        if planned is None or not item.is_public or item.number in self._done:
            return
        self._done.add(item.number)
        name = f"{item_title(item) or item.slug} ({item.link})"
        try:
            draft = maker.make(item, planned, self._taken(planned))
        except ImportRefusedError as error:
            self.documents.append(ImportedDocument(name, refused=str(error)))
            return
        key = item_key(self._index, item.number)
        result = self._manifest.write(self._target, key, draft.path, draft.files)
        self._results[result] += 1
        if result in _KEPT:
            notes: tuple[PlacedNote, ...] = (PlacedNote(NoteKind.TO_DO, _KEPT[result]),)
        else:
            notes = place_notes(draft.notes, draft.text)
        self.documents.append(ImportedDocument(name, draft.path, tuple(draft.pictures), notes))

    def facts(self) -> Iterator[str]:
        """Sentences about the whole import."""
        types = Counter(self._plan.files[number].content_type for number in self._done)
        written = {(found.noun if count == 1 else found.plural): count for found, count in types.items()}
        yield f"Imported: {_listed(written)}."
        yield f"Files: {_listed(self._results)}."
        if self._index.hidden:
            yield f"Not written, because they were not public: {_listed(self._index.hidden)}."
        if self._plan.left_out:
            yield f"Left out by the map: {_listed(self._plan.left_out)}."
        if unused := self._unused():
            yield f"In no imported text, and not copied: {len(unused)} uploaded files, like {', '.join(unused[:3])}."
        missing = sum("alternative text" in note.text for each in self.documents for note in each.notes)
        if missing:
            yield f"Pictures without an alternative text: {missing}."

    def _taken(self, planned: PlannedFile) -> frozenset[str]:
        """The names in the folder of a file that its pictures cannot have: others', and those of its translations."""
        folder = planned.path.rpartition("/")[0]
        names = set(self._names.get(folder, ()))
        for number in self._versions[without_language(planned.path)]:
            if number != planned.item.number:
                files = self._manifest.own_files(item_key(self._index, number))
                names.update(path.rpartition("/")[2] for path in files if path.rpartition("/")[0] == folder)
        return frozenset(names)

    def _unused(self) -> list[str]:
        used = {path.rpartition("/")[2] for path in self._manifest.all_files()}
        files = (item.attachment_address for item in self._index.items.values() if item.type == ATTACHMENT)
        return sorted(address for address in files if address.lower().endswith(".pdf") and _name(address) not in used)


def _name(address: str) -> str:
    return address.rpartition("/")[2].lower()


def _listed(counts: Mapping[str, int]) -> str:
    return "; ".join(f"{number} {name}" for name, number in sorted(counts.items())) or "nothing"
