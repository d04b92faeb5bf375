"""What the commands for new files share."""

from dataclasses import dataclass

from newsroom.settings import Settings


class NewFileError(ValueError):
    """The file cannot be written. The message says why, and what to do."""


@dataclass(frozen=True)
class NewFile:
    """A file to write: its path in the repository, and its text."""

    path: str
    text: str


def chosen_language(lang: str | None, settings: Settings) -> tuple[str, str]:
    """The language of a new file, by default the site's own, and its part of the file's name: ".cy", "" for the own.

    Raises NewFileError if the site does not have the language.
    """
    if not lang or lang == settings.default_language:
        return settings.default_language, ""
    if lang not in settings.languages:
        raise NewFileError(f"the site's languages are {', '.join(settings.languages)}; '{lang}' is none of them")
    return lang, f".{lang}"
