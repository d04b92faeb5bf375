"""Asks Hunspell, if it is installed, which words are not in the dictionary of a language."""

import shutil
import subprocess
from collections.abc import Mapping

_DICTIONARIES: Mapping[str, str] = {"cy": "cy_GB"}


def misspelt_words(lang: str, words: frozenset[str]) -> frozenset[str]:
    """Those of some words that the dictionary of a language does not have; none if it is not installed.

    See https://manpages.debian.org/bookworm/hunspell/hunspell.1.en.html.
    """
    program, dictionary = shutil.which("hunspell"), _DICTIONARIES.get(lang)
    if not program or not dictionary or not words:
        return frozenset()
    command = [program, "-d", dictionary, "-i", "utf-8", "-l"]
    answer = subprocess.run(command, input="\n".join(sorted(words)), capture_output=True, encoding="utf-8", check=False)
    return words & frozenset(answer.stdout.split()) if answer.returncode == 0 else frozenset()
