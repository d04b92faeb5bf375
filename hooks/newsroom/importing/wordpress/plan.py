"""Decides which file each item of an export becomes. The same export and rules give the same names on each run."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from urllib.parse import unquote

from newsroom.content.folders import address_for, parse_name, path_beside
from newsroom.content.types import LISTS, TOPIC_TYPES, TYPES, AnyType, type_for_path
from newsroom.content.types.newsletter import NEWSLETTER
from newsroom.content.types.page import PAGE
from newsroom.importing.names import slug_for
from newsroom.importing.wordpress.index import ExportIndex, split_original
from newsroom.importing.wordpress.model import Item
from newsroom.importing.wordpress.rules import LEAVE_OUT, Rule, Rules
from newsroom.read.filenames import is_reserved

_TAKEN_PAGES = frozenset(
    {"index", "search", "edit", "feed", "assets", *LISTS, *(found.folder.split("/")[-1] for found in TOPIC_TYPES)}
)
"""Names of pages that the site has already."""


@dataclass(frozen=True)
class PlannedFile:
    """What one item becomes: the path of its file in the repository, its language, and what the rules say of it."""

    item: Item
    content_type: AnyType
    lang: str
    path: str
    rule: Rule


@dataclass(frozen=True)
class Plan:
    """What an export becomes.

    Attributes:
        files: The file for each item, by its id.
        left_out: How many items the rules leave out, by type.
        refused: The titles of items that have no place, each with the reason.
    """

    files: Mapping[int, PlannedFile]
    left_out: Mapping[str, int]
    refused: Mapping[str, str]


@dataclass(frozen=True)
class Site:
    """The facts about the site on which a plan depends.

    Attributes:
        languages: Its languages, its own first.
        files: The paths of all files that were not written by an import.
        earlier: The path that each item got by an earlier import, by its key.
    """

    languages: tuple[str, ...]
    files: Set[str]
    earlier: Mapping[str, str]


def item_key(index: ExportIndex, number: int) -> str:
    """What an item is called in the manifest of imports: its shortest address on the old site."""
    return f"{index.channel.address}/?p={number}"


def plan_files(index: ExportIndex, rules: Rules, site: Site, title: Callable[[Item], str]) -> Plan:
    """Decide what each item becomes. ``title`` gives an item's title as plain text."""
    planner = _Planner(index, site, title)
    left_out: Counter[str] = Counter()
    refused: dict[str, str] = {}
    wanted: list[tuple[Item, AnyType, str, Rule]] = []
    for item in index.texts():
        rule, lang = rules.for_item(item), language_of(item, site.languages)
        if rule.becomes == LEAVE_OUT:
            left_out[item.type] += 1
        elif lang not in site.languages:
            refused[f"{title(item)} ({item.link})"] = f"It is in '{lang}', which is not a language of this site."
        else:
            content_type = next(found for found in TYPES if found.name == rule.becomes)
            if content_type is NEWSLETTER and item.day is None:
                refused[f"{title(item)} ({item.link})"] = (
                    "It has no date, and the file of an edition is named by its day."
                )
            else:
                wanted.append((item, content_type, lang, rule))
    wanted.sort(key=lambda each: (site.languages.index(each[2]), each[0].number))
    files = {item.number: planner.place(item, found, lang, rule) for item, found, lang, rule in wanted}
    return Plan({number: files[number] for number in sorted(files)}, left_out, refused)


def current_addresses(plan: Plan, site: Site) -> Mapping[str, str]:
    """The addresses of the site's own pages and lists, and of all planned files, each with what is there."""
    found = {f"/{name}/": f"the list of {name}" for name in LISTS}
    for path in (*sorted(site.files), *(planned.path for planned in plan.files.values())):
        content_type = type_for_path(path)
        name = parse_name(path, content_type, site.languages) if path.endswith(".md") else None
        if name:
            found[f"/{address_for(path, name, site.languages)}"] = path
    return found


def language_of(item: Item, languages: tuple[str, ...]) -> str:
    """The language of an item: as Polylang says it, else by the beginning of its address, else the site's own."""
    if named := item.slugs("language"):
        return re.split(r"[-_]", named[0])[0].lower()
    first = split_original(item.link).path.lstrip("/").partition("/")[0]
    return first if first in languages[1:] else languages[0]


class _Planner:
    def __init__(self, index: ExportIndex, site: Site, title: Callable[[Item], str]) -> None:
        self._index = index
        self._site = site
        self._title = title
        self._names = {(folder, _base(name)) for folder, _, name in (path.rpartition("/") for path in site.files)}
        self._paths = set(site.earlier.values())
        self._names |= {(folder, _base(name)) for folder, _, name in (path.rpartition("/") for path in self._paths)}
        self._groups: dict[tuple[str, str], str] = {}

    def place(self, item: Item, content_type: AnyType, lang: str, rule: Rule) -> PlannedFile:
        """The file of an item: the earlier one, one with the name of its translation, or a new one."""
        folder = content_type.folder
        suffix = ".md" if lang == self._site.languages[0] else f".{lang}.md"
        groups = [(folder, group) for group in item.slugs("post_translations")]
        earlier = self._site.earlier.get(item_key(self._index, item.number), "")
        if earlier.startswith(f"{folder}/") and earlier.endswith(suffix) and "/" not in earlier[len(folder) + 1 :]:
            name = _base(earlier[len(folder) + 1 :])
        else:
            partner = next((self._groups[group] for group in groups if group in self._groups), None)
            name = (
                partner
                if partner and f"{folder}/{partner}{suffix}" not in self._paths
                else self._new_name(item, content_type)
            )
        path = f"{folder}/{name}{suffix}"
        self._names.add((folder, name))
        self._paths.add(path)
        for group in groups:
            self._groups.setdefault(group, name)
        return PlannedFile(item, content_type, lang, path, rule)

    def _new_name(self, item: Item, content_type: AnyType) -> str:
        slug = slug_for(unquote(item.slug), self._title(item))
        if content_type is NEWSLETTER:
            names = [f"{item.day}", f"{item.day}-{slug if slug[0].isalpha() else f'n-{slug}'}"]
            slug = names[1]
        else:
            names = [slug]
        names += [f"{slug}-{number}" for number in range(2, 10_000)]
        return next(name for name in names if self._is_free(name, content_type))

    def _is_free(self, name: str, content_type: AnyType) -> bool:
        path = path_beside(f"{content_type.folder}/x.md", f"{name}.md")
        is_taken = is_reserved(name) or (content_type is PAGE and name in _TAKEN_PAGES)
        return (content_type.folder, name) not in self._names and not is_taken and type_for_path(path) is content_type


def _base(name: str) -> str:
    return name.split(".")[0]
