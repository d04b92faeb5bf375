"""The errors and warnings of one build, as they are found."""

from collections.abc import Collection, Iterable

from newsroom.problems import Problem, lower_to_warnings, sort_problems


class ProblemLog:
    """What was found. Errors in files that no reader sees, ``hidden_paths``, are warnings: they stop nothing."""

    def __init__(self, hidden_paths: Collection[str] = ()) -> None:
        self.problems: tuple[Problem, ...] = ()
        self._hidden_paths = hidden_paths
        self._pending: list[Problem] = []

    @property
    def so_far(self) -> tuple[Problem, ...]:
        """Everything found until now, also what :meth:`include_pending` has not yet taken in."""
        return (*self.problems, *self._pending)

    @property
    def stops_site(self) -> bool:
        """Whether something was found that keeps the site from being published."""
        return any(problem.stops_site for problem in self.problems)

    @property
    def email_errors(self) -> tuple[Problem, ...]:
        """Why some editions' emails are not offered, while everything else is published."""
        return tuple(problem for problem in self.problems if problem.stops_email)

    def add_pending(self, *problems: Problem) -> None:
        """Keep what is found while others are at work."""
        self._pending += problems

    def include_pending(self, problems: Iterable[Problem] = ()) -> None:
        """Add problems, and all that was noted, to ``problems``."""
        found = lower_to_warnings((*problems, *self._pending), self._hidden_paths)
        self.problems = sort_problems((*self.problems, *found))
        self._pending = []
