"""Ordered lists have the numbers that browsers show, in HTML, plain text and GOV.UK Notify."""

import pytest

from newsroom.publish.email.notify import notify_markdown
from newsroom.publish.email.text import LinkNotes, section_text
from tests.support.emails import body_of


@pytest.mark.parametrize(
    ("html", "email", "numbers", "notify"),
    [
        ("<ol><li>a</li><li>b</li></ol>", "<ol><li>a</li><li>b</li></ol>", "1. a\n2. b", "1. a\n2. b"),
        (
            '<ol start="-1"><li>a</li><li>b</li></ol>',
            '<ol start="-1"><li>a</li><li>b</li></ol>',
            "-1. a\n0. b",
            "* -1: a\n* 0: b",
        ),
        (
            '<ol><li>a</li><li value="7">b</li><li value="x">c</li></ol>',
            '<ol><li>a</li><li value="7">b</li><li value="x">c</li></ol>',
            "1. a\n7. b\n8. c",
            "* 1: a\n* 7: b\n* 8: c",
        ),
        (
            '<ol start=" +999999999x"><li>a</li></ol>',
            '<ol start=" +999999999x"><li>a</li></ol>',
            "999999999. a",
            "* 999999999: a",
        ),
        (
            '<ol reversed=""><li>a</li><li>b</li></ol>',
            '<ol><li value="2">a</li><li value="1">b</li></ol>',
            "2. a\n1. b",
            "* 2: a\n* 1: b",
        ),
    ],
)
def test_items_have_the_numbers_that_browsers_show(html: str, email: str, numbers: str, notify: str) -> None:
    (section,) = body_of(html).sections
    assert section.html.strip() == email
    assert section_text(section.content, LinkNotes()) == numbers
    assert notify_markdown(section.content) == notify
