"""The site's settings, checked against the languages that this version knows."""

from newsroom.problems import Problem
from newsroom.settings import Settings, parse_settings, recover_settings
from newsroom.translations import known_languages


def site_settings(values: object) -> Settings:
    """The settings from their values in mkdocs.yml. Raises ContentError if they are not valid."""
    return parse_settings(values, known_languages=known_languages())


def recover_site_settings(values: object) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings with substitutes for those that are missing or wrong, and the errors about these."""
    return recover_settings(values, known_languages=known_languages())
