"""Reads a WordPress export, an item at a time, in little memory. What must not be published is never kept."""

import re
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from io import RawIOBase
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from newsroom.importing.source import ImportRefusedError
from newsroom.importing.wordpress.model import Channel, Item, Term

_META = frozenset(
    {
        "_thumbnail_id",
        "_yoast_wpseo_metadesc",
        "rank_math_description",
        "_aioseo_description",
        "_wp_attachment_image_alt",
        "_wp_attached_file",
        "_wp_old_slug",
        "_elementor_edit_mode",
        "footnotes",
    }
)
"""The only fields of items that are read. Others have text that was never shown, and names of editors."""
_ADDRESSES = ("base_blog_url", "base_site_url", "link")
_UPLOAD = re.compile(r"/uploads/([^\s\"'<>?#\\]+)")
"""Finds "2019/05/report.pdf" in "https://old.example/wp-content/uploads/2019/05/report.pdf"."""
_REPORT_EVERY = 100
_NO_CONTROLS = bytes(code if code in b"\t\n\r" or code >= 32 else 32 for code in range(256))
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
Progress = Callable[[float], None]
"""Is told, now and then, which part of a file has been read, from 0 to 1."""


def read_items(path: Path, progress: Progress = lambda _share: None) -> Iterator[Item]:
    """Read the items of an export in their order. Of those that were not public only the facts are kept.

    Raises ImportRefusedError if the file is not an export.
    """
    size = max(path.stat().st_size, 1)
    with _open(path) as file:
        for count, element in enumerate(_elements(file, path.name, "item")):
            if count % _REPORT_EVERY == 0:
                progress(min(file.tell() / size, 1.0))
            yield _item(element)
    progress(1.0)


def read_channel(path: Path) -> Channel:
    """Read what an export says of its site before the first item. Raises ImportRefusedError."""
    found: dict[str, str] = {}
    authors: dict[str, str] = {}
    terms: list[Term] = []
    with _open(path) as file:
        for element in _elements(file, path.name, None):
            name, parent = _name(element), element.getparent()
            if name == "item":
                break
            if name == "author":
                authors[_text(element, "author_login")] = _text(element, "author_display_name")
            elif name in ("category", "tag") and parent is not None and _name(parent) == "channel":
                slug, label = ("category_nicename", "cat_name") if name == "category" else ("tag_slug", "tag_name")
                terms.append(
                    Term(
                        "category" if name == "category" else "post_tag", *(_text(element, slug), _text(element, label))
                    )
                )
            elif name in (*_ADDRESSES, "language") and parent is not None and _name(parent) == "channel":
                found.setdefault(name, (element.text or "").strip())
    address = next((found[name] for name in _ADDRESSES if found.get(name)), "")
    return Channel(address.rstrip("/"), found.get("language", ""), authors, tuple(terms))


class _ReadableFile(RawIOBase):
    """A file without what XML forbids: control characters, after which lxml skips the rest of a text."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._decoder = getincrementaldecoder("utf-8")("replace")

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes; as many as ``size``, about."""
        data = self._file.read(size)
        return self._decoder.decode(data, final=not data).encode().translate(_NO_CONTROLS)

    def tell(self) -> int:
        """How many bytes of the file have been read."""
        return self._file.tell()

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        super().close()


def _open(path: Path) -> _ReadableFile:
    try:
        return _ReadableFile(path.open("rb"))
    except OSError as error:
        raise ImportRefusedError(f"{path.name} cannot be read: {error.strerror}.") from error


def _elements(file: _ReadableFile, name: str, wanted: str | None) -> Iterator[etree._Element]:
    """Elements as they are read, all or those with a name; each is emptied after use, with those before it."""
    parser = etree.iterparse(
        file,
        events=("start", "end"),
        recover=True,
        huge_tree=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
    )
    is_export = False
    with suppress(etree.XMLSyntaxError):  # what was read of a damaged file is still good
        for event, element in parser:
            local = _name(element)
            is_export = is_export or local == "rss"
            if not is_export:
                break
            if event == "end" and (wanted is None or local == wanted):
                yield element
            if event == "end" and local == "item":
                element.clear()
                parent = element.getparent()
                while parent is not None and element.getprevious() is not None:
                    del parent[0]
    if not is_export:
        what = "is not a WordPress export. In WordPress: Tools, Export, All content."
        raise ImportRefusedError(f"{name} {what}")


def _item(element: etree._Element) -> Item:
    values: dict[str, str] = {}
    terms: list[Term] = []
    meta: dict[str, list[str]] = {}
    for child in element:
        name = _name(child)
        if name == "category":
            domain, slug = child.get("domain") or "category", child.get("nicename") or ""
            terms.append(Term(domain, slug, (child.text or "").strip()))
        elif name == "postmeta":
            key = _text(child, "meta_key")
            if key in _META:
                meta.setdefault(key, []).append(_text(child, "meta_value"))
        elif name == "encoded":
            values["excerpt" if _is_excerpt(child) else "content"] = child.text or ""
        elif name in _FIELDS:
            values[name] = (child.text or "").strip()
    has_password, status = bool(values.get("post_password")), values.get("status", "")
    is_public = status in ("publish", "inherit") and not has_password
    return Item(
        number=_number(values.get("post_id")),
        type=values.get("post_type", "post"),
        status=status,
        has_password=has_password,
        title=values.get("title", "") if is_public else "",
        content=values.get("content", "") if is_public else "",
        excerpt=values.get("excerpt", "") if is_public else "",
        day=_day(values.get("post_date", "")),
        guid=values.get("guid", ""),
        link=values.get("link", ""),
        slug=values.get("post_name", ""),
        parent=_number(values.get("post_parent")),
        order=_number(values.get("menu_order")),
        author=values.get("creator", ""),
        attachment_address=values.get("attachment_url", ""),
        terms=tuple(terms),
        withheld_files=() if is_public else tuple(_UPLOAD.findall(values.get("content", ""))),
        meta={key: tuple(found) for key, found in meta.items()} if is_public else {},
    )


_FIELDS = frozenset(
    {
        "title",
        "link",
        "guid",
        "creator",
        "post_id",
        "post_date",
        "post_name",
        "status",
        "post_parent",
        "menu_order",
        "post_type",
        "post_password",
        "attachment_url",
    }
)


def _name(element: etree._Element) -> str:
    """The name of an element without its namespace, also where a damaged file does not declare it ("wp:status")."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]


def _is_excerpt(element: etree._Element) -> bool:
    return "excerpt" in str(element.tag)


def _text(element: etree._Element, name: str) -> str:
    return next(((child.text or "").strip() for child in element if _name(child) == name), "")


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0


def _day(text: str) -> date | None:
    match = _DAY.match(text)
    with suppress(ValueError):
        return date(*(int(part) for part in match.groups())) if match else None
    return None
