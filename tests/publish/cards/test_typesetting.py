"""Titles break into lines of like length, as large as they fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.publish.cards.typesetting import TypesetText, TypeSize, drawable_text, shorten_line, typeset_title

STEPS = (TypeSize(4, 2), TypeSize(2, 3), TypeSize(1, 3))
ROOM = 20.0


def set_in_type(text: str) -> TypesetText:
    """A text on lines of 5, 10 or 20 letters, each as wide as all others."""
    return typeset_title(text, len, ROOM, STEPS)


@pytest.mark.parametrize(
    ("text", "size", "lines"),
    [
        ("Elm", 4, ("Elm",)),
        ("Elm oak", 4, ("Elm", "oak")),
        ("Elms oak ash", 2, ("Elms", "oak ash")),
        ("Elmwood", 2, ("Elmwood",)),
        ("one two three four", 2, ("one two", "three four")),
        ("aaa bbb ccc ddd eee fff", 2, ("aaa bbb", "ccc ddd", "eee fff")),
        ("well-known by-ways of Elm", 2, ("well-known", "by-ways of", "Elm")),
        ("Elm/oak/ash/yew", 2, ("Elm/oak/", "ash/yew")),
        ("Orme : « un » ami", 2, ("Orme\N{NO-BREAK SPACE}:", "«\N{NO-BREAK SPACE}un\N{NO-BREAK SPACE}» ami")),
        ("abcdefghijklmnopqrstuvwxyz", 1, ("abcdefghijklmnopqrs-", "tuvwxyz")),
        ("", 4, ()),
    ],
)
def test_title_is_set_in_even_lines_at_the_largest_size(text: str, size: int, lines: tuple[str, ...]) -> None:
    assert set_in_type(text) == TypesetText(size, lines)


def test_too_long_title_ends_with_ellipsis() -> None:
    setting = set_in_type("elm oak ash yew fir " * 9)
    assert setting.lines == ("elm oak ash yew fir", "elm oak ash yew fir", "elm oak ash yew fir…")


@given(st.text(alphabet="ab -/–é", max_size=200))
def test_every_line_fits_and_nothing_is_lost_before_the_ellipsis(text: str) -> None:
    setting = set_in_type(text)
    step = next(step for step in STEPS if step.size == setting.size)
    assert len(setting.lines) <= step.lines
    assert all(len(line) * setting.size <= ROOM for line in setting.lines)
    drawn = "".join(setting.lines).replace(" ", "").replace("-", "")
    given_letters = "".join(text.split()).replace("-", "")
    assert given_letters.startswith(drawn.removesuffix("…"))
    assert drawn.endswith("…") or drawn == given_letters


@pytest.mark.parametrize(
    ("text", "short"), [("Elmham", "Elmham"), ("Elm, oak and ash", "Elm, oa…"), ("Elmhams, oak", "Elmhams…")]
)
def test_line_is_shortened_only_if_too_long(text: str, short: str) -> None:
    assert shorten_line(text, len, 8) == short


@pytest.mark.parametrize(
    ("text", "drawn"), [("קיץ (2026)", ""), ("In קיץ: summer", "In : summer"), ("2026 🌟", "2026"), ("ﬁr", "fir")]
)
def test_text_of_which_most_letters_are_missing_is_not_drawn(text: str, drawn: str) -> None:
    assert drawable_text(text, lambda character: character < "\u0180") == drawn


@given(st.text(max_size=100))
def test_drawable_text_is_one_line_of_known_characters(text: str) -> None:
    line = drawable_text(text, lambda character: character < "\u0180")
    assert line == " ".join(line.split())
    assert all(character < "\u0180" and character.isprintable() for character in line)
    assert drawable_text(line, lambda _: True) == line
