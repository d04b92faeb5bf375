"""Removes text that a reader of the Word file does not see: hidden, tiny, or in the colour of what is behind it."""

import re
from collections.abc import Iterator, Mapping

from newsroom.importing.source import NoteLog
from newsroom.importing.word.paragraphs import join_to_next
from newsroom.importing.word.styles import Styles
from newsroom.importing.word.xml import Element, child, every, is_on, number, q, remove, visible_text

_TINY = 2
"""In half points."""
_TINY_LINE = 2 * 20
"""The height of a row or line in which nothing can be read, in twentieths of a point."""
_NEAR = 16
"""Two colours whose channels differ by no more, of 255, cannot be distinguished."""
_WHITE = "FFFFFF"
_HIGHLIGHTS: Mapping[str, str] = {
    "black": "000000",
    "white": _WHITE,
    "darkGray": "808080",
    "lightGray": "C0C0C0",
    "red": "FF0000",
    "green": "00FF00",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "magenta": "FF00FF",
    "darkRed": "800000",
    "darkGreen": "008000",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkMagenta": "800080",
    "darkYellow": "808000",
    "yellow": "FFFF00",
}
_THEME_WHITE = frozenset({"background1", "light1", "bg1", "lt1"})
_UNKNOWN = ""
_TEXT = frozenset(
    map(q, ("w:t", "w:tab", "w:sym", "w:br", "w:cr", "w:noBreakHyphen", "w:softHyphen", "w:footnoteReference"))
)
_HIDING = re.compile(r"visibility\s*:\s*hidden|display\s*:\s*none", re.IGNORECASE)
_SHAPES = frozenset(map(q, ("wps:wsp", "v:shape", "v:rect", "v:roundrect", "v:oval")))


def remove_hidden(root: Element, styles: Styles, log: NoteLog) -> None:
    """Remove all text, pictures, rows and boxes of a part that Word does not show."""
    hidden = list(_hidden_objects(root))
    runs = every(root, "w:r", "m:r")
    hidden += [run for run in runs if styles.switch(run, "w:vanish") or styles.switch(run, "w:webHidden")]
    for element in hidden:
        remove(element)
    for paragraph in every(root, "w:p"):
        _remove_hidden_mark(paragraph, styles)
    if hidden:
        log.dropped("Text that is hidden in Word is left out.")
    if [run for run in every(root, "w:r") if _remove_invisible(run, styles, log)]:
        log.dropped(
            "Text that nobody can see is left out: it is at most 1 point high, or has the colour of its background. "
            "If it is wanted, give it the normal size and colour in Word, and import the file again."
        )


def _hidden_objects(root: Element) -> Iterator[Element]:
    """Hidden rows of tables, drawings and shapes."""
    for row in every(root, "w:tr"):
        hidden = child(row, "w:trPr", "w:hidden")
        if (hidden is not None and is_on(hidden)) or _is_flat(child(row, "w:trPr", "w:trHeight"), "w:val", "w:hRule"):
            yield row
    for properties in list(root.iter(q("wp:docPr"), "{*}cNvPr")):
        drawing = properties.getparent()
        if drawing is not None and drawing.tag == q("pic:nvPicPr"):
            drawing = drawing.getparent()
        if properties.get("hidden") in {"1", "true"} and drawing is not None:
            yield drawing
    for shape in list(root.iter(q("v:*"))):
        if _HIDING.search(shape.get("style", "")):
            yield shape


def _is_flat(height: Element | None, value: str, rule: str) -> bool:
    """Whether a row or line has a fixed height that shows nothing."""
    size = None if height is None else number(height.get(q(value)))
    return height is not None and size is not None and size <= _TINY_LINE and height.get(q(rule)) == "exact"


def _remove_hidden_mark(paragraph: Element, styles: Styles) -> None:
    """A hidden end of a paragraph: Word shows the next one on the same line, and an empty one not at all.

    With ``w:specVanish`` the first is a heading on the line of its text (a "style separator"): it stays a heading.
    """
    mark = child(paragraph, "w:pPr")
    if mark is None or child(mark, "w:rPr") is None or not styles.switch(mark, "w:vanish"):
        return
    is_heading_in_line = child(mark, "w:rPr", "w:specVanish") is not None
    if not is_heading_in_line:
        join_to_next(paragraph)


