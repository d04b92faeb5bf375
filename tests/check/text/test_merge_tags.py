"""Greetings that are mistyped or misplaced, and merge tags of mail tools, are reported with their line."""

from pathlib import Path

import pytest

from newsroom.mail_tools import MAIL_TOOLS, tag_pattern
from newsroom.mail_tools.first_name import mistyped_greetings, with_fallbacks, with_first_names
from newsroom.problems import Problem
from tests.support import SETTINGS, problems_in, small_newsroom
from tests.support.growth import grows_linearly
from tests.support.items import newsletter, story
from tests.support.wordings import Reported

EDITION = "newsletters/2024-05.md"
OURS = {"name": "our-tool", "label": "Our Tool", "marks": ["%% %%"], "first_name": "%%NAME|{fallback}%%"}
GREETINGS = [
    "{first name|friend}",
    "{First Name | dear friend}",
    "{first_name|O’Brien}",
    "{firstname|friend}",
    "{enw cyntaf|gyfaill}",
    "{ENW CYNTAF|ffrind annwyl}",
]
MISTYPED = [
    "{fist name|friend}",
    "{first name}",
    "{first name|}",
    "{first name/friend}",
    "{first name|friend, you}",
    "{{first name|friend}}",
    "{{first_name}}",
    "{name|friend}",
    "{prénom|voisine}",
    "{last name|friend}",
    "[first name|friend]",
    "(first name|friend)",
    "{enw cynta|gyfaill}",
]
TAGS = [
    "*|FNAME|*",
    "{{ contact.FIRSTNAME }}",
    "[firstname,fallback=friend]",
    "[unsubscribe]",
    "{$name}",
    "@FIRSTNAME@",
    "$UNSUB$",
    "{{ .Subscriber.FirstName }}",
    "{% if subscriber %}",
    "((first name))",
    '[[FIRSTNAME OR "Friend"]]',
    "$[FNAME|friend]$",
    "%%NAME%%",
]
PLAIN = [
    "[unsubscribe](../docs/about.md) and [Unsubscribe][u]\n\n[u]: ../docs/about.md",
    "[sic] and [Elm, 2020], [1] and ![alt](bench.png)",
    "{name}, {a|b}, {.button} and { draft }",
    "(first name, last name) and (name|other)",
    "a@b.example, c@d.example, $5 and $10, 5% | 10% |",
    "`{{ contact.FIRSTNAME }}`, ``{first name}`` and `*|FNAME|*`",
    "```\n{{ name }}\n{first name}\n```",
    "~~~ text\n((first name))\n~~~",
]


LINE = 13
"""The line of a text's beginning in an edition's file."""


def problems_of(root: Path, text: str, **fields: str) -> list[Problem]:
    """What is reported about the tags in an edition."""
    files = {**small_newsroom(), EDITION: newsletter(f"## Hello\n\nWords.\n\n{text}\n", **fields)}
    found = problems_in(root, files, settings={**SETTINGS, "mail_tools": ["generic", "brevo", OURS]})
    return [problem for problem in found if problem.code.startswith(("greeting-", "merge-tag-"))]


@pytest.mark.parametrize("greeting", GREETINGS)
def test_greeting_has_its_fallback_on_the_page(greeting: str, tmp_path: Path) -> None:
    assert problems_of(tmp_path, f"Dear {greeting},") == []
    fallback = with_fallbacks(greeting)
    assert fallback in greeting
    assert with_first_names(f"<p>Dear {greeting},</p>") == f'<p>Dear <span class="first-name">{fallback}</span>,</p>'


@pytest.mark.parametrize("html", ['<img alt="{}">', "<code>{}</code>", "<pre><code>a {}</code></pre>", "{{{}}}"])
def test_greeting_in_code_or_an_attribute_is_not_changed(html: str) -> None:
    written = html.format(GREETINGS[0])
    assert with_first_names(f"{written}<p>a</p>") == f"{written}<p>a</p>"


@pytest.mark.parametrize("mistyped", MISTYPED)
def test_mistyped_greeting_is_an_error_with_the_right_form(mistyped: str, tmp_path: Path, reported: Reported) -> None:
    found = problems_of(tmp_path, f"Dear {mistyped},")
    assert reported(found) == [f"{EDITION}:{LINE} greeting-form-invalid"]
    assert "write {first name|friend}" in found[0].fix


@pytest.mark.parametrize("tag", TAGS)
def test_tag_of_a_mail_tool_is_a_warning_on_its_line(tag: str, tmp_path: Path, reported: Reported) -> None:
    found = problems_of(tmp_path, f"More,\nDear {tag},")
    assert reported(found) == [f"{EDITION}:{LINE + 1} merge-tag-written?"]
    assert (tag in found[0].what, "{first name|friend}" in found[0].fix) == (True, True)


@pytest.mark.parametrize("text", PLAIN)
def test_other_text_and_code_are_not_reported(text: str, tmp_path: Path) -> None:
    assert problems_of(tmp_path, text) == []


def test_greeting_whose_bar_ends_a_cell_is_an_error(tmp_path: Path, reported: Reported) -> None:
    right = "{first name|you}, and | ![a {draft}](bench.png)\n\n| {first name\\|you} |\n| --- |\n| a |\n\n"
    found = problems_of(tmp_path, right + "| Who | What |\n| --- | --- |\n| a | b |\n| {First name|you} | tea |")
    assert reported(found) == [f"{EDITION}:{LINE + 9} greeting-form-invalid"]
    assert found[0].fix == "write a backslash before the bar: '{First name\\|you}'"


@pytest.mark.parametrize("image", ["![{}](bench.png)", '<img\nalt="{}" src="bench.png">'])
def test_greeting_in_alt_text_is_an_error(image: str, tmp_path: Path, reported: Reported) -> None:
    found = problems_of(tmp_path, f"Words, {image.format('Dear {first name|friend}')}")
    assert reported(found) == [f"{EDITION}:{LINE} greeting-misplaced"]


def test_tags_in_fields_are_reported_there(tmp_path: Path, reported: Reported) -> None:
    fields = {"title": "Dear {first name|friend}", "subject": "Dear *|FNAME|*", "preheader": "{first name}: what grew"}
    assert reported(problems_of(tmp_path, "Words.", **fields)) == [
        f"{EDITION}:2 greeting-misplaced",
        f"{EDITION}:4 merge-tag-written?",
        f"{EDITION}:5 greeting-misplaced",
    ]


def test_subject_is_not_reported_twice(tmp_path: Path) -> None:
    assert problems_of(tmp_path, "Words.", subject="Dear {{ contact.FIRSTNAME }}") == []  # the email's check reports it


def test_tags_in_other_content_are_its_own_text(tmp_path: Path) -> None:
    files = {**small_newsroom(), "stories/x.md": story("We write {{ name }} and ((name)) and {fist name|friend}.")}
    assert [
        problem for problem in problems_in(tmp_path, files) if "tag" in problem.code or "greet" in problem.code
    ] == []


@pytest.mark.parametrize("sign", ["[{", "{first name|", "((a ", "*|a"])
def test_cost_is_linear(sign: str) -> None:
    patterns = [pattern for tool in MAIL_TOOLS.values() if (pattern := tag_pattern(tool))]

    def find(size: int) -> None:
        text = sign * size
        assert list(mistyped_greetings(text)) == []
        assert with_first_names(text + GREETINGS[0]) != text
        assert [found for pattern in patterns for found in pattern.findall(text)] == []

    assert grows_linearly(find, 500)
