"""``newsroom import mailchimp`` makes drafts of the campaigns that were sent, and reads nothing about subscribers."""

from pathlib import Path
from typing import IO
from zipfile import ZipFile, ZipInfo

import pytest
from click.testing import CliRunner, Result

from newsroom.cli import CliContext, main
from tests.support import SETTINGS, TODAY, problems_in, small_newsroom, write_files
from tests.support.golden import Golden
from tests.support.images import picture
from tests.support.mailchimp import CLASSIC, FOLDER, export_bytes

EXPORT = "export.zip"
EDITIONS = {
    "newsletters/2024-01.md",
    "newsletters/2024-05-03.md",
    "newsletters/2024-05-20.md",
    "newsletters/2024-09.md",
}
PICTURES = {"newsletters/2024-05-03-picture-1.png", "newsletters/2024-05-20-picture-1.png"}
LEFT = {"guess-unconfirmed", "template-text-left", "picture-alt-missing", "field-length"}
"""What only a person can know."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The folder of a small repository; the export and the pictures are beside it."""
    write_files(tmp_path / "repository", small_newsroom())
    pictures = {"pictures/gate.png": picture(), "pictures/more/BUS 1.jpg": picture()}
    write_files(tmp_path, {EXPORT: export_bytes(), **pictures})
    return tmp_path / "repository"


def run(root: Path, *options: str, export: Path | None = None) -> Result:
    """What the command prints, and its exit code."""
    environment = CliContext(today=lambda: TODAY, settings=lambda _root: SETTINGS)
    file = export or root.parent / EXPORT
    given = ["import", "mailchimp", str(file), "--root", str(root), "--pictures", str(root.parent / "pictures")]
    return CliRunner().invoke(main, [*given, *options], obj=environment)


