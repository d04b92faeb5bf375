"""What an import of a WordPress export does with files: uploads, those of the site, and old addresses."""

import itertools
import os
import signal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from newsroom.commands.import_wordpress import WordPressOptions, import_export
from newsroom.importing import manifest
from newsroom.importing.source import ImportRefusedError
from newsroom.importing.wordpress import run
from tests.support import SETTINGS, TODAY, write_files
from tests.support.images import picture
from tests.support.pdfs import pdf
from tests.support.wordpress import wordpress_attachment, wordpress_export, wordpress_item
from tests.support.wordpress_import import UPLOADS, Import


def test_files_of_the_site_are_never_written_over(tmp_path: Path) -> None:
    link = f'<a href="{UPLOADS}/r.pdf">Report</a>'
    archive = Import(tmp_path, [wordpress_attachment(8, "r.pdf"), wordpress_item(1, link)])
    write_files(archive.uploads, {"r.pdf": pdf()})
    write_files(archive.root, {"stories/item-1.md": "Mine", "stories/r.pdf": "Mine"})
    archive.run()
    assert archive.text("stories/item-1.md") == archive.text("stories/r.pdf") == "Mine"
    assert "[Report](r-8.pdf)" in archive.text("stories/item-1-2.md")


def test_missing_uploads_are_reported(tmp_path: Path) -> None:
    text = (
        f'A <img class="wp-image-8" src="{UPLOADS}/a.jpg"> <a href="{UPLOADS}/r.pdf">Report</a> <a href="/gone/">x</a>'
    )
    items = [
        wordpress_attachment(8, "a.jpg"),
        wordpress_attachment(9, "r.pdf"),
        wordpress_item(1, text, meta={"_thumbnail_id": "8"}),
    ]
    archive = Import(tmp_path, items)
    archive.run()
    assert archive.text("stories/item-1.md").endswith("A Report x\n")
    report = archive.text("import-report.html")
    assert "The picture a.jpg is not in the uploads." in report
    assert "The lead picture is not in the uploads." in report
    assert "The file r.pdf is not in the uploads" in report
    assert "of the old site that is not imported was removed" in report


def test_export_in_the_repository_is_refused(tmp_path: Path) -> None:
    archive = Import(tmp_path, [wordpress_item(1)])
    archive.export = archive.export.rename(archive.root / "export.xml")
    with pytest.raises(ImportRefusedError, match="must not be in the repository"):
        archive.run()
    assert not (archive.root / "stories/item-1.md").exists()


def test_files_that_no_text_links_to_are_on_a_page(tmp_path: Path) -> None:
    items = [
        *(wordpress_attachment(8, "2012/a.pdf"), wordpress_attachment(9, "2012/b.pdf", parent=2)),
        *(wordpress_attachment(10, "2012/c.pdf"), wordpress_attachment(11, "2012/gone.pdf")),
        wordpress_item(1, f'<a href="{UPLOADS}/2012/c.pdf">C</a>'),
        wordpress_item(2, terms=(("category", "notices"),)),
        wordpress_attachment(12, "2012/d.pdf"),
        wordpress_item(3, f'<a href="{UPLOADS}/2012/d.pdf">Secret</a>', password="garden"),
    ]
    archive = Import(tmp_path, items)
    write_files(archive.uploads, {f"2012/{name}.pdf": pdf() for name in "abcd"})
    archive.run()
    assert archive.text("docs/old-files.md").endswith("---\n\n- [File 8](a.pdf)\n")
    front = archive.front("docs/old-files.md")
    assert front["redirect_from"] == ["/item-8/", "/?attachment_id=8"]
    assert front["old_files"] == [{"file": "a.pdf", "address": "/wp-content/uploads/2012/a.pdf"}]
    files = archive.files()
    archive.run()
    assert archive.files() == files


def test_many_files_that_no_text_links_to_are_on_several_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "_FILES_ON_A_PAGE", 2)
    archive = Import(tmp_path, [wordpress_attachment(number, f"{number}.pdf") for number in range(1, 6)])
    write_files(archive.uploads, {f"{number}.pdf": pdf() for number in range(1, 6)})
    archive.run()
    pages = [archive.text(f"docs/old-files{part}.md").rpartition("---")[2] for part in ("", "-2", "-3")]
    assert pages == [
        *("\n\n- [File 1](1.pdf)\n- [File 2](2.pdf)\n", "\n\n- [File 3](3.pdf)\n- [File 4](4.pdf)\n"),
        "\n\n- [File 5](5.pdf)\n",
    ]


