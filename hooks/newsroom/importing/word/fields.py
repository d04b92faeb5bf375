"""Replaces fields by what they show: codes go, results stay, links keep their address."""

import re
from copy import deepcopy
from dataclasses import dataclass, field

from newsroom.importing.source import NoteLog
from newsroom.importing.word.links import ADDRESS
from newsroom.importing.word.xml import Element, child, every, has, is_on, new, number, q, remove, unwrap, value

_LINK = re.compile(r"\s*HYPERLINK\s+(?P<rest>.*)", re.DOTALL | re.IGNORECASE)
_ARGUMENT = re.compile(r'(?P<switch>\\[a-z])?\s*(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\\\s"]+))?\s*', re.IGNORECASE)
"""A switch with its argument, or an argument alone: ``\\l "top"``, ``"https://a.b"``."""
_LISTS_OF_CONTENTS = frozenset({"TOC", "TOA", "INDEX"})
_SWITCHES_WITH_TEXT = frozenset({"\\o", "\\t", "\\s"})
_CONTENTS_LEFT_OUT = "The table of contents, or the index, is left out: page numbers have no meaning on a website."
_NOT_SHOWN = frozenset({"EQ", "SYMBOL", "MACROBUTTON", "GOTOBUTTON", "ADVANCE"})


@dataclass
class _Field:
    """A field that may span runs and paragraphs: instruction, separator, result, end."""

    begin: Element
    code: list[str] = field(default_factory=list)
    code_runs: list[Element] = field(default_factory=list)
    result: list[Element] = field(default_factory=list)
    has_result: bool = False


def drop_contents(root: Element, log: NoteLog) -> None:
    """Remove the tables of contents that Word keeps in a control, with the words above them."""
    for control in every(root, "w:sdt"):
        if value(control, "w:sdtPr", "w:docPartObj", "w:docPartGallery") == "Table of Contents":
            log.dropped(_CONTENTS_LEFT_OUT)
            remove(control)


def replace_fields(root: Element, log: NoteLog) -> None:
    """Replace all fields in a part by their results."""
    for element in every(root, "w:fldSimple"):
        code = element.get(q("w:instr"), "")
        if _name(code) in _LISTS_OF_CONTENTS:
            log.dropped(_CONTENTS_LEFT_OUT)
            remove(element)
        else:
            _link_runs(code, every(element, "w:r"))
            unwrap(element)
    for found in _complete_fields(root):
        _replace(found, log)
    for element in every(root, "w:fldChar", "w:instrText", "w:delInstrText", "w:fldData"):
        remove(element)


def _complete_fields(root: Element) -> list[_Field]:
    """All fields that have an end, inner ones first. The text after a field without an end is not taken for it."""
    _put_marks_in_own_runs(root)
    stack: list[_Field] = []
    complete: list[_Field] = []
    for run in every(root, "w:r"):
        mark = child(run, "w:fldChar")
        kind = None if mark is None else mark.get(q("w:fldCharType"))
        if kind == "begin":
            stack.append(_Field(run))
        elif kind == "separate" and stack:
            stack[-1].has_result = True
        elif kind == "end" and stack:
            complete.append(stack.pop())
        else:
            for open_field in stack:
                (open_field.result if open_field.has_result else open_field.code_runs).append(run)
            if stack and not stack[-1].has_result:
                stack[-1].code += [part.text or "" for part in every(run, "w:instrText")]
    return complete


def _put_marks_in_own_runs(root: Element) -> None:
    """Split runs that hold marks of fields beside other things, so that a run is in a field or outside."""
    for run in every(root, "w:r"):
        parent = run.getparent()
        if parent is None or child(run, "w:fldChar") is None:
            continue
        content = [part for part in run if part.tag != q("w:rPr")]
        at = parent.index(run)
        properties = child(run, "w:rPr")
        for offset, part in enumerate(content[1:], 1):
            other = new("w:r") if properties is None else new("w:r", deepcopy(properties))
            other.append(part)
            parent.insert(at + offset, other)


def _replace(found: _Field, log: NoteLog) -> None:
    code = "".join(found.code)
    name = _name(code)
    for run in found.code_runs:
        remove(run)
    if name in _LISTS_OF_CONTENTS:
        log.dropped(_CONTENTS_LEFT_OUT)
        for run in found.result:
            remove(run)
    elif name in {"FORMCHECKBOX", "FORMDROPDOWN"} and not any(has(run, "w:t") for run in found.result):
        shown = _form_field(child(found.begin, "w:fldChar", "w:ffData"))
        found.begin.append(new("w:t", text=shown))
    elif found.has_result:
        _link_runs(code, found.result)
    elif name in _NOT_SHOWN:
        log.dropped(f"A field ({name}) is left out: type in what it shows.")


def _form_field(data: Element | None) -> str:
    box, choices = child(data, "w:checkBox"), child(data, "w:ddList")
    if box is not None:
        state = child(box, "w:checked")
        state = child(box, "w:default") if state is None else state
        return "☒" if state is not None and is_on(state) else "☐"
    entries = [] if choices is None else [entry.get(q("w:val"), "") for entry in choices.iterfind(q("w:listEntry"))]
    chosen = number(value(choices, "w:result")) or 0
    return entries[chosen] if 0 <= chosen < len(entries) else ""


def _link_runs(code: str, runs: list[Element]) -> None:
    address = link_address(code)
    if not address:
        return
    for run in runs:
        parent = run.getparent()
        if parent is None or next(run.iterancestors(q("w:hyperlink")), None) is not None:
            continue
        link = new("w:hyperlink")
        link.set(ADDRESS, address)
        parent.replace(run, link)
        link.append(run)


def link_address(code: str) -> str:
    """The address in a field's code: "#name" for a place in the document; "" if it is not a link.

    ``HYPERLINK "https://a.b" \\o "Tip"`` has https://a.b, and ``HYPERLINK \\l "top"`` has #top.
    """
    match = _LINK.match(code)
    if not match:
        return ""
    address = anchor = ""
    for argument in _ARGUMENT.finditer(match["rest"]):
        text = argument["quoted"] or argument["bare"] or ""
        switch = (argument["switch"] or "").lower()
        if switch == "\\l":
            anchor = text
        elif switch not in _SWITCHES_WITH_TEXT:
            address = address or text
    return f"{address}#{anchor}" if anchor else address


def _name(code: str) -> str:
    return (code.split() or [""])[0].upper()
