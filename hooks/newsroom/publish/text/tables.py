"""Makes wide tables and long lines scroll on narrow screens, by touch, mouse and keyboard, and aligns columns."""

from lxml.html import HtmlElement

from newsroom.markup.tree import ancestors, find_elements, make_element, replace_element
from newsroom.publish.text.table_grid import count_columns
from newsroom.publish.text.text_width import BoxWidths, min_width
from newsroom.translations import Translations

_FITTING_COLUMNS = 2
"""A table of more columns has an element to scroll in, which leaves its columns room on every screen."""
_WIDTH = 288
"""The width of a page's text on the narrowest phones, 320 px wide, in CSS pixels."""
_BOXES = BoxWidths(
    text=16,
    sizes={},
    indents=dict.fromkeys(("ul", "ol", "dd", "blockquote", "details", "div"), 40),
    cell=25,
    min_cell=56,
)
"""The widths in overrides/styles/text.css."""


def make_tables_scroll(root: HtmlElement, t: Translations) -> None:
    """Put each table that does not fit a phone into an element that can scroll. A table in a table scrolls with it.

    The element can be focused by keyboard (WCAG 2.1.1). Its label is the table's caption, or else the word "table" in
    the language of ``t``.
    """
    for table in find_elements(root, "table"):
        if "table" not in ancestors(table) and not _fits(table):
            attributes = {"class": "nw-table", "role": "group", "tabindex": "0"}
            wrapper = make_element("div", **attributes, **{"aria-label": _caption(table) or t("table.label")})
            replace_element(table, wrapper)
            wrapper.append(table)


def align_by_class(root: HtmlElement) -> None:
    """Align text by classes, since a page's policy allows no styles: "text-align: right;" is ``nw-align-right``."""
    for element in [element for element in root.iter() if "style" in element.attrib]:
        alignment = element.attrib.pop("style").removeprefix("text-align: ").removesuffix(";")
        element.set("class", " ".join(filter(None, (element.get("class"), f"nw-align-{alignment}"))))


def make_lines_scroll(root: HtmlElement) -> None:
    """Make preformatted lines focusable by keyboard, since they scroll. Code is left out, since it wraps."""
    for lines in root.iter("pre"):
        if lines.find("code") is None:
            lines.set("tabindex", "0")


def _fits(table: HtmlElement) -> bool:
    """Whether a table fits a phone without broken words."""
    if count_columns(table) > _FITTING_COLUMNS:
        return False
    *containers, _root = ancestors(table)
    return min_width(table, _BOXES) <= _WIDTH - sum(_BOXES.indents.get(tag, 0) for tag in containers)


def _caption(table: HtmlElement) -> str:
    """Return the text of a table's caption; "" if it has none."""
    caption = table.find("caption")
    return " ".join(caption.text_content().split()) if caption is not None else ""
