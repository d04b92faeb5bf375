"""Lead pictures of places and of the ways through them."""

from illustrations.canvas import Canvas
from illustrations.motifs import ROW, bench, house, poplar, star, terrace, tree
from illustrations.palette import (
    ACCENT,
    BLUSH,
    CORAL,
    CREAM,
    DEEP,
    FERN,
    GREEN,
    HONEY,
    INK,
    MARIGOLD,
    MINT,
    NIGHT,
    PAPER,
    SAGE,
    TINT,
)
from illustrations.shapes import (
    arc,
    bezier,
    blob,
    box,
    circle,
    curve,
    ellipse,
    land,
    leaf,
    moved,
    ribbon,
    stroke,
    turned,
)


def stepping_stones(sheet: Canvas) -> None:
    """Ten stepping stones across water, and an eleventh of another colour."""
    for level, start in ((180, 300), (330, 820), (520, 200), (690, 1150), (850, 620)):
        for middle in (start, start + 640):
            wave = curve((-90, 0), (-45, -14), (0, 0), (45, 14), (90, 0))
            sheet.fill(moved(stroke(wave, 9), middle, level), FERN)
    way = curve((110, 900), (420, 760), (760, 790), (1010, 620), (900, 420), (1040, 270), (1400, 190))
    for index in range(11):
        x, y = way[round(index * (len(way) - 1) / 10)]
        size = 1 - index * 0.045
        stone = ellipse(x, y, 84 * size, 52 * size, (index * 37) % 24 - 12)
        sheet.fill(moved(stone, 0, 20 * size), NIGHT)
        sheet.fill(stone, MARIGOLD if index == 10 else (CREAM, MINT, BLUSH)[index % 3])


def rings(sheet: Canvas) -> None:
    """The fifteen rings of a tree."""
    for ring in range(15, 0, -1):
        reach = 24.0 + ring * 26
        wobble = tuple(
            (
                820 + reach * (1.06 if step == 0 else 1 + 0.03 * ((step * 5) % 4)) * _east(step),
                500 + reach * (0.94 + 0.025 * ((step * 3) % 4)) * _east(step - 3),
            )
            for step in range(12)
        )
        colours = (BLUSH, CREAM) if ring < 15 else (ACCENT, ACCENT)
        sheet.fill(blob(*wobble), MARIGOLD if ring == 1 else colours[ring % 2])


def _east(step: int) -> float:
    return arc(0, 0, 1, step * 30, step * 30 + 2)[0][0]


def round_table(sheet: Canvas) -> None:
    """A round table from above, with people about it and a cup before each."""
    for index, colour in enumerate((ACCENT, MARIGOLD, PAPER, CORAL, SAGE, HONEY, BLUSH, MINT)):
        angle = index * 45 + 22
        person = ellipse(800 + 420, 500, 74, 118)
        sheet.fill(turned(person, angle, (800, 500)), colour)
        hair = (NIGHT, INK, NIGHT, TINT, NIGHT, ACCENT, INK, CORAL)[index]
        sheet.fill(turned(circle(800 + 410, 500, 56), angle, (800, 500)), hair)
    sheet.fill(circle(812, 514, 330), NIGHT)
    sheet.fill(circle(800, 500, 330), CREAM)
    sheet.ink(circle(800, 500, 330), HONEY, without=circle(740, 450, 330))
    for index, colour in enumerate((GREEN, ACCENT, FERN, DEEP, CORAL, GREEN, ACCENT, FERN)):
        angle = index * 45 + 22
        sheet.fill(turned(stroke(((1060, 500), (1060, 546)), 16), angle, (800, 500)), colour)
        sheet.fill(turned(circle(1050, 500, 34), angle, (800, 500)), colour)
        sheet.fill(turned(circle(1050, 500, 22), angle, (800, 500)), HONEY)
    for angle in range(0, 360, 60):
        sheet.fill(turned(leaf(800, 500, 130, 62, 0), angle, (800, 500)), FERN if angle % 120 else GREEN)
    sheet.fill(circle(800, 500, 34), MARIGOLD)


def closer_to_home(sheet: Canvas) -> None:
    """A path from a big building with many windows to a row of small houses."""
    sheet.fill(circle(770, 330, 120), MARIGOLD)
    sheet.fill(land(1000, (400, 700), (1000, 560), (1300, 580), (1640, 480)), MINT)
    big = box(150, 150, 420, 560)
    sheet.fill(big, GREEN)
    sheet.ink(box(430, 150, 140, 560), MINT)
    for row in range(5):
        for column in range(4):
            glass = HONEY if (row * 3 + column * 2) % 5 else SAGE
            sheet.fill(box(195 + column * 92, 195 + row * 88, 54, 54), glass)
    near = land(1000, (-20, 690), (360, 650), (760, 740), (1200, 690), (1640, 740))
    sheet.fill(near, SAGE)
    sheet.fill(land(1000, (-20, 810), (400, 770), (900, 900), (1300, 760), (1640, 780)), FERN)
    way = curve((360, 640), (364, 700), (480, 790), (700, 830), (900, 775), (1010, 745), (1040, 700))
    sheet.fill(ribbon(way, 64, 30), CREAM, within=near)
    terrace(sheet, 980, 720, 130, ROW)
    tree(sheet, 800, 770, 230, GREEN)
    poplar(sheet, 1545, 790, 260, GREEN)


