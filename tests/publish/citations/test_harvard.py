"""The formatted reference, in both languages."""

import pytest

from newsroom.publish.citations.harvard import harvard_reference
from newsroom.publish.citations.work import BodyName, Name, PersonName, Work, full_title
from newsroom.translations import Translations
from tests.support.citations import ADA, KING, WIL, work

AT = "Available at: https://elm.example/publications/growing/"


def reference(cited: Work, lang: str = "en") -> str:
    """The reference to a work."""
    return harvard_reference(cited, Translations(lang)).text


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ((ADA,), "Elm, A."),
        ((ADA, WIL), "Elm, A. and ap Rowan, W."),
        ((ADA, WIL, "University of Elmham"), "Elm, A., ap Rowan, W. and University of Elmham"),
        ((KING,), "King, M.L., Jr"),
    ],
)
def test_reference_starts_with_authors(authors: tuple[Name | str, ...], names: str) -> None:
    assert reference(work(authors=authors)) == f"{names} (2023) Growing. {AT}"


def test_editors_are_marked() -> None:
    one, two = (ADA,), (ADA, WIL)
    assert reference(work(authors=(), editors=one)) == f"Elm, A. (ed.) (2023) Growing. {AT}"
    assert reference(work(authors=(), editors=two)) == f"Elm, A. and ap Rowan, W. (eds.) (2023) Growing. {AT}"
    assert reference(work(authors=(PersonName("Oak", "Siân"),), editors=two)) == (
        f"Oak, S. (2023) Growing. Edited by A. Elm and W. ap Rowan. {AT}"
    )


def test_organisation_as_author_and_publisher_is_named_once() -> None:
    own = harvard_reference(work(publisher="Elm Trust", authors=("Elm Trust",)), Translations("en"))
    assert own.text == f"Elm Trust (2023) Growing. {AT}"
    assert work(publisher="Elm Trust", authors=("Elm Trust",)).authors == (BodyName("Elm Trust"),)


def test_reference_without_authors_starts_with_title() -> None:
    assert reference(work(authors=())) == f"Growing (2023). {AT}"
    assert reference(work("Which way?", authors=())) == f"Which way? (2023). {AT}"


def test_reference_has_all_known_facts() -> None:
    assert reference(work(publisher="Elm Press Ltd.", pages=64, isbn="978-1-907790-71-3", doi="10.1234/elm")) == (
        "Elm, A. (2023) Growing. Elm Press Ltd. 64 pp. ISBN 978-1-907790-71-3. Available at: https://doi.org/10.1234/elm"
    )


@pytest.mark.parametrize(
    ("title", "subtitle", "whole"),
    [
        ("Growing", "", "Growing. "),
        ("Growing", "the first year", "Growing: the first year. "),
        ("Which Way Next?", "How we grow", "Which Way Next? How we grow. "),
        ("Growing", "how do we?", "Growing: how do we? "),
        ("“Growing!”", "", "“Growing!” "),
    ],
)
def test_title_ends_with_one_full_stop(title: str, subtitle: str, whole: str) -> None:
    assert reference(work(full_title(title, subtitle))) == f"Elm, A. (2023) {whole}{AT}"


def test_missing_year_is_explained() -> None:
    assert reference(work(date=None, is_forthcoming=True)) == f"Elm, A. (forthcoming) Growing. {AT}"
    assert reference(work(date=None)) == f"Elm, A. (no date) Growing. {AT}"


def test_welsh_reference_is_in_welsh() -> None:
    two = (ADA, PersonName("Rowan", "Owen"))
    found = reference(work("Tyfu", authors=(), editors=(ADA, WIL), pages=16), "cy")
    assert found.startswith("Elm, A. ac ap Rowan, W. (goln) (2023) Tyfu. 16 tt. Ar gael yn: https://")
    assert "(ar ddod)" in reference(work(date=None, is_forthcoming=True), "cy")
    assert "Golygwyd gan A. Elm ac O. Rowan." in reference(work(editors=two), "cy")


def test_title_is_separate_for_italics() -> None:
    found = harvard_reference(work("Growing"), Translations("en"))
    assert (found.before, found.title, found.after) == ("Elm, A. (2023) ", "Growing", f". {AT}")
