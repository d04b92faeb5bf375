"""The codes of errors and warnings: each is declared once, with help that an editor can use."""

from typing import get_args

from newsroom.codes import AREAS, ENTRIES, Code


def test_declared_codes_are_those_the_type_checker_knows() -> None:
    assert [entry.code for area in AREAS for entry in area.entries] == list(get_args(Code))
    assert len(ENTRIES) == len(get_args(Code))


def test_help_is_two_sentences_or_more_with_an_example() -> None:
    short = [code for code, entry in ENTRIES.items() if entry.help.count(". ") + entry.help.count(": ") < 1]
    assert short == []
