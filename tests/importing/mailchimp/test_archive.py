"""The export is read member by member, and only as far as the limits allow."""

import struct
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_LZMA, ZipFile

import pytest

from newsroom.importing.mailchimp.archive import CampaignArchive
from newsroom.importing.source import ImportRefusedError
from tests.support.mailchimp import FOLDER, SUBSCRIBERS, campaign_list, export_bytes

LIST = campaign_list().encode()
SIZE = len(f"\ufeff{campaign_list()}".encode())


def opened(folder: Path, data: bytes) -> CampaignArchive:
    """An export that is not in the repository."""
    (folder / "export.zip").write_bytes(data)
    return CampaignArchive(folder / "export.zip", folder / "repository")


def with_lzma() -> bytes:
    """An export that is packed in a way that could become too large before anybody can stop it."""
    file = BytesIO()
    with ZipFile(file, "w", compression=ZIP_LZMA) as archive:
        archive.writestr("campaigns.csv", LIST)
        archive.writestr("campaigns_content/1_a.html", "<p>a</p>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (export_bytes(listed="a" * 20_000_001), "too large when it is unpacked"),
        (export_bytes().replace(struct.pack("<L", SIZE), struct.pack("<L", 10)), "is damaged"),
        (with_lzma(), "is damaged"),
        (export_bytes().replace(b"PK\x01\x02\x14\x03\x14\0\0\0", b"PK\x01\x02\x14\x03\x14\0\x01\0"), "by a password"),
    ],
)
def test_list_that_cannot_be_read_is_refused(tmp_path: Path, data: bytes, says: str) -> None:
    with pytest.raises(ImportRefusedError, match=says):
        opened(tmp_path, data).read_list()


def test_other_members_cannot_be_read(tmp_path: Path) -> None:
    archive = opened(tmp_path, export_bytes())
    assert {name.rpartition("/")[0] for name in archive.texts} == {f"{FOLDER}campaigns_content"}
    for member in SUBSCRIBERS:
        with pytest.raises(ValueError, match=member):
            archive.read_text(member)


def zipped(*names: str) -> bytes:
    """An archive of members without a content."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, name)
    return file.getvalue()


def test_texts_are_beside_the_list_that_is_least_deep(tmp_path: Path) -> None:
    texts = ("1_a.HTML", "2_b.htm", "3_c.txt", "4_d.csv", "more/5_e.html")
    deeper, other = "x/y/campaigns.csv", "x/y/campaigns_content/9_z.html"
    names = [deeper, other, "campaigns.csv", "z/campaigns.csv", *(f"z/campaigns_content/{name}" for name in texts)]
    archive = opened(tmp_path, zipped("__MACOSX/campaigns.csv", "__MACOSX/campaigns_content/a.html", *names))
    assert archive.texts == tuple(f"z/campaigns_content/{name}" for name in texts[:3])
    assert archive.read_list() == b"z/campaigns.csv"


@pytest.mark.parametrize(("limit", "most"), [("_MAX_MEMBERS", 2), ("_MAX_CAMPAIGN", 24), ("_MAX_READ", 37)])
def test_limits_are_the_largest_that_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, most: int
) -> None:
    data = zipped("campaigns.csv", "campaigns_content/1.html")
    for allowed in (most, most - 1):
        monkeypatch.setattr(f"newsroom.importing.mailchimp.archive.{limit}", allowed)
        try:
            archive = opened(tmp_path, data)
            archive.read_list()
            archive.read_text("campaigns_content/1.html")
        except ImportRefusedError as error:
            assert (allowed, "too large" in str(error) or "more than" in str(error)) == (most - 1, True)
        else:
            assert allowed == most
