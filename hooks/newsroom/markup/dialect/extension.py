"""The extension that makes Python-Markdown parse a text as GitHub does.

Python-Markdown splits a text at blank lines, needs four spaces before the content of a list item, and has its own rules
for links and emphasis. This extension replaces its parser with markdown-it, which follows GitHub, and keeps its tree,
its other extensions and its HTML serializer.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrTreeprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX
from markdown_it.token import Token

from newsroom.content.outline import Leftover, LeftoverKind, Unshown
from newsroom.markup.dialect.attributes import AttributeLists
from newsroom.markup.dialect.blocks import ABBREVIATION_LINES, ABBREVIATIONS, LEFT_OUT_CELLS
from newsroom.markup.dialect.definitions import find_unshown_definitions
from newsroom.markup.dialect.footnotes import FootnotePlacer
from newsroom.markup.dialect.headings import HeadingIds
from newsroom.markup.dialect.reader import MAX_NESTING, make_reader
from newsroom.markup.dialect.tree import ESCAPED, HIDDEN_BREAK, LINE, OWN_LINK, RAW_BREAK, RawHtml, TreeBuilder
from newsroom.translations import Translations

_NAME = re.compile(rf"(?<!{ESCAPED}):[a-z0-9_+-]+:")
"""Matches ":smile:" and ":+1:", but not "10:30"."""
_BEFORE_ATTRIBUTES = 50
_ATTRIBUTES = 8
_AFTER_ATTRIBUTES = 7
_AFTER_ABBREVIATIONS = 6
_AFTER_IDS = 5
_LAST = -2
_TAG_OR_COMMENT = re.compile(
    r"""(<[a-zA-Z/](?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^"'>])*+(?:>|\Z))|<!--.*?(?:-->|\Z)""", re.DOTALL
)
"""A tag, which may have "<!--" in an attribute, or a comment. Either may be unclosed up to the end of the text."""
_PLACEHOLDER_MARKS = re.compile(f"[{STX}{ETX}]")
"""Characters that Python-Markdown uses for its placeholders. They are removed from texts."""
_DRAWN = frozenset({"geojson", "math", "mermaid", "stl", "topojson"})
"""The languages of code that GitHub shows as a formula, a diagram or a map."""
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)[^<>]*>")


class _Emoji(Treeprocessor):
    """Replaces the names in GitHub's list (https://github.com/github/gemoji), like ``:smile:``, except in code.

    Ids of headings still have the name, as on GitHub.
    """

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        for element in root.iter():
            if element.text and element.tag != "code":
                element.text = _NAME.sub(_emoji, element.text)
            if element.tail:
                element.tail = _NAME.sub(_emoji, element.tail)


class _Finisher(Treeprocessor):
    """Removes line numbers and marks, and escapes each `&`.

    Python-Markdown's serializer treats `&` and a word, as in "&copy;", as an entity
    (``markdown.serializers.RE_AMP``), but this tree has the text that readers see. The text of code is escaped already.
    """

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        for element in root.iter():
            element.attrib.pop(LINE, None)
            element.attrib.pop(OWN_LINK, None)
            for name, value in element.items():
                if "&" in value:
                    element.set(name, value.replace("&", "&amp;"))
            if element.text and element.tag != "code":
                element.text = _escape_text(element.text)
            if element.tail:
                element.tail = _escape_text(element.tail)


