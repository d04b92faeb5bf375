"""The environment that the core does not access itself: the date, variables and the terminal.

A build without changes needs this module, so it imports only the smallest modules of the core.
"""

import logging
import os
import shutil
import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from newsroom.problems import SETTINGS_FILE, ContentError, Problem
from newsroom.publish.publish_anyway import PublishAnyway

_BRITAIN = ZoneInfo("Europe/London")


def today() -> date:
    """The date in Britain, from ``SOURCE_DATE_EPOCH`` or the clock.

    See https://reproducible-builds.org/specs/source-date-epoch/.
    Raises ContentError if that variable is not a number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError) as error:
        what = f"the environment's SOURCE_DATE_EPOCH is '{epoch}'"
        fix = "set it to seconds since 1970, or unset it"
        raise ContentError([Problem("source-date-invalid", SETTINGS_FILE, None, what, fix)]) from error
    return now.astimezone(_BRITAIN).date()


def hides_expired() -> bool:
    """Whether a build hides items whose consent has expired (``NEWSROOM_ON_EXPIRED=hide``), or fails (``fail``).

    Raises ContentError if that variable has another value.
    """
    wanted = os.environ.get("NEWSROOM_ON_EXPIRED") or "fail"
    if wanted not in ("fail", "hide"):
        what = f"the environment's NEWSROOM_ON_EXPIRED is '{wanted}'"
        raise ContentError([Problem("setting-invalid", SETTINGS_FILE, None, what, "set it to fail or hide")])
    return wanted == "hide"


def publish_anyway() -> PublishAnyway:
    """When a withdrawn item is taken down in spite of errors, from ``NEWSROOM_WITHDRAWALS``: auto, always or never."""
    value = os.environ.get("NEWSROOM_WITHDRAWALS", "")
    return PublishAnyway(value) if value in {*PublishAnyway} else PublishAnyway.AUTO


def report_published(errors: Iterable[str], *, is_incomplete: bool) -> None:
    """Log the errors in spite of which a site was published, and tell the workflow in which this runs, if any.

    MkDocs' own log is not used, because a strict build fails if that has errors.

    See https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-output-parameter.
    """
    for error in errors:
        logging.getLogger("newsroom").error("ERROR: %s", error)
    if outputs := os.environ.get("GITHUB_OUTPUT"):
        with Path(outputs).open("a", encoding="utf-8") as file:
            file.write(f"incomplete={is_incomplete}\n".lower())


def terminal_width() -> int:
    """The width of the terminal in characters; 160 where the output goes elsewhere."""
    return shutil.get_terminal_size((160, 24)).columns if sys.stdout.isatty() else 160


def is_colour_wanted() -> bool:
    """Whether the output is a terminal and colours are not disabled (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
