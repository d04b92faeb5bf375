"""Checks fields that are valid alone, but contradict each other, are too long, were guessed or were not meant so."""

import re
from collections.abc import Iterator
from datetime import date

from newsroom.check.placeholders import find_texts
from newsroom.content.document import Source
from newsroom.content.lengths import LENGTHS
from newsroom.content.model import Dated, FrontMatter, Timed
from newsroom.content.several_names import are_several, split_names
from newsroom.content.types.newsletter import Newsletter
from newsroom.content.types.publication import Publication
from newsroom.english import count_things, field_name
from newsroom.problems import Problem, shorten

_PEOPLE_FIELDS = ("author", "authors", "from")
_MARKS = re.compile(r"\*\*(?!\s)([^*\n]+)(?<!\s)\*\*|!?\[([^\[\]\n]+)\]\([^()\s]+\)")
"""Matches "**bold words**" and "[words](file.md)", not "2 ** 3 ** 4" or "[words] (more words)"."""
TO_CONFIRM = "To confirm:"
"""The beginning of a guessed value. It is in the value, since browser editors drop the comments of YAML."""


def check_fields(front: FrontMatter, source: Source, today: date) -> Iterator[Problem]:
    """Errors and warnings about the dates in valid front matter, and about several people in one name."""
    if isinstance(front, Dated):
        yield from _check_dates(front, source, today)
    for field in _PEOPLE_FIELDS if {"author", "from"}.intersection(source.type.fields) else ():
        value = source.values.get(field)
        names = value if isinstance(value, list) else [value]
        for index, name in enumerate(names):
            if isinstance(name, str) and are_several(name):
                key = (field, index) if isinstance(value, list) else (field,)
                yield _several_fault(key, name, source)


def _check_dates(front: Dated, source: Source, today: date) -> Iterator[Problem]:
    expected = front.expected if isinstance(front, Publication) else None
    if front.updated and not front.undated and front.updated.last_day < front.date.first_day:
        what = f"`updated` is {front.updated.isoformat()}, before `date`, which is {front.date.isoformat()}"
        yield source.field_problem("field-dates-reversed", "updated", what, "correct one of the two dates")
    if front.updated and front.updated.first_day > max(today, front.date.first_day):
        what = f"`updated` is {front.updated.isoformat()}, which is in the future"
        fix = "write the day on which the item was last changed"
        yield source.field_problem("field-updated-future", "updated", what, fix)
    if isinstance(front, Timed) and not front.undated and front.date.first_day > front.over_after:
        field = front.moment_field
        what = f"`date` is {front.date.isoformat()}, when it is already over: `{field}` is {source.values[field]}"
        fix = "correct the wrong one; if it is a past one whose announcement has no known day, add `undated: true`"
        yield source.field_problem("announced-late", "date", what, fix)
    if expected and expected.last_day < front.date.first_day:
        what = f"`expected` is {expected.isoformat()}, before `added`, the day of its page: {front.date.isoformat()}"
        fix = "correct one of the two dates, or delete the line `expected` if the publication is out"
        yield source.field_problem("field-dates-reversed", "expected", what, fix)
    elif expected and expected.last_day < today:
        what = f"`expected` is {expected.isoformat()}, which is in the past, so the page says that it is still to come"
        fix = "if the publication is out, write its `date` in place of it, and name its PDF in `file`"
        fix += "; if not, write a later date"
        yield source.field_problem("publication-overdue", "expected", what, fix)
    sent = front.sent if isinstance(front, Newsletter) else None
    if sent and not front.date.first_day <= sent.first_day <= today:
        when = (
            "in the future" if sent.first_day > today else f"before the edition, which is of {front.date.isoformat()}"
        )
        what, fix = f"`sent` is {sent.isoformat()}, which is {when}", "write the day on which the email was sent"
        yield source.field_problem("edition-sent-wrong", "sent", what, fix)


def _several_fault(key: tuple[str | int, ...], name: str, source: Source) -> Problem:
    field = "from" if key[0] == "from" else "authors"
    names = split_names(name)
    what = f"{field_name(key)} is '{shorten(name)}', which is read as the name of one person"
    fix = f"write several people as a list, '{field}: [{', '.join(names)}]'"
    role = f"a role or an organisation in a group, '{{name: {names[0]}, role: …}}'"
    return source.field_problem("author-several", key, what, f"{fix}, and {role}")


def check_lengths(source: Source) -> Iterator[Problem]:
    """Warnings about texts that are too short or too long, whether or not other fields are valid."""
    for name, length in LENGTHS.items():
        text = source.values.get(name)
        if isinstance(text, str) and not length.fits(text.strip()):
            what = f"`{name}` has {count_things(len(text.strip()), 'character')}"
            fix = f"write {length.wanted}, which is what {length.readers} have room for"
            yield source.field_problem("field-length", name, what, fix)


def check_field_marks(source: Source) -> Iterator[Problem]:
    """Warnings about bold words and links in fields, which pages, feeds and emails show as they are written."""
    for key, text in find_texts(dict(source.values)):
        if found := _MARKS.search(text):
            what = f"{field_name(key)} has '{shorten(found[0])}', which is shown as it is written"
            fix = f"write only '{shorten(found[1] or found[2])}'"
            yield source.field_problem("markdown-unsupported", key, what, fix)


def check_guesses(source: Source) -> Iterator[Problem]:
    """Errors about values in the front matter of one file that nobody has confirmed."""
    for key, value in find_texts(dict(source.values)):
        if value.casefold().startswith(TO_CONFIRM.casefold()):
            guess = shorten(value[len(TO_CONFIRM) :].strip())
            what = f"{field_name(key)} was guessed when the text was imported: '{guess}'"
            fix = f"correct it if it is wrong, and delete the words '{TO_CONFIRM}'"
            yield source.field_problem("guess-unconfirmed", key, what, fix)
