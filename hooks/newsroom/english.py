"""English for messages to editors, independent of the computer's language."""

from collections.abc import Iterable
from datetime import date

from babel.dates import format_date, get_month_names


def format_day(day: date) -> str:
    """A day in words: "1 December 2026"."""
    return format_date(day, "d MMMM y", locale="en_GB")


def month_name(month: int) -> str:
    """The name of a month, counted from 1."""
    return str(get_month_names("wide", locale="en_GB")[month])


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def field_name(key: Iterable[str | int]) -> str:
    """A field's path of keys in words: "`name` in the second entry of `from`" for ("from", 1, "name")."""
    words = ""
    for part in key:
        if isinstance(part, int):
            number = f"the {_ORDINALS[part]} entry" if part < len(_ORDINALS) else f"entry {part + 1}"
            words = f"{number} of {words}"
        else:
            words = f"`{part}` in {words}" if words else f"`{part}`"
    return words


_NUMBERS = ("no", "one", "two", "three", "four")


def in_spaces(number: int, kind: str = "") -> str:
    """A number of spaces: "two spaces", "one plain space" for the kind "plain"."""
    words = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{words} {kind} {'space' if number == 1 else 'spaces'}".replace("  ", " ")


def count_things(number: int, noun: str) -> str:
    """A number of things: "1 error", "2 errors"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def with_article(noun: str) -> str:
    """A noun with its indefinite article: "a story", "an interview"."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"
