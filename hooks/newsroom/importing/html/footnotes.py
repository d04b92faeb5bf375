"""Finds the footnotes of a text: numbers that link to a note, which links back."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from newsroom.importing.html.elements import find_all, names_of, tag_of, text_of

_NUMBER = re.compile(r"[\[(]?(?:\d{1,3}|[ivxlc]{1,6}|[a-z]|[*†‡§¶]+)[\])]?", re.IGNORECASE)
"""Matches "1", "[1]", "(iv)" and "*", not "see note 1"."""
_NOTE_NAME = re.compile(r"_?(?:ftn|fn|footnote|edn|endnote|note)", re.IGNORECASE)
"""Matches the beginning of "_ftn1" and "footnote-2", not of "figure-1"."""
_CONTAINERS = frozenset({"li", "p", "div", "aside", "td", "dd"})


@dataclass(frozen=True)
class Footnotes:
    """The footnotes of a text.

    Attributes:
        references: The label of each link that is a footnote's number.
        notes: The label of each element that is a footnote's text.
        back_links: The links from notes to their numbers.
    """

    references: Mapping[Element, str]
    notes: Mapping[Element, str]
    back_links: frozenset[Element]


def find_footnotes(root: Element) -> Footnotes:
    """Find the footnotes as Word, Google Docs, WordPress, mammoth and this site write them."""
    parents = {child: parent for parent in root.iter() for child in parent}
    named = {name: element for element in root.iter() for key in ("name", "id") if (name := element.get(key))}
    links = [link for link in find_all(root, "a") if (link.get("href") or "").startswith("#")]
    references: dict[Element, str] = {}
    notes: dict[Element, str] = {}
    back_links: set[Element] = set()
    for link in links:
        target = named.get(_name(link))
        if link in back_links or target is None or not _NUMBER.fullmatch(text_of(link)):
            continue
        note = _note_of(target, parents)
        back = [] if note is None else _back_links(note, link, parents)
        is_further = note is not None and note in notes  # a note links back to the first of its numbers, if to one
        if note is not None and (back or is_further) and not any(link is inner for inner in note.iter()):
            references[link] = notes.setdefault(note, str(len(notes) + 1))
            back_links.update(back)
    return Footnotes(references, notes, frozenset(back_links))


def _name(link: Element) -> str:
    return unquote((link.get("href") or "")[1:])


def _note_of(target: Element, parents: Mapping[Element, Element]) -> Element | None:
    """The element that has all of a note's text, given the one that its number links to."""
    element: Element | None = target
    while element is not None and tag_of(element) not in _CONTAINERS:
        element = parents.get(element)
    parent = None if element is None else parents.get(element)
    if parent is not None and tag_of(parent) == "div" and _NOTE_NAME.match(parent.get("id") or ""):
        return parent
    return element


def _back_links(note: Element, link: Element, parents: Mapping[Element, Element]) -> list[Element]:
    names = {name for element in _around(link, parents) for name in names_of(element)}
    links = (back for back in find_all(note, "a") if (back.get("href") or "").startswith("#"))
    return [back for back in links if _leads_back(back, names)]


def _leads_back(back: Element, names: Iterable[str]) -> bool:
    """Whether a link leads to a number, or to a further number of the same note: "fnref2:1" beside "fnref:1"."""
    target = re.sub(r"^fnref\d+:", "fnref:", _name(back))
    return target in names


def _around(link: Element, parents: Mapping[Element, Element]) -> list[Element]:
    """A link, and those of the two elements around it that have only its number."""
    outer = [found for found in (parents.get(link), parents.get(parents.get(link, link))) if found is not None]
    return [link, *(element for element in outer if tag_of(element) in ("sup", "span"))]
