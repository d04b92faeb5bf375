"""What the styles of an HTML element mean for its text."""

import re
from collections.abc import Mapping

from newsroom.importing.html.model import Style
from newsroom.markup.policy import is_hidden

_MARKS: Mapping[str, str] = {
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "em"),
    **dict.fromkeys(("s", "strike", "del"), "del"),
}
_KEPT_TAGS = frozenset({"sup", "sub", "mark", "ins", "kbd"})
_BOLD = re.compile(r"bold|bolder|[6-9]00|1000")
_SLANTED = re.compile(r"italic|oblique")
_NOTHING = re.compile(r"0(?:\.0+)?(?:px|pt|r?em|%|vh|vw)?|(?:1|0?\.\d+)(?:px|pt)?")
"""A size that is too small to read, like "0" and "1px"."""
_FAR_AWAY = re.compile(r"-(?:\d{4,}(?:px|pt)|\d{3,}(?:r?em|%|vh|vw))")
"""Matches "-9999px" and "-100em", not "-5px"."""
_CUT_OFF = re.compile(
    r"inset\((?:50|100)%.*\)|rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?\s*\)"
)
"""Matches "inset(50%)" and "rect(1px, 1px, 1px, 1px)", not "inset(5%)"."""


def declarations(style: str) -> dict[str, str]:
    """The properties of a style attribute with their values, in lower case."""
    parts = (declaration.partition(":") for declaration in style.lower().split(";"))
    return {name.strip(): value.partition("!")[0].strip() for name, _, value in parts if name.strip()}


def is_invisible(attributes: Mapping[str, str]) -> bool:
    """Whether readers of the HTML do not see an element."""
    if is_hidden(attributes):
        return True
    found = declarations(attributes.get("style", ""))
    is_cut_off = any(_CUT_OFF.fullmatch(found.get(name, "")) for name in ("clip", "clip-path"))
    is_far_away = any(_FAR_AWAY.fullmatch(found.get(name, "")) for name in ("left", "top", "right", "text-indent"))
    is_flat = any(_NOTHING.fullmatch(found.get(name, "")) for name in ("height", "max-height", "width", "max-width"))
    return (
        found.get("mso-hide") == "all"
        or found.get("color", "none") in ("transparent", found.get("background-color"), found.get("background"))
        or _NOTHING.fullmatch(found.get("font-size", "")) is not None
        or is_cut_off
        or is_far_away
        or (is_flat and found.get("overflow") == "hidden")
    )


def styled(style: Style, tag: str, attributes: Mapping[str, str]) -> Style:
    """The style inside an element, given that around it."""
    marks, tags = set(style.marks), style.tags
    if tag in _MARKS:
        marks.add(_MARKS[tag])
    if tag in _KEPT_TAGS and f"<{tag}>" not in tags:
        tags = (*tags, f"<{tag}>")
    if tag == "abbr" and (title := attributes.get("title", "").strip()):
        tags = (*tags, f'<abbr title="{title.replace("&", "&amp;").replace(chr(34), "&quot;")}">')
    properties = declarations(attributes.get("style", ""))
    _apply(marks, "strong", properties.get("font-weight", ""), _BOLD)
    _apply(marks, "em", properties.get("font-style", ""), _SLANTED)
    if "line-through" in properties.get("text-decoration", "") + properties.get("text-decoration-line", ""):
        marks.add("del")
    raised = {"super": "<sup>", "sub": "<sub>"}.get(properties.get("vertical-align", ""))
    if raised and raised not in tags:
        tags = (*tags, raised)
    is_code = style.is_code or tag in ("code", "tt", "samp")
    return Style(frozenset(marks), tags, style.link, is_code)


def _apply(marks: set[str], mark: str, value: str, pattern: re.Pattern[str]) -> None:
    """Set or remove a mark as a property's value says. A value that is inherited changes nothing."""
    if pattern.fullmatch(value):
        marks.add(mark)
    elif value and value not in ("inherit", "unset"):
        marks.discard(mark)
