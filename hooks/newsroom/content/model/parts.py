"""The parts that several models share: people, pictures, and the fields of every page."""

import datetime
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, ClassVar, Self, get_args

from pydantic import BeforeValidator, Field

from newsroom.content.dates import PartialDate
from newsroom.content.model.base import FrontMatterModel, rare
from newsroom.content.model.consent import Consent
from newsroom.content.model.values import Date, FeedId, Line, OneDay, Reason, SiteAddress


class Person(FrontMatterModel):
    """A person who wrote or sent an item, named as they wish."""

    name: Line = Field(description="The name as it should appear.")
    role: Line | None = Field(None, description="What they do, for example: Editor.")
    organisation: Line | None = Field(None, description="Where they do it.")

    @property
    def with_all(self) -> str:
        """The name, with the role and the organisation in brackets if they are known."""
        known = ", ".join(filter(None, (self.role, self.organisation)))
        return f"{self.name} ({known})" if known else self.name

    @property
    def with_role(self) -> str:
        """The name, with the role in brackets if there is one."""
        return f"{self.name} ({self.role})" if self.role else self.name


def _person(value: object) -> object:
    """Turn a plain name into a person."""
    return {"name": value} if isinstance(value, str) else value


def list_of_people(value: object) -> object:
    """Turn a single name or person into a list."""
    return [value] if isinstance(value, str | dict) else value


Author = Annotated[Person, BeforeValidator(_person, json_schema_input_type=Person | str)]


class Image(FrontMatterModel):
    """A picture in the folder of the file."""

    src: Line = Field(title="File", description="The picture's file, relative to this file.")
    alt: Line = Field(
        title="Alternative text",
        description="What the picture shows, for someone who cannot see it; decorative: it shows nothing that matters.",
    )
    caption: Line | None = Field(None, description="The words below the picture.")
    credit: Line | None = Field(None, description="Who made the picture.")
    person: bool = Field(
        False,
        title="Shows a person",
        description="Whether it shows a person who can be recognised, which needs consent.",
    )


class Allowed(FrontMatterModel):
    """Something that looks like private data, but may be public."""

    what: Line = Field(description="The text that the check quotes: a telephone number, an address, a file's name.")
    why: Reason = Field(description="Why it may be public, in at least three words.")


class OldFile(FrontMatterModel):
    """A file of the page that had another address before."""

    file: Line = Field(description="The file, relative to this file, like report.pdf.")
    address: SiteAddress = Field(description="Where it was before, like /old/Report.pdf.")


class FrontMatter(FrontMatterModel):
    """The front matter that every page has."""

    summary: Line = Field(description="One or two sentences: for lists, feeds, cards and search engines.")
    image: Image | None = Field(None, description="The lead picture.")
    redirect_from: tuple[SiteAddress, ...] = Field(
        (),
        title="Old addresses",
        description="Addresses that this page or its PDF had before, the oldest first, like /old/name/.",
        json_schema_extra=rare,
    )
    old_files: tuple[OldFile, ...] = Field(
        (),
        title="Old addresses of files",
        description="Addresses that files in the text had before: they are published there, too.",
        json_schema_extra=rare,
    )
    people: bool = Field(
        False,
        title="Text shows people",
        description="Whether a picture in the text shows a person who can be recognised, which needs consent.",
        json_schema_extra=rare,
    )
    consent: Consent | None = Field(None, description="The agreement of the person whose life it tells or shows.")
    consent_not_needed: Line | None = Field(
        None,
        title="Why no consent is needed",
        description="Why nobody has to agree, where the checks ask about a person's life.",
        json_schema_extra=rare,
    )
    draft: bool = Field(False, description="Whether it is a draft, which only the preview shows.")
    updated: Date | None = Field(
        None, description="When the text last changed in a way readers should know of.", json_schema_extra=rare
    )
    allow: tuple[Allowed, ...] = Field(
        (),
        title="Allowed private data",
        description="What looks like private data on this page, but may be public.",
        json_schema_extra=rare,
    )

    title_field: ClassVar[str] = "title"
    """The field with the page's name for readers."""
    file_fields: ClassVar[tuple[str, ...]] = ()
    """The fields, besides pictures, that name a file."""
    shared_days: ClassVar[tuple[str, ...]] = ()
    """The fields with a day that is the same in all languages of an item."""

    @property
    def heading(self) -> str:
        """The page's name for readers."""
        return str(getattr(self, self.title_field))

    @classmethod
    def file_keys(cls) -> tuple[tuple[str, ...], ...]:
        """The fields that name a file, as paths of keys: the path of a picture ends in "src"."""
        pictures = {name for name, field in cls.model_fields.items() if Image in get_args(field.annotation)}
        names = (name for name in cls.model_fields if name in pictures or name in cls.file_fields)
        return tuple((name, "src") if name in pictures else (name,) for name in names)

    @property
    def files(self) -> tuple[str, ...]:
        """The files that it names, like its lead picture, as paths relative to its own file."""
        values = (getattr(self, name) for name, *_ in self.file_keys())
        return tuple(value.src if isinstance(value, Image) else value for value in values if value)

    @property
    def pictures(self) -> tuple[Image, ...]:
        """The pictures that it names."""
        return tuple(picture for _, picture in self.named_pictures())

    def named_pictures(self) -> Iterator[tuple[str, Image]]:
        """Its pictures, each with the name of its field."""
        for name, value in vars(self).items():
            if isinstance(value, Image):
                yield name, value

    @property
    def lead_image(self) -> Image | None:
        """The picture above the text, which lists and feeds also show."""
        return self.image

    @property
    def attachment(self) -> str | None:
        """The PDF that the page is about, as a path relative to its own file, for feeds and the search."""
        return None

    @property
    def published(self) -> PartialDate | None:
        """The date from which the page is shown; None if it has no date."""
        return None

    @property
    def closed_channels(self) -> frozenset[str]:
        """The channels (``Channel``) on which it never appears."""
        return frozenset()

    @property
    def is_low_in_search(self) -> bool:
        """Whether other pages come before it in search results."""
        return False

    @property
    def search_names(self) -> tuple[str | None, ...]:
        """Names and numbers outside the text that the search also finds."""
        return ()

    def with_page_count(self, _pages: int) -> Self:
        """A copy with the number of pages of ``attachment``."""
        return self


