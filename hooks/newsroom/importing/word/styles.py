"""What Word's styles say: how a run or paragraph looks when its styles and its own properties are taken together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsroom.importing.word.xml import Element, child, every, has, is_on, q, value

_MAX_CHAIN = 20
"""Styles can be based on others. Word allows ten levels; a circle is cut here."""


@dataclass(frozen=True)
class Styles:
    """The styles of a document.

    Attributes:
        chains: Each style with those that it is based on, by its id.
        run_properties: The ``w:rPr`` of these styles, by the id of the first.
        default_run: The ``w:rPr`` that all text has.
        default_paragraph_style: The id of the style of paragraphs that name none.
    """

    chains: dict[str | None, Sequence[Element]] = field(default_factory=dict)
    run_properties: dict[str | None, Sequence[Element]] = field(default_factory=dict)
    default_run: Element | None = None
    default_paragraph_style: str | None = None

    def names(self, style_id: str | None) -> tuple[str, ...]:
        """The names of a style and of those that it is based on, in lower case.

        Word's own styles have English names in every language ("heading 1"), but ids in the language of the program.
        """
        return tuple((value(style, "w:name") or "").lower() for style in self.chains.get(style_id, ()))

    def paragraph_property(self, paragraph: Element, *names: str) -> Element | None:
        """A property of a paragraph, like ``w:outlineLvl``: its own, else that of its style."""
        sources = (paragraph, *self.chains.get(self.style_of(paragraph), ()))
        found = (child(source, "w:pPr", *names) for source in sources)
        return next((element for element in found if element is not None), None)

    def style_of(self, paragraph: Element) -> str | None:
        """The id of a paragraph's style."""
        return value(paragraph, "w:pPr", "w:pStyle") or self.default_paragraph_style

    def run_property(self, run: Element, name: str) -> Element | None:
        """A property of a run, like ``w:color``: the one that is nearest to it."""
        sources = (child(run, "w:rPr"), *self._of_run(run), *self._of_paragraph(run), self.default_run)
        return _first(sources, name)

    def switch(self, run: Element, name: str) -> bool:
        """Whether a property like ``w:vanish`` is on. Two styles that switch it on cancel each other (17.7.3)."""
        own, default = child(run, "w:rPr", name), child(self.default_run, name)
        if own is not None:
            return is_on(own)
        if default is not None and is_on(default):
            return True
        is_hidden_by_table = name == "w:vanish" and _is_on(self._of_table(run), name)
        return (_is_on(self._of_run(run), name) != _is_on(self._of_paragraph(run), name)) != is_hidden_by_table

    def is_emphasised(self, run: Element, name: str) -> bool:
        """Whether ``w:b`` or ``w:i`` is on, and that is not only how all text of the paragraph's style looks."""
        is_own = child(run, "w:rPr", name) is not None
        return self.switch(run, name) and (is_own or not _is_on(self._of_paragraph(run), name))

    def shades_tables(self, table: Element) -> bool:
        """Whether a table's style gives some of its cells a colour."""
        chain = self.chains.get(value(table, "w:tblPr", "w:tblStyle"), ())
        return any(has(style, "w:shd") for style in chain)

    def _of_run(self, run: Element) -> Sequence[Element]:
        return self.run_properties.get(value(run, "w:rPr", "w:rStyle"), ())

    def _of_paragraph(self, run: Element) -> Sequence[Element]:
        paragraph = next(run.iterancestors(q("w:p")), None)
        return () if paragraph is None else self.run_properties.get(self.style_of(paragraph), ())

    def _of_table(self, run: Element) -> Sequence[Element]:
        table = next(run.iterancestors(q("w:tbl")), None)
        return self.run_properties.get(value(table, "w:tblPr", "w:tblStyle"), ())


def _first(sources: Sequence[Element | None], name: str) -> Element | None:
    found = (child(source, name) for source in sources)
    return next((element for element in found if element is not None), None)


def _is_on(sources: Sequence[Element], name: str) -> bool:
    found = _first(sources, name)
    return found is not None and is_on(found)


def read_styles(root: Element | None) -> Styles:
    """The styles in ``styles.xml``; none without it."""
    if root is None:
        return Styles()
    by_id = {id_: style for style in every(root, "w:style") if (id_ := style.get(q("w:styleId")))}
    chains: dict[str | None, Sequence[Element]] = {id_: tuple(_chain(id_, by_id)) for id_ in by_id}
    runs: dict[str | None, Sequence[Element]] = {
        id_: [run for style in chain if (run := child(style, "w:rPr")) is not None] for id_, chain in chains.items()
    }
    defaults = (
        id_
        for id_, style in by_id.items()
        if style.get(q("w:type")) == "paragraph" and style.get(q("w:default")) in {"1", "true", "on"}
    )
    return Styles(chains, runs, child(root, "w:docDefaults", "w:rPrDefault", "w:rPr"), next(defaults, None))


def _chain(style_id: str | None, by_id: Mapping[str, Element]) -> Iterator[Element]:
    for _ in range(_MAX_CHAIN):
        style = by_id.get(style_id) if style_id else None
        if style is None:
            return
        yield style
        style_id = value(style, "w:basedOn")
