"""What several pictures share: houses, trees, cups, stars, and the ways between them."""

from illustrations.canvas import Canvas
from illustrations.palette import ACCENT, BLUSH, CORAL, CREAM, DEEP, GREEN, HONEY, MARIGOLD, MINT, PAPER, Colour
from illustrations.shapes import Point, Shape, arc, arch, bezier, box, circle, curve, leaf, ribbon, stroke, turned


def sun_behind(sheet: Canvas, sun: Shape, hill: Shape, colour: Colour) -> None:
    """A sun and a hill of a colour before it, through which what it hides of the sun can be seen."""
    sheet.fill(sun, MARIGOLD)
    sheet.fill(hill, colour)
    sheet.ink(sun, HONEY, within=hill)


def house(
    sheet: Canvas, x: float, base: float, width: float, height: float, wall: Colour, roof: Colour, light: Colour
) -> None:
    """A house seen from its gable: ``x`` its left, ``base`` its ground, ``height`` up to the eaves."""
    top, middle = base - height, x + width / 2
    sheet.fill(box(x, top, width, height), wall)
    sheet.ink(box(middle, top, width / 2, height), (232, 226, 216))
    eaves = width * 0.1
    sheet.fill(((x - eaves, top), (middle, top - width * 0.58), (x + width + eaves, top)), roof)
    pane = width * 0.2
    sheet.fill(box(x + width * 0.16, top + height * 0.14, pane, pane * 1.15), light)
    sheet.fill(box(x + width * 0.64, top + height * 0.14, pane, pane * 1.15), light)
    sheet.fill(arch(x + width * 0.38, base - height * 0.46, width * 0.24, height * 0.46), roof)


def terrace(sheet: Canvas, x: float, base: float, width: float, colours: tuple[tuple[Colour, Colour], ...]) -> None:
    """Houses in a row, each with its (wall, roof), stepping a little in height."""
    for index, (wall, roof) in enumerate(colours):
        house(sheet, x + index * width, base, width * 0.94, width * (0.8 + 0.22 * (index % 2)), wall, roof, HONEY)


ROW = ((CREAM, ACCENT), (BLUSH, DEEP), (PAPER, CORAL), (MINT, GREEN))
"""Walls and roofs for a terrace."""


def tree(sheet: Canvas, x: float, base: float, height: float, crown: Colour, shade: Colour = MINT) -> None:
    """A tree with a round crown, its right side printed over in ``shade``, on a forked stem."""
    radius = height * 0.34
    middle = base - height + radius
    sheet.fill(circle(x, middle, radius), crown)
    sheet.ink(circle(x + radius * 0.36, middle + radius * 0.1, radius), shade, within=circle(x, middle, radius))
    sheet.fill(ribbon(((x, base), (x, middle)), height * 0.055, height * 0.02), DEEP)
    for side, start in ((-1, 0.62), (1, 0.42)):
        y = middle + radius * start
        twig = curve((x, y), (x + side * radius * 0.25, y - radius * 0.22), (x + side * radius * 0.4, y - radius * 0.6))
        sheet.fill(ribbon(twig, height * 0.026, height * 0.01), DEEP)


def poplar(sheet: Canvas, x: float, base: float, height: float, crown: Colour) -> None:
    """A tall tree in the shape of one leaf."""
    sheet.fill(leaf(x, base - height * 0.1, height * 0.9, height * 0.36, -90), crown)
    sheet.fill(ribbon(((x, base), (x, base - height * 0.68)), height * 0.03, height * 0.012), DEEP)


def cup(sheet: Canvas, x: float, base: float, width: float, colour: Colour, shade: Colour) -> None:
    """A cup from the side: ``x`` its middle; the handle is on the right."""
    height, half = width * 0.78, width / 2
    handle = arc(x + half * 0.86, base - height * 0.55, width * 0.24, -90, 90)
    sheet.fill(stroke(handle, width * 0.09), colour)
    top = base - height
    body = (
        *bezier((x + half, top), (x + half, base - height * 0.4), (x + half * 0.8, base), (x + half * 0.4, base)),
        *bezier((x - half * 0.4, base), (x - half * 0.8, base), (x - half, base - height * 0.4), (x - half, top)),
    )
    sheet.fill(body, colour)
    sheet.ink(box(x, base - height, half, height), shade, within=body)


def steam(sheet: Canvas, x: float, base: float, height: float, width: float, colour: Colour) -> None:
    """One curl rising from a cup."""
    sway = height * 0.34
    line = bezier((x, base), (x - sway, base - height * 0.4), (x + sway, base - height * 0.6), (x, base - height))
    sheet.fill(stroke(line, width), colour)


def sprig(sheet: Canvas, line: Shape, size: float, stem: Colour, leaves: Colour, count: int = 4) -> None:
    """A stem along ``line`` with pairs of leaves and one at its tip."""
    sheet.fill(stroke(line, size * 0.09), stem)
    for index in range(count):
        x, y = line[round((index + 1) * (len(line) - 1) / (count + 0.6))]
        sheet.fill(leaf(x, y, size * (1 - index * 0.12), size * 0.42, -150), leaves)
        sheet.fill(leaf(x, y, size * (1 - index * 0.12), size * 0.42, -30), leaves)
    x, y = line[-1]
    sheet.fill(leaf(x, y + size * 0.1, size * 0.8, size * 0.4, -90), leaves)


def star(sheet: Canvas, x: float, y: float, size: float, colour: Colour) -> None:
    """A small light with four points."""
    sheet.fill(leaf(x, y - size, 2 * size, size * 0.62, 90), colour)
    sheet.fill(leaf(x - size * 0.7, y, 1.4 * size, size * 0.62, 0), colour)


def bench(sheet: Canvas, x: float, base: float, width: float, wood: Colour, legs: Colour) -> None:
    """A bench seen from the front, ``x`` its left."""
    unit = width / 12
    for leg in (x + unit, x + width - 1.6 * unit):
        sheet.fill(box(leg, base - 4.4 * unit, unit * 0.6, 4.4 * unit), legs)
    for plank in (4.4, 3.3):
        sheet.fill(box(x, base - plank * unit, width, unit * 0.75, unit * 0.2), wood)
    sheet.fill(box(x - unit * 0.3, base - 2.0 * unit, width + unit * 0.6, unit * 0.7, unit * 0.2), wood)


def hand(at: Point, size: float, angle: float) -> tuple[Shape, Shape, tuple[Shape, ...]]:
    """A hand reaching along ``angle``, in flat parts: its arm and palm (to lie below what it holds), then what
    shows between its fingers, and its fingers (to lie above). ``at`` is where the fingers' roots are.
    """
    x, y = at
    between = box(x - size * 0.3, y - size * 0.6, size, size * 1.2, size * 0.1)
    arm = ribbon(((x - size * 5.2, y), (x - size * 0.6, y)), size * 1.5, size * 1.2)
    palm = box(x - size * 1.35, y - size * 0.78, size * 1.7, size * 1.56, size * 0.6)
    fingers = tuple(
        stroke(((x - size * 0.25, y + offset * size), (x + reach * size, y + offset * size)), size * 0.36)
        for offset, reach in ((-0.58, 0.8), (-0.19, 1.1), (0.2, 1.05), (0.58, 0.75))
    )
    return (
        turned(arm, angle, at),
        turned(palm, angle, at),
        tuple(turned(part, angle, at) for part in (between, *fingers)),
    )
