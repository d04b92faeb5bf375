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

PATTERNS = {
    5: '<!-- wp:paragraph --><p>Five.</p><!-- /wp:paragraph --><!-- wp:block {"ref":6} /-->',
    6: '<!-- wp:paragraph --><p>Six.</p><!-- /wp:paragraph --><!-- wp:block {"ref":5} /-->',
    7: "<!-- wp:paragraph --><p>Seven.</p><!-- /wp:paragraph -->",
}


def _gallery(numbers: tuple[int, ...]) -> list[GalleryPicture]:
    """Pictures with the usual names, and number 99 with quotation marks in them."""
    return [
        GalleryPicture(99, '9"9.jpg', 'A "tall" tree', "Words")
        if number == 99
        else GalleryPicture(number, f"{number}.jpg", f"Tree {number}", "Words")
        for number in numbers or (7,)
    ]


def convert(content: str) -> tuple[str, ContentContext]:
    context = ContentContext(_gallery, PATTERNS.get, FOOTNOTES)
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
    '[et_pb_contact_form email="a@elm.example"][/et_pb_contact_form]': (NoteKind.DROPPED, "[et_pb_contact_form]"),
    '[et_pb_text title="@ET-DC@abc@"]': (NoteKind.TO_DO, "from elsewhere"),
    '<!-- wp:divi/text {"content":{"innerContent":{"desktop":{"value":"$variable({})$"}}}} -->': (
        NoteKind.TO_DO,
        "from elsewhere",
    ),
    "https://youtu.be/abc": (NoteKind.GUESSED, "shown from youtu.be"),
    '<!-- wp:block {"ref":77} /-->': (NoteKind.TO_DO, "(number 77)"),
    '<!-- wp:block {"ref":7,"content":{"Name":{"content":"Mine"}}} /-->': (NoteKind.TO_DO, "words of its own"),
    "<!-- wp:latest-posts /-->": (NoteKind.DROPPED, "“latest-posts”"),
    '<!-- wp:some-plugin/form {"id":{"a":1}} /-->': (NoteKind.TO_DO, "“some-plugin/form”"),
    '<!-- wp:acf/quote {"data":{"words":"We cooked.","_words":"field_1"}} /-->': (NoteKind.TO_DO, "its fields words."),
    '<!-- wp:verse --><pre class="wp-block-verse">Roses</pre><!-- /wp:verse -->': (NoteKind.GUESSED, "A verse"),
    '<!-- wp:verse --><pre class="wp-block-verse">Roses\n  red</pre><!-- /wp:verse -->': (
        NoteKind.DROPPED,
        "The spaces at the beginning of the lines",
    ),
}


@pytest.mark.parametrize("content", NOTES)
def test_note_says_what_could_not_be_kept(content: str) -> None:
    kind, words = NOTES[content]
    _, context = convert(f"Words.\n\n{content}\n\nMore.")
    assert context.log.notes[0].kind is kind
    assert words in context.log.notes[0].text
    assert not [note for note in context.log.notes[1:] if "A verse" not in note.text]


_FOR_MEMBERS = {
    "[members_only]{}[/members_only]": True,
    '[restrict userlevel="editor"]{}[member]Secret[/member]{}[/restrict]': True,
    "[um_loggedin]a[um_loggedin]{}[/um_loggedin]{}[/um_loggedin]": True,
    "<!-- wp:shortcode -->[private]<!-- /wp:shortcode --><!-- wp:html -->{}<!-- /wp:html -->"
    "<!-- wp:shortcode -->[/private]<!-- /wp:shortcode -->": True,
    "<!-- wp:premium-content/container --><!-- wp:group --><p>{}</p><!-- /wp:group --><p>{}</p>"
    "<!-- /wp:premium-content/container -->": True,
    '<!-- wp:paragraph {"metadata":{"blockVisibility":false}} --><p>{}</p><!-- /wp:paragraph -->': True,
    '<!-- wp:group {"blockVisibility":{"hideBlock":true}} -->{}<!-- wp:block {"ref":7} /--><!-- /wp:group -->': True,
    '[et_pb_row disabled="on"][et_pb_text]{}[/et_pb_text][et_pb_row]a[/et_pb_row]{}[/et_pb_row]': True,
    '[vc_row disable_element="yes"]{}[/vc_row]': True,
    '[fusion_builder_container status="draft"]{}[/fusion_builder_container]': True,
    '<!-- wp:divi/row {"module":{"decoration":{"disabledOn":{"desktop":{"value":"on"}}}}} -->'
    '<!-- wp:divi/text {"content":{"innerContent":{"desktop":{"value":"{}"}}}} /--><!-- /wp:divi/row -->': True,
    "<!-- {} -->": True,
    '<p style="display:none">{}</p>': True,
    "[member_login] {}": False,
    "[accessible]{}[/accessible]": False,
    '[et_pb_team_member name="Ann"]{}[/et_pb_team_member]': False,
    "<!-- wp:kadence/team-member --><p>{}</p><!-- /wp:kadence/team-member -->": False,
    '<!-- wp:paragraph {"metadata":{"name":"private"}} --><p>{}</p><!-- /wp:paragraph -->': False,
}
"""Texts with a secret, and whether it was hidden from readers."""


