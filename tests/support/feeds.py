"""Reading feeds as subscribers' programs do, and holding them against their formats' rules."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from html import unescape
from pathlib import Path
from time import struct_time
from typing import Any
from urllib.parse import urlsplit

import feedparser
from lxml import etree

from newsroom.cache import Cache
from newsroom.content.dates import PartialDate
from newsroom.content.document import AnyDocument, Document
from newsroom.content.library import Library
from newsroom.content.outline import Outline
from newsroom.content.types.story import STORY, Story
from newsroom.markup.tree import parse_html
from newsroom.problems import ProblemLog
from newsroom.publish.build_context import BuildContext
from newsroom.publish.feeds import Feeds
from newsroom.publish.pages.web import SitePages
from newsroom.read import load_content
from newsroom.settings import Settings
from newsroom.site_settings import site_settings
from newsroom.translations import Translations
from newsroom.value_cache import ValueCache
from tests.support import ROOT, SETTINGS, TODAY
from tests.support.html import text_of
from tests.support.rendering import published

ATOM = "{http://www.w3.org/2005/Atom}"
TOMBSTONE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
ARCHIVE = "{http://purl.org/syndication/history/1.0}archive"
COMPLETE = "{http://purl.org/syndication/history/1.0}complete"
FILES = ("feed.xml", "atom.xml", "feed.json")
"""What a feed is called in each format, in its folder."""


@dataclass(frozen=True)
class FeedEntry:
    """The data of an entry in any format; texts are plain text."""

    id: str
    title: str
    link: str
    published: datetime | None
    updated: datetime
    summary: str
    text: str


def read_feed(document: bytes) -> feedparser.FeedParserDict:
    """A feed as feedparser has it, without the changes that it makes for display; it has nothing against it."""
    feed = feedparser.parse(document, sanitize_html=False, resolve_relative_uris=False)
    assert not feed.bozo, feed.bozo_exception
    return feed


def read_entries(file: str, document: bytes) -> list[FeedEntry]:
    """The entries of a feed in the format that its file's name says: XML through feedparser, which reads no JSON."""
    if file.endswith(".json"):
        return [
            FeedEntry(
                item["id"],
                item["title"],
                item.get("url", ""),
                datetime.fromisoformat(item["date_published"]) if "date_published" in item else None,
                datetime.fromisoformat(item["date_modified"]),
                " ".join(item.get("summary", "").split()),
                text_of(item["content_html"]),
            )
            for item in json.loads(document)["items"]
        ]
    is_html = file.endswith("feed.xml")
    return [
        FeedEntry(
            entry.id,
            text_of(entry.title) if is_html else " ".join(entry.title.split()),
            entry.get("link", ""),
            _moment(entry.published_parsed) if "published_parsed" in entry else None,
            _moment(entry.updated_parsed),
            text_of(entry.summary) if is_html else " ".join(entry.summary.split()),
            text_of(entry.content[0].value),
        )
        for entry in read_feed(document).entries
    ]


def _moment(parsed: struct_time) -> datetime:
    return datetime(*parsed[:6], tzinfo=UTC)


def feed_of(root: Path, files: Mapping[str, str | bytes], **settings: object) -> feedparser.FeedParserDict:
    """The RSS feed of a newsroom with these files and settings."""
    return read_feed(published(root, files, settings={**SETTINGS, **settings})["feed.xml"])


def entry_of(root: Path, files: Mapping[str, str | bytes], title: str, **settings: object) -> feedparser.FeedParserDict:
    """The one entry with a title in the feed of a newsroom."""
    (found,) = (entry for entry in feed_of(root, files, **settings).entries if unescape(entry.title) == title)
    return found


def feeds_in(site: Mapping[str, bytes]) -> dict[str, bytes]:
    """The feeds in all that a build wrote, with their archives and the lists of them."""
    return {path: data for path, data in site.items() if path.endswith((*FILES, "feeds.opml"))}


def settings_with(**settings: object) -> Settings:
    """The usual settings, and these."""
    return site_settings({**SETTINGS, **settings})


def story_document(slug: str, day: date, **fields: object) -> Document[Story]:
    """A story as it is after reading, without a file."""
    front = {"title": slug, "date": PartialDate(day.year, day.month, day.day), "summary": "What it is.", "kind": "news"}
    model = Story.model_validate(front | fields)
    return Document(STORY, f"stories/{slug}.md", slug, "en", f"stories/{slug}/", model, Outline())


