"""Reduces runs to text with emphasis: what Word has as symbols, hyphens and styles becomes plain characters."""

import re

from mammoth.docx.dingbats import dingbats

from newsroom.importing.source import Note, NoteKind
from newsroom.importing.word.styles import Styles
from newsroom.importing.word.xml import Element, child, every, has, new, q, remove, replace

_BREAKS_OF_PAGES = frozenset({"page", "column"})
_PRIVATE = re.compile("[\uf000-\uf0ff]")
"""Where fonts of symbols have their characters."""
_SYMBOL_FONTS = frozenset(font for font, _ in dingbats)
_KEPT = frozenset(
    q(f"w:{name}") for name in ("t", "tab", "br", "footnoteReference", "endnoteReference", "bookmarkStart")
)
_BULLETS = frozenset("\u00a7\u00a8\u00d8\u00fc\u00fe")
"""Characters that are bullets and ticks in Wingdings."""
_SYMBOL_LEFT_OUT = Note(NoteKind.DROPPED, "A symbol of a special font is left out: look at the text around it.")


def simplify_runs(root: Element, styles: Styles, notes: list[Note]) -> None:
    """Give each run of a part nothing but text, breaks, notes' marks, and the emphasis that its styles add up to."""
    properties = [(run, _emphasis(run, styles)) for run in every(root, "w:r")]
    for run, emphasis in properties:
        font = _font(run, styles)
        for part in list(run):
            _simplify(part, font, notes)
        run.insert(0, emphasis)
        _drop_mark_of_note(run)


def _emphasis(run: Element, styles: Styles) -> Element:
    properties = new("w:rPr")
    for name in ("w:b", "w:i"):
        if styles.is_emphasised(run, name):
            properties.append(new(name))
    if styles.switch(run, "w:strike") or styles.switch(run, "w:dstrike"):
        properties.append(new("w:strike"))
    position = styles.run_property(run, "w:vertAlign")
    has_note = has(run, "w:footnoteReference", "w:endnoteReference")
    if position is not None and not has_note:
        properties.append(new("w:vertAlign", val=position.get(q("w:val"), "baseline")))
    return properties


def _font(run: Element, styles: Styles) -> str:
    fonts = styles.run_property(run, "w:rFonts")
    return "" if fonts is None else fonts.get(q("w:ascii")) or fonts.get(q("w:hAnsi")) or ""


def _simplify(part: Element, font: str, notes: list[Note]) -> None:
    if part.tag == q("w:t"):
        text = (part.text or "").replace("\u00ad", "")
        is_symbol = font in _SYMBOL_FONTS or _PRIVATE.search(text)
        part.text = "".join(_symbol(font, ord(char), notes) for char in text) if is_symbol else text
    elif part.tag == q("w:sym"):
        code = part.get(q("w:char"), "")
        known = re.fullmatch("[0-9A-Fa-f]{1,4}", code)
        text = _symbol(part.get(q("w:font"), ""), int(code, 16), notes) if known else ""
        replace(part, [new("w:t", text=text)])
    elif part.tag == q("w:noBreakHyphen"):
        replace(part, [new("w:t", text="-")])
    elif part.tag in {q("w:cr"), q("w:br")}:
        replace(part, [new("w:br")])
    elif part.tag == q("w:ptab"):
        replace(part, [new("w:tab")])
    elif part.tag not in _KEPT:
        remove(part)


def _symbol(font: str, code: int, notes: list[Note]) -> str:
    """The character that a font of symbols shows for a code. Private codes that no table knows are left out."""
    low = code & 0xFF if 0xF000 <= code <= 0xF0FF else code
    known = dingbats.get((font, code)) or dingbats.get((font, low))
    if known and code != 0x20:
        return "•" if chr(low) in _BULLETS and font.startswith("Wingdings") and chr(low) != "\u00fc" else chr(known)
    if low == code:
        return chr(code)
    if low in {0xB7, 0xA7}:
        return "•"
    notes.append(_SYMBOL_LEFT_OUT)
    return ""


def _drop_mark_of_note(run: Element) -> None:
    """Remove an own mark like "*" of a footnote: the site counts footnotes by itself."""
    for reference in every(run, "w:footnoteReference", "w:endnoteReference"):
        if reference.get(q("w:customMarkFollows")) in {"1", "true"}:
            following = child(run, "w:t")
            if following is not None:
                run.remove(following)
