"""Start the catalogue of another language: all texts that readers see, in English, to be translated."""

import re
from gettext import c2py
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.plurals import get_plural

from newsroom.commands.new_file import NewFile, NewFileError
from newsroom.translations import catalogue_path

_PLURAL = re.compile(r'^msgstr\[0\] (".*")\nmsgstr\[1\] (".*")$', re.MULTILINE)
"""Matches the two lines of a count in English: `msgstr[0] "{number} page"` and `msgstr[1] "{number} pages"`."""
_OF_ITS_LANGUAGE = re.compile(r'(?<=^msgid "languages\.home"\n)msgstr .*', re.MULTILINE)
"""The text that names the language of its catalogue: readers of other languages see it."""


def new_catalogue(root: Path, lang: str) -> NewFile:
    """Return the catalogue of a language with the English texts, and its own plural forms.

    Raises:
        NewFileError: The language does not exist, or it already has a catalogue.
    """
    try:
        locale = Locale.parse(lang) if re.fullmatch("[a-z]{2}", lang) else None
    except UnknownLocaleError:
        locale = None
    if locale is None:
        raise NewFileError(
            f"'{lang}' is not the code of a language, two small letters: Welsh is cy, Irish ga, German de"
        )
    path = catalogue_path(lang)
    if (root / path).exists():
        raise NewFileError(f"{path} exists; change the texts in it")
    plural = get_plural(locale)
    form_of_one = c2py(plural.plural_expr)(1) if plural.num_plurals > 1 else None
    _, _, texts = (root / catalogue_path("en")).read_text(encoding="utf-8").partition("\n\n")
    native, english = str(locale.get_language_name()).capitalize(), locale.get_language_name("en")
    header = [
        f"# {native} / {english}: the text that readers see. Change the text after msgstr, never the msgid.",
        'msgid ""',
        'msgstr ""',
        f'"Language: {lang}\\n"',
        '"Content-Type: text/plain; charset=utf-8\\n"',
        f'"Plural-Forms: {plural}\\n"',
    ]

    def with_its_name(found: re.Match[str]) -> str:
        return found[0].replace("English", str(english))

    def forms(found: re.Match[str]) -> str:
        numbers = range(plural.num_plurals)
        return "\n".join(f"msgstr[{number}] {found[1 if number == form_of_one else 2]}" for number in numbers)

    texts = _OF_ITS_LANGUAGE.sub(with_its_name, _PLURAL.sub(forms, texts))
    return NewFile(path, "\n".join(header) + "\n\n" + texts)
