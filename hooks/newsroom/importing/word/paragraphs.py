"""What each paragraph is: a heading, an item of a list, a caption, or text; as Word's styles say it."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from newsroom.importing.word.boxes import DIAGRAM_ITEM
from newsroom.importing.word.links import ANCHORS
from newsroom.importing.word.numbering import Numbered, Numbering, left_of
from newsroom.importing.word.styles import Styles
from newsroom.importing.word.xml import Element, child, every, has, number, q, remove, value, visible_text

_HEADING = re.compile(r"heading ([1-9])$")
_LIST_STYLE = re.compile(r"list (?:bullet|number) ([2-5])$")
"""Word's styles for deeper lists: "List Bullet 2" is at the second level, though its own list has only one."""
_CAPTIONS = frozenset({"caption"})
_QUOTES = frozenset({"quote", "intense quote", "block text", "quotations", "blockquote"})
_LIST_TITLES = frozenset({"toc heading"})
_LONGEST_OUTLINE_HEADING = 200
_DEFAULT_SIZE = 20
_ENDS = frozenset({"drop", "margin"})


class Role(Enum):
    """What a paragraph is."""

    TEXT = auto()
    TITLE = auto()
    SUBTITLE = auto()
    HEADING = auto()
    CAPTION = auto()
    QUOTE = auto()
    ITEM = auto()
    RULE = auto()
    NOTHING = auto()


@dataclass
class WordParagraph:
    """A paragraph of the document.

    Attributes:
        role: What it is.
        text: Its words.
        level: Of a heading, from 1; of an item of a list, from 0.
        number: Of an item of a numbered list.
        indent: How far it is to the right, in twentieths of a point.
        size: The size of its largest letters, in half points.
        is_bold: Whether all of its words are bold.
        is_in_body: Whether it is in the body itself, not in a cell or a footnote.
        anchors: The bookmarks in it.
        strip: How many characters at its start are a bullet or number that somebody typed.
        numbered: Its automatic number in Word.
    """

    role: Role
    text: str
    level: int = 0
    number: int | None = None
    indent: int = 0
    size: int = _DEFAULT_SIZE
    is_bold: bool = False
    is_in_body: bool = True
    anchors: tuple[str, ...] = ()
    strip: int = 0
    numbered: Numbered | None = None


def read_paragraph(paragraph: Element, styles: Styles, numbering: Numbering) -> WordParagraph:
    """What a paragraph is. Ask in the document's order, since numbers are counted."""
    names = styles.names(styles.style_of(paragraph))
    text = visible_text(paragraph)
    result = WordParagraph(
        Role.TEXT,
        text,
        indent=_indent(paragraph, styles, numbering),
        numbered=numbering.next(paragraph),
        anchors=tuple(paragraph.get(ANCHORS, "").split()),
        is_in_body=next(paragraph.iterancestors(q("w:tc"), q("w:footnote"), q("w:endnote")), None) is None,
    )
    runs = [run for run in every(paragraph, "w:r") if visible_text(run).strip()]
    sizes = [number(size.get(q("w:val"))) for run in runs if (size := styles.run_property(run, "w:sz")) is not None]
    result.size = max((size for size in sizes if size), default=_DEFAULT_SIZE)
    result.is_bold = bool(runs) and all(styles.switch(run, "w:b") for run in runs)
    _set_role(result, paragraph, names, styles)
    return result


def _set_role(result: WordParagraph, paragraph: Element, names: tuple[str, ...], styles: Styles) -> None:
    numbered = result.numbered
    heading = next((int(match[1]) for name in names if (match := _HEADING.match(name))), None)
    outline = styles.paragraph_property(paragraph, "w:outlineLvl")
    level = number(outline.get(q("w:val"))) if outline is not None else None
    if not result.text.strip() and not has(paragraph, "w:bookmarkStart", "w:footnoteReference", "w:endnoteReference"):
        result.role = Role.RULE if _has_line(paragraph) else Role.NOTHING
    elif "title" in names:
        result.role = Role.TITLE
    elif "subtitle" in names:
        result.role = Role.SUBTITLE
    elif _LIST_TITLES.intersection(names[:1]):
        result.role = Role.NOTHING
    elif heading or (level is not None and level < 9 and len(result.text) <= _LONGEST_OUTLINE_HEADING):
        result.role, result.level = Role.HEADING, heading or (level or 0) + 1
    elif _CAPTIONS.intersection(names):
        result.role = Role.CAPTION
    elif paragraph.get(DIAGRAM_ITEM):
        result.role = Role.ITEM
    elif numbered is not None and not numbered.label:
        deeper = next((int(match[1]) - 1 for name in names if (match := _LIST_STYLE.match(name))), 0)
        result.role, result.level, result.number = Role.ITEM, numbered.level or deeper, numbered.number
    elif _QUOTES.intersection(names):
        result.role = Role.QUOTE


def _indent(paragraph: Element, styles: Styles, numbering: Numbering) -> int:
    own = child(paragraph, "w:pPr", "w:ind")
    if own is not None and (own.get(q("w:left")) or own.get(q("w:start"))):
        return left_of(own)
    return numbering.indent(paragraph) or left_of(styles.paragraph_property(paragraph, "w:ind"))


def _has_line(paragraph: Element) -> bool:
    """Whether an empty paragraph is a horizontal line: "---" and Enter give it a border in Word."""
    borders = child(paragraph, "w:pPr", "w:pBdr")
    sides = (value(borders, f"w:{side}") for side in ("top", "bottom"))
    return any(side not in {None, "nil", "none"} for side in sides)


def join_to_next(paragraph: Element) -> None:
    """Put a paragraph's text before that of the next, as Word shows it when the mark between them is deleted."""
    following = paragraph.getnext()
    if following is None or following.tag != q("w:p"):
        return
    at = 0 if child(following, "w:pPr") is None else 1
    following[at:at] = [part for part in paragraph if part.tag != q("w:pPr")]
    remove(paragraph)


def join_drop_caps(root: Element) -> None:
    """Join large first letters, which are paragraphs in Word, to the rest of their words."""
    for paragraph in every(root, "w:p"):
        frame = child(paragraph, "w:pPr", "w:framePr")
        if frame is not None and frame.get(q("w:dropCap")) in _ENDS:
            join_to_next(paragraph)