def written(root: Path) -> dict[str, bytes]:
    """The files of the repository that were not there at first."""
    files = (path for path in root.rglob("*") if path.is_file() and ".cache" not in path.parts)
    found = {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
    return {path: data for path, data in found.items() if path not in small_newsroom()}


def test_sent_campaigns_become_editions(root: Path, golden: Golden) -> None:
    result = run(root)
    assert result.exit_code == 0, result.output
    files = written(root)
    assert files.keys() == EDITIONS | PICTURES
    golden.check("mailchimp/classic.md", files["newsletters/2024-05-03.md"])
    golden.check("mailchimp/new.md", files["newsletters/2024-05-20.md"])
    assert not [path for path, data in files.items() if b"PLANTED" in data or b"*|" in data]
    found = {path: {each.code for each in problems_in(root, {}) if each.path == path} for path in EDITIONS}
    assert set().union(*found.values()) == LEFT


def test_report_names_what_is_left_to_do(root: Path) -> None:
    lines = [line.strip() for line in run(root).output.split("\n")]
    for expected in (
        "Gwanwyn: Tŷ Gwyn & May, sent on 3 May 2024 is now the draft newsletters/2024-05-03.md",
        "The picture of the header was left out: PLANTED logo.",
        "Merge tags were removed, read the sentences around them: *|LIST:COMPANY|*.",
        "line 28: There are 2 headings “What is on”: give them different names.",
        "line 8: `role` in the first entry of `from` still has the text of the template; write your own, or remove it "
        "if it is not needed. [template-text-left]",
        "line 30: map.jpg (“A map”) is not in the folder of pictures, or not alone with its name: add it by hand.",
        "Lost, sent on 1 October 2024 was not imported. The export has no text for it.",
        "Campaigns imported: 4, not imported: 1, imported before and unchanged: 0.",
        "Campaigns that were not sent, and are not read: 2.",
    ):
        assert expected in lines


def test_only_the_list_and_the_texts_of_sent_campaigns_are_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    real = ZipFile.open

    def watched(self: ZipFile, name: str | ZipInfo) -> IO[bytes]:
        opened.append(name.filename if isinstance(name, ZipInfo) else name)
        return real(self, name)

    def no_network(*_arguments: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(ZipFile, "open", watched)
    monkeypatch.setattr("socket.socket.connect", no_network)
    assert run(root).exit_code == 0
    texts = ("101_shed-final-v2.txt", "102_gwanwyn-t-gwyn-may.html", "103_beans.html", "104_autumn.html")
    assert opened == [f"{FOLDER}campaigns.csv", *(f"{FOLDER}campaigns_content/{name}" for name in texts)]


def test_second_import_changes_nothing(root: Path) -> None:
    run(root)
    first = written(root)
    result = run(root)
    assert written(root) == first
    assert "Campaigns imported: 0, not imported: 1, imported before and unchanged: 4." in result.output


def test_edited_and_renamed_editions_are_kept(root: Path) -> None:
    run(root)
    edited, renamed = root / "newsletters/2024-09.md", root / "newsletters/2024-01.md"
    edited.write_text(edited.read_text().replace("soup", "tea"))
    renamed.rename(root / "newsletters/2024-01-shed.md")
    before = written(root)
    result = run(root)
    assert written(root) == before
    assert "newsletters/2024-09.md is its edition, and differs from what this import would write" in result.output
    assert "unchanged: 3." in result.output


def test_edition_of_another_source_keeps_its_name(root: Path) -> None:
    own = small_newsroom()["newsletters/2024-03.md"]
    assert isinstance(own, str)
    write_files(root, {"newsletters/2024-09.md": own})
    result = run(root)
    assert (root / "newsletters/2024-09.md").read_text() == own
    assert "newsletters/2024-09-30.md" in written(root)
    assert "newsletters/2024-09.md exists already: is it the same text?" in result.output


@pytest.mark.parametrize(
    ("path", "data", "options", "says"),
    [
        (
            "repository/in/e.zip",
            export_bytes(),
            (),
            "has the addresses of all subscribers, and it is in the repository",
        ),
        ("e.zip", b"PK not a zip", (), "e.zip is not a zip file, or is damaged"),
        ("e.zip", export_bytes(texts={}), (), "e.zip is not Mailchimp's account export"),
        ("e.zip", export_bytes(listed=""), (), "campaigns.csv has no campaigns"),
        ("e.zip", export_bytes(), ("--into", "stories"), "Newsletters are in the folder 'newsletters'"),
        ("e.zip", export_bytes(), ("--report", "report.pdf"), "its name must end in .html or .md"),
    ],
)
def test_refusals_write_nothing(root: Path, path: str, data: bytes, options: tuple[str, ...], says: str) -> None:
    write_files(root.parent, {path: data})
    before = written(root)
    result = run(root, *options, export=root.parent / path)
    assert (result.exit_code > 0, written(root)) == (True, before)
    assert says in " ".join(result.output.replace("\n│", "").split()), result.output


def test_campaign_that_is_too_large_is_left_out(root: Path) -> None:
    texts = {"102_gwanwyn-t-gwyn-may.html": CLASSIC, "103_beans.html": f"<p>{'a' * 5_000_000}</p>"}
    (root.parent / EXPORT).write_bytes(export_bytes(texts))
    result = run(root)
    assert {path for path in written(root) if path.endswith(".md")} == {"newsletters/2024-05-03.md"}
    assert "103_beans.html in export.zip is too large when it is unpacked" in result.output


def test_report_is_written_where_it_is_asked_for(root: Path) -> None:
    run(root, "--report", str(root.parent / "report.md"))
    assert (root.parent / "report.md").read_text(encoding="utf-8").startswith("# Import\n\n4 documents imported, 1 not")


def test_nothing_is_written_if_the_settings_are_not_valid(root: Path) -> None:
    before = written(root)
    environment = CliContext(today=lambda: TODAY, settings=lambda _root: {**SETTINGS, "languages": 5})
    result = CliRunner().invoke(
        main, ["import", "mailchimp", str(root.parent / EXPORT), "--root", str(root)], obj=environment
    )
    assert (result.exit_code, written(root)) == (1, before)
