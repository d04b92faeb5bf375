"""Brings text boxes, pictures and diagrams into the line of the text, at the place where Word anchors them."""

from collections.abc import Callable, Iterator

from newsroom.importing.word.package import Part
from newsroom.importing.word.picture_uses import uses_in_drawing, uses_in_vml
from newsroom.importing.word.pictures import PictureUse
from newsroom.importing.word.xml import Element, every, has, new, q, remove, replace, text_run, visible_text

_CONTAINERS = ("w:drawing", "w:pict", "w:object")
_LIMITS = tuple(q(name) for name in (*_CONTAINERS, "w:txbxContent"))
DIAGRAM_ITEM = q("w:diagramItem")
"""The attribute of a paragraph that is an item of a list, though Word has no numbering for it."""


def inline_boxes(part: Part, mark_picture: Callable[[PictureUse], Element | None]) -> None:
    """Put the paragraphs of text boxes after the paragraph with their anchor, and marks in the place of pictures.

    Args:
        part: The part, which is changed.
        mark_picture: Stores a picture; the element that it returns is put in the picture's place.
    """
    ends: dict[Element, Element] = {}
    for container in every(part.root, *_CONTAINERS):
        paragraph = next(container.iterancestors(q("w:p")), None)
        if paragraph is None:
            remove(container)
            continue
        blocks = list(_blocks(part, container))
        marks = [mark for use in _uses(part, container) if (mark := mark_picture(use)) is not None]
        replace(container, marks)
        end = ends.get(paragraph, paragraph)
        for block in blocks:
            end.addnext(block)
            end = block
        ends[paragraph] = end


def _own(container: Element, *names: str) -> Iterator[Element]:
    """The descendants with these names that are in no text box inside the container."""
    for element in every(container, *names):
        if next(element.iterancestors(*_LIMITS), None) is container:
            yield element


def _blocks(part: Part, container: Element) -> Iterator[Element]:
    for box in _own(container, "w:txbxContent"):
        words = visible_text(box).strip()
        if words:
            part.log.guessed("A text box became part of the text: check its place.", words)
        yield from list(box)
    for diagram in _own(container, "dgm:relIds"):
        yield from _diagram(part, diagram.get(q("r:dm"), ""))
    yield from _drawn(container)


def _drawn(container: Element) -> Iterator[Element]:
    """Lines, WordArt, and the words of drawings that are no text boxes."""
    for line in _own(container, "v:rect"):
        if line.get(q("o:hr")) in {"t", "true"}:
            yield new("w:p", new("w:pPr", new("w:pBdr", new("w:bottom", val="single"))))
    texts = [word_art.get("string", "") for word_art in _own(container, "v:textpath")]
    if not has(container, "w:txbxContent"):
        texts += ["".join(text.text or "" for text in every(line, "a:t")) for line in _own(container, "a:p")]
    yield from (new("w:p", text_run(text)) for text in texts if text.strip())


def _diagram(part: Part, relationship_id: str) -> Iterator[Element]:
    """The texts of a SmartArt diagram, as a list."""
    relationship = part.relationships.get(relationship_id)
    if relationship is None or not part.package.has(relationship.target):
        part.log.dropped("A diagram is left out: save it as a picture and add it by hand.")
        return
    for point in every(part.package.xml(relationship.target), "dgm:pt"):
        text = " ".join("".join(t.text or "" for t in every(line, "a:t")) for line in every(point, "a:p")).strip()
        if text:
            item = new("w:p", text_run(text))
            item.set(DIAGRAM_ITEM, "1")
            yield item
    part.log.guessed("A diagram (SmartArt) became a list of its texts: check their order.")


def _uses(part: Part, container: Element) -> Iterator[PictureUse]:
    own = list(_own(container, "a:blip", "v:imagedata", "v:fill", "c:chart", "o:OLEObject", "w:control"))
    yield from uses_in_drawing(container, [e for e in own if e.tag == q("a:blip")], part)
    yield from uses_in_vml([e for e in own if e.tag in {q("v:imagedata"), q("v:fill")}], part)
    for element in own:
        if element.tag == q("c:chart"):
            part.log.dropped("A chart is left out: save it as a picture and add it by hand.")
        elif element.tag == q("o:OLEObject"):
            program = element.get("ProgID", "").split(".")[0] or "another program"
            part.log.dropped(
                f"An embedded object ({program}) is left out. If its text or table is wanted, copy it into the text."
            )
        elif element.tag == q("w:control"):
            part.log.dropped("A form control is left out: type in what it shows.")
