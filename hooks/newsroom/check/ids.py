"""Checks that every item has a unique id for feed readers."""

from collections.abc import Collection, Iterator

from newsroom.content.document import AnyDocument
from newsroom.content.entry_ids import entry_id, generated_id
from newsroom.content.loaded import LoadedContent
from newsroom.content.model import Dated
from newsroom.problems import Problem
from newsroom.settings import Settings


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
