"""Pictures on pages: in forms and widths that load quickly, upright, and with nothing in them but the picture."""

from newsroom.publish.pictures.output import Pictures

__all__ = ["Pictures"]
