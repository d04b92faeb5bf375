"""Errors and warnings about the content, for the person who can fix them."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher, get_close_matches
from typing import NamedTuple

from newsroom.codes import CODES, Blocks, Severity
from newsroom.english import count_things

SETTINGS_FILE = "mkdocs.yml"
"""The file that errors in the settings are about."""
_SIMILAR = 0.6
"""How similar two words must be, from 0 to 1, for one to be suggested in place of the other."""
_CANDIDATES = 5
_MOST_LISTED = 12


class Fault(NamedTuple):
    """What is wrong and how to fix it, without file and line."""

    code: str
    what: str
    fix: str

    def filled(self, **values: object) -> "Fault":
        """This fault with values in place of the names in braces."""
        return Fault(self.code, self.what.format(**values), self.fix.format(**values))

    def at(self, path: str, line: int | None, subject: str = "") -> "Problem":
        """This fault as an error or warning in a file. ``subject`` is put before ``what`` in the sentence."""
        return Problem(self.code, path, line, f"{subject} {self.what}".lstrip(), self.fix)


@dataclass(frozen=True)
class Problem:
    """One error or warning in one file.

    As text it is always one line, even if it quotes several.

    Attributes:
        code: The stable code. The severity, and what an error stops, are declared for the code (:mod:`codes`).
        path: The file, relative to the repository.
        line: The line, counted from 1; None for the file as a whole.
        what: What is wrong: a clause in plain English.
        fix: How to fix it: a clause that follows ``what`` in one sentence.
        is_lowered: Whether an error is only a warning here, because no reader sees the content that it is about.
    """

    code: str
    path: str
    line: int | None
    what: str
    fix: str
    is_lowered: bool = False

    @property
    def severity(self) -> Severity:
        """Error, warning or advice."""
        return Severity.WARNING if self.is_lowered else CODES[self.code].severity

    @property
    def blocks(self) -> Blocks:
        """What an error with this code stops."""
        return CODES[self.code].blocks

    @property
    def is_error(self) -> bool:
        """Whether it must be fixed before publishing or sending."""
        return self.severity is Severity.ERROR

    @property
    def stops_site(self) -> bool:
        """Whether nothing at all is published until it is fixed."""
        return self.is_error and self.blocks is Blocks.SITE

    @property
    def stops_email(self) -> bool:
        """Whether an edition's email is not offered until it is fixed, while everything else is published."""
        return self.is_error and self.blocks is Blocks.EMAIL

    def __str__(self) -> str:
        place = f"{self.path}, line {self.line}" if self.line else self.path
        note = "" if self.is_error else f"({self.severity.value}) "
        return " ".join(f"{place}: {note}{self.sentence} [{self.code}]".splitlines())

    @property
    def sentence(self) -> str:
        """What is wrong and how to fix it, as one sentence on one line, without the place and the code."""
        stop = "" if self.fix.endswith(("?", ".")) else "."
        return " ".join(f"{self.what}; {self.fix}{stop}".splitlines())


CANNOT_OPEN = Fault("file-unreadable", "cannot be opened", "see that the file is there, and not a link to nothing")


class ContentError(Exception):
    """The content cannot be published. ``problems`` are all reasons, sorted by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sort_problems(problems)
        super().__init__(format_problems(self.problems))


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Errors and warnings without duplicates, sorted by file, line and wording."""
    return tuple(sorted(set(problems), key=lambda p: (p.path, p.line or 0, p.what, p.fix)))


def format_problems(problems: Iterable[Problem]) -> str:
    """Errors and warnings as text for a terminal or a log: one per line, then the counts."""
    listed = sort_problems(problems)
    errors = sum(problem.stops_site for problem in listed)
    email_errors = sum(problem.stops_email for problem in listed)
    warnings = len(listed) - errors - email_errors
    lines = [str(problem) for problem in listed]
    if errors:
        lines.append(f"{count_things(errors, 'error')} to fix before publishing.")
    if email_errors:
        count = count_things(email_errors, "error")
        lines.append(f"{count} to fix before the email can be sent; the site is published without that email.")
    if warnings and not errors and not email_errors:
        lines.append(f"{count_things(warnings, 'warning')}; nothing stops the build.")
    return "\n".join(lines)


def lower_to_warnings(problems: Iterable[Problem], paths: Collection[str]) -> Iterator[Problem]:
    """The errors and warnings, with every error in the files of ``paths`` turned into a warning."""
    for problem in problems:
        yield replace(problem, is_lowered=True) if problem.path in paths else problem


def shorten(text: str, length: int = 80) -> str:
    """A text for quoting: the whole text, or its first ``length`` characters and an ellipsis."""
    return text if len(text) <= length else f"{text[: max(0, length)].rstrip()}…"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most similar to ``word``; None if no known word is similar.

    The name of a file counts by itself: that two paths have the same folder and ending makes them no more similar.
    """
    folded = {name.casefold(): name for name in sorted(known)}
    matches = get_close_matches(word.casefold(), folded, n=_CANDIDATES, cutoff=_SIMILAR)
    stem = _stem(word.casefold())
    return next(
        (folded[match] for match in matches if SequenceMatcher(None, stem, _stem(match)).ratio() >= _SIMILAR), None
    )


def _stem(path: str) -> str:
    """The name of a file without folder and ending: "trust" of "../stories/trust.md"; any other word as it is."""
    name = path.rstrip("/").rpartition("/")[2]
    return name.rpartition(".")[0] or name


def suggest(word: str, known: Iterable[str], otherwise: str) -> str:
    """ "did you mean 'x'?" if a known word is similar, else the clause ``otherwise``."""
    match = nearest(word, known)
    return f"did you mean '{match}'?" if match else otherwise


def suggest_file(word: str, known: Collection[str], names: str, folder: str) -> str:
    """What to write in place of a name that no file in ``folder`` has: a similar one, or the list of all.

    Of many, only the closest are listed. ``names`` is what they are called, like "areas".
    """
    if not known:
        return f"{folder}/ has no file yet: remove the name, or add a file for it"
    if len(known) <= _MOST_LISTED:
        return suggest(word, known, f"the {names} are {', '.join(sorted(known))}")
    close = get_close_matches(word.casefold(), sorted(known), n=3, cutoff=0.3)
    like = f", like {', '.join(close)}" if close else ""
    return suggest(word, known, f"the {len(known)} {names} are the files in {folder}/{like}")


class Hints:
    """Suggests one of very many names, for the first errors only, because each search is slow."""

    def __init__(self, limit: int = 20) -> None:
        self._left = limit

    def nearest(self, word: str, known: Callable[[], Iterable[str]]) -> str | None:
        """As :func:`nearest`, until the limit is reached; then None."""
        self._left -= 1
        return nearest(word, known()) if self._left >= 0 else None

    def suggest(self, word: str, known: Callable[[], Iterable[str]], otherwise: str) -> str:
        """As :func:`suggest`, until the limit is reached; then ``otherwise``."""
        self._left -= 1
        return suggest(word, known(), otherwise) if self._left >= 0 else otherwise


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
