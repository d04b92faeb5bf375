"""The addresses in the HTML of a PDF. Nothing else than its maker can open them."""

PICTURE = "picture:/"
"""The start of the address of a picture of the site, before its path."""
FONT = "font:/"
"""The start of the address of a font, before the name of its file."""
