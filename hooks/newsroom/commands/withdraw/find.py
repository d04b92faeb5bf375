"""Finds the item to withdraw: by its key in the register, its file or its address."""

import posixpath
import re
from collections.abc import Callable, Collection, Mapping
from urllib.parse import unquote, urlsplit

from newsroom.content.folders import without_language
from newsroom.content.loaded import LoadedContent
from newsroom.problems import suggest

ReadText = Callable[[str], str | None]
"""Returns the text of a file of the repository, or None if it cannot be read."""
_REF = re.compile(r"""\bref["']?:[ \t]*["']?([A-Za-z0-9-]+)""")
"""A key in the register, in front matter that cannot be parsed: `  ref: S-012` or `{"ref": "S-012"`."""


class UnknownItemError(Exception):
    """No item fits, or several do. The message lists what is known."""


def find_item(target: str, content: LoadedContent, read_text: ReadText, site_url: str) -> tuple[str, ...]:
    """The paths of all language versions of an item.

    Args:
        target: The item's key in the register, the path of one of its files, or its address.
        read_text: Reads files that have errors.

    Raises:
        UnknownItemError: No item or more than one item fits.
    """
    path = _find_path(target, content, site_url)
    if path is None:
        refs = _find_refs(content, read_text)
        names = sorted({without_language(path) for path, ref in refs.items() if ref.casefold() == target.casefold()})
        if len(names) > 1:
            raise UnknownItemError(f"several items have the key '{target}': {', '.join(names)}; name the file")
        if not names:
            raise UnknownItemError(_describe_unknown(target, content, _find_named(target, content)))
        path = names[0]
    return tuple(sorted(other for other in content.paths if without_language(other) == without_language(path)))


def _find_path(target: str, content: LoadedContent, site_url: str) -> str | None:
    """The path of a file that is named by its path, with or without its ending, or by its address, now or before."""
    path = posixpath.normpath(target.replace("\\", "/"))
    names = {without_language(path): path for path in sorted(content.paths)}
    if path in content.paths or (path in names and "/" in path):
        return names[without_language(path)]
    parts = urlsplit(target.removeprefix(site_url))
    address = unquote(f"{parts.path}?{parts.query}" if parts.query else parts.path).strip("/")
    urls = {old.strip("/"): item.path for item in content.withdrawals for old in item.old_addresses}
    urls |= {old.strip("/"): item.path for item in content.documents for old in item.old_addresses}
    urls |= {url.strip("/"): path for path, url in content.urls.items() if url}
    return urls.get(address) if "/" in target else None


def _find_refs(content: LoadedContent, read_text: ReadText) -> Mapping[str, str]:
    """The key in the register of each item that has one, by path. Text is searched in files that have errors."""
    found: dict[str, str] = {}
    for path in sorted(content.paths):
        source = content.sources.get(path)
        consent = source.values.get("consent") if source else None
        ref = consent.get("ref") if isinstance(consent, dict) else None
        if isinstance(ref, str):
            found[path] = ref
        elif match := _REF.search((read_text(path) or "")[:10_000]):
            found[path] = match[1]
    return found


def _describe_unknown(target: str, content: LoadedContent, named: Collection[str]) -> str:
    """What is wrong with a target that fits no item. ``named`` are files with its name or title.

    A similar key is never suggested, since it is another person's.
    """
    how = "name its file, like stories/the-garden.md, or its key in the register, like S-012"
    if not target.strip():
        return f"no item is named; {how}."
    if "/" in target or target.endswith(".md"):
        return f"the file '{target}' does not exist; {suggest(target, content.paths, f'{how}.')}"
    if named:
        return f"no item has the key '{target}'; if you mean {' or '.join(sorted(named))}, write that."
    stubs = [
        f"{item.path} ({item.day.isoformat()})" for item in content.withdrawals if item.day and item.url is not None
    ]
    withdrawn = f" Withdrawn already: {', '.join(stubs)}." if stubs else ""
    return f"no item has the key '{target}'; {how}.{withdrawn}"


def _find_named(target: str, content: LoadedContent) -> set[str]:
    """The files whose name or title is ``target``, as somebody may write it from memory."""
    name = _as_typed(target)
    titles = {
        source.path
        for source in content.sources.values()
        if isinstance(title := source.values.get("title"), str) and _as_typed(title) == name
    }
    return titles | {path for path in content.paths if without_language(posixpath.basename(path)).casefold() == name}


def _as_typed(words: str) -> str:
    """Words without what differs between a text and a keyboard: "maggie's story" for "Maggie’s Story"."""
    return words.strip().casefold().replace("’", "'")
