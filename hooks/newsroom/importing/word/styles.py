"""What Word's styles say: how a run or paragraph looks when its styles and its own properties are taken together."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from newsroom.importing.word.xml import Element, child, every, has, is_on, q, value

_MAX_CHAIN = 20
"""Styles can be based on others. Word allows ten levels; a circle is cut here."""


@dataclass(frozen=True)
class Styles:
    """The styles of a document, by id.

    Word's own styles have English names in every language ("heading 1"), and ids in the language of the program.
    """

    by_id: dict[str, Element] = field(default_factory=dict)
    default_run: Element | None = None
    default_paragraph_style: str | None = None

    def names(self, style_id: str | None) -> tuple[str, ...]:
        """The names of a style and of those that it is based on, in lower case."""
        return tuple((value(style, "w:name") or "").lower() for style in self._chain(style_id))

    def paragraph_property(self, paragraph: Element, *names: str) -> Element | None:
        """A property of a paragraph, like ``w:outlineLvl``: its own, else that of its style."""
        own = child(paragraph, "w:pPr", *names)
        if own is not None:
            return own
        found = (child(style, "w:pPr", *names) for style in self._chain(self.style_of(paragraph)))
        return next((element for element in found if element is not None), None)

    def style_of(self, paragraph: Element) -> str | None:
        """The id of a paragraph's style."""
        return value(paragraph, "w:pPr", "w:pStyle") or self.default_paragraph_style

    def run_property(self, run: Element, name: str) -> Element | None:
        """A property of a run, like ``w:color``: the one that is nearest to it."""
        sources = [child(run, "w:rPr"), *self._run_styles(run), *self._paragraph_styles(run), self.default_run]
        return next((found for found in (child(source, name) for source in sources) if found is not None), None)

    def switch(self, run: Element, name: str) -> bool:
        """Whether a property like ``w:vanish`` is on. Two styles that switch it on cancel each other (17.7.3)."""
        own = child(run, "w:rPr", name)
        if own is not None:
            return is_on(own)
        default = child(self.default_run, name)
        if default is not None and is_on(default):
            return True
        return _is_on_in(self._run_styles(run), name) != _is_on_in(self._paragraph_styles(run), name)

    def is_emphasised(self, run: Element, name: str) -> bool:
        """Whether ``w:b`` or ``w:i`` is on, and that is not only how all text of the paragraph's style looks."""
        return self.switch(run, name) and not (
            _is_on_in(self._paragraph_styles(run), name) and child(run, "w:rPr", name) is None
        )

    def shades_tables(self, table: Element) -> bool:
        """Whether a table's style gives some of its cells a colour."""
        return any(has(style, "w:shd") for style in self._chain(value(table, "w:tblPr", "w:tblStyle")))

    def _run_styles(self, run: Element) -> list[Element]:
        chain = self._chain(value(run, "w:rPr", "w:rStyle"))
        return [found for style in chain if (found := child(style, "w:rPr")) is not None]

    def _paragraph_styles(self, run: Element) -> list[Element]:
        paragraph = next(run.iterancestors(q("w:p")), None)
        chain = self._chain(None if paragraph is None else self.style_of(paragraph))
        return [found for style in chain if (found := child(style, "w:rPr")) is not None]

    def _chain(self, style_id: str | None) -> Iterator[Element]:
        for _ in range(_MAX_CHAIN):
            style = self.by_id.get(style_id or "")
            if style is None:
                return
            yield style
            style_id = value(style, "w:basedOn")


def _is_on_in(properties: list[Element], name: str) -> bool:
    found = next((element for element in (child(source, name) for source in properties) if element is not None), None)
    return found is not None and is_on(found)


def read_styles(root: Element | None) -> Styles:
    """The styles in ``styles.xml``; none without it."""
    if root is None:
        return Styles()
    by_id = {style.get(q("w:styleId"), ""): style for style in every(root, "w:style")}
    defaults = (
        key
        for key, style in by_id.items()
        if style.get(q("w:type")) == "paragraph" and style.get(q("w:default")) in {"1", "true", "on"}
    )
    default_run = child(root, "w:docDefaults", "w:rPrDefault", "w:rPr")
    return Styles(by_id, default_run, next(defaults, None))
