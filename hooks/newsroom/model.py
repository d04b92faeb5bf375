"""What editors write at the head of a file: one model for each kind of page.

Every value reaches these models as the text that stands in the file, so that a title such as `Yes` or a number
in an ISBN is never turned into something else. Models are frozen; a key they do not name is an error.
Descriptions are written for editors: they end up in the JSON Schemas that editors' tools complete from.
"""

from typing import Annotated, Literal, get_origin
from urllib.parse import quote

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from newsroom.dates import PartialDate, parse_date
from newsroom.old_addresses import parse_old_address


def _date(value: object) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("date", "{why}", {"why": "is not a date"})
    try:
        return parse_date(value)
    except ValueError as error:
        raise PydanticCustomError("date", "{why}", {"why": str(error)}) from error


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Line = Annotated[Text, StringConstraints(pattern=r"^[^\n]*$")]
Link = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+\.[^\s/]+")]


def _old_address(value: str) -> str:
    try:
        parse_old_address(value)
    except ValueError as error:
        raise PydanticCustomError("address", "{why}", {"why": str(error)}) from error
    return value


SiteAddress = Annotated[str, AfterValidator(_old_address), WithJsonSchema({"type": "string", "pattern": "^/"})]
ISBN = Annotated[str, StringConstraints(pattern=r"^(97[89][- ]?)?([0-9][- ]?){9}[0-9Xx]$")]
FeedId = Annotated[
    str,
    StringConstraints(
        pattern=r"^(tag:[A-Za-z0-9._@-]+,\d{4}(-\d{2}(-\d{2})?)?:|urn:[A-Za-z0-9-]+:|https?://)[^\s<>\"{}|\\^`]+$"
    ),
]
ConsentRef = Annotated[
    str, StringConstraints(strip_whitespace=True, pattern=r"^[A-Za-z]{1,4}-?([0-9]{1,4}-)?[0-9]{1,6}[A-Za-z]?$")
]
"""A key like S-012, elm-1 or LAC-2024-017: too short for a name, and not a telephone number."""
DOI = Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")]
Date = Annotated[
    PartialDate,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}),
]


def _day(value: object) -> PartialDate:
    found = _date(value)
    if found.day is None:
        raise PydanticCustomError("day", "{why}", {"why": "does not say which day"})
    return found


Day = Annotated[
    PartialDate,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]


class Part(BaseModel):
    """Anything that stands in front matter."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Person(Part):
    """Somebody who wrote or sent an item, named as they wish to be."""

    name: Line = Field(description="The name as it should appear.")
    role: Line | None = Field(None, description="What they do, for example: Network Manager.")
    organisation: Line | None = Field(None, description="Where they do it.")

    @property
    def with_all(self) -> str:
        """The name, with the role and the organisation in brackets as far as they are known."""
        known = ", ".join(filter(None, (self.role, self.organisation)))
        return f"{self.name} ({known})" if known else self.name

    @property
    def with_role(self) -> str:
        """The name, with the role in brackets where there is one."""
        return f"{self.name} ({self.role})" if self.role else self.name


def _person(value: object) -> object:
    """A plain name is a person of that name."""
    return {"name": value} if isinstance(value, str) else value


def _people(value: object) -> object:
    """A single name or person is a list of one."""
    return [value] if isinstance(value, str | dict) else value


Author = Annotated[Person, BeforeValidator(_person)]


class Image(Part):
    """A picture that stands beside the file."""

    src: Line = Field(description="The picture's file, relative to this file.")
    alt: Line = Field(
        description="What the picture shows, for someone who cannot see it; decorative: it shows nothing that matters."
    )
    caption: Line | None = Field(None, description="The words below the picture.")
    credit: Line | None = Field(None, description="Who made the picture.")


Scope = Literal["web", "feed", "email", "social"]


class Consent(Part):
    """That a person agreed to have their story told here. Holds no private fact: ``ref`` points to the register."""

    ref: ConsentRef = Field(description="The key of the entry in the Network's private register, like S-012.")
    basis: Literal["consent", "previously-published"] = Field(
        description="Whether the person agreed to this page, or the piece had been published before."
    )
    source: Line | None = Field(None, description="Where the piece was published before.")
    identity: Literal["pseudonym", "first-name", "full-name", "anonymous"] = Field(
        description="How the person appears."
    )
    scope: tuple[Scope, ...] = Field(min_length=1, description="Where the piece may appear.")
    given: Date | None = Field(None, description="When the person agreed.")
    review_by: Date | None = Field(None, description="By when to ask the person again.")
    withdrawn: Date | None = Field(None, description="When the person took their story back: it then disappears.")


class FrontMatter(Part):
    """What every page has."""

    summary: Line = Field(description="One or two sentences: for lists, feeds, cards and search engines.")
    image: Image | None = Field(None, description="The lead picture.")
    redirect_from: tuple[SiteAddress, ...] = Field(
        (), description="Addresses this page, or its PDF, had before, the oldest first: [/old/name/, /old/report.pdf]."
    )
    draft: bool = Field(False, description="true keeps the page out of everything but the preview.")
    updated: Date | None = Field(None, description="When the text last changed in a way readers should know of.")

    @property
    def heading(self) -> str:
        """The page's name for readers."""
        raise NotImplementedError

    @property
    def files(self) -> tuple[str, ...]:
        """The files it names, as paths from its own file: its lead picture, for one."""
        return (self.image.src,) if self.image else ()

    @property
    def published(self) -> PartialDate | None:
        """When the page was published, and from when it is shown; None where it has no date, or is not out yet."""
        return None


