"""Checks that the areas, principles, pictures and files that front matter names exist."""

import posixpath
from collections.abc import Iterator, Mapping
from functools import partial
from urllib.parse import unquote

from newsroom.check.files import is_unusable, link_fault
from newsroom.check.links.intended_targets import find_elsewhere
from newsroom.content.document import KeyPath, Source
from newsroom.content.file_uses import find_named_files
from newsroom.content.folders import path_beside
from newsroom.content.loaded import LoadedContent
from newsroom.content.local_files import find_local_place
from newsroom.english import field_name
from newsroom.problems import Hints, Problem, shorten, suggest_file


def check_references(
    source: Source, topics: Mapping[str, frozenset[str]], content: LoadedContent, hints: Hints
) -> Iterator[Problem]:
    """Errors about names in one file's front matter. ``topics`` comes from :func:`find_topic_slugs`."""
    for field, known in topics.items() if source.type.is_dated else ():
        values = source.values.get(field)
        slugs = values if isinstance(values, list) else []
        for index, slug in enumerate(slugs):
            if isinstance(slug, str) and slug not in known:
                fix = suggest_file(slug, known, field, f"docs/{field}")
                what = f"`{field}` names '{shorten(slug)}', which does not exist"
                yield source.field_problem("topic-unknown", (field, index), what, fix)
            elif slug in slugs[:index]:
                what = f"`{field}` names '{shorten(str(slug))}' twice"
                yield source.field_problem("topic-repeated", (field, index), what, "delete one of them")
    for key, target in find_named_files(source.values):
        yield from _check_file(source, key, target, content, hints)


def _check_file(source: Source, key: KeyPath, target: str, content: LoadedContent, hints: Hints) -> Iterator[Problem]:
    folder, path = posixpath.dirname(source.path), path_beside(source.path, target)
    name = field_name(key)
    if place := find_local_place(target):
        what = f"{name} names '{shorten(target)}', which is a file {place}"
        yield source.field_problem("field-file-missing", key, what, f"put it in {folder}/, and write its name")
        return
    if path in content.files.refused and key == ("file",):
        return  # its model reports that it is not a PDF
    if refusal := content.files.refused.get(path):
        yield link_fault(target, refusal).at(source.path, source.line(*key), f"{name}:")
    elif path not in content.files.assets and not is_unusable(path, content):
        beside = partial(_files_beside, folder, content.files.assets)
        if elsewhere := find_elsewhere(target, folder, content.files.assets):
            fix = f"did you mean '{unquote(elsewhere)}'?"
        else:
            fix = hints.suggest(target, beside, f"put it in {folder}/ beside this file, or correct the name")
        what = f"{name} names '{shorten(target)}', which does not exist"
        yield source.field_problem("field-file-missing", key, what, fix)


def _files_beside(folder: str, assets: Mapping[str, int]) -> list[str]:
    return [posixpath.relpath(asset, folder) for asset in assets if asset.startswith(f"{folder}/")]
