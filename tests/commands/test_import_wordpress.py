"""``newsroom import wordpress`` and ``newsroom import addresses``: a whole archive, twice, and its site."""

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsroom.cli import CliContext, main
from newsroom.commands.old_addresses import list_old_addresses
from newsroom.importing.source import ImportRefusedError
from tests.support import SETTINGS, TODAY, write_files
from tests.support.images import picture
from tests.support.pdfs import pdf
from tests.support.rendering import published
from tests.support.wordpress import ADDRESS, wordpress_attachment, wordpress_export, wordpress_item
from tests.support.wordpress_archive import SECRET, Sizes, write_archive
from tests.support.wordpress_import import UPLOADS, Import

_NEWS = ("category", "news")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise AssertionError("an import must not use the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_item_becomes_a_draft_with_all_that_is_known_of_it(tmp_path: Path) -> None:
    shown = (
        f'<a href="{UPLOADS}/2019/05/Tree.jpg"><img class="wp-image-8" src="{UPLOADS}/2019/05/Tree-300x200.jpg"></a>'
    )
    text = (
        f'Words.\n\n{shown}\n\nSee <a href="{UPLOADS}/2019/05/The%20Report.pdf">the report</a>, '
        f'<a href="{ADDRESS}/about-the-street/#h-a-tree">the page</a> and <a href="/?p=3#respond">the other</a>.'
    )
    excerpt = "How a garden came to be on Elm Street, and who dug it."
    meta = {"_thumbnail_id": "8", "_wp_old_slug": "old-garden", "quote": "We dug PLANTED"}
    archive = Import(
        tmp_path,
        [
            wordpress_attachment(8, "2019/05/Tree.jpg", parent=1, alt="An old tree"),
            wordpress_attachment(9, "2019/05/The Report.pdf", parent=1),
            wordpress_item(
                1, text, title="The garden &amp; <em>us</em>", slug="a-garden", excerpt=excerpt, meta=meta,
                link=f"{ADDRESS}/2019/05/a-garden/", terms=(_NEWS, ("category", "elms")),
            ),
            wordpress_item(2, type_="page", title="The street", slug="about-the-street"),
            wordpress_item(3, slug="other"),
        ],
    )  # fmt: skip
    write_files(archive.uploads, {"2019/05/Tree.jpg": picture(), "2019/05/The Report.pdf": pdf()})
    archive.run()
    front = archive.front("stories/a-garden.md")
    assert front == {
        "title": "The garden & us",
        "date": "2019-05-04",
        "summary": excerpt,
        "kind": "news",
        "author": {"name": "Ann Archer"},
        "areas": ["elmham"],
        "principles": ["contribution"],
        "id": f"{ADDRESS}/?p=1",
        "redirect_from": [
            *("/2019/05/a-garden/", "/2019/05/old-garden/", "/?p=1"),
            *("/item-8/", "/?attachment_id=8", "/item-9/", "/?attachment_id=9"),
        ],
        "old_files": [
            {"file": "the-report.pdf", "address": "/wp-content/uploads/2019/05/The Report.pdf"},
            {"file": "a-garden-1.png", "address": "/wp-content/uploads/2019/05/Tree.jpg"},
        ],
        "image": {"src": "a-garden-1.png", "alt": "An old tree"},
        "draft": "true",
    }  # fmt: skip
    body = archive.text("stories/a-garden.md").partition("---\n\n")[2]
    links = (
        "See [the report](the-report.pdf), [the page](../docs/about-the-street.md#a-tree) and [the other](other.md)."
    )
    assert body == f"Words.\n\n![An old tree](a-garden-1.png)\n\n{links}\n"
    assert (archive.root / "stories/the-report.pdf").read_bytes() == pdf()
    report = archive.text("import-report.md")
    assert "Fields beside the text were left out: quote. Look at the old page" in report
    assert "PLANTED" not in report


def test_types_languages_and_names(tmp_path: Path) -> None:
    english, welsh = ("language", "en"), ("language", "cy")
    archive = Import(
        tmp_path,
        [
            wordpress_item(1, slug="garden", terms=(_NEWS, english, ("post_translations", "a"))),
            wordpress_item(2, slug="gardd", terms=(_NEWS, welsh, ("post_translations", "a"))),
            wordpress_item(3, slug="garden", link=f"{ADDRESS}/2020/garden/"),
            wordpress_item(4, slug="the-garden"),
            wordpress_item(5, "<h2>Hello</h2><p>Words</p>", terms=(("category", "newsletter"),)),
            wordpress_item(6, "<h2>Hello</h2><p>More</p>", terms=(("category", "newsletter"),), slug="special"),
            wordpress_item(7, terms=(("category", "reports"),), slug="report"),
            wordpress_item(8, type_="page", slug="stories"),
            wordpress_item(9, slug="unig", link=f"{ADDRESS}/cy/unig/"),
            wordpress_item(10, terms=(_NEWS, ("language", "fr"))),
            wordpress_item(11, terms=(("category", "notices"),)),
            wordpress_item(12, type_="event"),
            wordpress_item(13, "  "),
            wordpress_item(14, slug="con"),
        ],
    )
    before = set(archive.files())
    said = archive.run()
    written = {path for path in archive.files().keys() - before if path.endswith(".md")}
    assert written == {
        *("stories/garden.md", "stories/garden.cy.md", "stories/garden-2.md", "stories/the-garden-2.md"),
        *("newsletters/2019-05-04.md", "newsletters/2019-05-04-special.md", "publications/report.md"),
        *("docs/stories-2.md", "stories/unig.cy.md", "stories/con-2.md"),
    }
    assert "Left out by the map: 1 event; 1 post." in said
    assert "Imported: 2 newsletters; 1 page; 1 publication; 6 stories." in said
    assert "Not imported, with the reason in the report: 2." in said
    report = (archive.root / "import-report.md").read_text()
    assert "is not a language of this site" in report
    assert "The file has no text" in report


def test_second_run_changes_nothing_and_keeps_what_was_edited(tmp_path: Path) -> None:
    image = f'<img class="wp-image-8" src="{UPLOADS}/a.jpg" alt="A tree">'
    items = [wordpress_attachment(8, "a.jpg"), *(wordpress_item(number, f"Words {image}") for number in (1, 2, 3))]
    archive = Import(tmp_path, items)
    write_files(archive.uploads, {"a.jpg": picture()})
    archive.run()
    files = archive.files()
    assert "Files: 3 unchanged." in archive.run()
    assert archive.files() == files
    (archive.root / "stories/item-1.md").write_text("Edited")
    (archive.root / "stories/item-2.md").unlink()
    archive.export.write_text(archive.export.read_text().replace("Words", "New words"))
    assert "Files: 1 deleted; 1 kept; 1 written." in archive.run()
    assert archive.text("stories/item-1.md") == "Edited"
    assert not (archive.root / "stories/item-2.md").exists()
    assert "New words" in archive.text("stories/item-3.md")
    assert "It was edited after the last import" in archive.text("import-report.html")
    assert "Item 2" not in archive.text("import-report.md")  # it may be the name of a person who took it back
    (archive.root / "stories/item-3.md").write_text("---\nwithdrawn: 2024-05-01\n---\n")
    assert "Files: 1 deleted; 2 kept." in archive.run()
    assert "Item 3" not in archive.text("import-report.md")


def test_new_item_does_not_get_the_name_of_one_that_an_earlier_export_had(tmp_path: Path) -> None:
    archive = Import(tmp_path, [wordpress_item(2, "Old words.", slug="garden")])
    archive.run()
    archive.export.write_text(wordpress_export([wordpress_item(1, "New words.", slug="garden")]))
    archive.run()
    assert "Old words." in archive.text("stories/garden.md")
    assert "New words." in archive.text("stories/garden-2.md")


def test_first_run_proposes_rules_and_writes_nothing_else(tmp_path: Path) -> None:
    items = [
        wordpress_item(1, terms=(_NEWS, ("category", "elmham"), ("post_tag", "newsletter"))),
        wordpress_item(2, type_="event"),
        wordpress_item(3, SECRET, status="draft", terms=(("category", SECRET),)),
        wordpress_item(4, type_="event", terms=()).replace("[ann]", "[Admin]"),
        wordpress_item(5, type_="event", terms=()).replace("[ann]", "[webby]"),
    ]
    archive = Import(tmp_path, items, rules=None)
    editor = "<wp:author_login>webby</wp:author_login><wp:author_display_name>Editor</wp:author_display_name>"
    export = archive.export.read_text().replace("<wp:author>", f"<wp:author>{editor}</wp:author><wp:author>", 1)
    archive.export.write_text(export)
    before = archive.files()
    said = archive.run()
    assert said == [
        "export.xml has 4 published items. Nothing was imported yet.",
        f"{tmp_path / 'map.yml'} says what they would become: read it, change it, then run the same command again.",
    ]
    assert archive.files() == before
    rules = (tmp_path / "map.yml").read_text()
    assert "  event: {as: leave out}  # 3 items\n  post: {as: story}  # 1 item" in rules
    assert "  news: {kind: news}  # News, 2 items\n  elmham: {areas: [elmham]}  # Elmham, 1 item" in rules
    assert "  newsletter: {as: newsletter}  # Newsletter, 1 item" in rules
    assert "  ann: Ann Archer  # 2 items\n  Admin: null  # 1 item\n  webby: null  # 1 item" in rules
    assert SECRET not in rules
    archive.run()
    assert (archive.root / "newsletters/2019-05-04.md").exists()


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ("types: [", "line 1 is not valid YAML"),
        ("types: {post: {as: blog}}", "types → post → as: "),
        ("kinds: {}", "kinds: "),
        ("categories: {news: {areas: [atlantis]}}", "categories → news: there is no file for 'atlantis'"),
    ],
)
def test_invalid_rules_are_refused(tmp_path: Path, rules: str, message: str) -> None:
    archive = Import(tmp_path, [wordpress_item(1)], rules)
    before = archive.files()
    with pytest.raises(ImportRefusedError, match=message):
        archive.run()
    assert archive.files() == before


