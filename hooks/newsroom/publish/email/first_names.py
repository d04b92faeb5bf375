"""Greetings in an email: in the tree of its body, a character is in the place of each until a tool's tag is known."""

from lxml.html import HtmlElement

from newsroom.mail_tools.first_name import CLASS, FALLBACK
from newsroom.markup.tree import HEADINGS, find_elements
from newsroom.publish.email.merge_tags import first_name_placeholder

_PLAIN = HEADINGS | {"a"}
"""Elements whose text is also used without HTML, so that their greetings are only words."""


def place_first_names(root: HtmlElement) -> tuple[str, ...]:
    """Replace the greetings in a body by placeholders, in headings and links by their fallbacks.

    Returns the fallbacks by the numbers of the placeholders.
    """
    fallbacks: list[str] = []
    for element in find_elements(root, "span"):
        if element.get("class") != CLASS:
            continue
        fallback = element.text_content()
        is_plain = any(parent.tag in _PLAIN for parent in element.iterancestors())
        if FALLBACK.fullmatch(fallback) and not is_plain:
            if fallback not in fallbacks:
                fallbacks.append(fallback)
            del element[:]
            element.text = first_name_placeholder(fallbacks.index(fallback))
        element.drop_tag()
    return tuple(fallbacks)
