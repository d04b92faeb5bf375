"""The old addresses of an item, and what answers those of WordPress's own lists, like its categories and years."""

import posixpath
from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from newsroom.content.model.values import is_old_address
from newsroom.content.types import TOPIC_TYPES
from newsroom.importing.wordpress.index import ATTACHMENT, ExportIndex, split_original
from newsroom.importing.wordpress.model import Item
from newsroom.importing.wordpress.plan import Plan
from newsroom.importing.wordpress.rules import Rules

_FOLDERS: Mapping[str, str] = {"category": "category", "post_tag": "tag"}
_FIRST_LINES = """\
# The lists of the old site, each with the page of this site that answers its address. `newsroom import` wrote this.
"""


def page_addresses(item: Item, index: ExportIndex) -> Iterator[str]:
    """Where the page of an item was: at its permanent link, under earlier names, and by its id."""
    link = _local(item.link)
    yield link
    if link.endswith("/") and "?" not in link:
        parent = posixpath.dirname(link.rstrip("/")).rstrip("/")
        yield from (f"{parent}/{slug}/" for slug in item.meta.get("_wp_old_slug", ()) if slug)
    if item.number > 0:
        yield f"/?{'page_id' if item.type == 'page' else 'p'}={item.number}"
    for attachment in index.attachments_of(item.number):
        yield from attachment_addresses(attachment)


def attachment_addresses(attachment: Item) -> Iterator[str]:
    """Where the page of an attachment was."""
    yield _local(attachment.link)
    yield f"/?attachment_id={attachment.number}"


def file_addresses(attachment: Item) -> Iterator[str]:
    """Where the file of an attachment was: in full size, and as it was uploaded."""
    address = _local(attachment.attachment_address)
    if split_original(attachment.attachment_address).hostname != split_original(attachment.link).hostname:
        return  # a host for files, whose addresses this site cannot answer
    yield address
    if "-scaled." in address:
        yield address.replace("-scaled.", ".")


def every_address(index: ExportIndex) -> Mapping[str, str]:
    """Every address of the export that was public, with what was there."""
    found: dict[str, str] = {"/feed/": "feed", "/comments/feed/": "feed of comments"}
    for item in index.texts():
        for address in page_addresses(item, index):
            found.setdefault(address, item.type)
    for item in index.items.values():
        if item.type == ATTACHMENT:
            found.setdefault(_local(item.link), "page of a file")
            for address in file_addresses(item):
                found.setdefault(address, "file")
    for address in list_addresses(index):
        found.setdefault(address, "list")
    return {address: what for address, what in found.items() if address not in ("", "/")}


def valid_addresses(addresses: Iterator[str]) -> tuple[str, ...]:
    """The addresses that `redirect_from` can name, each once; not that of the home page."""
    return tuple(dict.fromkeys(each for each in addresses if each != "/" and is_old_address(each)))


def _local(address: str) -> str:
    """An address without its host: "/2019/05/garden/", "/?p=12"."""
    parts = split_original(address)
    path = parts.path or "/"
    return (f"{path}?{parts.query}" if parts.query else path) if address else ""


def list_addresses(index: ExportIndex) -> Mapping[str, list[Item]]:
    """The addresses of WordPress's own lists that had an item for readers, with their items."""
    found: dict[str, list[Item]] = {}
    for item in index.texts():
        for address in _lists_of(item):
            found.setdefault(address, []).append(item)
    return found


def list_targets(index: ExportIndex, plan: Plan, rules: Rules, taken: Collection[str]) -> Mapping[str, str]:
    """What answers each list: the page of the topic that the map gives it, else the list with most of its items.

    Those without any are left out. ``taken`` are the addresses at which there is something else.
    """
    found: dict[str, str] = {}
    for address, items in list_addresses(index).items():
        target = _topic(address, rules) or _busiest(items, plan)
        if target and address not in taken:
            found[address] = target
    return dict(sorted(found.items()))


def format_targets(targets: Mapping[str, str]) -> str:
    """The text of the file of old addresses."""
    return "".join([_FIRST_LINES, *(f"{address}: {target}\n" for address, target in targets.items())])


def _lists_of(item: Item) -> Iterator[str]:
    for term in item.terms:
        if term.domain in _FOLDERS and term.slug:
            yield f"/{_FOLDERS[term.domain]}/{term.slug}/"
    if item.type == "post" and item.author:
        yield f"/author/{item.author}/"
    if item.type == "post" and item.day:
        yield from (f"/{item.day:{form}}/" for form in ("%Y", "%Y/%m", "%Y/%m/%d"))


def _topic(address: str, rules: Rules) -> str | None:
    """The page of the area, or of another topic, that the rules give to a category or tag, if it is one."""
    folder, _, slug = address.strip("/").partition("/")
    rule = {"category": rules.categories, "tag": rules.tags}.get(folder, {}).get(slug)
    for found in TOPIC_TYPES:
        names: tuple[str, ...] = getattr(rule, found.topic_field, ())
        if len(names) == 1:
            return f"/{found.folder.rpartition('/')[2]}/{names[0]}/"
    return None


def _busiest(items: list[Item], plan: Plan) -> str | None:
    """The list that most of the items are in."""
    types = (plan.files[item.number].content_type for item in items if item.number in plan.files)
    counts = Counter(found.address for found in types if found.is_dated)
    return f"/{counts.most_common(1)[0][0]}/" if counts else None
