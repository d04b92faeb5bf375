"""The captions of pictures are shown, wherever the picture is."""

import re

import pytest

from tests.support.bodies import prepared

T = '<figure class="nw-figure"><img src="a.png" alt="A"><figcaption>T</figcaption></figure>'
U = '<figure class="nw-figure"><img src="b.png" alt="B"><figcaption>U</figcaption></figure>'
LINKED = T.replace("<img", '<a href="https://e.example/"><img').replace("<figcaption", "</a><figcaption")
IN_WORDS = '<img src="a.png" alt="A"> <small>(T)</small>'


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('![A](a.png "T")', T),
        ('<P>\n<IMG SRC="a.png" ALT="A" title=T>\n</P>', T),
        ('<img src="a.png" alt="A" title="T">', T),
        ('![A](a.png "T")\n![B](b.png "U")', T + U),
        ('![A](a.png "T") ![B](b.png "U")', T + U),
        ('![A](a.png "T")\\\n![B](b.png "U")  \nwords', f"{T}{U}<p>words</p>"),
        ('Words\n![A](a.png "T")\n*more*, and more', f"<p>Words</p>{T}<p><em>more</em>, and more</p>"),
        ('![C](c.png)\n![A](a.png "T")', f'<p><img src="c.png" alt="C"></p>{T}'),
        ('- ![A](a.png "T")', f"<ul><li>{T}</li></ul>"),
        ('- Words\n\n  ![A](a.png "T")', f"<ul><li><p>Words</p>{T}</li></ul>"),
        ('| ![A](a.png "T") |\n| - |', f"<table><thead><tr><th>{T}</th></tr></thead></table>"),
        ('> ![A](a.png "T")', f"<blockquote>{T}</blockquote>"),
        ('[![A](a.png "T")](https://e.example/)', LINKED),
        ('<figure><img src="a.png" alt="A" title="T"></figure>', T.replace(' class="nw-figure"', "")),
        ('![A](a.png "T") words', f"<p>{IN_WORDS} words</p>"),
        ('words ![A](a.png "T"), words', f"<p>words {IN_WORDS}, words</p>"),
        ('*words* ![A](a.png "T")', f"<p><em>words</em> {IN_WORDS}</p>"),
        ('![A](a.png "T")*words*', f"<p>{IN_WORDS}<em>words</em></p>"),
        ('*words*![A](a.png "T")', f"<p><em>words</em>{IN_WORDS}</p>"),
        ('- ![A](a.png "T") words', f"<ul><li>{IN_WORDS} words</li></ul>"),
        ('<p class="x"><img src="a.png" alt="A" title="T"></p>', f'<p class="x">{IN_WORDS}</p>'),
        ('*![A](a.png "T")*', f"<p><em>{IN_WORDS}</em></p>"),
        ('![A](a.png " ")', '<p><img src="a.png" alt="A" title=" "></p>'),
        ('## W ![A](a.png "T")', '<h2 id="w-">W <img src="a.png" alt="A" title="T"></h2>'),
    ],
)  # fmt: skip
def test_picture_with_a_title_has_a_caption(written: str, shown: str) -> None:
    html = re.sub(r"\n\s*(?=<)|(?<=>)\n|/(?=>)", "", prepared(written))
    assert re.sub(r'<img alt="(.)" src="([a-z.]*)"', r'<img src="\2" alt="\1"', html) == shown
