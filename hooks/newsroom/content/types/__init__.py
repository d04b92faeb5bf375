"""The content types. Each is one record in a file of this folder, and is found here automatically."""

import posixpath
from collections.abc import Iterator, Mapping
from importlib import import_module  # noqa: TID251 (for the modules of this folder alone)
from pkgutil import iter_modules
from typing import Any, cast, get_args, get_origin

from pydantic import BaseModel

from newsroom.content.model import Consent, FrontMatter
from newsroom.content.types.base import ContentType, Look

__all__ = [
    "CONTENT_FOLDERS",
    "DATED_TYPES",
    "FIELD_NAMES",
    "FILE_FIELDS",
    "GROUP_FIELDS",
    "LISTS",
    "LIST_FIELDS",
    "PAGES_FOLDER",
    "PICTURE_FIELDS",
    "TOPIC_TYPES",
    "TYPES",
    "TYPE_TEXTS",
    "VERSION_TYPES",
    "AnyType",
    "ContentType",
    "look_for",
    "type_for_path",
]
AnyType = ContentType[Any]
PAGES_FOLDER = "docs"


def _discover_types() -> Iterator[AnyType]:
    for module in iter_modules(__path__, f"{__name__}."):
        # Only modules of this folder, each of which the import linter checks itself.
        for value in vars(import_module(module.name)).values():
            if isinstance(value, ContentType):
                yield value


TYPES: tuple[AnyType, ...] = tuple(
    sorted(dict.fromkeys(_discover_types()), key=lambda found: (found.position, found.name))
)
"""All types, in the order of lists."""
DATED_TYPES = tuple(found for found in TYPES if found.is_dated)
"""The types whose items have a date. Each has a list and a feed, and is in the list and feed of all news."""
TOPIC_TYPES = tuple(found for found in TYPES if found.topic_field)
"""The types that dated items name in a field."""
LISTS: Mapping[str, tuple[AnyType, ...]] = {"news": DATED_TYPES} | {found.address: (found,) for found in DATED_TYPES}
"""The lists of the site: each name, which is also the address, with the types it lists."""
CONTENT_FOLDERS = tuple(sorted({found.folder.split("/")[0] for found in TYPES}))
"""The folders of the repository in which content is."""
TYPE_TEXTS: Mapping[str, str] = {name: text for found in TYPES for name, text in found.texts.items()}
"""Reader-facing texts of types, by name, for names that a catalogue does not have."""
LIST_FIELDS = frozenset(
    field.alias or name
    for model in (Consent, *(found.model for found in TYPES))
    for name, field in cast("type[BaseModel]", model).model_fields.items()
    if get_origin(field.annotation) is tuple
)
"""The names of the fields that are lists, wherever they are in front matter."""


def _field_names(annotation: object) -> Iterator[str]:
    """The names of the fields of all models in a type, and in the fields of these models."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, field in annotation.model_fields.items():
            yield field.alias or name
            yield from _field_names(field.annotation)
    for part in get_args(annotation):
        yield from _field_names(part)


FIELD_NAMES = frozenset(name for found in TYPES for name in _field_names(found.model))
"""The names of all fields, wherever they are in front matter."""
GROUP_FIELDS = frozenset(
    field.alias or name
    for found in TYPES
    for name, field in cast("type[BaseModel]", found.model).model_fields.items()
    if get_origin(field.annotation) is not tuple and any(_field_names(field.annotation))
)
"""The names of the fields that are groups of fields."""
FILE_FIELDS = tuple(dict.fromkeys(key for found in TYPES for key in cast("type[FrontMatter]", found.model).file_keys()))
"""The fields that name a file, as paths of keys. A field called ``src`` names a picture, which the page shows."""
PICTURE_FIELDS = tuple(name for name, *rest in FILE_FIELDS if rest)
"""The fields that name a picture which the page shows."""
_LOOKS: Mapping[str, Look] = {url: look for found in TYPES for url, look in found.looks.items()}
VERSION_TYPES = tuple(found for found in TYPES if found.is_version)
"""The types whose files are versions of the pages beside them."""
_MOST_SPECIFIC_FIRST = tuple(
    sorted(
        (found for found in TYPES if not found.is_version),
        key=lambda found: (-len(found.folder), not found.folder_rules.only),
    )
)


def type_for_path(path: str) -> AnyType:
    """The content type of the Markdown file at a repository-relative path.

    ``docs/areas/index.md`` and ``docs/principles/index.md`` are pages, as is all else in ``docs/`` that no
    type names. The ending of a version, like ``.easy.md``, decides before the folder.
    """
    folder, name = posixpath.split(path)
    for version in VERSION_TYPES:
        if name.endswith(version.file_name.ending):
            return version
    slug = name.split(".")[0]
    for found in _MOST_SPECIFIC_FIRST:
        rules = found.folder_rules
        is_in = folder == found.folder or (folder.startswith(f"{found.folder}/") and not rules.only)
        if is_in and rules.only in ("", slug) and not (rules.has_index and slug == "index"):
            return found
    return next(found for found in _MOST_SPECIFIC_FIRST if found.folder == PAGES_FOLDER and not found.folder_rules.only)


def look_for(content_type: AnyType, url: str, otherwise: Look | None = None) -> Look:
    """The template and card of a page of a type; by default those of its items.

    ``url`` is its address without the language.
    """
    return _LOOKS.get(url, otherwise or content_type.look)
