"""The register of consent as the files have it: who agreed to what, until when, and where each item appears."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from newsroom.build import Build
from newsroom.content.document import AnyDocument
from newsroom.content.item_files import owned_files
from newsroom.content.library import Channel
from newsroom.content.model import Consent
from newsroom.open_build import load_build
from newsroom.publish.build_options import BuildOptions
from newsroom.publish.cards import find_card
from newsroom.publish.views.home import home_page_items
from newsroom.report import RegisterRow
from newsroom.site_settings import site_settings
from newsroom.value_cache import ValueCache


def read_register(
    root: Path, values: object, *, today: date, value_cache: ValueCache | None = None
) -> tuple[RegisterRow, ...]:
    """The items with consent, by key, as the published site has them: withdrawn and expired ones are hidden.

    Files whose front matter is not valid are left out; ``newsroom check`` reports them.

    Args:
        values: The settings as they are in mkdocs.yml.
        today: The day that decides what has expired.
        value_cache: Keeps computed values, for builds too.

    Raises:
        ContentError: The settings are not valid.
    """
    build = load_build(
        root, site_settings(values, root), BuildOptions(today=today, hides_expired=True, value_cache=value_cache)
    )
    places = _Places(build)
    documents = build.context.library.documents
    rows = (_row(document, document.front.consent, build, places) for document in documents if document.front.consent)
    return tuple(sorted(rows, key=lambda row: (row.ref.casefold(), row.path)))


def _row(document: AnyDocument, consent: Consent, build: Build, places: "_Places") -> RegisterRow:
    return RegisterRow(
        ref=consent.ref,
        title=document.front.heading,
        path=document.path,
        identity=consent.identity,
        scope=consent.scope,
        given=consent.given.isoformat() if consent.given else "",
        review_by=consent.review_by.isoformat() if consent.review_by else "",
        days_left=consent.days_left(build.context.library.today),
        status=_status(document, consent, build),
        places=tuple(dict.fromkeys(places.of(document))),
    )


def _status(document: AnyDocument, consent: Consent, build: Build) -> str:
    library = build.context.library
    if library.consent.is_withdrawn(document.path):
        return f"withdrawn {consent.withdrawn.isoformat()}" if consent.withdrawn else "withdrawn"
    if library.consent.has_expired(document):
        return "expired"
    if library.consent.hides(document.path, Channel.WEB):
        return "not for the web"
    if library.is_waiting(document):
        return "not public yet"
    return "review due" if consent.is_review_due(library.today) else "public"


class _Places:
    """Where items appear: all places are found once, for all items."""

    def __init__(self, build: Build) -> None:
        self._build = build
        self._library = build.context.library
        self._pages = {page.path: page for page in build.site.pages if page.document}
        self._lists = _group((*_home_page_items(build), *_list_items(build)))
        self._further = _group(_further_reading(build))
        self._feeds = build.feeds_by_item
        sources = build.context.content.sources.items()
        self._users = _group((use.path, path) for path, source in sources for use in source.file_uses)

    def of(self, document: AnyDocument) -> Iterator[str]:
        page = self._pages.get(document.path)
        if page:
            yield f"/{page.url}"
            card = find_card(page, self._library)
            if card:
                yield f"/{card}"
        if document.type.has_email and self._library.shows(document, Channel.EMAIL):
            yield f"/{document.url}email/"
        yield from self._lists.get(document.path, ())
        yield from self._feeds.get(document.path, ())
        yield from self._further.get(document.path, ())
        for path in (document.path, *owned_files(document)):
            yield from (user for user in sorted(self._users.get(path, ())) if user != document.path)


def _home_page_items(build: Build) -> Iterator[tuple[str, str]]:
    """The path of each item on a home page, with the address of that page."""
    for language_site in build.site.open_sites:
        for item in home_page_items(language_site):
            yield item.path, f"/{language_site.prefix}"


def _list_items(build: Build) -> Iterator[tuple[str, str]]:
    """The path of each item in a list, with the address of the list."""
    for page in build.site.pages:
        for item in page.listing.documents if page.listing else ():
            yield item.path, f"/{page.url}"


def _further_reading(build: Build) -> Iterator[tuple[str, str]]:
    """The path of each item that another item's page shows below its text, with the address of that page."""
    for language_site in build.site.language_sites.values():
        for document in language_site.newest:
            neighbours = language_site.neighbours(document)
            for item in (neighbours.previous, neighbours.next, *language_site.related(document)):
                if item:
                    yield item.path, f"/{document.url}"


def _group(pairs: Iterable[tuple[str, str]]) -> Mapping[str, Sequence[str]]:
    """The places of each item, by its path."""
    groups: dict[str, list[str]] = defaultdict(list)
    for path, place in pairs:
        groups[path].append(place)
    return groups
