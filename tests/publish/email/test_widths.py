"""The widths of boxes and the sizes of fonts are those of the style sheet."""

import re
from collections.abc import Iterator

import pytest

from newsroom.publish.email.templates import EmailTemplates
from newsroom.publish.email.widths import _BOX_INDENTS, BOXES
from tests.support.theme import THEME

_RULES = [
    (selector.strip(), dict(re.findall(r"([\w-]+): ([^;]+);", declarations)))
    for selectors, declarations in re.findall(r"([^{}]+)\{([^}]*)\}", EmailTemplates(THEME / "email").style)
    for selector in selectors.split(",")
    if "rtl" not in selector
]


def rules(*names: str) -> Iterator[dict[str, str]]:
    """The rules for elements of a name, wherever they are."""
    return (declarations for selector, declarations in _RULES if selector.split()[-1] in names)


def sides(declarations: dict[str, str]) -> int:
    """What stays free at the left and right of the content of a box, in CSS pixels."""
    found = 0
    for name in ("padding", "margin"):
        values = [int(value.removesuffix("px")) for value in declarations.get(name, "0").split()]
        found += values[1 % len(values)] + values[-1 if len(values) > 3 else 1 % len(values)]
        found += int(declarations.get(f"{name}-left", "0px").removesuffix("px"))
    borders = (declarations.get(name, "0px") for name in ("border", "border", "border-left"))
    return found + sum(int(value.split()[0].removesuffix("px")) for value in borders)


@pytest.mark.parametrize("tag", BOXES.sizes)
def test_font_is_as_large_as_the_largest_of_the_element(tag: str) -> None:
    assert (
        max(int(found["font-size"].removesuffix("px")) for found in rules(tag) if "font-size" in found)
        == (BOXES.sizes[tag])
    )


@pytest.mark.parametrize("tag", BOXES.indents)
def test_indent_is_that_of_the_element(tag: str) -> None:
    assert max(map(sides, rules(tag))) == BOXES.indents[tag]


def test_boxes_cells_and_text_are_as_in_the_style_sheet() -> None:
    shown = {name: max(map(sides, rules(f".{name}", f"td.{name}"))) for name in ("note", "card-text")}
    assert shown == {"note": _BOX_INDENTS["note"], "card-text": _BOX_INDENTS["card-text"] - 2}, (
        "2 for the card's border"
    )
    assert max(map(sides, rules("td"))) - 1 == BOXES.cell, "cells share their borders"
    assert [found["font-size"] for found in rules(".cell") if "font-size" in found] == [f"{BOXES.text}px"]
