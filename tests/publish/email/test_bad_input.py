"""Bad input gives a valid email, and a clear message about what was left out."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import cycle
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html as lxml_html
from PIL import ExifTags, Image

from newsroom.mail_tools import MAIL_TOOLS, EmailForm, tag_start
from newsroom.translations import Translations
from tests.support.emails import (
    BREAK,
    HTML_TOOLS,
    Outcome,
    content_of,
    email_section_html,
    email_section_text,
    faults,
    listed_addresses,
    outcome_of,
    outcomes_of,
    sent_html,
    tags_of,
)
from tests.support.html import parse
from tests.support.images import opened, picture
from tests.support.items import newsletter
from tests.support.wordings import Reported, brief

EDITION = "newsletters/2024-03.md"
JOINER = "\u2060"


def remaining_faults(outcome: Outcome) -> dict[str, list[str]]:
    """The faults in the email for each mail tool that has any."""
    tools = [tool for tool in HTML_TOOLS if f"newsletters/{outcome.slug}/email/{tool}.html" in outcome.files]
    assert tools, "no email was written"
    found = {tool: faults(outcome.parts(tool), MAIL_TOOLS[tool]) for tool in tools}
    return {tool: wrong for tool, wrong in found.items() if wrong}


@dataclass(frozen=True)
class Case:
    """What an editor writes below '## Hello', the HTML and text of the email, and the errors and warnings, by line."""

    written: str
    html: str
    text: str
    expected: tuple[str, ...] = ()


def paragraph(html: str) -> str:
    """The HTML of a section called Hello with one paragraph."""
    return f"<h2>Hello</h2> <p>{html}</p>"


WIDE_HEAD = " | ".join(f"Head {number}" for number in range(12))
WIDE_ROW = " | ".join(f"[{number}](https://e.example/{number})" for number in range(12))
WORD = "x" * 300
CASES = {
    "tags that are not closed": Case(
        "<div><b>bold <p>x\n\nAnd more <i>words\n\n<span>",
        "<h2>Hello</h2> <div><b>bold </b><p>x </p><p>And more <i>words</i></p><i> <span></span></i></div>",
        "bold\n\nx\n\nAnd more words",
    ),
    "tags of the layout": Case(
        "One</td></tr></table>two\n\n</div></body></html>\n\n</td></tr></table>\n\nend",
        "<h2>Hello</h2> <p>Onetwo</p> <p>end</p>",
        "Onetwo\n\nend",
    ),
    "scripts": Case(
        "<script>alert(1)</script>\n\nA <script>alert(2)</script>word",
        paragraph("A word"),
        "A word",
    ),
    "a style sheet": Case("<style>p { color: red }</style>\n\nWords", paragraph("Words"), "Words"),
    "a style": Case('<p style="color: red">Words</p>', paragraph("Words"), "Words"),
    "event attributes": Case(
        '<p onclick="x()">Hi</p>\n\n<a href="https://e.example/" onmouseover="y()">you</a>',
        '<h2>Hello</h2> <p>Hi</p> <p><a href="https://e.example/">you</a></p>',
        "Hi\n\nyou [1]\n\n[1] https://e.example/",
    ),
    "a form": Case(
        '<form action="https://e.example/"><input name="a"><textarea>b</textarea></form>\n\nWords',
        paragraph("Words"),
        "Words",
    ),
    "a drawing and a formula": Case(
        "<svg><text>a</text></svg>\n\n<math><mi>b</mi></math>\n\nWords",
        "<h2>Hello</h2> <p></p> <p></p> <p>Words</p>",
        "Words",
    ),
    "a map in a frame": Case(
        '<iframe src="https://maps.example/x" title="Where we meet"></iframe>',
        paragraph('<a href="https://maps.example/x">Where we meet</a>'),
        "Where we meet [1]\n\n[1] https://maps.example/x",
    ),
    "a frame without a title": Case(
        '<iframe src="https://www.maps.example/x"></iframe>',
        paragraph('<a href="https://www.maps.example/x">Open it on the web</a>'),
        "Open it on the web [1]\n\n[1] https://www.maps.example/x",
    ),
    "a video in a frame": Case(
        '<iframe src="https://www.youtube-nocookie.com/embed/a-1" title="The garden"></iframe>',
        paragraph(
            '<a href="https://www.youtube.com/watch?v=a-1">'
            '<img src="https://elm.example/assets/email/watch.png" width="544" height="306" alt="">'
            "<br>Watch the video: The garden</a>"
        ),
        "Watch the video: The garden [1]\n\n[1] https://www.youtube.com/watch?v=a-1",
    ),
    "a video": Case(
        '<video title="The garden"><source src="https://e.example/a.mp4"></video>',
        paragraph(
            '<a href="https://e.example/a.mp4">'
            '<img src="https://elm.example/assets/email/watch.png" width="544" height="306" alt="">'
            "<br>Watch the video: The garden</a>"
        ),
        "Watch the video: The garden [1]\n\n[1] https://e.example/a.mp4",
    ),
    "a recording": Case(
        '<audio src="https://e.example/a.mp3" title="The talk"></audio>',
        paragraph('<a href="https://e.example/a.mp3">Listen: The talk</a>'),
        "Listen: The talk [1]\n\n[1] https://e.example/a.mp3",
    ),
    "media that lead nowhere": Case(
        "<iframe></iframe><video></video>\n\nWords",
        paragraph("Words"),
        "Words",
    ),
    "a picture from another site": Case(
        "![A bench](https://o.example/a.png) and [![An elm](https://o.example/b.png)](https://e.example/)",
        paragraph('<a href="https://o.example/a.png">A bench</a> and <a href="https://e.example/">An elm</a>'),
        "A bench [1] and An elm [2]\n\n[1] https://o.example/a.png\n[2] https://e.example/",
    ),
    "a table of twelve columns": Case(
        f"| {WIDE_HEAD} |\n{'|---' * 12}|\n| {WIDE_ROW} |",
        "<h2>Hello</h2> <ul><li>"
        + "<br>".join(
            f'<strong>Head {number}:</strong> <span><a href="https://e.example/{number}">{number}</a></span>'
            for number in range(12)
        )
        + "</li></ul>",
        "- "
        + "\n  ".join(f"Head {number}: {number} [{number + 1}]" for number in range(12))
        + "\n\n"
        + "\n".join(f"[{number + 1}] https://e.example/{number}" for number in range(12)),
    ),
    "tables in tables": Case(
        "<table><tr><td>a<table><tr><td>b<table><tr><td>c</td></tr></table></td></tr></table></td></tr></table>",
        '<h2>Hello</h2> <table role="presentation"><tbody><tr><td>a<table role="presentation"><tbody><tr><td>b'
        '<table role="presentation"><tbody><tr><td>c</td></tr></tbody></table></td></tr></tbody></table></td></tr>'
        "</tbody></table>",
        "a\n\nb\n\nc",
    ),
    "a word of 300 letters": Case(f"A {WORD} word", paragraph(f"A <span>{WORD}</span> word"), f"A\n{WORD}\nword"),
    "Hebrew and Arabic": Case(
        "שלום [קישור](https://e.example/)\n\nThen שלום\n\n> مرحبا",
        '<h2>Hello</h2> <p dir="rtl">שלום <a href="https://e.example/">קישור</a></p> <p>Then שלום</p> '
        '<blockquote dir="rtl"> <p dir="rtl">مرحبا</p> </blockquote>',
        "שלום קישור [1]\n\nThen שלום\n\n> مرحبا\n\n[1] https://e.example/",
    ),
    "an empty section": Case(
        "## More\n\nWords",
        "<h2>Hello</h2> <h2>More</h2> <p>Words</p>",
        "MORE\n\nWords",
        (":9 email-section-empty?",),
    ),
    "comments": Case(
        "One <!-- no --> two\n\n<!-- no -->\n\nThree <!--[if mso]><table><b>no</b><![endif]--> four\n\nfive --> six",
        "<h2>Hello</h2> <p>One two</p> <p>Three four</p> <p>five --&gt; six</p>",
        "One two\n\nThree four\n\nfive --> six",
    ),
    "the end of a condition": Case("a <![endif]--> b", paragraph("a &lt;![endif]--&gt; b"), "a <![endif]--> b"),
    "spaces that do not break": Case("a&nbsp;b\u00a0c", paragraph("a\u00a0b\u00a0c"), "a b c"),
    "characters without a width": Case(
        "a\u200db&zwnj;c&shy;d\ufeffe\u2060f",
        paragraph("a\u200db\u200cc\u00adde\u2060f"),
        "a\u200db\u200cc\u00adde\u2060f",
    ),
    "placeholder characters": Case("a\ue000b\ue001c\uf8ffd", paragraph("abcd"), "abcd"),
    "placeholder characters, by number": Case("a&#xE000;b&#57345;c", paragraph("abc"), "abc"),
    "placeholder characters, in HTML": Case(
        '<p title="&#xE000;">a&#xE000;<b title="&#xE001;">b&#xE001;</b></p>', paragraph("a<b>b</b>"), "ab"
    ),
    "characters that are none": Case("a\ufdd0b&#xFDD1;c\U0001ffffd", paragraph("ab\ufffdcd"), "ab\ufffdcd"),
    "control characters, by number": Case("a&#1;b&#127;c&#x2028;d", paragraph("a\ufffdb\ufffdcd"), "a\ufffdb\ufffdcd"),
    "headings in HTML": Case(
        "<h2>One</h2>\n\n<h5>Two</h5>\n\n<h2>Three</h2>\n\nWords",
        "<h2>Hello</h2> <h2>One</h2> <h3>Two</h3> <h2>Three</h2> <p>Words</p>",
        "One\n\nTwo\n---\n\nThree\n\nWords",
    ),
    "something folded": Case(
        "<details><summary>More</summary><p>Words</p></details>",
        "<h2>Hello</h2> <div><p><strong>More</strong></p><p>Words</p></div>",
        "More\n\nWords",
    ),
    "a note": Case(
        '!!! note "Mind"\n    The [step](https://e.example/)',
        '<h2>Hello</h2> <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tbody><tr>'
        '<td class="note"> <p><strong>Mind</strong></p> <p>The <a href="https://e.example/">step</a></p>'
        " </td></tr></tbody></table>",
        "Mind\n\nThe step [1]\n\n[1] https://e.example/",
    ),
    "footnotes": Case(
        "One[^a] two[^b].\n\n[^a]: A [note](https://e.example/).\n[^b]: Another.",
        "<h2>Hello</h2> <p>One¹ two².</p> <ol> <li> "
        '<p>A <a href="https://e.example/">note</a>.</p> </li> <li> <p>Another.</p> </li> </ol>',
        "One¹ two².\n\n\n---\n\n1. A note [1].\n2. Another.\n\n[1] https://e.example/",
    ),
    "lists twelve deep": Case(
        "\n".join(f"{'    ' * depth}- level {depth}" for depth in range(12)),
        "<h2>Hello</h2> "
        + "".join(f"<ul> <li>{'<span>level</span>' if depth > 8 else 'level'} {depth}" for depth in range(12))
        + "</li> </ul> " * 11
        + "</li> </ul>",
        "\n".join(f"{'  ' * depth}- level {depth}" for depth in range(12)),
    ),
    "what looks like a link's number": Case(
        "Read it\n\n[1] Smith\n\n- [2] Elm",
        "<h2>Hello</h2> <p>Read it</p> <p>[1] Smith</p> <ul> <li>[2] Elm</li> </ul>",
        "Read it\n\n[1] Smith\n\n- [2] Elm",
    ),
    "a comment in a title": Case(
        '<abbr title="<!--[if mso]>">x</abbr> <abbr title="--><style></td>">y</abbr>',
        paragraph('<abbr title="&lt;!--[if mso]&gt;">x</abbr> <abbr title="--&gt;&lt;style&gt;&lt;/td&gt;">y</abbr>'),
        "x y",
    ),
    "a button with an apostrophe": Case(
        "Now [it's on](https://e.example/it's){.button}",
        paragraph(
            'Now <!--[if mso]><v:roundrect href="https://e.example/it&#39;s" arcsize="0%" stroked="f" '
            'fillcolor="#0a5f62"><w:anchorlock></w:anchorlock><center>it&#39;s on</center></v:roundrect><![endif]-->'
            """<!--[if !mso]><!--><a class="button" href="https://e.example/it's">it's on</a><!--<![endif]-->"""
        ),
        "Now it's on [1]\n\n[1] https://e.example/it's",
    ),
    "what is in no list's item": Case(
        "<ul><p>One</p><li>Two</li></ul>",
        "<h2>Hello</h2> <ul><li><p>One</p></li><li>Two</li></ul>",
        "- One\n- Two",
    ),
}


