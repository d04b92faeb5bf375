"""Loads content: files become documents, or errors with file, line and how to fix them."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from newsroom.content.accessibility import RECORD, AccessibilityTest, parse_record
from newsroom.content.document import AnyDocument, Document, Source
from newsroom.content.folders import (
    SHARED_ASSETS,
    address_for,
    has_proper_folders,
    parse_name,
    path_beside,
    without_language,
)
from newsroom.content.formats import DOCUMENTS, PAGE_LIKE, file_ending
from newsroom.content.item_files import files_named_after
from newsroom.content.loaded import ContentFiles, LoadedContent, PdfFacts
from newsroom.content.outline import Reference
from newsroom.content.types import AnyType, type_for_path
from newsroom.content.withdrawals import Withdrawal, is_stub
from newsroom.english import with_article
from newsroom.markup import is_address, render_markdown
from newsroom.problems import Fault, Problem, shorten
from newsroom.read.files import find_files, read_text
from newsroom.read.frontmatter import is_marked_draft, is_marked_withdrawn, parse_front_matter
from newsroom.read.limits import MAX_BYTES, find_length_problem
from newsroom.read.pdf import read_pdf_file
from newsroom.read.picture_metadata import read_metadata_of_pictures
from newsroom.read.synonyms import read_synonyms
from newsroom.read.targets import Targets
from newsroom.read.uses import used_files
from newsroom.read.validate import validate_front_matter
from newsroom.read.withdrawn import (
    files_in,
    files_of_source,
    misnamed_withdrawal,
    read_stub,
    unreadable_withdrawal,
)
from newsroom.translations import Translations


def load_content(root: Path, languages: tuple[str, ...]) -> LoadedContent:
    """Load every content folder below ``root``. The first language is the default, which has no suffix."""
    files = find_files(root)
    targets = Targets(files.paths)
    translations = {lang: Translations(lang) for lang in languages}
    found = {path: _read_file(root, path, translations, targets) for path in files.markdown}
    pdfs = {pdf: read_pdf_file(root / pdf) for pdf in sorted(_find_pdfs(found.values(), files.assets))}
    record = _read_record(root) if RECORD in files.refused else None
    synonyms, synonym_faults = read_synonyms(root, files.refused, languages)
    faults = [*([record] if isinstance(record, Problem) else []), *synonym_faults]
    return LoadedContent(
        files=files,
        paths=frozenset(files.markdown),
        urls={path: file.url for path, file in found.items() if file.url is not None},
        sources={path: file.source for path, file in found.items() if file.source},
        documents=tuple(_with_page_count(file.document, pdfs) for file in found.values() if file.document),
        drafts=frozenset(path for path, file in found.items() if _is_draft(root, path, file)),
        withdrawals=tuple(_find_withdrawals(root, found, files, languages)),
        heads={path: file.head for path, file in found.items() if file.head},
        pdfs=pdfs,
        pictures=read_metadata_of_pictures(root, files.assets),
        problems=(*files.problems, *(problem for file in found.values() for problem in file.problems), *faults),
        accessibility_test=None if isinstance(record, Problem) else record,
        synonyms=synonyms,
    )


class _ReadFile(NamedTuple):
    """The result of reading one file."""

    problems: Sequence[Problem] = ()
    url: str | None = None
    source: Source | None = None
    document: AnyDocument | None = None
    head: str = ""
    withdrawal: Withdrawal | None = None


def _read_file(root: Path, path: str, translations: Mapping[str, Translations], targets: Targets) -> _ReadFile:
    languages = tuple(translations)
    content_type = type_for_path(path)
    name = parse_name(path, content_type, languages)
    if name is None:
        return _ReadFile([_name_problem(path, content_type, languages)])
    if fault := _folder_problem(path, content_type):
        return _ReadFile([fault])
    url = address_for(path, name, languages)
    text = read_text(root, path)
    if isinstance(text, Problem):
        return _ReadFile([text], url)
    found = parse_front_matter(text, path)
    if not found.has_end:
        return _ReadFile(found.problems, url, head=text)
    head = text.removesuffix(found.text)
    if is_stub(found.lines, found.text):
        withdrawal, faults = read_stub(found, path, url, name)
        return _ReadFile(faults, url, head=head, withdrawal=withdrawal)
    for key, value in (content_type.file_name.fields(name.slug) or {}).items():
        found.values.setdefault(key, value)
    if fault := find_length_problem(path, found.text, found.text_line):
        return _ReadFile([*found.problems, fault], url, head=head)
    values = targets.fix_values(path, found.values)
    keeps_lines = content_type.text_rules.keeps_lines(values)
    exact_target = partial(targets.exact_target, path)
    rendered = render_markdown(
        found.text, translations[name.lang], found.text_line, keeps_lines=keeps_lines, exact_target=exact_target
    )
    source = Source(content_type, path, url, values, found.lines, found.text, rendered, found.text_line)
    front = found.problems or validate_front_matter(source, content_type.model, translations[languages[0]].names)
    faults = [
        _malformed_link(path, reference) for reference in source.outline.references if not is_address(reference.target)
    ]
    if isinstance(front, list):
        return _ReadFile([*front, *faults], url, source, None, head)
    if faults:
        return _ReadFile(faults, url, source, None, head)
    document = Document(content_type, path, name.slug, name.lang, url, front, source.outline)
    return _ReadFile((), url, source, document, head)


def _name_problem(path: str, content_type: AnyType, languages: tuple[str, ...]) -> Problem:
    has_suffix = posixpath.basename(path).count(".") > 1
    fix = f"the languages here are {', '.join(languages)}" if has_suffix else content_type.file_name.help
    return Problem("file-name-invalid", path, None, "the file's name is not allowed", fix)


def _folder_problem(path: str, content_type: AnyType) -> Problem | None:
    if not has_proper_folders(path):
        fix = "use lower-case letters, digits and hyphens, like 'our-areas'"
        return Problem("folder-name-invalid", path, None, "the folder's name is not allowed", fix)
    if content_type.folder_rules.is_flat and posixpath.dirname(path) != content_type.folder:
        what = f"{with_article(content_type.noun)} must be directly in {content_type.folder}/, not in a folder below it"
        return Problem("page-too-deep", path, None, what, f"move it to {content_type.folder}/")
    return None


def _is_draft(root: Path, path: str, file: _ReadFile) -> bool:
    """Whether a file says ``draft: true``. If it is not valid, its text is searched for that line."""
    return file.document.front.draft if file.document else is_marked_draft(_raw_text(root, path))


def _find_withdrawals(
    root: Path, found: Mapping[str, _ReadFile], files: ContentFiles, languages: tuple[str, ...]
) -> Iterator[Withdrawal]:
    """The withdrawn items among the files that are not documents, each with the files that belong to it."""
    marked = {path for path, file in found.items() if _is_withdrawn(root, path, file)}
    names = {without_language(path) for path in marked}

    def with_files(item: Withdrawal, source: Source | None, path: str) -> Withdrawal:
        named = files_of_source(source) if source else files_in(path, _raw_text(root, path))
        beside = files_named_after(item.path, files.assets, files.markdown)
        return replace(item, files=frozenset(files.assets.keys() & {*named, *beside}))

    for path in _misnamed_pages(root, found, files):
        if is_marked_withdrawn(_raw_text(root, path)):
            yield with_files(misnamed_withdrawal(path, languages), None, path)
    for path, file in found.items():
        if file.withdrawal:
            yield with_files(file.withdrawal, None, path)
        elif file.url is not None and not file.document and without_language(path) in names:
            values = file.source.values if file.source else {}
            yield with_files(unreadable_withdrawal(path, file.url, values, languages), file.source, path)


def _misnamed_pages(root: Path, found: Mapping[str, _ReadFile], files: ContentFiles) -> Iterator[str]:
    """The files that could be pages, if their names or folders were valid. Symbolic links are not followed."""
    yield from (path for path, file in found.items() if file.url is None)
    within = ((root / path).rglob("*") for path in sorted(files.unusable) if not (root / path).is_symlink())
    inner = (file.relative_to(root).as_posix() for found_files in within for file in found_files)
    for path in (*files.refused, *sorted(files.unusable), *inner):
        if file_ending(path) in PAGE_LIKE and (root / path).is_file() and not (root / path).is_symlink():
            yield path


def _is_withdrawn(root: Path, path: str, file: _ReadFile) -> bool:
    """Whether an item says that it is withdrawn. If its front matter is not valid, its text is searched."""
    if file.withdrawal:
        return True
    if "consent" not in type_for_path(path).fields:
        return False
    if file.source and not {("consent", "withdrawn"), ("withdrawn",)}.isdisjoint(file.source.lines):
        return True  # also without a date, and if it is not indented
    return file.document is None and is_marked_withdrawn(_raw_text(root, path))


def _raw_text(root: Path, path: str) -> str:
    """A file's text, even if it is not in UTF-8; without the zero bytes that UTF-16 has beside each letter."""
    try:
        with (root / path).open("rb") as file:
            return file.read(MAX_BYTES).replace(b"\0", b"").decode("utf-8", "replace")
    except OSError:
        return ""


def _read_record(root: Path) -> AccessibilityTest | Problem:
    text = read_text(root, RECORD)
    return text if isinstance(text, Problem) else parse_record(text)


def _find_pdfs(files: Iterable[_ReadFile], assets: Iterable[str]) -> Iterator[str]:
    """The PDFs that may be published: those that pages name, even pages with errors, and those for templates."""
    sources = [file.source for file in files if file.source]
    named = {path for source in sources for path in used_files(source)}
    for path in assets:
        if file_ending(path) in DOCUMENTS and (path in named or path.startswith(SHARED_ASSETS)):
            yield path


def _with_page_count(document: AnyDocument, pdfs: Mapping[str, PdfFacts | Fault]) -> AnyDocument:
    """The document with the page count of its PDF, if its front matter does not give it."""
    name = document.front.attachment
    pdf = pdfs.get(path_beside(document.path, name)) if name else None
    if not isinstance(pdf, PdfFacts) or not pdf.pages:
        return document
    return replace(document, front=document.front.with_page_count(pdf.pages))


def _malformed_link(path: str, reference: Reference) -> Problem:
    what = f"'{shorten(reference.target)}' is not an address"
    return Problem("link-malformed", path, reference.line, what, "copy the address from your browser")
