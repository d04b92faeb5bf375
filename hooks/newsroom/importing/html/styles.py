"""What the styles of an HTML element mean for its text."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from newsroom.importing.html.model import Style
from newsroom.markup.policy import is_hidden

_MARKS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("b", "strong"), "strong"),
        **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "em"),
        **dict.fromkeys(("s", "strike", "del"), "del"),
    }
)
_KEPT_TAGS = frozenset({"sup", "sub", "mark", "ins", "kbd"})
_BOLD = re.compile(r"bold|bolder|[6-9]00|1000")
_SLANTED = re.compile(r"italic|oblique")
_WORD_HIDDEN = re.compile(r"mso-hide:\s*all", re.IGNORECASE)


def declarations(style: str) -> dict[str, str]:
    """The properties of a style attribute with their values, in lower case."""
    parts = (declaration.partition(":") for declaration in style.lower().split(";"))
    return {name.strip(): value.partition("!")[0].strip() for name, _, value in parts if name.strip()}


def is_invisible(attributes: Mapping[str, str]) -> bool:
    """Whether readers of the HTML do not see an element."""
    return is_hidden(attributes) or _WORD_HIDDEN.search(attributes.get("style", "")) is not None


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