ANY = ("News", "Words.", "a\u2060b \ue000c", "a  b\u200bc", "x" * 60, '<b> & "quoted" it\'s', "\ufdd0a", "שלום")
"""What a title, a subject, a preheader and a name may be."""
TOOLS = tuple(tool for tool in HTML_TOOLS if tool != "generic")
"""The mail tools take turns: what a case writes is the same for all of them but for their tags."""
FORMS = (
    *("*|FNAME|*", "{{ name }}", "{% if a %}", "{# a #}", "[name,fallback=you]", "{$name}", "$NAME$", "@NAME@"),
    "((a))",
)
"""What looks like a tag, of whichever tool."""


def tags_read_by(name: str) -> list[str]:
    """What a mail tool would read as a tag. All tools without tags get Notify's."""
    tool = MAIL_TOOLS[name]
    own = {tag for tag in tags_of(tool, EmailForm.HTML) if len(tag) < 60}
    read = own | {form for form in FORMS if re.search(tag_start(tool) or "(?!)", form)}
    return sorted(read) or tags_read_by("notify")


Turn = Callable[[str], dict[str, Outcome]]


def headed(words: str) -> str:
    """An edition whose front matter has some words everywhere."""
    head = {"title": words, "subject": words, "preheader": words, "from": [{"name": words, "role": words}]}
    return newsletter("## Hello\n\nWords.", **head)


