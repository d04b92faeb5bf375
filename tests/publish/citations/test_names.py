"""Who is a person, with which family name, and who is a body."""

import pytest

from newsroom.publish.citations.names import BodyName, PersonName, parse_name


@pytest.mark.parametrize(
    ("written", "family", "given", "initials"),
    [
        ("Ralph Broad", "Broad", "Ralph", "R."),
        ("Broad, Ralph", "Broad", "Ralph", "R."),
        ("Dr Ralph Broad", "Broad", "Ralph", "R."),
        ("Prof. Sir Ralph Broad CBE", "Broad", "Ralph", "R."),
        ("Ralph Broad, MBE", "Broad", "Ralph", "R."),
        ("Simon Duffy (Citizen Network)", "Duffy", "Simon", "S."),
        ("J.R.R. Tolkien", "Tolkien", "J.R.R.", "J.R.R."),
        ("A. B. Smith", "Smith", "A. B.", "A.B."),
        ("Y. Chen", "Chen", "Y.", "Y."),
        ("Jean-Paul Sartre", "Sartre", "Jean-Paul", "J.-P."),
        ("D’Arcy Wood", "Wood", "D’Arcy", "D."),
        ("Flann O’Brien", "O’Brien", "Flann", "F."),
        ("Ludwig van Beethoven", "van Beethoven", "Ludwig", "L."),
        ("Jan van der Berg", "van der Berg", "Jan", "J."),
        ("Dick Van Dyke", "Van Dyke", "Dick", "D."),
        ("Ian St John", "St John", "Ian", "I."),
        ("Dara Ó Briain", "Ó Briain", "Dara", "D."),
        ("Dafydd ap Gwilym", "ap Gwilym", "Dafydd", "D."),
        ("Gwerful ferch Fychan", "ferch Fychan", "Gwerful", "G."),
        ("Yr Athro Siân Ŵyn", "Ŵyn", "Siân", "S."),
        ("Y Parch. Elwyn Rhys", "Rhys", "Elwyn", "E."),
        ("Llinos Medi Jones", "Jones", "Llinos Medi", "Ll.M."),
        ("Ŵyn Lloyd-Jones", "Lloyd-Jones", "Ŵyn", "Ŵ."),
        ("W\u0302yn Lloyd-Jones", "Lloyd-Jones", "W\u0302yn", "Ŵ."),
        ("bell hooks", "hooks", "bell", "B."),
        ("Amartya Kumar Sen", "Sen", "Amartya Kumar", "A.K."),
        ("Jack Yun Ma", "Ma", "Jack Yun", "J.Y."),
        ("  Ada \n Elm ", "Elm", "Ada", "A."),
    ],
)
def test_a_persons_names_are_told_apart(written: str, family: str, given: str, initials: str) -> None:
    found = parse_name(written)
    assert found == PersonName(family, given)
    assert found.initials == initials


@pytest.mark.parametrize(
    ("written", "suffix"),
    [("Martin Luther King Jr", "Jr"), ("King, Martin Luther, Jr.", "Jr."), ("Martin Luther King, Jr.", "Jr.")],
)
def test_what_tells_namesakes_apart_is_no_family_name(written: str, suffix: str) -> None:
    assert parse_name(written) == PersonName("King", "Martin Luther", suffix)


@pytest.mark.parametrize(
    "written",
    [
        "Universities of Hull and Sheffield",
        "University of Hull",
        "National Institute for Health Research (NIHR)",
        "Centre for Welfare Reform, with Inclusive Neighbourhoods",
        "Community Catalysts CIC",
        "NHS England",
        "Prifysgol Abertawe",
        "Cyngor Gwynedd",
        "Ernst & Young",
        "Ada Elm and Wil Rowan",
        "Bron AND Bert",
        "3 Rivers",
        "Kingfishers",
        "Tom",
        "Dr Smith",
        "Lord Adebowale",
        "de Souza",
        "others",
        "Hall, Stuart, Kingston, Jamaica",
        ", Ralph",
        "Elm,",
        "???",
        "Ada %",
        "Ada – Elm",
        "",
    ],
)
def test_a_name_without_parts_to_tell_apart_stays_as_it_is(written: str) -> None:
    assert parse_name(written) == BodyName(written)
