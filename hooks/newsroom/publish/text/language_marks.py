"""Marks links to pages in another language with its name, like "About (Saesneg)" on a Welsh page.

A link needs ``hreflang``, too. It is for programs; the mark is for readers.
"""

from collections.abc import Callable

from lxml.html import HtmlElement
from markupsafe import Markup

from newsroom.markup.links import address_on_site
from newsroom.markup.tree import make_element
from newsroom.translations import Translations, text_direction

_CLASS = "nw-language"


def language_mark(lang: str, t: Translations) -> str:
    """Return the name of a language in brackets, for a page in the language of ``t``: "(Saesneg)"."""
    return t("link.language", language=t.language_name(lang))


def marked_text(text: str, lang: str, target_lang: str, t: Translations) -> Markup:
    """Return a link's text with the mark of its target's language.

    Args:
        lang: The language of the text, which its element has in ``lang`` if it is not the page's.
        target_lang: The language of the target.
    """
    mark = language_mark(target_lang, t)
    return Markup('{} <span class="{}"{}>{}</span>').format(text, _CLASS, language_markup(t.lang, lang), mark)


def mark_element(link: HtmlElement, target_lang: str, t: Translations) -> None:
    """Add the mark to the end of a link with words, and ``hreflang``, in place. A mark that the author wrote is kept.

    Args:
        link: The link. Its ``lang``, if it has one, is that of its words.
        target_lang: The language of its target.
    """
    link.set("hreflang", target_lang)
    if "dir" in language_attributes(target_lang, t.lang) and not link.get("dir"):
        link.set("dir", "auto")  # its words may be in either language
    mark, words = language_mark(target_lang, t), link.text_content()
    is_written = mark in words or (link.tail or "").lstrip().startswith(mark)
    if words.strip() and not is_written:
        add_mark(link, mark, t.lang)


def add_mark(link: HtmlElement, mark: str, lang: str) -> None:
    """Add a mark, unless it is empty, to the end of a link, in place; ``lang`` is the language of the page."""
    if not mark:
        return
    language = language_attributes(lang, link.get("lang", lang))
    children = list(link)
    if children:
        children[-1].tail = f"{children[-1].tail or ''} "
    else:
        link.text = f"{link.text} "
    link.append(make_element("span", mark, **{"class": _CLASS}, **language))


def mark_links(root: HtmlElement, page_url: str, t: Translations, language_at: Callable[[str], str | None]) -> None:
    """Mark the links in a page's text that lead to pages of the site in other languages, in place.

    Args:
        root: The tree of the text, with addresses relative to the page.
        page_url: The page's address, relative to the site's root.
        language_at: Returns the language of the page at an address; None if there is none.
    """
    for link in root.iter("a"):
        url = address_on_site(link.get("href", ""), page_url)
        lang = None if url is None else language_at(url)
        if lang is not None and lang != t.lang:
            mark_element(link, lang, t)


def language_attributes(lang: str, around: str) -> dict[str, str]:
    """Return the attributes ``lang``, and ``dir`` if the language is written in the other direction.

    Without ``dir``, an English sentence on an Arabic page would have its full stop in front (HTML, section 3.2.6.4).

    Args:
        lang: The language of the element's text.
        around: The language of the text around it. If it is the same, there are no attributes.
    """
    if lang == around:
        return {}
    direction = text_direction(lang)
    return {"lang": lang} if direction == text_direction(around) else {"lang": lang, "dir": direction}


def language_markup(lang: str, around: str) -> Markup:
    """Return the attributes of :func:`language_attributes` as HTML, each after a space."""
    attributes = language_attributes(lang, around)
    return Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in attributes.items())