def test_progress_rises_to_the_end(tmp_path: Path) -> None:
    archive, shares = Import(tmp_path, [wordpress_item(number) for number in range(1, 250)]), list[float]()
    options = WordPressOptions((archive.export,), tmp_path / "map.yml", archive.uploads)
    import_export(archive.root, SETTINGS, options, today=TODAY, progress=shares.append)
    assert (shares, shares[0] < 0.1, shares[-1]) == (sorted(shares), True, 1.0)
    assert shares.count(0.2) == 1 and len(shares) == 8


def test_old_address_of_a_page_of_the_site_is_left_to_it(tmp_path: Path) -> None:
    archive = Import(
        tmp_path, [wordpress_item(1, type_="page", slug="about"), wordpress_item(2, type_="page", slug="news")]
    )
    archive.run()
    assert archive.front("docs/about-2.md")["redirect_from"] == ["/?page_id=1"]
    assert archive.front("docs/news-2.md")["redirect_from"] == ["/?page_id=2"]
    report = archive.text("import-report.html")
    assert "The old address /about/ is that of docs/about.md now: compare both." in report
    assert "The old address /news/ is that of the list of news now: compare both." in report


def test_uploads_can_be_a_zip_file(tmp_path: Path) -> None:
    image = f'<img class="wp-image-8" src="{UPLOADS}/2019/05/Tree-scaled.jpg" alt="A tree">'
    archive = Import(tmp_path, [wordpress_attachment(8, "2019/05/Tree-scaled.jpg"), wordpress_item(1, image)])
    archive.uploads.rmdir()
    with ZipFile(archive.uploads, "w") as written:
        written.writestr("public_html/wp-content/uploads/2019/05/Tree-scaled.jpg", b"smaller")
        written.writestr("public_html/wp-content/uploads/2019/05/Tree.jpg", picture())
    archive.run()
    assert "![A tree](item-1-1.png)" in archive.text("stories/item-1.md")
    old = [each["address"] for each in archive.front("stories/item-1.md")["old_files"]]  # type: ignore[attr-defined]
    assert old == ["/wp-content/uploads/2019/05/Tree-scaled.jpg", "/wp-content/uploads/2019/05/Tree.jpg"]


def test_pictures_have_their_captions(tmp_path: Path) -> None:
    tree = wordpress_attachment(8, "tree.png", alt="A tree", caption="Photo: Ann &amp; Bea")
    archive = Import(tmp_path, [tree, wordpress_item(1, "Words\n[gallery ids='8']", meta={"_thumbnail_id": "8"})])
    write_files(archive.uploads, {"tree.png": picture()})
    archive.run()
    assert '![A tree](item-1-1.png "Photo: Ann & Bea")' in archive.text("stories/item-1.md")
    image = {"src": "item-1-1.png", "alt": "A tree", "caption": "Photo: Ann & Bea"}
    assert archive.front("stories/item-1.md")["image"] == image


def test_players_and_pictures_of_jetpack_use_the_uploaded_files(tmp_path: Path) -> None:
    copy = "https://i1.wp.com/old.example/wp-content/uploads/tree.png?resize=30%2C20&amp;ssl=1"
    text = (
        f'<a href="{copy}"><img src="{copy}" alt="A tree"></a>'
        f'<figure><audio controls src="{UPLOADS}/talk.mp3"></audio><figcaption>Our talk</figcaption></figure>'
        f'<video><source src="{UPLOADS}/film.mp4"></video><video src="https://elm.example/a.mp4"></video>'
    )
    files = {8: "tree.png", 9: "talk.mp3", 10: "film.mp4"}
    archive = Import(tmp_path, [*(wordpress_attachment(*file) for file in files.items()), wordpress_item(1, text)])
    write_files(archive.uploads, {"tree.png": picture(), "talk.mp3": b"ID3", "film.mp4": b"film"})
    archive.run()
    assert archive.text("stories/item-1.md").partition("---\n\n")[2] == (
        "![A tree](item-1-1.png)\n\n[Recording](talk.mp3)\n\nOur talk\n\n"
        "[Video](film.mp4)\n\n[Video on elm.example](https://elm.example/a.mp4)\n"
    )
    assert (archive.root / "stories/talk.mp3").read_bytes() == b"ID3"


