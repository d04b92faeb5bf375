"""Finds the text of a saved web page, without its menus, banners and sidebars, and without what it hides."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml.html import HtmlElement

from newsroom.importing.source import NoteLog
from newsroom.importing.tree import drop, element_text, find_by_xpath
from newsroom.markup.tree import HEADINGS
from newsroom.problems import shorten

_TAGS = ("nav", "button", "noscript", "template", "script", "style")
_BESIDE = ("aside", "footer", "dialog")
_UNSEEN = ("script", "style", "template", "noscript", "xml")
_ROLES = ("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar")
_NAMES = re.compile(
    r"(?:.*[_-])?(?:cookie-?(?:notice|banner|bar|consent|law|message|popup)|gdpr|skip-?links?|skip-to-content"
    r"|share-buttons?|sharedaddy|social-(?:share|sharing|links|icons)|addtoany|related-?posts|jp-relatedposts"
    r"|comments?-(?:area|list|form|section)|newsletter-signup|post-navigation|site-header|site-footer|edit-link"
    r"|print-only|widget-area)(?:[_-].*)?|cookies?|sidebar|respond|pop-?up|modal",
    re.IGNORECASE,
)
"""Matches the classes "site-header" and "my-cookie-notice", but not "article-header" or "cookies-and-tea"."""
_WORDS = re.compile(
    r"(?:^|[_-])(?:cookies?|breadcrumbs?|sidebar|side-?nav|nav(?:bar|igation)?|menu|sharing|respond|pop-?up|modal"
    r"|pagination)(?:$|[_-])",
    re.IGNORECASE,
)
"""Matches "main-menu" and "sidebar-right", but also "the-menu", which is made of a heading: only where no text is."""
_MOST = 0.5
"""Forms and elements that are only named like a sidebar have at most this part of the text, or they are the text."""

_NEAR = 20
"""How many elements before another are searched for a paragraph."""

_FEW_WORDS = 8
"""Text with fewer words that does not end as a sentence is a label, like "Share this"."""
_SENTENCE_END = (".", "!", "?", "”", "’", '"')
_WORDS_OF_LABEL = 3
_LEAST_QUOTED = 5
_LONGEST = 300
_SHORTEST_PLACE, _LONGEST_PLACE = 8, 40
"""In letters: fewer may be elsewhere in the text too."""
_MARKS = re.compile(r"[\\`*_~\[\]<>#&|{}:]")
"""The characters that the draft may have in another form than the page."""


def find_content(body: HtmlElement, log: NoteLog) -> HtmlElement:
    """The element with the text of a page, from which all else has been removed."""
    content = _main_element(body)
    whole = len(element_text(content))
    removed = [element for element in content.iterdescendants() if _is_chrome(element, content)]
    if content is body:  # the heading of an article may be in its own header
        removed += [
            header for header in find_by_xpath(body, "./header | ./div/header") if not find_by_xpath(header, ".//h1")
        ]
    named = _outermost(content, [each for each in content.iterdescendants() if _is_named_like_chrome(each)])
    if sum(len(element_text(element)) for element in named) <= _MOST * whole:
        removed += named
    around = [element for element in _around(content, body) if element.tag not in _UNSEEN]
    removed = _outermost(content, removed)
    for element in removed:
        if _is_in_text(element, content) and _is_prose(element):
            _note_removed(element, log)
        elif element.tag not in _UNSEEN:
            around.append(element)
        drop(element)  # so that what is before the next one is in the draft
    _note_around(around, log)
    return content


def _around(content: HtmlElement, body: HtmlElement) -> Iterator[HtmlElement]:
    """The outermost elements of the body that are not in the content."""
    element: HtmlElement | None = content
    while element is not None and element is not body:
        yield from element.itersiblings(preceding=True)
        yield from element.itersiblings()
        element = element.getparent()


def _main_element(body: HtmlElement) -> HtmlElement:
    """The only article, if it has most of the text, else the main element, else the body."""
    mains = find_by_xpath(body, ".//main | .//*[@role='main']")
    content = mains[0] if mains and element_text(mains[0]) else body
    articles = find_by_xpath(content, ".//article[not(ancestor::article)]")
    if len(articles) == 1 and len(element_text(articles[0])) > _MOST * len(element_text(content)):
        return articles[0]
    return content


def _is_chrome(element: HtmlElement, content: HtmlElement) -> bool:
    """Whether what an element is says that it is not in the text. A pull quote, and who said a quotation, are."""
    if element.tag in _TAGS or element.get("role") in _ROLES:
        return True
    if element.tag == "svg":  # outside a link it is a drawing, and reported as one
        return any(parent.tag == "a" for parent in element.iterancestors())
    if element.tag == "footer":
        inner = ("blockquote", "figure") if content.tag == "body" else ("blockquote", "figure", "section")
        return not any(parent.tag in inner for parent in _ancestors_in(element, content))
    return element.tag in _BESIDE and not (
        element.tag == "aside" and _is_in_text(element, content) and _is_prose(element)
    )


def _is_in_text(element: HtmlElement, content: HtmlElement) -> bool:
    """Whether an element is among the paragraphs of a text, rather than beside the whole of it."""
    before = islice(element.itersiblings(preceding=True), _NEAR)
    return content.tag != "body" or any(sibling.tag in ("p", "blockquote") for sibling in before)


def _ancestors_in(element: HtmlElement, content: HtmlElement) -> Iterator[HtmlElement]:
    for parent in element.iterancestors():
        if parent is content:
            return
        yield parent


def _is_named_like_chrome(element: HtmlElement) -> bool:
    """Whether a name says that an element is not in the text. Names that are made of headings do not say so."""
    if element.tag == "form":
        return True
    if element.tag in HEADINGS:
        return False
    classes, name = element.get("class", "").split(), "" if element.tag == "p" else element.get("id", "")
    if any(map(_NAMES.fullmatch, classes)):
        return True
    if _NAMES.fullmatch(name) and not (_is_section(element, name) and _is_prose(element)):
        return True
    return any(map(_WORDS.search, (*classes, name))) and _is_menu(element)


def _is_section(element: HtmlElement, name: str) -> bool:
    """Whether the id of an element is made of the heading in it: ``<section id="cookies"><h2>Cookies</h2>``."""
    heading = next(element.iterdescendants(*HEADINGS), None)
    return heading is not None and re.sub(r"\W+", "-", element_text(heading)).strip("-").lower() == name.lower()


def _outermost(content: HtmlElement, elements: list[HtmlElement]) -> list[HtmlElement]:
    """Those elements that are in none of the others, each once, in the order of the page."""
    found = set(elements)
    outer = {element for element in found if not any(parent in found for parent in element.iterancestors())}
    return [element for element in content.iter() if element in outer]


def _is_prose(element: HtmlElement) -> bool:
    """Whether an element has text to read, rather than links and labels."""
    text = element_text(element)
    return not _has_only_links(element) and (len(text.split()) >= _FEW_WORDS or text.endswith(_SENTENCE_END))


def _is_menu(element: HtmlElement) -> bool:
    """Whether an element has hardly anything but links, or only a label like "Menu"."""
    is_label = len(element_text(element).split()) <= _WORDS_OF_LABEL and not _is_prose(element)
    return is_label or _has_only_links(element)


def _has_only_links(element: HtmlElement) -> bool:
    """Whether most of an element's text is in links and buttons."""
    linked = sum(len(element_text(link)) for link in find_by_xpath(element, ".//a[not(ancestor::a)]|.//button"))
    return element.tag in ("a", "button") or len(element_text(element)) <= 2 * linked


