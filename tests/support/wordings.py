"""The wording of every error and warning that a test provokes, by code, in one file that people read: errors.md."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from newsroom.codes import CODES
from newsroom.problems import Problem
from tests.support.golden import GOLDEN

Reported = Callable[[Iterable[Problem]], list[str]]
"""The fixture ``reported``: gives problems in brief, and compares their wording with the one that is kept."""
_SIZE = re.compile(r"\d+(?:\.\d)? kB")
"""A size that a change of a template changes, as in "the email measures 91 kB"."""
FILE = GOLDEN / "errors.md"


def brief(problem: Problem) -> str:
    """What a test asserts of a problem: "stories/a.md:4 link-missing"; with "?" at its end it is a warning."""
    line = f":{problem.line}" if problem.line else ""
    return f"{problem.path}{line} {problem.code}{'' if problem.is_error else '?'}"


class Wordings:
    """Compares messages with those that are kept.

    With ``--write-golden`` they are kept anew: by a run of the whole suite nothing else stays.
    """

    def __init__(self, *, write: bool) -> None:
        self._write = write
        self._kept = read_wordings()
        self._found: dict[str, set[str]] = defaultdict(set)

    def check(self, problems: Iterable[Problem]) -> list[str]:
        """The problems in brief; fails where one has another wording than those kept for its code and file."""
        listed = list(problems)
        for problem in listed:
            text = f"{problem.path}: {problem.sentence}".replace("\n", r"\n")
            wording = _SIZE.sub("N kB", text).encode("utf-8", "backslashreplace").decode()
            self._found[problem.code].add(wording)
            if not self._write:
                kept = self._kept.get(problem.code, set())
                assert wording in kept, f"`make golden` keeps this wording, if it is right: {problem.code}: {wording}"
        return [brief(problem) for problem in listed]

    def keep(self, *, is_whole_suite: bool) -> list[str]:
        """Write the file where that is asked for; gives its name where it changed."""
        kept = {} if is_whole_suite else self._kept
        wordings = {code: kept.get(code, set()) | self._found[code] for code in CODES}
        sections = (f"## {code}\n\n" + "".join(f"- {line}\n" for line in sorted(wordings[code])) for code in CODES)
        text = "# All messages, by code\n\n" + "\n".join(sections)
        if not self._write or not self._found or (FILE.exists() and FILE.read_text(encoding="utf-8") == text):
            return []
        FILE.write_text(text, encoding="utf-8")
        return [FILE.name]


def read_wordings() -> dict[str, set[str]]:
    """The messages that are kept, by code."""
    text = FILE.read_text(encoding="utf-8") if FILE.exists() else ""
    found: dict[str, set[str]] = {}
    for part in text.split("\n## ")[1:]:
        code, _, lines = part.partition("\n")
        found[code] = {line.removeprefix("- ") for line in lines.split("\n") if line}
    return found
