"""Finds the line in an edition's file on which a link or a picture of its email is written."""

from newsroom.content.outline import Outline


def reference_line(outline: Outline, section_line: int | None, *texts: str) -> int | None:
    """The line of the link or picture that has most of some texts, as its address or its own text.

    None if none in the section has one of them.

    Args:
        outline: The edition's outline.
        section_line: The line of the section's heading; None for what is before the first heading, and for footnotes,
            which are anywhere.
        texts: Addresses and words. An address on the site may be absolute.
    """
    start = section_line or 0
    end = next((heading.line for heading in outline.sections if heading.line > start), None) if section_line else None
    found = [
        (sum(text == reference.text or _is_address(reference.target, text) for text in texts), -reference.line)
        for reference in outline.references
        if reference.line >= start and (end is None or reference.line < end)
    ]
    matches, line = max(found, default=(0, 0))
    return -line if matches else None


def _is_address(target: str, text: str) -> bool:
    end = target.lstrip("./")
    return target == text or (end != "" and text.endswith(end))
