"""The title, the author and the day are found where a text says them, and taken out of it."""

from datetime import date

import pytest

from newsroom.importing.clues import Clues, take_clues
from newsroom.importing.source import NoteLog
from newsroom.importing.tree import inner_html, parse_body

REST = "<p>Some words.</p>"


@pytest.mark.parametrize(
    ("html", "title", "author", "day"),
    [
        (f"<h2>A title</h2>{REST}", "A title", None, None),
        (f"<p>By Ann Archer</p><h1>A title</h1><p>Posted on Friday, 3rd May 2024</p>{REST}",
         "A title", "Ann Archer", date(2024, 5, 3)),
        (f"{REST}<p>Gan Siân ap Huw – 12 Mawrth 2024</p>", None, "Siân ap Huw", date(2024, 3, 12)),
        (f"<p>3 May 2022 by Jo Elm</p>{REST}", None, "Jo Elm", date(2022, 5, 3)),
        *((f"<p>3 May 2022{sign} by Jo Elm</p>{REST}", None, "Jo Elm", date(2022, 5, 3)) for sign in ",|–—·"),
        (f"<p>Posted on May 3, 2022 | By Jo Elm</p>{REST}", None, "Jo Elm", date(2022, 5, 3)),
        (f"<p>Written by: Jo van der Berg.</p>{REST}", None, "Jo van der Berg", None),
        (f"<p>May 3, 2024</p><p>10:32</p>{REST}", None, None, date(2024, 5, 3)),
        (f"<p>Words by Bo and Jo Elm | 3 May 2022</p>{REST}", None, "Bo and Jo Elm", date(2022, 5, 3)),
        (f"<p>Author: Ann Archer · 3 May 2022.</p>{REST}", None, "Ann Archer", date(2022, 5, 3)),
        (f"<p>Awdur: Siân ab Owain</p><p>Cyhoeddwyd ar: 12 Mawrth 2024.</p>{REST}",
         None, "Siân ab Owain", date(2024, 3, 12)),
        (f"<p>Updated: 3 May 2023</p><p>9.05 pm</p>{REST}", None, None, date(2023, 5, 3)),
        (f"<p>Date 3 May 2023</p>{REST}", None, None, date(2023, 5, 3)),
        (f"<p>First published on 3 May 2023</p><p>BLOG BY O'Neil Archer-Elm</p>{REST}",
         None, "O'Neil Archer-Elm", date(2023, 5, 3)),
        (f"<p>3 Mai 2022 | Gan: Jo de der Elm.</p>{REST}", None, "Jo de der Elm", date(2022, 5, 3)),
        *((f"<p>{said} Jo Elm</p>{REST}", None, "Jo Elm", None) for said in (
            "By", "by:", "Written by", "Words by", "Story by:", "Blog by", "Text by", "Author:",
            "Gan", "gan:", "Ysgrifennwyd gan:", "Awdur:")),
        *((f"<p>By Jo {word} Elm</p>{REST}", None, f"Jo {word} Elm", None)
          for word in ("van", "von", "de", "der", "ap", "ab", "of", "and", "&")),
        *((f"<p>{said} 3 May 2022 by: Jo Elm</p>{REST}", None, "Jo Elm", date(2022, 5, 3))
          for said in ("Posted", "Published on", "Written on:", "posted:")),
        *((f"<p>{said} 3 May 2023</p>{REST}", None, None, date(2023, 5, 3)) for said in (
            "Published", "First posted on", "Written:", "Date", "Updated on:", "Cyhoeddwyd ar", "Dyddiad:")),
    ],
)  # fmt: skip
def test_lines_about_the_text_are_taken(html: str, title: str | None, author: str | None, day: date | None) -> None:
    body = parse_body(html)
    log = NoteLog()
    clues = take_clues(body, Clues(), log)
    assert (clues.title, clues.author, clues.day) == (title, author, day)
    assert inner_html(body) == REST
    assert len(log.notes) == sum(value is not None for value in (author, day)) - any(
        mark in html for mark in ("–", "2022")
    )


