"""Draws cards: renders the template, and writes a page's texts into the boxes of the template."""

from dataclasses import dataclass
from functools import lru_cache  # noqa: TID251 (a painter keeps them, not the module)

from jinja2 import Environment

from newsroom.publish.cards.background import (
    CARD_TEMPLATE,
    MIN_TYPE_SIZE,
    Background,
    CardPicture,
    Frame,
    TextBox,
    make_background,
    render_frame,
)
from newsroom.publish.cards.lettering import Lettering, line_count
from newsroom.publish.cards.typesetting import TypesetText, TypeSize, drawable_text, shorten_line, typeset_title

_SIZE_STEP = 4


@dataclass(frozen=True)
class CardText:
    """The texts of a card. ``drawing`` is the name of its drawing; ``kicker`` is above the title.

    ``host`` is the site's, like "elm.example", for a title or a name that cannot be drawn.
    """

    title: str
    drawing: str
    kicker: str
    site_name: str
    host: str


class Painter:
    """Draws cards. Glyphs and the latest backgrounds are cached, since many pages share them.

    The texts are not part of the SVG: rendering the SVG for each page would take thirty times as long.
    """

    def __init__(self, templates: Environment) -> None:
        self._templates = templates
        self._lettering = Lettering()
        self._frame = lru_cache(maxsize=4)(self._render_frame)
        self._background = lru_cache(maxsize=16)(self._make_background)

    def paint(self, words: CardText, picture: CardPicture | None = None) -> bytes:
        """Return a card as a PNG of ``CARD_SIZE`` pixels. The result is reproducible.

        A title without any drawable character is replaced by the kicker, or else by the site's name, and that by the
        site's host.

        Args:
            words: The texts of the card.
            picture: The page's own picture. Without it, the drawing of ``words`` is shown.
        """
        title, kicker, name, host = (
            drawable_text(text, self._lettering.has)
            for text in (words.title, words.kicker, words.site_name, words.host)
        )
        if not title:
            kicker, title = "", kicker or name or host
        name = next((text for text in (name, host) if text and text != title), "")
        background = self._background("" if picture else words.drawing, picture)
        texts = {"kicker": kicker, "title": title, "name": name}
        boxes = background.boxes.items()
        masks = {box_name: self._lettering.mask(self._typeset(texts.get(box_name, ""), box)) for box_name, box in boxes}
        return background.encode({box_name: mask for box_name, mask in masks.items() if mask})

    def _render_frame(self, drawing: str, has_picture: bool) -> Frame:
        return render_frame(self._templates.get_template(CARD_TEMPLATE).render(drawing=drawing, picture=has_picture))

    def _make_background(self, drawing: str, picture: CardPicture | None) -> Background:
        return make_background(self._frame(drawing, picture is not None), picture)

    def _typeset(self, text: str, box: TextBox) -> TypesetText:
        """Return a text set as large as it fits into a box; on one line if the box is not higher than a line."""
        steps = [
            TypeSize(size, line_count(box.height, size)) for size in range(box.size, MIN_TYPE_SIZE - 1, -_SIZE_STEP)
        ]
        if not steps or steps[0].lines < 2:
            return TypesetText(box.size, (shorten_line(text, self._lettering.width, box.width / box.size),))
        return typeset_title(text, self._lettering.width, box.width, steps)
