"""Imports a WordPress export as drafts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from newsroom.commands.check import check_content
from newsroom.commands.import_document import checked_note, site_topics, with_checked
from newsroom.content.types import CONTENT_FOLDERS
from newsroom.importing.manifest import files_below, read_manifest
from newsroom.importing.report import REPORT_FILES, PlacedNote, format_html, format_markdown
from newsroom.importing.source import ImportRefusedError
from newsroom.importing.wordpress.documents import Archive, DraftMaker, item_title
from newsroom.importing.wordpress.export import ReportProgress, read_items
from newsroom.importing.wordpress.files import ArchiveFiles
from newsroom.importing.wordpress.index import read_index
from newsroom.importing.wordpress.plan import Site, current_addresses, plan_files
from newsroom.importing.wordpress.rules import propose_rules, read_rules
from newsroom.importing.wordpress.run import ImportRun
from newsroom.importing.wordpress.uploads import Uploads
from newsroom.site_settings import site_settings
from newsroom.value_cache import ValueCache

_READING = 0.2
"""The share of the first reading in the whole."""


@dataclass(frozen=True)
class WordPressOptions:
    """The options of an import.

    Attributes:
        exports: The files of the export: one, or several if the site divided it.
        map_file: The rules. A proposal is written there if it does not exist.
        uploads: The folder or zip file of the uploads.
        into: The folder below which the drafts are written; the repository's by default.
    """

    exports: tuple[Path, ...]
    map_file: Path
    uploads: Path | None = None
    into: Path | None = None


def import_export(
    root: Path,
    values: object,
    options: WordPressOptions,
    *,
    today: date,
    progress: ReportProgress = lambda _share: None,
    value_cache: ValueCache | None = None,
) -> list[str]:
    """Write the drafts of an export with their pictures and files, and the report. Returns what to say about it.

    Args:
        values: The settings as they are in mkdocs.yml.
        progress: Is called with the part that is done.
        value_cache: Keeps what the check computes.

    Raises:
        ContentError: The settings are not valid.
        ImportRefusedError: The export or the map cannot be used, or the disk refuses a file.
    """
    _require_outside(root, (*options.exports, *filter(None, [options.uploads])))
    settings, topics = site_settings(values), site_topics(root)
    index = read_index(options.exports, lambda share: progress(share * _READING))
    if not options.map_file.exists():
        options.map_file.write_text(propose_rules(index, topics), encoding="utf-8")
        return [
            f"{_names(options.exports)} has {sum(1 for _ in index.texts())} published items. Nothing was imported yet.",
            f"{options.map_file} says what they would become: read it, change it, then run the same command again.",
        ]
    known = {field: [topic.slug for topic in topics if topic.field == field] for field in ("areas", "principles")}
    rules = read_rules(options.map_file, known["areas"], known["principles"])
    target = options.into or root
    manifest = read_manifest(target)
    others = files_below(target, CONTENT_FOLDERS) - manifest.all_files()
    site = Site(tuple(settings.languages), others, manifest.paths())
    plan = plan_files(index, rules, site, item_title)
    files = ArchiveFiles(index, Uploads(options.uploads), plan, others)
    maker = DraftMaker(
        Archive(index, rules, files, settings.default_language, topics, today, current_addresses(plan, site))
    )
    run = ImportRun(index, plan, manifest, target, others)
    try:
        for item in read_items(options.exports, lambda share: progress(_READING + share * (1 - _READING))):
            run.write(item, maker)
        run.write_files(maker, settings.default_language)
        run.write_lists(maker, rules)
    finally:
        manifest.save(target)
    problems = _problems(root, values, today, value_cache) if target.resolve() == root.resolve() else {}
    documents = [with_checked(each, problems.get(each.path or "", ())) for each in run.documents]
    facts, to_describe = list(run.facts()), list(run.pictures_to_describe())
    for name, text in zip(REPORT_FILES, (format_markdown, format_html), strict=True):
        (target / name).write_text(text(documents, facts, to_describe), encoding="utf-8", newline="\n")
    return [*facts, f"What was guessed and left out, and what is left to do: {target / REPORT_FILES[1]}"]


def _require_outside(root: Path, paths: Iterable[Path]) -> None:
    for path in paths:
        if path.resolve().is_relative_to(root.resolve()):
            what = f"{path.name} has what was never public, and must not be in the repository"
            raise ImportRefusedError(f"{what}: move it to another folder.")


def _names(paths: Iterable[Path]) -> str:
    return ", ".join(path.name for path in paths)


def _problems(root: Path, values: object, today: date, value_cache: ValueCache | None) -> dict[str, list[PlacedNote]]:
    """What the check says about each file, as notes, by path."""
    found: dict[str, list[PlacedNote]] = {}
    for problem in check_content(root, values, today=today, value_cache=value_cache).problems:
        found.setdefault(problem.path or "", []).append(checked_note(problem))
    return found
