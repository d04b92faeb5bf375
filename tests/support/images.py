"""Pictures made for tests: of any size and format, and as small as they can be."""

from io import BytesIO

from PIL import Image


def picture(width: int = 40, height: int = 30, form: str = "PNG", mode: str = "RGB", color: str = "#0a5f62") -> bytes:
    """A picture file of one colour."""
    saved = BytesIO()
    Image.new(mode, (width, height), color).save(saved, form)
    return saved.getvalue()
