"""The environment that the core does not access itself: the date, variables and the terminal.

A build without changes needs this module, so it imports only the smallest modules of the core.
"""

import logging
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from newsroom.content.time_zone import TIME_ZONE
from newsroom.problems import SETTINGS_FILE, Problem
from newsroom.publish.site_folder.publish_anyway import PublishAnyway


@dataclass(frozen=True)
class Variables:
    """The settings of a build from environment variables.

    Attributes:
        today: The date in Britain, from ``SOURCE_DATE_EPOCH`` or the clock.
            See https://reproducible-builds.org/specs/source-date-epoch/.
        hides_expired: Whether a build hides items whose consent has expired (``NEWSROOM_ON_EXPIRED=hide``), or fails
            (``fail``).
        publish_anyway: When a withdrawn item is taken down in spite of errors, from ``NEWSROOM_WITHDRAWALS``: auto,
            always or never.
        faults: The errors in these variables, for which the values above are safe substitutes.
    """

    today: date
    hides_expired: bool
    publish_anyway: PublishAnyway
    faults: tuple[Problem, ...]


def read_variables() -> Variables:
    """Read the environment variables."""
    faults: list[Problem] = []
    return Variables(
        today=_today(faults),
        hides_expired=_choice("NEWSROOM_ON_EXPIRED", ("fail", "hide"), faults, substitute="hide") == "hide",
        publish_anyway=PublishAnyway(_choice("NEWSROOM_WITHDRAWALS", tuple(PublishAnyway), faults, substitute="auto")),
        faults=tuple(faults),
    )


def _today(faults: list[Problem]) -> date:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.now(UTC)
    try:
        now = datetime.fromtimestamp(int(epoch), UTC) if epoch else now
    except (ValueError, OverflowError, OSError):
        what = f"the environment's SOURCE_DATE_EPOCH is '{epoch}'"
        fix = "set it to seconds since 1970, or unset it"
        faults.append(Problem("source-date-invalid", SETTINGS_FILE, None, what, fix))
    return now.astimezone(TIME_ZONE).date()


def _choice(name: str, choices: Sequence[str], faults: list[Problem], *, substitute: str) -> str:
    """The value of a variable; by default the first choice."""
    value = os.environ.get(name) or choices[0]
    if value in choices:
        return value
    what, fix = f"the environment's {name} is '{value}'", f"set it to {', '.join(choices[:-1])} or {choices[-1]}"
    faults.append(Problem("setting-invalid", SETTINGS_FILE, None, what, fix))
    return substitute


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


def program_name(path: str) -> str:
    """What to type for a program that was started by its path: its name, if that starts the same file."""
    name = Path(path).name
    found = shutil.which(name)
    return name if found and Path(found).absolute() == Path(path).absolute() else path


def terminal_width() -> int:
    """The width of the terminal in characters; 160 where the output goes elsewhere."""
    return shutil.get_terminal_size((160, 24)).columns if sys.stdout.isatty() else 160


def can_ask() -> bool:
    """Whether somebody at a terminal can answer questions."""
    return sys.stdin.isatty()


def is_colour_wanted() -> bool:
    """Whether the output is a terminal and colours are not disabled (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
