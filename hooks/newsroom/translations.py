"""The reader-facing texts in each language, from one gettext catalogue per language; dates from Babel.

Catalogues are ``locale/<lang>.po`` files whose msgids are names ("story.back"). English has a catalogue like any other
language, so its texts can be changed without touching code. The ``Language`` in a catalogue's header decides how dates
and lists of names are written (en_GB: "A, B and C", without a comma before "and").
"""

import re
from functools import lru_cache  # noqa: TID251 (an object keeps dates, not the module)
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from newsroom.content.dates import PartialDate
from newsroom.content.types import TYPE_TEXTS

_LOCALE_FOLDER = Path(__file__).parent / "locale"
_HIGHEST_NUMBER_TRIED = 200


def known_languages() -> frozenset[str]:
    """The languages that have a catalogue."""
    return frozenset(path.stem for path in _LOCALE_FOLDER.glob("*.po"))


class Translations:
    """The texts of one language. A name that is not in the catalogue gets the English text of its content type.

    ``names`` are the names of the catalogue's texts, without those that have plural forms.

    Raises LookupError for a name that is in neither.
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang
        with (_LOCALE_FOLDER / f"{lang}.po").open("rb") as file:
            catalogue = read_po(file)
        self.names = frozenset(message.id for message in catalogue if isinstance(message.id, str))
        self._locale = catalogue.locale or Locale.parse(lang)
        compiled = BytesIO()
        write_mo(compiled, catalogue)
        compiled.seek(0)
        self._translations = GNUTranslations(compiled)
        self._date = lru_cache(maxsize=4096)(self._format_date)

    @property
    def native_name(self) -> str:
        """The language's name in the language itself: "Cymraeg"."""
        return str(self._locale.get_language_name()).capitalize()

    @property
    def locale(self) -> str:
        """The language with its country: "en_GB"."""
        return str(self._locale)

    @property
    def direction(self) -> str:
        """The direction in which the language is written: "ltr" or "rtl"."""
        return str(self._locale.text_direction)

    def has(self, name: str) -> bool:
        """Whether a name has a text."""
        return name in self.names or name in TYPE_TEXTS

    def __call__(self, name: str, /, **values: object) -> str:
        """The text of a name, with ``{placeholders}`` filled in."""
        words = self._translations.gettext(name)
        if words == name:
            words = TYPE_TEXTS.get(name, name)
        if words == name:
            raise LookupError(f"locale/{self.lang}.po has no words for '{name}'")
        return words.format(**values) if values else words

    def count(self, name: str, number: int) -> str:
        """The text for a number of things, in the language's plural form for that number."""
        words = self._translations.ngettext(name, f"{name}.plural", number)
        if words in (name, f"{name}.plural"):
            raise LookupError(f"locale/{self.lang}.po has no plural words for '{name}'")
        return words.format(number=format_decimal(number, locale=self._locale))

    def forms(self, name: str) -> dict[str, str]:
        """The plural forms by CLDR's plural categories, with ``{number}`` left in them, for scripts.

        The catalogue has its own rule that maps numbers to forms. The first number of each category selects the form.
        """
        category = self._locale.plural_form
        first = {category(number): number for number in range(_HIGHEST_NUMBER_TRIED, -1, -1)}
        return {name_: self._translations.ngettext(name, f"{name}.plural", number) for name_, number in first.items()}

    def size(self, length: int) -> str:
        """A file's size for readers: "640 kB" or "1.2 MB", in powers of a thousand. ``length`` is in bytes."""
        if length < 999_500:
            return f"{format_decimal(max(1, round(length / 1000)), locale=self._locale)} kB"
        return f"{format_decimal(length / 1_000_000, '#,##0.#', locale=self._locale)} MB"

    def date(self, when: PartialDate) -> str:
        """A date for readers: "10 September 2025", "July 2020" or "2024"."""
        return self._date(when)

    def _format_date(self, when: PartialDate) -> str:
        pattern = "d MMMM y" if when.day else "MMMM y" if when.month else "y"
        return format_date(when.first_day, pattern, locale=self._locale)

    def list(self, names: tuple[str, ...]) -> str:
        """Names as a list: "A, B and C". CLDR writes Welsh "and" as "a(c)"; it is "ac" before a vowel, else "a"."""
        row = format_list(names, locale=self._locale)
        return re.sub(r"\ba\(c\) ", "a ", re.sub(r"\ba\(c\) (?=[aeiouwyâêîôûŵŷ])", "ac ", row, flags=re.IGNORECASE))
