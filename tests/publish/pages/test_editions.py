"""Several editions a month: each at its own address, in their order, with its date where its title has none."""

from pathlib import Path
from typing import cast

import pytest
from lxml import html
from lxml.html import HtmlElement

from newsroom.content.document import Document
from newsroom.content.outline import Outline
from newsroom.content.types.newsletter import NEWSLETTER, Newsletter
from newsroom.publish.pages.labels import date_missing_in_title
from newsroom.translations import Translations
from tests.support import SETTINGS, open_newsroom, problems_in, small_newsroom
from tests.support.emails import email_of
from tests.support.feeds import ids_in, walk
from tests.support.items import newsletter
from tests.support.rendering import body, published, words

NAMES = ("2023-11", "2023-12", "2023-12-05", "2023-12-05-extra", "2023-12-special", "2024-01")


def files_of(**editions: str) -> dict[str, str]:
    """A newsroom with these editions alone."""
    files = small_newsroom()
    del files["newsletters/2024-03.md"]
    return {**files, **editions}


def month() -> dict[str, str]:
    """A newsroom with several editions of one month; one says on which day it came out."""
    dates = {"2023-12-special": "2023-12-20"}
    return files_of(
        **{
            f"newsletters/{name}.md": newsletter(title=f"Of {name}", subject=name, date=dates.get(name))
            for name in NAMES
        }
    )


def test_editions_of_a_month_follow_each_other_by_their_days(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, month())
    urls = {page.url for page in build.site.pages if page.document and page.document.type is NEWSLETTER}
    assert urls == {f"newsletters/{name}/" for name in NAMES}
    listed = body(build, "newsletters/index.md")
    assert [words(title) for title in listed.iter("h2", "h3") if title.find("a") is not None] == [
        *("2024-01", "2023-12-special", "2023-12-05-extra", "2023-12-05", "2023-12", "2023-11")
    ]
    (found,) = body(build, "newsletters/2023-12-special.md").find_class("nw-neighbours")
    assert [link.get("href") for link in found.iter("a")] == ["/newsletters/2023-12-05-extra/", "/newsletters/2024-01/"]


def test_each_edition_has_an_id_and_an_email_of_its_own(tmp_path: Path) -> None:
    written = published(tmp_path, month())
    ids = [found for _, root in walk(written) for found in ids_in(root) if ":newsletter/" in found]
    assert sorted(ids) == [f"tag:elm.example,2026:newsletter/{name}" for name in NAMES]
    assert {path for path in written if path.endswith("/newsletter.eml")} == {
        f"newsletters/{name}/email/newsletter.eml" for name in NAMES
    }


@pytest.mark.parametrize(
    ("name", "date", "problem"),
    [
        ("2023-12", "2023-12-05", None),
        ("2023-12", "2023-12", None),
        ("2023-12-05", "2023-12-05", None),
        ("2023-12-05", "2023-12-06", "`date` is 2023-12-06, but the file is the edition of 2023-12-05"),
        ("2023-12-05", "2023-12", "`date` is 2023-12, but the file is the edition of 2023-12-05"),
        ("2023-12-special", "2023-12-20", None),
        ("2023-12-special", "2024-01-02", "`date` is 2024-01-02, but the file is the edition of 2023-12"),
    ],
)
def test_date_must_be_within_that_of_the_file_name(tmp_path: Path, name: str, date: str, problem: str | None) -> None:
    found = problems_in(tmp_path, files_of(**{f"newsletters/{name}.md": newsletter(date=date)}))
    assert [fault.what for fault in found] == ([problem] if problem else [])


@pytest.mark.parametrize(
    ("title", "date", "lang", "expected"),
    [
        ("Our winter news", "2023-12", "en", "December 2023"),
        ("Our winter news", "2023-12-05", "en", "5 December 2023"),
        ("Newsletter, December 2023", "2023-12", "en", None),
        ("DECEMBER’S NEWS · 2023", "2023-12", "en", None),
        ("News of the 5th of December, 2023", "2023-12-05", "en", None),
        ("Newsletter, December 2023", "2023-12-05", "en", "5 December 2023"),
        ("December news", "2023-12", "en", "December 2023"),
        ("Our winter news of 2023", "2023-12", "en", "December 2023"),
        ("Newyddion y gaeaf", "2023-12", "cy", "Rhagfyr 2023"),
        ("Cylchlythyr, Rhagfyr 2023", "2023-12", "cy", None),
    ],
)
def test_date_is_shown_if_title_lacks_it(title: str, date: str, lang: str, expected: str | None) -> None:
    given = {"title": title, "date": date, "summary": "S", "subject": "S", "preheader": "P", "from": "Ada"}
    front = Newsletter.model_validate(given)
    edition = Document(NEWSLETTER, "newsletters/2023-12.md", "2023-12", lang, "", front, Outline())
    assert date_missing_in_title(edition, Translations(lang)) == expected


@pytest.mark.parametrize(("title", "is_shown"), [("Our winter news", True), ("Newsletter, March 2024", False)])
def test_page_email_and_senders_page_show_date(tmp_path: Path, title: str, is_shown: bool) -> None:
    edition = newsletter(title=title)
    files = files_of(**{"newsletters/2024-03.md": edition})
    page = body(open_newsroom(tmp_path / "page", files), "newsletters/2024-03.md")
    kicker = f"{title} · March 2024" if is_shown else title
    (above,) = page.find_class("nw-kicker")
    assert words(above) == kicker
    assert [time.get("datetime") for time in above.iter("time")] == ["2024-03"] * is_shown

    email = email_of(tmp_path / "email", edition)
    (above,) = cast("HtmlElement", html.document_fromstring(email.html)).find_class("kicker")
    assert words(above) == kicker
    assert f"\n{kicker}\nNEWS\nA note from" in email.text

    tools = published(tmp_path / "tools", files, settings={**SETTINGS, "mail_tools": ["notify"]})
    assert f"{kicker}\n\n# News\n\nA note from" in tools["newsletters/2024-03/email/notify.txt"].decode()
    sender = html.document_fromstring(tools["newsletters/2024-03/email/index.html"].decode())
    assert ("2024-03" in [time.get("datetime") for time in sender.iter("time")]) == is_shown


def page_of(root: Path, text: str) -> HtmlElement:
    """The page of an edition with a text."""
    files = files_of(**{"newsletters/2024-01.md": newsletter(text)})
    return body(open_newsroom(root, files), "newsletters/2024-01.md")


def test_contents_have_the_parts_of_each_section(tmp_path: Path) -> None:
    text = "## Hello\n\nWords of hello.\n\n### Figures\n\n- One\n\n## Events\n\nA walk in May."
    root = page_of(tmp_path, text)
    (contents,) = root.find_class("nw-contents")
    assert [(link.get("href"), words(link)) for link in contents.iter("a")] == [
        ("#hello", "Hello"),
        ("#figures", "Figures"),
        ("#events", "Events"),
    ]
    assert [words(found) for found in contents.find_class("nw-contents__opening")] == ["A walk in May."]
    assert root.find_class("nw-jump")


def test_edition_with_two_headings_has_no_contents(tmp_path: Path) -> None:
    text = "## Hello\n\nWords.\n\n## Events\n\nA walk in May."
    root = page_of(tmp_path, text)
    assert not root.find_class("nw-contents") + root.find_class("nw-jump")
