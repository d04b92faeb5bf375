"""Checks that every file in the content folders is used, or reported."""

import posixpath
from collections.abc import Callable, Iterable, Iterator, Set

from newsroom.content.accessibility import RECORD
from newsroom.content.document import Source
from newsroom.content.folders import is_shared, is_within, is_word_list
from newsroom.content.formats import DOCUMENTS, PUBLISHED_ENDINGS, RECORDINGS, Refusal, file_ending
from newsroom.content.loaded import LoadedContent
from newsroom.content.map_outline import MAP_FILE
from newsroom.problems import Fault, Problem
from newsroom.read.uses import files_named_in, tag_texts


def check_files(content: LoadedContent, misnamed: Set[str]) -> Iterator[Problem]:
    """Errors and warnings about files that no page uses. Refused files that are linked are reported at the link.

    ``misnamed`` are files that pages name by a wrong address, which is reported there. They are not unused.
    """
    used = _used(content)
    for path, refusal in content.files.refused.items():
        if path not in used and path not in (RECORD, MAP_FILE) and not is_word_list(path):
            yield Problem(refusal.code, path, None, f"this file {refusal.what}", refusal.fix)
    for path, pdf in content.pdfs.items():
        if path not in used and isinstance(pdf, Fault):
            yield pdf.at(path, None, "this PDF")
    stubs = {item.path for item in content.withdrawals if item.state == "stub"}
    if content.sources.keys() | stubs == content.paths:  # else a page that could not be read may use a file
        yield from (_unused(path) for path in _unused_assets(content, used | misnamed))


def check_shared_files(content: LoadedContent, templates: Callable[[], Iterable[str]]) -> Iterator[Problem]:
    """Warnings about files in docs/assets/ that neither a page nor a template uses.

    ``templates`` gives the templates' texts; it is called only if a file seems to be unused.
    """
    used = _used(content)
    if unused := [path for path in content.files.assets if is_shared(path) and path not in used]:
        named = files_named_in((*tag_texts(content.sources.values()), *templates()), unused)
        yield from (_unused(path) for path in unused if path not in named)


def link_fault(target: str, refusal: Refusal) -> Fault:
    """The fault of a link to a refused file."""
    return Fault(refusal.code, f"'{target}' {refusal.what}", refusal.fix_link or refusal.fix)


def is_unusable(path: str, content: LoadedContent) -> bool:
    """Whether a file, or a folder around it, has its own error, so links to it need no other."""
    return is_within(path, content.files.unusable)


def check_linked_pdfs(source: Source, content: LoadedContent) -> Iterator[Problem]:
    """Errors about the PDFs that a page's text links to."""
    for use in source.file_uses:
        pdf = content.pdfs.get(use.path)
        if use.reference and isinstance(pdf, Fault):
            yield pdf.at(source.path, use.line, f"the PDF '{use.reference.target}'")


def _used(content: LoadedContent) -> frozenset[str]:
    return frozenset(path for source in content.sources.values() for path in source.used_files)


def _unused_assets(content: LoadedContent, used: Set[str]) -> Iterator[str]:
    """The files that no page uses, except in folders where a page names a missing file, which may be misspelt."""
    missing = (path for path in used - content.files.assets.keys() if file_ending(path) in PUBLISHED_ENDINGS)
    unclear = {posixpath.dirname(path) for path in missing}
    for path in content.files.assets:
        if path not in used and not is_shared(path) and posixpath.dirname(path) not in unclear:
            yield path


def _unused(path: str) -> Problem:
    ending = file_ending(path)
    name = "PDF" if ending in DOCUMENTS else "recording" if ending in RECORDINGS else "picture"
    what = f"no page shows this {name} or links to it, so it is not published"
    return Problem("file-unused", path, None, what, "name it in a page, or delete it")