def _remove_invisible(run: Element, styles: Styles, log: NoteLog) -> bool:
    texts = [part for part in run if part.tag in _TEXT]
    if not any((part.text or "").strip() or part.tag != q("w:t") for part in texts):
        return False
    size = styles.run_property(run, "w:sz")
    half_points = None if size is None else number(size.get(q("w:val")))
    paragraph = next(run.iterancestors(q("w:p")), None)
    spacing = None if paragraph is None else styles.paragraph_property(paragraph, "w:spacing")
    if (
        (half_points is not None and half_points <= _TINY)
        or _is_flat(spacing, "w:line", "w:lineRule")
        or _has_no_fill(run, styles)
        or _is_like_background(run, styles, log)
    ):
        for part in texts:
            remove(part)
        return True
    return False


def _has_no_fill(run: Element, styles: Styles) -> bool:
    fill = styles.run_property(run, "w14:textFill")
    outline = styles.run_property(run, "w14:textOutline")
    return child(fill, "w14:noFill") is not None and child(outline, "w14:solidFill") is None


def _is_like_background(run: Element, styles: Styles, log: NoteLog) -> bool:
    highlight = styles.run_property(run, "w:highlight")
    behind = _HIGHLIGHTS.get(highlight.get(q("w:val"), ""), "") if highlight is not None else ""
    colour = _colour(run, styles) or ("000000" if behind else "")
    if not colour:
        return False
    behind = behind or _background(run, styles)
    if behind == _UNKNOWN and _are_alike(colour, _WHITE):
        log.to_do("Some text is white in Word. Check that readers were meant to see it.", visible_text(run))
    return behind != _UNKNOWN and _are_alike(colour, behind)


def _colour(run: Element, styles: Styles) -> str:
    """The colour of a run; "" if it is automatic: then Word chooses black or white by the shading behind it."""
    found = styles.run_property(run, "w:color")
    if found is None:
        return ""
    colour = found.get(q("w:val"), "auto")
    if colour == "auto":
        return _WHITE if found.get(q("w:themeColor")) in _THEME_WHITE else ""
    return colour


def _background(run: Element, styles: Styles) -> str:
    """The colour behind a run, or "" if it cannot be known: a picture, a pattern, a table's style."""
    paragraph = next(run.iterancestors(q("w:p")), None)
    shadings = [styles.run_property(run, "w:shd")]
    shadings += [] if paragraph is None else [styles.paragraph_property(paragraph, "w:shd")]
    for ancestor in run.iterancestors():
        if ancestor.tag in _SHAPES:
            shaded = _first_fill(shadings)
            return _fill_of_shape(ancestor) if shaded is None else shaded
        if ancestor.tag == q("w:tc"):
            shadings.append(child(ancestor, "w:tcPr", "w:shd"))
        elif ancestor.tag == q("w:tbl"):
            shadings.append(child(ancestor, "w:tblPr", "w:shd"))
            if _first_fill(shadings) is None and styles.shades_tables(ancestor):
                return _UNKNOWN
    fill = _first_fill(shadings)
    has_coloured_page = child(run.getroottree().getroot(), "w:background") is not None
    return (_UNKNOWN if has_coloured_page else _WHITE) if fill is None else fill


def _first_fill(shadings: list[Element | None]) -> str | None:
    """The colour of the innermost shading; "" for a pattern; None if there is none."""
    for shading in shadings:
        if shading is None:
            continue
        pattern = shading.get(q("w:val"), "clear")
        fill = shading.get(q("w:color" if pattern == "solid" else "w:fill"), "auto")
        if pattern not in {"clear", "nil", "solid"}:
            return _UNKNOWN
        if fill != "auto" and pattern != "nil":
            return fill
    return None


def _fill_of_shape(shape: Element) -> str:
    solid = child(shape, "wps:spPr", "a:solidFill")
    rgb, scheme = child(solid, "a:srgbClr"), child(solid, "a:schemeClr")
    if rgb is not None:
        return rgb.get("val", "")
    if scheme is not None:
        return _WHITE if scheme.get("val") in _THEME_WHITE and not len(scheme) else _UNKNOWN
    fill = shape.get("fillcolor", "").split(" ")[0]
    return {"white": _WHITE, "black": "000000"}.get(fill, fill.lstrip("#"))


def _are_alike(one: str, other: str) -> bool:
    try:
        channels = zip(bytes.fromhex(one), bytes.fromhex(other), strict=True)
        return all(abs(left - right) <= _NEAR for left, right in channels)
    except ValueError:
        return one == other
