"""The extension that makes Python-Markdown read a text as GitHub does.

Python-Markdown splits a text at blank lines, wants four blanks before what belongs to a list item, and has its own
rules for links and emphasis. Here its parser gives way to markdown-it's, which is GitHub's; its tree, its other
extensions and its way of writing HTML stay.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrTreeprocessor
from markdown.extensions.toc import TocExtension

from newsroom.markup.dialect.abbreviations import KEY
from newsroom.markup.dialect.attributes import AttributesExtension
from newsroom.markup.dialect.footnotes import FootnotesExtension
from newsroom.markup.dialect.reader import make_reader
from newsroom.markup.dialect.tree import RawHtml, TreeBuilder

_AFTER_ATTRIBUTES = 7
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


class GitHubExtension(Extension):
    """GitHub's dialect with our extras: attribute lists, footnotes, abbreviations, definition lists, admonitions.

    ``raw_html`` is the HTML in the text that was converted last, in its order. With ``keeps_lines`` a line break in a
    paragraph stays one.
    """

    def __init__(self, *, keeps_lines: bool = False) -> None:
        super().__init__()
        self.keeps_lines = keeps_lines
        self.raw_html: list[RawHtml] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Replace the parser and register the extras."""
        abbreviations: dict[str, str] = {}
        self.raw_html.clear()
        md.parser = _Parser(md, self, abbreviations)
        md.preprocessors.deregister("html_block")
        md.treeprocessors.deregister("inline")
        md.treeprocessors.register(AbbrTreeprocessor(md, abbreviations), "abbr", _AFTER_ATTRIBUTES)
        AttributesExtension().extendMarkdown(md)
        FootnotesExtension().extendMarkdown(md)
        TocExtension(marker="").extendMarkdown(md)


class _Parser(BlockParser):
    """Finds the elements of a text with markdown-it; registered block processors are never asked."""

    def __init__(self, md: Markdown, dialect: GitHubExtension, abbreviations: dict[str, str]) -> None:
        super().__init__(md)
        self._dialect = dialect
        self._reader = make_reader()
        self._abbreviations = abbreviations

    def parseChunk(self, parent: Element, text: str) -> None:  # noqa: N802
        """Add the elements of a text to ``parent``."""
        environment: dict[str, dict[str, str]] = {}
        tokens = self._reader.parse(text, environment)
        self._abbreviations.clear()
        self._abbreviations.update(environment.get(KEY, {}))
        TreeBuilder(parent, self._store, keeps_lines=self._dialect.keeps_lines).build(tokens)

    def _store(self, source: str, line: int) -> str:
        """Keep raw HTML, and give what has its place in the tree. Comments are notes among editors and go."""
        source = _COMMENT.sub("", source)
        if not source.strip():
            return ""
        self._dialect.raw_html.append(RawHtml(source, line))
        return self.md.htmlStash.store(source)
