"""How the sections of a page begin, for a list of its contents."""

import re
from collections.abc import Mapping

from newsroom.content.document import Outline
from newsroom.publish.sections import sections

LENGTH = 110
_FEW = 6
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r".{20,110}?[.!?…]{1,3}[”’\"')]{0,2}(?= [^a-z]|$)")
"""Not so short that it may be the end of an abbreviation."""


def section_excerpts(outline: Outline, html: str) -> Mapping[str, str]:
    """The first sentence of each section of a page's body, as plain text, by the section's id.

    One of more than 110 characters ends at a word and with an ellipsis. A section that begins with a smaller heading,
    has no words, or only says its heading again, is left out.
    """
    wanted = {section.id for section in outline.sections}
    found = {part: _opening(part.paragraphs[0]) for part in sections(html) if part.id in wanted and part.paragraphs}
    return {part.id: opening for part, opening in found.items() if not _only_repeats(opening, part.heading)}


def _only_repeats(opening: str, heading: str) -> bool:
    """Whether a sentence is its heading with a few words around it, as "This section was about events"."""
    said, known = (set(_WORD.findall(text.casefold())) for text in (opening, heading))
    return known <= said and len(said - known) < _FEW


def _opening(paragraph: str) -> str:
    found = _SENTENCE.match(paragraph)
    sentence = found[0] if found else paragraph
    if len(sentence) <= LENGTH and sentence[-1] not in ":,;":
        return sentence
    kept = sentence if len(sentence) < LENGTH else sentence[:LENGTH].rpartition(" ")[0] or sentence[: LENGTH - 1]
    return f"{kept.rstrip(' .,:;–—-')}…"
