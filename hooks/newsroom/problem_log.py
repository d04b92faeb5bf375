"""The errors and warnings of one build."""

from collections.abc import Collection, Iterable

from newsroom.problems import Problem, lower_to_warnings, sort_problems


class ProblemLog:
    """Collects errors and warnings. Errors in ``unseen_paths``, which readers do not see, become warnings."""

    def __init__(self, unseen_paths: Collection[str] = ()) -> None:
        self.problems: tuple[Problem, ...] = ()
        self._unseen_paths = unseen_paths
        self._pending: list[Problem] = []

    @property
    def so_far(self) -> tuple[Problem, ...]:
        """All errors and warnings, also those that :meth:`include_pending` has not yet included."""
        return (*self.problems, *self._pending)

    @property
    def stops_site(self) -> bool:
        """Whether an error keeps the site from being published."""
        return any(problem.stops_site for problem in self.problems)

    @property
    def email_errors(self) -> tuple[Problem, ...]:
        """The errors that keep editions' emails from being offered, while everything else is published."""
        return tuple(problem for problem in self.problems if problem.stops_email)

    def add_pending(self, *problems: Problem) -> None:
        """Keep errors and warnings that are found while ``problems`` must not change."""
        self._pending += problems

    def include_pending(self, problems: Iterable[Problem] = ()) -> None:
        """Add errors and warnings, and all pending ones, to ``problems``."""
        found = lower_to_warnings((*problems, *self._pending), self._unseen_paths)
        self.problems = sort_problems((*self.problems, *found))
        self._pending = []
