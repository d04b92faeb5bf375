"""The ``newsroom`` command: the core's command line with the day, the settings and the environment handed in."""

import surroundings
from newsroom.cli import Surroundings
from newsroom.cli import main as run


def main() -> None:
    """Run the command line."""
    run(
        obj=Surroundings(
            surroundings.today,
            surroundings.settings,
            surroundings.markdown_extensions,
            content_at=surroundings.content_at,
            github=surroundings.github_run,
            colour=surroundings.shows_colour(),
        )
    )
