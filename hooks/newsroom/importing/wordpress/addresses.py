"""The old addresses of an item, for `redirect_from` and `old_files`."""

import posixpath
from collections.abc import Iterator, Mapping

from newsroom.content.model.values import is_old_address
from newsroom.importing.wordpress.index import ATTACHMENT, ExportIndex, split_original
from newsroom.importing.wordpress.lists import list_addresses
from newsroom.importing.wordpress.model import Item


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
