"""A card shows any text, complete or shortened, within its margins."""

from io import BytesIO
from typing import cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment
from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFont

from newsroom.colours import read_colours
from newsroom.content.types import TYPES
from newsroom.publish.cards.background import CardPicture, TextBox
from newsroom.publish.cards.draw import CardText, Painter
from newsroom.publish.pictures.svg import FONT
from newsroom.publish.theme.environment import template_environment
from tests.support.golden import Golden
from tests.support.theme import THEME

DRAWINGS = sorted({found.card for found in TYPES})
NAME = "The Elm Street Network"
TEMPLATES = template_environment(THEME)
PAINTER = Painter(TEMPLATES)
COLOURS = read_colours(THEME)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630">%s</svg>'
TITLE_BOX = '<foreignObject id="title" x="{}" y="{}" width="{}" height="300" color="{}" font-size="{}"/>'
LEFT, TOP, RIGHT, BOTTOM = 56, 56, 790, 515
"""What words above the hills keep within: margins at the card's edges, and the drawing at the right."""


def words(title: str, kind: str = "door", kicker: str = "Story · Elmham", name: str = NAME, host: str = "") -> CardText:
    return CardText(title, kind, kicker, name, host)


def card(title: str, kind: str = "door", kicker: str = "Story · Elmham", name: str = NAME) -> Image.Image:
    """The card as its readers' programs see it."""
    return Image.open(BytesIO(PAINTER.paint(words(title, kind, kicker, name)))).convert("RGB")


def ink(title: str, kind: str = "door", kicker: str = "", name: str = "") -> tuple[int, int, int, int] | None:
    """Left, top, right and bottom of what words add to the drawing of a kind; None where they add nothing."""
    return ImageChops.difference(card(title, kind, kicker, name), card("", kind, "", "")).getbbox()


@pytest.mark.parametrize("kind", DRAWINGS)
def test_card_has_open_graph_size(kind: str) -> None:
    shown = Image.open(BytesIO(PAINTER.paint(words("Maggie’s story", kind))))
    assert (shown.size, shown.format) == ((1200, 630), "PNG")


def test_each_kind_has_a_drawing_of_its_own() -> None:
    drawn = {PAINTER.paint(words("Elm", kind)) for kind in DRAWINGS}
    assert len(drawn) == len(DRAWINGS)


@pytest.mark.parametrize(("name", "size"), [("kicker", 34), ("name", 34)])
def test_line_is_shortened_and_a_title_set_smaller(name: str, size: int) -> None:
    boxes = PAINTER._background("door", None).boxes
    (line,) = (typeset := PAINTER._typeset("Elm oak ash yew " * 9, boxes[name])).lines
    assert (typeset.size, line[-1]) == (size, "…")
    assert len(PAINTER._typeset("Elm oak ash yew " * 5, boxes["title"]).lines) > 2


@pytest.mark.parametrize(
    ("height", "size", "lines"), [(50, 60, 1), (111, 50, 1), (113, 50, 2), (400, 64, 6), (400, 30, 1)]
)
def test_text_is_on_one_line_if_its_box_has_no_room_for_two(height: int, size: int, lines: int) -> None:
    typeset = PAINTER._typeset("Elm oak ash yew " * 9, TextBox(0, 0, 600, height, "#000000", size))
    assert (typeset.size == size or lines > 1, len(typeset.lines)) == (True, lines)


def test_kind_without_a_drawing_has_that_of_a_page() -> None:
    assert PAINTER.paint(words("Elm", "leaflet")) == PAINTER.paint(words("Elm", "page"))


def test_same_words_give_the_same_bytes() -> None:
    assert Painter(TEMPLATES).paint(words("Ŵyth o’r “gloch”")) == PAINTER.paint(words("Ŵyth o’r “gloch”"))


@pytest.mark.parametrize(
    "other", [words("Oak"), words("Elm", kicker="Poem"), words("Elm", name="Oak"), words("Elm", "village")]
)
def test_every_text_of_card_is_visible(other: CardText) -> None:
    assert PAINTER.paint(words("Elm")) != PAINTER.paint(other)


def test_text_looks_as_pillow_draws_it() -> None:
    inside = '<path fill="#fff" d="M0 0h1200v630H0z"/>' + TITLE_BOX.format(30, 40, 800, "#000000", 80)
    painter = Painter(Environment(loader=DictLoader({"cards/card.svg": SVG % inside}), autoescape=True))
    drawn = Image.open(BytesIO(painter.paint(words("AVATAR fjord Ŵy")))).convert("L")
    expected = Image.new("L", drawn.size, 255)
    font = ImageFont.truetype(FONT, 80, layout_engine=ImageFont.Layout.BASIC)
    ImageDraw.Draw(expected).text((30, 40 + font.getmetrics()[0]), "AVATAR fjord Ŵy", fill=0, font=font, anchor="ls")
    assert max(cast("tuple[int, int]", ImageChops.difference(drawn, expected).getextrema())) <= 255 // 16


@pytest.mark.parametrize("kind", DRAWINGS)
def test_text_is_on_plain_background_in_every_drawing(kind: str) -> None:
    title = "Gjpqy Åŵŷ of a garden, and of everyone who came to dig in it one wet Saturday in the middle of May " * 2
    left, top, right, bottom = (
        ink(title, kind, "Reflection · South Tyneside and Kensington and Chelsea " * 2) or (0,) * 4
    )
    around = card("", kind, "", "").crop((left - 4, top - 4, right + 4, bottom + 4))
    assert around.getcolors() == [(around.width * around.height, around.getpixel((0, 0)))]


