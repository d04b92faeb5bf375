"""HTML and characters that an email must not have are removed."""

import pytest

from newsroom.publish.email.clean import clean_html, without_control_characters

KEPT = (
    '<p>One <em>two</em> <a href="https://e.example/" title="t" class="button">three</a></p>',
    '<h2 id="a">Heading</h2>',
    '<table><caption>c</caption><thead><tr><th style="text-align: right;" colspan="2">h</th></tr></thead></table>',
    '<ol start="3"><li>One</li></ol>',
    '<div class="admonition"><p class="admonition-title">Note</p></div>',
    '<img src="../a.png" alt="An elm" width="10" height="20">',
    '<p dir="rtl" lang="he">שלום</p>',
    "<details><summary>More</summary>Words</details>",
)


@pytest.mark.parametrize("html", KEPT)
def test_plain_html_is_not_changed(html: str) -> None:
    assert clean_html(html) == html


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("a<script>b</script>c", "ac"),
        ("a<style>b</style>c", "ac"),
        ("a<template>b</template>c", "ac"),
        ("<form>a<button>b</button></form>", "ab"),
        ("<section>a</section>", "a"),
        ("<p onclick='x()' style='color: red' id='x'>a</p>", "<p>a</p>"),
        ("<td style='text-align: right; color: red'>a</td>", "a"),
        ("<a href='javascript:x'>a</a>", "<a>a</a>"),
        ("<a href=' JAVAscript:x'>a</a>", "<a>a</a>"),
        ("<a href='java\tscript:x'>a</a>", "<a>a</a>"),
        ("<a href='data:text/html,x'>a</a>", "<a>a</a>"),
        ("<img src='data:image/png;base64,x' alt='a'>", '<img alt="a">'),
        ("a<!-- b -->c<!--[if mso]>d<![endif]-->e", "ace"),
        ("a</td></tr></table></div></body></html>b", "ab"),
        ("<b>a", "<b>a</b>"),
        ("a\x01\x7f\u2028\ufeff\ue000\uf8ffb", "ab"),
        ("a&#1;&#x7f;&#x2028;&#xE000;b", "ab"),
        ("a\ufdd0&#xFDD0;\U0001fffeb", "ab"),
        ("<a href='java&#xE000;script:x'>a</a>", "<a>a</a>"),
        ("<unsubscribe>a</unsubscribe>", "a"),
        ("1 < 2 & 3", "1 &lt; 2 &amp; 3"),
        ("&amp;#xE000;", "&amp;#xE000;"),
    ],
)
def test_html_that_email_must_not_have_is_removed(html: str, cleaned: str) -> None:
    assert clean_html(html) == cleaned


@pytest.mark.parametrize(
    ("characters", "is_kept"),
    [
        ("\x00\x08\x0b\x0c\x0e\x1f\x7f\x9f\u2028\u2029\ufeff", False),
        ("\ue000\uf8ff\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0001ffff\U0010fffe\U0010ffff", False),
        ("\t\n\r ~\u00a0\u2027\u202a\ud7ff\uf900\ufdcf\ufdf0\ufefe\uff00\ufffd\U00010000\U0010fffd", True),
    ],
)
def test_each_character_that_is_not_text_is_removed(characters: str, is_kept: bool) -> None:
    assert all(without_control_characters(f"a{each}b") == (f"a{each}b" if is_kept else "ab") for each in characters)


def test_control_characters_are_removed_and_lines_kept() -> None:
    assert without_control_characters("a\x00b\te\n\u00a0\u200b\u2060\ue000ŵ🌳") == "ab\te\n\u00a0\u200b\u2060ŵ🌳"
