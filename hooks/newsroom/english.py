"""English for messages to editors, independent of the computer's language."""

from datetime import date

from babel.dates import format_date, get_month_names


def format_day(day: date) -> str:
    """A day in words: "1 December 2026"."""
    return format_date(day, "d MMMM y", locale="en_GB")


def month_name(month: int) -> str:
    """The name of a month, counted from 1."""
    return str(get_month_names("wide", locale="en_GB")[month])


def with_article(noun: str) -> str:
    """A noun with its indefinite article: "a story", "an interview"."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"