class Dated(FrontMatter):
    """The front matter that newsletters, publications and stories share."""

    shared_days: ClassVar[tuple[str, ...]] = ("date",)

    title: Line = Field(description="The title, as readers see it.")
    date: Date = Field(
        description="2023-12-05, or 2023-12 or 2023 where no more is known. A date in the future waits for that day."
    )
    added: OneDay | None = Field(
        None,
        description="The day the item comes to this site, like 2026-12-18, if that is later than date: feeds show it "
        "as new from then. A date in the future waits for that day.",
        json_schema_extra=rare,
    )
    undated: bool = Field(
        False,
        description="Whether it is not known when the item first appeared; date is then when it came to this site.",
        json_schema_extra=rare,
    )
    areas: tuple[Line, ...] = Field((), description="The areas it is about.")
    principles: tuple[Line, ...] = Field((), description="Which of the principles it shows.")
    id: FeedId | None = Field(
        None,
        title="Feed id",
        description="What feed readers know the item by, where it was known by another id before, "
        "like tag:a.example,2026:7. Never change it.",
        json_schema_extra=rare,
    )

    @property
    def published(self) -> PartialDate:
        """The day from which it is on this site: the later of ``date`` and ``added``."""
        return self.added if self.added and self.added.first_day > self.date.first_day else self.date

    @property
    def first_published(self) -> PartialDate | None:
        """When the work first appeared anywhere; None if that is unknown or in the future."""
        return None if self.undated else self.date

    @cached_property
    def year(self) -> int | None:
        """The year under which lists and the search have it; None if it belongs to none."""
        return self.first_published.year if self.first_published else None

    @property
    def is_forthcoming(self) -> bool:
        """Whether the work is not published yet."""
        return False

    @property
    def state(self) -> str:
        """The catalogue name of a label that says what readers must know first, like "Forthcoming"; "" if none."""
        return ""

    @property
    def leaf(self) -> datetime.date | None:
        """The day that its card shows like a leaf of a calendar, if it has no picture."""
        return None

    @property
    def is_featured(self) -> bool:
        """Whether it comes before all others in its list, and on the home page."""
        return False

    @property
    def shown_date(self) -> PartialDate:
        """The date that readers see next to the title, with ``date_label``."""
        return self.date

    @property
    def date_label(self) -> str:
        """The catalogue name of the text around ``shown_date``; "" if it has none."""
        return "date.added" if self.undated else ""

    @property
    def creators(self) -> tuple[str, ...]:
        """The names of those who wrote or sent it, as feeds list them."""
        return ()

    @property
    def contributor_names(self) -> tuple[str, ...]:
        """The names of other contributors, as feeds list them."""
        return ()
