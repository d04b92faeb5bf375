"""A card: a title, what it is and whose, on a drawing of its kind."""

from dataclasses import dataclass
from functools import lru_cache  # noqa: TID251 (a painter keeps them, not the module)
from importlib.resources import files
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from newsroom.publish.cards.lettering import Setting, Step, drawable, set_title, shortened
from newsroom.publish.cards.palette import FLAT_PALETTE, KICKER, NAME, SHADES, TITLE, Pen
from newsroom.publish.cards.scenes import NAME_BOX, TEXT_BOX, paint_scene

Font = ImageFont.FreeTypeFont
Box = tuple[int, int, int, int]

_FONT = "SourceSerifPro-Semibold.otf"
_STEPS = (
    *(Step(size, 2) for size in (108, 98, 90)),
    *(Step(size, 3) for size in (84, 76, 70)),
    *(Step(size, 4) for size in (64, 58, 53)),
    *(Step(size, 5) for size in (48, 44, 41)),
)
_KICKER_SIZE, _NAME_SIZE = 34, 34
_LEADING = 1.12
_GAP = 22
_BEARING = 14
"""How far a letter may reach beyond its own width: drawn so far inside its box."""
_MEASURE = 100
_COMPRESSION = 3


@dataclass(frozen=True)
class CardWords:
    """What stands on a card. ``kind`` names its drawing (a Kind); ``kicker`` stands above the title."""

    title: str
    kind: str
    kicker: str
    site_name: str


class Painter:
    """Draws cards. It keeps each size of the font, what that holds, and each kind's drawing, and nothing of a card.

    Whoever draws many has one painter for all of them.
    """

    def __init__(self) -> None:
        self._font = lru_cache(maxsize=None)(_font)
        self._scene = lru_cache(maxsize=None)(_scene)
        self._has = lru_cache(maxsize=2048)(self._holds)
        self._missing = bytes(self._font(_MEASURE).getmask("\U0010fffd"))

    def paint(self, words: CardWords) -> bytes:
        """A PNG of ``CARD_SIZE`` pixels; the same words give the same bytes.

        A title of which nothing can be drawn gives way to the kicker, and that to the site's name.
        """
        name, kicker, title = (drawable(text, self._has) for text in (words.site_name, words.kicker, words.title))
        if not title:
            kicker, title = "", kicker or name
        card = self._scene(words.kind).copy()
        self._write_text(card, kicker, title)
        self._write(card, NAME_BOX, self._one_line(name, _NAME_SIZE, NAME_BOX), NAME)
        saved = BytesIO()
        card.save(saved, "PNG", compress_level=_COMPRESSION)
        return saved.getvalue()

    def _write_text(self, card: Image.Image, kicker: str, title: str) -> None:
        """The kicker with the title below it, together in the middle of the height they have."""
        left, top, right, bottom = TEXT_BOX
        setting = set_title(title, self._width, right - left - 2 * _BEARING, _STEPS) if title else None
        above = _KICKER_SIZE + _GAP if kicker else 0
        height = bottom - top - above
        if setting:
            leading = round(setting.size * _LEADING)
            down = max(0, height - leading * len(setting.lines)) // 2
            self._write(card, (left, top + above + down, right, bottom), setting, TITLE)
            bottom = top + above + down
        if kicker:
            box = (left, bottom - above, right, bottom)
            self._write(card, box, self._one_line(kicker, _KICKER_SIZE, box), KICKER)

    def _one_line(self, text: str, size: int, box: Box) -> Setting:
        return Setting(size, (shortened(text, self._width, (box[2] - box[0] - 2 * _BEARING) / size),))

    def _write(self, card: Image.Image, box: Box, setting: Setting, pen: Pen) -> None:
        """Lines from the top of a box on, each at its left; nothing is drawn outside the box."""
        left, top, right, bottom = box
        font, leading = self._font(setting.size), round(setting.size * _LEADING)
        ascent, descent = font.getmetrics()
        covered = Image.new(
            "L", (right - left, min(bottom - top, leading * (len(setting.lines) - 1) + ascent + descent))
        )
        canvas = ImageDraw.Draw(covered)
        for number, line in enumerate(setting.lines):
            canvas.text((_BEARING, ascent + number * leading), line, fill=255, font=font, anchor="ls")
        card.paste(covered.point(SHADES[pen]), (left, top))

    def _width(self, text: str) -> float:
        return float(self._font(_MEASURE).getlength(text)) / _MEASURE

    def _holds(self, character: str) -> bool:
        return bytes(self._font(_MEASURE).getmask(character)) != self._missing


def _font(size: int) -> Font:
    font = files("font_source_serif_pro") / "files" / _FONT
    return ImageFont.truetype(BytesIO(font.read_bytes()), size)


def _scene(kind: str) -> Image.Image:
    palette = Image.new("P", (1, 1))
    palette.putpalette(FLAT_PALETTE)
    return paint_scene(kind).quantize(palette=palette, dither=Image.Dither.NONE)