def test_rules_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    archive = Import(tmp_path, [wordpress_item(1)], None)
    (tmp_path / "map.yml").mkdir()
    with pytest.raises(ImportRefusedError, match=r"map\.yml cannot be read\.$"):
        archive.run()


def _finished(data: bytes) -> bytes:
    """A draft as an editor publishes it: with alternative texts, and all guesses confirmed."""
    for before, after in (
        (b"\ndraft: true", b""),
        (b"To confirm: ", b""),
        (b"![](", b"![Soup]("),
        (b"alt: ''", b"alt: Soup"),
    ):
        data = data.replace(before, after)
    return data


def test_archive_is_published_without_a_private_word_and_all_addresses_answer(tmp_path: Path) -> None:
    archive = Import(tmp_path, [])
    archive.uploads.rmdir()
    archive.export, archive.uploads = write_archive(tmp_path, Sizes(posts=20, pages=3, attachments=30))
    archive.run()
    imported = archive.files()
    assert sum(path.startswith("stories/garden") and path.endswith(".md") for path in imported) == 18 + 1
    for path, data in imported.items():
        assert SECRET.lower() not in path.lower()
        assert SECRET.encode().lower() not in data.lower()
    public = {path: _finished(data) for path, data in imported.items()}
    site = tmp_path / "built"
    write_files(site, published(tmp_path / "publishing", public))
    answers = list_old_addresses((archive.export,), site)
    assert [each.address for each in answers if not each.answer] == []
    assert next(each.answer for each in answers if each.address == "/category/news/") == (
        "redirects to https://elm.example/stories/"
    )
    assert len(answers) > 100
    assert next(each.answer for each in answers if each.address == "/?p=1").startswith(
        "redirects to /stories/garden-0/"
    )


