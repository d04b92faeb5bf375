"""The automatic numbers and bullets of Word's lists, counted as Word counts them."""

import re
from dataclasses import dataclass, field

from newsroom.importing.word.styles import Styles
from newsroom.importing.word.xml import Element, child, every, number, q, value

_WORDS = re.compile(r"[^\W\d_]{2,}")
"""Words in a number's pattern, like "Step %1:", but not "%1)"."""


@dataclass(frozen=True)
class Numbered:
    """The place of a paragraph in a list.

    Attributes:
        level: 0 for the outermost list.
        number: Its number; None for a bullet.
        label: The number with the words around it ("Step 2:"); "" if there are no words.
        is_decimal: Whether Word shows the number in digits, not as a letter.
    """

    level: int
    number: int | None
    label: str = ""
    is_decimal: bool = True


@dataclass
class Numbering:
    """Counts the lists of a document while its paragraphs are asked for in order."""

    styles: Styles
    abstract: dict[str, Element] = field(default_factory=dict)
    nums: dict[str, Element] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _seen: set[tuple[str, int]] = field(default_factory=set)

    def next(self, paragraph: Element) -> Numbered | None:
        """The place in a list of the next paragraph; None if it is in no list."""
        found = self._find(paragraph)
        kind = value(found[3], "w:numFmt") or "decimal" if found else "none"
        if found is None or kind == "none":
            return None
        num_id, abstract_id, level, definition = found
        if kind == "bullet":
            return Numbered(level, None)
        pattern = value(definition, "w:lvlText") or ""
        counts = self._count(num_id, abstract_id, definition, level)
        label = re.sub(r"%(\d)", lambda match: str(counts.get(int(match[1]) - 1, 1)), pattern)
        label = label if _WORDS.search(pattern) else ""
        return Numbered(level, counts[level], label, is_decimal=kind in {"decimal", "decimalZero"})

    def indent(self, paragraph: Element) -> int:
        """How far Word moves a numbered paragraph to the right, by its list alone, in twentieths of a point."""
        found = self._find(paragraph)
        return left_of(child(found[3], "w:pPr", "w:ind")) if found else 0

    def _find(self, paragraph: Element) -> tuple[str, str, int, Element] | None:
        """The id of a paragraph's list and that of its definition, its level, and the definition of that level."""
        num_id = value(paragraph, "w:pPr", "w:numPr", "w:numId") or self._from_style(paragraph, "w:numId")
        abstract_id, abstract = self._abstract_of(num_id)
        if num_id is None or abstract is None:
            return None
        level = self._level(paragraph, abstract)
        definition = self._definition(num_id, abstract, level)
        return None if definition is None else (num_id, abstract_id, level, definition)

    def _from_style(self, paragraph: Element, name: str) -> str | None:
        found = self.styles.paragraph_property(paragraph, "w:numPr", name)
        return None if found is None else found.get(q("w:val"))

    def _abstract_of(self, num_id: str | None) -> tuple[str, Element | None]:
        for _ in range(3):
            abstract_id = value(self.nums.get(num_id or ""), "w:abstractNumId") or ""
            abstract = self.abstract.get(abstract_id)
            linked = value(abstract, "w:numStyleLink")
            if linked is None:
                return abstract_id, abstract
            num_id = next(
                (value(style, "w:pPr", "w:numPr", "w:numId") for style in self.styles.chains.get(linked, ())), None
            )
        return "", None

    def _level(self, paragraph: Element, abstract: Element) -> int:
        own = value(paragraph, "w:pPr", "w:numPr", "w:ilvl")
        if own is None:
            style = self.styles.style_of(paragraph)
            levels = (
                level.get(q("w:ilvl"))
                for level in every(abstract, "w:lvl")
                if style and value(level, "w:pStyle") == style
            )
            own = next(levels, None) or self._from_style(paragraph, "w:ilvl")
        return max(0, min(number(own) or 0, 8))

    def _definition(self, num_id: str, abstract: Element, level: int) -> Element | None:
        override = self._override(num_id, level)
        own = child(override, "w:lvl")
        if own is not None:
            return own
        return next((found for found in every(abstract, "w:lvl") if number(found.get(q("w:ilvl"))) == level), None)

    def _override(self, num_id: str, level: int) -> Element | None:
        num = self.nums.get(num_id)
        overrides = [] if num is None else num.findall(q("w:lvlOverride"))
        return next((found for found in overrides if number(found.get(q("w:ilvl"))) == level), None)

    def _count(self, num_id: str, abstract_id: str, definition: Element, level: int) -> dict[int, int]:
        """The numbers of a paragraph at each level, "2.1" as {0: 2, 1: 1}."""
        counts = self._counts.setdefault(abstract_id, {})
        start = number(value(self._override(num_id, level), "w:startOverride"))
        if start is not None and (num_id, level) not in self._seen:
            counts.pop(level, None)
        self._seen.add((num_id, level))
        first = start if start is not None else number(value(definition, "w:start"))
        counts[level] = counts[level] + 1 if level in counts else (1 if first is None else first)
        for deeper in [key for key in counts if key > level]:
            del counts[deeper]
        return counts


def left_of(indent: Element | None) -> int:
    """The left indentation in a ``w:ind``, in twentieths of a point."""
    if indent is None:
        return 0
    return number(indent.get(q("w:left")) or indent.get(q("w:start"))) or 0


def read_numbering(root: Element | None, styles: Styles) -> Numbering:
    """The lists that ``numbering.xml`` defines; none without it."""
    if root is None:
        return Numbering(styles)
    abstract = {id_: found for found in root.findall(q("w:abstractNum")) if (id_ := found.get(q("w:abstractNumId")))}
    nums = {id_: found for found in root.findall(q("w:num")) if (id_ := found.get(q("w:numId")))}
    return Numbering(styles, abstract, nums)
