"""The summary, kind and topics are guessed from the text."""

import pytest

from newsroom.importing.guess import Topic, guess_kind, guess_summary, guess_topics
from newsroom.importing.tree import parse_body

LONG = "This sentence goes on, " * 12
SENTENCES = "It grew. Dr. Elm came on 3 May and stayed. She dug."
TABLE = "<table><tr><td><p>no</p></td></tr></table>"
STANZA = "<p>The elms in the wind<br>bow down to the street<br>and nobody speaks<br>of people they meet</p>"
TOPICS = (
    Topic("areas", "derby", "Derby", is_common=False),
    Topic("areas", "neath", "Neath Port Talbot", is_common=False),
    Topic("principles", "community", "Community", is_common=True),
)


@pytest.mark.parametrize(
    ("html", "summary"),
    [
        (f"<p>{SENTENCES}</p>", SENTENCES),
        (f"<p>It grew slowly, and all of Elm Street tended it for years. {LONG}.</p>",
         "It grew slowly, and all of Elm Street tended it for years."),
        (f"<p>{LONG}.</p>", f"{LONG[:120].rpartition(' ')[0]}…"),
        (f"<p><b>How it began</b></p><ul><li><p>no</p></li></ul>{TABLE}<p>Yes[1]. One<br>line.</p>", "Yes. One line."),
        ("<p>It grew.</p><p><script>count(1)</script>She dug.<style>p { color: red }</style></p>", "It grew. She dug."),
        ("<h2>Only a heading</h2>", ""),
    ],
)  # fmt: skip
def test_summary_is_made_of_first_sentences(html: str, summary: str) -> None:
    assert guess_summary(parse_body(html), 50, 120) == summary


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        (STANZA * 2, "poem"),
        (STANZA, "story"),
        ("<p>A short line that ends.</p>" * 9, "story"),
        ("<p>a line of verse</p>" * 9, "poem"),
        ("<ul>" + "<li>an item</li>" * 9 + "</ul>", "story"),
        ("<p>Q: Why?</p><p>A: Because it was there, and nobody minded.</p>" * 2, "interview"),
        ("<p><strong>Why did you come?</strong></p><p>For the tea.</p>" * 4, "interview"),
        ("<p>Ann: It was late, and the bus had gone.</p><p>Tom: So we walked.</p>" * 4, "interview"),
        ("<p>Ann: It was late.</p><p>Tom: We walked.</p><p>Jo: I ran.</p><p>Bo: I came by bus.</p>" * 2, "interview"),
        (f"<p>{LONG}</p>" * 9, "story"),
    ],
)
def test_kind_is_guessed_from_the_form(html: str, kind: str) -> None:
    assert guess_kind(parse_body(html)) == kind


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("From Derby to Neath Port Talbot.", {"areas": ("derby", "neath")}),
        ("In Derbyshire. Neath is not it. Community begins here.", {}),
        ("It shows Community, and nothing else.", {"principles": ("community",)}),
    ],
)
def test_topics_are_those_that_the_text_names(text: str, topics: dict[str, tuple[str, ...]]) -> None:
    assert guess_topics(text, TOPICS) == topics
