"""Checks that every page and file has its own address on the site, and every item its own id for feed readers."""

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping

from newsroom.content.document import AnyDocument
from newsroom.content.entry_ids import entry_id, generated_id
from newsroom.content.folders import OLD_ADDRESSES, site_file, site_path
from newsroom.content.loaded import LoadedContent
from newsroom.content.model import Dated
from newsroom.content.old_addresses import parse_old_address
from newsroom.problems import Problem, shorten
from newsroom.settings import Settings

_BUILD_OWNER = "a file that the build makes"
_THEME_FOLDERS = ("assets/javascripts/", "assets/stylesheets/", "pagefind/")
"""Folders of the site in which the theme and the search write files whose names change with each release."""
_MAX_NAME_BYTES = 200
_MAX_ADDRESS_LENGTH = 1000


def check_addresses(content: LoadedContent, generated: Mapping[str, str], unseen: Collection[str]) -> Iterator[Problem]:
    """Errors about pages, files, generated files and redirects that have the same address.

    ``unseen`` are the paths of files that readers do not see. These do not block an address for visible ones.
    """
    owners = _Owners(site_file(url) for url in generated.values())
    for path, url in sorted(content.urls.items(), key=lambda item: item[0] in unseen):
        if owner := owners.claim(site_file(url), path):
            yield Problem(
                "address-taken", path, None, f"the address /{url} is already used by {owner}", "rename this file"
            )
    for path in (*content.files.assets, *sorted(content.files.special)):
        if owner := owners.claim(site_path(path), path):
            what = f"the address /{site_path(path)} is already used by {owner}"
            yield Problem("address-taken", path, None, what, "rename this file")
    for document in sorted(content.documents, key=lambda document: document.path in unseen):
        for key, address in _old_addresses(document):
            source = content.sources[document.path]
            if _is_too_long(address):
                what = f"`{key[0]}` names an address that is too long for a file: {shorten(address)}"
                fix = f"delete it from the list: at most {_MAX_NAME_BYTES} bytes may be between two slashes"
                yield source.field_problem("redirect-too-long", key, what, fix)
            elif owner := owners.claim(parse_old_address(address).file, f"a redirect from {document.path}"):
                what = f"`{key[0]}` names {address}, which is the address of {owner}"
                yield source.field_problem("redirect-taken", key, what, "delete it from the list")
    yield from _check_moved(content, generated, owners)


def _check_moved(content: LoadedContent, generated: Mapping[str, str], owners: "_Owners") -> Iterator[Problem]:
    """Errors about the addresses of a former site's lists."""
    targets = {*content.urls.values(), *generated.values()}
    for moved in content.moved:
        if moved.target not in targets:
            what, fix = f"the site has no page at /{moved.target}", "correct the address, or delete the line"
            yield Problem("old-address-invalid", OLD_ADDRESSES, moved.line, what, fix)
        elif owner := owners.claim(parse_old_address(moved.address).file, f"another line of {OLD_ADDRESSES}"):
            what = f"{moved.address} is the address of {owner}"
            yield Problem("redirect-taken", OLD_ADDRESSES, moved.line, what, "delete the line")


def _old_addresses(document: AnyDocument) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The old addresses of a page and of its files, each with the keys of its field."""
    for index, address in enumerate(document.front.redirect_from):
        yield ("redirect_from", index), address
    for index, old in enumerate(document.front.old_files):
        yield ("old_files", index, "address"), old.address


def _is_too_long(address: str) -> bool:
    names = address.encode(errors="replace").split(b"/")
    return max(map(len, names)) > _MAX_NAME_BYTES or len(address) > _MAX_ADDRESS_LENGTH


class _Owners:
    """The owner of each file on the site. No two files have one path, and no file has the path of a folder."""

    def __init__(self, build_files: Iterable[str]) -> None:
        self._files: dict[str, str] = {}
        self._folders: dict[str, str] = {}
        for file in build_files:
            self.claim(file, _BUILD_OWNER)

    def claim(self, file: str, owner: str) -> str | None:
        """Assign a file to an owner. Returns the other owner if the path is not free, else None."""
        parents = _parents(file)
        if owner != _BUILD_OWNER and f"{file.casefold()}/".startswith(_THEME_FOLDERS):
            return _BUILD_OWNER
        owners = (self._files.get(file), self._folders.get(file), *(self._files.get(parent) for parent in parents))
        other = next(filter(None, owners), None)
        if other is None:
            self._files[file] = owner
            self._folders.update(dict.fromkeys(parents, owner))
        return other


def _parents(file: str) -> list[str]:
    parents: list[str] = []
    while file := posixpath.dirname(file):
        parents.append(file)
    return parents


def check_ids(content: LoadedContent, settings: Settings, unseen: Collection[str]) -> Iterator[Problem]:
    """Errors about an `id` that another item also has, in its front matter or by default.

    ``unseen`` are the paths of files that readers do not see. These do not block an id for visible items. Of an item
    and its copy, the error is about the copy: the item must keep the id.
    """
    items = [document for document in content.documents if document.type.is_dated]
    owners: dict[str, str] = {}

    def order(item: AnyDocument) -> tuple[bool, bool, bool, str]:
        return (item.path in unseen, _has_written_id(item), not _is_named_in_id(item, settings), item.sort_key)

    for document in sorted(items, key=order):
        item_id = entry_id(document, settings.tag_authority, settings.default_language)
        owner = owners.setdefault(item_id, document.path)
        if owner != document.path and _has_written_id(document):
            what = f"`id` is '{item_id}', which is the id of {owner}"
            fix = "delete the line, or write the id that this item had in the feed"
            yield content.sources[document.path].field_problem("feed-id-repeated", "id", what, fix)


def _has_written_id(document: AnyDocument) -> bool:
    return isinstance(document.front, Dated) and document.front.id is not None


def _is_named_in_id(document: AnyDocument, settings: Settings) -> bool:
    own_id = document.own_id or ""
    is_generated = own_id == generated_id(document, settings.tag_authority, settings.default_language)
    return is_generated or own_id.endswith(f"/{document.slug}")
