"""Properties of the emails of every edition, tested with generated Markdown."""

import re
from urllib.parse import urlsplit

from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from newsroom.mail_tools import MAIL_TOOLS, EmailForm, tag_start
from newsroom.publish.email.addresses import absolute_url
from newsroom.publish.email.body import EmailBody
from newsroom.publish.email.checks import CheckedEmail, run_checks
from newsroom.publish.email.clean import clean_html
from newsroom.publish.email.merge_tags import WORD_JOINER, TagPlaceholders, TagStarts
from newsroom.publish.email.pictures import CONTENT_WIDTH, EmailPicture
from tests.support.emails import EDITION_URL, HTML_TOOLS, Parts, body_of, content_of, email_from, faults
from tests.support.markup import html_of, render

PICTURES = {"https://elm.example/bench.png": EmailPicture("https://elm.example/bench.png.email.png", 900, 600)}
TAGS = sorted(
    {form for tool in MAIL_TOOLS.values() for tag in (tool.unsubscribe, tool.address) if tag for form in (tag.text,)}
    | {"*|FNAME|*", "{{ name }}", "{% if %}", "{# a #}", "[name,fallback=you]", "{$name}", "$NAME$", "@NAME@", "((a))"}
)
ODD = (
    "\x01\x0b\x7f\x85\u00a0\u00ad\u200b\u200d\u200e\u202e\u2028\u2060\u2066\ufeff"
    "\ue000\ue001\uf8ff\ufdd0\ufffe\U0001fffe"
)
REFERENCES = ("&#xE000;", "&#57345;", "&#x2028;", "&#1;", "&#xFDD0;", "&nbsp;", "&lt;b&gt;", "&quot;", "&amp;#xE000;")
FRAGMENTS = (
    *("<div>", "</div>", "<b>", "</p>", "</td></tr></table>", "</body></html>", "<table><tr><td>", "<ul>", "<li>"),
    *("<script>x</script>", "<style>x</style>", "<form><input>", "<h1>One</h1>", "<h6>Six</h6>", "<!-- ", "-->", "<p"),
    *("<!--[if mso]>", "<![endif]-->", "<details><summary>S</summary>", '<p style="color: red" onclick="x()">', "<a>"),
    *(
        '<iframe src="https://www.youtube.com/embed/a">',
        "<iframe></iframe>",
        '<video src="//x.example/a.mp4">',
        "<svg>",
    ),
    *('<a href="http://[">', '<a href="java&#xE000;script:x">', '<a href="https:foo">', '<img src="data:x">', "<area>"),
    *(
        '<audio src="https://e.example/a.mp3" title="T">',
        "<unsubscribe>",
        "<webversion>",
        '<a href="mailto:x">',
        "<img>",
    ),
    *("<textarea>", "<plaintext>", "<template>", "<noscript>", "<title>", "<math><mi>", "<select><option>", "<dl><dd>"),
)
TARGETS = ("https://e.example/a_(b)?c=1&d=2", "../stories/the-garden/", "#a", "mailto:a@e.example", "tel:+441", "")


def one(*options: str) -> SearchStrategy[str]:
    """A strategy for one of some texts."""
    return st.sampled_from(options)


letters = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=12)
fragments = st.one_of(
    one("garden", "AT&T", "x < y", "שלום", "مرحبا", "日本", "ŵ", "🌳", "x" * 90, 'href="{{ a }}"', "[sic]"),
    one(*TAGS),
    one(*REFERENCES),
    one(*FRAGMENTS),
    one(*ODD),
    letters,
)
words = st.lists(fragments, min_size=1, max_size=4).map(" ".join)


@st.composite
def blocks(draw: st.DrawFn) -> str:
    """A paragraph, list, quote, table, picture or heading, or some raw HTML."""
    text, target, more = draw(words), draw(st.one_of(one(*TARGETS), one(*TAGS))), draw(words)
    return draw(
        one(
            text,
            f"{text} [{more}]({target}) {text}",
            f"[{more}](<{target}>){{.button}}",
            f"![{text}](/bench.png) [![{more}](https://o.example/a.png)]({target})",
            f"- {text}\n    - {more}\n\n        1. [{more}]({target})",
            f"> {text}\n> > {more}",
            f"| {text} | b |\n|---|---|\n| {more} | [c]({target}) |",
            f"| {' | '.join('abcdefg')} |\n{'|---' * 7}|\n| {more} | b |",
            f"!!! note\n    {text}\n\n    {more}",
            f"{text}[^a]\n\n[^a]: {more}",
            f"Term\n:   {text}",
            f"```\n{text}\n```",
            f"### {text}\n\n{more}",
            f"## {text} {{#b}}\n\n{more}",
            f"{draw(one(*FRAGMENTS))}\n\n{text}\n\n{draw(one(*FRAGMENTS))}",
        )
    )


