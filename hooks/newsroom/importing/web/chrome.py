"""Finds the text of a saved web page, without its menus, banners and sidebars, and without what it hides."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from newsroom.importing.html.styles import declarations, is_invisible
from newsroom.importing.source import Note, NoteKind
from newsroom.importing.tree import drop_all, find_elements, plain_text
from newsroom.problems import shorten

_TAGS = ("nav", "aside", "footer", "button", "dialog", "noscript", "template", "script", "style", "svg")
_UNSEEN = ("script", "style", "template", "noscript", "xml")
_ROLES = ("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar")
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:cookies?|gdpr|breadcrumbs?|sidebar|side-?nav|nav(?:bar|igation)?|menu|skip-?links?|skip-to-content"
    r"|sharing|share-buttons?|sharedaddy|social-(?:share|links|icons)|addtoany|related-?posts|jp-relatedposts"
    r"|comments?-(?:area|list|form|section)|respond|pop-?up|modal|newsletter-signup|post-navigation|site-header"
    r"|site-footer|pagination|edit-link|print-only)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Matches the classes "site-header" and "cookie-notice", but not "article-header" or "community"."""
_WHITE = frozenset({"white", "#fff", "#ffffff", "rgb(255,255,255)"})
_QUOTED = 5
_MOST = 0.5
"""Forms and elements that are only named like a sidebar have at most this part of the text, or they are the text."""


def remove_hidden(body: HtmlElement) -> tuple[Note, ...]:
    """Remove the elements that readers of the page do not see, and note it."""
    found = find_elements(body, ".//*[@hidden or @popover or @style]")
    has_text = drop_all(element for element in found if is_invisible(element.attrib))
    notes = [Note(NoteKind.DROPPED, "Hidden text was left out.")] if has_text else []
    white = (element for element in find_elements(body, ".//*[@style]") if _is_white_on_nothing(element))
    if text := next((text for element in white if (text := plain_text(element))), ""):
        notes.append(Note(NoteKind.TO_DO, "Some text is white. Check that readers were meant to see it.", text[:60]))
    return tuple(notes)


def _is_white_on_nothing(element: HtmlElement) -> bool:
    """Whether the text of an element is white, and nothing says what is behind it."""
    colour = declarations(element.get("style", "")).get("color", "").replace(" ", "")
    around = (declarations(each.get("style", "")) for each in (element, *element.iterancestors()))
    return colour in _WHITE and not any(name.startswith("background") for styles in around for name in styles)


def find_content(body: HtmlElement) -> tuple[HtmlElement, tuple[Note, ...]]:
    """The element with the text of a page, from which all else has been removed, and a note on what was removed."""
    content = _main_element(body)
    whole = len(plain_text(content))
    removed = [element for element in content.iterdescendants() if _is_chrome(element)]
    if content is body:  # the heading of an article may be in its own header
        removed += [
            header for header in find_elements(body, "./header | ./div/header") if not find_elements(header, ".//h1")
        ]
    named = _outermost([element for element in content.iterdescendants() if _is_named_like_chrome(element)])
    if sum(len(plain_text(element)) for element in named) <= _MOST * whole:
        removed += named
    removed = _outermost(removed)
    texts = [plain_text(element) for element in (*_around(content, body), *removed) if element.tag not in _UNSEEN]
    quoted = [f"“{shorten(text, 40)}”" for text in texts if text]
    drop_all(removed)
    if not quoted:
        return content, ()
    what = f"The menus, forms, footers and sidebars of the page were left out: {', '.join(quoted[:_QUOTED])}"
    return content, (Note(NoteKind.DROPPED, f"{what}{' and more' if len(quoted) > _QUOTED else ''}."),)


def _around(content: HtmlElement, body: HtmlElement) -> Iterator[HtmlElement]:
    """The outermost elements of the body that are not in the content."""
    element: HtmlElement | None = content
    while element is not None and element is not body:
        yield from element.itersiblings(preceding=True)
        yield from element.itersiblings()
        element = element.getparent()


def _main_element(body: HtmlElement) -> HtmlElement:
    """The only article, if it has most of the text, else the main element, else the body."""
    mains = find_elements(body, ".//main | .//*[@role='main']")
    content = mains[0] if mains and plain_text(mains[0]) else body
    articles = find_elements(content, ".//article[not(ancestor::article)]")
    if len(articles) == 1 and len(plain_text(articles[0])) > _MOST * len(plain_text(content)):
        return articles[0]
    return content


def _is_chrome(element: HtmlElement) -> bool:
    return element.tag in _TAGS or element.get("role") in _ROLES


def _is_named_like_chrome(element: HtmlElement) -> bool:
    return element.tag == "form" or bool(_NAMES.search(f"{element.get('class', '')} {element.get('id', '')}"))


def _outermost(elements: list[HtmlElement]) -> list[HtmlElement]:
    """Those elements that are in none of the others, each once."""
    found = dict.fromkeys(elements)
    return [element for element in found if not any(parent in found for parent in element.iterancestors())]
