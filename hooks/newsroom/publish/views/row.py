"""The rows that show items in lists: the lists by year, and the later pages of all lists."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from newsroom.content.document import Document
from newsroom.content.model import Dated
from newsroom.publish.views.card import list_labels
from newsroom.publish.views.cover import Cover
from newsroom.publish.views.page_context import PageContext
from newsroom.publish.views.values import Day, Link


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
