"""The pages of the editors' guide that are made from the code: all fields of the front matter, and all codes."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from newsroom.codes import errors_page
from newsroom.content.model import Dated, FrontMatter
from newsroom.content.types import PAGES_FOLDER, TOPIC_TYPES, TYPES, AnyType
from newsroom.english import with_article

_TITLE = "All fields"
_SUMMARY = "Every field that the front matter of a file can have: what it is for, and whether it is needed."
_INTRODUCTION = """\
The front matter is the part between the two lines of hyphens at the top of a file. Each line of it is a field: its
name, a colon, and its value. Leave out the fields that you do not need. """
_GROUPS = "A field with fields of its own has them on the lines below it, each indented by two spaces."
_TOPIC_FOLDERS: Mapping[str, str] = {found.topic_field: found.folder for found in TOPIC_TYPES}
GUIDE = f"{PAGES_FOLDER}/contribute.md"
"""The guide's first page. A site without it has none of these pages."""
_ID = re.compile(r"\{#([\w-]+)\}")
"""Matches the attribute list of a heading, like ``{#story}``."""


def fields_page() -> tuple[str, str, str]:
    """The title, summary and Markdown text of the page. The name of each type, and of each group, is an id."""
    types = [found for found in TYPES if found.label in ("", found.name)]
    dated = _listed([found for found in types if found.is_dated])
    parts = [_INTRODUCTION, *(_type_section(found, dated) for found in types)]
    parts.append(f"## All {dated} {{#dated}}\n\nThese can have:\n\n{_table(_optional(Dated, FrontMatter))}")
    parts.append(f"## All files {{#all}}\n\nEvery file can have:\n\n{_table(_optional(FrontMatter))}")
    parts.append(f"## Fields with fields of their own {{#groups}}\n\n{_GROUPS}")
    parts += (_group_section(group, names) for group, names in _groups(types).items())
    return _TITLE, _SUMMARY, "\n\n".join(parts)


def _type_section(found: AnyType, dated: str) -> str:
    """The fields that a file of a type needs, and those that only this type has."""
    model: type[FrontMatter] = found.model
    inherited = {**_optional(FrontMatter), **(_optional(Dated) if found.is_dated else {})}
    own = {name: field for name, field in model.model_fields.items() if name not in inherited}
    title = with_article(found.name).capitalize()
    naming = found.file_name.help.replace("'", "`")
    shared = f"[All {dated}](#dated), and [all files](#all), can have more."
    parts = (
        f"## {title} {{#{found.name}}}",
        f"The file is in the folder `{found.folder}`. {naming[:1].upper()}{naming[1:]}.",
        _table(own, found.file_name.fields(found.file_name.example) or ()),
        shared if found.is_dated else "[All files](#all) can have more.",
    )
    return "\n\n".join(parts)


def _optional(model: type[BaseModel], but: type[BaseModel] | None = None) -> Mapping[str, FieldInfo]:
    """The fields of a model that may be left out, except those of another model."""
    others = but.model_fields if but else {}
    fields = model.model_fields.items()
    return {name: field for name, field in fields if not field.is_required() and name not in others}


def _listed(types: Sequence[AnyType]) -> str:
    *others, last = (found.plural for found in types)
    return f"{', '.join(others)} and {last}"


def _group_section(group: type[BaseModel], names: Iterable[str]) -> str:
    title = ", ".join(f"`{name}`" for name in names)
    return f"### {title} {{#{_anchor(group)}}}\n\n{_table(group.model_fields)}"


def _table(fields: Mapping[str, FieldInfo], given: Collection[str] = ()) -> str:
    """A Markdown table of fields: first those that are needed, since nothing else gives their value."""
    needed = {name for name, field in fields.items() if field.is_required() and name not in given}
    rows = (
        f"| `{fields[name].alias or name}` | {'**Needed.** ' if name in needed else ''}{_words(name, fields[name])} |"
        for name in sorted(fields, key=lambda name: name not in needed)
    )
    return "\n".join(("| Field | What to write |", "| --- | --- |", *rows))


def _words(name: str, field: FieldInfo) -> str:
    """What to write in a field: what it is for, the form of its value, the values to choose from, its own fields."""
    words = [field.description or ""]
    choices, group = list(_choices(field.annotation)), next(_models_in(field), None)
    if field.annotation is bool:
        words.append("`true` or `false`.")
    if choices:
        words.append(f"One of {', '.join(f'`{choice}`' for choice in choices)}.")
    if folder := _TOPIC_FOLDERS.get(name):
        words.append(f"The names of files in `{folder}`, without `.md`.")
    if get_origin(field.annotation) is tuple and not group:
        words.append("A list: `[one, another]`.")
    if group:
        words.append(f"[Its fields](#{_anchor(group)}).")
    return " ".join(words)


def _choices(annotation: object) -> Iterator[str]:
    """The values that an annotation lists: "low" in ``Literal["low", "none"]``, in tuples and unions too."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif get_origin(annotation) in (tuple, Union, UnionType, Annotated):
        for part in get_args(annotation):
            yield from _choices(part)


def _models_in(field: FieldInfo) -> Iterator[type[BaseModel]]:
    """The groups of fields that a field can have as its value, or as entries of its list."""
    found = [field.annotation]
    while found:
        part = found.pop()
        if isinstance(part, type) and issubclass(part, BaseModel):
            yield part
        found += get_args(part)


def _groups(types: Sequence[AnyType]) -> dict[type[BaseModel], dict[str, None]]:
    """All groups of fields, in the order in which the types have them, each with the names of its fields."""
    groups: dict[type[BaseModel], dict[str, None]] = {}
    for found in types:
        model: type[FrontMatter] = found.model
        for name, field in model.model_fields.items():
            for group in _models_in(field):
                groups.setdefault(group, {})[field.alias or name] = None
    return groups


def _anchor(group: type[BaseModel]) -> str:
    return f"fields-{group.__name__.lower()}"


@dataclass(frozen=True)
class GeneratedPage:
    """A page of the guide: its address relative to the site, title, summary and Markdown text."""

    url: str
    title: str
    summary: str
    text: str

    @property
    def path(self) -> str:
        """The path that links in Markdown use, relative to the repository."""
        return f"{PAGES_FOLDER}/{self.url.rstrip('/')}.md"

    @property
    def ids(self) -> frozenset[str]:
        """The ids that its text gives to headings, to which links may lead."""
        return frozenset(_ID.findall(self.text))


GUIDE_PAGES = (GeneratedPage("contribute/fields/", *fields_page()), GeneratedPage("contribute/errors/", *errors_page()))
"""All pages of the guide that are made from the code."""


def guide_ids(path: str) -> frozenset[str]:
    """The ids on the generated page of the guide with a path; none if it is not such a page."""
    return next((page.ids for page in GUIDE_PAGES if page.path == path), frozenset())
