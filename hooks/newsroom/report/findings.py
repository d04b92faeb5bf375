"""The errors, warnings and advice of a check, which all reports show."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby

from newsroom.codes import Severity
from newsroom.english import count_things
from newsroom.problems import Problem, sort_problems

_READABLE = 60
_SHOWN = 3
_SHOWN_ERRORS = 10


@dataclass(frozen=True)
class Findings:
    """The errors and warnings of one check, sorted by file and line, without duplicates.

    ``checked`` says how much was checked, like "61 pages checked"; "" if errors prevented counting.
    """

    problems: tuple[Problem, ...]
    checked: str = ""

    @classmethod
    def from_problems(cls, problems: Iterable[Problem], checked: str = "") -> "Findings":
        """Findings from errors and warnings in any order."""
        return cls(sort_problems(problems), checked)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The errors, which stop the site from being published or an email from being sent."""
        return tuple(problem for problem in self.problems if problem.is_error)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The warnings, which stop nothing."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.WARNING)

    @property
    def advice(self) -> tuple[Problem, ...]:
        """The advice on wording."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ADVICE)

    def with_advice_on(self, paths: Collection[str]) -> "Findings":
        """The findings without the advice on other files than these."""
        kept = (found for found in self.problems if found.severity is not Severity.ADVICE or found.path in paths)
        return Findings(tuple(kept), self.checked)

    @property
    def first_of_each(self) -> "Findings":
        """The findings; if there are very many, only the first of each code: three, or ten of an error."""
        if len(self.problems) <= _READABLE:
            return self
        counts: Counter[tuple[str, Severity]] = Counter()
        kept: list[Problem] = []
        for problem in self.problems:
            counts[problem.code, problem.severity] += 1
            if counts[problem.code, problem.severity] <= (_SHOWN_ERRORS if problem.is_error else _SHOWN):
                kept.append(problem)
        return Findings(tuple(kept), self.checked)

    @property
    def by_file(self) -> tuple[tuple[str, tuple[Problem, ...]], ...]:
        """Each file's path with its errors and warnings, by path."""
        return tuple((path, tuple(found)) for path, found in groupby(self.problems, key=lambda problem: problem.path))

    @property
    def conclusion(self) -> str:
        """The last line: "3 errors to fix before publishing, 2 warnings." or "61 pages checked, no errors."."""
        warnings, emails = len(self.warnings), sum(problem.stops_email for problem in self.errors)
        errors = len(self.errors) - emails
        parts = [] if self.errors else [self.checked, "no errors"]
        if errors:
            parts.append(f"{count_things(errors, 'error')} to fix before publishing")
        if emails:
            parts.append(f"{count_things(emails, 'error')} to fix before the email can be sent")
        if warnings:
            parts.append(count_things(warnings, "warning"))
        if self.advice:
            parts.append(count_things(len(self.advice), "suggestion"))
        return f"{', '.join(filter(None, parts))}."