def _note_around(elements: Iterable[HtmlElement], log: NoteLog) -> None:
    """Report the parts of a page around its text: all that are more than links, and some of the others."""
    texts = {text: _has_only_links(element) for element in elements if (text := element_text(element))}
    listed = sorted(texts, key=lambda text: texts[text])
    quoted = listed[: max(_LEAST_QUOTED, len(texts) - sum(texts.values()))]
    if quoted:
        words = ", ".join(f"“{shorten(text, 40)}”" for text in quoted)
        more = f" and {len(listed) - len(quoted)} more, which are only links" if len(listed) > len(quoted) else ""
        log.dropped(f"The menus, forms, footers and sidebars of the page were left out: {words}{more}.")


def _note_removed(element: HtmlElement, log: NoteLog) -> None:
    """Report an element among the paragraphs of a text that is left out, with its words and what is before it."""
    what = "A box, a form or a footer in the text was left out; add it by hand if it belongs there"
    log.dropped(f"{what}: “{shorten(element_text(element), _LONGEST)}”.", _words_before(element))


def _words_before(element: HtmlElement) -> str:
    """The last words before an element that the draft has as the page has them."""
    runs = (run.strip() for text in _texts_before(element) for run in reversed(_MARKS.split(" ".join(text.split()))))
    words = next((run for run in runs if len(run) >= _SHORTEST_PLACE), "")
    return words if len(words) <= _LONGEST_PLACE else words[-_LONGEST_PLACE:].partition(" ")[2]


def _texts_before(element: HtmlElement) -> Iterator[str]:
    """The texts before an element, the last one first."""
    for outer in (element, *element.iterancestors()):
        for before in outer.itersiblings(preceding=True):
            yield from reversed([*before.itertext(), before.tail or ""])
