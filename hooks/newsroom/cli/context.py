"""What all commands share: their environment, and the option for the repository's folder."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from newsroom.check.advice import Misspelt
from newsroom.commands.lost import UnknownRevision
from newsroom.importing.read import ConvertToWord, NoOfficeProgramError
from newsroom.problems import ContentError, Problem
from newsroom.report import GitHubRun
from newsroom.value_cache import ValueCache


@contextmanager
def _no_history(_root: Path, revision: str) -> Iterator[Path]:
    raise UnknownRevision(f"'{revision}' cannot be found, because this folder has no git history")
    yield _root


def _no_git(_root: Path) -> tuple[str, ...]:
    raise UnknownRevision("this folder has no git history")


def _no_cache(_root: Path) -> ValueCache:
    return ValueCache()


def _knows_no_words(_lang: str, _words: frozenset[str]) -> frozenset[str]:
    return frozenset()


def _no_office(_data: bytes, _ending: str) -> bytes:
    raise NoOfficeProgramError


@dataclass(frozen=True)
class CliContext:
    """The environment of the commands: functions for the date, the settings, caches, earlier content and the workflow.

    ``settings`` raises ContentError if mkdocs.yml cannot be read; then ``readable_settings`` gives those of an earlier
    commit, or None. ``faults`` gives the errors in environment variables. ``content_at`` gives a temporary folder with
    the content and the settings of a site as they were at a revision of its repository, and raises UnknownRevision.
    ``uncommitted`` gives the files that have changes git does not keep yet, and raises UnknownRevision without git.
    ``github`` gives the workflow in which the command runs. ``value_cache`` gives the cache of a repository's builds.
    ``misspelt`` gives the words that the dictionary of a language does not have.
    ``convert_to_word`` converts the formats of other office programs.
    ``can_ask``: somebody can answer questions. ``colour``: the output is shown in colour. ``width`` is the terminal's,
    in characters.
    """

    today: Callable[[], date]
    settings: Callable[[Path], object]
    readable_settings: Callable[[Path], object] = lambda _root: None
    faults: Callable[[], tuple[Problem, ...]] = tuple
    content_at: Callable[[Path, str], AbstractContextManager[Path]] = _no_history
    uncommitted: Callable[[Path], tuple[str, ...]] = _no_git
    github: Callable[[], GitHubRun] = GitHubRun
    value_cache: Callable[[Path], ValueCache] = _no_cache
    misspelt: Misspelt = _knows_no_words
    convert_to_word: ConvertToWord = _no_office
    can_ask: bool = False
    colour: bool = False
    width: int = 160


ROOT_OPTION = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The repository's folder.",
)


def program_name() -> str:
    """What to type for the command that runs: "newsroom", or the path where that is not found by its name."""
    return click.get_current_context().find_root().info_name or "newsroom"


def require_variables(environment: CliContext) -> None:
    """Raise ContentError if an environment variable is not valid."""
    if faults := environment.faults():
        raise ContentError(faults)
