"""The summary of a build: what it made, what to fix, and where to look."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from newsroom.content.types import TYPES, AnyType
from newsroom.problems import Problem


def build_summary(
    types: Iterable[AnyType], pages: int, problems: Sequence[Problem], places: Iterable[tuple[str, str]], base: str
) -> str:
    """A few lines for a terminal.

    Args:
        types: The type of every document.
        pages: The number of all pages.
        problems: The errors and warnings of the build.
        places: The names and site paths of what to look at first.
        base: The start of their addresses.
    """
    counts = Counter((found.noun, found.plural) for found in types)
    order = dict.fromkeys((found.noun, found.plural) for found in TYPES)
    counted = ", ".join(_count(counts[names], *names) for names in order if counts[names])
    look = (f"  {name:<15} {base}{path}" for name, path in places)
    return "\n".join([f"Made {counted}: {pages} pages.", *_problem_lines(problems), "Where to look:", *look])


def _problem_lines(problems: Sequence[Problem]) -> Iterator[str]:
    errors, email_errors = sum(p.stops_site for p in problems), sum(p.stops_email for p in problems)
    if errors:
        yield f"{_count(errors, 'error', 'errors')} to fix before publishing."
    if email_errors:
        yield f"{_count(email_errors, 'error', 'errors')} to fix before the email can be sent."
    yield f"{_count(len(problems) - errors - email_errors, 'warning', 'warnings')}."
    yield from (f"  {problem}" for problem in problems)


def _count(number: int, one: str, many: str) -> str:
    return f"{number or 'No'} {one if number == 1 else many}"
