"""Links, pictures, files and addresses that lead nowhere or to the same place."""

from datetime import date
from pathlib import Path

import pytest

from newsroom.codes import Severity
from newsroom.problems import ContentError
from tests.support import SETTINGS, open_newsroom, problems_in, small_newsroom
from tests.support.changes import Changes, N, P, S, changed
from tests.support.images import picture
from tests.support.items import CONSENT, OWN_WORDS, event, newsletter, page, publication, stories, story
from tests.support.wordings import Reported


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            {S: ("kind:", "image: {src: a.jpg, alt: A}\nkind:")},
            ["stories/the-garden.md:5 field-file-missing"],
            id="a lead picture that is not there",
        ),
        pytest.param(
            {S: ("kind:", "image: {src: a.jpg}\nkind:")},
            [
                "stories/the-garden.md:5 field-missing",
                "stories/the-garden.md:5 field-file-missing",
            ],
            id="a lead picture without alternative text",
        ),
        pytest.param(
            {
                P: ("kind: report", "kind: report\nfile: growing.pdf"),
            },
            ["publications/growing.md:6 field-file-missing"],
            id="a PDF that is not there",
        ),
        pytest.param(
            {P: ("kind: report", "kind: report\nfile: growing.doc"), "publications/growing.doc": "x"},
            ["publications/growing.md:6 publication-file-not-pdf"],
            id="a file that is not a PDF",
        ),
        pytest.param(
            {S: ("A garden grew.", "![A garden](gardn.jpg)"), "stories/garden.jpg": "x"},
            ["stories/the-garden.md:10 picture-missing"],
            id="a picture that is not there",
        ),
        pytest.param(
            {S: ("A garden grew.", "![](garden.jpg)"), "stories/garden.jpg": picture()},
            ["stories/the-garden.md:10 picture-alt-missing"],
            id="a picture without alternative text",
        ),
        pytest.param(
            {
                S: ("A garden grew.", "![IMG_0002](a.jpg)\n![image](a.jpg)\n![tree.JPG](a.jpg)\n![Photo of 2](a.jpg)"),
                P: ("kind:", "image: {src: ../stories/a.jpg, alt: WhatsApp Image 2026-11-05 at 10.22.13}\nkind:"),
                "stories/a.jpg": picture(),
            },
            ["publications/growing.md:5 picture-alt-name?"]
            + [f"stories/the-garden.md:{line} picture-alt-name?" for line in (10, 11, 12)],
            id="alternative texts that are names of files",
        ),
        pytest.param(
            {
                S: ("A garden grew.", '<img src="https://elm.example/stories/garden.jpg">'),
                "stories/garden.jpg": picture(),
            },
            [
                "stories/the-garden.md:10 link-own-address",
                "stories/the-garden.md:10 picture-alt-missing",
            ],
            id="an HTML picture without alternative text",
        ),
        pytest.param(
            {
                S: ("A garden grew.", '<audio controls src="https://elm.example/stories/talk.mp3"></audio>'),
                "stories/talk.mp3": "x",
            },
            ["stories/the-garden.md:10 link-own-address"],
            id="a player with the address of a recording of this site",
        ),
        pytest.param(
            {S: ("A garden grew.", '<a href="../docs/about.md">x</a>')},
            ["stories/the-garden.md:10 link-in-html"],
            id="a relative link in HTML",
        ),
        pytest.param(
            {"docs/stories/the-garden.md": page(title="A garden")},
            ["stories/the-garden.md address-taken"],
            id="two files at one address",
        ),
        pytest.param(
            {"docs/news.md": page(title="News")},
            ["docs/news.md address-taken"],
            id="a list's address",
        ),
        pytest.param(
            {
                "docs/old-addresses.yml": "# Lists\n/category/a/: /stories/\n/category/a/: /stories/\n/about/: /stories/\n"
                "/tag/b/: /nowhere/\ncategory: stories\n/a b/: /stories/\n/..x/: /stories/\n'/?cat=3': /areas/elmham/  # C\n"
            },
            [
                *(f"docs/old-addresses.yml:{number} redirect-taken" for number in (3, 4)),
                *(f"docs/old-addresses.yml:{number} old-address-invalid" for number in (5, 6, 7, 8)),
            ],
            id="lines of the file of old addresses",
        ),
        pytest.param(
            {S: ("kind:", "redirect_from: [/about/]\nkind:")},
            ["stories/the-garden.md:5 redirect-taken"],
            id="a redirect from a page's address",
        ),
        pytest.param(
            {S: ("kind:", "redirect_from: [/old/]\nkind:"), P: ("kind:", "redirect_from: [/old/]\nkind:")},
            ["stories/the-garden.md:5 redirect-taken"],
            id="two redirects from one address",
        ),
        pytest.param(
            {S: ("../docs/about.md", "../docs/abuot.md")},
            ["stories/the-garden.md:10 link-missing"],
            id="a link to no page",
        ),
        pytest.param(
            {S: ("../docs/about.md", "/about/")},
            ["stories/the-garden.md:10 link-root-relative"],
            id="a link that begins with a slash",
        ),
        pytest.param(
            {S: ("../docs/about.md", "../stories/")},
            ["stories/the-garden.md:10 link-missing"],
            id="a link to a folder",
        ),
        pytest.param(
            {S: ("../docs/about.md", "../about/")},
            ["stories/the-garden.md:10 link-missing"],
            id="a link to an address of the site",
        ),
        pytest.param(
            {S: ("../docs/about.md", "javascript:alert(1)")},
            ["stories/the-garden.md:10 link-scheme-invalid"],
            id="a link to a script",
        ),
        pytest.param(
            {
                S: (
                    "A garden grew.",
                    "www.e.example\\\nhttps://e.example/a\\\n<https://e.example/>\\\n[x](https://e.example\\a)\\\nhello@e.example\\\nx",
                )
            },
            [f"stories/the-garden.md:{line} link-malformed" for line in (10, 11, 13)],
            id="addresses with a backslash",
        ),
        pytest.param(
            {S: ("../docs/about.md", "//host.example/x")},
            ["stories/the-garden.md:10 link-scheme-invalid"],
            id="a link without its scheme",
        ),
        pytest.param(
            {S: ("../docs/about.md", "www.example.org")},
            ["stories/the-garden.md:10 link-missing"],
            id="a link to www",
        ),
        pytest.param(
            {S: ("../docs/about.md", "hello@elm.example")},
            ["stories/the-garden.md:10 link-missing"],
            id="a link to an email address",
        ),
        pytest.param(
            {S: ("../docs/about.md", "oak.example/stories?page=2")},
            ["stories/the-garden.md:10 link-missing"],
            id="a link to a host and a path",
        ),
        pytest.param(
            {S: ("../docs/about.md", "lacnetwork.org")},
            ["stories/the-garden.md:10 link-missing"],
            id="a link to a host",
        ),
        pytest.param(
            {S: ("../docs/about.md", "about.markdown/")},
            ["stories/the-garden.md:10 link-missing"],
            id="a link to a file that is not a host",
        ),
        pytest.param(
            {S: ("../docs/about.md", "../stories/page/5.md"), **stories(30, undated=True)},
            ["stories/the-garden.md:10 link-missing"],
            id="a link like the address of a generated page",
        ),
        pytest.param(
            {S: ("../docs/about.md", "data:image/png;base64," + "A" * 400_000)},
            ["stories/the-garden.md:10 picture-inline"],
            id="a link to a picture that is written out",
        ),
        pytest.param(
            {
                "stories/x.md": story(
                    "See ![An elm][image1].\n\n[image1]: <data:image/png;base64," + "A" * 400_000 + ">"
                )
            },
            ["stories/x.md:10 picture-inline"],
            id="a picture as Google Docs writes it",
        ),
        pytest.param(
            {S: ("A garden grew.", "![](data:image/png;base64," + "A" * 400_000 + ")")},
            [
                "stories/the-garden.md:10 picture-alt-missing",
                "stories/the-garden.md:10 picture-inline",
            ],
            id="a picture that is written out",
        ),
        pytest.param(
            {S: ("../docs/about.md", "https://elm.example/")},
            ["stories/the-garden.md:10 link-own-address"],
            id="a link to the site's own home page",
        ),
        pytest.param(
            {S: ("../docs/about.md", "http://ELM.example:80/about/index.html?a=1#who")},
            ["stories/the-garden.md:10 link-own-address"],
            id="a link to the address of a page",
        ),
        pytest.param(
            {S: ("../docs/about.md", "https://elm.example/feed.xml")},
            ["stories/the-garden.md:10 link-own-address"],
            id="a link to the address of what the build adds",
        ),
        pytest.param(
            {S: ("../docs/about.md", "https://elm.example/who"), "docs/about.md": page(redirect_from=["/who/"])},
            ["stories/the-garden.md:10 link-own-address"],
            id="a link to an old address",
        ),
        pytest.param(
            {S: ("../docs/about.md", "https://elm.example/abuot/")},
            ["stories/the-garden.md:10 link-missing"],
            id="a link to an address near a page's",
        ),
        pytest.param(
            {S: ("../docs/about.md", "https://elm.example/wp-admin/")},
            ["stories/the-garden.md:10 link-missing"],
            id="a link to an address of no page",
        ),
        pytest.param(
            {S: ("A garden grew.", '<a href="https://elm.example/about/">x</a>')},
            ["stories/the-garden.md:10 link-own-address"],
            id="a link to the address of a page in HTML",
        ),
        pytest.param(
            {S: ("../docs/about.md", "")},
            ["stories/the-garden.md:10 link-empty"],
            id="a link to nothing",
        ),
        *(
            pytest.param(
                {S: ("[about us](../docs/about.md)", written)}, [f"stories/the-garden.md:10 {code}"], id=written
            )
            for written, code in (
                ('<a href="">x</a>', "link-empty"),
                ('<img src="" alt="x">', "link-empty"),
                ("![x]()", "link-empty"),
                ("[x](mailto:)", "link-empty"),
                ("[x](TEL:)", "link-empty"),
                ("[x](http://https://elm.example/a)", "link-host-missing"),
                ("[x](http://localhost:8000/stories/)", "link-host-missing"),
                ("![x](cid:image001.png@01DA1234)", "link-scheme-invalid"),
                ("[x](https//elm.example/a)", "link-missing"),
                ("[x](hello@elm.example.)", "link-missing"),
            )
        ),
        pytest.param(
            {S: ("kind:", "draft: true\nkind:")},
            ["newsletters/2024-03.md:14 link-draft"],
            id="a link to a draft",
        ),
        pytest.param(
            {
                S: ("2024-02-03", "2030-01-01"),
                "docs/about.md": page("See [the garden](../stories/the-garden.md)."),
                N: ("../stories/the-garden.md", "../docs/about.md"),
            },
            ["docs/about.md:6 link-not-yet-public"],
            id="a link to an item of tomorrow from a page without a date",
        ),
        pytest.param(
            {
                "stories/b.md": story(title="B", date="2030-01-05"),
                S: ("2024-02-03", "2030-01-01"),
                "stories/c.md": story("[b](b.md)", date="2030-01"),
            },
            [
                "newsletters/2024-03.md:14 link-not-yet-public",
                "stories/c.md:8 link-not-yet-public",
            ],
            id="two future items, of which the first links to the second",
        ),
        pytest.param(
            {"stories/x.md": story(draft=True, titel="X"), "stories/y.md": story("[x](x.md)")},
            [
                "stories/x.md:7 field-unknown?",
                "stories/y.md:8 link-draft",
            ],
            id="a link to a draft that cannot be read",
        ),
        pytest.param(
            {
                "stories/x.md": story(draft=True),
                "docs/events/a.md": event(booking="https://elm.example/stories/x/"),
                "docs/events/b.md": event(title="B", booking="https://elm.example/nowhere/"),
                "docs/events/c.md": event(title="C", booking="https://elm.example/about/"),
                "docs/about.md": page(title="About"),
            },
            ["docs/events/a.md:7 link-draft", "docs/events/b.md:7 link-missing"],
            id="addresses in front matter of a draft and of no page",
        ),
        pytest.param(
            {
                "stories/x.md": story(**OWN_WORDS, consent=CONSENT | {"withdrawn": "2024-05-01"}),
                "stories/y.md": story("See [*her* story](x.md#top)."),
            },
            ["stories/y.md:8 link-withdrawn?"],
            id="a link to a withdrawn story",
        ),
        pytest.param(
            {
                "stories/x.md": story(**OWN_WORDS, consent=CONSENT | {"withdrawn": "2024-05-01"}),
                "stories/y.md": story(
                    "[![Her garden](../docs/a.png)](x.md)\n[](x.md)\n[her](https://elm.example/stories/x/)\n"
                    "<iframe src='https://elm.example/stories/x/'></iframe>"
                ),
                "docs/a.png": picture(),
            },
            [
                "stories/y.md:8 link-withdrawn?",
                "stories/y.md:9 link-text-missing?",
                "stories/y.md:9 link-withdrawn?",
                "stories/y.md:10 link-own-address",
                "stories/y.md:11 embed-linked?",
                "stories/y.md:11 link-withdrawn?",
            ],
            id="a picture, an address and a frame of a withdrawn story",
        ),
        pytest.param(
            {
                "stories/x.md": story(**OWN_WORDS, consent=CONSENT | {"withdrawn": "1 May 2024"}),
                "stories/y.md": story("See [a][].\n\n[a]: x.md"),
            },
            [
                "stories/x.md:6 field-date-invalid?",
                "stories/y.md:10 link-withdrawn?",
            ],
            id="a link to a story whose withdrawal cannot be read",
        ),
        pytest.param(
            {S: ("../docs/about.md", "https://")},
            ["stories/the-garden.md:10 link-host-missing"],
            id="an address without a host",
        ),
        pytest.param(
            {S: ("2024-02-03", "2030-01-01")},
            ["newsletters/2024-03.md:14 link-not-yet-public"],
            id="a link to an item of tomorrow",
        ),
        pytest.param(
            {S: ("../docs/about.md", "../newsletters/2024-03.md#event")},
            ["stories/the-garden.md:10 link-anchor-missing"],
            id="an anchor that is not there",
        ),
        pytest.param(
            {S: ("A garden grew.", "![A talk](talk.mp3)")},
            ["stories/the-garden.md:10 recording-missing"],
            id="a recording that is not there",
        ),
        pytest.param(
            {S: ("A garden grew.", "![](talk.mp3)"), "stories/talk.mp3": "x"},
            ["stories/the-garden.md:10 recording-text-missing"],
            id="a recording without words",
        ),
        pytest.param(
            {S: ("A garden grew.", "![A talk](talk.vtt)"), "stories/talk.vtt": "WEBVTT"},
            ["stories/the-garden.md:10 captions-alone"],
            id="captions in place of their recording",
        ),
        pytest.param(
            {S: ("../docs/about.md", "#nowhere")},
            ["stories/the-garden.md:10 link-anchor-missing"],
            id="an anchor that is not on the page",
        ),
    ],
)
def test_errors_and_warnings_are_reported(
    tmp_path: Path, changes: Changes, expected: list[str], reported: Reported
) -> None:
    assert reported(problems_in(tmp_path, changed(changes))) == expected


