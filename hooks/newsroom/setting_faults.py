"""Finds the errors in the settings of a site, and puts substitutes for settings that are missing or wrong."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from newsroom.english import field_name
from newsroom.mail_tools import read_mail_tools
from newsroom.problems import SETTINGS_FILE, Fault, Problem, sort_problems, suggest
from newsroom.setting_values import ALL_LANGUAGES, text_in
from newsroom.settings import Settings

LineOf = Callable[..., int | None]
"""Returns the line in mkdocs.yml of the setting with these keys, like "menu", 2; None if it is not known."""

_SUBSTITUTES: Mapping[str, str] = {
    "site_name": "Website",
    "site_url": "https://site.invalid/",
    "tag_authority": "site.invalid,1970",
    "contact": "contact@site.invalid",
    "sender": "Website",
}
"""Values for required settings that are missing or wrong, for a build that must not fail (RFC 2606)."""


def unknown_line(*_keys: str | int) -> None:
    """No line, for settings that are not in a file."""


def recover_settings(
    values: object, *, known_languages: Iterable[str], line_of: LineOf = unknown_line
) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings, with substitutes for those that are missing or wrong, and the errors about these.

    Args:
        values: The settings as they are in mkdocs.yml.
        known_languages: The languages that have a catalogue.
        line_of: Finds the line of a setting, for messages.
    """
    given = {name: value for name, value in _items(values) if value is not None or _is_needed(name)}
    faults: list[SettingFault] = []
    if "mail_tools" in given:
        tools, wrong_tools = read_mail_tools(given.pop("mail_tools"))
        faults += (SettingFault(("mail_tools",), fault) for fault in wrong_tools)
        given |= {"mail_tools": tools} if tools or not wrong_tools else {}
    try:
        settings = Settings.model_validate(given)
    except ValidationError as error:
        found = _first_errors(error)
        faults += (SettingFault(_key(details), _find_fault(place, details, given)) for place, details in found.items())
        wrong = {place[0] for place in found}
        valid = {name: value for name, value in given.items() if name not in wrong}
        settings = Settings.model_validate({**_SUBSTITUTES, **valid})
    known = frozenset(known_languages)
    if unknown := [*_language_faults(settings.languages, known)]:
        faults += unknown
        usable = tuple(lang for lang in dict.fromkeys(settings.languages) if lang in known)
        settings = settings.model_copy(update={"languages": usable or Settings.model_fields["languages"].default})
    elif not any(fault.place[0] == "languages" for fault in faults):
        faults += (*_missing_texts(settings), *_unknown_languages(settings, known))
    return settings, sort_problems(fault.problem(line_of) for fault in faults)


@dataclass(frozen=True)
class SettingFault:
    """A fault in the setting at a place: its name, and perhaps the position or name of an entry in it."""

    place: tuple[str | int, ...]
    fault: Fault

    def problem(self, line_of: LineOf) -> Problem:
        """The fault with its file and line."""
        return self.fault.at(SETTINGS_FILE, line_of(*self.place), f"`extra: newsroom: {self.place[0]}`")


def _items(values: object) -> Iterable[tuple[Any, Any]]:
    return values.items() if isinstance(values, Mapping) else ()


def _is_needed(name: object) -> bool:
    """Whether a setting cannot be left out, or is unknown. With nothing behind its colon, any other is left out."""
    return name not in Settings.model_fields or Settings.model_fields[str(name)].is_required()


_PART_FAULTS: Mapping[str, str] = {"missing": "has no {}", "extra_forbidden": "has {}, which is not known there"}


def _first_errors(error: ValidationError) -> dict[tuple[str | int, ...], ErrorDetails]:
    """The first error that Pydantic found in each setting, and in each entry of the menu and of texts."""
    found: dict[tuple[str | int, ...], ErrorDetails] = {}
    for details in error.errors():
        location = details["loc"]
        found.setdefault(location[:2] if location[0] in ("menu", "texts") else location[:1], details)
    return {
        place: details
        for place, details in found.items()
        if len(place) > 1 or not any(place == other[:-1] for other in found)
    }


def _key(details: ErrorDetails) -> tuple[str | int, ...]:
    return tuple(part for part in details["loc"] if part not in ("[key]", ALL_LANGUAGES))


def _find_fault(place: tuple[str | int, ...], details: ErrorDetails, given: Mapping[Any, Any]) -> Fault:
    """The fault of a setting that is unknown, missing or has the wrong form."""
    known, name = Settings.model_fields, str(place[0])
    if name not in known:
        fix = suggest(name, known, f"the settings are {', '.join(known)}")
        return Fault("setting-unknown", "is not a setting", fix)
    fix = f"write {known[name].description}"
    if given.get(name) in (None, ""):
        return Fault("setting-missing", "is empty" if name in given else "is missing", fix)
    if len(place) > 1:
        entry = place[1] if isinstance(given[name], Mapping) else given[name][place[1]]
        what = f"contains '{entry}', which does not have the right form"
        return Fault("setting-invalid", what, fix)
    key = _key(details)
    if len(key) > 1 and details["type"] in _PART_FAULTS:
        return Fault("setting-invalid", _PART_FAULTS[details["type"]].format(field_name(key)), fix)
    if len(key) > 1:
        what = f"has the wrong form at {field_name(key)}: '{details['input']}'"
        return Fault("setting-invalid", what, fix)
    return Fault("setting-invalid", f"is '{given[name]}', which does not have the right form", fix)


def _language_faults(values: tuple[str, ...], known: Iterable[str]) -> Iterator[SettingFault]:
    names = sorted(known)
    for value in values:
        if value not in names:
            fix = (
                f"use one of {', '.join(names)}, or add the file hooks/newsroom/locale/{value}.po: "
                f"'.venv/bin/newsroom new language {value}' writes it in English, to be translated"
            )
            fault = Fault("setting-invalid", f"names '{value}', but there is no catalogue for that language", fix)
            yield SettingFault(("languages",), fault)
        elif values.count(value) > 1:
            yield SettingFault(("languages",), Fault("setting-repeated", f"names '{value}' twice", "keep one"))


def _missing_texts(settings: Settings) -> Iterator[SettingFault]:
    """The faults of texts that are in some, but not in all of the site's languages."""
    for place, texts in settings.all_texts:
        missing = [lang for lang in settings.languages if not text_in(texts, lang)]
        if missing:
            fault = Fault(
                "setting-invalid", f"has no text in '{missing[0]}'", f"add a line like `{missing[0]}: …` to it"
            )
            yield SettingFault(place, fault)


def _unknown_languages(settings: Settings, known: Collection[str]) -> Iterator[SettingFault]:
    """The faults of texts in a language without a catalogue, whose code is probably misspelt.

    Texts in one with a catalogue may be kept for a language that the site does not have yet, or not now.
    """
    groups = (("nations", settings.nations), ("places", settings.places))
    names = (((group, name), found) for group, values in groups for name, found in values.items())
    for place, texts in (*settings.all_texts, (("site_names",), settings.site_names), *names):
        for lang in texts:
            if lang not in (*known, ALL_LANGUAGES):
                what = f"has a text in '{lang}', but there is no catalogue for that language"
                fix = f"use one of {', '.join(settings.languages)}, or delete it"
                yield SettingFault(place, Fault("setting-invalid", what, fix))
