"""Writes the next edition of the newsletter: the sections of the previous one, and cards for what is new since then."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import cast
from urllib.parse import unquote

import yaml

from newsroom.check.placeholders import TEMPLATES
from newsroom.commands.new_file import NewFile, NewFileError, chosen_language
from newsroom.content.dates import PartialDate
from newsroom.content.document import AnyDocument, Document, ItemKey
from newsroom.content.folders import path_beside
from newsroom.content.library import Channel, Library
from newsroom.content.model import Dated, Timed
from newsroom.content.types import DATED_TYPES, AnyType
from newsroom.content.types.newsletter import NEWSLETTER, Newsletter, edition_date
from newsroom.open_build import load_build
from newsroom.publish.build_options import BuildOptions
from newsroom.read.front_matter.frontmatter import parse_front_matter
from newsroom.site_settings import site_settings
from newsroom.translations import Translations

_SPECIAL = re.compile(r"([\\`*_\[\]<>#~^={}|]|&(?=#?\w+;)|:(?=[\w+-]+:))")
"""Matches characters that Markdown could read as marks, like the brackets in "A [draft]", not the "&" of "You & me"."""
_WORD = re.compile(r"\w+")


def next_edition(
    root: Path, values: object, today: date, *, name: str | None = None, lang: str | None = None
) -> NewFile:
    """Return the next edition, in which editors have to fill in the blanks.

    The blanks have the text of the template, which ``newsroom check`` reports until it is replaced. The sections are
    those of the previous edition. Items that came to the site since then, and that emails may show, are cards: links
    that are alone in their paragraph, newest first, below the section that fits them; and so are all coming events.

    Args:
        values: The settings as they are in mkdocs.yml.
        name: The name of the file, like "2026-12" or "2026-12-05"; by default the month after that of the newest
            edition, or this month if it is later.
        lang: The language; the site's own by default.

    Raises:
        ContentError: The settings are not valid.
        NewFileError: There is such an edition already, or the name or the language is not valid.
    """
    settings = site_settings(values, root)
    lang, suffix = chosen_language(lang, settings)
    library = load_build(root, settings, BuildOptions(today=today), is_checked=False).context.library
    editions = library.documents_of_type(NEWSLETTER, Channel.WEB)
    previous = _newest(edition for edition in editions if edition.lang == lang)
    name = name or _next_name(previous, today)
    if not re.fullmatch(NEWSLETTER.file_name.pattern, name) or edition_date(name) is None:
        raise NewFileError(f"'{name}' cannot be an edition's name; {NEWSLETTER.file_name.help}")
    path = f"{NEWSLETTER.folder}/{name}{suffix}.md"
    if (root / path).exists():
        raise NewFileError(f"{path} exists already; give another name, like {_next_month(edition_date(name))}")
    t = Translations(lang, own_texts=settings.texts_in(lang))
    fields = _fields(previous, edition_date(name), today, t)
    last = previous or _newest(edition for edition in editions if edition.slug != name)
    sections = _sections(_new_items(library, last, lang), previous, path, t)
    text = "".join(f"\n## {heading}\n\n{body}\n" for heading, body in sections)
    return NewFile(path, f"---\n{yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=1000)}---\n{text}")


def _newest(editions: Iterable[Document[Newsletter]]) -> Document[Newsletter] | None:
    return max(editions, key=lambda edition: (edition.front.date.first_day, edition.path), default=None)


def _next_name(previous: Document[Newsletter] | None, today: date) -> str:
    this_month = PartialDate(today.year, today.month).isoformat()
    return max(this_month, _next_month(previous.front.date)) if previous else this_month


def _next_month(day: PartialDate | None) -> str:
    year, month = (day.year, day.month or 12) if day else (1, 1)
    return PartialDate(year + month // 12, month % 12 + 1).isoformat()


def _fields(
    previous: Document[Newsletter] | None, day: PartialDate | None, today: date, t: Translations
) -> Mapping[str, object]:
    """Return the front matter: from the previous edition what is likely to stay, else the words of the template."""
    fields: dict[str, object] = dict(parse_front_matter(TEMPLATES[NEWSLETTER.name].text, "newsletter.md").values)
    if previous and day:
        before, title = previous.front.date, previous.front.title
        for written, new in ((before, day), (_month(before), _month(day))):
            if t.date(written) in title:
                fields["title"] = title.replace(t.date(written), t.date(new))
                break
        people = (sender.model_dump(exclude_none=True) for sender in previous.front.senders)
        fields["from"] = [{key: str(value) for key, value in person.items()} for person in people]
    return {**fields, "added": today.isoformat()}


def _month(day: PartialDate) -> PartialDate:
    return PartialDate(day.year, day.month)


def _sections(
    items: Iterable[AnyDocument], previous: Document[Newsletter] | None, path: str, t: Translations
) -> Iterator[tuple[str, str]]:
    """Yield the heading and the text of each section, in Markdown."""
    template = parse_front_matter(TEMPLATES[NEWSLETTER.name].text, "newsletter.md").text
    parts = [part.partition("\n") for part in template.split("## ")[1:]]
    note, other = (body.strip() for _, _, body in parts)
    headings = [heading.text for heading in previous.outline.sections] if previous else []
    headings = headings or [part[0] for part in parts]
    cards: dict[str, list[str]] = {heading: [] for heading in headings}
    for item in items:
        heading = next((each for each in headings[1:] if _fits(each, item.type, t)), t(f"{item.type.address}.title"))
        title = _escaped(item.front.heading)
        cards.setdefault(heading, []).append(f"[{title}]({posixpath.relpath(item.path, posixpath.dirname(path))})")
    for heading, found in cards.items():
        blank = note if heading == headings[0] else other
        yield _escaped(heading), "\n\n".join(found or [blank])


def _new_items(library: Library, previous: Document[Newsletter] | None, lang: str) -> Iterable[Document[Dated]]:
    """Return what emails may show and came to the site after the previous edition, newest first.

    An edition is often written before its own date. What came between, and on its day, is new if it has no link to it.
    Events and vacancies follow, the next first: all that are not over.
    """
    types = [found for found in DATED_TYPES if found is not NEWSLETTER]
    found = [item for item in library.newest(Channel.EMAIL, lang, types) if library.shows(item, Channel.WEB)]
    items = [item for item in found if not isinstance(item.front, Timed)]
    coming = [item for item in found if isinstance(item.front, Timed)]
    if previous:
        front, linked = previous.front, _linked(library, previous)
        written = min(day.first_day for day in (front.date, front.added) if day)
        seen = {item.path for item in items if item.item_key in linked and _published(item) <= _published(previous)}
        items = [item for item in items if _published(item) >= written and item.path not in seen]
    return [*sorted(items, key=_published, reverse=True), *sorted(coming, key=_moment)]


def _linked(library: Library, edition: Document[Newsletter]) -> frozenset[ItemKey]:
    """Return the items to which an edition links, in any language."""
    targets = (reference.target.partition("#")[0] for reference in edition.outline.references)
    found = (library.find(path_beside(edition.path, unquote(target))) for target in targets)
    return frozenset(document.item_key for document in found if document)


def _moment(item: AnyDocument) -> datetime:
    return cast("Timed", item.front).moment.utc


def _published(item: AnyDocument) -> date:
    return item.front.published.first_day if item.front.published else date.min


def _fits(heading: str, found: AnyType, t: Translations) -> bool:
    """Whether a heading names a type, like "Useful Blogs" or "Publications"."""
    rules = found.folder_rules
    names = (found.name, found.plural, *rules.other_names, *rules.similar_names, t(f"{found.address}.title"))
    known = {word for name in names for word in _WORD.findall(name.casefold())}
    return not known.isdisjoint(_WORD.findall(heading.casefold()))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
