"""The first words of a text, for lists that show how it begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.markup.collect import MAX_FIRST_WORDS, first_words
from tests.support.markup import render

SENTENCE = "We walked along the river with everyone who wanted to come, and then we talked about it for an hour."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("## Hello\n\nDear {first name|friend},\n\nIt is spring.", "It is spring."),
        ("One *bold* [link](a.md).\n\nTwo.", "One bold link. Two."),
        ("He gave these figures:\n\n- One\n\nThen more.", "He gave these figures…"),
        (f"{SENTENCE} {SENTENCE}\n\nMore.", f"{SENTENCE} {SENTENCE}"),
        (f"{SENTENCE} {SENTENCE} {SENTENCE}", f"{SENTENCE} {SENTENCE}"),
        ("> A quotation.\n\nWords.", "Words."),
        ("One<br>two  \nthree<br />\nfour.", "One two three four."),
    ],
)
def test_opening_of_a_text(text: str, expected: str) -> None:
    assert render(text).outline.first_words == expected


@given(st.lists(st.text(alphabet="ab .,:", max_size=400), max_size=4))
def test_opening_is_never_too_long(paragraphs: list[str]) -> None:
    assert len(first_words(" ".join(each.split()) for each in paragraphs)) <= MAX_FIRST_WORDS


def test_text_without_sentences_ends_at_a_word() -> None:
    assert first_words([("walk " * 100).strip()]) == f"{'walk ' * 59}walk…"
