"""What a check found, counted: the one input of all reports."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from newsroom.problems import Problem, sort_problems


@dataclass(frozen=True)
class Findings:
    """The problems of one check, sorted by file and line, each once.

    ``checked`` says what was checked, like "61 pages checked"; "" where errors made that impossible to count.
    """

    problems: tuple[Problem, ...]
    checked: str = ""

    @classmethod
    def from_problems(cls, problems: Iterable[Problem], checked: str = "") -> "Findings":
        """Findings of problems in any order."""
        return cls(sort_problems(problems), checked)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the content from being published, or an edition's email from being sent."""
        return tuple(problem for problem in self.problems if problem.is_error)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that do not."""
        return tuple(problem for problem in self.problems if not problem.is_error)

    @property
    def by_file(self) -> tuple[tuple[str, tuple[Problem, ...]], ...]:
        """Each file's path with its problems, in the order of the paths."""
        return tuple((path, tuple(found)) for path, found in groupby(self.problems, key=lambda problem: problem.path))

    @property
    def conclusion(self) -> str:
        """The last line: "3 errors to fix before publishing, 2 warnings." or "61 pages checked, no errors."."""
        warnings, emails = len(self.warnings), sum(problem.stops_email for problem in self.errors)
        errors = len(self.errors) - emails
        parts = [] if self.errors else [self.checked, "no errors"]
        if errors:
            parts.append(f"{_count_of(errors, 'error')} to fix before publishing")
        if emails:
            parts.append(f"{_count_of(emails, 'error')} to fix before the email can be sent")
        if warnings:
            parts.append(_count_of(warnings, "warning"))
        return f"{', '.join(filter(None, parts))}."


def _count_of(number: int, noun: str) -> str:
    return f"{number} {noun if number == 1 else f'{noun}s'}"
