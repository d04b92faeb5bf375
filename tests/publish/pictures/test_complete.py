"""A picture that is not whole is found without decoding it; one that can be shown all the same is accepted."""

from pathlib import Path

import pytest
from PIL import Image

from newsroom.cache import Cache
from newsroom.publish.pictures import complete
from newsroom.publish.pictures.complete import check_complete, check_complete_file
from newsroom.publish.pictures.decode import PictureError
from tests.support.images import file_of, from_camera

NOISE = Image.effect_noise((160, 120), 90).convert("RGB")
THUMBNAIL = file_of(Image.new("RGB", (8, 8)), "JPEG")
FILES = {
    "JPEG": from_camera(NOISE),
    "JPEG, progressive": file_of(NOISE, "JPEG", progressive=True),
    "JPEG with a thumbnail": file_of(NOISE, "JPEG", comment=THUMBNAIL),
    "PNG": file_of(NOISE, "PNG"),
    "WEBP": file_of(NOISE, "WEBP"),
    "GIF": file_of(NOISE, "GIF"),
    "AVIF": file_of(NOISE, "AVIF"),
}


def is_accepted(data: bytes) -> bool:
    """Whether a picture is taken as whole."""
    try:
        check_complete(data)
    except PictureError:
        return False
    return True


@pytest.mark.parametrize("name", FILES)
def test_complete_picture_is_not_decoded(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    decoded: list[tuple[bytes, int]] = []
    monkeypatch.setattr(complete, "decode", lambda *given: decoded.append(given))
    check_complete(FILES[name])
    assert decoded == []


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
@pytest.mark.parametrize("name", FILES)
def test_incomplete_picture_is_refused(name: str, share: float) -> None:
    assert not is_accepted(FILES[name][: int(len(FILES[name]) * share)])


@pytest.mark.parametrize("place", [20, 60, -30])
def test_changed_byte_in_png_is_refused(place: int) -> None:
    data = bytearray(FILES["PNG"])
    data[place] ^= 1
    assert not is_accepted(bytes(data))


@pytest.mark.parametrize(
    "data",
    [
        FILES["JPEG"] + b"what a camera adds: a film",
        FILES["PNG"] + b"\0\0",
        FILES["GIF"] + b"\0",
        FILES["GIF"][:-1],
        FILES["WEBP"] + b"\0",
    ],
    ids=["a film behind it", "a tail", "a tail of zeros", "no end of a GIF", "a tail of a WebP"],
)
def test_irregular_but_readable_picture_is_accepted(data: bytes) -> None:
    assert is_accepted(data)


def test_file_is_checked_once_until_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, cache = tmp_path / "a.png", Cache(tmp_path / "cache")
    looked: list[bytes] = []
    monkeypatch.setattr(complete, "check_complete", looked.append)
    for data in (b"one", b"another"):
        file.write_bytes(data)
        check_complete_file(file, cache)
        check_complete_file(file, cache)
    assert looked == [b"one", b"another"]
