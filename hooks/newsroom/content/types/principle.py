"""The principles of the work."""

from pydantic import Field

from newsroom.content.model.parts import FrontMatter
from newsroom.content.model.values import Line
from newsroom.content.translate import Translate
from newsroom.content.types.base import ContentType, FolderRules, Look, slug_file_name
from newsroom.content.types.graph import Graph, Node


class Principle(FrontMatter):
    """One of the principles: ``docs/principles/<slug>.md``."""

    title: Line = Field(description="The principle's name.")
    order: int = Field(ge=1, description="Its place among the principles.")


def _kicker(front: Principle, t: Translate) -> tuple[str, ...]:
    return (t("principle.kicker", number=front.order),)


def _term(front: Principle, _graph: Graph) -> Node:
    return {"description": front.summary, "termCode": str(front.order)}


PRINCIPLE = ContentType(
    name="principle",
    plural="principles",
    position=50,
    folder="docs/principles",
    model=Principle,
    file_name=slug_file_name("natural-authority"),
    folder_rules=FolderRules(has_index=True),
    card="fork",
    looks={"principles/": Look("principles.html", "fork")},
    kicker=_kicker,
    schema_type="DefinedTerm",
    structured=_term,
    topic_field="principles",
    order=lambda front: front.order,
)
