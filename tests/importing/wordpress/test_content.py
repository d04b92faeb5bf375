"""Texts as WordPress keeps them, and the Markdown that an editor would write."""

import re
from pathlib import Path

import pytest

from newsroom.importing.html import html_to_markdown
from newsroom.importing.source import NoteKind
from newsroom.importing.tree import inner_html
from newsroom.importing.wordpress.content import content_to_html
from newsroom.importing.wordpress.context import ContentContext, GalleryPicture
from tests.support.growth import grows_linearly

FOOTNOTES = '[{"content":"The <em>note</em>.","id":"ab-c"}]'


def _gallery(numbers: tuple[int, ...]) -> list[GalleryPicture]:
    return [GalleryPicture(number, f"{number}.jpg", f"Tree {number}", "Words") for number in numbers or (7,)]


def convert(content: str) -> tuple[str, ContentContext]:
    context = ContentContext(_gallery, FOOTNOTES)
    return html_to_markdown(inner_html(content_to_html(content, context))).markdown, context


CASES = {
    name: (content, f"{markdown.rstrip()}\n")
    for name, content, markdown in re.findall(
        r"^=== ([^\n]+)\n(.*?)\n---\n(.*?)(?=^===|\Z)",
        Path(__file__).with_name("cases.txt").read_text("utf-8"),
        re.MULTILINE | re.DOTALL,
    )
}


@pytest.mark.parametrize("name", CASES)
def test_markdown_is_what_an_editor_would_write(name: str) -> None:
    content, markdown = CASES[name]
    assert convert(content)[0] == markdown


NOTES = {
    '[contact-form-7 id="1"]': (NoteKind.TO_DO, "The shortcode [contact-form-7]"),
    "[quote]Words[/quote]": (NoteKind.TO_DO, "The shortcode [quote]"),
    "[video]": (NoteKind.DROPPED, "without an address"),
    '[playlist ids="1"]': (NoteKind.TO_DO, "A playlist"),
    "[vc_raw_html]PHA+[/vc_raw_html]": (NoteKind.DROPPED, "HTML of its own"),
    '[et_pb_text title="@ET-DC@abc@"]': (NoteKind.TO_DO, "from elsewhere"),
    "https://youtu.be/abc": (NoteKind.GUESSED, "shown from youtu.be"),
    '<!-- wp:block {"ref":77} /-->': (NoteKind.TO_DO, "(number 77)"),
    "<!-- wp:latest-posts /-->": (NoteKind.DROPPED, "“latest-posts”"),
    '<!-- wp:some-plugin/form {"id":{"a":1}} /-->': (NoteKind.TO_DO, "“some-plugin/form”"),
    '<!-- wp:verse --><pre class="wp-block-verse">Roses</pre><!-- /wp:verse -->': (NoteKind.GUESSED, "A verse"),
}


@pytest.mark.parametrize("content", NOTES)
def test_note_says_what_could_not_be_kept(content: str) -> None:
    kind, words = NOTES[content]
    _, context = convert(f"Words.\n\n{content}\n\nMore.")
    assert [note.kind for note in context.notes] == [kind]
    assert words in context.notes[0].text


@pytest.mark.parametrize("content", ["A note [1] and [sic] and [name withheld].", "An array[0], and [[gallery]]."])
def test_words_in_brackets_are_no_shortcodes(content: str) -> None:
    markdown, context = convert(content)
    assert "[" in markdown
    assert not context.notes


@pytest.mark.parametrize(
    ("start", "part"),
    [
        ("", "[caption]"),
        ("", "["),
        ("", "[a="),
        ("", "<!-- wp:x {"),
        ("", "[gallery ids='"),
        ("", "<pre>"),
        ("", "<div "),
        ('[a b="', "x"),
    ],
)
def test_time_for_hostile_text_grows_with_its_length_alone(start: str, part: str) -> None:
    def read(times: int) -> None:
        content_to_html(start + part * times, ContentContext(_gallery))

    assert grows_linearly(read, 2000)
