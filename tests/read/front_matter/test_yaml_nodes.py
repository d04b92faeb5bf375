"""Whether a text can be the value of a field, and whether YAML reads it as it is written."""

import pytest

from newsroom.read.front_matter.yaml_nodes import is_plain, is_value


@pytest.mark.parametrize(
    ("text", "can_be_value", "is_itself"),
    [
        ("Elm Street", True, True),
        ('"Elm"', True, False),
        ("[Elm, Ash]", True, False),
        ("Elm # a tree", True, False),
        ("Elm: a tree", False, False),
        ("- Elm", False, False),
        ("[Elm", False, False),
        ("[" * 250 + "]" * 250, True, False),
        ("[" * 501, False, False),
        ('"' + "[" * 250 + "{" * 250 + '"', True, False),
        ('"' + "[" * 250 + "{" * 251 + '"', False, False),
        ("", True, True),
        ("Elm\n- Ash", False, False),
    ],
)
def test_text_is_a_value_or_needs_quotation_marks(text: str, can_be_value: bool, is_itself: bool) -> None:
    assert (is_value(text), is_plain(text)) == (can_be_value, is_itself)
