"""The parts around every page: head, header with menu and search, a preview's note, and footer."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from newsroom.content.types import TOPIC_TYPES, TYPES
from newsroom.publish.metadata.head import Head
from newsroom.publish.pages.page import WebPage
from newsroom.publish.views.page_context import PageContext, without_none
from newsroom.publish.views.values import Link, ProblemLine
from newsroom.setting_values import MenuItem, text_in

_TOPICS = tuple(topic.address for topic in sorted(TOPIC_TYPES, key=lambda topic: topic.in_menu))
ABOUT = ("about", *_TOPICS, "contribute")
"""The pages about the network in the footer; of those about topics, first the ones that the menu does not have."""
LEGAL = ("accessibility", "privacy")
SECTIONS = (*(found.address for found in TYPES if found.in_menu), "about")
"""The addresses in the menu of a site whose settings have none; their words are in the catalogues."""
_DEFAULT = tuple(MenuItem(address=f"{section}/") for section in SECTIONS)


@dataclass(frozen=True)
class MenuEntry:
    """An entry of the menu.

    ``current`` is the value of ``aria-current`` (WAI-ARIA 1.2): "page" on the section's page, "true" on pages below it.
    """

    link: Link
    current: Literal["page", "true", ""]


def menu(context: PageContext) -> Iterator[MenuEntry]:
    """Yield the entries for a page. A section without a page, or whose page was taken down, has no entry."""
    for item in context.settings.menu or _DEFAULT:
        found = context.site.find(item.address, context.lang)
        if found is not None and not found.is_notice:
            link = context.link(found.url, _words(item, found, context))
            yield MenuEntry(link, _current(item.address, found.url, context))


def _words(item: MenuItem, page: WebPage, context: PageContext) -> str:
    section = item.address.rstrip("/")
    if words := text_in(item.title, context.lang):
        return words
    return context.t(f"{section}.title") if section in SECTIONS else page.title


def _current(address: str, url: str, context: PageContext) -> Literal["page", "true", ""]:
    page = context.page
    if page is None:
        return ""
    if page.url == url:
        return "page"
    return "true" if page.local_url.startswith(address) else ""


@dataclass(frozen=True)
class LanguageSwitch:
    """A link to the page in another language, in that language.

    ``note`` says that the page does not exist in that language, and that the link leads to the home page; None if it
    leads to the page itself.
    """

    href: str
    name: str
    lang: str
    note: str | None


def _language_switches(context: PageContext) -> Iterator[LanguageSwitch]:
    """Yield a link for each other language that has the page, or at least a home page."""
    for lang, language_site in context.site.language_sites.items():
        page, t = _version(context, lang), language_site.t
        target = page or context.site.version("", lang)
        if lang != context.lang and target:
            note = None if page else t("languages.home")
            yield LanguageSwitch(context.href(target.url), t.native_name, lang, note)


def _version(context: PageContext, lang: str) -> WebPage | None:
    """The page in a language. A later page of a list may exist in one language only: then the list's first page."""
    page, site = context.page, context.site
    if page is None:
        return None
    return site.version(page.local_url, lang) or site.version(page.first_url.removeprefix(page.prefix), lang)


@dataclass(frozen=True)
class HeadFeed:
    """A link to a feed in a page's head."""

    type: str
    title: str
    href: str


@dataclass(frozen=True)
class Icons:
    """The addresses of the site's icons for browsers and phones."""

    svg: str
    png: str
    apple: str


@dataclass(frozen=True)
class PreviewNote:
    """The note above a page in a preview: whether the page is public, and what to fix.

    ``count`` says how many errors or warnings there are; None if there are none.
    """

    status: str
    count: str | None
    problems: tuple[ProblemLine, ...]


@dataclass(frozen=True)
class Footer:
    """The links at the end of every page: to the lists, to pages about the network, and to legal pages.

    ``motto`` says what the network is. ``subscribe`` leads to the page about feeds; ``feed`` is the address of the
    main feed. ``social`` are the network's pages on social media.
    """

    motto: str | None
    lists: tuple[Link, ...]
    about: tuple[Link, ...]
    subscribe: Link | None
    feed: str
    legal: tuple[Link, ...]
    contact_page: Link | None
    social: tuple[Link, ...]


