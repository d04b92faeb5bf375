"""How a person's name is written with the family name first and in initials."""

import pytest

from newsroom.publish.citations.work import BodyName, PersonName, sort_name


@pytest.mark.parametrize(
    ("given", "initials"),
    [
        ("Ralph", "R."),
        ("J.R.R.", "J.R.R."),
        ("Jean-Paul", "J.-P."),
        ("D’Arcy", "D."),
        ("Llinos Medi", "Ll.M."),
        ("D. Ll.", "D.Ll."),
        ("LL", "L."),
        ("Ŵyn", "Ŵ."),
        ("W\u0302yn", "Ŵ."),
        ("bell", "B."),
        ("Ada 2", "A."),
        ("-", ""),
    ],
)
def test_initials(given: str, initials: str) -> None:
    assert PersonName("Elm", given).initials == initials


def test_sort_name_starts_with_family_name() -> None:
    assert sort_name(PersonName("ap Gwilym", "Dafydd")) == "ap Gwilym, Dafydd"
    assert sort_name(PersonName("King", "Martin Luther", "Jr")) == "King, Martin Luther, Jr"
    assert sort_name(BodyName("Universities of Hull, Sheffield")) == "Universities of Hull, Sheffield"
