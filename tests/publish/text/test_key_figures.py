"""Lists of numbers in bold are key figures on a page, and lists everywhere else."""

from pathlib import Path

import pytest

from newsroom.markup import text_tree
from newsroom.markup.tree import serialise_html
from newsroom.publish.text.key_figures import mark_key_figures
from tests.support import open_newsroom, small_newsroom
from tests.support.items import newsletter
from tests.support.markup import render
from tests.support.rendering import body, written

YES = {
    "whole numbers": "- **26** events\n- **1,043** people",
    "more than": "- **130+** neighbourhoods\n- **26** events",
    "money and shares": "- **£1.2 million** saved\n- **95%** agree\n- **1 in 4** came back",
    "Welsh": "- **£2 miliwn** wedi’u harbed\n- **1 o 4** yn cytuno",
    "items with paragraphs": "- **26** events\n\n- **43** days",
    "six": "\n".join(f"- **{number}** things" for number in range(6)),
    "small and large units": "- **5k** a\n- **€5 m** b\n- **$3 bn** c\n- **4 billion** d\n- **2 biliwn** e\n- **5%** f",
    "parts of a whole": "- **1 of 4** a\n- **1 out of 4** b\n- **1 mewn 4** c\n- **1.5 in 2,000** d",
    "HTML": "- <b>26</b> events\n- <strong>43</strong> days",
    "labels of 80 characters": f"- **1** {'x' * 80}\n- **2** b",
    "a year among them": "- **2020** people\n- **26** events",
}
NO = {
    "one item": "- **26** events",
    "seven items": "\n".join(f"- **{number}** things" for number in range(7)),
    "an item without a number": "- **26** events\n- thousands of people",
    "numbers that are not bold": "- 26 events\n- 43 days",
    "numbers later in the item": "- About **26** events\n- About **43** days",
    "dates": "- **12 May**, a walk\n- **13 May**, a talk",
    "labels of 81 characters": f"- **1** {'x' * 81}\n- **2** b",
    "words after the number": "- **3 steps** a\n- **4 miles** b",
    "items with several paragraphs": "- **26**\n\n    events\n\n- **43**\n\n    days",
    "italics": "- *26* events\n- *43* days",
    "years of two centuries": "- **1999** the start\n- **2020** the report",
    "years": "- **2019** the start\n- **2020** the report",
    "a number alone": "- **26**\n- **43**",
    "a long text": f"- **26** {'word ' * 20}\n- **43** days",
    "a numbered list": "1. **26** events\n2. **43** days",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [*((text, True) for text in YES.values()), *((text, False) for text in NO.values())],
    ids=[*YES, *NO],
)
def test_list_of_numbers_in_bold_is_key_figures(text: str, *, expected: bool) -> None:
    root = text_tree(render(text), str)
    before = serialise_html(root)
    mark_key_figures(root)
    assert bool(root.find_class("nw-figures")) == expected
    assert serialise_html(root).replace(' class="nw-figures"', "") == before


def test_key_figures_are_a_list_in_feed_and_email(tmp_path: Path) -> None:
    text = newsletter("## Hello\n\n- **130+** neighbourhoods\n- **26** events")
    build = open_newsroom(tmp_path, {**small_newsroom(), "newsletters/2024-03.md": text})
    page, files = body(build, "newsletters/2024-03.md"), dict(written(build))
    assert [len(found) for found in page.find_class("nw-figures")] == [2]
    assert "- 130+ neighbourhoods\n- 26 events" in files["newsletters/2024-03/email/generic.txt"].decode()
    email, feed = (files[name].decode() for name in ("newsletters/2024-03/email/generic.html", "newsletters/feed.xml"))
    assert "<strong>130+</strong> neighbourhoods</li>" in email
    assert "<li><strong>130+</strong> neighbourhoods</li>" in feed
    assert "nw-" not in email + feed
