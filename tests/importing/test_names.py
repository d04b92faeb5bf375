"""The names of drafts are fit for addresses, and are never those of other files."""

from datetime import date

import pytest

from newsroom.content.types import AnyType
from newsroom.content.types.newsletter import NEWSLETTER
from newsroom.content.types.story import STORY
from newsroom.importing.names import DraftNameError, NameRequest, choose_name, slug_for


@pytest.mark.parametrize(
    ("texts", "slug"),
    [
        (("Maggie’s story",), "maggies-story"),
        (("Yr Ŵyl yn y tŷ – 2024!",), "yr-wyl-yn-y-ty-2024"),
        (("ß æ Æ œ Ø ø ł Ł đ",), "ss-ae-ae-oe-o-o-l-l-d"),
        (("rock’n'roll ʼtis d'ʼA 'x'",), "rocknroll-tis-da-x"),
        (("Straße & Łódź", ""), "strasse-lodz"),
        (("The garden on Elm Street and all the people who dig there",), "the-garden-on-elm-street-and-all-the"),
        (("故事", "draft v2 FINAL"), "draft-v2-final"),
        (("故事", "…"), "imported"),
        (("It's 2026: “Hello”!",), "its-2026-hello"),
        (("Donaudampfschifffahrtselektrizitaetenhauptbetriebswerk",), "donaudampfschifffahrtselektrizitaetenhau"),
    ],
)
def test_name_is_made_of_whole_words_of_the_title(texts: tuple[str, ...], slug: str) -> None:
    assert slug_for(*texts) == slug


def test_longest_name_and_the_name_for_no_letters_can_be_others() -> None:
    assert slug_for("word " * 30, longest=60, default="") == "-".join(["word"] * 12)
    assert slug_for("故事", default="") == ""


def choose(
    content_type: AnyType, *taken: str, wanted: str | None = None, suffix: str = "", title: str = "The garden"
) -> str:
    """The name of a draft of 3 May 2024."""
    day = date(2024, 5, 3)
    return choose_name(NameRequest(content_type, wanted, (title,), day, suffix, frozenset(taken)))


def test_name_is_the_first_that_is_free() -> None:
    assert choose(STORY) == "the-garden"
    assert choose(STORY, "the-garden.md") == "the-garden-2"
    assert choose(STORY, "the-garden.md", "the-garden-2.md") == "the-garden-3"
    assert choose(STORY, "the-garden.md", suffix=".cy") == "the-garden-2", "another text is no translation of it"
    assert choose(STORY, "the-garden.md", wanted="the-garden", suffix=".cy") == "the-garden"
    assert choose(STORY, title="Con") == "con-2", "Windows reserves con.md"
    assert choose(STORY, title="Index") == "index-2", "index.md is the page of the folder"
    assert choose(NEWSLETTER) == "2024-05"
    assert choose(NEWSLETTER, "2024-05.md") == "2024-05-03"


@pytest.mark.parametrize(
    ("content_type", "taken", "wanted", "says"),
    [
        (STORY, ("mine.md",), "mine", "mine.md exists already, and is never written over; give another name"),
        (STORY, (), "My story", "'My story' cannot be the name of a story; use lower-case letters"),
        (STORY, (), "../mine", "cannot be the name of a story"),
        (NEWSLETTER, (), "2024-13", "cannot be the name of a newsletter; name an edition by its month"),
        (NEWSLETTER, ("2024-05.md", "2024-05-03.md"), None, "there is a newsletter for 2024-05 already"),
    ],
)
def test_name_that_cannot_be_is_refused(
    content_type: AnyType, taken: tuple[str, ...], wanted: str | None, says: str
) -> None:
    with pytest.raises(DraftNameError) as refused:
        choose(content_type, *taken, wanted=wanted)
    assert says in f"{refused.value}"
