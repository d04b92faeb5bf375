"""The list of campaigns says which were sent; each finds its text."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from newsroom.importing.mailchimp.campaigns import Campaign, read_campaigns
from newsroom.importing.mailchimp.names import EditionName, name_editions, title_editions
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


@pytest.mark.parametrize(
    ("columns", "row", "expected"),
    [
        (
            "Campaign Title,Subject Line,Preview Text,From Name,Sent Date,Web ID",
            " A  b , S , P , F ,2024-05-03 10:00,7",
            Campaign("A b", "S", "P", "F", datetime(2024, 5, 3, 10), id="7"),
        ),
        (
            "Campaign_Name,subject,preheader,fromname,Sent Time,Status,Campaign ID",
            "A,S,P,F,2024-05-03 10:00:30,SENT,8",
            Campaign("A", "S", "P", "F", datetime(2024, 5, 3, 10, 0, 30), id="8"),
        ),
        (
            "name,title,subject,Send Time,Unique Id,id",
            'B,A,S,"May 3, 2024",u9,9',
            Campaign("A", "S", "", "", datetime(2024, 5, 3), id="9"),
        ),
        ("title,subject,senddate", "A,S,2026-11-22", Campaign("A", "S", "", "", datetime(2026, 11, 22))),
    ],
)
def test_columns_have_the_names_of_many_years(columns: str, row: str, expected: Campaign) -> None:
    found, others = read_campaigns(f"{columns}\n{row}\n", [], TODAY)
    assert found == (replace(expected, missing="The export has no text for it."),)
    assert others == 0


def test_text_is_found_by_the_number_of_the_campaign() -> None:
    rows = [("News", "S", f"2024-05-0{day}", number) for day, number in ((3, "9"), (2, "11"), (1, "10"))]
    members = ["c/10_x.html", "c/9_news.HTML", "c/9_news.txt", "c/9_other.html", "c/8_.txt", "c/x_news.html"]
    found, others = read_campaigns(campaign_list(rows, ("Title", "Subject", "Send Date", "Web ID")), members, TODAY)
    assert [(each.id, each.text, each.is_guess) for each in found] == [
        ("10", "c/10_x.html", False),
        ("11", "", False),
        ("9", "c/9_news.HTML", False),
    ]
    assert found[1].missing == (
        "The export has 2 texts for 1 campaigns with this title: which is this one's cannot be known. "
        "Copy its text by hand."
    )
    assert others == 3


def test_campaigns_are_in_the_order_of_their_times_subjects_and_titles() -> None:
    rows = [
        ("b", "S", "2024-05-01"),
        ("a", "S", "2024-05-01"),
        ("c", "R", "2024-05-01"),
        ("d", "Z", "2023-05-01"),
        ("", "Sub", "2024-06-01"),
    ]
    found, _ = read_campaigns(campaign_list(rows, ("Title", "Subject", "Send Date")), [], TODAY)
    assert [each.name for each in found] == [
        "d, sent on 1 May 2023",
        *(f"{name}, sent on 1 May 2024" for name in "cab"),
        "Sub, sent on 1 June 2024",
    ]


def test_list_with_a_broken_line_is_refused() -> None:
    with pytest.raises(ImportRefusedError, match="is damaged"):
        read_campaigns(f"Title,Subject,Send Date\n{'a' * 200_000},b,c\n", [], TODAY)


def test_lines_in_a_field_are_one_field() -> None:
    found, _ = read_campaigns('Title,Subject,Send Date\nA,"S\nT",2024-05-01\n', [], TODAY)
    assert [each.subject for each in found] == ["S T"]


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
    titles = title_editions([*sent, *campaigns("2024-08-01")], ["News", "News", "news", "Soup", ""])
    assert titles == (
        *("News, May 2024", "News, 20 June 2024", "news, 21 June 2024", "Soup", "Newsletter, August 2024"),
    )


def test_editions_of_one_day_have_the_words_of_their_subjects() -> None:
    first, second, third = campaigns("2024-05-03T09:00", "2024-05-03T10:00", "2024-05-03T11:00")
    sent = [replace(first, subject="1st news"), replace(second, subject="?", title="Tea"), third]
    present = {"2024-05-03-tea": date(2024, 5, 3), "2024-05": date(2024, 5, 3), "2024-05-03-the-news": None}
    assert name_editions(sent, present) == (
        EditionName("2024-05-03-edition-1st-news"),
        EditionName("2024-05-03-tea", exists=True),
        EditionName("2024-05-03-the-news-2", other="2024-05-03-the-news"),
    )
