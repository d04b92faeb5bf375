"""Lead pictures about people and what passes between them."""

from illustrations.canvas import Canvas
from illustrations.motifs import cup, hand, poplar, sprig, steam
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
    SAND,
    TINT,
)
from illustrations.shapes import (
    Shape,
    arch,
    blob,
    box,
    circle,
    curve,
    ellipse,
    land,
    leaf,
    mirrored,
    ribbon,
    sector,
    stroke,
    turned,
)


def ring_cushion(sheet: Canvas) -> None:
    """Two hands, one giving and one taking a ring cushion made of patches; its thread and needle still there."""
    giving, taking = hand((520, 650), 118, -22), hand((1080, 390), 118, 158)
    for (arm, palm, _), sleeve, skin in ((giving, GREEN, CORAL), (taking, DEEP, BLUSH)):
        sheet.fill(palm, skin)
        sheet.fill(arm, sleeve)
    _patchwork_ring(sheet)
    for (_, _, (between, *fingers)), skin, shade in ((giving, CORAL, ACCENT), (taking, BLUSH, CORAL)):
        sheet.fill(between, shade)
        for finger in fingers:
            sheet.fill(finger, skin)
    way = (700, 218), (660, 150), (560, 120), (450, 185), (350, 165), (300, 100), (345, 60), (405, 100), (375, 180)
    thread = curve(*way, (250, 260))
    for part in (thread[:210], thread[205:]):
        sheet.fill(stroke(part, 8), ACCENT)
    sheet.fill(leaf(270, 238, 190, 24, 136), INK)


def _patchwork_ring(sheet: Canvas) -> None:
    middle = (800, 520)
    outer, inner = circle(*middle, 320), circle(*middle, 112)
    sheet.ink(circle(826, 556, 320), SAND, without=inner)
    for index, patch in enumerate((PAPER, ACCENT, MINT, CORAL, FERN, PAPER, ACCENT, MINT, CORAL, FERN)):
        sheet.fill(sector(*middle, 320, index * 36, index * 36 + 36.4), patch, without=inner)
        if patch in (ACCENT, FERN):
            for reach, angle in ((175, 18), (235, 9), (235, 27), (285, 18)):
                dot = circle(800 + reach, 520, 13)
                sheet.fill(turned(dot, index * 36 + angle, middle), HONEY, within=outer)
        if patch == PAPER:
            for angle in (6, 14, 22, 30):
                stripe = stroke(((900, 520), (1130, 520)), 9)
                sheet.fill(turned(stripe, index * 36 + angle, middle), CORAL, within=outer, without=inner)
    for angle in range(0, 360, 6):
        stitch = stroke(((1097, 512), (1097, 528)), 6)
        sheet.fill(turned(stitch, angle, middle), HONEY if angle % 72 > 36 else NIGHT)
    sheet.ink(circle(770, 490, 320), TINT, within=outer, without=inner)


def interview(sheet: Canvas) -> None:
    """Two speech bubbles that overlap: a sunrise in one, a moon in the other; a day between them."""
    left = (*box(230, 190, 720, 500, 250),)
    right = (*box(690, 310, 680, 470, 235),)
    sheet.fill(left, MARIGOLD)
    sheet.fill(((360, 600), (330, 840), (560, 660)), MARIGOLD)
    sheet.fill(sector(490, 540, 118, 180, 360), PAPER)
    for angle in range(195, 346, 30):
        ray = stroke(((640, 540), (684, 540)), 20)
        sheet.fill(turned(ray, angle, (490, 540)), PAPER)
    sheet.ink(right, FERN)
    sheet.ink(((1110, 760), (1290, 900), (1250, 690)), FERN, without=right)
    sheet.fill(circle(1120, 545, 112), HONEY, without=circle(1176, 505, 100))


def kitchen_table(sheet: Canvas) -> None:
    """A kitchen table with two cups before a window full of light."""
    sheet.fill(box(470, 90, 660, 600), DEEP)
    pane = box(500, 120, 600, 570)
    sheet.fill(pane, HONEY)
    sheet.fill(circle(930, 300, 92), MARIGOLD)
    sheet.fill(land(700, (480, 520), (700, 440), (930, 500), (1120, 420)), SAGE, within=pane)
    sheet.fill(land(700, (480, 600), (760, 570), (1120, 630)), FERN, within=pane)
    sheet.fill(box(440, 676, 720, 24), DEEP)
    sheet.fill(box(788, 120, 24, 570), DEEP)
    sheet.fill(box(500, 368, 600, 20), DEEP)
    for curtain in (
        (*curve((450, 60), (640, 60)), *curve((640, 60), (560, 330), (470, 560), (440, 720)), (400, 720), (400, 60)),
    ):
        sheet.fill(curtain, CORAL)
        sheet.fill(mirrored(curtain, 800), CORAL)
        sheet.ink(((400, 60), (500, 60), (430, 720), (400, 720)), (236, 214, 200), within=curtain)
        other = mirrored(curtain, 800)
        sheet.ink(((1200, 60), (1100, 60), (1170, 720), (1200, 720)), (236, 214, 200), within=other)
    sheet.fill(box(130, 720, 1340, 60, 30), ACCENT)
    sheet.fill(box(250, 770, 60, 260), ACCENT)
    sheet.fill(box(1290, 770, 60, 260), ACCENT)
    sheet.ink(box(250, 780, 1100, 46), (220, 190, 170))
    for x, colour, shade in ((660, PAPER, TINT), (930, ACCENT, BLUSH)):
        sheet.fill(ellipse(x, 718, 150, 16), SAND)
        cup(sheet, x, 712, 190, colour, shade)
    steam(sheet, 640, 535, 150, 14, PAPER)
    steam(sheet, 690, 535, 110, 14, PAPER)
    steam(sheet, 905, 535, 110, 14, PAPER)
    steam(sheet, 955, 535, 150, 14, PAPER)


