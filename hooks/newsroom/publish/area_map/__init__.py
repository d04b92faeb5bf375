"""The map of areas: an SVG drawing from the outline of the land and the positions of the areas."""

from newsroom.publish.area_map.draw import AreaMap, Closeup, Dot, Frame, Label, PlacedArea, draw_map

__all__ = ["AreaMap", "Closeup", "Dot", "Frame", "Label", "PlacedArea", "draw_map"]
