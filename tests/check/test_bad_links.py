"""Links, pictures, files and addresses that lead nowhere or to the same place."""

from pathlib import Path

import pytest

from tests.support import problems_in
from tests.support.changes import Changes, P, S, changed
from tests.support.images import picture
from tests.support.pieces import page


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
            ["publications/growing.md, line 6: `file` is 'growing.doc', which is no PDF; name a .pdf file."],
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
            {S: ("A garden grew.", '<img src="https://elm.example/garden.jpg">')},
            [
                "stories/the-garden.md, line 10: the picture 'https://elm.example/garden.jpg' has no alternative text; say what it shows, for someone who cannot see it: ![A kitchen table](picture.jpg); or ![decorative](picture.jpg) where it shows nothing that matters."
            ],
            id="an HTML picture without alternative text",
        ),
        pytest.param(
            {S: ("A garden grew.", '<a href="../docs/about.md">x</a>')},
            [
                "stories/the-garden.md, line 10: '../docs/about.md' stands in an HTML tag, where it would break; write [words](file.md) for a link, ![what it shows](picture.jpg) for a picture."
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
            {S: ("../docs/about.md", "")},
            ["stories/the-garden.md, line 10: the link 'about us' leads nowhere; write where it should lead."],
            id="a link to nothing",
        ),
        pytest.param(
            {S: ("kind:", "draft: true\nkind:")},
            [
                "newsletters/2024-03.md, line 14: '../stories/the-garden.md' is not shown to readers (a draft, a date to come, or withdrawn); take the link out, or wait until that page is shown."
            ],
            id="a link to a draft",
        ),
        pytest.param(
            {S: ("2024-02-03", "2030-01-01")},
            [
                "newsletters/2024-03.md, line 14: '../stories/the-garden.md' is not shown to readers (a draft, a date to come, or withdrawn); take the link out, or wait until that page is shown."
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
