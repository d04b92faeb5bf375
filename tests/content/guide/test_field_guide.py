"""The guide's page of all fields, which is made from the models."""

import re

from newsroom.content.guide.field_guide import fields_page
from newsroom.content.types import TYPES
from tests.support.golden import Golden

LONGEST_WORD = 24
"""The number of characters that fit beside the names of fields on a screen of 360 pixels."""
_ROW = re.compile(r"^\| `([^`]+)` \| (\*\*Needed\.\*\* )?(.*) \|$", re.MULTILINE)


def sections() -> dict[str, str]:
    """The text of each section of the page by the id of its heading."""
    found = re.split(r"^#{2,3} .* \{#([\w-]+)\}$", fields_page()[2], flags=re.MULTILINE)
    return dict(zip(found[1::2], found[2::2], strict=True))


def rows(section: str) -> dict[str, tuple[bool, str]]:
    """Whether each field of a section is needed, and what to write in it."""
    return {name: (bool(needed), words) for name, needed, words in _ROW.findall(sections()[section])}


def test_page_of_all_fields_matches_golden_file(golden: Golden) -> None:
    golden.check("fields.md", "\n\n".join(fields_page()).encode())


def test_every_field_of_every_type_is_listed_with_its_description() -> None:
    shared = rows("dated") | rows("all")
    for found in TYPES:
        if found.label in ("", found.name):
            listed = rows(found.name) | shared
            for name, field in found.model.model_fields.items():
                needed, words = listed[field.alias or name]
                given = name in (found.file_name.fields(found.file_name.example) or ())
                assert (needed, bool(words)) == (field.is_required() and not given, True), (found.name, name)


def test_fields_show_their_choices_and_the_groups_they_lead_to() -> None:
    assert "`guest-blog`" in rows("story")["kind"][1]
    assert "`web`, `feed`, `email`, `social`" in rows("fields-consent")["scope"][1]
    assert "`docs/areas`" in rows("dated")["areas"][1]
    assert "`true`" in rows("all")["draft"][1]
    assert rows("newsletter")["from"][1].endswith("[Its fields](#fields-person).")
    linked = set(re.findall(r"\]\(#([\w-]+)\)", fields_page()[2]))
    assert linked - sections().keys() == set()


def test_no_word_is_too_long_for_a_column_on_a_phone() -> None:
    shown = re.sub(r"\]\([^)]*\)", "]", " ".join(text for name in sections() for _, text in rows(name).values()))
    assert [word for word in shown.split() if len(word) > LONGEST_WORD] == []
