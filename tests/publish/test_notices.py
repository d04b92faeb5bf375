"""The address of a withdrawn item says that it was taken down, in its language, and nothing else of the site does."""

from pathlib import Path

import pytest

from newsroom.content.library import Channel
from tests.support import open_newsroom, problems_in, small_newsroom
from tests.support.html import parse
from tests.support.images import picture
from tests.support.items import CONSENT, OWN_WORDS, area, event, page, publication, story, vacancy
from tests.support.pdfs import pdf
from tests.support.rendering import body, page_parts, words, written
from tests.support.wordings import Reported

X, WELSH = "stories/x.md", "stories/x.cy.md"
GONE = CONSENT | {"withdrawn": "2026-01-01"}
ENGLISH_TEXT = "This page was taken down What was published here has been withdrawn. Please do not share copies of it."
WELSH_TEXT = "Tynnwyd y dudalen hon i lawr Mae’r hyn a gyhoeddwyd yma wedi’i dynnu’n ôl. Peidiwch â rhannu copïau ohono"
Files = dict[str, str | bytes]
WITHDRAWN: dict[str, Files] = {
    "stub": {X: "---\nwithdrawn: 2026-01-01\nredirect_from: [/blog/x/, /x.html, /old.pdf, /?p=1]\n---\n"},
    "text": {
        X: story(
            "Her words. [PDF](x.pdf)",
            **OWN_WORDS,
            consent=GONE,
            redirect_from=["/blog/x/", "/x.html", "/old.pdf", "/?p=1"],
        )
    },
    "file with errors": {
        X: story(
            "Her words. [PDF](x.pdf)",
            **OWN_WORDS,
            titel="Her",
            consent=GONE,
            redirect_from=["/blog/x/", "/x.html", "/?p=1"],
        )
    },
}


@pytest.mark.parametrize("state", WITHDRAWN)
def test_addresses_say_that_the_item_was_taken_down(tmp_path: Path, state: str) -> None:
    files: Files = {**small_newsroom(), **WITHDRAWN[state], "stories/x.pdf": pdf()}
    build = open_newsroom(tmp_path, files)
    assert f"Home Stories This page was taken down {ENGLISH_TEXT} The home page" in words(body(build, X))
    assert '<meta name="robots" content="noindex">' in page_parts(build, X).head
    site = dict(written(build))
    for path in ("blog/x/index.html", "x.html"):
        old = parse(site[path].decode())
        (text,) = (" ".join("".join(part.itertext()).split()) for part in old.iter("body"))
        assert text == f"{ENGLISH_TEXT} The home page"
        assert [meta.get("content") for meta in old.iter("meta") if meta.get("name") == "robots"] == ["noindex"]
    assert site["_redirects"].startswith(b"/ p=1 /stories/x/ 301!\n")
    assert [path for path in site if path.endswith(".pdf") or path.startswith("stories/x/")] == []
    assert [path for path in build.assets if path.endswith(".pdf")] == []
    assert b"stories/x/" not in site["sitemap.xml"]
    assert [path for path, data in site.items() if b"Her words" in data] == []


@pytest.mark.parametrize("state", WITHDRAWN)
def test_no_field_leads_to_a_withdrawn_item(tmp_path: Path, state: str, reported: Reported) -> None:
    address = "https://elm.example/stories/x/"
    files: Files = {
        "docs/events/tea.md": event(online=f"{address}#top", booking=f"{address}?a=1"),
        "docs/vacancies/helper.md": vacancy(link="https://elm.example/x.html"),
        "docs/areas/elmham.md": area(link=f"{address}index.html", contact={"name": "The team", "link": address}),
    }
    build = open_newsroom(tmp_path, {**small_newsroom(), **WITHDRAWN[state], "stories/x.pdf": pdf(), **files})
    assert reported(problem for problem in build.problems if not problem.path.startswith("stories/")) == [
        "docs/areas/elmham.md:5 link-withdrawn?",
        "docs/areas/elmham.md:6 link-withdrawn?",
        "docs/events/tea.md:6 link-withdrawn?",
        "docs/events/tea.md:7 link-withdrawn?",
        "docs/vacancies/helper.md:8 link-withdrawn?",
    ]
    fields = [path for path, data in written(build) if address.encode() in data or b"elm.example/x.html" in data]
    assert [path for path in fields if path.startswith(("events/", "vacancies/", "areas/"))] == []
    pages = [build.page_alone(url) or b"stories/x" for url in ("events/tea/", "vacancies/helper/", "areas/elmham/")]
    assert [b"stories/x" in page or b"x.html" in page for page in pages] == [False, False, False]


