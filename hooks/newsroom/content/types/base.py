"""The record of a content type, which defines everything that differs between types."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, cast, get_args

from newsroom.content.model import Dated, FrontMatter, Timed
from newsroom.content.translate import Translate
from newsroom.content.types.graph import Graph, Node, work_node
from newsroom.problems import Problem

if TYPE_CHECKING:
    from newsroom.content.document import Document, Source

FrontT = TypeVar("FrontT", bound=FrontMatter)


_EMPTY_MAPPING: Mapping[str, Any] = {}


def _empty_mapping() -> Mapping[str, Any]:
    return _EMPTY_MAPPING


@dataclass(frozen=True)
class FileName:
    """How the files of a type are named, without language and ending.

    Attributes:
        pattern: The form of a name.
        help: How to fix other names.
        example: A valid name.
        fields: Returns the default front matter for a name; None for a name that matches the pattern but is not valid.
        made_from: What a new file is named after.
        ending: The end of the name, after the language. Only a version of another page has one of its own.
        address: The last part of the address of such a version, below that of the page: "easy-read".
    """

    pattern: str
    help: str
    example: str
    fields: Callable[[str], Mapping[str, str] | None] = lambda _name: _EMPTY_MAPPING
    made_from: Literal["title", "month"] = "title"
    ending: str = ".md"
    address: str = ""


def slug_file_name(example: str) -> FileName:
    """The rule for names of lower-case words and hyphens, like ``example``."""
    help_ = f"use lower-case letters, digits and hyphens, like '{example}.md'"
    return FileName("[a-z0-9]+(?:-[a-z0-9]+)*", help_, example)


@dataclass(frozen=True)
class FolderRules:
    """What may be in the folder of a type, and what else editors call it.

    Attributes:
        only: The name of the only file of a type that has no folder of its own.
        is_flat: Whether the folder has no folders below it.
        has_index: Whether `index.md` in the folder is a page about all items.
        other_names: Misspelt names of the folder.
        similar_names: Folder names that probably mean this folder.
    """

    only: str = ""
    is_flat: bool = True
    has_index: bool = False
    other_names: tuple[str, ...] = ()
    similar_names: tuple[str, ...] = ()


@dataclass(frozen=True)
class TextRules:
    """How editors write the files of a type.

    Attributes:
        starter: The file in ``templates/`` from which they start.
        is_sectioned: Whether second-level headings are sections, each with a unique name.
        keeps_lines: Decides by the front matter whether the text keeps its lines, like verse.
        removed_fields: Fields of earlier versions, each with what to write now.
    """

    starter: str = ""
    is_sectioned: bool = False
    keeps_lines: Callable[[Mapping[str, Any]], bool] = lambda _values: False
    removed_fields: Mapping[str, str] = field(default_factory=_empty_mapping)


ITEMS_PER_PAGE = 10
"""How many items the first page of a list has: on a screen 360 pixels wide it is then some 5,000 pixels high."""


@dataclass(frozen=True)
class Look:
    """The template of a page, and the name of the drawing on its card."""

    template: str
    card: str = "page"


def _no_problems(_front: FrontMatter, _source: "Source") -> Iterator[Problem]:
    return iter(())


@dataclass(frozen=True, eq=False, kw_only=True)
class ContentType(Generic[FrontT]):
    """One type of content. To add one, write a file in this folder; nothing else lists the types.

    Reader-facing texts are in the catalogues under ``kind.<label>`` and, for dated types, ``<address>.title``,
    ``.summary``, ``.all`` and ``.back``.

    Attributes:
        name: The name in code, ids and styles.
        plural: The plural noun for editors.
        position: The position in lists of types.
        model: The model of the front matter.
        file_name: The rule for names of files.
        singular: The singular noun for editors; the name by default.
        folder_rules: What may be in the folder.
        text_rules: How editors write the files.
        consent_kinds: The values of ``kind`` that need `consent`.
        author_kinds: The values of ``kind`` whose author is the person who consents.
        check: Checks fields that depend on each other.
        card: The drawing on the card. The template of the page is ``<name>.html``.
        items_per_page: How many items the first page of its list has.
        looks: The templates and cards of its list, and of pages in docs/ that belong to the type, by address.
        kicker: The line above the title on the card; the kind by default.
        facts: What a page shows in addition to the common parts, if ``publish/views/`` has no view for the type: each
            value by the name of its label.
        details: When and where an item is, line by line, for types whose items are over some day. Takes its front
            matter, the translations, and whether it is over.
        keeps_past: Whether items that are over stay in their list, and are still described to search engines.
        has_kinds: Whether the list has a page for each value of ``kind`` of which there are items.
        brief_kinds: The values of ``kind`` whose items are a line or two in lists, and lead none.
        in_menu: Whether the type is in the menu.
        has_email: Whether items are sent as email.
        may_have_pdf: Whether a PDF can have all that a page shows: its text, and who wrote it.
        schema_type: The type in schema.org.
        structured: Describes an item for search engines; ``schema_type`` alone is enough for simple types.
        topic_field: The field in which dated items name an item of this type, whose page and feed then list them.
        order: The sort key of a topic type.
        label: The part of catalogue names after ``kind.``; the name by default.
        texts: The English texts that no catalogue has yet.
    """

    name: str
    plural: str
    position: int
    folder: str
    model: type[FrontT]
    file_name: FileName
    singular: str = ""
    folder_rules: FolderRules = FolderRules()
    text_rules: TextRules = TextRules()
    consent_kinds: frozenset[str] = frozenset()
    author_kinds: frozenset[str] = frozenset()
    check: Callable[[FrontT, "Source"], Iterator[Problem]] = _no_problems
    card: str = "page"
    items_per_page: int = ITEMS_PER_PAGE
    looks: Mapping[str, Look] = field(default_factory=_empty_mapping)
    kicker: Callable[[FrontT, Translate], tuple[str, ...]] | None = None
    facts: Mapping[str, Callable[[FrontT, Translate], str]] = field(default_factory=_empty_mapping)
    details: Callable[[FrontT, Translate, bool], tuple[str, ...]] = lambda _front, _t, _is_over: ()
    keeps_past: bool = False
    has_kinds: bool = False
    brief_kinds: frozenset[str] = frozenset()
    in_menu: bool = False
    has_email: bool = False
    may_have_pdf: bool = True
    schema_type: str = "CreativeWork"
    structured: Callable[[FrontT, Graph], Node] = work_node
    topic_field: str = ""
    order: Callable[[FrontT], Any] = lambda front: front.heading.casefold()
    label: str = ""
    texts: Mapping[str, str] = field(default_factory=_empty_mapping)

    @property
    def noun(self) -> str:
        """The name for one item, for editors: "story", "area"."""
        return self.singular or self.name

    @property
    def address(self) -> str:
        """The address of its pages on the site, without slashes around it: "stories", "areas"."""
        return self.folder.removeprefix("docs/")

    @property
    def is_version(self) -> bool:
        """Whether its files are versions of the pages beside them, which decide where they appear: Easy Read."""
        return bool(self.file_name.address)

    @property
    def is_dated(self) -> bool:
        """Whether its items have a date. They then have a list, a feed and neighbours, and may name topics."""
        return issubclass(self.model, Dated)

    @property
    def is_timed(self) -> bool:
        """Whether its items are over some day. Its list has those that are coming, soonest first."""
        return issubclass(self.model, Timed)

    @property
    def look(self) -> Look:
        """The template and card of its pages."""
        return Look(f"{self.name}.html", self.card)

    @property
    def title_field(self) -> str:
        """The field that has the page's title."""
        return self.model.title_field

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields of its front matter, as editors write them."""
        return tuple(info.alias or name for name, info in self.model.model_fields.items())

    @property
    def kinds(self) -> tuple[str, ...]:
        """The values that ``kind`` in its front matter may have; none for a type without such kinds."""
        field = self.model.model_fields.get("kind")
        return get_args(field.annotation) if field else ()

    def genre(self, front: FrontMatter) -> str:
        """The name of an item for readers: the kind in its front matter ("poem"), else the type's label."""
        return str(getattr(front, "kind", self.label or self.name))

    def narrow(self, document: "Document[Any] | None") -> "Document[FrontT] | None":
        """The document if it is of this type, else None."""
        return cast("Document[FrontT]", document) if document and document.type is self else None