class Page(FrontMatter):
    """A standing page in docs/."""

    title: Line = Field(description="The page's title.")

    @property
    def heading(self) -> str:
        return self.title


class Statement(Page):
    """The accessibility statement: ``docs/accessibility.md``, after the UK's model for public sector bodies."""

    prepared: Day = Field(description="The day on which the statement was first written.")
    reviewed: Day = Field(description="The day on which it was last read through and corrected, at least once a year.")


class Dated(FrontMatter):
    """What newsletters, publications and stories share."""

    title: Line = Field(description="The title.")
    date: Date = Field(
        description="2023-12-05, or 2023-12 or 2023 where no more is known. The future waits for its day."
    )
    undated: bool = Field(
        False, description="true: when the piece first appeared is not known; date is when it came to this site."
    )
    areas: tuple[Line, ...] = Field((), description="The areas it is about: file names from docs/areas/.")
    principles: tuple[Line, ...] = Field((), description="Which of the ten principles it shows.")
    id: FeedId | None = Field(
        None,
        description="What feed readers know the piece by, where it was known by another id before, "
        "like tag:elm.example,2026:story/the-garden. Never change it.",
    )

    @property
    def heading(self) -> str:
        return self.title

    @property
    def published(self) -> PartialDate | None:
        return self.date


class Newsletter(Dated):
    """An edition of the newsletter. Its second-level headings are its sections.

    Its file is ``newsletters/YYYY-MM.md``, ``YYYY-MM-DD.md`` or ``YYYY-MM-words.md``.
    """

    senders: Annotated[tuple[Author, ...], BeforeValidator(_people)] = Field(
        alias="from", min_length=1, description="Who the edition's note is from."
    )
    subject: Line = Field(max_length=150, description="The email's subject line.")
    preheader: Line = Field(max_length=250, description="The line that inboxes show after the subject.")
    email: bool = Field(True, description="false publishes the edition without an email.")


class Publication(Dated):
    """A report or study: ``publications/<slug>.md``."""

    subtitle: Line | None = Field(None, description="The second title.")
    kind: Literal["report", "study", "evaluation", "conference"] = Field(description="What sort of publication.")
    status: Literal["published", "forthcoming"] = Field(
        "published",
        description="forthcoming: it is not out yet. Its page is shown at once, and date is when it is expected.",
    )
    authors: tuple[Line, ...] = Field((), description="Who wrote it.")
    editors: tuple[Line, ...] = Field((), description="Who edited it.")
    contributors: tuple[Line, ...] = Field((), description="Who else contributed.")
    publisher: Line | None = Field(None, description="Who published it.")
    pages: int | None = Field(None, gt=0, description="How many pages it has; left out, they are counted in its PDF.")
    isbn: ISBN | None = Field(None, description="Its ISBN.")
    doi: DOI | None = Field(None, description="Its DOI, from 10. on.")
    file: Line | None = Field(None, description="Its PDF, beside this file.")
    link: Link | None = Field(None, description="Where it can be read, if its PDF is not here.")
    cover: Image | None = Field(None, description="A picture of its cover.")

    @property
    def files(self) -> tuple[str, ...]:
        own = (self.file, self.cover.src if self.cover else None)
        return (*(name for name in own if name), *super().files)

    @property
    def doi_url(self) -> str | None:
        """The address that leads to it for good, wherever it moves (what is not safe in one is encoded)."""
        return f"https://doi.org/{quote(self.doi, safe='/()')}" if self.doi else None

    @property
    def published(self) -> PartialDate | None:
        return None if self.status == "forthcoming" else self.date


class Story(Dated):
    """A story, reflection, interview, blog, poem or piece of news: ``stories/<slug>.md``."""

    kind: Literal["story", "reflection", "interview", "guest-blog", "poem", "news"] = Field(
        description="What sort of piece."
    )
    author: Author | None = Field(None, description="Who wrote it: a name, or a group with name, role, organisation.")
    authors: tuple[Author, ...] = Field((), description="Who wrote it, where there are several.")
    consent: Consent | None = Field(None, description="The agreement of the person whose life it tells.")

    @property
    def writers(self) -> tuple[Person, ...]:
        """Everybody who wrote it, in the order in which they are named."""
        return self.authors or ((self.author,) if self.author else ())


class Area(FrontMatter):
    """A place with Local Area Coordination: ``docs/areas/<slug>.md``."""

    name: Line = Field(description="The area's name.")
    nation: Literal["England", "Wales"] = Field(description="Where it is.")
    council: Line | None = Field(None, description="The council.")
    joined: Date | None = Field(None, description="When it joined the Network.")

    @property
    def heading(self) -> str:
        return self.name


class Principle(FrontMatter):
    """One of the ten principles: ``docs/principles/<slug>.md``."""

    title: Line = Field(description="The principle's name.")
    order: int = Field(ge=1, description="Its place among the principles.")

    @property
    def heading(self) -> str:
        return self.title


LIST_FIELDS = frozenset(
    field.alias or name
    for model in (Consent, Page, Newsletter, Publication, Story, Area, Principle)
    for name, field in model.model_fields.items()
    if get_origin(field.annotation) is tuple
)
"""The names of the fields that are lists, wherever they are in front matter."""
