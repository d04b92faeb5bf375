"""The words that a mistyped one is compared with."""

import gzip
import hashlib
import json

import pytest

from newsroom.publish.search.vocabulary import LARGEST, Vocabulary, words_of


def words(vocabulary: Vocabulary) -> list[str]:
    """The words that a vocabulary's file holds."""
    found: list[str] = json.loads(vocabulary.encoded())
    return found


def test_words_of_most_pages_come_first_and_equals_by_the_alphabet() -> None:
    vocabulary = Vocabulary()
    for text in ("garden bench", "garden shed shed shed", "garden acorn"):
        vocabulary.add([text])
    assert words(vocabulary) == ["garden", "acorn", "bench", "shed"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Garden GARDEN garden", {"garden"}),
        ("Maggie’s", {"maggie's"}),
        ("the old elm", set()),
        ("in 2023 B2B4", set()),
        ("tŷ môr gwmpas", {"gwmpas"}),
        ("multi-site", {"multi", "site"}),
        ("x" * 60, set()),
    ],
)
def test_words_are_long_enough_to_be_mistyped(text: str, found: set[str]) -> None:
    assert words_of(text) == found


def test_a_large_vocabulary_loses_its_rarest_words() -> None:
    vocabulary = Vocabulary()
    letters = str.maketrans("0123456789abcdef", "aeioubcdfghklmnp")
    rare = [hashlib.sha256(str(number).encode()).hexdigest()[:9].translate(letters) for number in range(20_000)]
    vocabulary.add(rare)
    vocabulary.add(["frequent"])
    vocabulary.add(["frequent"])
    assert words(vocabulary)[0] == "frequent"
    assert len(words(vocabulary)) < len(rare)
    assert len(gzip.compress(vocabulary.encoded(), 6)) <= LARGEST + 20