@pytest.mark.parametrize("text", ["not a zip", ""])
def test_damaged_zip_file_is_refused(tmp_path: Path, text: str) -> None:
    archive = Import(tmp_path, [wordpress_item(1)])
    archive.uploads.rmdir()
    archive.uploads.write_text(text)
    with pytest.raises(ImportRefusedError, match="neither a folder nor a zip file"):
        archive.run()


def test_page_made_with_elementor_is_reported(tmp_path: Path) -> None:
    archive = Import(tmp_path, [wordpress_item(1, meta={"_elementor_edit_mode": "builder", "_elementor_data": "[]"})])
    archive.run()
    assert "made with Elementor" in archive.text("import-report.html")


def test_pictures_to_describe_are_listed(tmp_path: Path) -> None:
    image = f'<img class="wp-image-8" src="{UPLOADS}/a.jpg">'
    described = wordpress_item(3, image.replace(">", ' alt="A tree">'))
    archive = Import(
        tmp_path, [wordpress_attachment(8, "a.jpg"), wordpress_item(1, image), wordpress_item(2, image), described]
    )
    write_files(archive.uploads, {"a.jpg": picture()})
    archive.run()
    assert archive.text("import-report.md").partition("## Pictures without an alternative text\n\n")[
        2
    ].splitlines() == [
        "- stories/item-1.md, line 16",
        "- stories/item-2.md, line 13",
    ]


def test_originals_are_found_by_their_names(tmp_path: Path) -> None:
    host = "https://old.files.example"
    elsewhere = wordpress_attachment(9, "2019/05/b.jpg").replace(f"{UPLOADS}/2019/05/b.jpg", f"{host}/2019/05/b.jpg")
    text = "".join(
        f'<img src="{address}" alt="A tree">'
        for address in (
            f"{UPLOADS}/2019/05/a-300x200.jpg",
            f"{host}/2019/05/b-150x150.jpg",
            f"{UPLOADS}/2019/05/c-30x20.jpg",
        )
    )
    archive = Import(tmp_path, [wordpress_attachment(8, "2019/05/a-300x200.jpg"), elsewhere, wordpress_item(1, text)])
    names = ("a.jpg", "a-300x200.jpg", "b.jpg", "c.jpg", "c-30x20.jpg")
    files = {f"2019/05/{name}": picture(20 + number, 20) for number, name in enumerate(names)}
    write_files(archive.uploads, files)
    archive.run()
    assert archive.front("stories/item-1.md")["old_files"] == [
        {"file": "item-1-1.png", "address": "/wp-content/uploads/2019/05/a-300x200.jpg"}
    ]
    written = [(archive.root / f"stories/item-1-{number}.png").read_bytes() for number in (1, 2, 3)]
    assert [Image.open(BytesIO(data)).width for data in written] == [21, 22, 23]


def test_private_words_and_files_are_written_nowhere(tmp_path: Path) -> None:
    secret = "Xyzzyplant"
    members = f"<p>Open</p>[members_only]{secret}[/members_only]"
    pattern = '<!-- wp:block {"ref":3} /-->'
    items = [
        wordpress_item(1, secret, status="private", title=secret, slug=secret, meta={"report": "11"}),
        wordpress_attachment(2, f"{secret}.mp3", parent=1, alt=secret),
        wordpress_attachment(20, f"{secret}-2.pdf", parent=2),  # the attachment of an attachment
        wordpress_item(3, f"<p>{secret}</p>", type_="wp_block", status="private"),
        wordpress_item(4, f"<p>{secret}</p>", type_="wp_block"),
        wordpress_item(4, f"<p>{secret}</p>", type_="wp_block", status="trash"),
        wordpress_item(5, f'{pattern}<!-- wp:block {{"ref":4}} /--><!-- wp:html --><p>Open</p><!-- /wp:html -->'),
        wordpress_item(6, members, meta={"_thumbnail_id": "2", "secret": secret, "_private": secret}),
        wordpress_item(6, secret, status="draft"),
        wordpress_item(7, f"[members_only]{secret}[/members_only] Open [gallery ids='2']"),
        wordpress_item(8, secret, type_="revision", status="inherit", parent=7, title=secret),
        wordpress_item(0, secret, status="private"),
        wordpress_attachment(11, f"{secret}-3.pdf"),  # a field of a private item names it
        wordpress_attachment(12, "open.pdf"),
        wordpress_attachment(13, f"{secret}-4.pdf", parent=99),  # of an item that is in no file of the export
        wordpress_item(14, secret, password=" "),
        wordpress_item(15, "Open", title="Open", extra="<wp:comment><wp:comment_content>Xyzzyplant</wp:comment_content>"
                       "</wp:comment>"),
    ]  # fmt: skip
    archive = Import(tmp_path, items)
    write_files(archive.uploads, {f"{secret}{end}": pdf() for end in (".mp3", "-2.pdf", "-3.pdf", "-4.pdf")})
    write_files(archive.uploads, {"open.pdf": pdf()})
    said = archive.run()
    everything = {path.relative_to(archive.root): path.read_bytes() for path in archive.root.rglob("*.*")}
    assert [path for path, data in everything.items() if secret.lower() in f"{path}{data!r}".lower()] == []
    assert secret not in " ".join(said)
    assert "Imported: 1 page; 3 stories." in said
    assert "[File 12](open.pdf)" in archive.text("docs/old-files.md")
    assert "once it was not public" in archive.text("import-report.md")  # item 6


