"""The cover of a publication: its picture, or one that the page draws from its title."""

from dataclasses import dataclass

from newsroom.content.document import Document
from newsroom.content.types.publication import Publication
from newsroom.publish.views.page_context import PageContext
from newsroom.publish.views.values import Figure


@dataclass(frozen=True)
class Cover:
    """The cover of a publication, for ``parts/cover.html``.

    Without a ``figure`` it is drawn from ``title``, ``label`` and ``year``, which are in the language ``lang``; None
    for the page's own.
    """

    figure: Figure | None
    title: str
    label: str
    year: str
    lang: str | None


def cover(document: Document[Publication], context: PageContext, *, sizes: str, alt: str | None = None) -> Cover:
    """Return the cover of a publication.

    Args:
        context: The page that shows it.
        sizes: The value of the attribute `sizes` of its picture.
        alt: The alternative text instead of the picture's own: "" beside the title.
    """
    front, image = document.front, document.front.lead_image
    first_published = front.first_published
    return Cover(
        figure=context.figure(document, image, sizes=sizes, alt=alt) if image else None,
        title=front.title,
        label=context.t(f"kind.{document.genre}"),
        year=str(first_published.year) if first_published else "",
        lang=context.if_other_language(document.lang),
    )
