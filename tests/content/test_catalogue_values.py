"""Fields whose values are those that the catalogue names, so that a network adds its own without code."""

import pytest
from pydantic import ValidationError

from newsroom.content.types.area import Area


@pytest.mark.parametrize(
    ("names", "nation", "is_valid"),
    [
        (frozenset({"nation.Scotland", "area.kicker"}), "Scotland", True),
        (frozenset({"nation.Scotland", "area.kicker"}), "Wales", False),
        (frozenset({"nation.Scotland", "area.kicker"}), "area.kicker", False),
        (frozenset(), "Wales", True),
    ],
)
def test_nation_is_one_that_the_catalogue_names(names: frozenset[str], nation: str, is_valid: bool) -> None:
    values = {"name": "Elmham", "nation": nation, "summary": "A place."}
    if is_valid:
        assert Area.model_validate(values, context=names).nation == nation
    else:
        with pytest.raises(ValidationError, match="literal_error"):
            Area.model_validate(values, context=names)
