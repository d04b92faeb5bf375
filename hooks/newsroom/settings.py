"""The settings of one network's site, from mkdocs.yml: names, addresses, languages, menu, mail tools."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from newsroom.mail_tools import GENERIC, MAIL_TOOLS, MailTool, read_mail_tools
from newsroom.mail_tools.signup_form import SignupForm
from newsroom.problems import SETTINGS_FILE, Fault, Problem, sort_problems, suggest
from newsroom.setting_values import MenuSetting, SocialLink, TextByLanguage, text_in

_SITE_URL = r"^https?://[^\s?#\[\]@/:]+(:(\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}))?/([^\s?#]+/)?$"
"""Matches "https://elm.example/" and "http://localhost:8000/elm/", not "https://elm.example" or a port of 99999."""

LineOf = Callable[..., int | None]
"""Returns the line in mkdocs.yml of the setting with these keys, like "menu", 2; None if it is not known."""
_Name = Annotated[str, StringConstraints(min_length=1)]


class Settings(BaseModel):
    """The settings under ``extra: newsroom:`` in mkdocs.yml. Error messages quote the descriptions."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    site_name: str = Field(min_length=1, description="the network's name")
    site_names: Mapping[Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")], _Name] = Field(
        default_factory=dict,
        description="the network's name in other languages than the first, like {cy: Rhwydwaith Stryd y Llwyfen}",
    )
    motto: TextByLanguage | None = Field(
        None,
        description="what the network is, in one sentence for the footer of every page: a text, or one for each "
        "language, like {en: Neighbours of Elm Street.}; left out, there is none",
    )
    masthead: TextByLanguage | None = Field(
        None,
        description="a line below the network's name at the top of each email: a text, or one for each language; "
        "left out, it is the motto",
    )
    texts: Mapping[str, TextByLanguage] = Field(
        default_factory=dict,
        description="texts in place of those in the catalogues (hooks/newsroom/locale), by name, like "
        "{areas.title: Regions}; each is one text, or one for each language",
    )
    site_url: Annotated[str, StringConstraints(pattern=_SITE_URL)] = Field(
        description="the public address with a slash at its end, like https://elm.example/, which feeds and email "
        "link to, from the preview too"
    )
    tag_authority: Annotated[str, StringConstraints(pattern=r"^[a-z0-9.-]+,\d{4}(-\d{2}(-\d{2})?)?$")] = Field(
        description="a domain and a date at which it was the network's, like elm.example,2026 (RFC 4151), for the "
        "feeds' ids; never changed once a feed is out"
    )
    contact: Annotated[str, StringConstraints(pattern=r"^[^\s@]+@[^\s@]+\.[^\s@]+$")] = Field(
        description="the email address people write to, like hello@elm.example"
    )
    sender: str = Field(min_length=1, description="who sends the newsletter: a line at the end of the email")
    postal_address: Annotated[str, StringConstraints(min_length=1, pattern=r"^[^\n\r]+$")] | None = Field(
        None, description="the sender's postal address in one line, like 1 Elm Street, Elmham EL1 1EL"
    )
    signup_url: Annotated[str, StringConstraints(pattern=r"^(https://|mailto:)\S+$")] = Field(
        description="where people sign up for the newsletter, from https:// or mailto: on"
    )
    signup_form: SignupForm | None = Field(
        None,
        description="the mail tool's form in place of that address on pages, like {action: https://tool.example/join, "
        "email_field: EMAIL, hidden: {list: news}, honeypot: trap}",
    )
    social: tuple[SocialLink, ...] = Field(
        (),
        description="a list of the network's pages on social media, like "
        "[{name: Mastodon, address: https://social.example/@elm}]",
    )
    languages: tuple[Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")], ...] = Field(
        ("en",),
        min_length=1,
        description="a list of the site's languages, like [en, cy]; the first one's files have no suffix",
    )
    nations: Mapping[str, Mapping[str, str]] = Field(
        default_factory=dict,
        description="the nations or regions of the areas, in the order of their page, each with its names in the other "
        "languages, like {England: {cy: Lloegr}, Wales: {cy: Cymru}}; left out, areas may name any",
    )
    menu: tuple[MenuSetting, ...] | None = Field(
        None,
        min_length=1,
        description="a list of addresses on this site, with a slash at the end, like [stories/, about/]; an entry may "
        "have its own words, like {about/: Who we are}; left out, the menu has all sections",
    )
    mail_tools: tuple[MailTool, ...] = Field(
        (GENERIC,), description="a list of the mail tools that each edition's email is made for, like [generic]"
    )
    email_checks: Literal["newest", "all"] = Field(
        "newest", description="newest, or all to have every edition's email checked, however old"
    )
    public_contacts: tuple[str, ...] = Field(
        (),
        description="a list of email addresses, domains and telephone numbers that may be on every page, "
        "like [hello@elm.example, elm.example]",
    )
    websub_hub: Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+\S*$")] | None = Field(
        None,
        description="the address of a WebSub hub, from https:// on, which tells feed readers of news at once; "
        "left out, there is none",
    )

    repository_url: Annotated[str, StringConstraints(pattern=r"^(https?://\S+)?$")] | None = Field(
        None,
        description="the address of the repository, from https:// on; left out, pages have no link to edit them",
    )
    edit_uri: str = Field(
        "edit/main/", description="the start of the addresses below the repository's at which files are edited"
    )
    pdf: tuple[str, ...] = Field(
        (),
        description="a list of the types of content whose pages are also a PDF, like [easy, newsletter, publication]; "
        "left out, none are",
    )
    editor: bool = Field(False, description="true to publish the browser editor at /edit/, else false")

    def name_in(self, lang: str) -> str:
        """The network's name in a language; its name in the first language if it has none in that one."""
        return self.site_names.get(lang, self.site_name)

    @property
    def all_texts(self) -> tuple[tuple[tuple[str | int, ...], TextByLanguage], ...]:
        """All texts for readers but the network's name, each with the names of the settings that lead to it."""
        found: tuple[tuple[tuple[str | int, ...], TextByLanguage | None], ...] = (
            (("motto",), self.motto),
            (("masthead",), self.masthead),
            *((("menu", position), item.title) for position, item in enumerate(self.menu or ())),
            *((("texts", name), texts) for name, texts in self.texts.items()),
        )
        return tuple((place, texts) for place, texts in found if texts is not None)

    def texts_in(self, lang: str) -> Mapping[str, str]:
        """The texts in place of those in the catalogue of a language, by name."""
        return {name: text for name, texts in self.texts.items() if (text := text_in(texts, lang))}

    @property
    def default_language(self) -> str:
        """The language of files without a suffix."""
        return self.languages[0]

    @property
    def named_values(self) -> Mapping[str, tuple[str, ...]]:
        """The values that fields in front matter may have, by the name of the group."""
        return {"nation": tuple(self.nations)}

    def names_in(self, lang: str) -> Mapping[str, Mapping[str, str]]:
        """The names of these values in a language, by the name of the group."""
        return {"nation": {nation: names.get(lang, nation) for nation, names in self.nations.items()}}

    @property
    def known_mail_tools(self) -> tuple[MailTool, ...]:
        """The built-in mail tools, and those that the settings define."""
        return tuple({**MAIL_TOOLS, **{tool.name: tool for tool in self.mail_tools}}.values())

    def edit_url(self, path: str) -> str | None:
        """The address at which a file of the repository is edited; None if the repository's is not known."""
        return f"{self.repository_url.rstrip('/')}/{self.edit_uri}{path}" if self.repository_url else None


