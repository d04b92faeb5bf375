"""The words that a mistyped one is compared with."""

import gzip
import hashlib
import json

import pytest

from newsroom.publish.search.vocabulary import MAX_VOCABULARY_BYTES, Vocabulary, find_pairs, find_words


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
        ("elms’s 'tis", {"elms's"}),
        ("x" * 30, {"x" * 30}),
        ("x" * 31, set()),
    ],
)
def test_words_are_long_enough_to_be_mistyped(text: str, found: set[str]) -> None:
    assert find_words(text) == found


def test_large_vocabulary_loses_its_rarest_words() -> None:
    vocabulary = Vocabulary()
    letters = str.maketrans("0123456789abcdef", "aeioubcdfghklmnp")
    rare = [hashlib.sha256(str(number).encode()).hexdigest()[:9].translate(letters) for number in range(20_000)]
    vocabulary.add(rare)
    vocabulary.add(["frequent"])
    vocabulary.add(["frequent"])
    assert words(vocabulary)[0] == "frequent"
    assert len(words(vocabulary)) < len(rare)
    assert len(gzip.compress(vocabulary.encoded(), 6)) <= MAX_VOCABULARY_BYTES + 20


def test_words_side_by_side_in_a_title_come_last_and_are_the_first_to_go() -> None:
    vocabulary = Vocabulary()
    vocabulary.add(["Waltham Forest", "Bench"], "Waltham Forest")
    assert words(vocabulary) == ["bench", "forest", "waltham", "waltham forest"]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Waltham Forest", {"waltham forest"}),
        ("Maggie’s Long Story", {"maggie's long", "long story"}),
        ("Kensington and Chelsea", set()),
        ("Derby", set()),
        ("elms ELMS’S", {"elms elms's"}),
        ("", set()),
    ],
)
def test_pairs_are_adjacent_words_of_title(title: str, found: set[str]) -> None:
    assert find_pairs(title) == found
