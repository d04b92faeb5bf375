"""Reports what a web page has beside its text, and what was taken out of the text."""

import re
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from newsroom.importing.source import NoteLog
from newsroom.importing.tree import element_text, find_by_xpath
from newsroom.problems import shorten

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


def is_prose(element: HtmlElement) -> bool:
    """Whether an element has text to read, rather than links and labels."""
    text = element_text(element)
    return not _has_only_links(element) and (len(text.split()) >= _FEW_WORDS or text.endswith(_SENTENCE_END))


def is_menu(element: HtmlElement) -> bool:
    """Whether an element has hardly anything but links, or only a label like "Menu"."""
    is_label = len(element_text(element).split()) <= _WORDS_OF_LABEL and not is_prose(element)
    return is_label or _has_only_links(element)


def _has_only_links(element: HtmlElement) -> bool:
    """Whether most of an element's text is in links and buttons."""
    linked = sum(len(element_text(link)) for link in find_by_xpath(element, ".//a[not(ancestor::a)]|.//button"))
    return element.tag in ("a", "button") or len(element_text(element)) <= 2 * linked


def note_around(elements: Iterable[HtmlElement], log: NoteLog) -> None:
    """Report the parts of a page around its text: all that are more than links, and some of the others."""
    texts = {text: _has_only_links(element) for element in elements if (text := element_text(element))}
    listed = sorted(texts, key=lambda text: texts[text])
    quoted = listed[: max(_LEAST_QUOTED, len(texts) - sum(texts.values()))]
    if quoted:
        words = ", ".join(f"“{shorten(text, 40)}”" for text in quoted)
        more = f" and {len(listed) - len(quoted)} more, which are only links" if len(listed) > len(quoted) else ""
        log.dropped(f"The menus, forms, footers and sidebars of the page were left out: {words}{more}.")


def note_removed(element: HtmlElement, log: NoteLog) -> None:
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
