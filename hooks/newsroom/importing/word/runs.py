"""Reduces runs and equations to emphasis and text, tabs and line breaks: symbols become plain characters."""

import re
from collections.abc import Mapping

from mammoth.docx import dingbats

from newsroom.importing.source import NoteLog
from newsroom.importing.word.styles import Styles
from newsroom.importing.word.xml import (
    Element,
    child,
    every,
    has,
    new,
    q,
    remove,
    replace,
    text_run,
    unwrap,
    visible_text,
)

_PRIVATE = re.compile("[\uf000-\uf0ff]")
"""Where fonts of symbols have their characters."""
_SYMBOL_FONTS = frozenset(font for font, _ in dingbats.dingbats)
_KEPT = frozenset(
    q(f"w:{name}") for name in ("rPr", "t", "tab", "br", "footnoteReference", "endnoteReference", "bookmarkStart")
)
_WINGDINGS_BULLETS = frozenset("\u00a7\u00a8\u00d8\u00fe")
_COMMON_BULLETS = frozenset({0xA7, 0xB7})
_BETWEEN: Mapping[str, tuple[str, str, str]] = {
    "m:f": ("m:num", "/", "m:den"),
    "m:sSup": ("m:e", "^", "m:sup"),
    "m:sSub": ("m:e", "_", "m:sub"),
}


def write_plain_characters(root: Element, styles: Styles, log: NoteLog) -> None:
    """Give each run of a part nothing but text, tabs, line breaks, and the marks of notes and pictures."""
    for run in every(root, "w:r"):
        _drop_own_mark_of_note(run)
        fonts = styles.run_property(run, "w:rFonts")
        font = "" if fonts is None else fonts.get(q("w:ascii")) or fonts.get(q("w:hAnsi")) or ""
        for part in list(run):
            _simplify(part, font, log)


def _drop_own_mark_of_note(run: Element) -> None:
    """Remove an own mark like "*" of a footnote: the site counts footnotes by itself."""
    for reference in every(run, "w:footnoteReference", "w:endnoteReference"):
        if reference.get(q("w:customMarkFollows")) in {"1", "true"}:
            mark = child(run, "w:t")
            if mark is not None:
                run.remove(mark)


def _simplify(part: Element, font: str, log: NoteLog) -> None:
    if part.tag == q("w:t"):
        text = (part.text or "").replace("\u00ad", "")
        has_symbols = font in _SYMBOL_FONTS or _PRIVATE.search(text)
        part.text = "".join(_symbol(font, ord(char), log) for char in text) if has_symbols else text
    elif part.tag == q("w:sym"):
        code = part.get(q("w:char"), "")
        is_code = re.fullmatch("[0-9A-Fa-f]{1,4}", code)
        text = _symbol(part.get(q("w:font"), ""), int(code, 16), log) if is_code else ""
        replace(part, [new("w:t", text=text)])
    elif part.tag == q("w:noBreakHyphen"):
        replace(part, [new("w:t", text="-")])
    elif part.tag in {q("w:cr"), q("w:br")}:
        replace(part, [new("w:br")])
    elif part.tag == q("w:ptab"):
        replace(part, [new("w:tab")])
    elif part.tag not in _KEPT:
        remove(part)


def _symbol(font: str, code: int, log: NoteLog) -> str:
    """The character that a font of symbols shows for a code. Private codes that no table knows are left out."""
    low = code & 0xFF if 0xF000 <= code <= 0xF0FF else code
    if font.startswith("Wingdings") and chr(low) in _WINGDINGS_BULLETS:
        return "•"
    known = dingbats.dingbats.get((font, code)) or dingbats.dingbats.get((font, low))
    if known:
        return chr(known)
    if low == code:
        return chr(code)
    if low in _COMMON_BULLETS:
        return "•"
    log.dropped("A symbol of a special font is left out: look at the text around it.")
    return ""


def reduce_to_emphasis(root: Element, styles: Styles) -> None:
    """Give each run of a part no properties but bold, italics, struck out, and raised or lowered."""
    found = [(run, _emphasis(run, styles)) for run in every(root, "w:r")]
    for run, emphasis in found:
        for properties in run.findall(q("w:rPr")):
            run.remove(properties)
        run.insert(0, emphasis)


def _emphasis(run: Element, styles: Styles) -> Element:
    properties = new("w:rPr")
    for name in ("w:b", "w:i"):
        if styles.is_emphasised(run, name):
            properties.append(new(name))
    if styles.switch(run, "w:strike") or styles.switch(run, "w:dstrike"):
        properties.append(new("w:strike"))
    position = styles.run_property(run, "w:vertAlign")
    if position is not None and not has(run, "w:footnoteReference", "w:endnoteReference"):
        properties.append(new("w:vertAlign", val=position.get(q("w:val"), "baseline")))
    return properties


def write_equations_as_text(root: Element, log: NoteLog) -> None:
    """Replace equations by their text (a fraction is "(a)/(b)"), and ruby by "word (reading)"."""
    for element in every(root, "m:oMathPara"):
        parent = element.getparent()
        if parent is not None and parent.tag != q("w:p"):
            replace(element, [new("w:p", *element)])
        else:
            unwrap(element)
    for equation in every(root, "m:oMath"):
        text = " ".join(_text(equation).split())
        replace(equation, [text_run(text)])
        log.to_do("An equation is written as plain text: check it.", text)
    for ruby in every(root, "w:ruby"):
        word, reading = child(ruby, "w:rubyBase"), child(ruby, "w:rt")
        text = "" if word is None else visible_text(word)
        text += "" if reading is None else f" ({visible_text(reading)})"
        replace(ruby, [new("w:t", text=text)])


def _text(element: Element) -> str:
    if element.tag in {q("m:t"), q("w:t")}:
        return element.text or ""
    for name, (first, sign, second) in _BETWEEN.items():
        if element.tag == q(name):
            return f"{_operand(child(element, first))}{sign}{_operand(child(element, second))}"
    return "".join(_text(part) for part in element)


def _operand(element: Element | None) -> str:
    text = "" if element is None else _text(element)
    return text if len(text) < 2 or text.isalnum() else f"({text})"
