"""The list of all texts in a language beside those in the first one, for somebody to review."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsroom.cli import CliContext, main
from newsroom.translations import Translations
from tests.support import SETTINGS, TODAY, small_newsroom, write_files
from tests.support.items import page

ABOUT = "docs/about.cy.md"
NAMES = sorted(Translations("cy").texts)
HEADINGS = ["Where", "English", "Welsh", "Correction", "Note"]
SITE = {
    **SETTINGS,
    "site_names": {"cy": "Rhwydwaith Stryd y Llwyfen"},
    "texts": {"areas.title": {"en": "Streets", "cy": "Strydoedd"}},
}


def review(root: Path, files: dict[str, str], lang: str = "cy") -> tuple[int, str]:
    """The exit code and the output of the command in a newsroom with these files, too."""
    write_files(root, small_newsroom() | files)
    result = CliRunner().invoke(
        main, ["review", "--root", str(root), lang], obj=CliContext(lambda: TODAY, lambda _root: SITE)
    )
    return result.exit_code, result.output


def rows(root: Path, files: dict[str, str]) -> dict[str, tuple[str, str]]:
    """The rows of the list: where a text is, with the English and the Welsh."""
    code, output = review(root, files)
    assert code == 0
    head, note, *found = csv.reader(output.removeprefix("\ufeff").splitlines(keepends=True))
    assert head == HEADINGS
    assert [row[0] for row in found if row[0].startswith("locale/")] == [f"locale/cy.po: {name}" for name in NAMES]
    assert note[2].startswith("Nobody who speaks Welsh has reviewed these texts yet.")
    assert {len(row) for row in found} == {len(HEADINGS)}
    return {where: (english, welsh) for where, english, welsh, *_ in found}


def test_list_has_the_name_the_catalogue_and_each_paragraph_of_pages(tmp_path: Path) -> None:
    files = {
        "docs/about.md": page("First.\n \t\n## Then\n\nMore\nwords.", title="About", summary="Us."),
        ABOUT: page("Yn gyntaf.\n\n## Wedyn\n\nMwy o\neiriau.", title="Amdanom", summary="Ni."),
    }
    found = rows(tmp_path, files)
    assert found["mkdocs.yml: texts: areas.title"] == ("Streets", "Strydoedd")
    assert found["mkdocs.yml: site_names"] == ("The Elm Street Network", "Rhwydwaith Stryd y Llwyfen")
    assert found["locale/cy.po: stories.title"] == ("Stories", "Straeon")
    english, welsh = found["locale/cy.po: search.found"]
    assert (len(english.split("\n")), len(welsh.split("\n"))) == (2, 3)
    assert [(where.removeprefix(ABOUT), *texts) for where, texts in found.items() if where.startswith(ABOUT)] == [
        (":2: `title`", "About", "Amdanom"),
        (":3: `summary`", "Us.", "Ni."),
        (":6", "First.", "Yn gyntaf."),
        (":8", "## Then", "## Wedyn"),
        (":10", "More\nwords.", "Mwy o\neiriau."),
    ]


def test_easy_read_and_texts_with_another_number_of_paragraphs_are_listed(tmp_path: Path) -> None:
    files = {"docs/about.md": page("One.\n\nTwo."), ABOUT: page("Un a dau."), "docs/tudalen.cy.md": page("Geiriau.")}
    files |= {"docs/about.easy.md": page("We help."), "docs/about.cy.easy.md": page("Rydym yn helpu.")}
    found = rows(tmp_path, files)
    assert found["docs/about.cy.easy.md:6"] == ("We help.", "Rydym yn helpu.")
    assert [where for where in found if where.startswith(ABOUT)] == [f"{ABOUT}:6"]
    assert found[f"{ABOUT}:6"] == ("One.\n\nTwo.", "Un a dau.")
    assert found["docs/tudalen.cy.md:6"] == ("", "Geiriau.")


def test_note_names_who_has_reviewed_the_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Reviewed(Translations):
        def __init__(self, lang: str) -> None:
            super().__init__(lang)
            self.reviewer = "Siân Elm" if lang == "cy" else None

    monkeypatch.setattr("newsroom.commands.review.Translations", Reviewed)
    assert "\n,,Reviewed by Siân Elm.,,\n" in review(tmp_path, {})[1].replace("\r", "")


@pytest.mark.parametrize("lang", ["en", "de"])
def test_language_without_translations_is_refused(tmp_path: Path, lang: str) -> None:
    code, output = review(tmp_path, {}, lang)
    assert code == 2
    assert f"'{lang}' is not a language into which this site is translated: cy" in output