@given(st.text(max_size=200) | st.text("Mjgy ŵ’-/", max_size=200))
@example("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch")
@example("W" * 500)
@example("f" * 150)
@example("—" * 150)
@example("ÅŴj " * 60)
@example("a\u0301\u0302\u0303" * 80)
@example("\u202eabc\ud83c\x00")
def test_any_title_stays_within_its_margins(title: str) -> None:
    added = ink(title, kicker=title)
    assert added is None or (added[0] > LEFT and added[1] > TOP and added[2] < RIGHT and added[3] < BOTTOM)


@pytest.mark.parametrize(
    "picture", [Image.effect_noise((900, 600), 50).convert("RGB"), Image.new("RGBA", (8, 4), "#ff000080")]
)
def test_card_of_a_page_with_a_picture_has_the_picture_instead_of_the_drawing(picture: Image.Image) -> None:
    shown_picture = CardPicture(b"elm", picture.resize)
    data = Painter(TEMPLATES).paint(words("Elm"), shown_picture)
    assert data == Painter(TEMPLATES).paint(words("Elm", "area"), shown_picture)
    shown, drawn = Image.open(BytesIO(data)).convert("RGB"), card("Elm")
    changed = ImageChops.difference(shown, drawn).convert("L").point(lambda value: value // 64)
    assert (changed.crop((0, 0, 730, 500)).getbbox(), changed.getpixel((1000, 300)) != 0) == (None, True)
    assert shown.getpixel((5, 5)) == ImageColor.getrgb(COLOURS.light["paper"])
    assert shown.getpixel((5, 625)) == ImageColor.getrgb(COLOURS.light["brand"])


def test_card_template_decides_the_place_and_the_colour_of_words() -> None:
    for size, height in ((60, 60), (90, 90)):
        box = TITLE_BOX.format(300, 100, 400, "#ff0000", size)
        own = Painter(Environment(loader=DictLoader({"cards/card.svg": SVG % box}), autoescape=True))
        drawn = Image.open(BytesIO(own.paint(words("Elm")))).convert("RGB")
        assert (255, 0, 0) in {colour for _, colour in drawn.getcolors() or ()}
        left, top, right, bottom = drawn.getbbox() or (0, 0, 0, 0)
        assert 300 <= left < right < 700
        assert 100 <= top < bottom < 100 + height * 1.2


@given(st.text(max_size=60))
def test_any_site_name_stays_within_footer(name: str) -> None:
    shown = card("Elm", name=name * 3)
    added = ImageChops.difference(shown, card("Elm", name="")).getbbox()
    assert added is None or (added[0] > LEFT and added[1] > BOTTOM and added[2] < RIGHT and added[3] < 610)


@pytest.mark.parametrize(
    ("title", "same"),
    [
        ("A 🎂 cake", "A cake"),
        ("Cafe\u0301", "Café"),
        ("Shalom שלום", "Shalom"),
        ("5 ㎏", "5 kg"),
        ("A\u00a0B\u200bC\u00ad\u202e", "A BC"),
        ("  one \n\t two ", "one two"),
        ("zalgo\u0336\u0335", "zalgo"),
    ],
)
def test_characters_missing_in_font_are_left_out(title: str, same: str) -> None:
    assert PAINTER.paint(words(title)) == PAINTER.paint(words(same))


@pytest.mark.parametrize("title", ["", " ", "🎂🎂", "שלום", "你好", "“”", "\ud83c", "\u0301"])
def test_undrawable_title_is_replaced_by_kicker(title: str) -> None:
    assert PAINTER.paint(words(title)) == PAINTER.paint(words("Story · Elmham", kicker=""))
    assert PAINTER.paint(words(title, kicker="")) == PAINTER.paint(words(NAME, kicker=""))


def test_card_without_any_drawable_text_has_the_host() -> None:
    drawn = PAINTER.paint(words("שלום", kicker="סיפור", name="רשת", host="elm.example"))
    assert drawn == PAINTER.paint(words("elm.example", kicker="", name=""))
    named = PAINTER.paint(words("Shalom", name="רשת", host="elm.example"))
    assert named == PAINTER.paint(words("Shalom", name="elm.example"))
    assert PAINTER.paint(words(NAME, host="elm.example")) == PAINTER.paint(words(NAME, name="elm.example"))


def test_welsh_letters_are_drawn() -> None:
    drawn = {PAINTER.paint(words(f"D{letter}r")) for letter in "wyŵŷẁỳẅÿŴŶ"}
    assert len(drawn) == 10


def test_shortened_title_ends_with_ellipsis() -> None:
    long = "neighbours and friends of the garden " * 10
    assert PAINTER.paint(words(long)) == PAINTER.paint(words(long + "who came later"))
    assert PAINTER.paint(words(long)) != PAINTER.paint(words(long[:140]))


def test_cards_match_golden_drawings(golden: Golden) -> None:
    """Each is shown in 60 by 32 signs, from dark to light."""
    found = []
    for kind in DRAWINGS:
        words_of_card = words("Well-known: “Ŵyn & Tŷ”, 2026", kind, "Story · Elmham", NAME)
        shown = Image.open(BytesIO(PAINTER.paint(words_of_card))).convert("L").resize((60, 32), Image.Resampling.BOX)
        signs = "".join(" .:-=+*%@#"[-1 - level * 10 // 256] for level in shown.tobytes())
        found += [f"=== {kind}", *(signs[start : start + 60].rstrip() for start in range(0, len(signs), 60))]
    golden.check("outputs/cards.txt", "".join(f"{line}\n" for line in found).encode())
