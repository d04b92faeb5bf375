"""Editions of the newsletter."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator, Field

from newsroom.content.dates import PartialDate, parse_date
from newsroom.content.model.parts import Author, Dated, list_of_people
from newsroom.content.model.values import Date, Line, OneDay
from newsroom.content.types.base import ContentType, FileName, FolderRules, Look, TextRules
from newsroom.content.types.graph import Graph, Node, person_nodes
from newsroom.problems import Problem

if TYPE_CHECKING:
    from newsroom.content.document import Source

_DATE = r"[0-9]{4}-(?:0[1-9]|1[0-2])(?:-[0-9]{2}(?![^-.]))?"
_EDITION = rf"{_DATE}(?:-[a-z][a-z0-9]*(?:-[a-z0-9]+)*)?"
"""Matches 2023-12, 2023-12-05, 2023-12-special and 2023-12-05-special, not 2023-12-5."""


class Newsletter(Dated):
    """An edition of the newsletter. Its second-level headings are its sections.

    Its file is ``newsletters/YYYY-MM.md``, ``YYYY-MM-DD.md`` or ``YYYY-MM-words.md``.
    """

    date: Date = Field(description="The day on which it comes out, if the file's name has only the month.")
    senders: Annotated[tuple[Author, ...], BeforeValidator(list_of_people)] = Field(
        alias="from", min_length=1, description="Who the edition's note is from."
    )
    subject: Line = Field(max_length=150, description="The email's subject line.")
    preheader: Line = Field(max_length=250, description="The line that inboxes show after the subject.")
    email: bool = Field(True, title="Has an email", description="Whether the edition is also an email.")

    sent: OneDay | None = Field(
        None, title="Sent on", description="The day on which its email was sent to subscribers."
    )

    @property
    def closed_channels(self) -> frozenset[str]:
        return frozenset() if self.email else frozenset({"email"})

    @property
    def creators(self) -> tuple[str, ...]:
        return tuple(sender.name for sender in self.senders)

    @property
    def search_names(self) -> tuple[str | None, ...]:
        return tuple(sender.with_role for sender in self.senders)


def edition_date(slug: str) -> PartialDate | None:
    """The month or day at the beginning of an edition's name; None if it has no valid one."""
    match = re.match(_DATE, slug)
    try:
        return parse_date(match[0]) if match else None
    except ValueError:
        return None


def _fields(slug: str) -> Mapping[str, str] | None:
    day = edition_date(slug)
    return {"date": day.isoformat()} if day else None


def _check(front: Newsletter, source: "Source") -> Iterator[Problem]:
    edition = edition_date(posixpath.basename(source.path))
    if edition and not edition.covers(front.date):
        what = f"`date` is {front.date.isoformat()}, but the file is the edition of {edition.isoformat()}"
        fix = "remove the line `date`, or rename the file"
        yield source.field_problem("edition-date-mismatch", "date", what, fix)


def _issue(front: Newsletter, graph: Graph) -> Node:
    periodical = {
        "@type": "Periodical",
        "@id": graph.id("periodical", "newsletters/"),
        "name": graph.t("newsletters.periodical", name=graph.network_name),
        "publisher": graph.network,
    }
    return {
        "@type": "PublicationIssue",
        "@id": graph.own_id("issue"),
        "name": front.title,
        "headline": front.title,
        "issueNumber": graph.slug,
        "author": person_nodes(front.senders),
        "publisher": graph.network,
        "isPartOf": periodical,
    }


NEWSLETTER = ContentType(
    name="newsletter",
    plural="newsletters",
    position=20,
    folder="newsletters",
    model=Newsletter,
    file_name=FileName(
        _EDITION,
        "name an edition by its month or day, like '2023-12.md', '2023-12-05.md' or '2023-12-special.md'",
        "2023-12",
        _fields,
        made_from="month",
    ),
    folder_rules=FolderRules(other_names=("newsletter",), similar_names=("edition", "editions")),
    text_rules=TextRules("newsletter.md", is_sectioned=True),
    check=_check,
    card="window",
    items_per_page=12,
    looks={"newsletters/": Look("newsletters.html", "window")},
    in_menu=True,
    has_email=True,
    structured=_issue,
)
