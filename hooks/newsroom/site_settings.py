"""The site's settings, checked against the catalogues."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from string import Formatter

from newsroom.problems import ContentError, Fault, Problem, sort_problems, suggest
from newsroom.read.setting_lines import setting_line
from newsroom.setting_faults import LineOf, SettingFault, recover_settings, unknown_line
from newsroom.settings import Settings
from newsroom.translations import Translations, catalogue_path, known_languages

_OF_CATALOGUES_ALONE = ("alert.", "footnote.", "link.")
"""The starts of the names of texts that are needed before the settings are known."""


def site_settings(values: object, root: Path | None = None) -> Settings:
    """The settings from their values in mkdocs.yml. Raises ContentError if they are not valid.

    ``root`` is the repository's folder, for the lines of errors.
    """
    settings, problems = recover_site_settings(values, root)
    if problems:
        raise ContentError(problems)
    return settings


def recover_site_settings(values: object, root: Path | None = None) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings with substitutes for those that are missing or wrong, and the errors about these."""
    line_of: LineOf = partial(setting_line, root) if root else unknown_line
    settings, problems = recover_settings(values, known_languages=known_languages(), line_of=line_of)
    if not settings.texts or problems:
        return settings, problems
    faults = sort_problems(fault.problem(line_of) for fault in _text_faults(settings))
    return (settings.model_copy(update={"texts": {}}) if faults else settings), faults


def _text_faults(settings: Settings) -> Iterator[SettingFault]:
    """The faults of texts that are in no catalogue, or that have other placeholders than the catalogue's."""
    english = Translations("en")
    changeable = [name for name in english.names if name and not name.startswith(_OF_CATALOGUES_ALONE)]
    for name, texts in settings.texts.items():
        if name.startswith(_OF_CATALOGUES_ALONE):
            fix = f"change it in {catalogue_path('en')}, and in those of the other languages"
            yield SettingFault(("texts", name), Fault("setting-invalid", f"cannot change the text '{name}'", fix))
            continue
        if name not in changeable:
            fix = suggest(name, changeable, f"{catalogue_path('en')} has the names of the texts, after msgid")
            yield SettingFault(
                ("texts", name), Fault("setting-invalid", f"has no text to change that is called '{name}'", fix)
            )
            continue
        needed = _placeholders(english(name))
        if any(_placeholders(text) != needed for text in texts.values()):
            named = ", ".join(f"{{{placeholder}}}" for placeholder in sorted(needed)) or "nothing"
            fix = f"have {named} in braces in it, as the catalogue has"
            yield SettingFault(
                ("texts", name), Fault("setting-invalid", f"has other words in braces in '{name}' than needed", fix)
            )


def _placeholders(text: str) -> frozenset[str]:
    """The names in braces; none that any text needs, for text that cannot be filled in."""
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        return frozenset("?")
