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
        ("<p>She met Mr. Elm, Mrs. Oak, Ms. Ash, Prof. Yew, the Rev. Fir, e.g. Here and i.e. Now. So.</p>",
         "She met Mr. Elm, Mrs. Oak, Ms. Ash, Prof. Yew, the Rev. Fir, e.g. Here and i.e. Now."),
        ("<p>In St. Ives, No. 3, etc. All came. Then</p><p>he met Dr.</p>",
         "In St. Ives, No. 3, etc. All came. Then he met Dr."),
        ("<div>“Dig!” (She dug.) [1] ‘Why?’ a. b… 5 came</div><blockquote><p>no</p></blockquote>"
         "<figure><p>no</p></figure><p><b>N</b><strong>o</strong></p><pre>no</pre><p>Yes <b>b</b>.</p>",
         "“Dig!” (She dug.) ‘Why?’ a. b… 5 came Yes b."),
        (f"<p>{'a' * 49}. {'B' * 49}.</p>", f"{'a' * 49}."),
        (f"<p>{'a' * 48}. {'B' * 69}.</p>", f"{'a' * 48}. {'B' * 69}."),
        (f"<p>{'a' * 47}. {'B' * 71}.</p>", f"{'a' * 47}…"),
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
        ("<p> It grew. </p>" * 9, "story"),
        ("<ul>" + "<li>an item</li>" * 9 + "</ul>", "story"),
        ("<p>Q: Why?</p><p>A: Because it was there, and nobody minded.</p>" * 2, "interview"),
        ("<p><strong>Why did you come?</strong></p><p>For the tea.</p>" * 4, "interview"),
        ("<p>Ann: It was late, and the bus had gone.</p><p>Tom: So we walked.</p>" * 4, "interview"),
        ("<p>Ann: It was late.</p><p>Tom: We walked.</p><p>Jo: I ran.</p><p>Bo: I came by bus.</p>" * 2, "interview"),
        (f"<p>{LONG}</p>" * 9, "story"),
        ("<pre>a line\nof verse\n\n</pre>" * 4, "poem"),
        ("<pre>a line\nof verse</pre>" * 3 + "<p>a</p>", "story"),
        (f"<p>{'a' * 60}<br>b</p>" * 4, "poem"),
        (f"<p>{'a' * 58}<i></i><br>b</p>" * 4, "poem"),
        (f"<p><i>{'a' * 58}</i><br><i>b</i></p>" * 4, "poem"),
        (f"<p>{'a' * 61}<br>b</p>" * 4, "story"),
        (f"<p>{'a' * 61}</p>" + "<p>a</p>" * 9, "story"),
        (f"<p>{'a' * 61}</p>" + "<p>a</p>" * 10, "poem"),
        ("<p>a.</p>" * 3 + "<p>a</p>" * 7, "story"),
        ("<p>a!</p><p>b?</p>" + "<p>a</p>" * 7, "poem"),
        *((f"{STANZA * 2}{other}", "story") for other in ("<ul><li>a</li></ul>", TABLE, "<h2>a</h2>", "<h3>a</h3>")),
        *((f"{STANZA * 2}{other}", "story") for other in ("<h4>a</h4>", "<p class=MsoListX>a</p>")),
        (f"{STANZA * 2}<p class=MsoFootnoteText>a</p>", "story"),
        ("<div>the <i>elms</i><br>in <b>the</b> wind<br></div>" * 4, "poem"),
        ("<p>Question: a</p><p>Answer. b</p><p>C: c</p><p>Ateb: d</p>", "interview"),
        ("<p>Cwestiwn. a</p><p>A: b</p><p>Questions: c</p><p>Q d</p>", "story"),
        ("<h2>Why?</h2><h3>Who?</h3><p><b>When?</b></p><p><strong>Where?</strong></p>", "interview"),
        ("<h2>Why?</h2><h3>Who?</h3><p><b>When?</b></p><h4>Where?</h4>", "story"),
        (f"<p>Ann Bo Elm: {LONG}</p><p>Bo: {LONG}</p>" * 4, "interview"),
        (f"<p>we asked Ann: {LONG}</p><p>so said Bo: {LONG}</p>" * 4, "story"),
        (f"<p>Ann Bo Elm: {LONG}</p><p>Bo: {LONG}</p>" * 3 + f"<p>Ann: {LONG}</p>", "story"),
        ("".join(f"<p>{name}: {LONG}</p>" for name in "AABBCDEF"), "story"),
        ("".join(f"<p>{name}: {LONG}</p>" for name in "AABBCCDD"), "interview"),
    ],
)
def test_kind_is_guessed_from_the_form(html: str, kind: str) -> None:
    assert guess_kind(parse_body(html)) == kind


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("From Derby to Neath Port Talbot.", {"areas": ("derby", "neath")}),
        ("In Derbyshire. Neath is not it. Community begins here.", {}),
        ("Derby-like, non-Derby, Derbyx; York.", {}),
        ("Derby", {"areas": ("derby",)}),
        ("a Community-led, Xa; Community", {"principles": ("community",)}),
        ("A Community. (Community)", {}),
        ("It shows Community, and nothing else.", {"principles": ("community",)}),
    ],
)
def test_topics_are_those_that_the_text_names(text: str, topics: dict[str, tuple[str, ...]]) -> None:
    assert guess_topics(text, TOPICS) == topics
