"""A card holds any words, whole or cut short, and never draws beyond where they may stand."""

from io import BytesIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from newsroom.document import Kind
from newsroom.publish.cards.draw import CardWords, Painter
from newsroom.publish.cards.scenes import TEXT_BOX

NAME = "The Elm Street Network"
PAINTER = Painter()
LEFT, TOP, RIGHT, BOTTOM = 56, 56, 790, 515
"""What words above the hills keep within: margins at the card's edges, and the drawing at the right."""


def words(title: str, kind: str = "story", kicker: str = "Story · Elmham", name: str = NAME) -> CardWords:
    return CardWords(title, kind, kicker, name)


def card(title: str, kind: str = "story", kicker: str = "Story · Elmham", name: str = NAME) -> Image.Image:
    """The card as its readers' programs see it."""
    return Image.open(BytesIO(PAINTER.paint(words(title, kind, kicker, name)))).convert("RGB")


def ink(title: str, kind: str = "story", kicker: str = "", name: str = "") -> tuple[int, int, int, int] | None:
    """Left, top, right and bottom of what words add to the drawing of a kind; None where they add nothing."""
    return ImageChops.difference(card(title, kind, kicker, name), card("", kind, "", "")).getbbox()


@pytest.mark.parametrize("kind", Kind)
def test_it_has_the_size_that_those_who_show_links_ask_for(kind: Kind) -> None:
    shown = Image.open(BytesIO(PAINTER.paint(words("Maggie’s story", kind))))
    assert (shown.size, shown.format) == ((1200, 630), "PNG")


def test_each_kind_has_a_drawing_of_its_own() -> None:
    drawn = {PAINTER.paint(words("Elm", kind)) for kind in Kind}
    assert len(drawn) == len(Kind)


def test_a_kind_without_a_drawing_has_that_of_a_page() -> None:
    assert PAINTER.paint(words("Elm", "leaflet")) == PAINTER.paint(words("Elm", "page"))


def test_the_same_words_give_the_same_bytes() -> None:
    assert Painter().paint(words("Ŵyth o’r “gloch”")) == PAINTER.paint(words("Ŵyth o’r “gloch”"))


@pytest.mark.parametrize(
    "other", [words("Oak"), words("Elm", kicker="Poem"), words("Elm", name="Oak"), words("Elm", "area")]
)
def test_everything_on_a_card_shows(other: CardWords) -> None:
    assert PAINTER.paint(words("Elm")) != PAINTER.paint(other)


@pytest.mark.parametrize("kind", Kind)
def test_words_stand_on_plain_ground_in_every_drawing(kind: Kind) -> None:
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


@pytest.mark.parametrize("size", [1, 4, 12, 30, 80, 150, 400])
@pytest.mark.parametrize("word", ["jWf", "Mŷg", "ÅQ"])
def test_no_letter_is_cut_at_the_edge(word: str, size: int) -> None:
    """Ink that touches the edge of its box may have been cut off there."""
    box = TEXT_BOX
    left, top, right, bottom = ink((f"{word} " * size)[: size * 3]) or (0, 0, 0, 0)
    assert box[0] < left < right < box[2]
    assert box[1] < top < bottom < box[3]


@given(st.text(max_size=60))
def test_any_name_stays_within_the_foot(name: str) -> None:
    shown = card("Elm", name=name * 3)
    added = ImageChops.difference(shown, card("Elm", name="")).getbbox()
    assert added is None or (added[0] > LEFT and added[1] > BOTTOM and added[2] < RIGHT and added[3] < 610)


@pytest.mark.parametrize(
    ("title", "same"),
    [
        ("A 🎂 cake", "A cake"),
        ("Cafe\u0301", "Café"),
        ("Shalom שלום", "Shalom"),
        ("ﬁne", "fine"),
        ("A\u00a0B\u200bC\u00ad\u202e", "A BC"),
        ("  one \n\t two ", "one two"),
        ("zalgo\u0336\u0335", "zalgo"),
    ],
)
def test_what_the_font_lacks_is_left_out(title: str, same: str) -> None:
    assert PAINTER.paint(words(title)) == PAINTER.paint(words(same))


@pytest.mark.parametrize("title", ["", " ", "🎂🎂", "שלום", "你好", "“”", "\ud83c", "\u0301"])
def test_a_title_of_which_nothing_can_be_drawn_gives_way_to_the_kicker(title: str) -> None:
    assert PAINTER.paint(words(title)) == PAINTER.paint(words("Story · Elmham", kicker=""))
    assert PAINTER.paint(words(title, kicker="")) == PAINTER.paint(words(NAME, kicker=""))


def test_welsh_letters_are_drawn() -> None:
    drawn = {PAINTER.paint(words(f"D{letter}r")) for letter in "wyŵŷẁỳẅÿŴŶ"}
    assert len(drawn) == 10


def test_a_cut_title_says_so() -> None:
    long = "neighbours and friends of the garden " * 10
    assert PAINTER.paint(words(long)) == PAINTER.paint(words(long + "who came later"))
    assert PAINTER.paint(words(long)) != PAINTER.paint(words(long[:140]))