@pytest.fixture(scope="module")
def turn(tmp_path_factory: pytest.TempPathFactory) -> Turn:
    """Give what one build for a mail tool makes of the cases whose turn it is, by name, and of its tags."""

    @cache
    def build(tool: str) -> dict[str, Outcome]:
        its_turn = slice(TOOLS.index(tool), None, len(TOOLS))
        editions = {
            **{name: newsletter(f"## Hello\n\n{CASES[name].written}", title=name) for name in [*CASES][its_turn]},
            **{words: headed(words) for words in ANY[its_turn]},
            "tags": full_of(tags_read_by(tool)),
        }
        root = tmp_path_factory.mktemp(tool)
        outcomes = outcomes_of(root, editions.values(), {"elm.png": picture()}, ("generic", tool, "notify"))
        return dict(zip(editions, outcomes, strict=True))

    return build


@pytest.mark.parametrize(("name", "tool"), [*zip(CASES, cycle(TOOLS), strict=False)], ids=CASES)
def test_bad_input_gives_a_valid_email_and_a_message(turn: Turn, name: str, tool: str, reported: Reported) -> None:
    outcome, case = turn(tool)[name], CASES[name]
    expected = [f"newsletters/{outcome.slug}.md{line}" for line in case.expected]
    assert reported(outcome.email_problems) == expected
    assert not (outcome.stops or outcome.stops_email)
    assert remaining_faults(outcome) == {}
    assert email_section_html(outcome.parts().html) == case.html
    assert email_section_text(outcome.parts().text).removeprefix("HELLO").strip() == case.text


