"""BibTeX, read back by bibtexparser."""

import re

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware, NameParts, SeparateCoAuthors, SplitNameParts
from bibtexparser.model import Entry
from hypothesis import given

from newsroom.publish.citations.bibtex import bibtex_entry
from newsroom.publish.citations.work import Name, PersonName, Work
from newsroom.translations import Translations
from tests.publish.citations.hostile import texts
from tests.support.citations import ADA, KING, WIL, work

_CHARACTERS = {
    "lbrace": "{",
    "rbrace": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textbackslash": "\\",
}
_COMMAND = re.compile(r"\\(?:([&%$#_])|([a-z]+)\{\})")


def parsed(one: Work, lang: str = "en") -> Entry:
    """The only entry in a work's BibTeX, with names split at "and"."""
    library = parse_string(bibtex_entry(one, Translations(lang)), append_middleware=[SeparateCoAuthors()])
    assert library.failed_blocks == []
    (block,) = library.blocks
    assert isinstance(block, Entry)
    return block


def fields(entry: Entry) -> dict[str, object]:
    """An entry's fields by name."""
    return {field.key: field.value for field in entry.fields}


def plain(text: str) -> str:
    """What LaTeX prints of a field: its commands for single characters made into these, the braces around it gone."""
    inner = text[1:-1] if text.startswith("{") else text
    read = _COMMAND.sub(lambda found: found[1] or _CHARACTERS[found[2]], inner)
    assert not set(_COMMAND.sub("", inner)) & set("\\{}%$#_&~^"), "a bare character that LaTeX takes for its own"
    return read


def test_every_field_round_trips() -> None:
    one = work(
        "Growing: the first year",
        authors=(ADA, "Elm & Oak Trust"),
        editors=(WIL,),
        date="2023-08-10",
        publisher="Elm Press and Sons",
        pages=64,
        isbn="978-1-907790-71-3",
        doi="10.1234/elm_(1):2<3{4",
        summary="What grew, 100 % of it.",
    )
    entry = parsed(one)
    assert (entry.entry_type, entry.key) == ("techreport", "growing")
    assert fields(entry) == {
        "author": ["Elm, Ada", "{Elm \\& Oak Trust}"],
        "editor": ["ap Rowan, Wil"],
        "title": "{Growing: the first year}",
        "institution": "{Elm Press and Sons}",
        "type": "Report",
        "year": "2023",
        "month": "aug",
        "pagetotal": "64",
        "isbn": "978-1-907790-71-3",
        "doi": "10.1234/elm_(1):2<3%7B4",
        "url": "https://elm.example/publications/growing/",
        "langid": "english",
        "abstract": "What grew, 100 \\% of it.",
    }


@pytest.mark.parametrize(
    ("genre", "authors", "editors", "entry_type"),
    [
        ("report", (ADA,), (), "techreport"),
        ("study", (), (), "techreport"),
        ("evaluation", (), (ADA,), "book"),
        ("conference", (), (ADA,), "proceedings"),
        ("conference", (ADA,), (), "misc"),
    ],
)
def test_entry_type_allows_authors_and_editors(
    genre: str, authors: tuple[Name, ...], editors: tuple[Name, ...], entry_type: str
) -> None:
    assert parsed(work(genre=genre, authors=authors, editors=editors)).entry_type == entry_type


def test_unknown_facts_are_left_out() -> None:
    assert set(fields(parsed(work(authors=(), date=None)))) == {"title", "type", "url", "langid", "abstract"}


def test_forthcoming_is_stated_in_language() -> None:
    assert parsed(work(date=None, is_forthcoming=True))["year"] == "forthcoming"
    welsh = parsed(work(date=None, is_forthcoming=True, lang="cy"), "cy")
    assert (welsh["year"], welsh["langid"], welsh["type"]) == ("ar ddod", "welsh", "Adroddiad")


def test_latex_prints_every_character_as_it_was_written() -> None:
    text = r"{50 %} of £3 & \more: $x_1^2 ~ #1"
    library = parse_string(bibtex_entry(work(text), Translations("en")), append_middleware=[LatexDecodingMiddleware()])
    assert str(library.entries[0]["title"]).replace("ˆ", "^") == text


def test_bibtex_itself_finds_the_parts_of_a_name() -> None:
    one = work(
        authors=(PersonName("van der Berg", "Jan"), KING, "University of Hull", PersonName("Oak, Ash", "Bo and"))
    )
    entry = SplitNameParts().transform_entry(parsed(one), parse_string(""))
    assert isinstance(entry, Entry)
    assert entry["author"] == [
        NameParts(first=["Jan"], von=["van", "der"], last=["Berg"]),
        NameParts(first=["Martin", "Luther"], last=["King"], jr=["Jr"]),
        NameParts(last=["{University of Hull}"]),
        NameParts(first=["{Bo and}"], last=["{Oak, Ash}"]),
    ]


@given(title=texts, author=texts, editor=texts, publisher=texts, summary=texts)
def test_no_text_escapes_its_field(title: str, author: str, editor: str, publisher: str, summary: str) -> None:
    one = work(title, authors=(author, ADA), editors=(editor,), publisher=publisher, summary=summary)
    entry = parsed(one)
    assert plain(str(entry["title"])) == title
    assert plain(str(entry["institution"])) == publisher
    assert plain(str(entry["abstract"])) == summary
    assert [plain(name) for name in entry["author"]] == [written(name) for name in one.authors]
    assert [plain(name) for name in entry["editor"]] == [written(name) for name in one.editors]


@given(name=texts)
def test_names_are_split_only_where_they_end(name: str) -> None:
    assert len(parsed(work(authors=(name, PersonName(name, name, name), ADA)))["author"]) == 3


def written(name: Name) -> str:
    """A name in the order of a list of references."""
    if isinstance(name, PersonName):
        return ", ".join(part for part in (name.family, name.suffix, name.given) if part)
    return name.name
