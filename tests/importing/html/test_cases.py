"""HTML as WordPress, Word, Google Docs and mail tools write it, and the Markdown that an editor would write."""

from pathlib import Path

import pytest

from newsroom.importing.html import html_to_markdown
from newsroom.importing.report import place_notes
from newsroom.importing.source import NoteKind
from tests.support.growth import grows_linearly
from tests.support.markup import html_of, render
from tests.support.round_trip import round_trip

FROZEN = Path(__file__).parents[2] / "newsroom"
_CHANGED = frozenset(
    (
        *("bullets", "word-list", "word-paste"),
        *("figure-with-title-and-caption", "gdocs-html", "mammoth-note", "word-note", "wp-note"),
        *("anchors", "chars", "dlmore", "embeds", "emoji", "greeting", "hidden", "links", "tag-in-summary"),
    )
)
"""The cases in which the page differs on purpose: lists of paragraphs, footnotes, addresses, embeds, titles, hidden
text."""


def _read_cases() -> dict[str, tuple[str, str]]:
    """The HTML and the Markdown of each case."""
    parts = Path(__file__).with_name("cases.txt").read_text("utf-8").split("=== ")[1:]
    cases = (part.partition("\n") for part in parts)
    return {name: _halves(text) for name, _, text in cases}


def _halves(text: str) -> tuple[str, str]:
    html, _, markdown = text.partition("\n---\n")
    return html, f"{markdown.rstrip()}\n"


CASES = _read_cases()


@pytest.mark.parametrize("name", CASES)
def test_markdown_is_what_an_editor_would_write(name: str) -> None:
    html, markdown = CASES[name]
    assert html_to_markdown(html).markdown == markdown


@pytest.mark.parametrize("name", sorted(CASES.keys() - _CHANGED))
def test_page_has_what_the_html_has(name: str) -> None:
    html, page = round_trip(CASES[name][0])
    assert page == html


NOTES = {
    "<p style='display: none'>Secret words</p>": (NoteKind.DROPPED, "Hidden text"),
    "<iframe src='https://www.youtube.com/embed/abc'></iframe>": (NoteKind.GUESSED, "youtube.com/watch?v=abc"),
    "<iframe src='about:blank'></iframe>": (NoteKind.DROPPED, "without an address"),
    "<form><input name=n>Send</form>": (NoteKind.DROPPED, "A form was left out"),
    "<a href='https://elm.example/?utm_source=x'>a</a>": (NoteKind.DROPPED, "follows readers"),
    "<a href='javascript:x()'>a</a>": (NoteKind.DROPPED, "no reader could follow"),
    "<a href='#x'>a</a>": (NoteKind.DROPPED, "inside the text"),
    "<img src='a.png' alt='IMG_2041.jpg'>": (NoteKind.TO_DO, "no alternative text"),
    "<img src='a.png' width=1 height=1>": (NoteKind.DROPPED, "one pixel"),
    "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>": (NoteKind.TO_DO, "no headings"),
    "<table><tr><th colspan=2>a</th></tr><tr><td>c</td><td>d</td></tr></table>": (NoteKind.GUESSED, "joined"),
    "<ol type=a><li>a</li></ol>": (NoteKind.GUESSED, "letters"),
    "<ol><li>a</li><li value=9>b</li></ol>": (NoteKind.GUESSED, "one after the other"),
    "<svg><text>drawn</text></svg>": (NoteKind.DROPPED, "drawing"),
    "<svg aria-label='Members by year'><path d=M0></svg>": (NoteKind.DROPPED, "drawing"),
    "<details><summary>See <a href='https://elm.example'>it</a></summary>a</details>": (NoteKind.DROPPED, "links"),
    "<dl><dt>a<dt>b<dd>c</dl>": (NoteKind.GUESSED, "one term"),
    "<pre>a <b>b</b></pre>": (NoteKind.DROPPED, "bold"),
    "<pre class=wp-block-verse>a\n  b</pre>": (NoteKind.DROPPED, "spaces at the beginning"),
    "<table><tr><th>a</th><th>b</th></tr><tr><td><ul><li>c<li>d</ul></td><td>e</td></tr></table>": (
        NoteKind.GUESSED,
        "A list in a table",
    ),
    "<math><mi>x</mi></math>": (NoteKind.DROPPED, "formula"),
}


@pytest.mark.parametrize("html", NOTES)
def test_note_says_what_is_not_kept(html: str) -> None:
    kind, words = NOTES[html]
    notes = html_to_markdown(html).notes
    assert [note.kind for note in notes] == [kind]
    assert words in notes[0].text
    assert "Secret" not in f"{notes}"


def test_scripts_and_comments_are_left_out_silently() -> None:
    converted = html_to_markdown("<p>a</p><script>b</script><style>c</style><!-- d -->")
    assert (converted.markdown, converted.notes) == ("a\n", ())


def test_pictures_are_listed_once_in_order() -> None:
    html = "<img src=b.png alt=B><p><img src=a.png alt=A> and <img src=b.png alt=B></p>"
    assert html_to_markdown(html).pictures == ("b.png", "a.png")


def test_note_on_an_alternative_text_is_about_the_picture_without_one() -> None:
    name = f"{'a' * 70}.png"
    converted = html_to_markdown(f"<p><img src={name} alt=A></p><p>Words.</p><p><img src={name}></p>")
    assert [place.line for place in place_notes(converted.notes, converted.markdown)] == [5]


def test_highest_heading_gets_the_first_level() -> None:
    html = "<h3>A</h3><h5>B</h5>"
    assert html_to_markdown(html, first_heading=3).markdown == "### A\n\n#### B\n"


@pytest.mark.parametrize("path", sorted(FROZEN.rglob("*.md")), ids=lambda path: path.stem)
def test_own_pages_survive(path: Path) -> None:
    text = path.read_text("utf-8").rpartition("\n---\n")[2]
    html, page = round_trip(html_of(render(text)))
    assert page == html


def test_long_paragraph_costs_as_much_as_short_ones() -> None:
    assert grows_linearly(lambda size: html_to_markdown("<p>" + "a word, <b>bold</b><br>" * size), 50)
