"""The map of areas: an SVG drawing from the outline of the land and the positions of the areas."""

from newsroom.publish.area_map.draw import AreaLink, AreaMap, Dot, PlacedArea, draw_map

__all__ = ["AreaLink", "AreaMap", "Dot", "PlacedArea", "draw_map"]