def test_authors_of_co_authors_plus_and_recordings_of_a_podcast(tmp_path: Path) -> None:
    authors = (("author", "cap-bob"), ("author", "cap-ann"), ("author", "cap-bob"))
    podcast = {"enclosure": f"{UPLOADS}/talk.mp3\n21169426\naudio/mpeg"}
    items = [
        wordpress_attachment(8, "talk.mp3"),
        wordpress_item(1, terms=authors),
        wordpress_item(2, meta=podcast),
        wordpress_item(3, f'<a href="{UPLOADS}/talk.mp3">Talk</a>', meta=podcast),
    ]
    archive = Import(tmp_path, items)
    write_files(archive.uploads, {"talk.mp3": b"ID3"})
    archive.run()
    assert archive.front("stories/item-1.md")["author"] == {"name": "Cap-Bob"}
    assert "write them in \\`authors\\`: Cap-Bob, Ann Archer." in archive.text("import-report.md")
    assert archive.text("stories/item-2.md").endswith("Some words.\n\n[Recording](talk.mp3)\n")
    assert archive.text("stories/item-3.md").endswith("---\n\n[Talk](talk.mp3)\n")
    address = {"file": "talk.mp3", "address": "/wp-content/uploads/talk.mp3"}
    assert archive.front("stories/item-2.md")["old_files"] == [address]
    assert (archive.root / "stories/talk.mp3").read_bytes() == b"ID3"


