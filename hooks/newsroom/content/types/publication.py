"""Reports and studies."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Self
from urllib.parse import quote

from pydantic import ConfigDict, Field, model_validator

from newsroom.content.dates import PartialDate
from newsroom.content.local_files import find_local_place
from newsroom.content.model.creator import Creator, Creators, PlainName
from newsroom.content.model.parts import Dated, Image
from newsroom.content.model.values import DOI, ISBN, Date, Line, WebAddress
from newsroom.content.several_names import are_several, split_names
from newsroom.content.types.base import ContentType, FolderRules, Look, TextRules, slug_file_name
from newsroom.content.types.graph import Graph, Node
from newsroom.english import field_name
from newsroom.problems import Problem, shorten

if TYPE_CHECKING:
    from newsroom.content.document import Source


_Finding = Annotated[Line, Field(max_length=240)]


def _date_or_forthcoming(schema: dict[str, Any]) -> None:
    """Say in the JSON Schema that a forthcoming publication needs no ``date``."""
    schema["required"].remove("date")
    schema["anyOf"] = [{"required": ["date"]}, {"required": ["expected", "added"]}]


class Publication(Dated):
    """A report or study: ``publications/<slug>.md``."""

    model_config = ConfigDict(json_schema_extra=_date_or_forthcoming)
    file_fields: ClassVar = ("file",)
    shared_days: ClassVar = ("date", "expected")

    subtitle: Line | None = Field(None, description="The second title.")
    kind: Literal["report", "study", "evaluation", "conference"] = Field(description="What sort of publication.")
    date: Date = Field(
        description="The day it came out: 2023-12-05, or 2023-12 or 2023 where no more is known. One that is not out "
        "yet has expected and added instead."
    )
    expected: Date | None = Field(
        None, description="When it will be out, where it is not out yet; added is then the day of its page."
    )
    authors: Creators = Field((), description="Who wrote it.")
    editors: Creators = Field((), description="Who edited it.")
    contributors: Creators = Field((), description="Who else contributed.")
    publisher: Line | None = Field(None, description="Who published it.")
    pages: int | None = Field(
        None, gt=0, title="Number of pages", description="How many pages it has; left out, they are counted in its PDF."
    )
    isbn: ISBN | None = Field(None, title="ISBN", description="Its ISBN.")
    doi: DOI | None = Field(None, title="DOI", description="Its DOI, from 10. on.")
    file: Line | None = Field(None, title="PDF", description="Its PDF, beside this file.")
    link: WebAddress | None = Field(None, description="Where it can be read, if its PDF is not here.")
    cover: Image | None = Field(
        None, description="A picture of its cover; without one, a cover is drawn from its title."
    )
    findings: Annotated[tuple[_Finding, ...], Field(max_length=7)] = Field(
        (), title="Key findings", description="What it found, in up to seven items of one or two sentences each."
    )

    @model_validator(mode="before")
    @classmethod
    def _date_of_forthcoming(cls, values: dict[str, Any]) -> dict[str, Any]:
        """Date a forthcoming publication by the day of its page, so that ``date`` is asked for when it is out."""
        is_forthcoming = "expected" in values and "added" in values
        return {"date": values["added"], **values} if is_forthcoming else values

    @property
    def lead_image(self) -> Image | None:
        return self.cover or self.image

    @property
    def attachment(self) -> str | None:
        return self.file

    @property
    def doi_url(self) -> str | None:
        """The permanent address of the publication (https://www.doi.org), percent-encoded."""
        return f"https://doi.org/{quote(self.doi, safe='/()')}" if self.doi else None

    @property
    def is_forthcoming(self) -> bool:
        return self.expected is not None

    @property
    def state(self) -> str:
        return "publication.forthcoming" if self.is_forthcoming else ""

    @property
    def first_published(self) -> PartialDate | None:
        return None if self.is_forthcoming else super().first_published

    @property
    def shown_date(self) -> PartialDate:
        return self.expected or self.date

    @property
    def date_label(self) -> str:
        return "date.expected" if self.is_forthcoming else super().date_label

    @property
    def creators(self) -> tuple[str, ...]:
        return tuple(creator.name for creator in self.authors or self.editors)

    @property
    def contributor_names(self) -> tuple[str, ...]:
        others = (*(self.editors if self.authors else ()), *self.contributors)
        return tuple(creator.name for creator in others)

    @property
    def search_names(self) -> tuple[str | None, ...]:
        people = (*self.authors, *self.editors, *self.contributors)
        names = (creator.name for creator in people)
        return (self.subtitle, *names, self.publisher, self.isbn, self.doi, *self.findings)

    def with_page_count(self, pages: int) -> Self:
        return self if self.pages else self.model_copy(update={"pages": pages})


def _check(front: Publication, source: "Source") -> Iterator[Problem]:
    for field, creators in (("authors", front.authors), ("editors", front.editors)):
        for number, creator in enumerate(creators):
            if isinstance(creator, PlainName):
                yield _unclear_name((field, number), creator.name, source)
    if front.expected and "date" in source.values:
        what = "the publication is not out yet, but has a `date`, which would still be there when it is"
        day = front.date.first_day.isoformat()
        fix = f"write the day of its page as 'added: {day}'; `date` is for the day it comes out"
        yield source.field_problem("publication-forthcoming-date", "date", what, fix)
    if front.expected and front.file:
        what = "the publication is not out yet, but names a PDF, which would be out with this page"
        fix = "delete the line `file`, or the line `expected`"
        yield source.field_problem("publication-forthcoming-file", "file", what, fix)
    if front.file and not front.file.lower().endswith(".pdf") and not find_local_place(front.file):
        what = f"`file` is '{shorten(front.file)}', which is not a PDF"
        yield source.field_problem("publication-file-not-pdf", "file", what, "name a .pdf file")


def _person_form(name: str) -> str:
    """How to write a whole name, whose last part is the family name, with what is in lower case before it."""
    return re.sub(r"^(.+?) ((?:[a-z]\S* )*\S+)$", r"{given: \1, family: \2}", name)


def _unclear_name(key: tuple[str, int], name: str, source: "Source") -> Problem:
    asked = f"whether '{shorten(name)}' is a person or an organisation, which references need"
    fix = "write a person as {given: Ada, family: Elm}, an organisation as {organisation: Elm Trust}"
    if are_several(name):
        each = ", ".join(_person_form(one) for one in split_names(name))
        fix = f"write several people as a list, '{key[0]}: [{each}]'; an organisation is {{organisation: Elm Trust}}"
    return source.field_problem("author-kind-unknown", key, f"{field_name(key)} does not say {asked}", fix)


def _creator(creator: Creator) -> Node | str:
    """The node of a creator; a text if it is not known whether it is a person or an organisation."""
    if creator.organisation:
        return {"@type": "Organization", "name": creator.name}
    if creator.family:
        return {"@type": "Person", "name": creator.name, "givenName": creator.given, "familyName": creator.family}
    return creator.name


def _report(front: Publication, graph: Graph) -> Node:
    pdf = {"@type": "MediaObject", "contentUrl": graph.file_url(front.file or ""), "encodingFormat": "application/pdf"}
    return {
        "@type": "CreativeWork" if front.kind == "conference" else "Report",
        "@id": graph.own_id("publication"),
        "name": front.title,
        "headline": front.title,
        "alternativeHeadline": front.subtitle,
        "creativeWorkStatus": graph.t("publication.forthcoming") if front.is_forthcoming else None,
        "author": [_creator(creator) for creator in front.authors],
        "editor": [_creator(creator) for creator in front.editors],
        "contributor": [_creator(creator) for creator in front.contributors],
        "publisher": {"@type": "Organization", "name": front.publisher} if front.publisher else None,
        "numberOfPages": front.pages,
        "isbn": re.sub(r"[- ]", "", front.isbn) if front.isbn else None,
        "sameAs": front.doi_url,
        "encoding": pdf if front.file else None,
    }


PUBLICATION = ContentType(
    name="publication",
    plural="publications",
    position=30,
    folder="publications",
    model=Publication,
    file_name=slug_file_name("which-way-next"),
    folder_rules=FolderRules(other_names=("publication",), similar_names=("report", "reports")),
    text_rules=TextRules(
        "publication.md",
        removed_fields={
            "status": "remove the line; if the publication is not out yet, write when it will be, like "
            "'expected: 2027', and in place of `date` a line 'added: …' with the day on which this page appears"
        },
    ),
    check=_check,
    card="books",
    looks={"publications/": Look("publications.html", "books")},
    in_menu=True,
    structured=_report,
)
