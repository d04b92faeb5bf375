"""The reader-facing texts: complete in every language, all used, correct for dates, numbers and lists of names."""

from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from newsroom.content.dates import parse_date
from newsroom.content.moments import parse_moment
from newsroom.translations import Translations, known_languages
from tests.support import ROOT
from tests.support.vocabulary import Use, uses

FILES = sorted((ROOT / "hooks/newsroom/locale").glob("*.po"))


def catalogue(file: Path) -> Catalog:
    """A language's catalogue."""
    with file.open("rb") as opened:
        return read_po(opened, abort_invalid=True)


CATALOGUES = {file.stem: catalogue(file) for file in FILES}


def messages(lang: str) -> dict[str, Message]:
    """A language's messages by name."""
    found = {message.id if isinstance(message.id, str) else message.id[0]: message for message in CATALOGUES[lang]}
    return {name: message for name, message in found.items() if name}


def forms(message: Message) -> list[str]:
    """The texts of a message: one, or one for each plural form."""
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def placeholders(message: Message) -> set[frozenset[str]]:
    """The sets of placeholders that a message's forms have."""
    return {frozenset(name for _, name, _, _ in Formatter().parse(form) if name is not None) for form in forms(message)}


@pytest.fixture(scope="module")
def found() -> list[Use]:
    """Every use of a text, in order."""
    return sorted(uses(), key=lambda use: (use.name, use.place))


def test_templates_and_code_use_translations(found: list[Use]) -> None:
    names = {use.name for use in found}
    assert {"kind.guest-blog", "home.latest", "news.title", "redirect.moved", "email.why"} <= names


@pytest.mark.parametrize("lang", CATALOGUES)
def test_every_used_name_is_translated(found: list[Use], lang: str) -> None:
    known = messages(lang)
    assert [use for use in found if use.name not in known or not all(forms(known[use.name]))] == []


@pytest.mark.parametrize("lang", CATALOGUES)
def test_every_translation_is_used(found: list[Use], lang: str) -> None:
    assert sorted(set(messages(lang)) - {use.name for use in found}) == []


@pytest.mark.parametrize("lang", CATALOGUES)
def test_uses_fill_exactly_the_placeholders(found: list[Use], lang: str) -> None:
    known = messages(lang)
    assert [use for use in found if placeholders(known[use.name]) != {use.values}] == []
    assert [use for use in found if isinstance(known[use.name].id, tuple) != use.is_count] == []


