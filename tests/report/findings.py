"""Problems to make reports of."""

from newsroom.problems import Problem


def error(path: str = "stories/a.md", line: int | None = 1, what: str = "is wrong", fix: str = "fix it") -> Problem:
    """A problem that stops the build."""
    return Problem("link-missing", path, line, what, fix)


def warning(path: str = "stories/a.md", line: int | None = 1, what: str = "is long", fix: str = "cut it") -> Problem:
    """A problem that does not."""
    return Problem("field-length", path, line, what, fix)
