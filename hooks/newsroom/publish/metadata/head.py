"""The metadata in a page's head, for search engines and link previews (Open Graph, https://ogp.me)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from newsroom.content.document import Document
from newsroom.content.model import Dated
from newsroom.publish.cards import CARD_SIZE
from newsroom.publish.pages.page import WebPage
from newsroom.settings import Settings
from newsroom.translations import Translations

Pair = tuple[str, str]
X_DEFAULT = "x-default"


@dataclass(frozen=True)
class Head:
    """The metadata in a page's head.

    Attributes:
        title: The title that browsers show.
        description: The description for search engines.
        canonical: The absolute address of the page.
        is_indexed: Whether search engines may list the page.
        alternates: The language and the absolute address of each language version.
        properties: The ``property`` and the content of each meta element for Open Graph; none if the page may not be
            shared.
        names: The ``name`` and the content of each meta element for cards, as for ``properties``.
    """

    title: str
    description: str
    canonical: str | None = None
    is_indexed: bool = True
    alternates: tuple[Pair, ...] = ()
    properties: tuple[Pair, ...] = ()
    names: tuple[Pair, ...] = ()


def head_of_missing_page(settings: Settings, translations: Mapping[str, Translations]) -> Head:
    """Return the head of the 404 page, which is in all languages and has no canonical address."""
    default = settings.default_language
    titles = (translations[lang]("missing.title") for lang in settings.languages)
    title = " · ".join((*titles, settings.name_in(default)))
    return Head(title, translations[default]("missing.text"), is_indexed=False)


def head_of_notice(page: WebPage, settings: Settings) -> Head:
    """Return the head of the page that replaces a withdrawn item: no search engine and no link preview needs it."""
    return Head(f"{page.title} · {settings.name_in(page.lang)}", page.summary, is_indexed=False)


def page_head(
    page: WebPage,
    settings: Settings,
    translations: Mapping[str, Translations],
    *,
    alternates: tuple[Pair, ...],
    card: str | None,
    is_shared: bool,
    is_indexed: bool,
) -> Head:
    """Return the head of a page; ``card`` is the path on the site of its card, if it has one.

    ``is_shared``: previews of links to the page may show what it is about.
    """
    url, name = f"{settings.site_url}{page.url}", settings.name_in(page.lang)
    picture = f"{settings.site_url}{card}" if card is not None else None
    return Head(
        title=f"{page.title} · {name}" if page.local_url else name,
        description=page.summary,
        canonical=url,
        is_indexed=is_indexed,
        alternates=alternates,
        properties=tuple(_properties(page, url, settings, translations, alternates, picture)) if is_shared else (),
        names=tuple(_names(page, picture)) if is_shared else (),
    )


def alternates(versions: Sequence[WebPage], settings: Settings) -> tuple[Pair, ...]:
    """Return the language and the absolute address of each version; none if there is only one version.

    The version in the default language is also named for readers of all other languages.
    """
    if len(versions) < 2:
        return ()
    found = tuple((version.lang, f"{settings.site_url}{version.url}") for version in versions)
    return (*found, *((X_DEFAULT, url) for lang, url in found if lang == settings.default_language))


def _properties(
    page: WebPage,
    url: str,
    settings: Settings,
    translations: Mapping[str, Translations],
    alternates: Sequence[Pair],
    picture: str | None,
) -> Iterator[Pair]:
    item = _dated_item(page)
    yield "og:type", "article" if item else "website"
    yield "og:title", page.title
    if page.summary:
        yield "og:description", page.summary
    yield "og:url", url
    yield "og:site_name", settings.name_in(page.lang)
    others = (lang for lang, _ in alternates if lang not in (page.lang, X_DEFAULT))
    for name, lang in (("og:locale", page.lang), *(("og:locale:alternate", lang) for lang in others)):
        if "_" in (locale := translations[lang].locale):  # "it" alone is not a locale of Open Graph
            yield name, locale
    if picture:
        yield "og:image", picture
        yield "og:image:type", "image/png"
        yield "og:image:width", str(CARD_SIZE[0])
        yield "og:image:height", str(CARD_SIZE[1])
        yield "og:image:alt", page.title
    if item:
        yield from _article_properties(item, translations[page.lang])


def _article_properties(document: Document[Dated], t: Translations) -> Iterator[Pair]:
    published, updated = document.front.first_published, document.front.updated
    if published:
        yield "article:published_time", published.isoformat()
    if updated:
        yield "article:modified_time", updated.isoformat()
    yield "article:section", t(f"kind.{document.genre}")


def _names(page: WebPage, picture: str | None) -> Iterator[Pair]:
    """Yield the tags for which cards do not use Open Graph."""
    yield "twitter:card", "summary_large_image" if picture else "summary"
    if picture:
        yield "twitter:image:alt", page.title


def _dated_item(page: WebPage) -> Document[Dated] | None:
    is_dated = page.document is not None and page.document.type.is_dated
    return cast("Document[Dated]", page.document) if is_dated else None
