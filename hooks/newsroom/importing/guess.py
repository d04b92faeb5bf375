"""Guesses what the front matter of an imported text needs, for a person to confirm."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

from newsroom.ellipsis import cut_at_word
from newsroom.importing.tree import element_text, find_by_xpath, text_blocks

_SENTENCE_END = re.compile(r"(?<=[.!?…])([”’\"')\]]*)\s+(?=[^\W\d_a-z]|[“‘\"'(\[\d])")
"""Matches ". " in "trees. The garden", not in "e.g. trees"."""
_ABBREVIATIONS = ("Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "St.", "e.g.", "i.e.", "etc.", "No.", "Rev.")
_SHORT_LINE = 60
_LEAST_LINES = 8
_NOTE_MARK = re.compile(r"\[\w{1,3}\]")
"""Matches the number of a footnote, "[1]"."""
_NOT_IN_POEMS = ".//li|.//table|.//h2|.//h3|.//h4|.//p[starts-with(@class,'MsoList') or @class='MsoFootnoteText']"
_QUESTION = re.compile(r"(?:Q|A|Question|Answer|C|Cwestiwn|Ateb)\s*[:.]\s")
"""Matches "Q: " and "Answer. ", not "Questions: "."""
_SPEAKER = re.compile(r"([^\W\d_a-z][\w'’.-]*(?: [^\W\d_a-z][\w'’.-]*){0,2}):\s")
"""Matches "Ann: " and "Ann Bo Elm: ", not "note: "."""
_LEAST_TURNS = 4


@dataclass(frozen=True)
class Topic:
    """An area or a principle of the site: the field that names it, its file's name, and its name for readers.

    ``is_common``: the name may be a common word, like "Community", which says nothing at the beginning of a sentence.
    """

    field: str
    slug: str
    name: str
    is_common: bool


def guess_summary(body: HtmlElement, least: int, most: int) -> str:
    """The first whole sentences of the text, as long as wanted if possible; empty for a text without sentences."""
    found = ""
    for sentence in _sentences(body):
        longer = f"{found} {sentence}".strip()
        if len(longer) > most:
            return found if len(found) >= least else cut_at_word(longer, most)
        found = longer
        if len(found) >= least:
            return found
    return found


def guess_kind(body: HtmlElement) -> str:
    """Whether a story is a "poem", an "interview" or a "story"."""
    blocks = [block for block in text_blocks(body) if block.tag in ("p", "div", "pre")]
    lines = [line for block in blocks for line in _lines(block)]
    if len(lines) >= _LEAST_LINES and _is_verse(lines, len(blocks)) and not find_by_xpath(body, _NOT_IN_POEMS):
        return "poem"
    texts = [element_text(block) for block in blocks]
    speakers = [match[1] for text in texts if (match := _SPEAKER.match(text))]
    stressed = find_by_xpath(body, ".//p/strong|.//p/b|.//h2|.//h3")
    questions = sum(element_text(element).endswith("?") for element in stressed)
    turns = sum(bool(_QUESTION.match(text)) for text in texts)
    is_interview = turns >= _LEAST_TURNS or questions >= _LEAST_TURNS
    has_speakers = len(speakers) >= 2 * _LEAST_TURNS and len(set(speakers)) <= len(speakers) / 2
    return "interview" if is_interview or has_speakers else "story"


def _is_verse(lines: list[str], stanzas: int) -> bool:
    """Whether lines are short, and either divide stanzas or mostly do not end a sentence."""
    is_short = sum(len(line) <= _SHORT_LINE for line in lines) > 0.9 * len(lines)
    return is_short and (len(lines) >= 2 * stanzas or sum(line[-1:] in ".!?" for line in lines) < 0.3 * len(lines))


def guess_topics(text: str, topics: tuple[Topic, ...]) -> Mapping[str, tuple[str, ...]]:
    """The areas and principles that a text names, by field, in the order of the site."""
    found: dict[str, dict[str, None]] = {}
    for topic in topics:
        before = r"(?<=[a-z,;:] )" if topic.is_common else r"(?<![\w-])"
        if re.search(rf"{before}{re.escape(topic.name)}(?![\w-])", text):
            found.setdefault(topic.field, {})[topic.slug] = None
    return {name: tuple(slugs) for name, slugs in found.items()}


def _sentences(body: HtmlElement) -> Iterator[str]:
    for block in text_blocks(body):
        if block.tag not in ("p", "div") or _is_aside(block):
            continue
        pending = ""
        for part in _SENTENCE_END.sub(r"\1\n", _NOTE_MARK.sub("", element_text(block))).split("\n"):
            pending = f"{pending} {part}".strip()
            if not pending.endswith(_ABBREVIATIONS):
                yield pending
                pending = ""
        if pending:
            yield pending


def _is_aside(block: HtmlElement) -> bool:
    """Whether a paragraph is all bold, like a heading, or is in a list, a table or a quotation."""
    bold = "".join(element_text(element) for element in find_by_xpath(block, ".//b|.//strong"))
    is_inside = any(parent.tag in ("table", "blockquote", "li", "figure") for parent in block.iterancestors())
    return is_inside or bold == element_text(block)


def _lines(block: HtmlElement) -> list[str]:
    text = str(block.text or "")
    for child in block.iterdescendants():
        text += "\n" if child.tag == "br" else str(child.text or "")
        text += str(child.tail or "")
    source = text.split("\n") if block.tag == "pre" or find_by_xpath(block, ".//br") else [text]
    return [line.strip() for line in source if line.strip()]
