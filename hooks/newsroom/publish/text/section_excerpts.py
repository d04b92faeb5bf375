"""The first sentence of each section of a page, for a list of its contents."""

import re
from collections.abc import Iterable, Mapping

from newsroom.content.outline import Outline
from newsroom.ellipsis import cut_at_word, with_ellipsis
from newsroom.publish.text.sections import Section

MAX_EXCERPT = 110
_FEW_WORDS = 6
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r".{20,110}?[.!?…]{1,3}[”’\"')]{0,2}(?= [^a-z]|$)")
"""Matches "Four councils joined in 2023." in "Four councils joined in 2023. They are new."; not "Dr.", which is short
enough to be an abbreviation, nor "Things to read, e.g." in "Things to read, e.g. the report", where no capital follows.
"""


def section_excerpts(outline: Outline, sections: Iterable[Section]) -> Mapping[str, str]:
    """Return the first sentence of each section of a text, as plain text, by the section's id.

    A sentence of more than 110 characters ends at a word, with an ellipsis. Three kinds of sections have no excerpt:
    those that begin with a smaller heading, those without words, and those whose first sentence repeats their heading.

    Args:
        outline: The text's outline, which says which headings are sections.
        sections: The text's sections with their words; smaller headings make sections, too.
    """
    ids = {section.id for section in outline.sections}
    found = {
        section: _first_sentence(section.paragraphs[0])
        for section in sections
        if section.id in ids and section.paragraphs
    }
    return {section.id: sentence for section, sentence in found.items() if not _only_repeats(sentence, section.heading)}


def _only_repeats(sentence: str, heading: str) -> bool:
    """Whether a sentence is its heading with a few words around it, like "This section was about events"."""
    sentence_words, heading_words = (set(_WORD.findall(text.casefold())) for text in (sentence, heading))
    return heading_words <= sentence_words and len(sentence_words - heading_words) < _FEW_WORDS


def _first_sentence(paragraph: str) -> str:
    found = _SENTENCE.match(paragraph)
    sentence = found[0] if found else paragraph
    if len(sentence) <= MAX_EXCERPT and sentence[-1] not in ":,;":
        return sentence
    return with_ellipsis(sentence) if len(sentence) < MAX_EXCERPT else cut_at_word(sentence, MAX_EXCERPT)
