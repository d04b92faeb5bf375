"""Rules for the structure of a page, which hold for every page of the site: each gives what is wrong with one."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from posixpath import normpath
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

Rule = Callable[[HtmlElement], Iterator[str]]
_HEADINGS = "//h1|//h2|//h3|//h4|//h5|//h6"
_SECTIONING = "ancestor::article|ancestor::aside|ancestor::main|ancestor::nav|ancestor::section"
_NEW_WINDOW = ("new window", "new tab", "ffenestr newydd", "tab newydd")


def one_h1(page: HtmlElement) -> Iterator[str]:
    """A page has one heading of the first level, in its main part."""
    found = len(page.xpath("//h1"))
    if found != 1 or len(page.xpath("//main//h1")) != 1:
        yield f"{found} h1, {len(page.xpath('//main//h1'))} of them in main"


def no_skipped_level(page: HtmlElement) -> Iterator[str]:
    """No heading is more than one level below the one before it; a dialog is separate and does not count."""
    headings = [heading for heading in page.xpath(_HEADINGS) if not heading.xpath("ancestor::dialog")]
    levels = [(int(heading.tag[1]), name_of(heading)) for heading in headings]
    for (before, _), (level, words) in pairwise([(0, ""), *levels]):
        if level > before + 1:
            yield f"h{level} '{words}' after h{before}"


def headings_have_words(page: HtmlElement) -> Iterator[str]:
    """Every heading says something."""
    for heading in page.xpath(_HEADINGS):
        if not name_of(heading):
            yield f"line {heading.sourceline}: {heading.tag} without words"


def landmarks(page: HtmlElement) -> Iterator[str]:
    """One main part, one header and one footer of the page."""
    found = {
        "main": page.xpath("//main|//*[@role='main']"),
        "header": [e for e in page.xpath("//header") if not e.xpath(_SECTIONING)] + page.xpath("//*[@role='banner']"),
        "footer": [e for e in page.xpath("//footer") if not e.xpath(_SECTIONING)]
        + page.xpath("//*[@role='contentinfo']"),
    }
    for name, elements in found.items():
        if len(elements) != 1:
            yield f"{len(elements)} {name}"


def navigations_have_names_of_their_own(page: HtmlElement) -> Iterator[str]:
    """Every navigation has a name, and no other has it."""
    names = Counter(label_of(nav) for nav in page.xpath("//nav|//*[@role='navigation']"))
    for name, count in names.items():
        if not name:
            yield f"{count} nav without a name"
        elif count > 1:
            yield f"{count} nav named '{name}'"


def ids_are_unique(page: HtmlElement) -> Iterator[str]:
    """No two elements have the same id."""
    for name, count in Counter(page.xpath("//@id")).items():
        if count > 1:
            yield f"{count} elements with the id '{name}'"


def labels_lead_somewhere(page: HtmlElement) -> Iterator[str]:
    """References to ids name existing elements."""
    ids = frozenset(page.xpath("//@id"))
    for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
        for value in page.xpath(f"//*[not(self::output)]/@{attribute}"):
            for name in value.split():
                if name not in ids:
                    yield f"{attribute} names '{name}', which is not there"


def pictures_have_words_and_sizes(page: HtmlElement) -> Iterator[str]:
    """Every picture has its alternative, if an empty one, and both sizes."""
    for picture in page.xpath("//img"):
        missing = [name for name in ("alt", "width", "height") if name not in picture.attrib]
        if missing:
            yield f"line {picture.sourceline}: a picture without {', '.join(missing)}: {picture.get('src')}"


def links_and_buttons_have_names(page: HtmlElement) -> Iterator[str]:
    """Every link and every button has a name."""
    for element in page.xpath("//a[@href]|//button"):
        if not name_of(element):
            yield f"line {element.sourceline}: {element.tag} without a name: {element.get('href', '')}"


def new_windows_are_announced(page: HtmlElement) -> Iterator[str]:
    """A link that opens a window says so."""
    for link in page.xpath("//a[@target]"):
        if not any(words in name_of(link).lower() for words in _NEW_WINDOW):
            yield f"line {link.sourceline}: '{name_of(link)}' opens a window without a word"


def no_scripts_in_attributes(page: HtmlElement) -> Iterator[str]:
    """Scripts are only in script elements."""
    for element in page.xpath("//*"):
        for name, value in element.attrib.items():
            if name.startswith("on") or value.strip().lower().startswith("javascript:"):
                yield f"line {element.sourceline}: {element.tag} with {name}"


def language_is_said(page: HtmlElement) -> Iterator[str]:
    """The page says which language it is in."""
    if not page.get("lang"):
        yield "html without lang"


RULES: tuple[Rule, ...] = (
    one_h1,
    no_skipped_level,
    headings_have_words,
    landmarks,
    navigations_have_names_of_their_own,
    ids_are_unique,
    labels_lead_somewhere,
    pictures_have_words_and_sizes,
    links_and_buttons_have_names,
    new_windows_are_announced,
    no_scripts_in_attributes,
    language_is_said,
)
"""Every rule."""


def unmarked_links(path: str, page: HtmlElement, pages: Mapping[str, HtmlElement]) -> Iterator[str]:
    """The links to pages in another language that do not say so: in words of that language, which are not marked as
    such, or in words of the text around, without ``hreflang``, which is not asked of editors' own text.

    The words are in the other language in a text in the default one, which tells of others in their own words, and
    where they are a heading of the page that they lead to.
    """
    for link in page.xpath("//a[@href]"):
        address = urlsplit(urljoin(f"/{path}", link.get("href")))
        name = normpath(address.path.lstrip("/"))
        target = pages.get(name if name.endswith(".html") else normpath(f"{name}/index.html"))
        if address.scheme or address.netloc or target is None or target is page:
            continue
        theirs, around = target.get("lang"), link.xpath("ancestor::*[@lang][1]")[0].get("lang")
        has_their_words = around == "en" or name_of(link) in map(name_of, target.xpath(_HEADINGS))
        if has_their_words and _language(link) != theirs:
            yield (
                f"{path}, line {link.sourceline}: '{name_of(link)}' leads to a page in {theirs}, "
                f"and is marked as {_language(link)}"
            )
        elif link.xpath("ancestor::*[contains(@class, 'nw-body')]"):
            continue
        elif around != theirs and link.get("hreflang") != theirs and _language(link) != theirs:
            yield f"{path}, line {link.sourceline}: '{name_of(link)}' leads to a page in {theirs} without hreflang"


def label_of(element: HtmlElement) -> str:
    """The name that an element is given, or none."""
    root = element.getroottree()
    names = element.get("aria-labelledby", "").split()
    labels = [found for name in names for found in root.xpath("//*[@id=$name]", name=name)]
    return " ".join(name_of(label) for label in labels) or element.get("aria-label", "").strip()


def name_of(element: HtmlElement) -> str:
    """What a screen reader calls an element: the name that it is given, else its words and its pictures' words."""
    return label_of(element) or " ".join(" ".join(_words(element)).split()) or element.get("title", "").strip()


def _words(element: HtmlElement) -> Iterator[str]:
    if element.tag == "img":
        yield element.get("alt", "")
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.get("aria-hidden") != "true" and "hidden" not in child.attrib:
            yield child.get("aria-label") or "".join(_words(child))
        yield child.tail or ""


def _language(link: HtmlElement) -> str:
    """The language that a link's words are marked with: its own, that of the one part that it has, or its parents'.

    The note at the end that says in which language the page is, is not one of them.
    """
    (*_, inner) = link.xpath("descendant-or-self::*[@lang][not(@class='nw-language')]") or [None]
    marked: str = inner.get("lang") if inner is not None else link.xpath("ancestor::*[@lang][1]")[0].get("lang")
    return marked