_SUBSTITUTES: Mapping[str, str] = MappingProxyType(
    {
        "site_name": "Website",
        "site_url": "https://site.invalid/",
        "tag_authority": "site.invalid,1970",
        "contact": "contact@site.invalid",
        "sender": "Website",
        "signup_url": "https://site.invalid/",
    }
)
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
    given = {**values} if isinstance(values, Mapping) else {}
    faults: list[SettingFault] = []
    if "mail_tools" in given:
        tools, wrong_tools = read_mail_tools(given.pop("mail_tools"))
        faults += (SettingFault(("mail_tools",), fault) for fault in wrong_tools)
        given |= {"mail_tools": tools} if tools or not wrong_tools else {}
    try:
        settings = Settings.model_validate(given)
    except ValidationError as error:
        places = _setting_places(error)
        faults += (SettingFault(place, _find_fault(place, given)) for place in places)
        wrong = {place[0] for place in places}
        valid = {name: value for name, value in given.items() if name not in wrong}
        settings = Settings.model_validate({**_SUBSTITUTES, **valid})
    known = frozenset(known_languages)
    if unknown := [*_language_faults(settings.languages, known)]:
        faults += unknown
        usable = tuple(lang for lang in dict.fromkeys(settings.languages) if lang in known)
        settings = settings.model_copy(update={"languages": usable or Settings.model_fields["languages"].default})
    else:
        faults += _missing_texts(settings)
    return settings, sort_problems(fault.problem(line_of) for fault in faults)


@dataclass(frozen=True)
class SettingFault:
    """A fault in the setting at a place: its name, and perhaps the position or name of an entry in it."""

    place: tuple[str | int, ...]
    fault: Fault

    def problem(self, line_of: LineOf) -> Problem:
        """The fault with its file and line."""
        return self.fault.at(SETTINGS_FILE, line_of(*self.place), f"`extra: newsroom: {self.place[0]}`")


def _setting_places(error: ValidationError) -> list[tuple[str | int, ...]]:
    """The places of the errors that Pydantic found: settings, and entries of the menu and of texts in their place."""
    locations = [details["loc"] for details in error.errors()]
    places = dict.fromkeys(found[:2] if found[0] in ("menu", "texts") else found[:1] for found in locations)
    return [place for place in places if len(place) > 1 or not any(place == other[:-1] for other in places)]


def _find_fault(place: tuple[str | int, ...], given: Mapping[Any, Any]) -> Fault:
    """The fault of a setting that is unknown, missing or has the wrong form."""
    known, name = Settings.model_fields, str(place[0])
    if name not in known:
        fix = suggest(name, known, f"the settings are {', '.join(known)}")
        return Fault("setting-unknown", "is not a setting", fix)
    fix = f"write {known[name].description}"
    if given.get(name) in (None, ""):
        return Fault("setting-missing", "is missing", fix)
    if len(place) > 1:
        entry = place[1] if isinstance(given[name], Mapping) else given[name][place[1]]
        what = f"contains '{entry}', which does not have the right form"
        return Fault("setting-invalid", what, fix)
    return Fault("setting-invalid", f"is '{given[name]}', which does not have the right form", fix)


def _language_faults(values: tuple[str, ...], known: Iterable[str]) -> Iterator[SettingFault]:
    names = sorted(known)
    for value in values:
        if value not in names:
            fix = (
                f"use one of {', '.join(names)}, or add the file hooks/newsroom/locale/{value}.po: "
                f"`newsroom new language {value}` writes it in English, to be translated"
            )
            fault = Fault("setting-invalid", f"names '{value}', for which there is no catalogue of texts", fix)
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
