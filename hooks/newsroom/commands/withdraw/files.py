"""Finds the files of a withdrawn item: those that are deleted with it, and those that stay for other items."""

import posixpath
from collections.abc import Sequence

from newsroom.check.consent.consent import check_consent_present
from newsroom.commands.withdraw.find import ReadText
from newsroom.content.file_uses import find_named_files
from newsroom.content.folders import is_shared, path_beside
from newsroom.content.formats import is_drawing
from newsroom.content.item_files import files_named_after, owned_files
from newsroom.content.loaded import LoadedContent
from newsroom.read.withdrawn import targets_in


def files_of_others(items: Sequence[str], content: LoadedContent) -> frozenset[str]:
    """The pictures, PDFs and recordings that an item uses and that belong to others, which stay.

    They belong to an item that uses them if they are in its folder or its front matter names them, or to all pages if
    they are in the folder for these. The files of an item that has or needs consent may show the person: none stays.
    """
    sources = [source for path in items if (source := content.sources.get(path))]
    is_about_people = any("consent" in source.values or any(check_consent_present(source)) for source in sources)
    if len(sources) < len(items) or is_about_people:
        return frozenset()
    used = content.files.assets.keys() & {file for source in sources for file in source.used_files}
    return frozenset(
        use.path
        for path, source in content.sources.items()
        if used and path not in items
        for use in source.file_uses
        if use.path in used
        and (use.reference is None or is_shared(use.path) or posixpath.dirname(use.path) == posixpath.dirname(path))
    )


def files_of(
    items: Sequence[str], content: LoadedContent, read_text: ReadText, shared: frozenset[str]
) -> frozenset[str]:
    """The pictures, PDFs and recordings of an item: those that it names, and those beside it with its name.

    A file beside another item, whose front matter names it, belongs to that: the PDF of a report. A drawing that other
    pages may use stays, unless the item says that it shows a person. Those that are ``shared`` stay too.
    """
    files = {*content.files.assets, *content.files.refused}
    found: set[str] = set()
    others = {
        path_beside(path, name)
        for path, source in content.sources.items()
        if path not in items
        for key, name in find_named_files(source.values)
        if key[-1] != "src" and "/" not in name
    }
    elsewhere = {file for path, source in content.sources.items() if path not in items for file in source.used_files}
    of_people = {file for document in content.documents if document.path in items for file in owned_files(document)}
    drawings = {file for file in files - of_people if is_drawing(file) and (is_shared(file) or file in elsewhere)}
    for path in items:
        source = content.sources.get(path)
        used = source.used_files if source else set(targets_in(path, read_text(path) or ""))
        found |= used - others - drawings - shared
        found.update(files_named_after(path, files, content.paths))
    return frozenset(found & files)
