"""Headings have the ids that GitHub gives them."""

import pytest

from newsroom.markup.dialect.headings import HeadingIdMaker
from tests.support.markup import html_of, render


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("Hello, World!", "hello-world"),
        ("Ann & Bob", "ann--bob"),
        ("a  b", "a--b"),
        ("What’s on – and when?", "whats-on--and-when"),
        ("snake_case-and-2 C#", "snake_case-and-2-c"),
        ("Gŵyl yn Nhŷ’r Bont", "gŵyl-yn-nhŷr-bont"),
        ("日本語 и Ελλάς", "日本語-и-ελλάς"),
        ("हिन्दी", "हिन्दी"),
        ("🎉 Party ½ 1²", "-party--1"),
        ("no\u00a0break", "nobreak"),
    ],
)
def test_heading_id_matches_github(words: str, id_: str) -> None:
    assert HeadingIdMaker().make(words) == id_


def test_names_of_emoji_are_emoji_but_stay_in_ids() -> None:
    text = "## :seedling: Trees\n\n:no_such_name: `:seedling:` \\:seedling: 10:30: *:+1:* [:heart:](a.md) 5:100:"
    shown = html_of(render(text))
    assert '<h2 id="seedling-trees">🌱 Trees</h2>' in shown
    assert ":no_such_name: <code>:seedling:</code> :seedling: 10:30: <em>👍</em>" in shown
    assert '<a href="a.md">❤️</a> 5💯' in shown


def test_heading_ids_are_unique() -> None:
    text = """\
# News
## News
## News-1
## *News*
## Other { #news-2 }
## `a <b>` & [c](d.md) <i>e</i> ![f](g.jpg) h[^1]
## ?
## !

[^1]: A note.
"""
    ids = [heading.id for heading in render(text).outline.headings]
    assert ids == ["news", "news-1", "news-1-1", "news-3", "news-2", "a-b--c-e--h", "-1", "-2"]
