"""Links that are alone in their paragraph are cards on pages and in emails, and links in feeds and the search."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from lxml.html import HtmlElement, document_fromstring

from tests.support import TODAY, open_newsroom, small_newsroom
from tests.support.images import picture
from tests.support.items import SUMMARY, event, newsletter, story, vacancy
from tests.support.rendering import body, written

EDITION = "newsletters/2024-03.md"
PLAIN = {
    "a part of a page": "[Her story](../stories/maggie.md#later)",
    "in a sentence": "See [her story](../stories/maggie.md).",
    "two links": "[Her story](../stories/maggie.md) [again](../stories/maggie.md)",
    "a button": "[Her story](../stories/maggie.md){ .button }",
    "a list item": "- [Her story](../stories/maggie.md)",
    "a quotation": "> [Her story](../stories/maggie.md)",
    "a list": "[All stories](../stories/index.md)",
    "another site": "[Elsewhere](https://oak.example/)",
    "a picture": "[![A tree](../stories/tree.jpg)](../stories/maggie.md)",
}


def site_with(root: Path, text: str) -> tuple[HtmlElement, dict[str, bytes]]:
    """The page of an edition with a text, and what else the site has."""
    files: dict[str, str | bytes] = {
        **small_newsroom(),
        EDITION: newsletter(f"## Now\n\n{text}\n\n## Later\n\nWords."),
        "stories/maggie.md": story(
            "## Later\n\nMore.",
            title="Maggie <3",
            summary="How she began.",
            image={"src": "tree.jpg", "alt": "A tree"},
        ),
        "stories/tree.jpg": picture(form="JPEG"),
    }
    build = open_newsroom(root, files)
    return body(build, EDITION), dict(written(build))


def cards(root: HtmlElement) -> list[str]:
    """The words of each card on a page or in an email."""
    found = (each for each in root.iter() if {"nw-linkcard", "card"} & set((each.get("class") or "").split()))
    return [" | ".join(" ".join(words.split()) for words in card.itertext() if words.strip()) for card in found]


def test_lone_link_is_a_card_and_stays_a_link_in_feeds(tmp_path: Path) -> None:
    page, files = site_with(tmp_path, "[Her story](../stories/maggie.md)")
    email = document_fromstring(files["newsletters/2024-03/email/generic.html"])
    expected = ["News | Maggie <3 | How she began. | Read the story"]
    assert [cards(page), cards(email)] == [expected, expected]
    assert "https://elm.example/stories/tree.jpg.email.jpg" in [image.get("src") for image in email.iter("img")]
    assert "stories/tree.jpg.email.jpg" in files
    text = files["newsletters/2024-03/email/generic.txt"].decode()
    assert "Maggie <3 [1]" in text
    assert "How she began." in text
    feed = files["newsletters/feed.xml"].decode()
    assert '<a href="https://elm.example/stories/maggie/">Her story</a>' in feed
    assert "How she began" not in feed


def test_card_of_an_event_says_when_and_where(tmp_path: Path) -> None:
    gathering = event(
        starts="2026-12-10 10:00", ends="2026-12-10 15:30", online="Zoom", place="Elm House", status="postponed"
    )
    files = {
        **small_newsroom(),
        EDITION: newsletter("## Now\n\n[It](../docs/events/a.md)\n"),
        "docs/events/a.md": gathering,
    }
    build = open_newsroom(tmp_path, files)
    email = document_fromstring(dict(written(build))["newsletters/2024-03/email/generic.html"])
    when = "Thursday 10 December 2026, 10am to 3:30pm | Elm House, and online"
    expected = [f"Event · Postponed | A gathering | {when} | {SUMMARY} | See the event"]
    assert [cards(body(build, EDITION)), cards(email)] == [expected, expected]


@pytest.mark.parametrize(
    ("closes", "when"), [(TODAY, "Closes at"), (TODAY - timedelta(days=1), "This vacancy closed at")]
)
def test_card_of_a_vacancy_says_that_it_is_closed(tmp_path: Path, closes: date, when: str) -> None:
    files = {
        **small_newsroom(),
        EDITION: newsletter("## Now\n\n[It](../docs/vacancies/a.md)\n"),
        "docs/vacancies/a.md": vacancy(closes=closes.isoformat()),
    }
    build = open_newsroom(tmp_path, files)
    email = document_fromstring(dict(written(build))["newsletters/2024-03/email/generic.html"])
    found = (*cards(body(build, EDITION)), *cards(email))
    assert [f"| {when} the end of " in card for card in found] == [True, True]


def test_other_links_stay_links(tmp_path: Path) -> None:
    page, files = site_with(tmp_path, "\n\n".join(f"## Link in {name}\n\n{text}" for name, text in PLAIN.items()))
    email = document_fromstring(files["newsletters/2024-03/email/generic.html"])
    assert [cards(page), cards(email)] == [[], []]
