"""The ``newsroom`` command: the core's command line with the day and the settings handed in."""

import surroundings
from newsroom.cli import Surroundings
from newsroom.cli import main as run


def main() -> None:
    """Run the command line."""
    run(obj=Surroundings(today=surroundings.today, settings=surroundings.settings))
