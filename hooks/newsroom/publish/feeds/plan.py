"""Plans the feeds: which feeds the site has, their paths, and the items in each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from newsroom.content.document import AnyDocument, Document
from newsroom.content.library import Channel, Library
from newsroom.content.model import Dated
from newsroom.content.types import DATED_TYPES, TOPIC_TYPES
from newsroom.content.withdrawals import Withdrawal
from newsroom.publish.pages.language_site import LanguageSite
from newsroom.publish.pages.related import TopicKey, find_topics, group_by_topic
from newsroom.publish.pages.web import SitePages
from newsroom.settings import Settings

EVERYTHING, LISTS = "everything", "kinds"
FEED_GROUPS = (EVERYTHING, LISTS, *(topic.topic_field for topic in TOPIC_TYPES))
"""The groups of feeds on the subscribe page. Each type of topic has a group, after the others."""


@dataclass(frozen=True)
class FeedFormat:
    """A format of feeds: its name, the name of its files, and their media type."""

    name: str
    file: str
    type: str


RSS = FeedFormat("RSS", "feed.xml", "application/rss+xml")
ATOM = FeedFormat("Atom", "atom.xml", "application/atom+xml")
JSON = FeedFormat("JSON", "feed.json", "application/feed+json")
FORMATS = (RSS, ATOM, JSON)
FEED_LENGTH = 30
"""How many of the newest items a feed has."""
_GUIDE = "subscribe/"
"""The address of the page that explains feeds."""
_LATE = timedelta(days=31)
"""How long a year stays open for its archive, so that an item of December may still be added in January."""


@dataclass(frozen=True)
class Feed:
    """One feed, in all formats.

    Attributes:
        group: The group on the subscribe page.
        folder: The folder of its files, relative to the site's root ("", "stories/", "cy/areas/swansea/"), which is the
            address of its page.
        name: Its name in a list of feeds.
        title: Its full name, which no other feed of the site has.
        description: What is in it.
        hint: What feeds are, for people who open its file in a browser.
        rights: Who owns the rights in its items.
        items: Its items, those that came last first.
        taken_back: The items that may have been in it, and may not be shown in feeds any more. One of which only a stub
            without topics is left may have been in any feed of a topic.
        emptied: Those of them that have an emptied entry, because it is known that they were in it.
        closed_year: The last year that is over for its archives.
        versions: The same feed in other languages: the language and the folder of each.
    """

    group: str
    folder: str
    lang: str
    name: str
    title: str
    description: str
    hint: str
    rights: str
    items: tuple[Document[Dated], ...]
    taken_back: tuple[Withdrawal, ...]
    emptied: tuple[Withdrawal, ...]
    closed_year: int
    versions: tuple[tuple[str, str], ...] = ()

    def path(self, feed_format: FeedFormat) -> str:
        """Get the path of the feed's file in a format."""
        return f"{self.folder}{feed_format.file}"

    @property
    def is_complete(self) -> bool:
        """Whether its document has all of its items (RFC 5005, section 2), so that it needs no archives."""
        return len(self.items) <= FEED_LENGTH


def plan_feeds(library: Library, settings: Settings, site: SitePages) -> tuple[Feed, ...]:
    """Plan all feeds, sorted by language.

    The default language has feeds, and so has every other language with a home page. A feed has each item once, as in
    the lists of the site: in the feed's language if that version exists, or else in another one. The feed of everything
    always exists. The feed of a list exists if the list does.
    """
    planned = [
        (feed, feed.folder.removeprefix(language_site.prefix))
        for language_site in site.open_sites
        for feed in _LanguageFeeds(library, settings, site, language_site).plan()
    ]
    titles = Counter(feed.title for feed, _ in planned)
    versions: dict[str, list[tuple[str, str]]] = {}
    for feed, name in planned:
        versions.setdefault(name, []).append((feed.lang, feed.folder))
    native_name = {found.lang: found.t.native_name for found in site.open_sites}
    return tuple(
        replace(
            feed,
            title=f"{feed.title} · {native_name[feed.lang]}" if titles[feed.title] > 1 else feed.title,
            versions=tuple(version for version in versions[name] if version[1] != feed.folder),
        )
        for feed, name in planned
    )


