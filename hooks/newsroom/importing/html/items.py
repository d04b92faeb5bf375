"""The numbers and boxes of a list's items."""

from xml.etree.ElementTree import Element

from newsroom.importing.html.elements import find_all, tag_of


def box_state(item: Element) -> bool | None:
    """Whether the box at the beginning of a task is ticked; None for an item that is not a task."""
    box = next((part for part in find_all(item, "input") if (part.get("type") or "").lower() == "checkbox"), None)
    return None if box is None else box.get("checked") is not None


def first_number(element: Element) -> int:
    """The number of a list's first item."""
    numbers = (_number(element.get("start")), *_values(element)[:1])
    return next((number for number in numbers if number is not None), 1)


def has_gaps(element: Element, start: int) -> bool:
    """Whether the items of a list that starts at a number have other numbers than the following ones."""
    return any(value not in (None, start + place) for place, value in enumerate(_values(element)))


def _values(element: Element) -> list[int | None]:
    return [_number(child.get("value")) for child in element if tag_of(child) == "li"]


def _number(value: str | None) -> int | None:
    try:
        return int(value or "")
    except ValueError:
        return None