class GitHubExtension(Extension):
    """GitHub's dialect with our extras: attribute lists, footnotes, abbreviations, definition lists, admonitions.

    With ``keeps_lines`` the lines of a paragraph are kept. ``t`` has the language of the text. The attributes describe
    the text that was converted last.

    Attributes:
        raw_html: The raw HTML, in order.
        definitions: The addresses of reference links, each with its line.
        abbreviations: The lines of the definitions of abbreviations, by short form.
        unshown: The parts of the text that readers do not see.
        open_comments: The comments that are not closed: whether they hide what is below, and their lines.
        code_leftovers: What is wrong with blocks of code.
        unknown_classes: The classes in attribute lists that the site does not have, each with its line.
        is_too_deep: Whether blocks are nested so deeply that some are left out.
    """

    def __init__(self, t: Translations, *, keeps_lines: bool = False) -> None:
        super().__init__()
        self.t = t
        self.keeps_lines = keeps_lines
        self.raw_html: list[RawHtml] = []
        self.definitions: dict[str, int] = {}
        self.abbreviations: dict[str, int] = {}
        self.is_too_deep = False
        self.unshown: list[Unshown] = []
        self.open_comments: list[tuple[LeftoverKind, int]] = []
        self.code_leftovers: list[Leftover] = []
        self.unknown_classes: list[tuple[str, int]] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Replace the parser and register the extras."""
        abbreviations: dict[str, str] = {}
        self.raw_html.clear()
        self.open_comments.clear()
        self.definitions.clear()
        self.unshown.clear()
        self.unknown_classes.clear()
        md.parser = _Parser(md, self, abbreviations)
        md.preprocessors.deregister("html_block")
        md.preprocessors.deregister("normalize_whitespace")  # it turns tabs in code into blanks
        md.treeprocessors.deregister("inline")
        md.treeprocessors.register(AbbrTreeprocessor(md, abbreviations), "abbr", _AFTER_ATTRIBUTES)
        md.treeprocessors.register(AttributeLists(md, self.unknown_classes), "attr_list", _ATTRIBUTES)
        md.treeprocessors.register(FootnotePlacer(md, self.unshown, self.t), "footnote", _BEFORE_ATTRIBUTES)
        md.treeprocessors.register(HeadingIds(md), "heading_ids", _AFTER_ABBREVIATIONS)
        md.treeprocessors.register(_Emoji(md), "emoji", _AFTER_IDS)
        md.treeprocessors.register(_Finisher(md), "finish", _LAST)


class _Parser(BlockParser):
    """Finds the elements of a text with markdown-it; registered block processors are not used."""

    def __init__(self, md: Markdown, dialect: GitHubExtension, abbreviations: dict[str, str]) -> None:
        super().__init__(md)
        self._dialect = dialect
        self._reader = make_reader(is_verse=dialect.keeps_lines)
        self._abbreviations = abbreviations

    def parseChunk(self, parent: Element, text: str) -> None:  # noqa: N802
        """Add the elements of a text to ``parent``."""
        environment: dict[str, Any] = {}
        tokens = self._reader.parse(_PLACEHOLDER_MARKS.sub("", text), environment)
        self._abbreviations.clear()
        self._abbreviations.update(environment.get(ABBREVIATIONS, {}))
        self._dialect.abbreviations = environment.get(ABBREVIATION_LINES, {})
        for definition in environment.get("references", {}).values():
            self._dialect.definitions.setdefault(definition["href"], definition["map"][0] + 1)
        self._dialect.is_too_deep = any(token.level >= MAX_NESTING - 1 for token in tokens)
        lines = text.split("\n")
        self._dialect.code_leftovers[:] = _find_code_leftovers(tokens, lines)
        self._dialect.unshown += find_unshown_definitions(environment, lines)
        self._dialect.unshown += environment.get(LEFT_OUT_CELLS, ())
        verse = lines if self._dialect.keeps_lines else ()
        TreeBuilder(parent, self._store, self._dialect.t, verse=verse).build(tokens)

    def _store(self, source: str, line: int) -> str:
        """Store raw HTML, and return its placeholder. Comments, which are notes for editors, are removed."""
        for found in _TAG_OR_COMMENT.finditer(source):
            if not found[1] and not found[0].endswith("-->", len("<!--")):
                # Other HTML ends at a blank line, so that the rest of a comment in it is shown.
                is_hidden = not source[: found.start()].strip() and "-->" not in source
                kind = LeftoverKind.COMMENT if is_hidden else LeftoverKind.SHOWN_COMMENT
                self._dialect.open_comments.append((kind, line + source.count("\n", 0, found.start())))
        source = _TAG_OR_COMMENT.sub(lambda found: found[1] or "", source)
        if not source.strip():
            return ""
        self._dialect.raw_html.append(RawHtml(source, line))
        return self.md.htmlStash.store(source)


def _escape_text(text: str) -> str:
    return text.replace(ESCAPED, "").replace(HIDDEN_BREAK, "").replace(RAW_BREAK, "").replace("&", "&amp;")


def _emoji(found: re.Match[str]) -> str:
    """The emoji with a name; the name if there is none."""
    from pymdownx import gemoji_db  # takes long

    known = gemoji_db.emoji.get(gemoji_db.aliases.get(found[0], found[0]))
    codes = (known.get("unicode_alt") or known["unicode"]).split("-") if known else ()
    return "".join(chr(int(code, 16)) for code in codes) or found[0]


def _find_code_leftovers(tokens: Iterable[Token], lines: Sequence[str]) -> Iterator[Leftover]:
    """What is wrong with blocks of code, with lines from 1. ``lines`` are the text's."""
    for token in tokens:
        if token.type == "fence" and token.map:
            first, end = token.map
            language = token.info.partition(" ")[0]
            if language in _DRAWN:
                yield Leftover(LeftoverKind.DRAWN, language, first + 1)
            last = lines[end - 1].strip("> \t") if first < end - 1 < len(lines) else ""
            if not last.startswith(token.markup) or last.strip(token.markup[0]):
                yield Leftover(LeftoverKind.FENCE, token.markup, first + 1)
        elif token.type == "code_block" and token.map and (tag := _closing_tag(token.content)):
            line = token.map[0] + 1 + token.content.count("\n", 0, tag.start())
            yield Leftover(LeftoverKind.CODED_HTML, tag[0], line)


def _closing_tag(code: str) -> re.Match[str] | None:
    """The first tag in code that closes an element which the code does not open.

    A blank line ends a block of HTML, and indented lines below it become code.
    """
    opened: set[str] = set()
    for tag in _TAG.finditer(code):
        if tag[1] and tag[2] not in opened:
            return tag
        opened.add(tag[2])
    return None