@pytest.mark.parametrize(("words", "tool"), [*zip(ANY, TOOLS, strict=False)])
def test_title_subject_and_preheader_may_have_any_text(turn: Turn, words: str, tool: str) -> None:
    outcome = turn(tool)[words]
    assert outcome.email_problems == []
    assert not (outcome.stops or outcome.stops_email)
    assert remaining_faults(outcome) == {}


@pytest.mark.parametrize("name", TOOLS)
def test_merge_tags_of_authors_are_escaped_everywhere(turn: Turn, name: str) -> None:
    outcome, tags = turn(name)["tags"], tags_read_by(name)
    assert {problem.code for problem in outcome.email_problems} <= {"email-subject-tag"}
    assert remaining_faults(outcome) == {}
    places = (
        "Title {}",
        "Ada {} (Editor {})",
        *(f"{name} {{}} end" for name in ("Head", "Prose", "Link", "Cell", "Alt")),
    )
    expected = [place.replace("{}", " or ".join(tags)) for place in places]
    for tool in ("generic", name):
        html, text = outcome.parts(tool).html.replace(JOINER, ""), outcome.parts(tool).text.replace(JOINER, "")
        root = lxml_html.document_fromstring(html.replace("\u200b", "").replace(BREAK, ""))
        texts = [*map(str, root.itertext()), *(image.get("alt") or "" for image in root.iter("img"))]
        words = " ".join(" ".join(texts).split())
        assert [line for line in expected if line not in words] == []
        assert [line for line in expected if line not in unquote(" ".join(text.split()))] == []
        assert root.findtext("head/title") == f"Subject {' or '.join(tags)} end"
        linked = {link.get("href") or "" for cell in content_of(html) for link in cell.iter("a")}
        assert linked == listed_addresses(text)
        assert {unquote(link) for link in linked} == {*map(address_with, tags), "https://e.example/"}


