"""What is derived from the records and models of all content types."""

from pydantic import Field

from newsroom.content.model import Dated, Image


class Film(Dated):
    """An item of a type that only this test has."""

    file_fields = ("captions",)

    poster: Image | None = None
    captions: str | None = Field(None)


def test_files_are_found_in_every_field_that_names_one() -> None:
    assert Film.file_keys() == (("image", "src"), ("poster", "src"), ("captions",))
    fields = {"title": "A film", "date": "2024", "summary": "About a film", "captions": "film.vtt"}
    pictures = {name: {"src": f"{name}.png", "alt": "A picture"} for name in ("image", "poster")}
    assert Film.model_validate({**fields, **pictures}).files == ("image.png", "poster.png", "film.vtt")
