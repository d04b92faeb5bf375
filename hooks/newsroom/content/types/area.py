"""Areas: the places of a network."""

from typing import Annotated, ClassVar

from pydantic import Field

from newsroom.content.model.base import FrontMatterModel, rare
from newsroom.content.model.parts import FrontMatter
from newsroom.content.model.values import (
    Date,
    EmailAddress,
    Line,
    NamedInSettings,
    PhoneNumber,
    PositionField,
    WebAddress,
)
from newsroom.content.translate import Translate
from newsroom.content.types.base import ContentType, FolderRules, Look, slug_file_name
from newsroom.content.types.graph import Graph, Node


class Contact(FrontMatterModel):
    """How to reach the people who work in an area."""

    name: Line | None = Field(None, description="Who answers, for example: the team at the library.")
    email: EmailAddress | None = Field(None, title="Email address", description="A public address, not a private one.")
    phone: PhoneNumber | None = Field(None, title="Telephone number", description="A public number, not a private one.")
    link: WebAddress | None = Field(None, title="Web page", description="A page with a form or with more ways.")


class AreaWorker(FrontMatterModel):
    """Somebody who works in an area, named as the area wishes. Nobody is named who has not agreed to it."""

    name: Line = Field(description="The name as the person wishes it, such as the first name alone.")
    neighbourhood: Line | None = Field(None, description="Where they work.")


class Area(FrontMatter):
    """A place of the network: ``docs/areas/<slug>.md``."""

    title_field: ClassVar = "name"

    name: Line = Field(description="The area's name.")
    nation: Annotated[Line, NamedInSettings("nation")] = Field(description="Where it is.")
    council: Line | None = Field(None, description="The council.")
    link: WebAddress | None = Field(
        None, title="The council's page", description="The council's page about the work there, from https:// on."
    )
    joined: Date | None = Field(None, description="When it joined the network.")
    status: Line | None = Field(
        None,
        description="What lists say of an area that is not a member, for example: Was a member until 2024.",
        json_schema_extra=rare,
    )
    position: PositionField | None = Field(
        None, description="Where it is on the map: latitude and longitude as maps on the web show them, 53.65, -1.78."
    )
    places: tuple[Line, ...] = Field(
        (), description="Other names of the area, and its towns: whatever people may look for."
    )
    neighbourhoods: tuple[Line, ...] = Field((), description="The neighbourhoods in which somebody works.")
    contact: Contact | None = Field(None, description="How people reach those who work there.")
    coordinators: tuple[AreaWorker, ...] = Field(
        (), title="People", description="Who works there, named as the area wishes. Name nobody who has not agreed."
    )

    @property
    def search_names(self) -> tuple[str | None, ...]:
        return (self.council, *self.places, *self.neighbourhoods)


def _kicker(front: Area, t: Translate) -> tuple[str, ...]:
    return (t("area.kicker"), t.value("nation", front.nation))


def _place(front: Area, graph: Graph) -> Node:
    nation = {"@type": "AdministrativeArea", "name": graph.t.value("nation", front.nation)}
    node: Node = {"description": front.summary, "containedInPlace": nation}
    if where := front.position:
        node["geo"] = {"@type": "GeoCoordinates", "latitude": where.latitude, "longitude": where.longitude}
    return node


AREA = ContentType(
    name="area",
    plural="areas",
    position=40,
    folder="docs/areas",
    model=Area,
    file_name=slug_file_name("south-tyneside"),
    folder_rules=FolderRules(has_index=True),
    card="village",
    looks={"areas/": Look("areas.html", "village")},
    kicker=_kicker,
    in_menu=True,
    may_have_pdf=False,
    schema_type="AdministrativeArea",
    structured=_place,
    topic_field="areas",
)