def address_with(tag: str) -> str:
    """An address that has a merge tag, without what ends an address in Markdown."""
    return f"https://e.example/{tag.replace('<', '').replace('>', '')}"


def full_of(tags: list[str]) -> str:
    """An edition with merge tags everywhere that an editor can write."""
    plain = " or ".join(tags)
    sign = "".join(character if character.isalnum() else f"&#{ord(character)};" for character in plain)
    links = " ".join(f"[address](<{address_with(tag)}>)" for tag in tags)
    return newsletter(
        f"## First\n\nHello.\n\n## Head {sign} end {{#head}}\n\nProse {sign} end, [Link {sign} end](https://e.example/).\n\n"
        f"{links} ![Alt {sign} end](elm.png)\n\n"
        f"| Head | Cell {sign} end |\n|---|---|\n| a | b |\n\n"
        "## Second\n\nNews.\n\n## Third\n\nNews.\n\n## Fourth\n\nNews.",
        title=f"Title {plain}",
        subject=f"Subject {plain} end",
        preheader=f"Preheader {plain} end",
        **{"from": [{"name": f"Ada {plain}", "role": f"Editor {plain}"}]},
    )


def test_two_hundred_sections_are_too_large_but_complete(tmp_path: Path) -> None:
    sections = "\n\n".join(f"## Section {number}\n\nWords of {number}." for number in range(200))
    outcome = outcome_of(tmp_path, newsletter(sections), tools=["generic"], preview=True)
    (problem,) = outcome.problems
    assert brief(problem) == f"{EDITION} email-too-large"
    assert "no section of its 200 is large" in problem.what
    assert faults(outcome.parts(), MAIL_TOOLS["generic"]) == []
    titles = [cell.findtext("h2") for cell in content_of(outcome.parts().html)]
    assert titles == [f"Section {number}" for number in range(200)]
    assert [line for line in outcome.parts().text.split("\n") if line.startswith("- Section")] == [
        f"- Section {number}" for number in range(1, 200)
    ]


LONG = " ".join(["word"] * 1_000) + "\n\n"


def test_section_of_200_kb_is_an_error_with_line_and_size(tmp_path: Path) -> None:
    edition = newsletter(f"## Hello\n\nWords.\n\n## Long\n\n{LONG * 40}")
    outcome = outcome_of(tmp_path, edition, tools=["mailchimp"], preview=True)
    assert outcome.stops_email
    (problem,) = outcome.problems
    assert brief(problem) == f"{EDITION}:13 email-too-large"
    total, long, _ = re.findall(r"\d+\.\d kB", problem.what)
    assert f"largest sections: 'Long' {long}, 'Hello' " in problem.what
    size = len(sent_html(outcome.files["newsletters/2024-03/email/mailchimp.html"]).encode())
    assert float(long[:-3]) * 1_000 == pytest.approx(200_000 + 40 * len('<p style="margin: 0 0 14px;"></p>'), rel=0.01)
    assert float(total[:-3]) * 1_000 == pytest.approx(size, abs=100)