def door_ajar(sheet: Canvas) -> None:
    """A door ajar in a dark wall: a wedge of light falls out of it."""
    sheet.fill(box(0, 800, 1600, 200), NIGHT)
    sheet.fill(((930, 800), (1040, 800), (1420, 1000), (760, 1000)), MARIGOLD)
    sheet.fill(((990, 800), (1040, 800), (1420, 1000), (1150, 1000)), HONEY)
    sheet.fill(arch(610, 110, 470, 690), NIGHT)
    opening = arch(650, 150, 390, 650)
    sheet.fill(opening, MARIGOLD)
    sheet.fill(box(985, 150, 100, 650), HONEY, within=opening)
    sheet.fill(_swung(opening), ACCENT, within=opening)
    for top, height in ((290, 220), (560, 190)):
        sheet.ink(_swung(box(720, top, 250, height)), BLUSH)
    sheet.fill(_swung(circle(1002, 536, 17)), MARIGOLD)


def _swung(part: Shape) -> Shape:
    """Part of the door as it looks with the door pushed open: narrower, and lower at its far side."""
    return tuple((650 + (x - 650) * 0.76, y + (500 - y) * 0.07 * (x - 650) / 390) for x, y in part)


def arches(sheet: Canvas) -> None:
    """Doorways within doorways, down to a small bright one with a tree in it."""
    for width, top, colour in (
        (980, 40, GREEN),
        (780, 150, FERN),
        (600, 258, SAGE),
        (440, 362, HONEY),
        (296, 462, MARIGOLD),
        (170, 556, PAPER),
    ):
        sheet.fill(arch(800 - width / 2, top, width, 840 - top), colour)
    sheet.fill(box(0, 838, 1600, 162), NIGHT)
    sheet.fill(((652, 838), (948, 838), (1190, 1000), (410, 1000)), MARIGOLD)
    sheet.fill(((715, 838), (885, 838), (1010, 1000), (590, 1000)), HONEY)
    poplar(sheet, 800, 839, 210, GREEN)


def small_beginning(sheet: Canvas) -> None:
    """A seedling in a pot, and behind it the pale shape of the tree it can become."""
    crown = blob((620, 430), (660, 200), (860, 90), (1080, 130), (1200, 300), (1190, 500), (1040, 610), (780, 590))
    sheet.fill(crown, MINT)
    trunk = curve((960, 850), (950, 640), (930, 400))
    sheet.fill(ribbon(trunk, 74, 8), SAGE)
    for twig in (
        curve((944, 560), (1010, 470), (1080, 400)),
        curve((940, 480), (880, 400), (800, 350)),
        curve((935, 420), (960, 330), (1000, 260)),
    ):
        sheet.fill(ribbon(twig, 22, 8), SAGE)
    sheet.fill(box(0, 850, 1600, 150), SAND)
    sheet.fill(((380, 690), (560, 690), (530, 850), (410, 850)), CORAL)
    sheet.fill(box(362, 662, 216, 50, 10), ACCENT)
    stem = curve((470, 664), (466, 600), (476, 540))
    sheet.fill(stroke(stem, 12), GREEN)
    sheet.fill(leaf(474, 550, 110, 66, -150), GREEN)
    sheet.fill(leaf(474, 545, 130, 76, -38), FERN)


def poem(sheet: Canvas) -> None:
    """A page with lines of uneven length, and a feather across it."""
    page = turned(box(430, 110, 600, 800, 8), -6, (800, 500))
    sheet.ink(turned(box(458, 146, 600, 800, 8), -3, (800, 500)), SAGE)
    sheet.fill(page, PAPER)
    for row, length in enumerate((330, 250, 380, 290, 0, 360, 220, 310, 400)):
        if length:
            line = curve((520, 230 + row * 68), (520 + length / 2, 222 + row * 68), (520 + length, 230 + row * 68))
            sheet.fill(turned(stroke(line, 13), -6, (800, 500)), SAGE if row else CORAL)
    spine = curve((690, 850), (860, 690), (1050, 470), (1200, 190))
    vane = (
        *curve((800, 750), (830, 560), (980, 330), (1210, 150)),
        *curve((1210, 150), (1260, 330), (1160, 570), (960, 690), (800, 750)),
    )
    sheet.fill(vane, MARIGOLD)
    lower = (*spine[20:], *curve((1210, 150), (1260, 330), (1160, 570), (960, 690), (800, 750)))
    sheet.ink(lower, HONEY, within=vane)
    for at, (dx, dy) in ((60, (60, 70)), (78, (100, 50))):
        x, y = spine[at]
        sheet.fill(((x, y), (x + dx * 2.4, y + dy * 2.4), (x + dx * 2.4 + 26, y + dy * 2.4 - 40)), MINT, within=vane)
    sheet.fill(ribbon(spine, 16, 6), INK)


