"""Checks that the words of links say where they lead (WCAG 2.2, 2.4.4 and 2.4.9)."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from newsroom.content.document import Source
from newsroom.content.folders import path_beside
from newsroom.content.loaded import LoadedContent
from newsroom.problems import Problem, shorten
from newsroom.translations import Translations, known_languages

_TRAILING_SIGNS = re.compile(r"[\W_]+$")
"""Matches the "…" of "read more…". Does not match "read more"."""


class LinkWords:
    """Finds links whose words say nothing, such as "click here", in each language."""

    def __init__(self) -> None:
        languages = {lang: Translations(lang) for lang in known_languages()}
        self._vague = {lang: frozenset(t("link.vague").casefold().split(", ")) for lang, t in languages.items()}

    def is_vague(self, words: str, lang: str) -> bool:
        """Whether a link with these words says nothing, in this language. Signs after the words do not count."""
        return _TRAILING_SIGNS.sub("", words).casefold() in self._vague.get(lang, frozenset())

    def check(self, source: Source, content: LoadedContent) -> Iterator[Problem]:
        """Warnings about the links of a page that have no words, or words that say nothing.

        A card has the title of its page instead. A picture in a link without alternative text has an error of its own.
        """
        references = source.outline.references
        unnamed_pictures = {found.line for found in references if found.is_image and not found.text.strip()}
        for reference, following in zip_longest(references, references[1:]):
            words = " ".join(reference.text.split())
            if reference.is_image or reference.tag not in ("", "a") or not reference.target:
                continue
            if reference.is_alone and path_beside(source.path, reference.path) in content.paths:
                continue
            line = reference.text_line or reference.line
            holds_picture = following is not None and following.is_image and not following.text.strip()
            if not words and line not in unnamed_pictures and not (reference.is_html and holds_picture):
                what = "a link has no words, so readers do not see it"  # it may lead to a withdrawn item: no address
                yield Problem("link-text-missing", source.path, line, what, "write where it leads, or delete it")
            elif words and self.is_vague(words, source.lang):
                what = f"the link '{words}' does not say where it leads"
                fix = f"name the page: what is at {shorten(reference.target)}?"
                yield Problem("link-vague", source.path, line, what, fix)
