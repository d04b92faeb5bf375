"""Joins paragraphs that Word shows as one."""

from newsroom.importing.word.xml import Element, child, every, q, remove

_ENDS = frozenset({"drop", "margin"})


def join_to_next(paragraph: Element) -> None:
    """Put a paragraph's text before that of the next, as Word shows it when the mark between them is deleted."""
    following = paragraph.getnext()
    if following is None or following.tag != q("w:p"):
        return
    at = 0 if child(following, "w:pPr") is None else 1
    following[at:at] = [part for part in paragraph if part.tag != q("w:pPr")]
    remove(paragraph)


def join_drop_caps(root: Element) -> None:
    """Join large first letters, which are paragraphs in Word, to the rest of their words."""
    for paragraph in every(root, "w:p"):
        frame = child(paragraph, "w:pPr", "w:framePr")
        if frame is not None and frame.get(q("w:dropCap")) in _ENDS:
            join_to_next(paragraph)
