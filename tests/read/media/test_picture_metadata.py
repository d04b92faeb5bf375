"""What cameras and programs store in pictures."""

from pathlib import Path

import pytest
from PIL import ExifTags, Image

from newsroom.content.loaded import PictureMetadata
from newsroom.read.media.picture_metadata import read_metadata_of_pictures
from tests.support.images import file_of, from_camera, picture, quarters

PHOTOGRAPHER, OWNER, CAMERA = (
    "the photographer's name",
    "the name of the camera's owner",
    "the camera's serial number",
)
XMP = """<x:xmpmeta><rdf:Description aux:SerialNumber="123" exif:GPSLatitude="52,3N">
<dc:creator><rdf:Seq><rdf:li>Ada &amp; Bo</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">A tree</rdf:li></rdf:Alt></dc:description></rdf:Description>
</x:xmpmeta>"""
BY_LINE, CAPTION = b"\x1c\x02\x50\x00\x03Ada", b"\x1c\x02\x78\x00\x06A tree"


def with_exif(form: str, tags: dict[int, object], details: dict[int, object]) -> bytes:
    """A picture with these tags, and these in the part of them that describes the camera."""
    exif = Image.Exif()
    exif.update(tags)
    exif.get_ifd(ExifTags.IFD.Exif).update(details)
    return file_of(quarters(), form, exif=exif)


def with_iptc(records: bytes) -> bytes:
    """A JPEG with IPTC records, as photographers' programs write them (in an "8BIM" block of Photoshop)."""
    block = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + len(records).to_bytes(4) + records + b"\x00" * (len(records) % 2)
    data = picture(form="JPEG")
    return data[:2] + b"\xff\xed" + (len(block) + 2).to_bytes(2) + block + data[2:]


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_location_is_found_in_each_format(tmp_path: Path, form: str) -> None:
    name = f"tree.{form.lower()}"
    (tmp_path / name).write_bytes(from_camera(quarters(), form))
    assert read_metadata_of_pictures(tmp_path, [name])[name].has_location


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            with_exif("JPEG", {ExifTags.Base.Artist: "Ada"}, {ExifTags.Base.CameraOwnerName: "Bo"}),
            PictureMetadata(owners=((OWNER, "Bo"), (PHOTOGRAPHER, "Ada"))),
        ),
        (
            with_exif("WEBP", {ExifTags.Base.XPAuthor: "Ada".encode("utf-16-le")}, {}),
            PictureMetadata(owners=((PHOTOGRAPHER, "Ada"),)),
        ),
        (
            with_exif("JPEG", {}, {ExifTags.Base.UserComment: b"ASCII\0\0\0A tree"}),
            PictureMetadata(texts=("A tree",)),
        ),
        (
            file_of(quarters(), "JPEG", xmp=XMP.encode()),
            PictureMetadata(True, ((PHOTOGRAPHER, "Ada & Bo"), (CAMERA, "123")), ("Ada & Bo", "A tree")),
        ),
        (with_iptc(BY_LINE + CAPTION), PictureMetadata(owners=((PHOTOGRAPHER, "Ada"),), texts=("A tree",))),
        (file_of(quarters(), "GIF", comment=b"A tree"), PictureMetadata(texts=("A tree",))),
    ],
    ids=["EXIF", "EXIF of Windows", "an EXIF comment", "XMP", "IPTC", "a comment"],
)
def test_names_and_texts_are_found(tmp_path: Path, data: bytes, expected: PictureMetadata) -> None:
    (tmp_path / "tree.jpg").write_bytes(data)
    assert read_metadata_of_pictures(tmp_path, ["tree.jpg"]) == {"tree.jpg": expected}


@pytest.mark.parametrize("data", [picture(), b"", b"words", from_camera(quarters())[:40]])
def test_plain_and_damaged_pictures_have_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "tree.jpg").write_bytes(data)
    assert read_metadata_of_pictures(tmp_path, ["tree.jpg", "missing.jpg", "words.pdf", "tree.svg"]) == {}
