"""Reads which campaigns were sent, and finds the text of each in the export."""

import csv
import posixpath
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from newsroom.importing.source import ImportRefusedError

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "campaigntitle", "campaignname", "name"),
    "subject": ("subject", "subjectline"),
    "preview": ("previewtext", "preheader"),
    "sender": ("fromname",),
    "sent": ("senddate", "sendtime", "sentdate", "senttime"),
    "status": ("status",),
    "id": ("webid", "id", "campaignid", "uniqueid"),
}
"""The names that Mailchimp gave the columns over the years, without blanks and in lower case."""
_TIMES = ("%b %d, %Y %I:%M %p", "%b %d, %Y", "%m/%d/%Y %H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M")


@dataclass(frozen=True)
class Campaign:
    """A campaign that was sent.

    Attributes:
        title: Its name in Mailchimp, which subscribers did not see.
        preview: What inboxes showed after the subject, if the list has it.
        sender: The name of its sender, if the list has it.
        sent: When it was sent, in the account's time.
        text: The member of the export that has its text; empty if it is not known.
        is_guess: The text was chosen from several by its number.
        missing: Why its text is not known.
        id: Its number in Mailchimp, if the list has it.
    """

    title: str
    subject: str
    preview: str
    sender: str
    sent: datetime
    text: str = ""
    is_guess: bool = False
    missing: str = ""
    id: str = ""

    @property
    def name(self) -> str:
        """Its title in Mailchimp, with the day: "Spring news, sent on 3 May 2024"."""
        return f"{self.title or self.subject}, sent on {self.sent.day} {self.sent:%B %Y}"


def read_campaigns(text: str, members: Iterable[str], today: date) -> tuple[tuple[Campaign, ...], int]:
    """The campaigns that were sent, the first one first, and how many texts are of others.

    Args:
        text: The list of campaigns, as CSV.
        members: The members of the export that have texts: "campaigns_content/123_spring-news.html".
        today: The day of the import. Campaigns that are scheduled for later were not sent.

    Raises:
        ImportRefusedError: It is not such a list.
    """
    try:
        rows = list(csv.DictReader(text.splitlines(keepends=True)))
    except csv.Error as error:
        raise ImportRefusedError("The list of campaigns, campaigns.csv, is damaged. Export it again.") from error
    columns = [_known_columns(row) for row in rows]
    if not rows or not {"subject", "sent"} <= columns[0].keys():
        what = "campaigns.csv has no campaigns, or not the columns “Subject” and “Send Date” of Mailchimp's export"
        raise ImportRefusedError(f"{what}. Has another program changed it? Export it again.")
    campaigns = [campaign for row in columns if (campaign := _campaign(row, today))]
    campaigns.sort(key=lambda campaign: (campaign.sent, campaign.subject, campaign.title))
    with_texts = _with_texts(campaigns, tuple(members))
    used = {_stem(campaign.text) for campaign in with_texts if campaign.text}
    return with_texts, len({_stem(member) for member in members} - used)


def _known_columns(row: Mapping[str | None, str | None]) -> dict[str, str]:
    folded = {re.sub(r"[^a-z]", "", (name or "").lower()): value or "" for name, value in row.items() if name}
    found: dict[str, str] = {}
    for column, names in _COLUMNS.items():
        if known := [name for name in names if name in folded]:
            found[column] = " ".join(folded[known[0]].split())
    return found


def _campaign(row: Mapping[str, str], today: date) -> Campaign | None:
    """The campaign of a row; None if it was not sent. Lists without a status have a date for what was sent."""
    sent = _time(row.get("sent", ""))
    if sent is None or sent.date() > today or row.get("status", "sent").lower() != "sent":
        return None
    title, subject, preview, sender = (row.get(name, "") for name in ("title", "subject", "preview", "sender"))
    return Campaign(title, subject, preview, sender, sent, id=row.get("id", ""))


def _time(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        pass
    for form in _TIMES:
        try:
            return datetime.strptime(text, form)
        except ValueError:
            continue
    return None


def _with_texts(campaigns: list[Campaign], members: tuple[str, ...]) -> tuple[Campaign, ...]:
    """Campaigns with their texts, by their number or by the title in the text's name.

    Campaigns with the same title get the texts with that name in order, if there are as many: numbers rise in time.
    """
    by_number: dict[str, str] = {}
    by_key: dict[str, list[str]] = defaultdict(list)
    for member in sorted(members, key=_order):
        stem = _stem(member)
        if by_number.setdefault(stem.partition("_")[0], stem) == stem and stem not in by_key[_key(stem)]:
            by_key[_key(stem)].append(stem)
    files = {_stem(member): member for member in sorted(members, key=_is_html)}
    groups: dict[str, list[int]] = defaultdict(list)
    for place, campaign in enumerate(campaigns):
        if campaign.id and campaign.id in by_number:
            campaigns[place] = replace(campaign, text=files[by_number[campaign.id]])
        else:
            groups[_text_key(campaign, by_key)].append(place)
    for key, places in groups.items():
        stems = by_key.get(key, [])
        for count, place in enumerate(places):
            if len(stems) == len(places):
                found = replace(campaigns[place], text=files[stems[count]], is_guess=len(stems) > 1)
            else:
                found = replace(campaigns[place], missing=_why_missing(len(stems), len(places)))
            campaigns[place] = found
    return tuple(campaigns)


def _why_missing(texts: int, campaigns: int) -> str:
    if not texts:
        return "The export has no text for it."
    which = f"The export has {texts} texts for {campaigns} campaigns with this title"
    return f"{which}: which is this one's cannot be known. Copy its text by hand."


def _text_key(campaign: Campaign, by_key: Mapping[str, list[str]]) -> str:
    """The key of a campaign's title among the texts, else of its subject; Mailchimp replaces letters with accents."""
    texts = [text for text in (campaign.title, campaign.subject) if text]
    keys = [key for text in texts for key in (_plain(text), _plain(unicodedata.normalize("NFKD", text)))]
    return next((key for key in keys if key in by_key), keys[0] if keys else "")


def _stem(member: str) -> str:
    return posixpath.splitext(posixpath.basename(member))[0]


def _key(stem: str) -> str:
    """What a text's name has of its campaign's title: "123_spring-news" is "springnews"."""
    return _plain(stem.partition("_")[2])


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


def _order(member: str) -> tuple[int, str]:
    number = _stem(member).partition("_")[0]
    return (int(number) if number.isascii() and number.isdigit() else 0, member)


def _is_html(member: str) -> bool:
    return not member.lower().endswith(".txt")
