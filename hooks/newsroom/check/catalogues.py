"""Checks that the catalogue of each language has all texts."""

from collections.abc import Iterable, Iterator

from newsroom.problems import Problem
from newsroom.translations import Translations, catalogue_path

_MOST_NAMED = 3


def check_catalogues(translations: Iterable[Translations]) -> Iterator[Problem]:
    """Yield a warning for each language whose catalogue lacks texts; readers see them in English."""
    for t in translations:
        if missing := t.untranslated:
            named = ", ".join(f"'{name}'" for name in missing[:_MOST_NAMED])
            more = f" and {len(missing) - _MOST_NAMED} more" if len(missing) > _MOST_NAMED else ""
            what = f"has no text for {named}{more}; readers see the English"
            fix = f"copy the entries from {catalogue_path('en')}, and translate them"
            yield Problem("catalogue-incomplete", catalogue_path(t.lang), None, what, fix)
