"""Content is adapted for inboxes, and editors get warnings about what readers of the email do not get."""

import pytest

from newsroom.publish.email.pictures import EmailPicture
from tests.support.emails import adapt_html, body_problems
from tests.support.wordings import Reported

ELM = "https://elm.example/elm.png"
DRAWING = "https://elm.example/elm.svg"
FILE = "newsletters/2024-03.md"
PICTURES = {ELM: EmailPicture(f"{ELM}.email.png", 1000, 500), DRAWING: None}


def sizes(html: str) -> list[tuple[int, int]]:
    """The width and height of each picture in the email of some HTML."""
    images = adapt_html(html, PICTURES).split("<img ")[1:]
    return [(number_in(image, "width"), number_in(image, "height")) for image in images]


def number_in(image: str, name: str) -> int:
    """The number in an attribute of a picture."""
    return int(image.split(f'{name}="')[1].split('"')[0])


@pytest.mark.parametrize(
    ("html", "email"),
    [
        ('<a href="/about/">a</a>', '<a href="https://elm.example/about/">a</a>'),
        ("<a>Words</a>", "Words"),
        (
            "<details><summary>More</summary><p>Words</p></details>",
            "<div><p><strong>More</strong></p><p>Words</p></div>",
        ),
        ("<details><summary>A <em>b</em> c</summary></details>", "<div><p><strong>A <em>b</em> c</strong></p></div>"),
        ("<details>Words</details>", "<div>Words</div>"),
        ("<q>One <q>two</q> <b>three</b></q> four", "“One ‘two’ <b>three</b>” four"),
        (
            '<div class="admonition"><p class="admonition-title">Mind</p><p>Words</p></div>',
            '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="note">'
            "<p><strong>Mind</strong></p><p>Words</p></td></tr></table>",
        ),
        (
            '<p>One<sup><a class="footnote-ref" href="#fn:1">1</a></sup>, two'
            '<sup><a class="footnote-ref" href="#fn:12">12</a></sup>.</p>',
            "<p>One¹, two¹².</p>",
        ),
        (
            '<p>One<sup><a class="footnote-ref" href="#fn:1">1</a></sup></p><div class="footnote"><ol><li>'
            '<p>A note.\u00a0<a class="footnote-backref" href="#fnref:1">↩</a></p></li></ol></div>',
            "<p>One¹</p><ol><li><p>A note.</p></li></ol>",
        ),
        (
            f'<table><tr><th>{"a" * 99}<sup><a class="footnote-ref" href="#fn:1">1</a></sup></th></tr>'
            "<tr><td>b</td></tr></table>",
            f"<ul><li><strong>{'a' * 99}¹:</strong> <span>b</span></li></ul>",
        ),
        ("<h1>One</h1><h6>Two</h6><h3>Three</h3><h2>Four</h2>", "<h2>One</h2><h3>Two</h3><h3>Three</h3><h2>Four</h2>"),
        ("<table><tr><td>a</td></tr></table>", '<table role="presentation"><tbody><tr><td>a</td></tr></tbody></table>'),
        ("<table><tr><th>a</th></tr></table>", "<table><tbody><tr><th>a</th></tr></tbody></table>"),
        (
            "<del>One<p>Two</p>\n<ul><li>Three <b>four</b><p>Five</p></li></ul> <b><p>Six</p></b></del>",
            "<del>One</del><p><del>Two</del></p><ul><li><del>Three <b>four</b></del><p><del>Five</del></p></li></ul>"
            "<b><p><del>Six</del></p></b>",
        ),
        (
            "<ul>One<li>Two</li>three<p>Four</p>five</ul>",
            "<ul><li>One</li><li>Two</li><li>three</li><li><p>Four</p></li><li>five</li></ul>",
        ),
    ],
)
def test_html_is_adapted_for_inboxes(html: str, email: str) -> None:
    assert adapt_html(html) == email


