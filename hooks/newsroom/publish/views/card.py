"""The cards and rows that show items in lists."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from newsroom.content.document import Document
from newsroom.content.model import Dated
from newsroom.publish.pages.labels import labels_of
from newsroom.publish.views.cover import Cover
from newsroom.publish.views.page_context import PageContext
from newsroom.publish.views.values import Day, Link

_SIZES = "(min-width: 64em) 360px, (min-width: 60em) 31vw, (min-width: 34em) 45vw, 92vw"
_NO_IDS: Mapping[str, str] = {}


@dataclass(frozen=True)
class Leaf:
    """A day as a leaf of a calendar shows it: "10" and "Dec"."""

    day: str
    month: str


@dataclass(frozen=True)
class Card:
    """An item in a list, for ``parts/card.html``.

    ``type_name`` is for styles. ``labels`` say what it is ("Report", "Forthcoming") and, in a preview, that it is not
    public yet. The text of ``link`` is its title. ``picture`` is the HTML of its picture. ``day`` is None if its date
    of first publication is not known. ``details`` say when and where, for an item that is over some day. ``leaf`` is
    shown in place of a picture. ``id`` is None if no link leads to the card.
    """

    type_name: str
    labels: tuple[str, ...]
    link: Link
    summary: str
    picture: Markup | None
    day: Day | None
    details: tuple[str, ...] = ()
    leaf: Leaf | None = None
    id: str | None = None


def card(
    document: Document[Dated], context: PageContext, sizes: str = _SIZES, ids: Mapping[str, str] = _NO_IDS
) -> Card:
    """Return the card of an item on a page.

    Args:
        sizes: The sizes of its picture, as in HTML.
        ids: The ids of cards, by the paths of their items.
    """
    front = document.front
    image = front.lead_image
    return Card(
        type_name=document.type_name,
        labels=list_labels(document, context),
        link=context.document_link(document, front.heading),
        summary=front.summary,
        picture=context.image(document, image, sizes=sizes, alt="") if image else None,
        day=None if front.undated or document.type.is_timed else context.day(document),
        details=document.type.details(front, context.t, context.library.is_over(document)),
        leaf=Leaf(str(front.leaf.day), context.t.month(front.leaf)) if front.leaf and not image else None,
        id=ids.get(document.path),
    )


def cards(
    documents: Iterable[Document[Dated]], context: PageContext, ids: Mapping[str, str] = _NO_IDS
) -> tuple[Card, ...]:
    """Return the cards of several items. ``ids`` are as in :func:`card`."""
    return tuple(card(document, context, ids=ids) for document in documents)


def list_labels(document: Document[Dated], context: PageContext) -> tuple[str, ...]:
    """Return the labels of an item in a list: what it is, its state, and in a preview that it is not public yet."""
    return tuple(filter(None, (*labels_of(document, context.t), waiting_label(document, context))))


def waiting_label(document: Document[Dated], context: PageContext) -> str | None:
    """Return the label of an item that only a preview shows; None for all other items."""
    return context.t("preview.mark") if context.library.is_waiting(document) else None


@dataclass(frozen=True)
class Row:
    """An item in a list, for ``parts/row.html``.

    ``labels`` are above its title, which is the text of ``link``. ``day`` is None if its date of first publication is
    not known. ``details`` are its length and its file, or when and where it is, in words. ``summary`` is None in a
    short row. ``cover`` is None for items without covers. ``id`` is None if no link leads to the row.
    """

    labels: tuple[str, ...]
    link: Link
    day: Day | None
    details: str = ""
    subtitle: str | None = None
    summary: str | None = None
    cover: Cover | None = None
    id: str | None = None


def short_rows(documents: Iterable[Document[Dated]], context: PageContext, ids: Mapping[str, str]) -> tuple[Row, ...]:
    """Return rows with the titles and the dates of items. ``ids`` are those of rows, by the paths of their items."""
    return tuple(_short_row(document, context, ids.get(document.path)) for document in documents)


def _short_row(document: Document[Dated], context: PageContext, id_: str | None) -> Row:
    front = document.front
    return Row(
        labels=list_labels(document, context),
        link=context.document_link(document, front.heading),
        day=None if front.undated or document.type.is_timed else context.day(document),
        details=" · ".join(document.type.details(front, context.t, context.library.is_over(document))),
        id=id_,
    )
