"""Collects the headings, links, pictures, ids and raw HTML of a rendered text, each with its line."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from newsroom.content.outline import (
    Heading,
    HtmlFault,
    HtmlFaultKind,
    Leftover,
    LeftoverKind,
    Outline,
    RawTag,
    Reference,
    Unshown,
    UnshownKind,
)
from newsroom.ellipsis import cut_at_word, with_ellipsis
from newsroom.mail_tools.first_name import with_fallbacks
from newsroom.markup.dialect.extension import GitHubExtension
from newsroom.markup.dialect.tree import LINE, OWN_LINK, spaced_text
from newsroom.markup.leftovers import find_leftovers, find_raw_leftovers
from newsroom.markup.nesting import boxed_sections
from newsroom.markup.policy import dropped_attributes, is_removed
from newsroom.markup.raw_html import ParsedHtml
from newsroom.markup.rendered import ADDRESSES, mark_target
from newsroom.markup.tree import HEADINGS

_INTERNAL_ATTRIBUTES = frozenset({LINE, OWN_LINK})
"""Attributes that only other tree processors use."""
_ALTERNATIVE = re.compile(r"""\balt=(["'])([^"']+)\1""", re.IGNORECASE)
"""Matches `alt="A tree"`."""
MAX_FIRST_WORDS = 300
_SENTENCE_END = re.compile(r"[.!?…][”’\"')]{0,2}(?= |$)")
"""Matches "." in "Trees. The garden" and ".”" at an end, not "." in "3.5"."""
_SHORTEST = 120


class Collector(Treeprocessor):
    """Collects the structure of a tree, and marks its links and pictures.

    ``targets`` are what links and pictures lead to, in the order of their marks.
    """

    def __init__(self, markdown: Markdown, dialect: GitHubExtension, text: str, first_line: int) -> None:
        super().__init__(markdown)
        self._dialect = dialect
        self._lines = text.split("\n")
        self._offset = first_line - 1
        self._headings: list[Heading] = []
        self._references: list[Reference] = []
        self._ids: list[tuple[str, int]] = []
        self._leftovers: tuple[Leftover, ...] = ()
        self._tags_with_dropped_attributes: list[RawTag] = []
        self._boxed: frozenset[str] = frozenset()
        self._abbreviations: frozenset[str | None] = frozenset()
        self._first_words = ""
        self.targets: list[str] = []

    def run(self, root: Element) -> None:
        """Collect the structure of every element, and change the tree in place."""
        self._leftovers = tuple(find_leftovers(root, self._offset + 1))
        pending: list[tuple[Element, bool]] = [(root, False)]
        lone_links = [paragraph[0] for paragraph in root if paragraph.tag == "p" and _is_lone_link(paragraph)]
        line = 1
        while pending:
            element, is_quoted = pending.pop()
            line = int(element.get(LINE, line))
            if id_ := element.get("id"):
                self._ids.append((id_, line + self._offset))
            if element.tag in HEADINGS:
                text = with_fallbacks(_text_of_element(element))
                heading = Heading(int(element.tag[1]), text, id_ or "", line + self._offset, is_quoted)
                self._headings.append(heading)
            elif element.tag in ADDRESSES:
                self._add_reference(element, line, is_alone=element in lone_links)
            given = {name: value for name, value in element.items() if name not in _INTERNAL_ATTRIBUTES}
            if any(dropped_attributes(element.tag, given)):
                self._tags_with_dropped_attributes.append(
                    RawTag(element.tag, tuple(given.items()), line + self._offset)
                )
            is_child_quoted = is_quoted or element.tag == "blockquote"
            pending.extend((child, is_child_quoted) for child in reversed(element))
        self._boxed = boxed_sections(root)
        self._abbreviations = frozenset(abbreviation.text for abbreviation in root.iter("abbr"))
        self._first_words = first_words(with_fallbacks(text) for text in _paragraphs_before_sections(root))

    def outline(self, parsed: ParsedHtml | None, *, is_empty: bool) -> Outline:
        """The outline, after :meth:`run`. ``parsed`` is the text's raw HTML, if it has any."""
        tags = parsed.tags if parsed else ()
        ids = [*self._ids, *((id_, tag.line) for tag in tags if (id_ := tag.get("id")))]
        references = [*self._references, *(reference for tag in tags for reference in _tag_references(tag))]
        dialect, offset = self._dialect, self._offset
        others = [
            *(Leftover(kind, "<!--", line + offset) for kind, line in dialect.open_comments),
            *(replace(leftover, line=leftover.line + offset) for leftover in dialect.code_leftovers),
            *(
                Leftover(LeftoverKind.CLASS, name, line + offset)
                for name, line in dialect.unknown_classes
                if not any(dropped_attributes("p", {"class": name}))  # those are reported as left out
            ),
            *find_raw_leftovers(dialect.raw_html, offset),
        ]
        return Outline(
            headings=tuple(self._headings),
            references=tuple(sorted(references, key=lambda reference: reference.line)),
            ids=frozenset(id_ for id_, _ in ids),
            is_empty=is_empty,
            is_too_deep=self._dialect.is_too_deep,
            leftovers=(*self._leftovers, *others),
            unshown=tuple(_moved(each, offset) for each in (*dialect.unshown, *self._unused_abbreviations())),
            tags=(*tags, *self._tags_with_dropped_attributes),
            faults=(*_repeated_ids(ids), *(parsed.faults if parsed else ())),
            boxed=parsed.boxed if parsed else self._boxed,
            first_words=self._first_words,
        )

    def _unused_abbreviations(self) -> Iterator[Unshown]:
        for name, line in self._dialect.abbreviations.items():
            if name not in self._abbreviations:
                yield Unshown(UnshownKind.ABBREVIATION, name, line)

    def _add_reference(self, element: Element, line: int, *, is_alone: bool) -> None:
        name = ADDRESSES[element.tag]
        target = element.get(name)
        if element.get(OWN_LINK) is not None or target is None:
            return
        found = self._find_line(target, line)
        text_line, line = line + self._offset if found != line else None, found + self._offset
        is_image = element.tag == "img"
        text = element.get("alt", "") if is_image else _words_of_link(element) or self._words_of_raw_pictures(element)
        self._references.append(Reference(target, text, line, is_image, is_alone=is_alone, text_line=text_line))
        element.set(name, mark_target(len(self.targets)))
        self.targets.append(target)

    def _words_of_raw_pictures(self, link: Element) -> str:
        """The alternative texts of the pictures in a link that are written in HTML."""
        numbers = HTML_PLACEHOLDER_RE.findall("".join(link.itertext()))
        html = "".join(self._dialect.raw_html[int(number)].source for number in numbers)
        return " ".join(found[2] for found in _ALTERNATIVE.finditer(html))

    def _find_line(self, target: str, line: int) -> int:
        """The line on which a target is written: the line of its definition if the link only names it."""
        defined = self._dialect.definitions.get(target)
        return line if defined is None or target in self._lines[line - 1] else defined


def _moved(unshown: Unshown, offset: int) -> Unshown:
    """With its lines counted from the beginning of the file."""
    return replace(unshown, line=unshown.line + offset, shown_line=unshown.shown_line + offset)


def _paragraphs_before_sections(root: Element) -> Iterator[str]:
    """Yield the text of the paragraphs of a text before its second section."""
    has_begun = False
    for element in root:
        if element.tag == "h2" and has_begun:
            return
        has_begun = has_begun or element.tag == "p"
        if element.tag == "p":
            yield _text_of_element(element)


def _text_of_element(element: Element) -> str:
    return " ".join(spaced_text(element).split())


def _is_lone_link(paragraph: Element) -> bool:
    """Whether a paragraph has nothing but one link."""
    texts = [paragraph.text, *(child.tail for child in paragraph)]
    return [child.tag for child in paragraph] == ["a"] and not "".join(filter(None, texts)).strip()


def _words_of_link(link: Element) -> str:
    alternative = " ".join(image.get("alt", "") for image in link.iter("img"))
    return _text_of_element(link) or alternative or link.get("aria-label", "")


def _tag_references(tag: RawTag) -> Iterator[Reference]:
    name, line = tag.name, tag.line
    if is_removed(name, dict(tag.attributes)):
        return
    target = tag.get("href" if name == "a" else "src")
    target = target if name in ("a", "img") and target is not None else tag.get("href", "src") or None
    if target is not None:
        yield Reference(
            target,
            tag.words or tag.get("alt", "aria-label") or "",
            line,
            is_image=name == "img",
            is_html=True,
            tag=name,
        )
    if name == "video" and (poster := tag.get("poster")):
        yield Reference(poster, "", line, is_image=False, is_html=True, tag=name)


def _repeated_ids(ids: Iterable[tuple[str, int]]) -> Iterator[HtmlFault]:
    """The faults of ids that are there more than once, each on the line of the second."""
    lines: dict[str, list[int]] = {}
    for id_, line in ids:
        lines.setdefault(id_, []).append(line)
    for id_, found in lines.items():
        if len(found) > 1:
            yield HtmlFault(HtmlFaultKind.REPEATED_ID, id_, sorted(found)[1], len(found))


def first_words(paragraphs: Iterable[str]) -> str:
    """Return the first sentences of a text, of at most 300 characters.

    A greeting, like "Dear friends,", is left out. A paragraph is added until there are 120 characters. If no sentence
    ends there, the text ends at a word, with an ellipsis. It also ends where a list or another block follows a colon.

    Args:
        paragraphs: The paragraphs as plain text, in their order.
    """
    words = ""
    for paragraph in paragraphs:
        if paragraph and not paragraph.endswith(","):
            words = f"{words} {paragraph}".strip()
        if len(words) >= _SHORTEST or words.endswith(":"):
            break
    words = with_ellipsis(words) if words.endswith(":") else words
    return words if len(words) <= MAX_FIRST_WORDS else _shortened(words[: MAX_FIRST_WORDS + 1])


def _shortened(words: str) -> str:
    ends = [found.end() for found in _SENTENCE_END.finditer(words[:-1])]
    if ends and ends[-1] >= _SHORTEST:
        return words[: ends[-1]]
    return cut_at_word(words, MAX_FIRST_WORDS)
