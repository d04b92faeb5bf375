"""Upright pictures that stand where a publication's cover would."""

from itertools import pairwise

from illustrations.canvas import Canvas
from illustrations.motifs import house, sprig, sun_behind, tree
from illustrations.palette import (
    ACCENT,
    BLUSH,
    CORAL,
    CREAM,
    DEEP,
    FERN,
    GREEN,
    HONEY,
    MARIGOLD,
    MINT,
    NIGHT,
    PAPER,
    SAGE,
)
from illustrations.shapes import arch, box, circle, curve, land, leaf, moved, ribbon, sector, stroke, turned


def which_way_next(sheet: Canvas) -> None:
    """A path that forks at a tree, over hills: one way towards the sun."""
    sun_behind(sheet, circle(690, 440, 210), land(1414, (-20, 500), (220, 400), (560, 580), (1020, 520)), SAGE)
    near = land(1414, (-20, 660), (300, 580), (640, 660), (1020, 600))
    sheet.fill(near, FERN)
    sheet.fill(ribbon(curve((636, 880), (616, 760), (690, 700), (690, 600)), 84, 18), CREAM, within=near)
    front = land(1414, (-20, 800), (420, 740), (1020, 800))
    sheet.fill(front, GREEN)
    way = (
        *curve((320, 1430), (340, 1300), (250, 1180), (90, 1090), (-60, 1060)),
        *curve((-60, 960), (140, 980), (310, 1040), (440, 1120)),
        *curve((440, 1120), (600, 1030), (700, 950), (680, 870), (600, 790), (580, 680)),
        *curve((670, 680), (690, 760), (800, 850), (830, 960), (740, 1110), (660, 1260), (680, 1430)),
    )
    sheet.fill(way, CREAM, within=front)
    tree(sheet, 430, 1080, 500, CORAL, HONEY)


def people_places(sheet: Canvas) -> None:
    """A patchwork of six squares: a sun, a window, a leaf, a house, two people and a path."""
    size, left, top = 420, 60, 57
    squares = tuple((left + column * 440, top + row * 440) for row in range(3) for column in range(2))
    grounds = (MARIGOLD, DEEP, MINT, BLUSH, GREEN, CREAM)
    for (x, y), ground in zip(squares, grounds, strict=True):
        sheet.fill(box(x, y, size, size), ground)
    sun, window, plant, home, people, way = squares
    sheet.fill(sector(sun[0] + 210, sun[1] + 420, 180, 180, 360), PAPER)
    for angle in range(195, 346, 30):
        ray = moved(stroke(((230, 420), (330, 420)), 22), sun[0] + 210, sun[1])
        sheet.fill(turned(ray, angle, (sun[0] + 210, sun[1] + 420)), PAPER, within=box(*sun, size, size))
    pane = arch(window[0] + 110, window[1] + 70, 200, 280)
    sheet.fill(pane, HONEY)
    sheet.fill(circle(window[0] + 250, window[1] + 300, 120), MARIGOLD, within=pane)
    sheet.fill(box(window[0] + 203, window[1] + 70, 14, 280), DEEP)
    sheet.fill(box(window[0] + 110, window[1] + 190, 200, 14), DEEP)
    stem = curve((plant[0] + 210, plant[1] + 420), (plant[0] + 204, plant[1] + 260), (plant[0] + 214, plant[1] + 140))
    sprig(sheet, stem, 150, GREEN, FERN, 2)
    house(sheet, home[0] + 110, home[1] + 420, 200, 190, PAPER, ACCENT, MARIGOLD)
    for x, coat, head in ((135, MARIGOLD, CREAM), (285, CORAL, BLUSH)):
        sheet.fill(arch(people[0] + x - 95, people[1] + 220, 190, 200), coat)
        sheet.fill(circle(people[0] + x, people[1] + 150, 66), head)
    x, y = way
    stroll = curve((x, y + 520), (x + 130, y + 290), (x + 290, y + 180), (x + 300, y - 60))
    sheet.fill(ribbon(stroll, 170, 40), CORAL, within=box(*way, size, size))
    sheet.fill(circle(way[0] + 110, way[1] + 120, 58), FERN)
    sheet.fill(circle(way[0] + 330, way[1] + 330, 50), SAGE)


