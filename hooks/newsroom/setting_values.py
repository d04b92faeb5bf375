"""The values that settings may have: texts in each language, entries of the menu, pages on social media."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

ALL_LANGUAGES = ""


def _by_language(value: object) -> object:
    return {ALL_LANGUAGES: value} if isinstance(value, str) else value


_Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[^\n]+$")]
_LangOrAll = Annotated[str, StringConstraints(pattern=r"^([a-z]{2})?$")]
TextByLanguage = Annotated[Mapping[_LangOrAll, _Line], BeforeValidator(_by_language)]
"""A text for readers in each language of the site; in mkdocs.yml one text may be for all languages."""


def text_in(texts: TextByLanguage | None, lang: str) -> str | None:
    """The text of a setting in a language; None if the setting is left out."""
    return texts.get(lang, texts.get(ALL_LANGUAGES)) if texts else None


def _names(value: object) -> object:
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return {name: {} for name in value}
    if isinstance(value, Mapping):
        return {name: {} if names is None else names for name, names in value.items()}
    return value


NamesByLanguage = Annotated[Mapping[_Line, Mapping[str, _Line]], BeforeValidator(_names)]
"""The names of nations or places, each with its names in other languages; in mkdocs.yml it may be a list of names."""


class MenuItem(BaseModel):
    """An entry of the menu: an address relative to the site's root, and its words if they are not the page's own."""

    model_config = ConfigDict(frozen=True)

    address: Annotated[str, StringConstraints(pattern=r"^([a-z0-9-]+/)+$")]
    title: TextByLanguage | None = None


def _menu_item(value: object) -> object:
    if isinstance(value, Mapping) and len(value) == 1:
        ((address, title),) = value.items()
        return {"address": address, "title": title}
    return {"address": value}


MenuSetting = Annotated[MenuItem, BeforeValidator(_menu_item)]
"""An entry of the menu as mkdocs.yml has it: an address, or an address with its words behind it."""


class SocialLink(BaseModel):
    """A page of the network on social media: the name that readers see, and its address."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(min_length=1)
    address: Annotated[str, StringConstraints(pattern=r"^https://[^\s/]+\S*$")]