def test_edition_of_90_kb_is_a_warning_with_section_sizes(tmp_path: Path) -> None:
    edition = newsletter(f"## Hello\n\nWords.\n\n## Long\n\n{LONG * 9}\n\n## Longer\n\n{LONG * 7}")
    outcome = outcome_of(tmp_path, edition, tools=["mailchimp"])
    assert not outcome.stops_email
    (problem,) = outcome.problems
    assert brief(problem) == f"{EDITION}:13 email-large?"
    total, *_ = re.findall(r"\d+\.\d kB", problem.what)
    assert 85 <= float(total[:-3]) <= 100
    assert faults(outcome.parts("mailchimp"), MAIL_TOOLS["mailchimp"]) == []


def test_wide_picture_is_scaled_to_the_column(tmp_path: Path, reported: Reported) -> None:
    outcome = outcome_of(
        tmp_path, newsletter("## Hello\n\n![An elm](elm.jpg)"), {"elm.jpg": picture(2400, 1800, "JPEG")}
    )
    assert reported(outcome.problems) == []
    assert remaining_faults(outcome) == {}
    assert size_on_site(outcome, "elm.jpg.email.jpg") == (1200, 900)
    assert sizes_of(outcome) == [("https://elm.example/newsletters/elm.jpg.email.jpg", "544", "408")]
    assert email_section_text(outcome.parts().text) == "HELLO\n\n[An elm]"


def test_broken_picture_is_an_error(tmp_path: Path, reported: Reported) -> None:
    damaged_email = picture(form="AVIF")[:-20] + b"\xff" * 20
    outcome = outcome_of(tmp_path, newsletter("## Hello\n\nWords.\n\n![An elm](elm.avif)"), {"elm.avif": damaged_email})
    assert outcome.stops
    assert reported(outcome.problems) == ["newsletters/2024-03.md:13 picture-damaged"]
    assert remaining_faults(outcome) == {}
    assert sizes_of(outcome) == []


def test_file_that_is_not_a_picture_is_an_error(tmp_path: Path, reported: Reported) -> None:
    edition = newsletter("## Hello\n\nWords.\n\n![An elm](elm.jpg)")
    outcome = outcome_of(tmp_path, edition, {"elm.jpg": b"no picture"})
    assert outcome.stops
    assert reported(outcome.problems) == ["newsletters/2024-03.md:13 picture-damaged"]
    assert outcome.files == {}


def test_svg_drawing_is_shown_as_png(tmp_path: Path) -> None:
    drawing = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 2400 1200'><circle r='9' fill='red'/></svg>"
    outcome = outcome_of(tmp_path, newsletter("## Hello\n\n![An elm](elm.svg)"), {"elm.svg": drawing})
    assert outcome.problems == ()
    made = opened(outcome.files["newsletters/elm.svg.email.png"])
    assert (made.format, made.size, made.getpixel((0, 0)), made.getpixel((9, 9))) == (
        "PNG",
        (1200, 600),
        (255, 0, 0),
        (255, 255, 255),
    )
    address = "https://elm.example/newsletters/elm.svg.email.png"
    assert f'<img src="{address}" width="544" height="272" alt="An elm">' in email_section_html(outcome.parts().html)


