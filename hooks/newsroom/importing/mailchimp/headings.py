"""The headings of a campaign: each begins a section of the edition, so it has a name of its own."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from newsroom.importing.source import NoteLog
from newsroom.importing.tree import drop, element_text, find_by_xpath

_LEVELS: Mapping[str, str] = {"h1": "h2", "h3": "h2", "h4": "h3", "h5": "h4", "h6": "h5"}
_BOLD = (
    ".//strong|.//b|.//*[contains(translate(@style, ' ', ''), 'font-weight:bold')"
    " or contains(translate(@style, ' ', ''), 'font-weight:7')]"
)
_INLINE = frozenset({"a", "b", "em", "font", "i", "span", "strong", "u"})
_PARAGRAPHS = frozenset({"p", "div"})
_NO_HEADING_IN = frozenset({"blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "li"})
_SIZE = re.compile(r"font-size:\s*([\d.]+)(px|pt)", re.IGNORECASE)
_LARGE = 18
"""Mailchimp's texts have 14 to 16 pixels."""
_PIXELS: Mapping[str, float] = {"px": 1, "pt": 4 / 3}
_LONGEST = 100


def set_headings(body: HtmlElement, title: str, log: NoteLog) -> None:
    """Make the headings of a campaign, and large bold lines, headings of the second level with different names.

    Args:
        body: The text, which is changed.
        title: The edition's title, which is not repeated at the beginning.
        log: Gets notes on the names that are changed.
    """
    for line in list(_bold_lines(body)):
        line.tag = "h2"
    for heading in find_by_xpath(body, ".//h1|.//h3|.//h4|.//h5|.//h6"):
        heading.tag = _LEVELS[heading.tag]
    headings = [heading for heading in find_by_xpath(body, ".//h2") if element_text(heading)]
    if headings and element_text(headings[0]).casefold() == title.casefold():
        drop(headings.pop(0))
    _make_unique(headings, log)


def _make_unique(headings: list[HtmlElement], log: NoteLog) -> None:
    names = Counter(element_text(heading).casefold() for heading in headings)
    used = set(names)
    count: Counter[str] = Counter()
    for heading in headings:
        text = element_text(heading)
        name = text.casefold()
        count[name] += 1
        if count[name] == 1:
            continue
        number = next(number for number in range(count[name], 10_000) if f"{name} ({number})" not in used)
        used.add(f"{name} ({number})")
        last = heading[-1] if len(heading) else None
        if last is None:
            heading.text = f"{(heading.text or '').rstrip()} ({number})"
        else:
            last.tail = f"{(last.tail or '').rstrip()} ({number})"
        log.to_do(f"There are {names[name]} headings “{text}”: give them different names.", f"{text} ({number})")


def _bold_lines(body: HtmlElement) -> Iterator[HtmlElement]:
    """The elements that are a short line of their own, bold and large."""
    for bold in find_by_xpath(body, _BOLD):
        text = element_text(bold)
        is_short = 0 < len(text) <= _LONGEST and not text.endswith((".", ",", ";"))
        is_inside = any(parent.tag in _NO_HEADING_IN for parent in bold.iterancestors())
        if not is_short or is_inside or find_by_xpath(bold, ".//img|.//br|.//p"):
            continue
        line = bold
        while (parent := line.getparent()) is not None and parent is not body and element_text(parent) == text:
            if parent.tag not in _INLINE | _PARAGRAPHS:
                break
            line = parent
        is_button = any("button" in each.get("class", "") for each in (*line.iter("a"), *line.iterancestors("a")))
        if _is_large(bold) and not is_button and (line.tag in _PARAGRAPHS or _is_alone(line)):
            yield line


def _is_large(bold: HtmlElement) -> bool:
    """Whether the innermost size that a style says for a line is large."""
    found = (_SIZE.search(each.get("style", "")) for each in (*reversed([*bold.iter()]), *bold.iterancestors()))
    size = next((match for match in found if match), None)
    return size is not None and float(size[1]) * _PIXELS[size[2].lower()] >= _LARGE


def _is_alone(line: HtmlElement) -> bool:
    """Whether an inline element has nothing beside it but line breaks."""
    previous, following = line.getprevious(), line.getnext()
    before = line.getparent().text if previous is None else previous.tail
    is_start = previous is None or previous.tag in ("br", "h2", "p", "div", "ul", "ol", "table")
    is_end = following is None or following.tag in ("br", "h2", "p", "div", "ul", "ol", "table")
    return is_start and is_end and not (before or "").strip() and not (line.tail or "").strip()
