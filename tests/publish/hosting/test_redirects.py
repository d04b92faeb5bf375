"""A page at each address that another page had before."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from newsroom.content.old_addresses import parse_old_address
from tests.support import SETTINGS, problems_in, small_newsroom
from tests.support.html import addresses, parse, parse_errors
from tests.support.images import picture
from tests.support.items import CONSENT, area, page, publication, story
from tests.support.pdfs import pdf
from tests.support.rendering import published
from tests.support.wordings import Reported


def test_old_address_redirects_to_page(tmp_path: Path) -> None:
    files = {"stories/bench.md": story(title="Tom & the <bench>", redirect_from=["/old/bench/"])}
    html = published(tmp_path, files)["old/bench/index.html"].decode()
    root = parse(html)
    assert parse_errors(html) == []
    story_at, feed = "https://elm.example/stories/bench/", "https://elm.example/feed.xml"
    assert addresses(html) == [story_at, feed, story_at]
    (refresh,) = (meta.get("content") for meta in root.iter("meta") if meta.get("http-equiv") == "refresh")
    assert refresh == "0; url=https://elm.example/stories/bench/"
    assert root.findtext("head/title") == root.findtext("body/p/a") == "Tom & the <bench>"
    assert "noindex" in html


def test_name_of_the_site_is_text_on_pages_at_old_addresses(tmp_path: Path) -> None:
    name = 'Elm &lt; "Oak" <b>Street'
    gone = story(kind="story", redirect_from=["/old/gone/"], consent=CONSENT | {"withdrawn": "2026-11-20"})
    files = {"stories/bench.md": story(redirect_from=["/old/bench/"]), "stories/gone.md": gone}
    written = published(tmp_path, files, settings={**SETTINGS, "site_name": name})
    redirect, notice = (written[f"{path}/index.html"].decode() for path in ("old/bench", "old/gone"))
    assert parse_errors(redirect) == parse_errors(notice) == []
    assert [link.get("title") for link in parse(redirect).iter("link") if link.get("title")] == [name]
    assert (parse(notice).findtext("head/title") or "").endswith(f" · {name}")


@pytest.mark.parametrize(
    ("path", "text", "target"),
    [
        ("docs/team.md", page(redirect_from=["/a/", "/b/c/"]), "https://elm.example/team/"),
        ("docs/areas/oakton.md", area(redirect_from=["/a/", "/b/c/"]), "https://elm.example/areas/oakton/"),
        ("stories/x.cy.md", story(redirect_from=["/a/", "/b/c/"]), "https://elm.example/cy/stories/x/"),
    ],
)
def test_every_kind_of_page_can_have_old_addresses(tmp_path: Path, path: str, text: str, target: str) -> None:
    written = published(tmp_path, small_newsroom() | {path: text})
    assert {name for name in written if name.endswith("index.html") and "email" not in name} == {
        "a/index.html",
        "b/c/index.html",
    }
    assert all(target in written[name].decode() for name in ("a/index.html", "b/c/index.html"))


def test_lists_of_the_old_site_are_answered_by_lists_and_topics(tmp_path: Path) -> None:
    moved = "/category/news/: /stories/\n/tag/elm/: /areas/elmham/  # Elmham\n'/?cat=3': /news/\n"
    written = published(tmp_path, small_newsroom() | {"docs/old-addresses.yml": moved})
    assert "0; url=https://elm.example/stories/" in written["category/news/index.html"].decode()
    assert "0; url=https://elm.example/areas/elmham/" in written["tag/elm/index.html"].decode()
    assert written["_redirects"] == b"/ cat=3 /news/ 301!\n"
    assert not [path for path in written if "old-addresses" in path]


def test_redirect_is_in_language_of_page(tmp_path: Path) -> None:
    written = published(tmp_path, {"stories/x.cy.md": story(redirect_from=["/hen/"])})["hen/index.html"].decode()
    assert parse(written).get("lang") == "cy"
    assert "Mae’r dudalen hon wedi symud" in written


def test_hidden_page_has_no_redirects(tmp_path: Path) -> None:
    files = small_newsroom() | {"stories/x.md": story(draft=True, redirect_from=["/old/"])}
    assert "old/index.html" not in published(tmp_path, files)


@pytest.mark.parametrize(
    ("written", "file"),
    [
        ("/old/", "old/index.html"),
        ("/old.html", "old.html"),
        ("/OLD.PDF", "OLD.PDF"),
        ("/cy/t%c5%b7/", "cy/tŷ/index.html"),
        ("/cy/t%C5%B7/", "cy/tŷ/index.html"),
        ("/cy/tŷ/", "cy/tŷ/index.html"),
        ("/Which%20Way%20Next.pdf", "Which Way Next.pdf"),
        ("/a+b,c/", "a+b,c/index.html"),
    ],
)
def test_old_address_is_a_file_on_the_site(written: str, file: str) -> None:
    assert parse_old_address(written).file == file


@pytest.mark.parametrize(
    "written",
    [
        *("", "old/", "/", "//", "/a//b/", "/../a/", "/%2e%2e/a/", "/.git/", "/a/%2F../", "/old", "/old.php", "/a b /"),
        *("/a%00/", "/a%5Cb/", "/a%3Ab/", "/t%c5/", "/100%/", "/a#b/", "/?p", "/?", "/?p=1 2", "/?p=1#c", "/a/?=1"),
    ],
)
def test_impossible_old_address_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"^(does not begin|has )"):
        parse_old_address(written)


def test_pdf_of_a_publication_is_also_at_its_old_address(tmp_path: Path) -> None:
    old = "/wp-content/uploads/2020/07/which-way-next.pdf"
    files: dict[str, str | bytes] = {
        "publications/next.md": publication(file="next.pdf", redirect_from=[old, "/next/"]),
        "publications/next.pdf": pdf(),
    }
    written = published(tmp_path, small_newsroom() | files)
    assert written[old[1:]] == files["publications/next.pdf"]
    assert b"https://elm.example/publications/next/" in written["next/index.html"]


def test_processed_picture_is_at_its_old_address(tmp_path: Path) -> None:
    """What a camera wrote into the original stays behind there too."""
    image = {"src": "tree.jpg", "alt": "A tree"}
    files: dict[str, str | bytes] = {
        "stories/tree.md": story(image=image, redirect_from=["/uploads/TREE.jpeg"]),
        "stories/tree.jpg": picture(),
    }
    written = published(tmp_path, small_newsroom() | files)
    assert written["uploads/TREE.jpeg"] == written["stories/tree.jpg"]


@pytest.mark.parametrize("fields", [{"draft": True}, {"date": "2099"}], ids=str)
def test_hidden_file_has_no_old_address(tmp_path: Path, fields: dict[str, object]) -> None:
    files: dict[str, str | bytes] = {
        "publications/next.md": publication(file="next.pdf", redirect_from=["/old.pdf", "/?p=1"], **fields),
        "publications/next.pdf": pdf(),
    }
    assert {"old.pdf", "_redirects"} & set(published(tmp_path, small_newsroom() | files)) == set()


def test_preview_continues_if_redirected_file_is_missing(tmp_path: Path) -> None:
    files = {"publications/next.md": publication(file="next.pdf", redirect_from=["/old.pdf"])}
    assert "old.pdf" not in published(tmp_path, small_newsroom() | files, preview=True)


def test_old_addresses_with_query_become_rules(tmp_path: Path) -> None:
    files = {
        "stories/x.md": story(redirect_from=["/?p=123", "/index.php?page_id=5&lang=cy"]),
        "stories/y.cy.md": story(redirect_from=["/tŷ/?p=1"]),
    }
    settings = {**SETTINGS, "site_url": "https://pages.example/elm/"}
    written = published(tmp_path, small_newsroom() | files, settings=settings)
    assert written["_redirects"].decode().splitlines() == [
        "/elm/ p=123 /elm/stories/x/ 301!",
        "/elm/comments/feed/ /elm/feed.xml 301",
        "/elm/feed/ /elm/feed.xml 301",
        "/elm/index.php page_id=5 lang=cy /elm/stories/x/ 301!",
        "/elm/t%C5%B7/ p=1 /elm/cy/stories/y/ 301!",
    ]
    assert "_redirects" not in published(tmp_path / "without", small_newsroom())


@pytest.mark.parametrize(
    ("old", "code"),
    [
        ("/?p=123", "redirect-query?"),
        ("/old.pdf", "redirect-file-missing"),
        ("/old.JPG", "redirect-file-missing"),
        ("/old.php", "field-format-invalid"),
        ("/_headers/", "redirect-taken"),
        ("/_redirects/a/", "redirect-taken"),
    ],
)
def test_invalid_old_address_is_reported(tmp_path: Path, old: str, code: str, reported: Reported) -> None:
    problems = problems_in(tmp_path, small_newsroom() | {"stories/x.md": story(redirect_from=[old])})
    assert reported(problems) == [f"stories/x.md:6 {code}"]


def test_old_address_of_two_pages_is_refused(tmp_path: Path, reported: Reported) -> None:
    files = {
        "stories/x.md": story(redirect_from=["/?p=1", "/t%c5%b7/"]),
        "stories/y.md": story(redirect_from=["/?p=1", "/tŷ/"]),
    }
    errors = [p for p in problems_in(tmp_path, small_newsroom() | files) if p.is_error]
    assert reported(errors) == ["stories/y.md:6 redirect-taken"] * 2


def test_file_is_published_at_its_old_address_too(tmp_path: Path) -> None:
    old = [{"file": "y.pdf", "address": "/uploads/Y.pdf"}, {"file": "z.png", "address": "/uploads/Z.png"}]
    text = "See [the report](y.pdf).\n\n![An elm](z.png)"
    files: dict[str, str | bytes] = {
        "stories/x.md": story(text, old_files=old),
        "stories/y.pdf": pdf(),
        "stories/z.png": picture(),
    }
    written = published(tmp_path, small_newsroom() | files)
    assert written["uploads/Y.pdf"] == written["stories/y.pdf"]
    assert written["uploads/Z.png"] == written["stories/z.png"]


@pytest.mark.parametrize(
    ("old", "code"),
    [
        ({"file": "other.pdf", "address": "/y.pdf"}, "redirect-file-missing"),
        ({"file": "y.pdf", "address": "/old/"}, "redirect-file-missing"),
        ({"file": "y.pdf", "address": "/stories/y.pdf"}, "redirect-taken"),
    ],
)
def test_invalid_old_address_of_a_file_is_reported(
    tmp_path: Path, old: Mapping[str, str], code: str, reported: Reported
) -> None:
    files: dict[str, str | bytes] = {"stories/x.md": story("See [it](y.pdf).", old_files=[old]), "stories/y.pdf": pdf()}
    assert reported(problems_in(tmp_path, small_newsroom() | files)) == [f"stories/x.md:6 {code}"]


def test_host_of_addresses_with_query_is_mentioned_once(tmp_path: Path, reported: Reported) -> None:
    files = {f"stories/{name}.md": story(title=name, redirect_from=[f"/?p={name}", f"/?q={name}"]) for name in "xyz"}
    assert reported(problems_in(tmp_path, small_newsroom() | files)) == ["stories/x.md:6 redirect-query?"]


def test_recording_is_also_at_its_old_address(tmp_path: Path) -> None:
    old = {"file": "talk.mp3", "address": "/wp-content/uploads/2019/Talk.mp3"}
    files: dict[str, str | bytes] = {
        "stories/talk.md": story("[Listen](talk.mp3)", old_files=[old]),
        "stories/talk.mp3": b"ID3",
    }
    written = published(tmp_path, small_newsroom() | files)
    assert written["wp-content/uploads/2019/Talk.mp3"] == written["stories/talk.mp3"] == b"ID3"


@pytest.mark.parametrize(
    ("query", "is_wordpress"), [("?p=1", True), ("?page_id=1", True), ("?cat=1", False), ("?p=a", False)]
)
def test_feeds_of_wordpress_are_answered_if_its_queries_are(tmp_path: Path, query: str, is_wordpress: bool) -> None:
    files = {**small_newsroom(), "stories/x.md": story(redirect_from=[f"/{query}"])}
    assert ("/feed/ /feed.xml 301" in published(tmp_path, files)["_redirects"].decode()) is is_wordpress
