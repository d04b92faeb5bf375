"""The site's settings, checked against the languages that have a catalogue."""

from functools import partial
from pathlib import Path

from newsroom.problems import Problem
from newsroom.read.setting_lines import setting_line
from newsroom.settings import LineOf, Settings, parse_settings, recover_settings, unknown_line
from newsroom.translations import known_languages


def site_settings(values: object, root: Path | None = None) -> Settings:
    """The settings from their values in mkdocs.yml. Raises ContentError if they are not valid.

    ``root`` is the repository's folder, for the lines of errors.
    """
    return parse_settings(values, known_languages=known_languages(), line_of=_line_finder(root))


def recover_site_settings(values: object, root: Path | None = None) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings with substitutes for those that are missing or wrong, and the errors about these."""
    return recover_settings(values, known_languages=known_languages(), line_of=_line_finder(root))


def _line_finder(root: Path | None) -> LineOf:
    return partial(setting_line, root) if root else unknown_line
