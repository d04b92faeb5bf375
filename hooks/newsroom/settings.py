"""What is particular to one network's site: addresses, languages, mail tools. It stands in mkdocs.yml."""

from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from newsroom.problems import ContentError, Problem, suggest

SETTINGS_FILE = "mkdocs.yml"
_HEADING = "extra: newsroom:"


class Settings(BaseModel):
    """The site's settings, as they stand in mkdocs.yml under ``extra: newsroom:``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    site_name: str = Field(min_length=1)
    site_url: Annotated[str, StringConstraints(pattern=r"^https?://[^\s?#]+/$")]
    """The public address, with the slash at its end. Feeds and email link to it, from the preview too."""
    tag_authority: Annotated[str, StringConstraints(pattern=r"^[a-z0-9.-]+,\d{4}(-\d{2}(-\d{2})?)?$")]
    """The authority and date in the feeds' ids, after RFC 4151; never changed once a feed is out."""
    contact: Annotated[str, StringConstraints(pattern=r"^[^\s@]+@[^\s@]+\.[^\s@]+$")]
    """The address people write to."""
    sender: str = Field(min_length=1)
    """Who sends the newsletter, with the postal address where there is one: the last line of the email."""
    signup_url: Annotated[str, StringConstraints(pattern=r"^(https://|mailto:)\S+$")]
    """Where people sign up for the newsletter."""
    languages: tuple[Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")], ...] = Field(("en",), min_length=1)
    """The site's languages; the first is the default, whose files have no suffix."""
    mail_tools: tuple[str, ...] = ("generic",)
    """The mail tools that each edition's email is made for."""


def parse_settings(values: object, *, known_mail_tools: Iterable[str], known_languages: Iterable[str]) -> Settings:
    """The settings from what stands in mkdocs.yml. Raises ContentError with all that does not fit."""
    try:
        settings = Settings.model_validate(values if isinstance(values, Mapping) else {})
    except ValidationError as error:
        raise ContentError(
            Problem(
                SETTINGS_FILE, None, f"`{_HEADING} {_name(details['loc'])}`: {details['msg'].lower()}", "correct it"
            )
            for details in error.errors(include_url=False)
        ) from error
    problems = [*_unknown("mail_tools", settings.mail_tools, known_mail_tools)]
    problems += _unknown("languages", settings.languages, known_languages)
    if problems:
        raise ContentError(problems)
    return settings


def _unknown(field: str, values: Iterable[str], known: Iterable[str]) -> list[Problem]:
    names = sorted(known)
    return [
        Problem(
            SETTINGS_FILE, None, f"`{field}` names '{value}'", suggest(value, names, f"it knows {', '.join(names)}")
        )
        for value in values
        if value not in names
    ]


def _name(location: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in location)