DRAFTS = {
    "a link to another draft": {
        "stories/x.md": story("[y](y.md)", draft=True),
        "stories/y.md": story("[x](x.md)", draft=True),
    },
    "no consent": {"stories/x.md": story(draft=True, kind="story")},
    "a field that does not exist": {"stories/x.md": story(draft=True, titel="X")},
    "no title": {"stories/x.md": story(draft="yes", title=None)},
    "YAML that cannot be read": {"stories/x.md": "---\ntitle: One: two\ndraft: true  # until May\n---\n\nWords.\n"},
    "no end of its front matter": {"stories/x.md": "---\ntitle: One\ndraft: true\n\nWords.\n"},
    "a name that is not allowed": {"stories/My Draft.md": story(draft=True)},
    "a link that leads nowhere": {"stories/x.md": story("[x](nowhere.md) ![](data:image/png;base64,AAAA)", draft=True)},
    "no text": {"stories/x.md": story("", draft=True)},
    "an edition without sections": {"newsletters/2026-11.md": newsletter("Words.", draft=True)},
    "a PDF that is not there": {"publications/x.md": publication(file="x.pdf", draft=True)},
    "an address that a page has": {
        "stories/a.md": story(draft=True, redirect_from=["/about/", "/old/"]),
        "stories/b.md": story(redirect_from=["/old/"]),
    },
    "the id of another item": {"stories/a.md": story(draft=True, id="urn:x:1"), "stories/b.md": story(id="urn:x:1")},
    "bytes that are not UTF-8": {"stories/x.md": story(draft=True).encode() + b"\xff"},
}
"""Errors in a draft, as files that change the small newsroom."""


