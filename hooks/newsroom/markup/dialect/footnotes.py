"""Footnotes: numbered by their first reference, as on GitHub, and placed at the end of the text.

The HTML is that of Python-Markdown's own extension, which styles, feeds and email know.
"""

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from newsroom.content.outline import Unshown, UnshownKind
from newsroom.markup.dialect.tree import FOOTNOTE, LINE, OWN_LINK, add_text
from newsroom.translations import Translations

_BACK = "\u21a9"
_NO_BREAK_SPACE = "\u00a0"


class FootnotePlacer(Treeprocessor):
    """Places what :class:`~newsroom.markup.dialect.tree.TreeBuilder` marked as footnotes.

    ``unshown`` gets each footnote that has no reference, or the label of another. ``t`` has the text's language.
    """

    def __init__(self, md: Markdown, unshown: list[Unshown], t: Translations) -> None:
        super().__init__(md)
        self._unshown = unshown
        self._t = t

    def run(self, root: Element) -> None:
        """Remove all notes from the tree, number the references, and add the referenced notes at the end."""
        notes: dict[str, Element] = {}
        for parent in list(root.iter()):
            for note in [child for child in parent if child.tag == FOOTNOTE and "label" in child.attrib]:
                label = note.get("label", "")
                first = notes.setdefault(label, note)
                if first is not note:
                    self._unshown.append(Unshown(UnshownKind.REPEATED_NOTE, label, _line(note), _line(first)))
                _remove(parent, note)
        references = self._number_references(root, notes)
        unused = (label for label in notes if label not in references)
        self._unshown += [Unshown(UnshownKind.NOTE, label, _line(notes[label])) for label in unused]
        if references:
            root.append(_notes_section(notes, references, self._t))

    def _number_references(self, root: Element, notes: dict[str, Element]) -> dict[str, int]:
        """Turn references into numbered links. Returns the number of references to each note, by first reference."""
        uses: dict[str, int] = {}
        numbers: dict[str, int] = {}
        searched = [root]
        for tree in searched:
            for element in [found for found in tree.iter(FOOTNOTE) if "ref" in found.attrib]:
                label = element.attrib.pop("ref")
                if label not in uses:
                    searched.append(notes[label])
                uses[label] = uses.get(label, 0) + 1
                number = numbers.setdefault(label, len(numbers) + 1)
                _make_reference(element, label, number, uses[label])
        return uses


def _line(note: Element) -> int:
    return int(note.get(LINE, 1))


def _remove(parent: Element, note: Element) -> None:
    """Remove a note from the text. The raw HTML after it, which is its tail, stays."""
    place = list(parent).index(note)
    del parent[place]
    if not note.tail:
        return
    if place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + note.tail
    else:
        parent.text = (parent.text or "") + note.tail
    note.tail = None


def _make_reference(element: Element, label: str, number: int, use: int) -> None:
    element.tag = "sup"
    element.set("id", _reference_id(label, use))
    link = SubElement(element, "a", {"class": "footnote-ref", "href": f"#fn:{label}", OWN_LINK: ""})
    link.text = str(number)


def _notes_section(notes: dict[str, Element], references: dict[str, int], t: Translations) -> Element:
    section = Element("div", {"class": "footnote"})
    SubElement(section, "hr")
    items = SubElement(section, "ol")
    for number, (label, uses) in enumerate(references.items(), 1):
        item = SubElement(items, "li", {"id": f"fn:{label}"})
        item.text = notes[label].text  # raw HTML before the note's first block
        item.extend(list(notes[label]))
        last = item[-1] if len(item) and item[-1].tag == "p" else SubElement(item, "p")
        for use in range(1, uses + 1):
            add_text(last, _NO_BREAK_SPACE if use == 1 else " ")
            attributes = {
                "class": "footnote-backref",
                "href": f"#{_reference_id(label, use)}",
                "title": t("footnote.back", number=number),
                OWN_LINK: "",
            }
            SubElement(last, "a", attributes).text = _BACK
    return section


def _reference_id(label: str, use: int) -> str:
    return f"fnref{'' if use == 1 else use}:{label}"
