"""The home page's picture: hills, houses with lit windows, and a path that forks and leads in."""

from illustrations.canvas import Canvas
from illustrations.motifs import house, poplar, sun_behind, tree
from illustrations.palette import ACCENT, BLUSH, CORAL, CREAM, DEEP, FERN, GREEN, HONEY, MARIGOLD, MINT, PAPER, SAGE
from illustrations.shapes import circle, curve, land, ribbon


def home(sheet: Canvas) -> None:
    """Wide: the village lies to the right, the left stays quiet."""
    sun_behind(
        sheet,
        circle(1320, 320, 200),
        land(900, (-20, 470), (300, 350), (760, 500), (1100, 430), (1500, 330), (1940, 460)),
        MINT,
    )
    sheet.fill(land(900, (-20, 560), (420, 500), (900, 430), (1400, 520), (1940, 400)), SAGE)
    tree(sheet, 540, 540, 170, GREEN)
    house(sheet, 748, 572, 108, 92, CREAM, ACCENT, MARIGOLD)
    house(sheet, 880, 566, 116, 108, PAPER, DEEP, MARIGOLD)
    poplar(sheet, 1290, 600, 210, GREEN)
    near = land(900, (-20, 640), (420, 620), (980, 540), (1500, 600), (1940, 520))
    sheet.fill(near, FERN)
    sheet.fill(ribbon(curve((655, 730), (680, 680), (770, 640), (802, 600), (802, 540)), 74, 24), CREAM, within=near)
    sheet.fill(ribbon(curve((1392, 730), (1412, 686), (1476, 650), (1485, 606)), 90, 32), CREAM, within=near)
    house(sheet, 1420, 640, 130, 116, BLUSH, ACCENT, HONEY)
    house(sheet, 1556, 634, 130, 140, CREAM, CORAL, HONEY)
    house(sheet, 1692, 628, 130, 112, PAPER, DEEP, HONEY)
    poplar(sheet, 1868, 640, 260, GREEN)
    poplar(sheet, 330, 690, 240, GREEN)
    poplar(sheet, 410, 690, 170, DEEP)
    front = land(900, (-20, 700), (500, 690), (1000, 640), (1500, 700), (1940, 660))
    sheet.fill(front, GREEN)
    way = (
        *curve((830, 920), (860, 840), (780, 760), (670, 710), (610, 620)),
        *curve((680, 620), (740, 690), (880, 745), (1040, 790)),
        *curve((1040, 790), (1180, 745), (1340, 710), (1420, 620)),
        *curve((1490, 620), (1420, 730), (1270, 790), (1150, 850), (1170, 920)),
    )
    sheet.fill(way, CREAM, within=front)
    tree(sheet, 1050, 768, 262, MARIGOLD, HONEY)
    sheet.fill(land(900, (-20, 850), (300, 800), (700, 900), (760, 940)), DEEP)
    sheet.fill(land(900, (1250, 940), (1560, 850), (1940, 770)), DEEP)


def home_near(sheet: Canvas) -> None:
    """The same place from nearer by, less wide."""
    sun_behind(sheet, circle(790, 220, 184), land(1000, (-20, 380), (300, 250), (760, 360), (1220, 240)), MINT)
    sheet.fill(land(1000, (-20, 500), (420, 400), (820, 460), (1220, 360)), SAGE)
    house(sheet, 236, 508, 120, 108, CREAM, ACCENT, MARIGOLD)
    house(sheet, 392, 494, 136, 128, PAPER, DEEP, MARIGOLD)
    poplar(sheet, 160, 540, 260, GREEN)
    near = land(1000, (-20, 580), (420, 480), (820, 560), (1220, 500))
    sheet.fill(near, FERN)
    sheet.fill(ribbon(curve((278, 710), (300, 620), (400, 544), (458, 490), (462, 440)), 84, 22), CREAM, within=near)
    sheet.fill(ribbon(curve((874, 690), (873, 628), (838, 596), (834, 560)), 80, 36), CREAM, within=near)
    house(sheet, 760, 590, 150, 130, BLUSH, ACCENT, HONEY)
    house(sheet, 920, 584, 150, 160, CREAM, CORAL, HONEY)
    poplar(sheet, 1130, 610, 320, GREEN)
    front = land(1000, (-20, 680), (420, 650), (800, 620), (1220, 660))
    sheet.fill(front, GREEN)
    way = (
        *curve((420, 1020), (440, 900), (360, 790), (260, 710), (220, 580)),
        *curve((300, 580), (330, 690), (450, 770), (600, 840)),
        *curve((600, 840), (740, 760), (820, 680), (820, 560)),
        *curve((900, 560), (890, 690), (800, 810), (750, 900), (770, 1020)),
    )
    sheet.fill(way, CREAM, within=front)
    tree(sheet, 604, 804, 340, MARIGOLD, HONEY)
    sheet.fill(land(1000, (-20, 840), (200, 870), (360, 1020)), DEEP)
    sheet.fill(land(1000, (830, 1020), (1000, 900), (1220, 830)), DEEP)