@pytest.mark.parametrize("files", DRAFTS.values(), ids=list(DRAFTS))
def test_errors_in_draft_do_not_stop_the_site(tmp_path: Path, files: Changes) -> None:
    problems = problems_in(tmp_path, changed(files))
    drafts = {
        path for path, text in files.items() if b"draft" in (text if isinstance(text, bytes) else str(text).encode())
    }
    assert {problem.path for problem in problems} <= drafts
    assert {problem.severity for problem in problems} <= {Severity.WARNING}


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("draft: false", [2]),
        ("draft: trueish", [2, 3]),
        ("  draft: true", [2]),
        ("summary: draft: true", [2, 3]),
        ("summary: |\n  draft: true", [2]),
    ],
)
def test_errors_in_published_file_stop_the_build(tmp_path: Path, line: str, wrong: list[int]) -> None:
    broken = f"---\ntitle: One: two\n{line}\n---\n\ndraft: true\n"
    problems = problems_in(tmp_path, small_newsroom() | {"stories/x.md": broken})
    assert [(problem.line, problem.severity) for problem in problems] == [(line, Severity.ERROR) for line in wrong]


@pytest.mark.parametrize("day", ["2029-12-31", "2030-01-01", "2030-01-04", "2030-01-05", "2030-01-06"])
def test_links_between_future_items_are_valid_on_all_days(tmp_path: Path, day: str) -> None:
    """Content that was accepted once is accepted on all later days."""
    files = small_newsroom() | {
        "stories/a.md": story("[b](b.md)", title="A", date="2030-01-05"),
        "stories/b.md": story("[a](../docs/about.md)", title="B", date="2030-01-01"),
        "stories/c.md": story("[b](b.md)", title="C", date="2030-01-01"),
    }
    assert problems_in(tmp_path, files, today=date.fromisoformat(day)) == []


@pytest.mark.parametrize("day", ["2026-11-22", "2030-01-01", "2030-01-04"])
def test_link_to_later_item_is_reported_at_once(tmp_path: Path, day: str) -> None:
    files = small_newsroom() | {
        "stories/a.md": story("[b](b.md)", title="A", date="2030-01-01"),
        "stories/b.md": story(title="B", date="2030-01-05"),
    }
    (problem,) = problems_in(tmp_path, files, today=date.fromisoformat(day))
    assert (problem.path, problem.severity) == ("stories/a.md", Severity.ERROR)


def test_site_below_path_differs_from_rest_of_host(tmp_path: Path) -> None:
    settings = {**SETTINGS, "site_url": "https://pages.example/elm/"}
    files = small_newsroom() | {
        "docs/links.md": page(
            "[a](https://pages.example/elm) [b](https://pages.example/elm/about/) [c](https://pages.example/oak/) "
            "[d](https://pages.example/elmham/) [e](https://elm.pages.example/elm/) [f](https://pages.example:8443/elm/)"
        )
    }
    with pytest.raises(ContentError) as error:
        open_newsroom(tmp_path, files, settings=settings)
    assert [problem.fix for problem in error.value.problems] == ["write 'index.md'", "write 'about.md'"]
