"""The settings of one network's site, from mkdocs.yml: names, addresses, languages, menu, mail tools."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from newsroom.mail_tools import GENERIC, MAIL_TOOLS, MailTool
from newsroom.mail_tools.signup_form import SignupForm
from newsroom.setting_values import MenuSetting, NamesByLanguage, SocialLink, TextByLanguage, text_in

_SITE_URL = r"^https?://[^\s?#\[\]@/:]+(:(\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}))?/([^\s?#]+/)?$"
"""Matches "https://elm.example/" and "http://localhost:8000/elm/", not "https://elm.example" or a port of 99999."""

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
    signup_url: Annotated[str, StringConstraints(pattern=r"^(https://|mailto:)\S+$")] | None = Field(
        None, description="where people sign up for the newsletter, from https:// or mailto: on"
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
    nations: NamesByLanguage = Field(
        default_factory=dict,
        description="the nations or regions of the areas, in the order of their page, each with its names in the other "
        "languages, like {England: {cy: Lloegr}, Wales: {cy: Cymru}}, or [England, Wales] if they have none; left out, "
        "areas may name any",
    )
    places: NamesByLanguage = Field(
        default_factory=dict,
        description="the names in other languages of places that areas have in `places`, like "
        "{London: {cy: Llundain}}; a place that is left out has the same name in each language",
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
        """The names of these values, and of places, in a language, by the name of the group."""
        groups = {"nation": self.nations, "place": self.places}
        return {
            group: {value: names.get(lang, value) for value, names in values.items()}
            for group, values in groups.items()
        }

    @property
    def known_mail_tools(self) -> tuple[MailTool, ...]:
        """The built-in mail tools, and those that the settings define."""
        return tuple({**MAIL_TOOLS, **{tool.name: tool for tool in self.mail_tools}}.values())

    def edit_url(self, path: str) -> str | None:
        """The address at which a file of the repository is edited; None if the repository's is not known."""
        return f"{self.repository_url.rstrip('/')}/{self.edit_uri}{path}" if self.repository_url else None
