"""Areas with Local Area Coordination."""

from types import MappingProxyType
from typing import Annotated

from pydantic import Field

from newsroom.content.model.parts import FrontMatter
from newsroom.content.model.values import Date, Line, NamedInCatalogue
from newsroom.content.types.base import ContentType, FolderRules, Look, Translate, slug_file_name
from newsroom.content.types.graph import Graph, Node


class Area(FrontMatter):
    """A place with Local Area Coordination: ``docs/areas/<slug>.md``."""

    name: Line = Field(description="The area's name.")
    nation: Annotated[Line, NamedInCatalogue("nation")] = Field(description="Where it is.")
    council: Line | None = Field(None, description="The council.")
    joined: Date | None = Field(None, description="When it joined the Network.")

    @property
    def heading(self) -> str:
        return self.name


def _kicker(front: Area, t: Translate) -> tuple[str, ...]:
    return (t("area.kicker"), t(f"nation.{front.nation}"))


def _place(front: Area, graph: Graph) -> Node:
    nation = {"@type": "Country", "name": graph.t(f"nation.{front.nation}")}
    return {"description": front.summary, "containedInPlace": nation}


AREA = ContentType(
    name="area",
    plural="areas",
    position=40,
    folder="docs/areas",
    model=Area,
    file_name=slug_file_name("south-tyneside"),
    folder_rules=FolderRules(has_index=True),
    card="village",
    looks=MappingProxyType({"areas/": Look("areas.html", "village")}),
    kicker=_kicker,
    in_menu=True,
    schema_type="AdministrativeArea",
    structured=_place,
    topic_field="areas",
)