@pytest.mark.parametrize(
    "html",
    [
        "<p>By the river we sat.</p>",
        "<p>By Ann</p>",
        "<p>By Ann Archer, who lives in Derby</p>",
        "<p>In May 2024</p>",
        "<p>3 May 2022 by the river</p>",
        f"<h1>One</h1>{REST}<h1>Two</h1>".replace("<h1>", "<p>").replace("</h1>", "</p>"),
    ],
)
def test_other_lines_stay(html: str) -> None:
    body = parse_body(html)
    assert take_clues(body, Clues(), NoteLog()) == Clues()
    assert inner_html(body) == html


@pytest.mark.parametrize(
    ("html", "clues", "rest"),
    [
        ("<h1> </h1><p>a</p><h1>One</h1>", Clues("One"), "<h1> </h1><p>a</p>"),
        ("<h1>One</h1><p>a</p><h1>Two</h1>", Clues("One"), "<p>a</p><h1>Two</h1>"),
        ("<p>a</p><h1>One</h1><h1>Two</h1>", Clues(), "<p>a</p><h1>One</h1><h1>Two</h1>"),
        ("<h2><img>One</h2>", Clues(), "<h2><img>One</h2>"),
        ("<p class=MsoTitle> </p><p class=MsoTitle>One</p><h1>b</h1>", Clues("One"), "<p> </p><h1>b</h1>"),
        ("<div class='x title y'>One</div><div class=subtitle>b</div>", Clues("One"), "<div>b</div>"),
        ("<p class=MsoSubtitle>One</p><p>b</p>", Clues(None, "One"), "<p>b</p>"),
        ("<p>a</p>" * 5 + "<p>3 May 2022</p><p>b</p>", Clues(day=date(2022, 5, 3)), "<p>a</p>" * 5 + "<p>b</p>"),
        ("<p>a</p>" * 6 + "<p>3 May 2022</p>" + "<p>b</p>" * 3, Clues(), None),
        (
            "<p>a</p>" * 9 + "<p>3 May 2022</p><p>b</p><p>b</p>",
            Clues(day=date(2022, 5, 3)),
            "<p>a</p>" * 9 + "<p>b</p>" * 2,
        ),
        ("<ul><li>3 May 2022</li></ul>", Clues(), None),
        ("<h2>b</h2><h2>3 May 2022</h2><p>c</p>", Clues("b", day=date(2022, 5, 3)), "<p>c</p>"),
        ("<p>By Ann Archer</p><p>By Bo Elm</p>", Clues(author="Ann Archer"), "<p>By Bo Elm</p>"),
        ("<p>3 May 2022</p><p>4 May 2022</p>", Clues(day=date(2022, 5, 3)), "<p>4 May 2022</p>"),
        ("<p>3 May 2022</p><p>4 May 2023 by Ann Archer</p>", Clues(author="Ann Archer", day=date(2022, 5, 3)), ""),
        ("<p>3 May 2022</p><p>10:32 came and went</p>", Clues(day=date(2022, 5, 3)), "<p>10:32 came and went</p>"),
        ("<p>By ann Archer</p>", Clues(), None),
        ("<p>By Ann Archer and 3 others</p>", Clues(), None),
        ("<p>By Ann Archer, soon</p>", Clues(), None),
    ],
)
def test_each_is_taken_from_its_place(html: str, clues: Clues, rest: str | None) -> None:
    body = parse_body(html)
    assert take_clues(body, Clues(), NoteLog()) == clues
    for element in body.iter("p", "div"):
        element.attrib.pop("class", None)
    assert inner_html(body) == (html if rest is None else rest)


def test_what_is_known_is_not_looked_for() -> None:
    body = parse_body("<h2>A heading</h2><p>By Ann Archer</p>")
    known = take_clues(body, Clues(title="Known", author="Bo Elm", day=date(2024, 1, 1)), NoteLog())
    assert (known.title, known.author, inner_html(body)) == (
        "Known",
        "Bo Elm",
        "<h2>A heading</h2><p>By Ann Archer</p>",
    )