def many_stories(count: int, **fields: object) -> list[Document[Story]]:
    """So many stories, three on each day, the oldest first."""
    first = date(2010, 1, 1)
    return [story_document(f"s{number}", first + timedelta(days=number // 3), **fields) for number in range(count)]


def feed_files(
    documents: Sequence[AnyDocument],
    *,
    today: date = TODAY,
    kept: Cache | None = None,
    hides_expired: bool = False,
    **settings: object,
) -> dict[str, bytes]:
    """All feeds of some documents; the text of each is its path. ``kept`` are documents of earlier builds."""
    chosen = settings_with(**settings)
    library = Library(documents, today=today, hides_expired=hides_expired)
    translations = {lang: Translations(lang) for lang in chosen.languages}
    nothing = load_content(Path(__file__).parent / "no-such-folder", chosen.languages)
    site, cache = SitePages(library, chosen, translations), Cache(Path())
    feeds = Feeds(
        BuildContext(Path(), chosen, library, nothing, translations, {}, site, cache, ValueCache(kept), ProblemLog()),
        lambda _path: None,
    )
    for page in site.pages:
        if feeds.text_need(page) is not None:
            feeds.add_text(page, feeds.show_text(page, parse_html(f"<p>{page.path}</p>")))
    files = dict(feeds.files())
    assert sorted(files) == sorted(feeds.paths)
    return files


def walk(files: Mapping[str, bytes], path: str = "atom.xml") -> Iterator[tuple[str, etree._Element]]:
    """An Atom feed and its archives, from the newest back, each with its path."""
    following: str | None = path
    while following:
        root = etree.fromstring(files[following])
        yield following, root
        address = link_of(root, "prev-archive")
        following = address and urlsplit(address).path.lstrip("/")


def link_of(root: etree._Element, relation: str) -> str | None:
    """The address of a feed's or an entry's link with a relation."""
    found = [link.get("href") for link in root.iterfind(f"{ATOM}link") if link.get("rel", "alternate") == relation]
    assert len(found) <= 1
    return found[0] if found else None


def ids_in(root: etree._Element) -> list[str]:
    """The ids of an Atom document's entries."""
    return [str(element.text) for element in root.iterfind(f"{ATOM}entry/{ATOM}id")]


def atom_faults(document: bytes) -> list[str]:
    """The violations of RFC 4287 in a feed: of its schema, and of the rules in its text."""
    root = etree.fromstring(document)
    schema = _atom_schema()
    faults = [] if schema.validate(root) else [str(error.message) for error in schema.error_log]
    entries = root.findall(f"{ATOM}entry")
    if root.find(f"{ATOM}author") is None and not all(entry.find(f"{ATOM}author") is not None for entry in entries):
        faults.append("an entry without an author")
    for part in (root, *entries):
        alternates = Counter(
            (link.get("type"), link.get("hreflang"))
            for link in part.iterfind(f"{ATOM}link")
            if link.get("rel", "alternate") == "alternate"
        )
        faults += [f"{count} alternate links of one sort" for count in alternates.values() if count > 1]
        if part is not root and not alternates and part.find(f"{ATOM}content") is None:
            faults.append("an entry with neither content nor link")
    faults += [f"the id {name} {count} times" for name, count in Counter(ids_in(root)).items() if count > 1]
    names = [str(element.text) for element in root.iter(f"{ATOM}id")]
    faults += [f"{name} is not an IRI" for name in names if not urlsplit(name).scheme or " " in name]
    if link_of(root, "self") is None:
        faults.append("no link to itself")
    return faults


@cache
def _atom_schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(ROOT / "tests/support/rfc4287.rng"))


def json_faults(document: bytes) -> list[str]:
    """The violations of JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) in a feed."""
    feed = json.loads(document.decode("utf-8"))
    faults = [f"{name} is missing" for name in ("version", "title", "items") if name not in feed]
    faults += _misfits(feed, _JSON_FEED, "")
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        faults.append("the version")
    for number, item in enumerate(feed.get("items", ())):
        faults += _misfits(item, _JSON_ITEM, f"items[{number}].")
        if not item.get("id"):
            faults.append(f"items[{number}] without an id")
        if not {"content_html", "content_text"} & set(item):
            faults.append(f"items[{number}] without content")
    ids = Counter(item.get("id") for item in feed.get("items", ()))
    return faults + [f"the id {name} {count} times" for name, count in ids.items() if count > 1]


def _misfits(members: Mapping[str, Any], rules: Mapping[str, object], where: str) -> Iterator[str]:
    for name, value in members.items():
        if name.startswith("_"):
            continue
        if name not in rules:
            yield f"{where}{name} is unknown"
        elif isinstance(rule := rules[name], dict):
            for index, member in enumerate(value):
                yield from _misfits(member, rule, f"{where}{name}[{index}].")
                if not member:
                    yield f"{where}{name}[{index}] is empty"
        elif not _fits(value, rule):
            yield f"{where}{name} is {value!r}"


def _fits(value: object, rule: object) -> bool:
    """Whether a value follows a rule: a pattern, a list of values, or a type."""
    if isinstance(rule, str):
        return isinstance(value, str) and re.fullmatch(rule, value) is not None
    if rule is list:
        return isinstance(value, list) and all(isinstance(member, str) for member in value)
    return isinstance(rule, type) and isinstance(value, rule)


_URL = r"https?://[^\s/]+/?\S*"
_DATE = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)"
_LANGUAGE = r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"
_AUTHOR: dict[str, object] = {"name": str, "url": r"(https?://|mailto:)\S+", "avatar": _URL}
_JSON_FEED: dict[str, object] = {
    "version": _URL, "title": str, "home_page_url": _URL, "feed_url": _URL, "description": str, "user_comment": str,
    "next_url": _URL, "icon": _URL, "favicon": _URL, "authors": _AUTHOR, "language": _LANGUAGE, "expired": bool,
    "hubs": {"type": str, "url": _URL}, "items": object,
}  # fmt: skip
_JSON_ITEM: dict[str, object] = {
    "id": str, "url": _URL, "external_url": _URL, "title": str, "content_html": str, "content_text": str,
    "summary": str, "image": _URL, "banner_image": _URL, "date_published": _DATE, "date_modified": _DATE,
    "authors": _AUTHOR, "tags": list, "language": _LANGUAGE,
    "attachments": {
        "url": _URL, "mime_type": r"[\w.+-]+/[\w.+-]+", "title": str, "size_in_bytes": int, "duration_in_seconds": int,
    },
}  # fmt: skip