@pytest.mark.parametrize(
    ("html", "email"),
    [
        ("<p>שלום</p>", '<p dir="rtl">שלום</p>'),
        ("<ul><li>שלום</li><li>Hello</li></ul>", '<ul dir="rtl"><li dir="rtl">שלום</li><li>Hello</li></ul>'),
        ("<p>1. «שלום»</p>", '<p dir="rtl">1. «שלום»</p>'),
        ("<p>Hello שלום</p>", "<p>Hello שלום</p>"),
        ('<p dir="ltr">שלום</p>', '<p dir="ltr">שלום</p>'),
        ("<h3>مرحبا</h3>", '<h3 dir="rtl">مرحبا</h3>'),
    ],
)
def test_block_direction_is_that_of_its_first_letter(html: str, email: str) -> None:
    assert adapt_html(f"<p>a</p>{html}").removeprefix("<p>a</p>").replace("<h2", "<h3").replace("</h2", "</h3") == email


@pytest.mark.parametrize(
    ("html", "email", "expected"),
    [
        (
            '<p><a href="http://[">Words</a></p>',
            "<p>Words</p>",
            [f"{FILE} email-link-empty?"],
        ),
        ('<p>a<a href="https://e.example/"></a></p>', "<p>a</p>", [f"{FILE} email-link-text-left-out?"]),
        (
            '<p><a href="http:foo">Words</a></p>',
            "<p>Words</p>",
            [
                f"{FILE} email-address-invalid?",
                f"{FILE} email-link-empty?",
            ],
        ),
    ],
)
def test_changes_are_reported(html: str, email: str, expected: list[str], reported: Reported) -> None:
    assert adapt_html(html) == email
    assert reported(body_problems(html)) == expected


@pytest.mark.parametrize(
    ("html", "email", "expected"),
    [
        (
            f'<img src="{ELM}" alt="An elm">',
            f'<img src="{ELM}.email.png" width="544" height="272" alt="An elm" style="width: 100%; max-width: 544px;">',
            [],
        ),
        (
            '<img src="/elm.png" alt="" width="100" height="9" title="x">',
            f'<img src="{ELM}.email.png" width="100" height="50" alt="" style="width: 100%; max-width: 100px;">',
            [],
        ),
        (
            f'<img src="{ELM}">',
            f'<img src="{ELM}.email.png" width="544" height="272" alt="" style="width: 100%; max-width: 544px;">',
            [f"{FILE} email-picture-alt-missing?"],
        ),
        (f'<img src="{DRAWING}" alt="An elm">', f'<a href="{DRAWING}">An elm</a>', []),
        (f'<img src="{DRAWING}" alt="">', f'<a href="{DRAWING}">A picture</a>', []),
        (
            f'<a href="https://e.example/"><img src="{DRAWING}" alt="An elm"></a>',
            '<a href="https://e.example/"><span>An elm</span></a>',
            [],
        ),
        (
            '<img src="https://o.example/a.png" alt="An elm"> tail',
            '<a href="https://o.example/a.png">An elm</a> tail',
            [],
        ),
        ('<p><img alt="An elm"></p>', "<p><span>An elm</span></p>", []),
    ],
)
def test_picture_is_converted_or_replaced_by_a_link(
    html: str, email: str, expected: list[str], reported: Reported
) -> None:
    assert adapt_html(html, PICTURES) == email
    assert reported(body_problems(html, PICTURES)) == expected


def test_picture_width_fits_its_container() -> None:
    image = f'<img src="{ELM}" alt="a">'
    ((free, _),) = sizes(f"<p>{image}</p>")
    ((listed, _),) = sizes(f"<ul><li>{image}</li></ul>")
    ((nested, _),) = sizes(f"<ul><li><ul><li>{image}</li></ul></li></ul>")
    ((quoted, _),) = sizes(f"<blockquote>{image}</blockquote>")
    ((noted, _),) = sizes(f'<div class="admonition">{image}</div>')
    ((half, _), (other, _)) = sizes(f"<table><tr><td>{image}</td><td>{image}</td></tr></table>")
    assert free == 544
    assert free > quoted > nested
    assert free > listed > nested
    assert listed > noted
    assert half == other < free / 2


def test_picture_in_a_narrow_container_has_a_size() -> None:
    html = f'{"<ul><li>" * 30}<img src="{ELM}" alt="a">{"</li></ul>" * 30}'
    assert sizes(html) == [(1, 1)]
