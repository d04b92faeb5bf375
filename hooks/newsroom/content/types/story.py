"""Stories, and everything else that people write: reflections, interviews, blogs, poems, news, short notes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from newsroom.content.model.base import rare
from newsroom.content.model.parts import Author, Dated, Person
from newsroom.content.types.base import ContentType, FolderRules, Look, TextRules, slug_file_name
from newsroom.content.types.graph import Graph, Node, person_nodes
from newsroom.problems import Problem

if TYPE_CHECKING:
    from newsroom.content.document import Source

_SCHEMA_TYPES = (("guest-blog", "BlogPosting"), ("news", "NewsArticle"))


class Story(Dated):
    """A story, reflection, interview, blog, poem, news item or note: ``stories/<slug>.md``."""

    kind: Literal["story", "reflection", "interview", "guest-blog", "poem", "news", "note"] = Field(
        description="What sort of text; note: a sentence or two about a text that is not on this site."
    )
    author: Author | None = Field(None, description="Who wrote it.")
    authors: tuple[Author, ...] = Field((), description="Who wrote it, where there are several.")
    featured: bool = Field(
        False,
        description="Whether it comes before all others in the list of stories, and on the home page.",
        json_schema_extra=rare,
    )

    @property
    def writers(self) -> tuple[Person, ...]:
        """All its authors, in the order in which they are named."""
        return self.authors or ((self.author,) if self.author else ())

    @property
    def is_featured(self) -> bool:
        return self.featured

    @property
    def creators(self) -> tuple[str, ...]:
        return tuple(author.name for author in self.writers)

    @property
    def search_names(self) -> tuple[str | None, ...]:
        return tuple(name for author in self.writers for name in (author.name, author.organisation))


def _check(front: Story, source: "Source") -> Iterator[Problem]:
    if front.author and front.authors:
        what = "both `author` and `authors` say who wrote it"
        fix = "name all authors in `authors` and remove `author`"
        yield source.field_problem("author-and-authors", "authors", what, fix)


def _article(front: Story, graph: Graph) -> Node:
    authors = person_nodes(front.writers)
    return {
        "@type": dict(_SCHEMA_TYPES).get(front.kind, "Article"),
        "@id": graph.own_id("article"),
        "headline": front.title,
        "author": authors[0] if len(authors) == 1 else authors,
        "publisher": graph.network,
        "isPartOf": graph.website,
    }


STORY = ContentType(
    name="story",
    plural="stories",
    position=10,
    folder="stories",
    model=Story,
    file_name=slug_file_name("the-garden-on-elm-street"),
    folder_rules=FolderRules(
        other_names=("story", "storys"),
        similar_names=("article", "articles", "blog", "blogs", "news", "post", "posts"),
    ),
    text_rules=TextRules("story.md", keeps_lines=lambda values: values.get("kind") == "poem"),
    consent_kinds=frozenset({"story", "interview", "poem", "guest-blog"}),
    author_kinds=frozenset({"poem", "guest-blog"}),
    check=_check,
    card="door",
    looks={"stories/": Look("stories.html", "door")},
    has_kinds=True,
    brief_kinds=frozenset({"note"}),
    in_menu=True,
    structured=_article,
)
