"""The list of campaigns says which were sent; each finds its text."""

from datetime import date, datetime

import pytest

from newsroom.importing.mailchimp.campaigns import Campaign, read_campaigns
from newsroom.importing.mailchimp.names import name_editions, title_editions
from newsroom.importing.source import ImportRefusedError
from tests.support.mailchimp import campaign_list

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("columns", "row", "sent"),
    [
        ("Title,Subject,Send Date", ("A", "B", "May 19, 2019 06:00 pm"), datetime(2019, 5, 19, 18, 0)),
        (
            "title,subject_line,send_time,status",
            ("A", "B", "2019-05-19T18:00:00+00:00", "sent"),
            datetime(2019, 5, 19, 18),
        ),
        ("Title,Subject,Send Date", ("A", "B", "5/19/2019 18:00"), datetime(2019, 5, 19, 18, 0)),
        ("title,subject_line,send_time,status", ("A", "B", "2019-05-19T18:00:00+00:00", "paused"), None),
        ("Title,Subject,Send Date", ("A", "B", ""), None),
        ("Title,Subject,Send Date", ("A", "B", "Nov 23, 2026 06:00 pm"), None),
    ],
)
def test_sent_campaigns_are_those_with_a_day_that_has_been(
    columns: str, row: tuple[str, ...], sent: datetime | None
) -> None:
    found, others = read_campaigns(campaign_list([row], columns.split(",")), ["c/1_a.html"], TODAY)
    assert [(each.title, each.subject, each.sent) for each in found] == ([("A", "B", sent)] if sent else [])
    assert others == (0 if sent else 1)


def read(*titles: str, members: str) -> list[str]:
    """The texts of campaigns with these titles, which were sent one after the other."""
    rows = [(title, f"Subject of {title}", f"May 0{day}, 2024 09:00 am") for day, title in enumerate(titles, 1)]
    found, _ = read_campaigns(campaign_list(rows, ("Title", "Subject", "Send Date")), members.split(), TODAY)
    return [each.missing[:20] or f"{each.text}{'?' if each.is_guess else ''}" for each in found]


@pytest.mark.parametrize(
    ("titles", "members", "texts"),
    [
        (("#24 George & Siân’s",), "1_-24-george-si-n-s.html", ["1_-24-george-si-n-s.html"]),
        (("Siân",), "1_sian.html", ["1_sian.html"]),
        (("Spring",), "9_subject-of-spring.html", ["9_subject-of-spring.html"]),
        (("Spring",), "1_spring.txt 1_spring.html", ["1_spring.html"]),
        (("News", "News"), "10_news.html 9_news.html", ["9_news.html?", "10_news.html?"]),
        (("News",), "10_news.html 9_news.html", ["The export has 2 text"]),
        (("News",), "10_other.html", ["The export has no te"]),
    ],
)
def test_text_is_found_by_the_title_in_its_name(titles: tuple[str, ...], members: str, texts: list[str]) -> None:
    assert read(*titles, members=members) == [text[:20] if text.startswith("The") else text for text in texts]


@pytest.mark.parametrize("text", ["", "Title,Subject,Send Date\n", "Email Address,Name\na@b.example,Ann\n"])
def test_other_lists_are_refused(text: str) -> None:
    with pytest.raises(ImportRefusedError, match=r"campaigns\.csv has no campaigns, or not the columns"):
        read_campaigns(text, [], TODAY)


def campaigns(*sent: str) -> list[Campaign]:
    """Campaigns that were sent at these times, with the subject "1st news", "2nd news"."""
    return [Campaign("T", "The news", "", "", datetime.fromisoformat(time)) for time in sent]


@pytest.mark.parametrize(
    ("sent", "present", "names"),
    [
        (("2024-05-03",), {}, ["2024-05"]),
        (("2024-05-03", "2024-05-20", "2024-06-01"), {}, ["2024-05-03", "2024-05-20", "2024-06"]),
        (("2024-05-03T09:00", "2024-05-03T10:00"), {}, ["2024-05-03-the-news", "2024-05-03-the-news-2"]),
        (("2024-05-03",), {"2024-05": None}, ["2024-05-03 2024-05"]),
        (("2024-05-03", "2024-05-20"), {"2024-05": date(2024, 5, 3)}, ["2024-05!", "2024-05-20"]),
        (("2024-05-03",), {"2024-05-garden": date(2024, 5, 3)}, ["2024-05-garden!"]),
        (
            ("2024-05-03T09:00", "2024-05-03T10:00"),
            {"2024-05-03-the-news": date(2024, 5, 3), "2024-05-03-the-news-2": date(2024, 5, 3)},
            ["2024-05-03-the-news!", "2024-05-03-the-news-2!"],
        ),
    ],
)
def test_editions_get_the_same_names_in_each_import(
    sent: tuple[str, ...], present: dict[str, date | None], names: list[str]
) -> None:
    found = name_editions(campaigns(*sent), present)
    assert [f"{each.name}{'!' if each.exists else ''} {each.other}".strip() for each in found] == names


def test_editions_with_the_same_subject_have_titles_that_differ() -> None:
    sent = campaigns("2024-05-03", "2024-06-20", "2024-06-21", "2024-07-01")
    titles = title_editions(sent, ["News", "News", "news", "Soup"])
    assert titles == ("News, May 2024", "News, 20 June 2024", "news, 21 June 2024", "Soup")
