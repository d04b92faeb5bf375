"""The ``newsroom`` command: the core's command line with the day, the settings and the engine handed in."""

from pathlib import Path
from tempfile import TemporaryDirectory

import surroundings
from newsroom.cli import Surroundings
from newsroom.cli import main as run
from newsroom.problems import Problem


def main() -> None:
    """Run the command line."""
    run(
        obj=Surroundings(
            surroundings.today,
            surroundings.settings,
            _email_problems,
            content_at=surroundings.content_at,
            github=surroundings.github_run,
            colour=surroundings.shows_colour(),
        )
    )


def _email_problems(root: Path) -> tuple[Problem, ...]:
    """What a build finds that checks every edition's email."""
    import pipeline  # the engine takes longer to load than everything else takes to check

    with TemporaryDirectory() as folder:
        return pipeline.check_all_email(root, f"{folder}/site").problems
