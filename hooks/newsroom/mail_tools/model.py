"""What a mail tool is: its name, its merge tags, and the signs that mark a tag.

A built-in tool and one that is defined in mkdocs.yml have the same fields. Error messages quote the descriptions.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

_FALLBACK = "{fallback}"
"""The placeholder for the author's fallback in a tool's tag for the first name."""
SAMPLE_NAME = "Ada"


class EmailForm(StrEnum):
    """The forms of an email."""

    HTML = "html"
    TEXT = "txt"
    MARKDOWN = "md"

    @property
    def ending(self) -> str:
        """The ending of its file's name. It is ``txt`` for Markdown, because MkDocs makes pages of ``.md`` files."""
        return "txt" if self is EmailForm.MARKDOWN else self.value


_Text = Annotated[str, StringConstraints(pattern=r"^[^\n\r\x00]{0,300}$", strip_whitespace=True)]
_Address = Annotated[str, StringConstraints(pattern=r"^[^\n\r\"<>]{0,300}$", strip_whitespace=True)]


@dataclass(frozen=True)
class Tag:
    """A merge tag, which a mail tool fills in for each reader.

    ``text`` is the tag for the plain-text part, empty if it has none. For HTML it has one of three forms: ``href`` is
    the address of a link, ``element`` is the name of an element that replaces the link, and ``html`` is printed as it
    is.
    """

    __pydantic_config__: ClassVar = ConfigDict(extra="forbid")

    text: _Text = ""
    href: _Address = ""
    element: Annotated[str, StringConstraints(pattern=r"^[a-z]{0,40}$")] = ""
    html: _Text = ""

    @property
    def html_forms(self) -> tuple[str, ...]:
        """The texts that may be in HTML: addresses, elements and printed tags."""
        return tuple(filter(None, (self.href, f"<{self.element}>" if self.element else "", self.html)))

    @property
    def forms(self) -> tuple[str, ...]:
        """All texts by which it is recognised, in HTML and in plain text."""
        return tuple(dict.fromkeys((*self.html_forms, *filter(None, [self.text]))))


def _link(value: object) -> object:
    return {"text": value, "href": value} if isinstance(value, str) else value


def _printed(value: object) -> object:
    return {"text": value, "html": value} if isinstance(value, str) else value


def _check_html(tag: Tag) -> Tag:
    if not tag.html_forms:
        raise ValueError("it has no form for HTML")
    return tag


def _check_marks(marks: tuple[str, ...]) -> tuple[str, ...]:
    for mark in marks:
        opening, _, closing = mark.partition(" ")
        signs = opening + closing
        if not opening or not closing or any(sign.isalnum() or sign in " <>&\"'" for sign in signs):
            raise ValueError("a mark is the signs before a tag, a space, and the signs after it")
    return marks


@dataclass(frozen=True)
class Sample:
    """What previews show in a tag's place.

    ``unknown`` is what readers get whose first name is not known; None if the tag has no fallback.
    """

    tag: str
    value: str
    unknown: str | None = None


LinkTag = Annotated[Tag, BeforeValidator(_link), AfterValidator(_check_html)]
PrintedTag = Annotated[Tag, BeforeValidator(_printed), AfterValidator(_check_html)]


class MailTool(BaseModel):
    """One mail tool. If it has no tag for something, the settings and the edition's page are used.

    ``counts_clicks``: the tool can replace each link by a longer address of its own, to count clicks. ``note`` says
    what the person who sends must do so that every greeting has a name. ``sources`` are the documents that the tags
    were taken from.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")] = Field(
        description="a name for addresses, in lower-case letters, digits and hyphens, like our-tool"
    )
    label: Annotated[str, StringConstraints(min_length=1, max_length=60, strip_whitespace=True)] = Field(
        description="the tool's name for people, like Our Tool"
    )
    marks: Annotated[tuple[str, ...], AfterValidator(_check_marks)] = Field(
        (), description='a list of the signs before and after a tag with a space between, like ["%% %%"]'
    )
    unsubscribe: LinkTag | None = Field(
        None, description="the tag for the address to unsubscribe, like %%UNSUBSCRIBE%%"
    )
    view_online: LinkTag | None = Field(
        None, description="the tag for the address at which the email is on the web, like %%WEBVERSION%%"
    )
    preferences: LinkTag | None = Field(
        None, description="the tag for the address at which readers choose what they receive, like %%PREFERENCES%%"
    )
    address: PrintedTag | None = Field(None, description="the tag for the sender's postal address, like %%ADDRESS%%")
    first_name: Annotated[str, StringConstraints(pattern=r"^[^\n\r<>]{1,200}$", strip_whitespace=True)] | None = Field(
        None, description="the tag for the first name, with {fallback} where other words go, like %%NAME|{fallback}%%"
    )
    adds_footer: bool = Field(
        False, description="true if the tool itself adds a postal address and a link to unsubscribe to every email"
    )
    counts_clicks: bool = Field(True, description="false if the tool cannot count clicks")
    parts: tuple[EmailForm, ...] = Field((EmailForm.HTML, EmailForm.TEXT), description="[html, txt] or [md]")
    steps: tuple[str, ...] = Field((), description="a list of the steps in which an edition is pasted into the tool")
    note: str = Field("", description="what the sender must do so that every greeting has a name")
    sources: tuple[str, ...] = Field((), description="a list of the addresses of the tool's manual")

    @property
    def tags(self) -> tuple[Tag, ...]:
        """Its tags, without that for the first name."""
        found = (self.unsubscribe, self.view_online, self.preferences, self.address)
        return tuple(tag for tag in found if tag)

    @property
    def tag_forms(self) -> frozenset[str]:
        """All texts of its tags, without that for the first name."""
        return frozenset(form for tag in self.tags for form in tag.forms)

    @property
    def has_fallback(self) -> bool:
        """Whether its tag for the first name has the fallback in it."""
        return self.first_name is not None and _FALLBACK in self.first_name

    def first_name_tag(self, fallback: str) -> str:
        """Its tag for the first name, with the words for readers whose name is unknown; these if it has no tag."""
        plain = fallback.replace("'", "’")  # a tag may have its fallback in single quotes
        return self.first_name.replace(_FALLBACK, plain) if self.first_name else plain

    def samples(self, fallbacks: tuple[str, ...] = ()) -> Iterator[Sample]:
        """What previews show in the places of its tags, without elements. Addresses have the value "#".

        ``fallbacks`` are those of the greetings in an edition.
        """
        named = (
            ("Unsubscribe", self.unsubscribe),
            ("View online", self.view_online),
            ("Preferences", self.preferences),
            ("Postal address", self.address),
        )
        for what, tag in named:
            for form in tag.forms if tag else ():
                if not form.startswith("<"):
                    yield Sample(form, "#" if tag and form == tag.href else what)
        for fallback in fallbacks if self.first_name else ():
            yield Sample(self.first_name_tag(fallback), SAMPLE_NAME, fallback if self.has_fallback else None)