def roots(sheet: Canvas) -> None:
    """A plant in flower, with roots as wide as its leaves, and bees on their rounds."""
    sheet.fill(land(1000, (0, 600), (400, 566), (820, 590), (1240, 560), (1600, 590)), DEEP)
    for side in (-1, 1):
        for reach, depth, width in ((360, 180, 26), (250, 300, 24), (110, 360, 22), (460, 80, 20)):
            root = curve(
                (800, 580),
                (800 + side * reach * 0.35, 600 + depth * 0.35),
                (800 + side * reach * 0.7, 600 + depth * 0.6),
                (800 + side * reach, 600 + depth),
            )
            sheet.fill(ribbon(root, width, 4), SAGE)
            x, y = root[len(root) // 2]
            twig = curve((x, y), (x + side * 40, y + 50), (x + side * 50, y + 110))
            sheet.fill(ribbon(twig, 10, 3), SAGE)
    sprig(sheet, curve((800, 590), (790, 420), (806, 300)), 190, GREEN, FERN, 2)
    for angle in range(0, 360, 45):
        sheet.fill(turned(leaf(806, 250, 128, 74, 0), angle, (806, 250)), MARIGOLD)
    sheet.fill(circle(806, 250, 42), ACCENT)
    for x, y, size, angle in ((440, 250, 54, 18), (1170, 180, 46, -20), (1240, 440, 38, 12)):
        _bee(sheet, x, y, size, angle)


def _bee(sheet: Canvas, x: float, y: float, size: float, angle: float) -> None:
    body = ellipse(x, y, size, size * 0.62, angle)
    for lean in (-118, -74):
        sheet.ink(leaf(x, y - size * 0.3, size * 1.25, size * 0.72, lean + angle), MINT)
    sheet.fill(body, MARIGOLD)
    for shift in (-0.3, 0.28, 0.84):
        band = turned(box(x + shift * size, y - size, size * 0.28, 2 * size), angle, (x, y))
        sheet.fill(band, INK, within=body)


def windows(sheet: Canvas) -> None:
    """The windows of a street at night: neighbours in some, plants in others, lights on in all."""
    lit = ((MARIGOLD, HONEY), (HONEY, PAPER), (CORAL, HONEY), (MARIGOLD, HONEY), (FERN, SAGE), (HONEY, PAPER))
    coats = ((GREEN, BLUSH, NIGHT), (ACCENT, CORAL, NIGHT), (DEEP, BLUSH, TINT), (GREEN, SAND, ACCENT))
    for index in range(8):
        row, column = divmod(index, 4)
        x, y = 190 + column * 330, 110 + row * 420
        glass, glow = lit[(column * 2 + row * 3) % len(lit)]
        sheet.fill(arch(x - 18, y - 18, 266, 346), NIGHT)
        pane = arch(x, y, 230, 310)
        sheet.fill(pane, glass)
        sheet.fill(circle(x + 115, y + 300, 150), glow, within=pane)
        if (column + row) % 2:
            coat, skin, hair = coats[index // 2]
            sheet.fill(circle(x + 122, y + 158, 60), hair)
            sheet.fill(box(x + 103, y + 190, 34, 70, 12), skin)
            sheet.fill(ellipse(x + 126, y + 174, 45, 50), skin)
            sheet.fill(arch(x + 42, y + 228, 160, 140), coat, within=pane)
        else:
            sprig(sheet, curve((x + 110, y + 310), (x + 106, y + 220), (x + 116, y + 150)), 62, GREEN, GREEN, 2)
            sheet.fill(((x + 68, y + 240), (x + 156, y + 240), (x + 142, y + 310), (x + 82, y + 310)), ACCENT)
        sheet.fill(box(x - 34, y + 310, 298, 26, 8), CREAM)


def letter(sheet: Canvas) -> None:
    """An open envelope from which a sun rises."""
    sheet.fill(((400, 470), (800, 150), (1200, 470)), GREEN)
    for angle in range(195, 346, 25):
        sheet.fill(turned(stroke(((1110, 500), (1210, 500)), 24), angle, (800, 500)), MARIGOLD)
    sheet.fill(circle(800, 500, 250), MARIGOLD)
    sheet.ink(sector(800, 500, 250, -90, 90), HONEY)
    envelope = box(400, 470, 800, 430, 14)
    sheet.fill(envelope, PAPER)
    sheet.fill(((400, 470), (800, 730), (400, 900)), TINT, within=envelope)
    sheet.fill(((1200, 470), (800, 730), (1200, 900)), TINT, within=envelope)
    sheet.fill(((400, 900), (800, 650), (1200, 900)), MINT, within=envelope)
