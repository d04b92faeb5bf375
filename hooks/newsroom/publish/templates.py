"""Renders the templates of pages. A name that is not defined is an error."""

from dataclasses import dataclass
from functools import cached_property
from glob import glob
from html import escape
from pathlib import Path

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from newsroom.cache import Cache, digest, digest_files
from newsroom.publish.metadata import Sitemap
from newsroom.publish.pages.page import WebPage
from newsroom.publish.text.language_marks import language_markup
from newsroom.publish.theme.environment import CompiledTemplates, template_environment
from newsroom.publish.theme.material import strip_theme_markup, theme_environment
from newsroom.publish.views import PageFrame, PageValues, PageView
from newsroom.publish.views.values import Link
from newsroom.translations import Translations


@dataclass(frozen=True)
class PageParts:
    """The parts of a page, as HTML, which ``overrides/main.html`` prints.

    ``language`` and ``direction`` are those of the page. ``base`` is the address of the site's root on the page, as the
    start of other addresses: "", "../" or "/". ``more_head`` are elements for the head that only some pages have.
    ``preview`` is the note above a page in a preview, else "".
    """

    language: str
    direction: str
    base: str
    head: str
    structured_data: str
    more_head: str
    preview: str
    header: str
    body: str
    footer: str


class PageTemplates:
    """The templates of pages in the theme's folder.

    ``cache`` keeps them compiled, and ``or_plain`` is as in :func:`template_environment`.
    """

    def __init__(self, folder: Path, cache: Cache | None = None, *, or_plain: bool = False) -> None:
        self._folder = folder
        compiled = CompiledTemplates(cache, "pages")
        self._environment = template_environment(folder, trims_lines=False, or_plain=or_plain, compiled=compiled)
        self._environment.filters |= {"attributes": _link_attributes, "language": _language}
        self._theme = theme_environment(folder, CompiledTemplates(cache, "frame"))

    @cached_property
    def fingerprint(self) -> bytes:
        """A hash of all files in the folder, also in linked ones. The theme's own are identified by its version."""
        names = glob("**", root_dir=self._folder, recursive=True, include_hidden=True)  # noqa: PTH207 (rglob skips links)
        return digest_files(self._folder, map(self._folder.joinpath, names))

    def render(self, template: str, value: PageView | PageFrame | Sitemap, t: Translations) -> str:
        """Return a template's output for a value, with translations in the language of ``t``."""
        return self._environment.get_template(template).render({"page": value, "_": t.__call__, "lang": t.lang})

    def key(self, values: PageValues) -> str:
        """Return a hash of everything that :meth:`page` uses, except the program and its catalogues."""
        return digest(self.fingerprint, repr(values)).hex()

    def page(self, values: PageValues, t: Translations) -> str:
        """Return a whole page: its parts in the theme's frame."""
        parts = self.page_parts(values, t)
        return strip_theme_markup(self._theme.get_template("main.html").render(ours=parts))

    def page_parts(self, values: PageValues, t: Translations) -> PageParts:
        """Return the parts of a page."""
        frame, page = values.frame, values.page
        return PageParts(
            language=t.lang,
            direction=t.direction,
            base=values.base,
            head=self.render("frame/head.html", frame, t),
            structured_data=self.render("frame/structured_data.html", frame, t),
            more_head=self.render(page.head_template, page, t) if page.head_template else "",
            preview=self.render("frame/preview.html", frame, t) if frame.preview else "",
            header=self.render("frame/header.html", frame, t),
            body=self.render(values.template, page, t),
            footer=self.render("frame/footer.html", frame, t),
        )


@pass_context
def _link_attributes(context: Context, link: Link) -> Markup:
    """Return the attributes of the element ``a`` for a link: its address, and the languages that are not the page's."""
    target = Markup(' hreflang="{}"').format(link.hreflang) if link.hreflang else ""
    return Markup('href="{}"{}{}').format(link.href, _language(context, link.lang), target)


@pass_context
def _language(context: Context, lang: str | None) -> Markup:
    """Return the attributes, each after a space, of an element in a language; "" if that is the page's, or None."""
    return language_markup(lang or context["lang"], context["lang"])


def plain_page(page: WebPage | None, html: str) -> str:
    """Return a page whose templates cannot be rendered: its title and its text, for no search engine."""
    title, lang, summary = (escape(page.title), page.lang, escape(page.summary)) if page else ("", "", "")
    head = f'<meta charset="utf-8"><title>{title}</title><meta name="robots" content="noindex">'
    body = f"<h1>{title}</h1>{html or summary}"
    return f'<!doctype html>\n<html lang="{lang}"><head>{head}</head><body>{body}</body></html>\n'
