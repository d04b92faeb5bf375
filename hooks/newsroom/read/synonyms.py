"""Reads the synonyms file: words with similar meanings, so that a search for one finds the others.

A line is a word, a colon and other words, with commas between them: `lonely: isolated, loneliness, on my own`.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from pathlib import Path

from newsroom.content.folders import synonyms_language
from newsroom.content.loaded import Synonyms
from newsroom.problems import Problem
from newsroom.read.files import read_text

_EXAMPLE = "lonely: isolated, loneliness"
_WORD_ALONE = re.compile(r"[^\s#:-][^:]*:[ \t]*(?:#.*)?$")
"""Matches "lonely:", not "lonely: isolated"."""
_QUOTES = "\"'"


def read_synonyms(
    root: Path, paths: Iterable[str], languages: tuple[str, ...]
) -> tuple[dict[str, Synonyms], list[Problem]]:
    """The synonyms by language, from the synonyms files among ``paths``, and the errors in these files."""
    found: dict[str, Synonyms] = {}
    problems: list[Problem] = []
    for path in paths:
        lang = synonyms_language(path, languages[0])
        if lang is None:
            continue
        text = read_text(root, path)
        if isinstance(text, Problem):
            problems.append(text)
        elif lang not in languages or lang in found:
            fix = f"the languages here are {', '.join(languages)}, and the file of {languages[0]} is docs/synonyms.yml"
            what = "the file's name ends in a language that this site does not have, or that has a file already"
            problems.append(Problem("synonyms-language-unknown", path, None, what, fix))
        else:
            found[lang], faults = parse_synonyms(text, path)
            problems += faults
    return found, problems


def parse_synonyms(text: str, path: str) -> tuple[Synonyms, tuple[Problem, ...]]:
    """The groups in a file's text, and the errors in its lines. Never raises."""
    groups: list[tuple[str, ...]] = []
    problems: list[Problem] = []
    first_lines: dict[str, int] = {}
    lines = [line if line.strip() and not line.lstrip().startswith("#") else "" for line in text.split("\n")]
    is_below_word = False
    for number, line in enumerate(lines, 1):
        if not line:
            continue
        if is_below_word and line[0] in " \t-":
            continue  # the line above it is reported
        is_below_word = bool(_WORD_ALONE.match(line))
        if is_below_word and next(filter(None, lines[number:]), "")[:1] in (" ", "\t", "-"):
            below = "\n".join(takewhile(lambda below: below[:1] in ("", " ", "\t", "-"), lines[number:]))
            problems.append(Problem("synonyms-line-invalid", path, number, *_nested_fault(line, below)))
            continue
        name, colon, others = line.partition(":")
        words = (
            _clean_word(name),
            *(_clean_word(word) for word in others.split(" #")[0].strip().strip("[]").split(",")),
        )
        if fault := _shape_fault(line, colon, words):
            problems.append(Problem("synonyms-line-invalid", path, number, *fault))
            continue
        problems += _repeated_words(words, number, first_lines, path)
        groups.append(words)
    return tuple(groups), tuple(problems)


def _nested_fault(line: str, below: str) -> tuple[str, str]:
    """What is wrong with a word whose synonyms are on the lines below it, and how to fix it."""
    word = line.split(":")[0].strip()
    synonyms = [
        found.strip() for found in re.split(r"[\n:,]|^[ \t]*-[ \t]+", below, flags=re.MULTILINE) if found.strip()
    ]
    return f"the synonyms of '{word}' are on lines below it", f"write them on one line: '{word}: {', '.join(synonyms)}'"


def _clean_word(text: str) -> str:
    return " ".join(text.strip().strip(_QUOTES).casefold().replace("’", "'").split())


def _shape_fault(line: str, colon: str, words: tuple[str, ...]) -> tuple[str, str] | None:
    """What is wrong with the form of a line, and how to fix it."""
    if re.search("[:{}]", "".join(words)):
        return "this line has more than one colon, or braces", f"write a word and its synonyms, like '{_EXAMPLE}'"
    if line[0] in " \t-" or not colon:
        return "this line is not a word with its synonyms", f"write them on one line, like '{_EXAMPLE}'"
    if not words[0]:
        return "there is no word before the colon", f"write one, like '{_EXAMPLE}'"
    if not all(words):
        return f"after '{words[0]}:' a word is missing", f"write words with one comma between them, like '{_EXAMPLE}'"
    return None


def _repeated_words(words: tuple[str, ...], number: int, first_lines: dict[str, int], path: str) -> Iterator[Problem]:
    for word in words:
        if word in first_lines:
            place = "on this line" if first_lines[word] == number else f"on line {first_lines[word]}"
            fix = "keep one: all words of a line are synonyms of each other"
            yield Problem("synonym-repeated", path, number, f"'{word}' is already {place}", fix)
        first_lines.setdefault(word, number)
