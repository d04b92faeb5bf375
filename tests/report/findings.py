"""Errors and warnings for tests of reports."""

from newsroom.problems import Problem


def error(path: str = "stories/a.md", line: int | None = 1, what: str = "is wrong", fix: str = "fix it") -> Problem:
    """An error."""
    return Problem("link-missing", path, line, what, fix)


def warning(path: str = "stories/a.md", line: int | None = 1, what: str = "is long", fix: str = "cut it") -> Problem:
    """A warning."""
    return Problem("field-length", path, line, what, fix)
