"""The input of a page changes with all that its templates may print, and not with the words of other texts."""

from pathlib import Path

import pytest

from newsroom.open_build import load_build
from newsroom.publish.build_options import BuildOptions
from newsroom.publish.page_input import PageInput
from newsroom.publish.pictures import Pictures
from newsroom.publish.text.text_facts import NO_TEXT, TextFacts
from newsroom.site_settings import site_settings
from tests.support import SETTINGS, TODAY, small_newsroom, write_files
from tests.support.changes import Changes, N, P, S, changed
from tests.support.images import picture
from tests.support.theme import THEME

WITH_PICTURE = ("A garden grew.", "![Leeks in a row](leeks.png)")
PICTURE: Changes = {"stories/leeks.png": picture()}
WITHDRAWN = "---\nwithdrawn: 2026-01-02\n---\n"
FIRST_WORDS: Changes = {N: ("Good morning", "Good evening")}
CHANGES: dict[str, tuple[Changes, Changes, bool]] = {
    "words of another text": ({}, {S: ("A garden grew.", "A hedge grew.")}, True),
    "the title of another page": ({}, {S: ("title: The garden", "title: The hedge")}, False),
    "the first words of an edition": ({}, FIRST_WORDS, True),
    "a heading of another text": ({}, {N: ("## Hello", "## Welcome")}, False),
    "a picture in another text": (PICTURE, {**PICTURE, S: WITH_PICTURE}, False),
    "the size of a picture": ({**PICTURE, S: WITH_PICTURE}, {S: WITH_PICTURE, "stories/leeks.png": picture(90)}, False),
    "a new page": ({}, {"stories/the-hedge.md": small_newsroom()[S]}, False),
    "a withdrawn item": ({}, {S: WITHDRAWN}, False),
}


def page_input(root: Path, changes: Changes, site_name: str = "A network", templates: bytes = b"") -> PageInput:
    write_files(root, changed(changes))
    if not (root / "overrides").exists():
        (root / "overrides").symlink_to(THEME)
    settings = site_settings({**SETTINGS, "site_name": site_name})
    context = load_build(root, settings, BuildOptions(today=TODAY)).context
    return PageInput(context, templates, Pictures(context).html.size_of)


def input_of(given: PageInput, path: str = P) -> str:
    return given.hash(given._context.site.page(path), "<p>", NO_TEXT)


@pytest.mark.parametrize(("before", "after", "is_same"), CHANGES.values(), ids=list(CHANGES))
def test_input_changes_with_what_pages_show_of_others(
    tmp_path: Path, before: Changes, after: Changes, is_same: bool
) -> None:
    assert (input_of(page_input(tmp_path, before)) == input_of(page_input(tmp_path, after))) is is_same


def test_input_of_a_list_changes_with_the_first_words_of_its_editions(tmp_path: Path) -> None:
    before, after = (input_of(page_input(tmp_path, changes), "newsletters/index.md") for changes in ({}, FIRST_WORDS))
    assert before != after


def test_input_changes_with_the_page_its_text_the_settings_and_the_templates(tmp_path: Path) -> None:
    given = page_input(tmp_path, {})
    page = given._context.site.page(P)
    hashes = [
        given.hash(page, "<p>", NO_TEXT),
        given.hash(page, "<h2>", NO_TEXT),
        given.hash(page, "<p>", TextFacts(word_count=7)),
        given.hash(None, "<p>", NO_TEXT),
        input_of(page_input(tmp_path, {}, site_name="Another network")),
        input_of(page_input(tmp_path, {}, templates=b"others")),
    ]
    assert len(set(hashes)) == len(hashes)