def test_export_in_several_files_is_one_archive(tmp_path: Path) -> None:
    link = f'<a href="{UPLOADS}/r.pdf">Report</a> <a href="/item-3/">Three</a>'
    archive = Import(tmp_path, [wordpress_item(1, link)])
    others = [
        wordpress_export([wordpress_attachment(2, "r.pdf")]),
        wordpress_export([wordpress_item(3), wordpress_item(1)]),
    ]
    for number, text in enumerate(others):
        (tmp_path / f"part-{number}.xml").write_text(text.replace("</rss>", "") if number else text)
    archive.more = tuple(tmp_path / f"part-{number}.xml" for number in range(2))
    write_files(archive.uploads, {"r.pdf": pdf()})
    said = archive.run()
    assert archive.text("stories/item-1.md").endswith("[Report](r.pdf) [Three](item-3.md)\n")
    assert "part-1.xml ends too early, so items may be missing: export it again." in said
    files = archive.files()
    archive.run()
    assert archive.files() == files


def test_repeated_and_unnumbered_items_are_reported(tmp_path: Path) -> None:
    items = [wordpress_item(number, title=title) for number, title in ((1, "A"), (1, "A"), (1, "B"), (0, "C"))]
    archive = Import(tmp_path, items)
    assert "Not imported, with the reason in the report: 2." in archive.run()
    report = archive.text("import-report.md")
    assert "## B (https://old.example/item-1/)\n\n**Not imported.** Another item of the export has its number" in report
    assert "## C (https://old.example/item-0/)\n\n**Not imported.** It has no number" in report


def test_address_that_is_not_valid_stops_nothing(tmp_path: Path) -> None:
    text = 'Words <a href="https://[a/">x</a> <img src="http://[b/c.png">'
    archive = Import(tmp_path, [wordpress_item(1, text, link="https://[c/"), wordpress_attachment(2, "[/a.pdf")])
    archive.run()
    assert "Words" in archive.text("stories/item-1.md")


def _kill_at_write(archive: Import, number: int) -> None:
    """Run an import in a process that is killed when it has written this many files."""
    process = os.fork()
    if process:
        assert os.waitpid(process, 0)[1] == signal.SIGKILL
        return
    count, write = itertools.count(1), manifest._write

    def write_or_die(file: Path, data: bytes) -> None:
        if next(count) > number:
            file.with_name(f".{file.name}.importing").write_bytes(data[:5])
            os.kill(os.getpid(), signal.SIGKILL)
        write(file, data)

    manifest._write = write_or_die
    archive.run()
    os._exit(1)


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_import_that_was_killed_goes_on(tmp_path: Path, number: int) -> None:
    link = f'Old words <a href="{UPLOADS}/r.pdf">Report</a>'
    items = [wordpress_attachment(8, "r.pdf"), *(wordpress_item(each, link, slug="same") for each in (1, 2, 3))]
    for folder in ("whole", "killed"):
        (tmp_path / folder).mkdir()
    whole, killed = Import(tmp_path / "whole", items), Import(tmp_path / "killed", items)
    for archive in (whole, killed):
        write_files(archive.uploads, {"r.pdf": pdf()})
    whole.run()
    _kill_at_write(killed, number)
    killed.run()
    assert killed.files() == whole.files()
    for archive in (whole, killed):
        archive.export.write_text(archive.export.read_text().replace("Old words", "New words"))
    whole.run()
    _kill_at_write(killed, number)
    said = killed.run()
    assert killed.files() == whole.files()
    assert not any("kept" in sentence or "deleted" in sentence for sentence in said)
