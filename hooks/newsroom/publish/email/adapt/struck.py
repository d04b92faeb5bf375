"""Puts the marks of struck text inside its blocks: plain text marks words, and not all inboxes strike out blocks."""

from lxml.html import HtmlElement

from newsroom.markup.tree import find_elements, make_element
from newsroom.publish.email.plain_words import IN_LINE, STRUCK, has_blocks


def strike_inside_blocks(content: HtmlElement) -> None:
    """Replace each `<del>` and `<s>` around blocks by one around the words of each block, in place."""
    for struck in find_elements(content, *STRUCK):
        if has_blocks(struck):
            _strike_words(struck, str(struck.tag))
            struck.drop_tag()


def _strike_words(element: HtmlElement, tag: str) -> None:
    """Put the text in an element, and in the blocks in it, into elements with a tag."""
    parts, words = [], make_element(tag, element.text)
    for child in list(element):
        tail, child.tail = child.tail, None
        if child.tag in IN_LINE and not has_blocks(child):
            words.append(child)
            child.tail = tail
        else:
            _strike_words(child, tag)
            parts += [words, child]
            words = make_element(tag, tail)
    element.text = None
    element.extend(part for part in [*parts, words] if not _is_blank(part, tag))


def _is_blank(part: HtmlElement, tag: str) -> bool:
    return part.tag == tag and not len(part) and not (part.text or "").strip()
