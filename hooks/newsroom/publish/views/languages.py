"""The links in the header to the page in the other languages of the site."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.publish.page import WebPage
from newsroom.publish.views.page_context import PageContext


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


def language_switches(context: PageContext) -> Iterator[LanguageSwitch]:
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
