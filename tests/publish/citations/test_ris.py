"""RIS, read back by rispy."""

import pytest
import rispy
from hypothesis import given

from newsroom.publish.citations.ris import ris_record
from newsroom.publish.citations.work import Name, PersonName, Work
from newsroom.translations import Translations
from tests.publish.citations.hostile import texts
from tests.support.citations import ADA, KING, WIL, work


def parsed(one: Work, lang: str = "en") -> dict[str, object]:
    """The only record in a work's RIS."""
    (record,) = rispy.loads(ris_record(one, Translations(lang)).replace("\n", "\r\n"))
    return dict(record)


def test_every_field_round_trips() -> None:
    one = work(
        "Growing: the first year",
        authors=(ADA, "Elm & Oak Trust"),
        editors=(WIL, KING),
        date="2023-08-10",
        publisher="Elm Press",
        pages=64,
        isbn="978-1-907790-71-3",
        doi="10.1234/elm",
        pdf_url="https://elm.example/publications/growing.pdf",
    )
    assert parsed(one) == {
        "type_of_reference": "RPRT",
        "id": "growing",
        "authors": ["Elm, Ada", "Elm & Oak Trust"],
        "secondary_authors": ["ap Rowan, Wil", "King, Martin Luther, Jr"],
        "title": "Growing: the first year",
        "type_of_work": "Report",
        "publisher": "Elm Press",
        "year": "2023",
        "date": "2023/08/10/",
        "start_page": "64",
        "issn": "978-1-907790-71-3",
        "doi": "10.1234/elm",
        "urls": ["https://elm.example/publications/growing/"],
        "file_attachments1": "https://elm.example/publications/growing.pdf",
        "language": "en",
        "abstract": "What it is.",
    }


@pytest.mark.parametrize(("date", "written"), [("2023", "2023///"), ("2023-08", "2023/08//")])
def test_date_has_known_precision(date: str, written: str) -> None:
    assert parsed(work(date=date))["date"] == written


def test_forthcoming_work_has_no_year() -> None:
    found = parsed(work(date=None, is_forthcoming=True))
    assert found["notes"] == ["forthcoming"]
    assert not {"year", "date"} & set(found)
    assert parsed(work(date=None, is_forthcoming=True, lang="cy"), "cy")["notes"] == ["ar ddod"]


def test_conference_has_its_type() -> None:
    assert parsed(work(genre="conference"))["type_of_reference"] == "CONF"


@given(title=texts, author=texts, editor=texts, publisher=texts, summary=texts)
def test_no_text_escapes_its_field(title: str, author: str, editor: str, publisher: str, summary: str) -> None:
    one = work(
        title, authors=(author, ADA), editors=(PersonName(editor, author), editor), publisher=publisher, summary=summary
    )
    found = parsed(one)
    assert found["title"] == title
    assert found["publisher"] == publisher
    assert found["abstract"] == summary
    assert found["authors"] == [written(name) for name in one.authors]
    assert found["secondary_authors"] == [written(name) for name in one.editors]


def written(name: Name) -> str:
    """A name as RIS has it."""
    if isinstance(name, PersonName):
        return ", ".join(part for part in (name.family, name.given, name.suffix) if part)
    return name.name