class _LanguageFeeds:
    """Plans the feeds of one language."""

    def __init__(self, library: Library, settings: Settings, site: SitePages, language_site: LanguageSite) -> None:
        self._library = library
        self._site = site
        self._site_name = settings.name_in(language_site.lang)
        self._prefix, self._t = language_site.prefix, language_site.t
        guide = site.find(_GUIDE, self._t.lang)
        how = f" {self._t('feed.guide', url=f'{settings.site_url}{guide.url}')}" if guide else ""
        self._hint = f"{self._t('feed.hint')}{how}"
        self._items = sorted(library.newest(Channel.FEED, self._t.lang), key=arrived_on, reverse=True)
        self._taken_back = library.taken_from_feeds()
        self._versions = _versions(library, self._taken_back)

    def plan(self) -> Iterator[Feed]:
        """Plan the feed of everything, those of the lists, and those of the areas and principles."""
        t, prefix = self._t, self._prefix
        description = t("feed.description", name=self._site_name)
        yield self._feed(EVERYTHING, prefix, t("news.title"), description, self._items, self._taken_back)
        for name, types in self._site.lists.items():
            if types != DATED_TYPES:  # else the same as the feed of everything
                items = [item for item in self._items if item.type in types]
                taken_back = [item for item in self._taken_back if item.type in types]
                summary = t(f"{name}.summary")
                yield self._feed(LISTS, f"{prefix}{name}/", t(f"{name}.title"), summary, items, taken_back)
        items_about = group_by_topic(self._items)
        for topic in self._topics():
            key, name = (topic.type_name, topic.slug), topic.front.heading
            group, about = topic.type.topic_field, t("feed.about", name=name)
            taken_back = [item for item in self._taken_back if _may_name(item, key, group)]
            yield self._feed(group, topic.url, name, about, items_about.get(key, ()), taken_back)

    def _topics(self) -> Iterator[AnyDocument]:
        """The areas and principles that have a page in the language.

        A topic that has a page only in a language without feeds has its feed in the default language.
        """
        lang, open_languages = self._t.lang, [found.lang for found in self._site.open_sites]
        for topic in self._library.all_topics(Channel.FEED, lang):
            if topic.lang == lang or (lang == open_languages[0] and topic.lang not in open_languages):
                yield topic

    def _was_shown(self, item: Withdrawal) -> bool:
        """Whether feeds of this language had this version of an item: they have each item once."""
        paths = self._versions[item.type.name, item.slug]
        return item.path == paths.get(self._t.lang, min(paths.values()))

    def _feed(
        self,
        group: str,
        folder: str,
        name: str,
        description: str,
        items: Iterable[Document[Dated]],
        taken_back: Sequence[Withdrawal],
    ) -> Feed:
        today = self._library.today
        was_in = (
            item
            for item in taken_back
            if self._was_shown(item) and (item.document or item.topics or group in (EVERYTHING, LISTS))
        )
        return Feed(
            group=group,
            folder=folder,
            lang=self._t.lang,
            name=name,
            title=self._site_name if group == EVERYTHING else f"{name} · {self._site_name}",
            description=description,
            hint=self._hint,
            rights=self._t("footer.licence", name=self._site_name),
            items=tuple(items),
            taken_back=tuple(taken_back),
            emptied=tuple(item for item in was_in if item.is_announced(today)),
            closed_year=(today - _LATE).year - 1,
        )


def arrived_on(item: Document[Dated]) -> date:
    """The day on which an item came to this site, as far as its file says."""
    return item.front.published.first_day


def _versions(library: Library, taken_back: Iterable[Withdrawal]) -> Mapping[tuple[str, str], Mapping[str, str]]:
    """The paths of all versions of items that were taken back, by type and slug, and then by language."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for item in taken_back:
        found.setdefault((item.type.name, item.slug), {})[item.lang] = item.path
    for document in library.documents if found else ():
        key = (document.type_name, document.slug)
        if key in found and library.shows(document, Channel.FEED):
            found[key][document.lang] = document.path
    return found


def _may_name(item: Withdrawal, topic: TopicKey, field: str) -> bool:
    if item.document is not None:
        return topic in find_topics(item.document)
    return not item.topics or (field, topic[1]) in item.topics
