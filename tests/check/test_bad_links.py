"""Links, pictures, files and addresses that lead nowhere or to the same place."""

from datetime import date
from pathlib import Path

import pytest

from newsroom.codes import Severity
from newsroom.problems import ContentError
from tests.support import SETTINGS, open_newsroom, problems_in, small_newsroom
from tests.support.changes import Changes, N, P, S, changed
from tests.support.images import picture
from tests.support.pieces import CONSENT, newsletter, page, publication, stories, story

DATA = f"data:image/png;base64,{'A' * 58}…"
"""How a message quotes a picture that is written out, however large it is."""


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        pytest.param(
            {S: ("kind:", "image: {src: a.jpg, alt: A}\nkind:")},
            [
                "stories/the-garden.md, line 5: `image.src` names 'a.jpg', which is not there; put it in stories/ beside this file, or correct the name."
            ],
            id="a lead picture that is not there",
        ),
        pytest.param(
            {S: ("kind:", "image: {src: a.jpg}\nkind:")},
            [
                "stories/the-garden.md, line 5: `image.alt` is missing; add a line 'alt: …' (What the picture shows, for someone who cannot see it; decorative: it shows nothing that matters).",
                "stories/the-garden.md, line 5: `image.src` names 'a.jpg', which is not there; put it in stories/ beside this file, or correct the name.",
            ],
            id="a lead picture without alternative text",
        ),
        pytest.param(
            {
                P: ("kind: report", "kind: report\nfile: growing.pdf"),
            },
            [
                "publications/growing.md, line 6: `file` names 'growing.pdf', which is not there; put it in publications/ beside this file, or correct the name."
            ],
            id="a PDF that is not there",
        ),
        pytest.param(
            {P: ("kind: report", "kind: report\nfile: growing.doc"), "publications/growing.doc": "x"},
            ["publications/growing.md, line 6: `file` is 'growing.doc', which is not a PDF; name a .pdf file."],
            id="a file that is no PDF",
        ),
        pytest.param(
            {S: ("A garden grew.", "![A garden](gardn.jpg)"), "stories/garden.jpg": "x"},
            ["stories/the-garden.md, line 10: 'gardn.jpg' is not there; did you mean 'garden.jpg'?"],
            id="a picture that is not there",
        ),
        pytest.param(
            {S: ("A garden grew.", "![](garden.jpg)"), "stories/garden.jpg": picture()},
            [
                "stories/the-garden.md, line 10: the picture 'garden.jpg' has no alternative text; say what it shows, for someone who cannot see it: ![A kitchen table](picture.jpg); or ![decorative](picture.jpg) where it shows nothing that matters."
            ],
            id="a picture without alternative text",
        ),
        pytest.param(
            {
                S: ("A garden grew.", '<img src="https://elm.example/stories/garden.jpg">'),
                "stories/garden.jpg": picture(),
            },
            [
                "stories/the-garden.md, line 10: 'https://elm.example/stories/garden.jpg' is an address of this site; write ![what it shows](garden.jpg).",
                "stories/the-garden.md, line 10: the picture 'https://elm.example/stories/garden.jpg' has no alternative text; say what it shows, for someone who cannot see it: ![A kitchen table](picture.jpg); or ![decorative](picture.jpg) where it shows nothing that matters.",
            ],
            id="an HTML picture without alternative text",
        ),
        pytest.param(
            {
                S: ("A garden grew.", '<audio controls src="https://elm.example/stories/talk.mp3"></audio>'),
                "stories/talk.mp3": "x",
            },
            [
                "stories/the-garden.md, line 10: 'https://elm.example/stories/talk.mp3' is an address of this site; write 'talk.mp3'."
            ],
            id="a player with the address of a recording of this site",
        ),
        pytest.param(
            {S: ("A garden grew.", '<a href="../docs/about.md">x</a>')},
            [
                "stories/the-garden.md, line 10: '../docs/about.md' is in an HTML tag, where the link would break; write [words](file.md) for a link, ![what it shows](picture.jpg) for a picture."
            ],
            id="a relative link in HTML",
        ),
        pytest.param(
            {"docs/stories/the-garden.md": page(title="A garden")},
            [
                "stories/the-garden.md: its address /stories/the-garden/ is taken by docs/stories/the-garden.md; rename this file."
            ],
            id="two files at one address",
        ),
        pytest.param(
            {"docs/news.md": page(title="News")},
            ["docs/news.md: its address /news/ is taken by something that the build makes itself; rename this file."],
            id="a list's address",
        ),
        pytest.param(
            {S: ("kind:", "redirect_from: [/about/]\nkind:")},
            [
                "stories/the-garden.md, line 5: `redirect_from` names /about/, which is the address of docs/about.md; take it out of the list."
            ],
            id="a redirect from a page's address",
        ),
        pytest.param(
            {S: ("kind:", "redirect_from: [/old/]\nkind:"), P: ("kind:", "redirect_from: [/old/]\nkind:")},
            [
                "stories/the-garden.md, line 5: `redirect_from` names /old/, which is the address of a redirect from publications/growing.md; take it out of the list."
            ],
            id="two redirects from one address",
        ),
        pytest.param(
            {S: ("../docs/about.md", "../docs/abuot.md")},
            ["stories/the-garden.md, line 10: '../docs/abuot.md' is not there; did you mean '../docs/about.md'?"],
            id="a link to no page",
        ),
        pytest.param(
            {S: ("../docs/about.md", "/about/")},
            [
                "stories/the-garden.md, line 10: the link '/about/' begins with a slash; write the file's path from this file, like '../docs/about.md'."
            ],
            id="a link that begins with a slash",
        ),
        pytest.param(
            {S: ("../docs/about.md", "../stories/")},
            ["stories/the-garden.md, line 10: '../stories/' is not there; did you mean '../stories/index.md'?"],
            id="a link to a folder",
        ),
        pytest.param(
            {S: ("../docs/about.md", "../about/")},
            ["stories/the-garden.md, line 10: '../about/' is not there; did you mean '../docs/about.md'?"],
            id="a link to an address of the site",
        ),
        pytest.param(
            {S: ("../docs/about.md", "javascript:alert(1)")},
            [
                "stories/the-garden.md, line 10: the link 'javascript:alert(1)' begins with 'javascript:'; begin it with https:, mailto: or tel:."
            ],
            id="a link to a script",
        ),
        pytest.param(
            {S: ("../docs/about.md", "//host.example/x")},
            [
                "stories/the-garden.md, line 10: the link '//host.example/x' has no 'https:'; begin it with https:, mailto: or tel:."
            ],
            id="a link without its scheme",
        ),
        pytest.param(
            {S: ("../docs/about.md", "www.example.org")},
            [
                "stories/the-garden.md, line 10: 'www.example.org' is not there; write 'https://www.example.org' for a page elsewhere."
            ],
            id="a link to www",
        ),
        pytest.param(
            {S: ("../docs/about.md", "hello@elm.example")},
            [
                "stories/the-garden.md, line 10: 'hello@elm.example' is not there; write 'mailto:hello@elm.example' for an email address."
            ],
            id="a link to an email address",
        ),
        pytest.param(
            {S: ("../docs/about.md", "oak.example/stories?page=2")},
            [
                "stories/the-garden.md, line 10: 'oak.example/stories?page=2' is not there; write 'https://oak.example/stories?page=2' for a page elsewhere."
            ],
            id="a link to a host and a path",
        ),
        pytest.param(
            {S: ("../docs/about.md", "lacnetwork.org")},
            [
                "stories/the-garden.md, line 10: 'lacnetwork.org' is not there; write 'https://lacnetwork.org' for a page elsewhere."
            ],
            id="a link to a host",
        ),
        pytest.param(
            {S: ("../docs/about.md", "about.markdown/")},
            [
                "stories/the-garden.md, line 10: 'about.markdown/' is not there; correct the path; it starts from this file's folder."
            ],
            id="a link to a file that is no host",
        ),
        pytest.param(
            {S: ("../docs/about.md", "../stories/page/5.md"), **stories(60, undated=True)},
            [
                "stories/the-garden.md, line 10: '../stories/page/5.md' is not there; correct the path; it starts from this file's folder."
            ],
            id="a link like the address of a page that nobody wrote",
        ),
        pytest.param(
            {S: ("../docs/about.md", "data:image/png;base64," + "A" * 400_000)},
            [
                f"stories/the-garden.md, line 10: the picture '{DATA}' is written out in the text; save the picture beside this file and write its name."
            ],
            id="a link to a picture that is written out",
        ),
        pytest.param(
            {
                "stories/x.md": story(
                    "See ![An elm][image1].\n\n[image1]: <data:image/png;base64," + "A" * 400_000 + ">"
                )
            },
            [
                f"stories/x.md, line 10: the picture '{DATA}' is written out in the text; save the picture beside this file and write its name."
            ],
            id="a picture as Google Docs writes it",
        ),
        pytest.param(
            {S: ("A garden grew.", "![](data:image/png;base64," + "A" * 400_000 + ")")},
            [
                f"stories/the-garden.md, line 10: the picture '{DATA}' has no alternative text; say what it shows, for someone who cannot see it: ![A kitchen table](picture.jpg); or ![decorative](picture.jpg) where it shows nothing that matters.",
                f"stories/the-garden.md, line 10: the picture '{DATA}' is written out in the text; save the picture beside this file and write its name.",
            ],
            id="a picture that is written out",
        ),
        pytest.param(
            {S: ("../docs/about.md", "https://elm.example/")},
            [
                "stories/the-garden.md, line 10: 'https://elm.example/' is an address of this site; write '../docs/index.md'."
            ],
            id="a link to the site's own home page",
        ),
        pytest.param(
            {S: ("../docs/about.md", "http://ELM.example:80/about/index.html?a=1#who")},
            [
                "stories/the-garden.md, line 10: 'http://ELM.example:80/about/index.html?a=1#who' is an address of this site; write '../docs/about.md?a=1#who'."
            ],
            id="a link to the address of a page",
        ),
        pytest.param(
            {S: ("../docs/about.md", "https://elm.example/feed.xml")},
            [
                "stories/the-garden.md, line 10: 'https://elm.example/feed.xml' is an address of this site; write '../feed.xml'."
            ],
            id="a link to the address of what the build adds",
        ),
        pytest.param(
            {S: ("../docs/about.md", "https://elm.example/who"), "docs/about.md": page(redirect_from=["/who/"])},
            [
                "stories/the-garden.md, line 10: 'https://elm.example/who' is an address of this site; write '../docs/about.md'."
            ],
            id="a link to an old address",
        ),
        pytest.param(
            {S: ("../docs/about.md", "https://elm.example/abuot/")},
            [
                "stories/the-garden.md, line 10: there is no 'https://elm.example/abuot/' on this site; did you mean '../docs/about.md'?"
            ],
            id="a link to an address near a page's",
        ),
        pytest.param(
            {S: ("../docs/about.md", "https://elm.example/wp-admin/")},
            [
                "stories/the-garden.md, line 10: there is no 'https://elm.example/wp-admin/' on this site; correct the address, or take the link out."
            ],
            id="a link to an address of no page",
        ),
        pytest.param(
            {S: ("A garden grew.", '<a href="https://elm.example/about/">x</a>')},
            [
                "stories/the-garden.md, line 10: 'https://elm.example/about/' is an address of this site; write [words](../docs/about.md)."
            ],
            id="a link to the address of a page in HTML",
        ),
        pytest.param(
            {S: ("../docs/about.md", "")},
            ["stories/the-garden.md, line 10: the link 'about us' leads nowhere; write where it should lead."],
            id="a link to nothing",
        ),
        pytest.param(
            {S: ("kind:", "draft: true\nkind:")},
            [
                "newsletters/2024-03.md, line 14: '../stories/the-garden.md' is a draft, which readers do not see; take the link out, or publish that page first."
            ],
            id="a link to a draft",
        ),
        pytest.param(
            {
                S: ("2024-02-03", "2030-01-01"),
                "docs/about.md": page("See [the garden](../stories/the-garden.md)."),
                N: ("../stories/the-garden.md", "../docs/about.md"),
            },
            [
                "docs/about.md, line 6: '../stories/the-garden.md' appears on 1 January 2030, and this page is shown before; take the link out until 1 January 2030."
            ],
            id="a link to a piece of tomorrow from a page without a date",
        ),
        pytest.param(
            {
                "stories/b.md": story(title="B", date="2030-01-05"),
                S: ("2024-02-03", "2030-01-01"),
                "stories/c.md": story("[b](b.md)", date="2030-01"),
            },
            [
                "newsletters/2024-03.md, line 14: '../stories/the-garden.md' appears on 1 January 2030, after this page; correct one of the two dates, or take the link out until then.",
                "stories/c.md, line 8: 'b.md' appears on 5 January 2030, after this page; correct one of the two dates, or take the link out until then.",
            ],
            id="two pieces to come, of which the first links to the second",
        ),
        pytest.param(
            {"stories/x.md": story(draft=True, titel="X"), "stories/y.md": story("[x](x.md)")},
            [
                "stories/x.md, line 7: (warning) `titel` is not a field of this page; did you mean 'title'?",
                "stories/y.md, line 8: 'x.md' is a draft, which readers do not see; take the link out, or publish that page first.",
            ],
            id="a link to a draft that cannot be read",
        ),
        pytest.param(
            {
                "stories/x.md": story(consent=CONSENT | {"withdrawn": "2024-05-01"}),
                "stories/y.md": story("See [*her* story](x.md#top)."),
            },
            [
                "stories/y.md, line 8: (warning) the link 'her story' leads to a withdrawn story, so that the page has its words without the link; take the link out."
            ],
            id="a link to a withdrawn story",
        ),
        pytest.param(
            {
                "stories/x.md": story(consent=CONSENT | {"withdrawn": "1 May 2024"}),
                "stories/y.md": story("See [a][].\n\n[a]: x.md"),
            },
            [
                "stories/x.md, line 6: (warning) `consent.withdrawn`: '1 May 2024' is not a date of the form 2023-12-05 (or 2023-12, or 2023); write the date as 2023-12-05, or 2023-12 or 2023.",
                "stories/y.md, line 10: (warning) the link 'a' leads to a withdrawn story, so that the page has its words without the link; take the link out.",
            ],
            id="a link to a story whose withdrawal cannot be read",
        ),
        pytest.param(
            {S: ("../docs/about.md", "https://")},
            [
                "stories/the-garden.md, line 10: the link 'https://' names no site; write the whole address, like https://elm.example/."
            ],
            id="an address without a host",
        ),
        pytest.param(
            {S: ("2024-02-03", "2030-01-01")},
            [
                "newsletters/2024-03.md, line 14: '../stories/the-garden.md' appears on 1 January 2030, after this page; correct one of the two dates, or take the link out until then."
            ],
            id="a link to a piece of tomorrow",
        ),
        pytest.param(
            {S: ("../docs/about.md", "../newsletters/2024-03.md#event")},
            ["stories/the-garden.md, line 10: there is no '#event' on newsletters/2024-03.md; did you mean '#events'?"],
            id="an anchor that is not there",
        ),
        pytest.param(
            {S: ("../docs/about.md", "#nowhere")},
            [
                "stories/the-garden.md, line 10: there is no '#nowhere' on this page; link to the page without it, or to one of its headings."
            ],
            id="an anchor that is not on the page",
        ),
    ],
)
def test_it_is_told_in_these_words(tmp_path: Path, changes: Changes, told: list[str]) -> None:
    assert [str(problem) for problem in problems_in(tmp_path, changed(changes))] == told


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
    "the id of another piece": {"stories/a.md": story(draft=True, id="urn:x:1"), "stories/b.md": story(id="urn:x:1")},
    "bytes that are not UTF-8": {"stories/x.md": story(draft=True).encode() + b"\xff"},
}
"""What may be wrong in a draft: files that change the small newsroom."""


