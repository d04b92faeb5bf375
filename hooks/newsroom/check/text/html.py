"""Checks that the raw HTML tags in a text match. Browsers repair broken HTML silently."""

from collections.abc import Iterator
from itertools import islice

from newsroom.check.text.leftovers import is_placeholder_tag
from newsroom.content.document import Source
from newsroom.content.outline import HtmlFault, HtmlFaultKind
from newsroom.markup.alignment import CENTERED
from newsroom.markup.policy import EMBEDS, IGNORED, WEB
from newsroom.problems import Fault, Problem

_WITHOUT_CONTENT = WEB.removed | EMBEDS
"""The elements whose content readers do not see."""
_KEPT = WEB.tags | {CENTERED, "iframe", "object"}
"""The elements that stay in a page, or become a link."""
_MAX_WARNINGS = 20
"""The most warnings about one page. One fault often causes others."""


def check_html(source: Source) -> Iterator[Problem]:
    """Errors and warnings about tags in one file's text that do not match."""
    word_tags = {tag.name for tag in source.outline.tags if is_placeholder_tag(tag)}  # check_leftovers reports them
    faults = (fault for fault in source.outline.faults if fault.name not in word_tags and not _is_left_out(fault))
    for fault in islice(faults, _MAX_WARNINGS):
        yield _fault(fault).at(source.path, fault.line)


def _is_left_out(fault: HtmlFault) -> bool:
    """Whether a fault is of no consequence, because its element or tag is left out of the page; that is reported."""
    if fault.kind is HtmlFaultKind.UNCLOSED and fault.name not in _KEPT:
        return fault.name in IGNORED or fault.name not in _WITHOUT_CONTENT
    if fault.kind is HtmlFaultKind.MISPLACED and IGNORED.issuperset(fault.name.split()):
        return True
    return fault.kind is HtmlFaultKind.IN_PARAGRAPH and fault.name in _WITHOUT_CONTENT


def _fault(fault: HtmlFault) -> Fault:
    name, is_text = fault.name, f"; if it is text, write '\\<{fault.name}>'"
    match fault.kind:
        case HtmlFaultKind.UNCLOSED if name in _WITHOUT_CONTENT:
            what = f"`<{name}>` is not closed, and hides everything below from readers"
            close = "" if name == "plaintext" else f"write </{name}> where it ends, or "  # plaintext has no end
            return Fault("html-hides-rest", what, f"{close}delete the tag{is_text}")
        case HtmlFaultKind.UNCLOSED:
            what = f"`<{name}>` is not closed, so it affects everything below"
            return Fault("html-tag-unclosed", what, f"write </{name}> where it ends{is_text}")
        case HtmlFaultKind.OVERLAPPING:
            what = f"`<{name}>` is closed after the element around it"
            return Fault("html-misnested", what, "close first what was opened last: <b><i>words</i></b>")
        case HtmlFaultKind.STRAY:
            or_open = f", or write <{name}> where it begins" if name in _KEPT else ""
            return Fault("html-tag-unopened", f"`</{name}>` has no opening tag", f"delete it{or_open}")
        case HtmlFaultKind.IN_PARAGRAPH:
            what = f"`<{name}>` is inside a paragraph, where HTML does not allow it"
            return Fault("html-block-in-paragraph", what, "put a blank line before it and after it")
        case HtmlFaultKind.REPEATED_ID:
            what = f"the id '{name}' is on this page {fault.count} times, and a link to it leads only to the first"
            fix = "give each element an id of its own, or delete the id where a heading has it by its words"
            return Fault("html-id-repeated", what, fix)
        case HtmlFaultKind.MISPLACED:
            names = " and ".join(f"`<{each}>`" for each in name.split())
            fix = "close each tag inside the element in which it was opened"
            return Fault("html-misnested", f"the HTML tags do not match at {names}", fix)
        case HtmlFaultKind.TOO_DEEP:
            what = "HTML elements are inside each other more than 100 times, or a tag has more than 100 attributes"
            fix = "close each tag where it ends"
            return Fault("html-too-deep", f"{what}, so that all HTML is shown as it is written", fix)