editions = st.lists(blocks(), min_size=1, max_size=5).map("\n\n".join)


def body(edition: str) -> EmailBody:
    """Make the body of an email from some Markdown, in the section 'a'."""
    html = html_of(render(f"## A {{#a}}\n\n{edition}"))
    return body_of(html, {"a": 9, "b": 12}, PICTURES)


@given(editions, st.sampled_from(HTML_TOOLS))
@example("[<select><option>](https://e.example/){.button}\n\n[garden](../stories/the-garden/)", "generic")
def test_every_edition_gives_valid_readable_emails(edition: str, name: str) -> None:
    made = body(edition)
    emails = {tool: email_from(made, MAIL_TOOLS[tool]) for tool in {name, "generic", "notify"}}
    html, text = emails[name][EmailForm.HTML], emails[name][EmailForm.TEXT]
    assert faults(Parts(html, text), MAIL_TOOLS[name]) == []
    checked = run_checks(CheckedEmail(made, MAIL_TOOLS[name], html, text))
    assert "email-html-invalid" not in {problem.code for result in checked for problem in result.problems}
    assert said_in(html) == said_in(emails["generic"][EmailForm.HTML]), "an escaped merge tag is not readable"
    assert too_wide(emails["generic"][EmailForm.TEXT]) == []
    assert re.search(tag_start(MAIL_TOOLS["notify"]) or "", emails["notify"][EmailForm.MARKDOWN]) is None


def too_wide(text: str) -> list[str]:
    """The lines of an email's text that are wider than 72 characters, except words and code."""
    lines = re.sub("%(24|2A|40|5B|7B)", "x", text.replace(WORD_JOINER, "")).split("\n")
    wide = [line for line in lines if len(line) > 72 and not line.startswith("    ")]
    return [line for line in wide if len(re.sub(r"^[-> \d.]+", "", line).split(" ")) > 2]


def said_in(html: str) -> list[str]:
    """The words of the sections in an email, without invisible characters."""
    return [re.sub("[\u200b\u2060]", "", str(cell.text_content())) for cell in content_of(html)]


@given(st.lists(st.one_of(one(*TAGS), letters), max_size=8), st.sampled_from(HTML_TOOLS))
def test_text_keeps_own_tags_and_escapes_others(parts: list[str], name: str) -> None:
    tool = MAIL_TOOLS[name]
    places = TagPlaceholders(tool, TagStarts(MAIL_TOOLS.values()))
    placeholder_for = places.placeholder_for("*|OURS|*")
    assert places.placeholder_for("*|OURS|*") == placeholder_for
    written = " ".join(parts).replace("://", "")
    filled = places.fill_text(f"{placeholder_for} {written} {placeholder_for}")
    assert filled.startswith("*|OURS|* ")
    assert filled.endswith(" *|OURS|*")
    words = filled.removeprefix("*|OURS|* ").removesuffix(" *|OURS|*")
    assert not re.search(tag_start(tool) or "(?!)", words)
    assert words.replace(WORD_JOINER, "") == written.replace(WORD_JOINER, "")


@given(
    st.lists(
        st.one_of(one(*TARGETS), one(*TAGS), letters, one(*ODD, "https://", "//", ":", "[", "?", "#", "%")), max_size=5
    )
)
def test_absolute_addresses_are_not_changed(parts: list[str]) -> None:
    whole = absolute_url(EDITION_URL, "".join(parts))
    if whole is not None:
        assert whole.isascii()
        assert not re.search(r"[\s<>\"{}|\\^`]", whole)
        assert urlsplit(whole).scheme
        assert absolute_url(EDITION_URL, whole) == whole


@given(editions)
def test_clean_html_is_not_changed(edition: str) -> None:
    cleaned = clean_html(edition)
    assert clean_html(cleaned) == cleaned


@given(
    st.integers(1, 1_200),
    st.integers(1, 9_000),
    st.integers(1, CONTENT_WIDTH),
    st.one_of(st.none(), st.integers(0, 2_000).map(str), one("50%", "-1", "²", "", "x")),
)
def test_picture_fits_and_keeps_its_aspect_ratio(width: int, height: int, available: int, wanted: str | None) -> None:
    shown = EmailPicture("https://elm.example/a.png", width, height).displayed_size(available, wanted)
    assert 1 <= shown[0] <= min(width, available)
    assert shown[1] >= 1
    assert abs(shown[1] - shown[0] * height / width) <= 1
