"""Reads a WordPress export, an item at a time, in little memory. What must not be published is never kept."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from email.utils import parsedate_to_datetime
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from newsroom.importing.source import ImportRefusedError
from newsroom.importing.wordpress.model import ExportedSite, Item, Term
from newsroom.importing.wordpress.other_fields import fields_for_readers
from newsroom.importing.wordpress.xml import ReadableFile, open_export, whole_text

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
        "enclosure",
    }
)
"""The only fields of items that are read. Others may have text that was never shown: only their names are kept."""
_ADDRESSES = ("base_blog_url", "base_site_url", "link")
_UPLOAD = re.compile(r"/uploads/([^\s\"'<>?#\\]+)")
"""Finds "2019/05/report.pdf" in "https://old.example/wp-content/uploads/2019/05/report.pdf"."""
_IDS = re.compile(
    r"(?:wp-image-|\"(?:id|mediaId)\":|attachment_id=|\b(?:ids|include|id)=\\?[\"'](?:attachment_)?)(\d[\d,\s]*)"
)
"""Finds "12,13" in '[gallery ids="12,13"]', "12" in '<!-- wp:file {"id":12} -->'."""
_NUMBER = re.compile(r"\d+")
DAMAGED = "damaged"
_REPORT_EVERY = 100
_RESTRICTING: Mapping[str, re.Pattern[str]] = {
    "_jetpack_newsletter_access": re.compile("(?!everybody$).+"),
    "_members_access_role": re.compile(".+"),
    "_wpmem_block": re.compile("[12]"),
    "rcp_user_level": re.compile("(?!All$|None$).+"),
    "rcp_subscription_level": re.compile(".+"),
    "um_content_restriction": re.compile(r'.*"_um_accessible";(?:s:1:"|i:)2', re.DOTALL),
}
"""Fields with which plugins show an item to members only, and the values that do so."""
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_YEAR = re.compile(r" (?:19|20)\d\d ")
"""Finds a year that WordPress can have meant, not that of "Wed, 30 Nov -0001", its word for no day."""
ReportProgress = Callable[[float], None]
"""Is called now and then with the part of a file that has been read, from 0 to 1."""


def read_items(paths: Sequence[Path], progress: ReportProgress = lambda _share: None) -> Iterator[Item]:
    """Read the items of an export in their order. Of those that were not public only the facts are kept.

    Args:
        paths: The files of the export: one, or several if the site divided it.
        progress: Is called with the part that has been read.

    Raises ImportRefusedError if one of the files is not an export.
    """
    size, before = max(sum(path.stat().st_size for path in paths), 1), 0
    for path in paths:
        with open_export(path) as file:
            for count, element in enumerate(_elements(file, path.name, "item")):
                if count % _REPORT_EVERY == 0:
                    progress(min((before + file.tell()) / size, 1.0))
                yield _item(element)
        before += path.stat().st_size
    progress(1.0)


def read_channel(paths: Sequence[Path]) -> ExportedSite:
    """Read what the files of an export say of its site before their first items. Raises ImportRefusedError."""
    found: dict[str, str] = {}
    authors: dict[str, str] = {}
    for path in paths:
        with open_export(path) as file:
            for element in _elements(file, path.name, None):
                name, parent = _name(element), element.getparent()
                if name == "item":
                    break
                if name == "author":
                    authors[_login(_text(element, "author_login"))] = _without_email(
                        _text(element, "author_display_name")
                    )
                elif name in _ADDRESSES and parent is not None and _name(parent) == "channel":
                    found.setdefault(name, whole_text(element).strip())
    address = next((found[name] for name in _ADDRESSES if found.get(name)), "")
    return ExportedSite(address.rstrip("/"), authors)


def _elements(file: ReadableFile, name: str, wanted: str | None) -> Iterator[etree._Element]:
    """Elements as they are read, all or those with a name; each is emptied after use, with those before it.

    Raises ImportRefusedError if the file is not an export, or cannot be read to its end.
    """
    parser = etree.iterparse(
        file,
        events=("start", "end"),
        recover=True,
        huge_tree=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        encoding="utf-8",
    )
    is_export, is_at_end, items = False, False, 0
    with suppress(etree.XMLSyntaxError):  # what was read of a damaged file is still good
        for event, element in parser:
            local = _name(element)
            is_at_end = event == "end" and local == "rss"
            items += event == "end" and local == "item"
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
    if not is_at_end:  # libxml2 ends at once, whatever comes after, if elements or entities are too deep in each other
        where = f"after item {items}" if items else "in its first item"
        raise ImportRefusedError(
            f"{name} cannot be read {where}, so nothing was imported: correct that item, export again."
        )


def _item(element: etree._Element) -> Item:
    values: dict[str, str] = {}
    terms: list[Term] = []
    meta: dict[str, list[str]] = {}
    for child in element:
        name = _name(child)
        if name == "category":
            domain, slug = child.get("domain") or "category", child.get("nicename") or ""
            terms.append(Term(domain, slug, _without_email(whole_text(child).strip())))
        elif name == "postmeta":
            key, value = _text(child, "meta_key"), _text(child, "meta_value")
            meta.setdefault(key, []).append(value)
        elif name == "encoded":
            values.setdefault("excerpt" if _is_excerpt(child) else "content", whole_text(child))
        elif name in _FIELDS:
            values.setdefault(name, whole_text(child).strip())
    kind = values.get("post_type", "post")
    number = _number(values.get("post_id"))
    if hidden := _hidden_reason(element, kind, meta):
        return Item(number, kind, hidden, withheld_files=tuple(_uploads_in(values.values(), meta)))
    return Item(
        number=number,
        type=kind,
        title=values.get("title", ""),
        content=values.get("content", ""),
        excerpt=values.get("excerpt", ""),
        day=_day(values),
        guid=values.get("guid", ""),
        link=values.get("link", ""),
        slug=values.get("post_name", ""),
        parent=_number(values.get("post_parent")),
        order=_number(values.get("menu_order")),
        attachment_address=values.get("attachment_url", ""),
        author=_login(values.get("creator", "")),
        terms=tuple(terms),
        meta={key: tuple(found) for key, found in meta.items() if key in _META},
        other_fields=fields_for_readers(meta, _META),
    )


def _hidden_reason(element: etree._Element, kind: str, meta: Mapping[str, Sequence[str]]) -> str:
    """Why not everyone could read an item; "" if everyone could. Of two values the stricter counts."""
    statuses = [whole_text(child).strip() for child in element if _name(child) == "status"]
    passwords = [whole_text(child) for child in element if _name(child) == "post_password"]
    if any(text.strip() or (text and "\n" not in text) for text in passwords):  # one space is a password
        return "password"
    public = ("publish", "inherit") if kind == "attachment" else ("publish",)  # what inherits else is a revision
    if not statuses or any(status not in public for status in statuses):
        return next((status for status in statuses if status and status not in public), DAMAGED)
    is_restricted = any(_RESTRICTING[key].match(each) for key in meta.keys() & _RESTRICTING for each in meta[key])
    return "for members" if is_restricted else ""


def _uploads_in(values: Iterable[str], meta: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The uploads that an item names: by their paths, or by the ids of their attachments, as "#12"."""
    for text in (*values, *(value for found in meta.values() for value in found)):
        plain = unescape(text.replace("\\/", "/"))
        yield from (unquote(path) for path in _UPLOAD.findall(plain))
        yield from (f"#{number}" for found in _IDS.findall(plain) for number in _NUMBER.findall(found))
    for key, found in meta.items():
        yield from (f"#{value}" for value in found if value.isdecimal() and not key.startswith("_edit"))


