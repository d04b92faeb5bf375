"""Reduces the look of runs to the emphasis that their styles add up to."""

from newsroom.importing.word.styles import Styles
from newsroom.importing.word.xml import Element, every, has, new, q


def reduce_to_emphasis(root: Element, styles: Styles) -> None:
    """Give each run of a part no properties but bold, italics, struck out, and raised or lowered."""
    found = [(run, _emphasis(run, styles)) for run in every(root, "w:r")]
    for run, emphasis in found:
        for properties in run.findall(q("w:rPr")):
            run.remove(properties)
        run.insert(0, emphasis)


def _emphasis(run: Element, styles: Styles) -> Element:
    properties = new("w:rPr")
    for name in ("w:b", "w:i"):
        if styles.is_emphasised(run, name):
            properties.append(new(name))
    if styles.switch(run, "w:strike") or styles.switch(run, "w:dstrike"):
        properties.append(new("w:strike"))
    position = styles.run_property(run, "w:vertAlign")
    if position is not None and not has(run, "w:footnoteReference", "w:endnoteReference"):
        properties.append(new("w:vertAlign", val=position.get(q("w:val"), "baseline")))
    return properties
