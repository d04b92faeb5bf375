"""Compares the content with an earlier state, to find what readers and subscribers would lose or not learn."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from newsroom.check.changes.feed_news import check_feed_news, check_sent_editions
from newsroom.check.changes.lost_addresses import check_published
from newsroom.problems import SETTINGS_FILE, ContentError, Problem, sort_problems
from newsroom.read import load_content
from newsroom.site_settings import site_settings


class UnknownRevision(Exception):  # noqa: N818
    """An earlier state of the content is not available. The message says why."""


def find_lost(root: Path, earlier: Path, values: object, earlier_values: object, today: date) -> tuple[Problem, ...]:
    """Find public addresses and feed ids that would be lost, and what feeds would not tell, sorted by file and line.

    Args:
        earlier: A folder with the content folders as they were.
        values: The settings as they are in mkdocs.yml.
        earlier_values: The settings as they were; None if they are not known.
        today: The day that decides what is public.

    Finds nothing if the settings have errors, which are reported elsewhere. Finds nothing either if the site's address
    and the authority of its ids are both new: then it is another network's site, and nothing was public yet.
    """
    try:
        settings = site_settings(values, root)
    except ContentError:
        return ()
    earlier_settings = earlier_values if isinstance(earlier_values, Mapping) else {}
    authority = earlier_settings.get("tag_authority", settings.tag_authority)
    problems: list[Problem] = []
    if authority != settings.tag_authority:
        if earlier_settings.get("site_url", settings.site_url) != settings.site_url:
            return ()
        what = "with a new `extra: newsroom: tag_authority` subscribers would see every item again as new"
        problems.append(Problem("feed-authority-changed", SETTINGS_FILE, None, what, f"write '{authority}' as before"))
    languages = settings.languages
    before, now = load_content(earlier, languages), load_content(root, languages)
    problems += check_published(before, now, settings, today)
    problems += check_sent_editions(before, now)
    lost = {problem.path for problem in problems}  # a renamed file that has lost its id is not new
    news = check_feed_news(before, now, settings, today)
    problems += (problem for problem in news if problem.path not in lost)
    return sort_problems(problems)