@pytest.mark.parametrize("lang", CATALOGUES)
def test_no_translation_is_empty_or_fuzzy(lang: str) -> None:
    catalogue = CATALOGUES[lang]
    assert [name for name, message in messages(lang).items() if message.fuzzy or not all(forms(message))] == []
    assert catalogue.obsolete == {}
    assert catalogue.locale is not None
    assert catalogue.locale.language == lang
    plural = [message for message in messages(lang).values() if isinstance(message.id, tuple)]
    assert {len(forms(message)) for message in plural} == {catalogue.num_plurals}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_catalogue_names_are_unique_and_sorted(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").split("\n")
    names = [line.split('"')[1] for line in lines if line.startswith('msgid "')]
    assert names == sorted(set(names))


def test_known_languages_are_those_with_a_catalogue() -> None:
    assert known_languages() == set(CATALOGUES) >= {"en", "cy"}
    assert {lang: set(messages(lang)) ^ set(messages("en")) for lang in ("en", "cy")} == {"en": set(), "cy": set()}


def test_translation_fills_placeholders() -> None:
    assert Translations("en")("list.position", number=2, count=3) == "Page 2 of 3"
    assert Translations("cy")("list.position", number=2, count=3) == "Tudalen 2 o 3"


@pytest.mark.parametrize("lang", CATALOGUES)
def test_missing_translation_raises_with_name_and_file(lang: str) -> None:
    with pytest.raises(LookupError, match=rf"{lang}\.po .*'no\.such\.name'"):
        Translations(lang)("no.such.name")
    with pytest.raises(LookupError, match=rf"{lang}\.po .*'footer\.about'"):
        Translations(lang).count("footer.about", 2)


@pytest.mark.parametrize(
    ("written", "english", "welsh"),
    [
        ("2025-09-10", "10 September 2025", "10 Medi 2025"),
        ("2024-02-01", "1 February 2024", "1 Chwefror 2024"),
        ("2020-07", "July 2020", "Gorffennaf 2020"),
        ("2024", "2024", "2024"),
        ("1999-12-31", "31 December 1999", "31 Rhagfyr 1999"),
    ],
)
def test_date_has_known_precision(written: str, english: str, welsh: str) -> None:
    assert Translations("en").date(parse_date(written)) == english
    assert Translations("cy").date(parse_date(written)) == welsh


@pytest.mark.parametrize(
    ("number", "english", "welsh"),
    [
        (0, "0 pages", "0 tudalen"),
        (1, "1 page", "1 dudalen"),
        (2, "2 pages", "2 dudalen"),
        (3, "3 pages", "3 tudalen"),
        (11, "11 pages", "11 tudalen"),
        (22, "22 pages", "22 tudalen"),
        (1024, "1,024 pages", "1,024 tudalen"),
    ],
)
def test_count_uses_plural_forms(number: int, english: str, welsh: str) -> None:
    assert Translations("en").count("publication.pages", number) == english
    assert Translations("cy").count("publication.pages", number) == welsh


def test_forms_have_all_plural_categories() -> None:
    assert Translations("en").forms("publication.pages") == {"one": "{number} page", "other": "{number} pages"}
    welsh = Translations("cy").forms("publication.pages")
    assert {name: welsh[name] for name in ("zero", "one", "two", "few", "many", "other")} == {
        "zero": "{number} tudalen",
        "one": "{number} dudalen",
        "two": "{number} dudalen",
        "few": "{number} tudalen",
        "many": "{number} tudalen",
        "other": "{number} tudalen",
    }


@pytest.mark.parametrize(
    ("length", "size"),
    [
        (1, "1 kB"),
        (640_400, "640 kB"),
        (999_499, "999 kB"),
        (999_500, "1 MB"),
        (1_240_000, "1.2 MB"),
        (2_500_000_000, "2,500 MB"),
    ],
)
def test_file_size_is_rounded(length: int, size: str) -> None:
    assert Translations("en").size(length) == Translations("cy").size(length) == size


@pytest.mark.parametrize(
    ("names", "row"),
    [((), ""), (("Ada",), "Ada"), (("Ada", "Wil"), "Ada and Wil"), (("Ada", "Wil", "Siân"), "Ada, Wil and Siân")],
)
def test_names_are_joined_as_in_britain(names: tuple[str, ...], row: str) -> None:
    assert Translations("en").list(names) == row


@pytest.mark.parametrize(
    ("name", "word"),
    [("Elm", "ac"), ("Ŵyn", "ac"), ("Wlster", "ac"), ("Llan", "a"), ("Wrecsam", "a"), ("Williams", "a"), ("Wyn", "a")],
)
def test_welsh_and_is_ac_before_a_vowel(name: str, word: str) -> None:
    assert Translations("cy").list(("Ada", name)) == f"Ada {word} {name}"


def test_language_has_native_name() -> None:
    assert (Translations("en").native_name, Translations("cy").native_name) == ("English", "Cymraeg")


@pytest.mark.parametrize(
    ("start", "end", "english", "welsh"),
    [
        ("2025-09-10", None, "Wednesday 10 September 2025", "Dydd Mercher 10 Medi 2025"),
        (
            "2026-12-10",
            "2026-12-11",
            "Thursday 10 December to Friday 11 December 2026",
            "Dydd Iau 10 Rhagfyr – Dydd Gwener 11 Rhagfyr 2026",
        ),
        (
            "2026-12-31",
            "2027-01-01",
            "Thursday 31 December 2026 to Friday 1 January 2027",
            "Dydd Iau 31 Rhagfyr 2026 – Dydd Gwener 1 Ionawr 2027",
        ),
        ("2026-12-10 10:00", None, "Thursday 10 December 2026, 10am", "Dydd Iau 10 Rhagfyr 2026, 10yb"),
        (
            "2026-12-10 12:00",
            "2026-12-11 00:00",
            "Thursday 10 December 2026, midday to midnight",
            "Dydd Iau 10 Rhagfyr 2026, hanner dydd – hanner nos",
        ),
        (
            "2026-12-10 22:05",
            "2026-12-11 00:30",
            "Thursday 10 December 2026, 10:05pm to Friday 11 December 2026, 12:30am",
            "Dydd Iau 10 Rhagfyr 2026, 10:05yh – Dydd Gwener 11 Rhagfyr 2026, 12:30yb",
        ),
    ],
)
def test_periods_are_in_words(start: str, end: str | None, english: str, welsh: str) -> None:
    moments = (parse_moment(start), parse_moment(end) if end else None)
    assert [Translations(lang).period(*moments) for lang in ("en", "cy")] == [english, welsh]
