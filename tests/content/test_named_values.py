"""Fields whose values the settings name, so that a network has its own nations without code."""

from collections.abc import Mapping

import pytest
from pydantic import ValidationError

from newsroom.content.types.area import Area


@pytest.mark.parametrize(
    ("named", "nation", "is_valid"),
    [
        ({"nation": ("Ontario", "Alba")}, "Alba", True),
        ({"nation": ("Ontario", "Alba")}, "Wales", False),
        ({"nation": ()}, "Anywhere", True),
        ({}, "Anywhere", True),
    ],
)
def test_nation_is_one_that_the_settings_name(
    named: Mapping[str, tuple[str, ...]], nation: str, is_valid: bool
) -> None:
    values = {"name": "Elmham", "nation": nation, "summary": "A place."}
    if is_valid:
        assert Area.model_validate(values, context=named).nation == nation
    else:
        with pytest.raises(ValidationError, match="literal_error"):
            Area.model_validate(values, context=named)
