"""Plans a withdrawal: which files change, and how. Nothing is written."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from newsroom.commands.withdraw.files import files_of, files_of_others
from newsroom.commands.withdraw.find import ReadText
from newsroom.commands.withdraw.mentions import Mentions, mentions_of
from newsroom.commands.withdraw.take_out import take_out
from newsroom.content.document import AnyDocument, Source
from newsroom.content.entry_ids import entry_id
from newsroom.content.file_uses import find_named_files
from newsroom.content.folders import path_beside, site_path, without_language
from newsroom.content.formats import PAGE_ENDING
from newsroom.content.loaded import LoadedContent
from newsroom.content.old_addresses import parse_old_address
from newsroom.content.types import TOPIC_TYPES
from newsroom.content.withdrawals import Withdrawal, withdrawal_of
from newsroom.problems import SETTINGS_FILE
from newsroom.read.withdrawn import unreadable_withdrawal
from newsroom.settings import Settings

_NEXT_FIELD = re.compile(r"[^\s#\-\]}]")
"""The beginning of a line with another field: "t" in `title: A`, but not the blank in `  src: a.png`."""


class Place(NamedTuple):
    """A line of a file, and what is there."""

    path: str
    line: int
    what: str


@dataclass(frozen=True)
class FileChange:
    """The new content of a file; None if it is deleted."""

    path: str
    content: str | None


@dataclass(frozen=True)
class WithdrawalPlan:
    """What a withdrawal changes, and what a person has to know afterwards.

    Attributes:
        changes: The changed files. There are none if the item is withdrawn already.
        taken_out: The links and pictures that are taken out of other files.
        mentions: The lines of other files that still have the title, a name or a passage from it.
        unreadable: The files that could not be searched.
        addresses: The addresses at which the item was, relative to the site's root.
        editions: The files of the newsletter editions that linked to it, showed its pictures or name it.
        shared: The files that the item used and that stay, because they belong to other items.
        copies: Other files with the same bytes as one that is deleted, and drafts of the item that an import wrote.
    """

    items: tuple[str, ...]
    changes: tuple[FileChange, ...]
    taken_out: tuple[Place, ...]
    mentions: tuple[Place, ...]
    unreadable: tuple[str, ...]
    addresses: tuple[str, ...]
    editions: tuple[str, ...]
    shared: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()

    @property
    def deleted(self) -> tuple[str, ...]:
        """The files that are deleted."""
        return tuple(change.path for change in self.changes if change.content is None)


def plan_withdrawal(
    items: tuple[str, ...],
    content: LoadedContent,
    read_text: ReadText,
    settings: Settings,
    today: date,
    *,
    day: date | None,
    knows_ids: bool,
    kept: Iterable[str],
    reports: Iterable[str],
) -> WithdrawalPlan:
    """Plan the withdrawal of an item.

    Args:
        items: The files of the item in all languages.
        read_text: Reads a file.
        today: The day on which the plan is made.
        day: The day of the withdrawal; today, if it is not known.
        knows_ids: Whether the settings say how ids in feeds begin.
        kept: Files that the item uses and that stay, because they do not show the person.
        reports: The reports of imports.
    """
    stubs = {item.path for item in content.withdrawals if item.state == "stub"}
    open_items = tuple(path for path in items if path not in stubs)
    shared = files_of_others(open_items, content)
    gone = files_of(open_items, content, read_text, shared) - frozenset(kept)
    planner = _Planner(open_items, gone, content, settings)
    others = sorted(content.paths - {*items} - stubs)
    texts = {path: read_text(path) for path in others} if open_items else {}
    edited = {path: planner.edit(path, text) for path, text in texts.items() if text is not None}
    addresses = tuple(dict.fromkeys(address for path in items for address in planner.addresses(path)))
    written = [f"{planner.host}{address.rstrip('/')}" for address in addresses]
    mentions = mentions_of(items, open_items, content, read_text, written)
    searched = {path: text for path, (text, _) in edited.items()} | {SETTINGS_FILE: read_text(SETTINGS_FILE) or ""}
    mentioned = [Place(path, *place) for path, text in searched.items() for place in mentions.find(text)]
    taken_out = [place for _, places in edited.values() for place in places]
    quoting = [name for name in reports if (text := read_text(name)) and _names_item(text, open_items, mentions)]
    editions = {place.path for place in (*taken_out, *mentioned) if _is_edition(place.path, content)}
    return WithdrawalPlan(
        items=items,
        changes=(
            *(planner.stub(path, day or today, today, knows_ids=knows_ids) for path in open_items),
            *(FileChange(path, None) for path in sorted(gone)),
            *(FileChange(path, text) for path, (text, places) in edited.items() if places),
            *(FileChange(path, None) for path in quoting),
        ),
        taken_out=tuple(taken_out),
        mentions=tuple(mentioned),
        unreadable=tuple(path for path, text in texts.items() if text is None),
        addresses=addresses,
        editions=tuple(sorted(editions)),
        shared=tuple(sorted(shared - gone)),
    )


def _names_item(text: str, paths: Iterable[str], mentions: Mentions) -> bool:
    """Whether the report of an import says something of an item."""
    return any(path in text for path in paths) or bool(mentions.find(text))


class _Planner:
    """Plans the changes of single files."""

    def __init__(self, items: Iterable[str], gone: frozenset[str], content: LoadedContent, settings: Settings) -> None:
        self._content = content
        self._settings = settings
        self._gone = gone
        self._names = frozenset(map(without_language, items))
        self._documents = {document.path: document for document in content.documents}
        self._withdrawals = {item.path: item for item in content.withdrawals}
        self._base = re.compile(rf"(?:https?:)?//{re.escape(self.host)}", re.IGNORECASE)
        site_files = (site_path(path) for path in gone)
        self._urls = frozenset({*site_files, *(url.strip("/") for path in items for url in self.addresses(path))})

    @property
    def host(self) -> str:
        """The site's address without its scheme, as people write it: "elm.example/"."""
        return self._settings.site_url.partition("://")[2]

    def addresses(self, path: str) -> tuple[str, ...]:
        """The addresses of an item, the current one first, and the old ones of its files."""
        item, document = self._item(path), self._documents.get(path)
        old_files = (old.address for old in document.front.old_files) if document else ()
        return tuple(filter(None, (item.url, *(address.lstrip("/") for address in (*item.old_addresses, *old_files)))))

    def stub(self, path: str, day: date, today: date, *, knows_ids: bool) -> FileChange:
        """The stub that replaces a file; an item whose date has not come leaves none, because it was never public.

        A draft leaves one: it may have been public before somebody made it a draft.

        Its day is not before the last change, since feed readers ignore a tombstone that is older than its entry.
        """
        document = self._documents.get(path)
        consent = document.front.consent if document else None
        withdrawn = consent.withdrawn if consent else None
        days = [found.first_day for found in withdrawal_of(document, withdrawn).changes] if document else []
        if days and min(days) > today:
            return FileChange(path, None)
        item = self._item(path)
        lines = [f"withdrawn: {max((day, *days)).isoformat()}"]
        if item.type.is_dated and (item.own_id or knows_ids):
            lines.append(f"id: {entry_id(item, self._settings.tag_authority, self._settings.default_language)}")
        if addresses := [address for address in item.old_addresses if not parse_old_address(address).ending]:
            lines.append(f"redirect_from: [{', '.join(map(_quoted, addresses))}]")
        if document and item.type.is_dated and (topics := [*_topics(document)]):
            lines.append(f"topics: [{', '.join(topics)}]")
        return FileChange(path, "\n".join(["---", *lines, "---", ""]))

    def edit(self, path: str, text: str) -> tuple[str, list[Place]]:
        """A file without its links to the item and its pictures, and what was taken out."""
        is_gone = partial(self._is_gone, path)
        without_fields, places = self._without_fields(path, text)
        edited, removed = take_out(without_fields, is_gone)
        shift = text.count("\n") - without_fields.count("\n")
        for line, is_picture in removed:
            places.append(Place(path, line + shift, "picture removed" if is_picture else "link removed, words kept"))
        return edited, places

    def _without_fields(self, path: str, text: str) -> tuple[str, list[Place]]:
        """The text without the fields that name a file that is gone."""
        source = self._content.sources.get(path)
        places: list[Place] = []
        lines = text.split("\n")
        named = find_named_files(source.values) if source else ()
        fields = {str(key[0]) for key, name in named if path_beside(path, name) in self._gone}
        if source:
            for field in sorted(fields, key=source.line, reverse=True):  # from the end, so that line numbers stay right
                start = source.line(field) - 1
                rest = (n for n in range(start + 1, len(lines)) if _NEXT_FIELD.match(lines[n]) or lines[n][:3] == "---")
                lines[start : next(rest, len(lines))] = []
                places.append(Place(path, start + 1, f"`{field}` removed"))
        return "\n".join(lines), places

    def _is_gone(self, path: str, target: str) -> bool:
        """Whether a target, as it is written in the file at ``path``, leads to the item or to one of its files."""
        target = re.sub(r"\\(\W)", r"\1", unescape(target))
        local = self._base.sub("", target, count=1) if self._base.match(target) else target
        try:
            scheme, host, written, *_ = urlsplit(local)
        except ValueError:
            return False
        if scheme or host or not written:
            return False
        written = unquote(written)
        if local != target or written.startswith("/"):
            return written.strip("/").removesuffix("index.html").strip("/") in self._urls
        file = path_beside(path, written)
        item = without_language(file)
        is_page = item in self._names and file.endswith((PAGE_ENDING, posixpath.basename(item)))
        return file in self._gone or is_page

    def _item(self, path: str) -> Withdrawal | AnyDocument:
        known = self._documents.get(path) or self._withdrawals.get(path)
        if known:
            return known
        source = self._content.sources.get(path)
        values = source.values if source else {}
        return unreadable_withdrawal(path, self._content.urls.get(path), values, self._settings.languages)


def _topics(document: AnyDocument) -> Iterator[str]:
    """The areas and principles of an item: "areas/swansea"."""
    for found in TOPIC_TYPES:
        yield from (f"{found.topic_field}/{slug}" for slug in getattr(document.front, found.topic_field, ()))


def _is_edition(path: str, content: LoadedContent) -> bool:
    source: Source | None = content.sources.get(path)
    return source is not None and source.type.has_email


def _quoted(address: str) -> str:
    return address if re.fullmatch(r"[\w/.-]+", address) else f'"{address}"'
