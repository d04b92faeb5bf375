"""The summary of a build: what it made, what to fix, and where to look."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from newsroom.content.types import TYPES, AnyType
from newsroom.english import count_things, format_day
from newsroom.problems import Problem

_MAX_WAITING = 10


def build_summary(
    types: Iterable[AnyType],
    pages: int,
    waiting: Mapping[str, date | None],
    problems: Sequence[Problem],
    places: Iterable[tuple[str, str]],
    base: str,
) -> str:
    """A few lines for a terminal.

    Args:
        types: The type of every document.
        pages: The number of all pages.
        waiting: The files that are not published yet, with the day on which they will be; a draft has None.
        places: The names and site paths of what to look at first.
        base: The start of their addresses.
    """
    counts = Counter((found.noun, found.plural) for found in types)
    order = dict.fromkeys((found.noun, found.plural) for found in TYPES)
    made = ((counts[names], *names) for names in order if counts[names])
    counted = ", ".join(f"{count} {noun if count == 1 else plural}" for count, noun, plural in made)
    look = (f"  {name:<15} {base}{path}" for name, path in places)
    made_line = f"Made {counted}: {pages} pages."
    return "\n".join([made_line, *_waiting_lines(waiting), *_problem_lines(problems), "Where to look:", *look])


def _waiting_lines(waiting: Mapping[str, date | None]) -> Iterator[str]:
    if waiting:
        yield f"{count_things(len(waiting), 'file')} not published yet, only in previews:"
    for path, day in islice(waiting.items(), _MAX_WAITING):
        yield f"  {path}: from {format_day(day)}" if day else f"  {path}: a draft"
    if len(waiting) > _MAX_WAITING:
        yield f"  and {len(waiting) - _MAX_WAITING} more"


def _problem_lines(problems: Sequence[Problem]) -> Iterator[str]:
    errors, email_errors = sum(p.stops_site for p in problems), sum(p.stops_email for p in problems)
    if errors:
        yield f"{count_things(errors, 'error')} to fix before publishing."
    if email_errors:
        yield f"{count_things(email_errors, 'error')} to fix before the email can be sent."
    warnings = len(problems) - errors - email_errors
    yield f"{count_things(warnings, 'warning')}." if warnings else "No warnings."
    yield from (f"  {problem}" for problem in problems)
