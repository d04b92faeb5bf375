"""What cameras and programs store in pictures."""

from pathlib import Path

import pytest
from PIL import ExifTags, Image
from PIL.ExifTags import Base
from PIL.PngImagePlugin import PngInfo

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
OWNERS = """<dc:creator><rdf:Seq> <rdf:li><i> A </i></rdf:li></rdf:Seq></dc:creator>
aux:SerialNumber="1" exifEX:SerialNumber>2< aux:BodySerialNumber=" 3 " exifEX:BodySerialNumber>4<
aux:OwnerName>5< exifEX:OwnerName="6" aux:CameraOwnerName>7< exifEX:CameraOwnerName="8" aux:Lens="9"
exif:GPSLatitudeRef="N" <rdf:li> Text </rdf:li> <rdf:li>abc</rdf:li>"""
BY_LINE, CAPTION = b"\x1c\x02\x50\x00\x03Ada", b"\x1c\x02\x78\x00\x06A tree"


def with_exif(form: str, tags: dict[int, object], details: dict[int, object]) -> bytes:
    """A picture with these tags, and these in the part of them that describes the camera."""
    exif = Image.Exif()
    exif.update(tags)
    exif.get_ifd(ExifTags.IFD.Exif).update(details)
    return file_of(quarters(), form, exif=exif)


def png_texts(**texts: str) -> PngInfo:
    """What programs write beside the picture in a PNG file."""
    found = PngInfo()
    for name, text in texts.items():
        found.add_text(name, text)
    return found


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
        (
            with_exif(
                "JPEG",
                {
                    Base.Artist: "A",
                    Base.XPAuthor: b"B",
                    Base.ImageDescription: "1",
                    Base.XPComment: b"2",
                    Base.XPTitle: b"3",
                    Base.XPSubject: b"4",
                    Base.XPKeywords: b"5",
                    Base.Copyright: "6",
                    Base.CameraSerialNumber: "E",
                },
                {
                    Base.CameraOwnerName: "C",
                    Base.BodySerialNumber: "D",
                    Base.LensSerialNumber: "F",
                    Base.UserComment: b"7",
                },
            ),
            PictureMetadata(
                owners=(
                    (OWNER, "C"),
                    (PHOTOGRAPHER, "A"),
                    (PHOTOGRAPHER, "B"),
                    (CAMERA, "D"),
                    (CAMERA, "E"),
                    ("the lens's serial number", "F"),
                ),
                texts=("1", "7", "2", "3", "4", "5", "6"),
            ),
        ),
        (
            file_of(quarters(), "JPEG", xmp=OWNERS.encode()),
            PictureMetadata(
                owners=((PHOTOGRAPHER, "A"), *((CAMERA, text) for text in "1234"), *((OWNER, text) for text in "5678")),
                texts=("Text",),
            ),
        ),
        (
            with_iptc(
                BY_LINE
                + BY_LINE.replace(b"Ada", b"Bo ")
                + b"".join(
                    CAPTION.replace(b"\x78", kind).replace(b"tree", kind * 4)
                    for kind in (b"\x05", b"\x69", b"\x74", b"\x78", b"\x7a")
                )
            ),
            PictureMetadata(
                owners=((PHOTOGRAPHER, "Ada"), (PHOTOGRAPHER, "Bo")),
                texts=("A \x05\x05\x05\x05", "A iiii", "A tttt", "A xxxx"),
            ),
        ),
        (
            file_of(
                quarters(),
                "PNG",
                pnginfo=png_texts(Author="Ada", Comment="1", Description="2", Title="3", Copyright="4", Software="5"),
            ),
            PictureMetadata(owners=((PHOTOGRAPHER, "Ada"),), texts=("1", "2", "3", "4")),
        ),
        (with_iptc(BY_LINE + CAPTION), PictureMetadata(owners=((PHOTOGRAPHER, "Ada"),), texts=("A tree",))),
        (file_of(quarters(), "GIF", comment=b"A tree"), PictureMetadata(texts=("A tree",))),
    ],
    ids=[
        *("EXIF", "EXIF of Windows", "an EXIF comment", "XMP", "all EXIF", "all XMP", "all IPTC", "all of PNG", "IPTC"),
        "a comment",
    ],
)
def test_names_and_texts_are_found(tmp_path: Path, data: bytes, expected: PictureMetadata) -> None:
    (tmp_path / "tree.jpg").write_bytes(data)
    assert read_metadata_of_pictures(tmp_path, ["tree.jpg"]) == {"tree.jpg": expected}


@pytest.mark.parametrize("data", [picture(), b"", b"words", from_camera(quarters())[:40]])
def test_plain_and_damaged_pictures_have_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "tree.jpg").write_bytes(data)
    assert read_metadata_of_pictures(tmp_path, ["tree.jpg", "missing.jpg", "words.pdf", "tree.svg"]) == {}
