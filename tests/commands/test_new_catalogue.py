"""Another language: its catalogue is started in English, translated, and what it lacks is a warning."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from babel import Locale

from newsroom import translations
from newsroom.check.catalogues import check_catalogues
from newsroom.commands.new_catalogue import new_catalogue
from newsroom.commands.new_file import NewFileError
from newsroom.content.dates import parse_date
from newsroom.content.moments import Moment
from newsroom.translations import Translations, catalogue_path
from tests.support import ROOT
from tests.support.wordings import Reported

LOCALE = Path("hooks/newsroom/locale")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with no catalogue but the English one. A language may be used by one test alone: it is kept."""
    (tmp_path / LOCALE).mkdir(parents=True)
    shutil.copy(ROOT / LOCALE / "en.po", tmp_path / LOCALE)
    monkeypatch.setattr(translations, "_LOCALE_FOLDER", tmp_path / LOCALE)
    return tmp_path


def started(root: Path, lang: str) -> Path:
    """A new catalogue, as it is written."""
    file = new_catalogue(root, lang)
    (root / file.path).write_text(file.text, encoding="utf-8")
    return root / file.path


@pytest.mark.parametrize(
    ("lang", "name", "day", "counts"),
    [
        ("pl", "Polski", "3 marca 2026", ["1 page", "2 pages", "5 pages"]),
        ("ar", "العربية", "3 مارس 2026", ["1 page", "2 pages", "5 pages"]),
        ("ja", "日本語", "2026年3月3日", ["1 pages", "2 pages", "5 pages"]),
        ("fr", "Français", "3 mars 2026", ["1 page", "2 pages", "5 pages"]),
    ],
)
def test_new_catalogue_has_english_texts_and_its_own_dates_and_plurals(
    root: Path, lang: str, name: str, day: str, counts: list[str]
) -> None:
    started(root, lang)
    t = Translations(lang)
    assert (t.native_name, t.date(parse_date("2026-03-03")), t("crumbs.home")) == (name, day, "Home")
    assert [t.count("publication.pages", number) for number in (1, 2, 5)] == counts
    assert str(Locale(lang).get_language_name("en")) in t("languages.home")
    assert "English" not in t("languages.home")
    assert [*check_catalogues([t])] == []


def test_dates_have_the_form_of_their_language(root: Path) -> None:
    dates = {}
    for lang in ("cs", "es"):
        started(root, lang)
        t = Translations(lang)
        period = t.period(Moment(date(2026, 10, 5)), Moment(date(2026, 11, 6)))
        dates[lang] = [t.date(parse_date("2026-10")), t.date(parse_date("2026-10-05")), period]
    assert dates == {
        "cs": ["říjen 2026", "5. října 2026", "pondělí 5. října to pátek 6. listopadu 2026"],
        "es": ["octubre de 2026", "5 de octubre de 2026", "lunes 5 de octubre to viernes 6 de noviembre de 2026"],
    }


ENGLISH = """\
# English

msgid "crumbs.home"
msgstr "Home"

msgid "publication.pages"
msgid_plural "publication.pages.plural"
msgstr[0] "{number} page"
msgstr[1] "{number} pages"

msgid "stories.back"
msgstr "Back to all stories"

msgid "stories.title"
msgstr "Stories"

msgid "toc.title"
msgstr "On this page"
"""


def test_missing_texts_are_shown_in_english_with_a_warning(root: Path, reported: Reported) -> None:
    (root / LOCALE / "en.po").write_text(ENGLISH, encoding="utf-8")
    file = started(root, "nl")
    text, _, _ = file.read_text(encoding="utf-8").partition('msgid "toc.title"')
    for old, new in {"Home": "Begin", "Back to all stories": "", "Stories": "", "{number} pages": ""}.items():
        text = text.replace(f'"{old}"', f'"{new}"')
    file.write_text(text, encoding="utf-8")
    t = Translations("nl")
    assert [t("crumbs.home"), t("stories.back"), t("toc.title")] == ["Begin", "Back to all stories", "On this page"]
    assert t.count("publication.pages", 3) == "3 pages"
    assert reported(check_catalogues([t])) == [f"{catalogue_path('nl')} catalogue-incomplete?"]


@pytest.mark.parametrize(
    ("lang", "why"),
    [*((lang, "is not the code") for lang in ("english", "xx", "GA", "ga-IE", "gle", "")), ("en", "exists")],
)
def test_unknown_and_existing_languages_are_refused(root: Path, lang: str, why: str) -> None:
    with pytest.raises(NewFileError, match=why):
        new_catalogue(root, lang)