def bridge(sheet: Canvas) -> None:
    """A bridge of two arches that meet on one stone, whole circles with their reflection."""
    sheet.fill(circle(1160, 250, 150), PAPER)
    sheet.fill(land(600, (-20, 500), (300, 380), (640, 520), (700, 620)), SAGE)
    sheet.fill(land(600, (900, 600), (1200, 430), (1640, 480)), FERN)
    sheet.fill(box(0, 600, 1600, 400), GREEN)
    deck = (*curve((-20, 430), (400, 330), (800, 300), (1200, 330), (1620, 430)), (1620, 600), (-20, 600))
    curb = stroke(curve((-20, 474), (400, 374), (800, 344), (1200, 374), (1620, 474)), 12)
    sheet.fill(deck, ACCENT)
    sheet.ink(curb, BLUSH)
    for x in (200, 860):
        whole = circle(x + 270, 600, 236)
        sheet.fill(whole, BLUSH, within=box(0, 0, 1600, 600))
        sheet.fill(land(600, (-20, 560), (300, 480), (640, 540), (1200, 490), (1640, 520)), SAGE, within=whole)
        sheet.fill(whole, FERN, within=box(0, 600, 1600, 400))
    for x, y, length in ((330, 690, 180), (560, 740, 120), (1020, 700, 160), (1190, 770, 130), (800, 900, 220)):
        sheet.fill(stroke(((x, y), (x + length, y)), 12), MINT)


def bench_under_tree(sheet: Canvas) -> None:
    """A bench under a wide tree in autumn, leaves coming down."""
    sheet.fill(land(1000, (-20, 800), (500, 770), (1100, 776), (1640, 760)), FERN)
    for x, y, radius, colour in (
        (480, 390, 210, MARIGOLD),
        (750, 280, 230, CORAL),
        (980, 420, 180, MARIGOLD),
    ):
        sheet.ink(circle(x, y, radius), colour)
    sheet.fill(ribbon(curve((620, 830), (640, 600), (700, 340)), 96, 10), DEEP)
    for twig in (
        curve((648, 560), (560, 460), (460, 420)),
        curve((668, 500), (760, 400), (810, 260)),
        curve((655, 580), (800, 500), (930, 450)),
    ):
        sheet.fill(ribbon(twig, 30, 8), DEEP)
    bench(sheet, 840, 850, 480, ACCENT, DEEP)
    for x, y, angle in (
        (1200, 330, 40),
        (1290, 520, 110),
        (370, 640, 60),
        (1420, 250, 20),
        (250, 800, 10),
        (520, 900, -20),
    ):
        sheet.fill(leaf(x, y, 62, 32, angle), ACCENT if angle % 20 else CORAL)


def harbour(sheet: Canvas) -> None:
    """A boat in a harbour on a winter evening; the windows of the town shine on the water."""
    for x, y, size in ((220, 150, 26), (560, 90, 18), (930, 190, 20), (1390, 120, 26)):
        star(sheet, x, y, size, HONEY)
    sheet.fill(land(640, (-20, 420), (260, 300), (620, 400), (1000, 340), (1330, 250), (1640, 380)), GREEN)
    walls = (CREAM, BLUSH, HONEY, MINT, PAPER, CORAL)
    for index in (0, 1, 2, 3, 4, 6, 7, 8, 9, 10):
        x = 60 + index * 138
        height = 110 + (index * 47) % 60
        house(sheet, x, 620, 118, height, walls[index % 6], (ACCENT, DEEP, CORAL)[index % 3], MARIGOLD)
    sheet.fill(box(0, 612, 1600, 390), NIGHT)
    for index in (0, 1, 2, 7, 8, 9, 10):
        x = 90 + index * 138
        length = 70 + (index * 53) % 90
        sheet.fill(box(x, 650, 58, length, 8), (FERN, GREEN, MARIGOLD)[(index * 2) % 3])
    sheet.fill(((770, 500), (770, 760), (560, 760)), PAPER)
    sheet.fill(((792, 430), (792, 760), (1010, 760)), MARIGOLD)
    sheet.fill(box(776, 400, 14, 400), CREAM)
    stern = bezier((1050, 790), (1035, 850), (980, 890), (910, 890))
    bow = bezier((670, 890), (600, 890), (545, 850), (530, 790))
    hull = (*stern, *bow)
    sheet.fill(hull, CORAL)
    sheet.fill(box(530, 790, 520, 24), PAPER)
    for x, y, length in ((380, 910, 300), (820, 940, 380), (1180, 860, 200), (180, 840, 160)):
        sheet.fill(stroke(((x, y), (x + length, y)), 12), FERN)