@pytest.mark.parametrize(
    ("name", "content", "file", "form"),
    [
        ("elm.webp", picture(form="WEBP"), "elm.webp.email.jpg", "JPEG"),
        ("elm.gif", picture(form="GIF"), "elm.gif.email.png", "PNG"),
        ("elm.png", picture(), "elm.png.email.png", "PNG"),
        ("elm.jpeg", picture(form="JPEG"), "elm.jpeg.email.jpg", "JPEG"),
        ("Elm.JPG", picture(form="JPEG"), "Elm.JPG.email.jpg", "JPEG"),
    ],
)
def test_other_pictures_are_converted_for_inboxes(
    tmp_path: Path, name: str, content: bytes, file: str, form: str, reported: Reported
) -> None:
    outcome = outcome_of(tmp_path, newsletter(f"## Hello\n\n![An elm]({name})"), {name: content})
    assert reported(outcome.problems) == []
    assert remaining_faults(outcome) == {}
    assert sizes_of(outcome) == [(f"https://elm.example/newsletters/{file}", "40", "30")]
    with Image.open(BytesIO(outcome.files[f"newsletters/{file}"])) as image:
        assert (image.format, image.size) == (form, (40, 30))


def test_transparent_picture_gets_a_white_background(tmp_path: Path) -> None:
    clear = picture(mode="RGBA", color="#00000000")
    outcome = outcome_of(tmp_path, newsletter("## Hello\n\n![An elm](elm.png)"), {"elm.png": clear})
    with Image.open(BytesIO(outcome.files["newsletters/elm.png.email.png"])) as image:
        assert (image.mode, image.getpixel((0, 0))) == ("RGB", (255, 255, 255))


def test_camera_picture_is_upright_and_without_location(tmp_path: Path) -> None:
    outcome = outcome_of(tmp_path, newsletter("## Hello\n\n![An elm](elm.jpg)"), {"elm.jpg": photograph()})
    assert sizes_of(outcome) == [("https://elm.example/newsletters/elm.jpg.email.jpg", "20", "40")]
    content = outcome.files["newsletters/elm.jpg.email.jpg"]
    with Image.open(BytesIO(content)) as image:
        assert image.size == (20, 40)
        assert dict(image.getexif()) == {}
    assert b"A camera" not in content


def test_picture_width_fits_lists_quotations_and_cells(tmp_path: Path, reported: Reported) -> None:
    places = (
        "![a](elm.png)\n\n- ![b](elm.png)\n    - ![c](elm.png)\n\n> ![d](elm.png)\n\n"
        "| ![e](elm.png) | x |\n|---|---|\n| y | ![f](elm.png) |"
    )
    outcome = outcome_of(tmp_path, newsletter(f"## Hello\n\n{places}"), {"elm.png": picture(1000, 500)})
    assert reported(outcome.problems) == []
    assert remaining_faults(outcome) == {}
    free, listed, nested, quoted, *in_table = (int(width) for _, width, _ in sizes_of(outcome))
    assert free == 544
    assert free > quoted > nested
    assert free > listed > nested
    assert all(width < 544 / 2 for width in in_table)
    assert all(int(height) == pytest.approx(int(width) / 2, abs=1) for _, width, height in sizes_of(outcome))


def photograph() -> bytes:
    """A picture from a camera held sideways, with the location in its metadata."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Make] = "A camera"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (51.0, 30.0, 0.0)
    saved = BytesIO()
    Image.new("RGB", (40, 20)).save(saved, "JPEG", exif=exif)
    return saved.getvalue()


def sizes_of(outcome: Outcome) -> list[tuple[str, str, str]]:
    """The address, width and height of each picture in the sections."""
    images = (image for cell in content_of(outcome.parts().html) for image in cell.iter("img"))
    return [(image.get("src") or "", image.get("width") or "", image.get("height") or "") for image in images]


def size_on_site(outcome: Outcome, name: str) -> tuple[int, int]:
    """The width and height of a picture's file on the site."""
    with Image.open(BytesIO(outcome.files[f"newsletters/{name}"])) as image:
        return image.size


@pytest.mark.parametrize("address", ["javascript:alert(1)", "java&#115;cript:alert(1)", "data:text/html,x"])
def test_javascript_links_are_refused(tmp_path: Path, address: str, reported: Reported) -> None:
    outcome = outcome_of(tmp_path, newsletter(f'## Hello\n\n<a href="{address}">Words</a>'))
    assert reported(outcome.problems) == [f"{EDITION}:11 link-scheme-invalid"]
    assert outcome.files == {}