@pytest.mark.parametrize("files", DRAFTS.values(), ids=list(DRAFTS))
def test_no_draft_stops_the_others(tmp_path: Path, files: Changes) -> None:
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
        ("draft: trueish", [2]),
        ("  draft: true", [2]),
        ("summary: draft: true", [2, 3]),
        ("summary: |\n  draft: true", [2]),
    ],
)
def test_what_is_no_draft_stops_the_build(tmp_path: Path, line: str, wrong: list[int]) -> None:
    broken = f"---\ntitle: One: two\n{line}\n---\n\ndraft: true\n"
    problems = problems_in(tmp_path, small_newsroom() | {"stories/x.md": broken})
    assert [(problem.line, problem.severity) for problem in problems] == [(line, Severity.ERROR) for line in wrong]


@pytest.mark.parametrize("day", ["2029-12-31", "2030-01-01", "2030-01-04", "2030-01-05", "2030-01-06"])
def test_links_between_pieces_to_come_stop_no_build_on_any_day(tmp_path: Path, day: str) -> None:
    """What was accepted once stays so, whichever of the days in it has come."""
    files = small_newsroom() | {
        "stories/a.md": story("[b](b.md)", title="A", date="2030-01-05"),
        "stories/b.md": story("[a](../docs/about.md)", title="B", date="2030-01-01"),
        "stories/c.md": story("[b](b.md)", title="C", date="2030-01-01"),
    }
    assert problems_in(tmp_path, files, today=date.fromisoformat(day)) == []


@pytest.mark.parametrize("day", ["2026-11-22", "2030-01-01", "2030-01-04"])
def test_a_link_to_what_comes_later_is_reported_from_the_first_day_on(tmp_path: Path, day: str) -> None:
    files = small_newsroom() | {
        "stories/a.md": story("[b](b.md)", title="A", date="2030-01-01"),
        "stories/b.md": story(title="B", date="2030-01-05"),
    }
    (problem,) = problems_in(tmp_path, files, today=date.fromisoformat(day))
    assert (problem.path, problem.severity) == ("stories/a.md", Severity.ERROR)


def test_a_site_below_a_path_is_told_from_its_neighbours_on_the_host(tmp_path: Path) -> None:
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
