"""A build that takes down a withdrawn item: nothing may keep it from being published.

What has errors is left out: content, the settings, a kind of output, the text of a page. Each is reported.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from newsroom.content.folders import site_file
from newsroom.content.withdrawals import Withdrawal
from newsroom.problems import ContentError, Problem
from newsroom.publish.build_context import TEMPLATE_FOLDER, BuildContext
from newsroom.publish.pages.page import Notice, WebPage
from newsroom.publish.site_folder.publish_anyway import PublishAnyway

_MARK = f'data-notice="{Notice.WITHDRAWN}"'


def must_publish(
    pages: Mapping[str, WebPage], withdrawn: Iterable[Withdrawal], site: Path, mode: PublishAnyway
) -> bool:
    """Whether a build has to take down an item.

    Args:
        pages: The pages by address.
        site: The folder with the last good site.
        mode: When such a build is published in spite of errors.
    """
    urls = {item.url for item in withdrawn if item.url is not None}
    noticed = {url for url, page in pages.items() if page.notice is Notice.WITHDRAWN}
    if mode is PublishAnyway.NEVER or not urls:
        return False
    if mode is PublishAnyway.ALWAYS or not site.is_dir():
        return bool(noticed)
    return not all(_has_notice(site, url) for url in noticed) or any(
        _has_page(site, url) for url in urls - pages.keys()
    )


def is_taken_down(html: str) -> bool:
    """Whether the HTML of a page says that its item was taken down."""
    return _MARK in html


def announce(context: BuildContext) -> tuple[str, ...]:
    """A line about each error in spite of which a build is published."""
    found = (problem for problem in context.log.problems if problem.stops_site)
    tolerated = (
        f"left out, since a withdrawn item must be taken down: {problem}"
        for problem in (*(context.tolerated or ()), *found)
    )
    emails = (f"this edition is published without its email: {problem}" for problem in context.log.email_errors)
    return tuple(dict.fromkeys((*tolerated, *emails)))


@contextmanager
def left_out_if_broken(context: BuildContext, what: str) -> Iterator[None]:
    """Report any exception in a part of a build that must be published. In other builds, raise it and name the part."""
    try:
        yield
    except Exception as error:
        if not context.must_publish:
            error.add_note(f"This happened while making {what}.")
            raise
        context.log.add_pending(*(error.problems if isinstance(error, ContentError) else [_problem(what, error)]))


def _problem(what: str, error: Exception) -> Problem:
    first_line = next(iter(str(error).splitlines()), "")
    fault = f"{what} could not be made ({type(error).__name__}: {first_line})"
    return Problem("part-left-out", TEMPLATE_FOLDER, None, fault, "ask a maintainer")


def _has_page(site: Path, url: str) -> bool:
    return (site / site_file(url)).exists()


def _has_notice(site: Path, url: str) -> bool:
    """Whether the last good site has the notice at an address. Without it, the item may be at another address."""
    return _has_page(site, url) and is_taken_down((site / site_file(url)).read_text(encoding="utf-8", errors="replace"))