@pytest.mark.parametrize(
    "html", ['<a href="http://[">Words</a>', '<map><area href="http://["></map>', "[Words](http://[)"]
)
def test_invalid_addresses_are_refused(tmp_path: Path, html: str, reported: Reported) -> None:
    outcome = outcome_of(tmp_path, newsletter(f"## Hello\n\n{html}"))
    assert "newsletters/2024-03.md:11 link-malformed" in reported(outcome.problems)
    assert outcome.files == {}


def test_hyphens_in_a_button_do_not_end_the_conditional_comment(tmp_path: Path, reported: Reported) -> None:
    edition = newsletter("## Hello\n\n[Read <!-- this --> --- now](https://o.example/a--b---c){ .button }")
    outcome = outcome_of(tmp_path, edition)
    assert reported(outcome.problems) == []
    assert remaining_faults(outcome) == {}
    assert 'href="https://o.example/a&#45;&#45;b&#45;&#45;-c"' in outcome.parts().html


def test_merge_tag_in_the_subject_is_an_error(tmp_path: Path, reported: Reported) -> None:
    edition = newsletter("## Hello\n\nWords.", subject="Hello {{ name }}", preheader="[sic] and *|FNAME|*")
    outcome = outcome_of(tmp_path, edition, tools=MAIL_TOOLS)
    assert outcome.stops_email
    assert reported(outcome.email_problems) == [
        "newsletters/2024-03.md:4 email-subject-tag",
        "newsletters/2024-03.md:5 email-subject-tag",
    ]


def test_notify_placeholder_in_the_subject_is_an_error(tmp_path: Path, reported: Reported) -> None:
    outcome = outcome_of(tmp_path, newsletter("## Hello\n\nWords.", subject="Hello ((name))"), tools=["notify"])
    assert reported(outcome.problems) == ["newsletters/2024-03.md:4 email-subject-tag"]


@pytest.mark.parametrize("heading", ["See [the report](https://e.example/)", "Look ![An elm](elm.png)"])
def test_link_or_picture_in_a_heading_is_reported(tmp_path: Path, heading: str, reported: Reported) -> None:
    pictures = {"elm.png": picture()} if "elm.png" in heading else {}
    outcome = outcome_of(tmp_path, newsletter(f"## {heading}\n\nWords."), pictures)
    assert reported(outcome.problems) == [f"{EDITION}:9 email-heading-content?"]


def test_section_inside_an_unclosed_tag_is_reported(tmp_path: Path, reported: Reported) -> None:
    outcome = outcome_of(tmp_path, newsletter("## Hello\n\n<div><b>unclosed\n\n</b>\n\n## Next\n\nWords."))
    assert "newsletters/2024-03.md:15 section-boxed" in reported(outcome.problems)


def test_email_in_a_right_to_left_language_is_aligned_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Translations, "direction", property(lambda _t: "rtl"))
    outcome = outcome_of(tmp_path, newsletter("## Hello\n\n| A | B |\n|---|:--|\n| 1 | 2 |"))
    cells = [cell for cell in parse(outcome.parts().html).iter() if cell.tag in ("td", "th")]
    aligned = {"".join(cell.itertext()).strip(): _alignment(cell.get("style", "")) for cell in cells}
    assert [aligned[text] for text in ("A", "1", "B", "2")] == ["right", "right", "left", "left"]
    assert [text for text, side in aligned.items() if side == "left" and text not in ("B", "2")] == []


def _alignment(style: str) -> str:
    """The alignment of text in a style; "" if it has none."""
    return re.sub(r".*text-align:\s*(\w+).*|.*", r"\1", style)


def test_right_to_left_text_is_aligned_right(tmp_path: Path) -> None:
    html = outcome_of(tmp_path, newsletter("## مرحبا بكم\n\n- واحد\n\n> اثنان\n\nHello")).parts().html
    (cell,) = content_of(html)
    directed = [(element.tag, element.get("dir")) for element in cell.iter() if element.get("dir")]
    assert directed == [("h2", "rtl"), ("ul", "rtl"), ("li", "rtl"), ("blockquote", "rtl"), ("p", "rtl")]
    assert "padding-right: 24px" in (cell.find("ul").get("style") or "")