def test_lists_are_answered_by_the_page_of_their_topic_or_by_most_of_their_items(tmp_path: Path) -> None:
    archive = Import(
        tmp_path,
        [
            wordpress_item(1, terms=(_NEWS, ("category", "elms"), ("post_tag", "mixed"))),
            wordpress_item(2, terms=(("category", "reports"), ("post_tag", "mixed")), day="2018-01-02 00:00:00"),
            wordpress_item(3, terms=(_NEWS, ("post_tag", "mixed"), ("post_tag", "2020"))),
            wordpress_item(4, type_="page", terms=(("category", "of-pages"),), slug="category/taken"),
            wordpress_item(5, type_="page", link=f"{ADDRESS}/category/news/"),
            wordpress_item(6, status="private", terms=(("category", "secret"),)),
        ],
    )
    archive.run()
    assert archive.text("docs/old-addresses.yml").split("\n", 1)[1] == (
        "/2018/: /publications/\n/2018/01/: /publications/\n/2018/01/02/: /publications/\n"
        "/2019/: /stories/\n/2019/05/: /stories/\n/2019/05/04/: /stories/\n/author/ann/: /stories/\n"
        "/category/elms/: /areas/elmham/\n/category/reports/: /publications/\n"
        "/tag/2020/: /stories/\n/tag/mixed/: /stories/\n"
    )
    assert "Nothing answers these lists of the old site: /category/of-pages/." in archive.text("import-report.md")
    files = archive.files()
    archive.run()
    assert archive.files() == files


def test_drafts_can_be_written_into_another_folder(tmp_path: Path) -> None:
    archive = Import(tmp_path, [wordpress_item(1)])
    before = archive.files()
    archive.run(tmp_path / "inbox")
    assert archive.files() == before
    assert (tmp_path / "inbox/stories/item-1.md").exists()


def _command(*arguments: str | Path) -> Result:
    environment = CliContext(today=lambda: TODAY, settings=lambda _root: SETTINGS)
    return CliRunner().invoke(main, ["import", *map(str, arguments)], obj=environment)


def test_commands_import_and_list_addresses(tmp_path: Path) -> None:
    archive = Import(tmp_path, [wordpress_item(1, slug="a"), wordpress_item(2, SECRET, status="private", slug=SECRET)])
    options = ("--root", archive.root, "--map", tmp_path / "map.yml")
    result = _command("wordpress", archive.export, *options)
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "Imported: 1 story.")
    assert "Not written, because they were not public: 1 post, private." in result.stdout
    assert SECRET not in result.output
    site = tmp_path / "built"
    write_files(site, {"a/index.html": "<p>Words</p>", "_redirects": "/feed/ /feed.xml 301!\n"})
    result = _command("addresses", archive.export, site)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        *(f"/2019/{each}  (list)  answers nothing" for each in ("", "05/", "05/04/")),
        "/?p=1  (post)  answers nothing",
        "/author/ann/  (list)  answers nothing",
        "/category/news/  (list)  answers nothing",
        "/comments/feed/  (feed of comments)  answers nothing",
        "9 old addresses, 2 of them answer.",
    ]
    listed = _command("addresses", archive.export, site, "--all").stdout
    assert "/a/  (post)  a page\n" in listed
    assert "/feed/  (feed)  redirects to /feed.xml where the host reads _redirects\n" in listed


def test_addresses_answer_with_pages_files_and_redirects(tmp_path: Path) -> None:
    links = ("/a", "/b/", "/c.pdf", "/d", "/e/", "/f?x=1", "/[g", "/h/?p=5", "/i.html")
    archive = Import(
        tmp_path,
        [wordpress_item(each, type_="page", link=f"{ADDRESS}{link}", terms=()) for each, link in enumerate(links, 1)],
    )
    refresh = '<meta http-equiv="refresh" content="0; url=/x/?a=1&amp;b=2">'
    files = {
        "a/index.html": "a",
        "b/index.html": refresh,
        "c.pdf": "c",
        "d": "d",
        "f/index.html": "f",
        "i.html/index.html": "i",
    }
    write_files(tmp_path / "built", {**files, "_redirects": "/ p=5 /five/ 301\n/e/ /old/ 301\n/h/ p=5 /h/ 301\n"})
    answers = {each.address: each.answer for each in list_old_addresses((archive.export,), tmp_path / "built")}
    where = "where the host reads _redirects"
    assert {link: answers[link] for link in links if link in answers} == {
        "/a": "",
        "/b/": "redirects to /x/?a=1&b=2",
        "/c.pdf": "a file",
        "/d": "",
        "/e/": f"redirects to /old/ {where}",
        "/f?x=1": "",
        "/i.html": "a page",
        "/[g": "",
        "/h/?p=5": f"redirects to /h/ {where}",
    }
    assert answers["/?page_id=1"] == ""


def test_other_file_is_refused_without_a_traceback(tmp_path: Path) -> None:
    archive = Import(tmp_path, [])
    archive.export.write_text("<html></html>")
    for arguments in (("wordpress", archive.export, "--root", archive.root), ("addresses", archive.export, tmp_path)):
        result = _command(*arguments)
        assert result.exit_code == 1
        assert result.stderr == (
            "Error: export.xml is not a WordPress export. In WordPress: Tools, Export, All content.\n"
        )
