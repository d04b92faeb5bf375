"""Pages in docs/ that are not about an area or a principle."""

from typing import Literal

from pydantic import Field

from newsroom.content.model.base import rare
from newsroom.content.model.parts import FrontMatter
from newsroom.content.model.values import Line, OneDay
from newsroom.content.types.base import ContentType, FolderRules, Look, slug_file_name


class Page(FrontMatter):
    """A page in docs/."""

    title: Line = Field(description="The page's title.")
    search: Literal["normal", "low", "none"] = Field(
        "normal", description="low: other pages come before it in search results; none: the search does not find it."
    )
    adds: Line | None = Field(
        None,
        description="For pages of the editors' guide: the type of item that it shows how to add, like story. The page "
        "then leads to where one is written.",
        json_schema_extra=rare,
    )
    language: Literal["en"] | None = Field(
        None,
        description="For pages of the editors' guide, which are in English on every site: en. Delete it in a page that "
        "you translate.",
        json_schema_extra=rare,
    )

    @property
    def closed_channels(self) -> frozenset[str]:
        return frozenset({"search"}) if self.search == "none" else frozenset()

    @property
    def is_low_in_search(self) -> bool:
        return self.search == "low"


class Statement(Page):
    """The accessibility statement: ``docs/accessibility.md``, after the UK's model for public sector bodies."""

    prepared: OneDay = Field(description="The day on which the statement was first written.")
    reviewed: OneDay = Field(
        description="The day on which it was last read through and corrected, at least once a year."
    )


PAGE = ContentType(
    name="page",
    singular="page",
    plural="other pages",
    position=60,
    folder="docs",
    model=Page,
    file_name=slug_file_name("about-us"),
    folder_rules=FolderRules(is_flat=False, other_names=("doc",), similar_names=("content", "page", "pages")),
    looks={"": Look("home.html", "village"), "subscribe/": Look("subscribe.html")},
    kicker=lambda _front, _t: (),
)
STATEMENT = ContentType(
    name="statement",
    singular="page",
    plural="other pages",
    position=61,
    folder="docs",
    folder_rules=FolderRules(only="accessibility"),
    model=Statement,
    file_name=PAGE.file_name,
    label="page",
    kicker=PAGE.kicker,
)
