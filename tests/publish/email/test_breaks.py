"""Words that are wider than a phone may be broken: addresses after a sign, and others after twelve letters."""

import pytest
from lxml import html as lxml_html

from newsroom.publish.email.breaks import allow_breaks, breakable, has_wide_words

N = "neighbour"
L, BROKEN = "x" * 25, "{xxxxxxxxxxxx·xxxxxxxxxxxx·x}"


def shown(html: str) -> str:
    """HTML with "{words}" for a word in an element, "|" for an empty element, and "·" for a zero-width space."""
    html = html.replace('<span style="display: inline-block; text-decoration: inherit;">', "{").replace("\u200b", "·")
    return html.replace('<span style="display: inline-block;"></span>', "|").replace("</span>", "}")


@pytest.mark.parametrize(
    ("text", "size", "is_bold", "html"),
    [
        ("Short <b>", 17, False, "Short &lt;b&gt;"),
        (
            f"aé {N * 3} & {N * 4} c",
            17,
            False,
            f"aé {{{N}nei·ghbour{N[:6]}·our}} &amp; {{{N}nei·ghbour{N[:6]}·our{N}}} c",
        ),
        ("x" * 24, 17, False, "x" * 24),
        (L, 17, False, BROKEN),
        ("x" * 24, 17, True, "{xxxxxxxxxxxx·xxxxxxxxxxxx}"),
        ("W" * 12 + "m" * 3, 40, False, "{WWWWWW·WWWWWW·mmm}"),
        (f"a\x00{'i' * 50}", 17, False, f"{{a{'i' * 11}·{'·'.join(['i' * 12] * 3)}·iii}}"),
        (f"{N}\u00a0" * 4, 17, False, f"{N} " * 4),
        (f"ash@{N * 2}.{N}/a?b=1&c_d-e", 17, False, f"{{ash@|{N * 2}.|{N}/|a?|b=|1&amp;|c_|d-}}e"),
        (f"/{N * 5}/", 17, False, f"{{/|{N}nei|ghbour{N[:6]}|our{N}|{N}/}}"),
    ],
)
def test_text_is_broken_where_it_is_wider_than_a_phone(text: str, size: int, is_bold: bool, html: str) -> None:
    assert shown(breakable(text, size, is_bold=is_bold)) == html


@pytest.mark.parametrize(
    ("html", "broken"),
    [
        (f"{L}<b>{L}</b> a {L} c<i>b</i>", f"{BROKEN}<b>{BROKEN}</b> a {BROKEN} c<i>b</i>"),
        (f"<!-- {L} -->{L}", f"<!-- {L} -->{BROKEN}"),
        (f"<p>{'x' * 24}</p>", f"<p>{'x' * 24}</p>"),
        (f"<ul><li>{'x' * 22}</li></ul>", f"<ul><li>{'x' * 22}</li></ul>"),
        (f"<ul><li>{'x' * 23}</li></ul>", "<ul><li>{xxxxxxxxxxxx·xxxxxxxxxxx}</li></ul>"),
        (f"<blockquote>{'x' * 23}</blockquote>", "<blockquote>{xxxxxxxxxxxx·xxxxxxxxxxx}</blockquote>"),
        (f"<h2>{'x' * 20}</h2>", "<h2>{xxxxxxxxxxxx·xxxxxxxx}</h2>"),
        (f"<table><tr><td>{L}</td></tr></table>{L}", f"<table><tr><td>{L}</td></tr></table>{BROKEN}"),
        (f"<table><tr><th><b>{L}</b></th></tr></table>", f"<table><tr><th><b>{L}</b></th></tr></table>"),
        (
            f'<table><tr><td class="note"><p>{L}</p></td></tr></table>',
            f'<table><tr><td class="note"><p>{BROKEN}</p></td></tr></table>',
        ),
        (f"{'<ul><li>' * 12}xxxfxx xxx{'</li></ul>' * 12}", f"{'<ul><li>' * 12}{{xxx·fxx}} xxx{'</li></ul>' * 12}"),
        (f"<p>a@{N}.{N * 3}/b <b>c</b></p>", f"<p>{{a@|{N}.|{N}nei|ghbour{N[:6]}|our/|b}} <b>c</b></p>"),
    ],
)
def test_words_in_an_element_are_broken_where_they_do_not_fit(html: str, broken: str) -> None:
    content = lxml_html.fragment_fromstring(html, create_parent="div")
    allow_breaks(content)
    assert shown(lxml_html.tostring(content, encoding="unicode")) == f"<div>{broken}</div>"


@pytest.mark.parametrize(("length", "is_wide"), [(20, False), (21, True)])
def test_word_that_may_not_fit_in_a_box_is_wide(length: int, is_wide: bool) -> None:
    assert has_wide_words(lxml_html.fragment_fromstring("x" * length, create_parent="div")) is is_wide
