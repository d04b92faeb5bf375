"""What is in a rendered text: headings, links, pictures, ids and raw HTML, each with its line."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from newsroom.content.document import Heading, Leftover, LeftoverKind, Outline, RawTag, Reference
from newsroom.markup.dialect.extension import GitHubExtension
from newsroom.markup.dialect.headings import HEADING
from newsroom.markup.dialect.tree import LINE, OWN_LINK, words_of
from newsroom.markup.leftovers import find_leftovers
from newsroom.markup.rendered import mark_target
from newsroom.tags import Tag, find_tags

_ADDRESSES: Mapping[str, str] = MappingProxyType({"a": "href", "img": "src"})


class Collector(Treeprocessor):
    """Notes what is in a tree, and marks its links and pictures.

    ``targets`` are what links and pictures lead to, in the order of their marks.
    """

    def __init__(
        self, markdown: Markdown, dialect: GitHubExtension, text: str, first_line: int, exact: Callable[[str], str]
    ) -> None:
        super().__init__(markdown)
        self._dialect = dialect
        self._lines = text.split("\n")
        self._offset = first_line - 1
        self._exact = exact
        self._headings: list[Heading] = []
        self._references: list[Reference] = []
        self._ids: set[str] = set()
        self._leftovers: tuple[Leftover, ...] = ()
        self.targets: list[str] = []

    def run(self, root: Element) -> None:
        """Look at every element, and change the tree in place."""
        self._leftovers = tuple(find_leftovers(root, self._offset + 1))
        places: list[tuple[Element, bool]] = [(root, False)]
        line = 1
        while places:
            element, is_quoted = places.pop()
            line = int(element.get(LINE, line))
            if id_ := element.get("id"):
                self._ids.add(id_)
            if HEADING.fullmatch(element.tag):
                heading = Heading(int(element.tag[1]), _plain_words(element), id_ or "", line + self._offset, is_quoted)
                self._headings.append(heading)
            elif element.tag in _ADDRESSES:
                self._add_reference(element, line)
            inside = is_quoted or element.tag == "blockquote"
            places.extend((child, inside) for child in reversed(element))

    def outline(self, *, is_empty: bool) -> Outline:
        """The outline, when the tree has been looked at."""
        tags = list(self._tags())
        references = [*self._references, *(reference for _, line, tag in tags for reference in _in_tag(tag, line))]
        ids = self._ids | {id_ for _, _, tag in tags if (id_ := tag.get("id", "name"))}
        whole = [(RawTag(source, line), tag.is_end) for source, line, tag in tags if not tag.is_broken]
        lines = (line + self._offset for line in self._dialect.open_comments)
        comments = tuple(Leftover(LeftoverKind.COMMENT, "<!--", line) for line in lines)
        return Outline(
            headings=tuple(self._headings),
            references=tuple(sorted(references, key=lambda reference: reference.line)),
            ids=frozenset(ids),
            is_empty=is_empty,
            is_too_deep=self._dialect.is_too_deep,
            leftovers=(*self._leftovers, *comments),
            unused_notes=tuple((label, line + self._offset) for label, line in self._dialect.unused_notes),
            tags=tuple(raw for raw, is_end in whole if not is_end),
            end_tags=tuple(raw for raw, is_end in whole if is_end),
        )

    def _add_reference(self, element: Element, line: int) -> None:
        name = _ADDRESSES[element.tag]
        target = element.get(name)
        if element.get(OWN_LINK) is not None or target is None:
            return
        line = self._line_of(target, line) + self._offset
        target, is_image = self._exact(target), element.tag == "img"
        text = element.get("alt", "") if is_image else _plain_words(element)
        self._references.append(Reference(target, text, line, is_image))
        element.set(name, mark_target(len(self.targets)))
        self.targets.append(target)

    def _line_of(self, target: str, line: int) -> int:
        """The line on which a target is written: that of its definition where the link only names it."""
        defined = self._dialect.definitions.get(target)
        is_named = defined is not None and target not in self._lines[line - 1]
        return defined if defined is not None and is_named else line

    def _tags(self) -> Iterator[tuple[str, int, Tag]]:
        """The tags of the raw HTML, each as written, with its line."""
        for raw in self._dialect.raw_html:
            for tag in find_tags(raw.source):
                line = raw.line + self._offset + raw.source.count("\n", 0, tag.start)
                yield raw.source[tag.start : tag.end + len(tag.text or "")], line, tag


def _plain_words(element: Element) -> str:
    return " ".join(words_of(element).split())


def _in_tag(tag: Tag, line: int) -> Iterator[Reference]:
    if tag.is_end:
        return
    if target := tag.get("href", "src"):
        yield Reference(target, tag.get("alt") or "", line, is_image=tag.name == "img", is_html=True, tag=tag.name)
    if tag.name == "video" and (poster := tag.get("poster")):
        yield Reference(poster, "", line, is_image=False, is_html=True, tag=tag.name)
