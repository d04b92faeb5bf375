"""Checks that a person has confirmed what an import could only guess."""

from collections.abc import Iterator

from newsroom.check.placeholders import find_texts
from newsroom.content.document import Source
from newsroom.english import field_name
from newsroom.problems import Problem, shorten

TO_CONFIRM = "To confirm:"
"""The beginning of a guessed value. It is in the value, since browser editors drop the comments of YAML."""


def check_guesses(source: Source) -> Iterator[Problem]:
    """Errors about values in the front matter of one file that nobody has confirmed."""
    for key, value in find_texts(dict(source.values)):
        if value.casefold().startswith(TO_CONFIRM.casefold()):
            guess = shorten(value[len(TO_CONFIRM) :].strip())
            what = f"{field_name(key)} was guessed when the text was imported: '{guess}'"
            fix = f"correct it if it is wrong, and delete the words '{TO_CONFIRM}'"
            yield source.field_problem("guess-unconfirmed", key, what, fix)