def one_and_four(sheet: Canvas) -> None:
    """One seed in the ground, and four fruits on what grew from it."""
    sheet.fill(land(1414, (-20, 1090), (500, 1050), (1020, 1090)), NIGHT)
    sheet.fill(circle(500, 1230, 64), MARIGOLD)
    sheet.fill(ribbon(curve((500, 1200), (490, 1000), (505, 700), (500, 480)), 34, 16), SAGE)
    sheet.fill(leaf(500, 500, 190, 92, -96), FERN)
    for x, y, start, bend in ((250, 640, 880, -1), (750, 540, 780, 1), (290, 330, 620, -1), (690, 230, 520, 1)):
        twig = curve((500, start), (500 + bend * 100, start - 80), (x, y))
        sheet.fill(ribbon(twig, 20, 12), SAGE)
        sheet.fill(leaf(500 + bend * 60, start - 50, 170, 84, 40 if bend > 0 else 140), FERN)
        sheet.fill(circle(x, y, 112), MARIGOLD)
        sheet.ink(sector(x, y, 112, -60, 120), HONEY)


def building_blocks(sheet: Canvas) -> None:
    """Ten building blocks, put together as a house."""
    base = 1240
    sheet.fill(box(0, base, 1000, 180), SAGE)
    unit = 200
    x, y = 200.0, float(base)
    sheet.fill(box(x, y - unit, unit, unit), GREEN)
    sheet.fill(box(x + 2 * unit, y - unit, unit, unit), ACCENT)
    sheet.fill(arch(x + unit, y - 2 * unit, unit, 2 * unit), DEEP)
    sheet.fill(box(x, y - 2 * unit, unit, unit), MARIGOLD)
    sheet.fill(sector(x + 2 * unit, y - unit, unit, 270, 360), CORAL)
    sheet.fill(box(x, y - 3 * unit, 1.5 * unit, unit), CORAL)
    sheet.fill(box(x + 1.5 * unit, y - 3 * unit, 1.5 * unit, unit), FERN)
    sheet.fill(box(x + 2.1 * unit, y - 4.6 * unit, 0.5 * unit, 1.4 * unit), ACCENT)
    sheet.fill(
        ((x - 0.2 * unit, y - 3 * unit), (x + 1.5 * unit, y - 4.5 * unit), (x + 3.2 * unit, y - 3 * unit)), GREEN
    )
    sheet.fill(circle(x + 1.5 * unit, y - 3.5 * unit, 0.3 * unit), MARIGOLD)


def places_compared(sheet: Canvas) -> None:
    """Five round places, each with a house in it, joined by paths."""
    spots = ((290, 290, 190), (740, 420, 150), (420, 720, 170), (760, 1010, 190), (280, 1150, 140))
    for (x, y, _), (to_x, to_y, _) in pairwise(spots):
        sheet.fill(stroke(((x, y), (to_x, to_y)), 22), CREAM)
    sheet.fill(stroke(((420, 720), (280, 1150)), 22), CREAM)
    grounds = (MINT, HONEY, BLUSH, SAGE, MARIGOLD)
    roofs = (ACCENT, DEEP, GREEN, ACCENT, DEEP)
    for (x, y, radius), ground, roof in zip(spots, grounds, roofs, strict=True):
        spot = circle(x, y, radius)
        sheet.fill(spot, ground)
        sheet.fill(box(x - radius, y + radius * 0.45, 2 * radius, radius), FERN, within=spot)
        house(sheet, x - radius * 0.36, y + radius * 0.46, radius * 0.72, radius * 0.6, PAPER, roof, MARIGOLD)