def test_notice_is_in_the_language_of_each_version(tmp_path: Path) -> None:
    files = {
        X: "---\nwithdrawn: 2026-01-01\n---\n",
        WELSH: story("Ei geiriau."),
        "docs/index.cy.md": page(title="Hafan"),
    }
    build = open_newsroom(tmp_path, small_newsroom() | {**files, "stories/y.cy.md": story(title="Arall")})
    assert f"Hafan Straeon Tynnwyd y dudalen hon i lawr {WELSH_TEXT}" in words(body(build, WELSH))
    menu = build.page_values(build.site.page(WELSH), "")[0].frame.menu
    assert [entry.link.text for entry in menu if entry.current] == ["Straeon"]
    assert build.site.page(WELSH).url == "cy/stories/x/"


@pytest.mark.parametrize("fields", [{"consent": GONE | {"scope": ["feed"]}}, {"consent": GONE, "date": "2027"}])
def test_item_that_had_no_page_has_no_notice(tmp_path: Path, fields: dict[str, object]) -> None:
    build = open_newsroom(tmp_path, small_newsroom() | {X: story(**fields)})
    assert not any(page.is_notice for page in build.site.pages)


def test_address_that_another_page_has_now_is_that_pages(tmp_path: Path) -> None:
    other: Files = {"docs/stories/x.md": page("Another."), "docs/team.md": page("Another.", redirect_from=["/blog/x/"])}
    build = open_newsroom(tmp_path, {**small_newsroom(), **WITHDRAWN["stub"], **other})
    assert [page.path for page in build.site.pages if page.url == "stories/x/"] == ["docs/stories/x.md"]
    site = dict(written(build))
    assert b"https://elm.example/team/" in site["blog/x/index.html"]
    assert "x.html" not in site


def test_withdrawn_publication_loses_its_pdf(tmp_path: Path) -> None:
    files: Files = {**small_newsroom(), "publications/r.md": "---\nwithdrawn: 2026-01-01\n---\n"}
    build = open_newsroom(tmp_path, files | {"publications/r.pdf": pdf(), "publications/s.md": publication()})
    assert build.site.page("publications/r.md").is_notice
    assert "publications/r.pdf" not in build.assets


@pytest.mark.parametrize(
    ("stub", "expected"),
    [
        ("withdrawn: 2026-01-01", []),
        ("withdrawn: 2026-01-01\nid: urn:elm:1\nredirect_from: [/a/]", []),
        ("withdrawn:", [f"{X}:2 field-empty?"]),
        ("withdrawn: 1 May 2024", [f"{X}:2 field-date-invalid?"]),
        ("withdrawn: 2026-01-01\nid: hers", [f"{X}:3 field-format-invalid?"]),
        ("withdrawn: 2026-01-01\nredirect_from: [blog]", [f"{X}:3 field-format-invalid?"]),
    ],
)
def test_stub_withdraws_its_item_even_with_errors(
    tmp_path: Path, stub: str, expected: list[str], reported: Reported
) -> None:
    files: Files = {**small_newsroom(), X: f"---\n{stub}\n---\n", WELSH: story("Ei geiriau.")}
    assert reported(problems_in(tmp_path, files)) == expected
    build = open_newsroom(tmp_path, {"stories/a.png": picture()})
    assert {page.path for page in build.site.pages if page.is_notice} == {X, WELSH}
    assert [
        document.path for document in build.context.library.pages(Channel.WEB) if "stories/x" in document.path
    ] == []