_FIELDS = frozenset(
    {
        "title",
        "link",
        "guid",
        "creator",
        "post_id",
        "post_date",
        "post_name",
        "pubDate",
        "post_parent",
        "menu_order",
        "post_type",
        "attachment_url",
    }
)


def _name(element: etree._Element) -> str:
    """The name of an element without its namespace, also where a damaged file does not declare it ("wp:status")."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]


def _is_excerpt(element: etree._Element) -> bool:
    return "excerpt" in str(element.tag)


def _text(element: etree._Element, name: str) -> str:
    return next((whole_text(child).strip() for child in element if _name(child) == name), "")


def _login(text: str) -> str:
    """The login of an author; of one that is an email address only the part before the host."""
    return text.partition("@")[0]


def _without_email(name: str) -> str:
    """A name that people show; empty if it is an email address."""
    return "" if "@" in name else name


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0


def _day(values: Mapping[str, str]) -> date | None:
    """The day of publication: in the local time of the site, else by Greenwich."""
    match = _DAY.match(values.get("post_date", ""))
    with suppress(ValueError):
        if match and (day := date(*(int(part) for part in match.groups()))):
            return day
    published = values.get("pubDate", "")
    with suppress(ValueError):
        return parsedate_to_datetime(published).date() if _YEAR.search(published) else None
    return None
