"""The errors and warnings of one build, as they are found."""

from collections.abc import Collection, Iterable

from newsroom.problems import Problem, as_warnings, in_order


class ProblemLog:
    """What was found. Errors in files that no reader sees, ``never_shown``, are warnings: they stop nothing."""

    def __init__(self, never_shown: Collection[str] = ()) -> None:
        self.problems: tuple[Problem, ...] = ()
        self._never_shown = never_shown
        self._noted: list[Problem] = []

    @property
    def so_far(self) -> tuple[Problem, ...]:
        """Everything found until now, also what :meth:`settle` has not yet taken in."""
        return (*self.problems, *self._noted)

    @property
    def stops_site(self) -> bool:
        """Whether something was found that keeps the site from being published."""
        return any(problem.stops_site for problem in self.problems)

    @property
    def email_errors(self) -> tuple[Problem, ...]:
        """Why some editions' emails are not offered, while everything else is published."""
        return tuple(problem for problem in self.problems if problem.stops_email)

    def note(self, *problems: Problem) -> None:
        """Keep what is found while others are at work."""
        self._noted += problems

    def settle(self, problems: Iterable[Problem] = ()) -> None:
        """Add problems, and all that was noted, to ``problems``."""
        found = as_warnings((*problems, *self._noted), self._never_shown)
        self.problems = in_order((*self.problems, *found))
        self._noted = []
