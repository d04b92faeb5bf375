"""The reader-facing texts in each language, from one gettext catalogue per language; dates from Babel.

Catalogues are ``locale/<lang>.po`` files whose msgids are names ("story.back"). English has a catalogue like any other
language, so its texts can be changed without touching code. The ``Language`` in a catalogue's header decides how dates
and lists of names are written (en_GB: "A, B and C", without a comma before "and").
"""

import datetime
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache  # noqa: TID251 (an object keeps dates, not the module)
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_skeleton, get_date_format
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from newsroom.content.dates import PartialDate
from newsroom.content.moments import Moment
from newsroom.content.types import TYPE_TEXTS

_LOCALE_FOLDER = Path(__file__).parent / "locale"
_HIGHEST_NUMBER_TRIED = 200
_DAY_FIRST = "d MMMM y"
_NO_TRANSLATOR = Catalog().last_translator
_WELSH_AND = re.compile(r"\ba\(c\) ")
_WELSH_VOWEL = re.compile(r"[aeiouyâêîôûŵŷ]|w(?![aeiouyrâêîôûŷ])", re.IGNORECASE)
"""Matches the start of "Elm" and "Wlster", not of "Williams" and "Wrecsam", where w is a consonant."""
_COMPLETE = "en"
"""The language whose catalogue has all texts. They are used for those that another catalogue lacks."""


def known_languages() -> frozenset[str]:
    """The languages that have a catalogue."""
    return frozenset(path.stem for path in _LOCALE_FOLDER.glob("*.po"))


def catalogue_path(lang: str) -> str:
    """The path of a language's catalogue in the repository."""
    return f"hooks/newsroom/locale/{lang}.po"


def text_direction(lang: str) -> str:
    """The direction in which a language is written: "ltr" or "rtl"."""
    return str(Locale.parse(lang).text_direction)


class Translations:
    """The texts of one language. A name that is not in the catalogue has the English text.

    ``names`` are the names of the catalogue's texts, without those that have plural forms; ``texts`` are all, each
    with its forms. ``untranslated`` are the names of all texts that only the English catalogue has. ``reviewer`` is the
    ``Last-Translator`` of its header, who reviewed it; None if nobody did.

    Args:
        named: The names of values that the settings have, by group: ``{"nation": {"England": "Lloegr"}}``.
        own_texts: The texts of the site, in place of those in the catalogue.

    Raises LookupError for a name that has no text.
    """

    def __init__(
        self,
        lang: str,
        named: Mapping[str, Mapping[str, str]] | None = None,
        own_texts: Mapping[str, str] | None = None,
    ) -> None:
        self.lang = lang
        self.named, self.own_texts = named or {}, own_texts or {}
        catalogue = _read_catalogue(lang)
        complete = catalogue if lang == _COMPLETE else _read_catalogue(_COMPLETE)
        self.names = frozenset(message.id for message in catalogue if isinstance(message.id, str))
        self.texts = _texts_of(catalogue)
        self.reviewer = None if catalogue.last_translator == _NO_TRANSLATOR else catalogue.last_translator
        self.untranslated = tuple(name for name in sorted(_texts_of(complete)) if not all(self.texts.get(name, ("",))))
        self._locale = catalogue.locale or Locale.parse(lang)
        for name in self.untranslated:
            catalogue.delete(name)  # write_mo would put the name in the place of a missing plural form
        self._translations = _compile(catalogue)
        if self.untranslated:
            self._translations.add_fallback(_compile(complete))
        self._date = lru_cache(maxsize=4096)(self._format_date)

    @property
    def native_name(self) -> str:
        """The language's name in the language itself: "Cymraeg"."""
        return str(self._locale.get_language_name()).capitalize()

    def language_name(self, lang: str) -> str:
        """The name of a language in this one: in Welsh, "Saesneg" for "en"."""
        return str(Locale.parse(lang).get_language_name(self._locale))

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
        words = self.own_texts.get(name) or self._translations.gettext(name)
        if words == name:
            words = TYPE_TEXTS.get(name, name)
        if words == name:
            raise LookupError(f"locale/{self.lang}.po has no words for '{name}'")
        return words.format(**values) if values else words

    def value(self, group: str, value: str) -> str:
        """The name of a value in a group of the settings: "Lloegr" for the nation "England". Else the value itself."""
        return self.named.get(group, {}).get(value, value)

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

    def day(self, day: datetime.date) -> str:
        """A day with its weekday: "Thursday 10 December 2026"."""
        return self._with_weekday(day, format_date(day, "long", locale=self._locale))

    def month(self, day: datetime.date) -> str:
        """The short name of a day's month: "Dec"."""
        return format_date(day, "LLL", locale=self._locale)

    def period(self, start: Moment, end: Moment | None) -> str:
        """From when to when something is: "Thursday 10 December 2026, 10am to 3:30pm"."""
        if end is None or end == start:
            return self._moment(start)
        t = self
        if start.day == end.last_day:
            return t("moment.times", day=self.day(start.day), start=self._time(start), end=self._time(end))
        is_short = start.time is None and start.day.year == end.day.year
        first = self._with_weekday(start.day, self._without_year(start.day)) if is_short else self._moment(start)
        return t("moment.range", start=first, end=self._moment(end))

    def _with_weekday(self, day: datetime.date, date: str) -> str:
        t = self
        return t("moment.day", weekday=format_date(day, "EEEE", locale=self._locale), date=date)

    def _without_year(self, day: datetime.date) -> str:
        """A day and its month. CLDR has "Hydref 5" for Welsh, although its long dates begin with the day."""
        if str(get_date_format("long", locale=self._locale)) == _DAY_FIRST:
            return format_date(day, "d MMMM", locale=self._locale)
        return format_skeleton("MMMMd", day, locale=self._locale)

    def _moment(self, moment: Moment) -> str:
        t, day = self, self.day(moment.day)
        return t("moment.time", day=day, start=self._time(moment)) if moment.time else day

    def _time(self, moment: Moment) -> str:
        """A time of day: "10am", "3:30pm", "midday"; "midnight" for a day without a time."""
        t, time = self, moment.time or datetime.time()
        if time.minute == 0 and time.hour % 12 == 0:
            return t("moment.midday") if time.hour else t("moment.midnight")
        words = f"{(time.hour - 1) % 12 + 1}{f':{time.minute:02}' if time.minute else ''}"
        return t("moment.pm", time=words) if time.hour >= 12 else t("moment.am", time=words)

    def _format_date(self, when: PartialDate) -> str:
        if when.month and not when.day:
            return format_skeleton("yMMMM", when.first_day, locale=self._locale)
        return format_date(when.first_day, "long" if when.day else "y", locale=self._locale)

    def list(self, names: tuple[str, ...]) -> str:
        """Names as a list: "A, B and C". CLDR writes Welsh "and" as "a(c)"; it is "ac" before a vowel, else "a"."""
        row = format_list(names, locale=self._locale)
        return _WELSH_AND.sub(lambda found: "ac " if _WELSH_VOWEL.match(row, found.end()) else "a ", row)


def _first(name: str | Sequence[str]) -> str:
    return name if isinstance(name, str) else name[0]


def _all(text: str | Sequence[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def _read_catalogue(lang: str) -> Catalog:
    with (_LOCALE_FOLDER / f"{lang}.po").open("rb") as file:
        return read_po(file)


def _texts_of(catalogue: Catalog) -> dict[str, tuple[str, ...]]:
    """The texts by name, each with its plural forms."""
    return {_first(message.id): _all(message.string) for message in catalogue if message.id}


def _compile(catalogue: Catalog) -> GNUTranslations:
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)
