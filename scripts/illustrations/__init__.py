"""The site's illustrations: flat shapes in a few colours, drawn as a screen printer would."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from illustrations import covers, home, places, stories
from illustrations.drawing import Drawing
from illustrations.palette import ACCENT, BLUSH, CREAM, DEEP, GREEN, HONEY, MINT, SAGE, TINT

_WIDE: Final = (1920, 900)
_NEAR: Final = (1200, 1000)
_COVER: Final = (1000, 1414)

DRAWINGS: Final[Mapping[str, Drawing]] = MappingProxyType(
    {
        "home": Drawing(home.home, CREAM, *_WIDE),
        "home-near": Drawing(home.home_near, CREAM, *_NEAR),
        "arches": Drawing(stories.arches, DEEP),
        "bench": Drawing(places.bench_under_tree, CREAM),
        "bridge": Drawing(places.bridge, HONEY),
        "closer-to-home": Drawing(places.closer_to_home, CREAM),
        "door-ajar": Drawing(stories.door_ajar, DEEP),
        "harbour": Drawing(places.harbour, DEEP),
        "interview": Drawing(stories.interview, CREAM),
        "kitchen-table": Drawing(stories.kitchen_table, BLUSH),
        "letter": Drawing(stories.letter, SAGE),
        "poem": Drawing(stories.poem, MINT),
        "ring-cushion": Drawing(stories.ring_cushion, HONEY),
        "rings": Drawing(places.rings, GREEN),
        "roots": Drawing(stories.roots, HONEY),
        "round-table": Drawing(places.round_table, GREEN),
        "small-beginning": Drawing(stories.small_beginning, TINT),
        "stepping-stones": Drawing(places.stepping_stones, GREEN),
        "windows": Drawing(stories.windows, DEEP),
        "cover-building-blocks": Drawing(covers.building_blocks, HONEY, *_COVER),
        "cover-one-and-four": Drawing(covers.one_and_four, DEEP, *_COVER),
        "cover-people-places": Drawing(covers.people_places, ACCENT, *_COVER),
        "cover-places-compared": Drawing(covers.places_compared, GREEN, *_COVER),
        "cover-which-way": Drawing(covers.which_way_next, BLUSH, *_COVER),
    }
)
"""Every illustration by the name of its file."""
