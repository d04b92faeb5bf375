"""Plans the feeds: which feeds the site has, their paths, and the items in each."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.content.document import Document
from newsroom.content.library import Channel, Library
from newsroom.content.model import Dated
from newsroom.content.types import DATED_TYPES, TOPIC_TYPES
from newsroom.content.withdrawals import Withdrawal
from newsroom.publish.language_site import LanguageSite
from newsroom.publish.topics import Topic, find_topics, group_by_topic
from newsroom.publish.web import SitePages
from newsroom.settings import Settings
from newsroom.translations import Translations

EVERYTHING, LISTS = "everything", "kinds"
GROUPS = (EVERYTHING, LISTS, *(topic.topic_field for topic in TOPIC_TYPES))
"""The groups of feeds on the subscribe page. Each type of topic has a group, after the others."""


@dataclass(frozen=True)
class Format:
    """A format of feeds: its name, the name of its files, and their media type."""

    name: str
    file: str
    type: str


RSS = Format("RSS", "feed.xml", "application/rss+xml")
ATOM = Format("Atom", "atom.xml", "application/atom+xml")
JSON = Format("JSON", "feed.json", "application/feed+json")
FORMATS = (RSS, ATOM, JSON)
_GUIDE = "subscribe/"
"""The address of the page that explains feeds."""


@dataclass(frozen=True)
class Feed:
    """One feed, in all formats.

    ``folder`` is the folder of its files, relative to the site's root ("", "stories/", "cy/areas/swansea/"), and the
    address of its page. ``name`` is its name in a list of feeds, and ``title`` its full name. ``hint`` explains feeds
    to people who open it in a browser. ``items`` are sorted newest first. ``withdrawn`` are withdrawn items that may
    have been among them: one of which only a stub is left may have been in any feed of a topic.
    """

    group: str
    folder: str
    lang: str
    name: str
    title: str
    description: str
    hint: str
    items: tuple[Document[Dated], ...]
    withdrawn: tuple[Withdrawal, ...]

    def path(self, feed_format: Format) -> str:
        """Get the path of the feed's file in a format."""
        return f"{self.folder}{feed_format.file}"


def plan_feeds(library: Library, settings: Settings, site: SitePages) -> tuple[Feed, ...]:
    """Plan all feeds, sorted by language.

    The default language has feeds, and so has every other language with a home page. A feed has each item once, as in
    the lists of the site: in the feed's language if that version exists, or else in another one. The feed of everything
    always exists. The feed of a list exists if the list does.
    """
    found: list[Feed] = []
    for language_site in site.open_sites:
        hint = _hint(language_site.t, settings, site)
        found += _list_feeds(library, settings, site, language_site, hint)
        found += _topic_feeds(library, settings, site, language_site.t, hint)
    return tuple(found)


def _hint(t: Translations, settings: Settings, site: SitePages) -> str:
    hint, guide = t("feed.hint"), site.find(_GUIDE, t.lang)
    return hint if guide is None else f"{hint} {t('feed.guide', url=f'{settings.site_url}{guide.url}')}"


def _list_feeds(
    library: Library, settings: Settings, site: SitePages, language_site: LanguageSite, hint: str
) -> Iterator[Feed]:
    """Plan the feeds of a language for everything and for each list."""
    t, prefix, lang, site_name = language_site.t, language_site.prefix, language_site.lang, settings.site_name
    items, withdrawn = library.newest(Channel.FEED, lang), library.withdrawn(Channel.FEED)
    yield Feed(EVERYTHING, prefix, lang, t("news.title"), site_name, t("feed.description"), hint, items, withdrawn)
    for name, types in site.lists.items():
        if types == DATED_TYPES:  # the same as the feed of everything
            continue
        title = t(f"{name}.title")
        yield Feed(
            group=LISTS,
            folder=f"{prefix}{name}/",
            lang=lang,
            name=title,
            title=f"{title} · {site_name}",
            description=t(f"{name}.summary"),
            hint=hint,
            items=tuple(item for item in items if item.type in types),
            withdrawn=tuple(item for item in withdrawn if item.type in types),
        )


def _topic_feeds(library: Library, settings: Settings, site: SitePages, t: Translations, hint: str) -> Iterator[Feed]:
    """Plan the feeds for the areas and principles that have a page in a language.

    A topic that has a page only in a language without feeds has its feed in the default language.
    """
    lang, open_languages = t.lang, [found.lang for found in site.open_sites]
    items, withdrawn = group_by_topic(library.newest(Channel.FEED, lang)), library.withdrawn(Channel.FEED)
    for topic in library.all_topics(Channel.FEED, lang):
        if topic.lang == lang or (lang == open_languages[0] and topic.lang not in open_languages):
            yield Feed(
                group=topic.type.topic_field,
                folder=topic.url,
                lang=lang,
                name=topic.front.heading,
                title=f"{topic.front.heading} · {settings.site_name}",
                description=t("feed.about", name=topic.front.heading),
                hint=hint,
                items=tuple(items.get((topic.type_name, topic.slug), ())),
                withdrawn=tuple(item for item in withdrawn if _may_name(item, (topic.type_name, topic.slug))),
            )


def _may_name(item: Withdrawal, topic: Topic) -> bool:
    return item.document is None or topic in find_topics(item.document)


def was_in(item: Withdrawal, feed: Feed) -> bool:
    """Whether a withdrawn item certainly was in a feed: nobody knows any more which topics a stub's item had."""
    return item.document is not None or feed.group in (EVERYTHING, LISTS)
