"""Writes equations and readings of characters in one line of text."""

from collections.abc import Mapping

from newsroom.importing.source import NoteLog
from newsroom.importing.word.xml import Element, child, every, new, q, replace, text_run, unwrap, visible_text

_BETWEEN: Mapping[str, tuple[str, str, str]] = {
    "m:f": ("m:num", "/", "m:den"),
    "m:sSup": ("m:e", "^", "m:sup"),
    "m:sSub": ("m:e", "_", "m:sub"),
}


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
