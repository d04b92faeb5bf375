"""The settings of one network's site, from mkdocs.yml: addresses, languages, mail tools."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from newsroom.codes import Code
from newsroom.mail_tools import GENERIC, MAIL_TOOLS, MailTool, read_mail_tools
from newsroom.mail_tools.signup_form import SignupForm
from newsroom.problems import SETTINGS_FILE, ContentError, Problem, sort_problems, suggest

_SITE_URL = r"^https?://[^\s?#\[\]@/:]+(:(\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}))?/([^\s?#]+/)?$"
"""Matches "https://elm.example/" and "http://localhost:8000/elm/", not "https://elm.example" or a port of 99999."""


_Name = Annotated[str, StringConstraints(min_length=1)]


class SocialLink(BaseModel):
    """A page of the network on social media: the name that readers see, and its address."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(min_length=1)
    address: Annotated[str, StringConstraints(pattern=r"^https://[^\s/]+\S*$")]


class Settings(BaseModel):
    """The settings under ``extra: newsroom:`` in mkdocs.yml. Error messages quote the descriptions."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    site_name: str = Field(min_length=1, description="the network's name")
    site_names: Mapping[Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")], _Name] = Field(
        default_factory=dict,
        description="the network's name in other languages than the first, like {cy: Rhwydwaith Stryd y Llwyfen}",
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


def parse_settings(values: object, *, known_languages: Iterable[str]) -> Settings:
    """The settings from their values in mkdocs.yml. Raises ContentError with all errors in them."""
    settings, problems = recover_settings(values, known_languages=known_languages)
    if problems:
        raise ContentError(problems)
    return settings


def recover_settings(values: object, *, known_languages: Iterable[str]) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings, with substitutes for those that are missing or wrong, and the errors about these."""
    given = {**values} if isinstance(values, Mapping) else {}
    problems: list[Problem] = []
    if "mail_tools" in given:
        tools, faults = read_mail_tools(given.pop("mail_tools"))
        problems += (_problem(code, "mail_tools", what, fix) for code, what, fix in faults)
        given |= {"mail_tools": tools} if tools or not faults else {}
    try:
        settings = Settings.model_validate(given)
    except ValidationError as error:
        problems += (_setting_problem(str(details["loc"][0]), given) for details in error.errors())
        wrong = {details["loc"][0] for details in error.errors()}
        valid = {name: value for name, value in given.items() if name not in wrong}
        settings = Settings.model_validate({**_SUBSTITUTES, **valid})
    known = frozenset(known_languages)
    if unknown := [*_language_problems(settings.languages, known)]:
        problems += unknown
        usable = tuple(lang for lang in dict.fromkeys(settings.languages) if lang in known)
        settings = settings.model_copy(update={"languages": usable or Settings.model_fields["languages"].default})
    return settings, sort_problems(problems)


def _setting_problem(name: str, given: Mapping[object, object]) -> Problem:
    """The error about a setting that is unknown, missing or has the wrong form."""
    known = Settings.model_fields
    if name not in known:
        return _problem(
            "setting-unknown", name, "is not a setting", suggest(name, known, f"the settings are {', '.join(known)}")
        )
    if given.get(name) in (None, ""):
        return _problem("setting-missing", name, "is missing", f"write {known[name].description}")
    return _problem(
        "setting-invalid",
        name,
        f"is '{given[name]}', which does not have the right form",
        f"write {known[name].description}",
    )


def _language_problems(values: tuple[str, ...], known: Iterable[str]) -> Iterator[Problem]:
    names = sorted(known)
    for value in values:
        if value not in names:
            fix = suggest(value, names, f"use one of {', '.join(names)}")
            yield _problem("setting-invalid", "languages", f"names '{value}', which is unknown", fix)
        elif values.count(value) > 1:
            yield _problem("setting-repeated", "languages", f"names '{value}' twice", "keep one")


def _problem(code: Code, name: str, what: str, fix: str) -> Problem:
    return Problem(code, SETTINGS_FILE, None, f"`extra: newsroom: {name}` {what}", fix)