@dataclass(frozen=True)
class PageFrame:
    """What the templates in ``overrides/frame/`` print.

    ``previous`` and ``next`` are the addresses of the pages of a list around this one. ``structured_data`` is safe to
    print in a script. ``policy`` is its Content Security Policy. ``searches`` are links to the searches
    in other languages, ``languages`` those to the page itself.
    """

    site_name: str
    contact: str
    head: Head
    previous: str | None
    next: str | None
    feeds: tuple[HeadFeed, ...]
    icons: Icons
    structured_data: Markup
    policy: Markup
    preview: PreviewNote | None
    home: Link
    menu: tuple[MenuEntry, ...]
    search: Link
    searches: tuple[Link, ...]
    languages: tuple[LanguageSwitch, ...]
    footer: Footer


def page_frame(context: PageContext) -> PageFrame:
    """Return the value of the parts around a page."""
    settings, page = context.settings, context.page
    listing = page.listing if page else None
    previous, following = (listing.previous_url, listing.next_url) if listing else (None, None)
    links = context.shared.feeds.links(page)
    return PageFrame(
        site_name=context.site_name,
        contact=settings.contact,
        head=context.metadata.head,
        previous=None if previous is None else context.href(previous),
        next=None if following is None else context.href(following),
        feeds=tuple(HeadFeed(link.type, link.title, context.href(link.url)) for link in links),
        icons=_icons(context),
        structured_data=Markup(context.metadata.structured_data),  # noqa: S704 - escaped for a script by script_json
        policy=Markup(context.shared.policy),  # noqa: S704 - it is made of fixed words and hashes
        preview=_preview_note(context) if context.library.shows_unfinished else None,
        home=context.home_link(context.site_name),
        menu=tuple(menu(context)),
        search=search_link(context),
        searches=other_searches(context),
        languages=tuple(_language_switches(context)),
        footer=_footer(context),
    )


def search_link(context: PageContext) -> Link:
    """Return a link to the search page in the page's language, else in the default language."""
    text = context.t("search.all")
    return context.page_link("search/", text) or Link(context.href("search/"), text)


def other_searches(context: PageContext) -> tuple[Link, ...]:
    """Return links to the search pages in other languages, with the languages' own names."""
    site = context.site
    return tuple(
        Link(context.href(url), site.language_sites[lang].t.native_name, lang=lang, hreflang=lang)
        for lang, url in site.search_urls.items()
        if lang != context.lang
    )


def _icons(context: PageContext) -> Icons:
    return Icons(
        svg=context.href("assets/favicon.svg"),
        png=context.href("assets/favicon.png"),
        apple=context.href("assets/apple-touch-icon.png"),
    )


def _preview_note(context: PageContext) -> PreviewNote:
    t, problems = context.t, context.problems
    document = context.page.document if context.page else None
    is_waiting = document is not None and context.library.is_waiting(document)
    errors = sum(problem.stops_site for problem in problems)
    count = t.count("preview.problems", errors) if errors else t.count("preview.warnings", len(problems))
    return PreviewNote(
        status=t("preview.waiting") if is_waiting else t("preview.published"),
        count=count if problems else None,
        problems=tuple(context.problem_line(problem) for problem in problems),
    )


def _footer(context: PageContext) -> Footer:
    t = context.t
    return Footer(
        motto=text_in(context.settings.motto, context.lang),
        lists=without_none(context.list_link(name, t(f"{name}.title")) for name in context.site.lists),
        about=without_none(context.page_link(f"{part}/", t(f"footer.{part}")) for part in ABOUT),
        subscribe=context.page_link("subscribe/", t("footer.subscribe")),
        feed=context.href("feed.xml"),
        legal=without_none(context.page_link(f"{part}/", t(f"footer.{part}")) for part in LEGAL),
        contact_page=context.page_link("contact/", t("footer.contact_page")),
        social=tuple(Link(link.address, link.name) for link in context.settings.social),
    )