@pytest.mark.parametrize("content", _FOR_MEMBERS)
def test_parts_for_members_are_left_out(content: str) -> None:
    before, after = ("<p>Before</p>\n\n", "\n\n<p>After</p>") if "wp:" not in content else (
        "<!-- wp:paragraph --><p>Before</p><!-- /wp:paragraph -->",
        "<!-- wp:paragraph --><p>After</p><!-- /wp:paragraph -->",
    )  # fmt: skip
    markdown, _ = convert(before + content.replace("{}", "Secret") + after)
    assert ("Secret" in markdown or "Seven" in markdown) != _FOR_MEMBERS[content]
    assert "Before" in markdown
    assert "After" in markdown


@pytest.mark.parametrize(
    ("before", "excerpt"),
    [
        ("A <b>few</b> of our words<i>.</i>", "of our words"),
        ("12345678<b>1234567</b>", "12345678"),
        ("1234567<b>1234567</b>", ""),
        ("x" * 39 + "y" * 40, "y" * 40),
        ("x" * 39 + "y" * 39, "x" + "y" * 39),
        *(
            (f"long enough{sign}short", "long enough")
            for sign in ("\\", "`", "*", "_", "~", "[", "]", "#", "& ", "|", "{", "}", ":")
        ),
        *((f"short{sign}long enough", "long enough") for sign in "`*_~[]#|{}:"),
    ],
)
def test_note_on_a_block_is_about_the_line_before_it(before: str, excerpt: str) -> None:
    _, context = convert(f"<!-- wp:paragraph --><p>{before}</p><!-- /wp:paragraph --><!-- wp:a/b /-->")
    assert [note.excerpt for note in context.log.notes] == [excerpt]


def test_text_after_a_paywall_is_left_out() -> None:
    markdown, context = convert("<!-- wp:html --><p>Free</p><!-- /wp:html --><!-- wp:jetpack/paywall /--><p>Secret</p>")
    assert markdown == "Free\n"
    assert [note.kind for note in context.log.notes] == [NoteKind.DROPPED]


@pytest.mark.parametrize(
    ("field", "is_read"),
    [
        *((field, False) for field in ("{", "5", "[]", '[{"id": "a"}]', '[{"content": "x"}]', "[5]", "null")),
        ('[{"id": "ab-c", "content": "x"}, {"id": "d", "content": "y"}]', True),
    ],
)
def test_footnotes_of_the_field_are_read_if_they_can_be(field: str, is_read: bool) -> None:
    text = '<p>a<sup data-fn="ab-c"><a href="#ab-c" id="ab-c-link">1</a></sup></p>'
    for end in ("<!-- wp:footnotes /--><!-- /wp:lost -->", ""):
        context = ContentContext(_gallery, footnotes=field)
        html = inner_html(content_to_html(f"<!-- wp:html -->{text}<!-- /wp:html -->{end}", context))
        markdown = html_to_markdown(html).markdown
        assert ("a[^1]" in markdown, "[^1]: x\n" in markdown) == (is_read, is_read)


def test_synced_patterns_are_put_in_place_each_once() -> None:
    markdown, context = convert('<!-- wp:block {"ref":5} /-->\n\n<!-- wp:block {"ref":7} /-->')
    assert markdown == "Five.\n\nSix.\n\nSeven.\n"
    assert ["(number 5)" in note.text for note in context.log.notes] == [True]  # five is in six, which is in five


@pytest.mark.parametrize("content", ["A note [1] and [sic] and [name withheld].", "An array[0], and [[gallery]]."])
def test_words_in_brackets_are_no_shortcodes(content: str) -> None:
    markdown, context = convert(content)
    assert "[" in markdown
    assert not context.log.notes


@pytest.mark.parametrize(
    ("start", "part"),
    [
        ("", "[caption]"),
        ("", "["),
        ("", "[a="),
        ("", "<!-- wp:x {"),
        ("", "[gallery ids='"),
        ("", "[member]"),
        ("", '<!-- wp:block {"ref":7} /-->'),
        ("", "<pre>"),
        ("", "<div "),
        ('[a b="', "x"),
    ],
)
def test_time_for_hostile_text_grows_with_its_length_alone(start: str, part: str) -> None:
    def read(times: int) -> None:
        content_to_html(start + part * times, ContentContext(_gallery))

    assert grows_linearly(read, 250)
