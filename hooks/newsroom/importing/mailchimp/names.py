"""Names for the files of editions that were campaigns: the same ones in each import."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from newsroom.importing.mailchimp.campaigns import Campaign
from newsroom.importing.names import slug_for


@dataclass(frozen=True)
class EditionName:
    """The name of an edition's file, without its ending.

    Attributes:
        name: The name, like "2024-05".
        exists: The edition is there already: a file has its day in `sent`.
        other: The name that it would have if another edition did not have it; or nothing.
    """

    name: str
    exists: bool = False
    other: str = ""


def name_editions(campaigns: Iterable[Campaign], present: Mapping[str, date | None]) -> tuple[EditionName, ...]:
    """The name of each campaign's edition: its month, its day if the month has several, and words if the day has.

    Args:
        campaigns: All campaigns that were sent, so that names do not depend on what is imported.
        present: The editions in the folder, by the names of their files, with the day in ``sent``.
    """
    listed = list(campaigns)
    months = Counter(f"{campaign.sent:%Y-%m}" for campaign in listed)
    days = Counter(campaign.sent.date() for campaign in listed)
    used: set[str] = set()
    found: list[EditionName] = []
    for campaign in listed:
        day = campaign.sent.date()
        names = _possible_names(campaign)[0 if months[f"{day:%Y-%m}"] == 1 else 1 if days[day] == 1 else 2 :]
        own = [name for name in present if present[name] == day and name not in used]
        if days[day] > 1:
            own = [name for name in own if name in names]
        free = [name for name in names if name not in used and name not in present]
        chosen = EditionName(own[0], exists=True) if own else EditionName(free[0])
        if not own and names[0] in present:
            chosen = EditionName(free[0], other=names[0])
        used.add(chosen.name)
        found.append(chosen)
    return tuple(found)


def _possible_names(campaign: Campaign) -> list[str]:
    day = f"{campaign.sent:%Y-%m-%d}"
    words = slug_for(campaign.subject, campaign.title)
    with_words = f"{day}-{words if words[0].isalpha() else f'edition-{words}'}"
    return [f"{campaign.sent:%Y-%m}", day, with_words, *(f"{with_words}-{number}" for number in range(2, 100))]


def title_editions(campaigns: Iterable[Campaign], subjects: Iterable[str]) -> tuple[str, ...]:
    """A title for each campaign's edition: its subject, with the month or day if another one has the same subject."""
    listed = list(zip(campaigns, subjects, strict=True))
    same = Counter(subject.casefold() for _, subject in listed)
    months = Counter((subject.casefold(), f"{campaign.sent:%Y-%m}") for campaign, subject in listed)
    titles: list[str] = []
    for campaign, subject in listed:
        month, folded = f"{campaign.sent:%B %Y}", subject.casefold()
        day = f"{campaign.sent.day} " if months[folded, f"{campaign.sent:%Y-%m}"] > 1 else ""
        titles.append(f"{subject or 'Newsletter'}, {day}{month}" if same[folded] > 1 or not subject else subject)
    return tuple(titles)
