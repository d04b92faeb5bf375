"""Lists all texts of a site in a language beside those in its first language, for somebody who speaks both to review.

The list is made when it is needed, not kept in the repository: editors change pages in a browser, and no program of
theirs could write it again.
"""

import re
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from newsroom.check.placeholders import find_texts
from newsroom.content.document import Source
from newsroom.english import field_name
from newsroom.read import load_content
from newsroom.report import format_csv
from newsroom.settings import Settings
from newsroom.site_settings import site_settings
from newsroom.translations import Translations

_Row = tuple[str, str, str]
"""Where a text is, the text in the first language, and its translation."""
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")


class UnknownLanguageError(ValueError):
    """The site has no translations in a language."""


def review_list(root: Path, values: object, lang: str) -> str:
    """Return the list as CSV, with empty columns for corrections.

    Args:
        values: The settings as they are in mkdocs.yml.
        lang: The language to review.

    Raises:
        ContentError: The settings are not valid.
        UnknownLanguageError: ``lang`` is not a language of the site, or it is the first.
    """
    settings = site_settings(values, root)
    if lang not in settings.languages[1:]:
        others = ", ".join(settings.languages[1:]) or "none"
        raise UnknownLanguageError(f"'{lang}' is not a language into which this site is translated: {others}")
    own, first = Translations(lang), Translations(settings.default_language)
    names = [Translations("en").language_name(t.lang) for t in (first, own)]
    note = (
        f"Reviewed by {own.reviewer}."
        if own.reviewer
        else f"Nobody who speaks {names[1]} has reviewed these texts yet. Write what is right in the column Correction."
    )
    rows = (*_settings_rows(settings, lang), *_catalogue_rows(first, own), *_page_rows(root, settings, lang))
    return format_csv(
        ("Where", *names, "Correction", "Note"), [("", "", note, "", ""), *((*row, "", "") for row in rows)]
    )


def _settings_rows(settings: Settings, lang: str) -> Iterator[_Row]:
    """Yield the settings that have a text for each language."""
    first = settings.default_language
    names = {first: settings.site_name, **settings.site_names}
    for place, texts in ((("site_names",), names), *settings.all_texts):
        if lang in texts and first in texts:
            yield f"mkdocs.yml: {': '.join(map(str, place))}", texts[first], texts[lang]


def _catalogue_rows(first: Translations, own: Translations) -> Iterator[_Row]:
    for name, forms in sorted(own.texts.items()):
        yield f"locale/{own.lang}.po: {name}", "\n".join(first.texts.get(name, ())), "\n".join(forms)


def _page_rows(root: Path, settings: Settings, lang: str) -> Iterator[_Row]:
    sources = load_content(root, settings.languages).sources
    for path, source in sorted(sources.items()):
        original_path = path.replace(f".{lang}.", ".")  # also that of an Easy Read version, like about.cy.easy.md
        if original_path != path:
            original = sources.get(original_path)
            yield from _field_rows(original, source)
            yield from _text_rows(original, source)


def _field_rows(original: Source | None, source: Source) -> Iterator[_Row]:
    """Yield the fields of front matter that differ between the languages: the others are dates, names and the like."""
    known = dict(find_texts(dict(original.values))) if original else {}
    for key, text in find_texts(dict(source.values)):
        if text != known.get(key):
            where = f"{source.path}:{source.line(*key)}: {field_name(key)}"
            yield where, " ".join(known.get(key, "").split()), " ".join(text.split())


def _text_rows(original: Source | None, source: Source) -> Iterator[_Row]:
    """Yield the paragraphs of a text, or the text as a whole if its original has another number of them."""
    first, own = (_paragraphs(found.text) if found else [] for found in (original, source))
    if len(first) != len(own):
        first, own = ["\n\n".join(first)], ["\n\n".join(own)]
    for english, translated in zip_longest(first, own, fillvalue=""):
        start = source.text.find(translated.split("\n")[0])
        yield f"{source.path}:{source.text_line + source.text.count(chr(10), 0, start)}", english, translated


def _paragraphs(text: str) -> list[str]:
    return [paragraph for paragraph in _BLANK_LINES.split(text.strip()) if paragraph]
