"""What stands in a page's head for search engines and for whoever shows a link to it (Open Graph, ogp.me)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from newsroom.content.document import AnyDocument, Document
from newsroom.content.model import Dated
from newsroom.publish.cards import CARD_SIZE
from newsroom.publish.page import WebPage
from newsroom.settings import Settings
from newsroom.translations import Translations

Pair = tuple[str, str]
X_DEFAULT = "x-default"


@dataclass(frozen=True)
class Head:
    """What a head says of its page.

    ``title`` is what browsers show; ``canonical`` and the addresses in ``alternates``, (language, address) pairs, are
    absolute. ``properties`` (Open Graph) and ``names`` (cards) are names and contents of meta elements.
    """

    title: str
    description: str
    canonical: str | None = None
    is_indexed: bool = True
    alternates: tuple[Pair, ...] = ()
    properties: tuple[Pair, ...] = ()
    names: tuple[Pair, ...] = ()


def head_of_missing_page(settings: Settings, t: Translations) -> Head:
    """The head of the 404 page, which has no address of its own."""
    title = f"{t('missing.title')} · {settings.site_name}"
    return Head(title, t("missing.text"), is_indexed=False)


def page_head(
    page: WebPage,
    settings: Settings,
    translations: Mapping[str, Translations],
    *,
    alternates: tuple[Pair, ...],
    card: str | None,
    is_indexed: bool,
) -> Head:
    """The head of a page. ``words`` are by language; ``card`` is the path on the site of its picture, if any."""
    url = f"{settings.site_url}{page.url}"
    picture = f"{settings.site_url}{card}" if card is not None else None
    return Head(
        title=f"{page.title} · {settings.site_name}" if page.url else settings.site_name,
        description=page.summary,
        canonical=url,
        is_indexed=is_indexed,
        alternates=alternates,
        properties=tuple(_properties(page, url, settings, translations, alternates, picture)),
        names=tuple(_names(page, picture)),
    )


def alternates(versions: Sequence[AnyDocument], settings: Settings) -> tuple[Pair, ...]:
    """The languages of a page that has more than one version, each with its absolute address.

    The default language's version is also the one for readers of any other language.
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
    yield "og:site_name", settings.site_name
    yield "og:locale", translations[page.lang].locale
    for lang, _ in alternates:
        if lang not in (page.lang, X_DEFAULT):
            yield "og:locale:alternate", translations[lang].locale
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
    """Only what cards do not take from Open Graph."""
    yield "twitter:card", "summary_large_image" if picture else "summary"
    if picture:
        yield "twitter:image:alt", page.title


def _dated_item(page: WebPage) -> Document[Dated] | None:
    is_dated = page.document is not None and page.document.type.is_dated
    return cast("Document[Dated]", page.document) if is_dated else None
