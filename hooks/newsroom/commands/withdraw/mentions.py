"""Finds the lines of other files that still name or quote a withdrawn item, for a person to look at."""

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from newsroom.check.consent.copied_words import WordRuns, words_in
from newsroom.check.placeholders import find_texts
from newsroom.commands.withdraw.find import ReadText
from newsroom.content.document import Source
from newsroom.content.folders import without_language
from newsroom.content.loaded import LoadedContent

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
"""Matches "Anne-Marie" and "O’Brien", not "2nd"."""
_MIN_LENGTH, _MIN_COUNT = 3, 2
_SHOWN_WORDS = 5
_QUOTES: Mapping[int, int] = str.maketrans("’‘“”", "''\"\"")
_WRITERS = ("author", "authors")


def mentions_of(
    items: Sequence[str],
    open_items: Collection[str],
    content: LoadedContent,
    read_text: ReadText,
    addresses: Iterable[str],
) -> "Mentions":
    """What other files may still say of an item: its title, names in it, its addresses, and passages from it.

    Args:
        items: The files of the item in all languages.
        open_items: Those of them that still have their text.
        read_text: Reads a file.
        addresses: Its addresses, as people write them: "elm.example/stories/maggie".
    """
    titles = [document.front.heading for document in content.documents if document.path in open_items]
    texts = [text for path in open_items if (text := _own_text(path, content, read_text))]
    sources = [content.sources[path] for path in open_items if path in content.sources]
    fields = [text for source in sources for _, text in find_texts(dict(source.values))]
    writers = _own_writers(open_items, content)
    names = (*find_names(texts, titles), *writers, *_telling_slugs(items), *addresses)
    return Mentions(names, (*texts, *fields), tuple(name.split()[-1] for name in writers))


def find_names(texts: Iterable[str], titles: Iterable[str]) -> tuple[str, ...]:
    """The titles of an item, and the words in them that are probably names.

    A name always has a capital letter, also in the item's text, where it is more than once.
    """
    whole = " ".join(texts)
    words = [word.removesuffix("'s") for title in titles for word in _WORD.findall(title.translate(_QUOTES))]
    counted = _WORD.findall(whole.translate(_QUOTES))
    names = [word for word in words if word[0].isupper() and len(word) >= _MIN_LENGTH and _is_name(word, counted)]
    return tuple(dict.fromkeys((*titles, *names)))


class Mentions:
    """Finds the lines of other files that have a name or a passage from an item.

    Args:
        names: What is found in small and in capital letters.
        texts: The item's texts, in all languages.
        last_names: What may also be an ordinary word: "Elm" and "ELM" are found, "elm" is not.
    """

    def __init__(self, names: Iterable[str], texts: Iterable[str], last_names: Iterable[str] = ()) -> None:
        self._patterns = [
            *((name, _pattern(rf"(?i:{_escape(name)})")) for name in names),
            *((name, _pattern(rf"{_escape(name)}|{_escape(name.upper())}")) for name in last_names),
        ]
        self._runs = WordRuns(texts)

    def find(self, text: str) -> list[tuple[int, str]]:
        """The number of each line, from 1, and the name or the first words of the passage, in the order of lines."""
        return sorted((*self._find_names(text), *self._find_passages(text)))

    def _find_names(self, text: str) -> Iterator[tuple[int, str]]:
        for number, line in enumerate(text.translate(_QUOTES).split("\n"), 1):
            found = next((name for name, pattern in self._patterns if pattern.search(line)), None)
            if found is not None:
                yield number, f"'{found}'"

    def _find_passages(self, text: str) -> Iterator[tuple[int, str]]:
        for passage in self._runs.find_passages(words_in(text)):
            first = " ".join(word.text for word in passage[:_SHOWN_WORDS])
            yield passage[0].line, f"{len(passage)} words from its text: '{first} …'"


def _pattern(expression: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{expression})(?!\w)")


def _escape(name: str) -> str:
    return re.escape(name.translate(_QUOTES))


def _is_name(word: str, counted: Sequence[str]) -> bool:
    count = sum(other.removesuffix("'s") == word for other in counted)
    return count >= _MIN_COUNT and word.lower() not in counted


def _own_text(path: str, content: LoadedContent, read_text: ReadText) -> str | None:
    """The text of an item; with its front matter, if the two cannot be separated."""
    source = content.sources.get(path)
    return source.text if source else read_text(path)


def _own_writers(items: Collection[str], content: LoadedContent) -> tuple[str, ...]:
    """The names of the writers of an item who have written nothing else."""
    others = {name for path, source in content.sources.items() if path not in items for name in _writers(source)}
    names = [name for path in items if path in content.sources for name in _writers(content.sources[path])]
    return tuple(dict.fromkeys(name for name in names if name not in others))


def _writers(source: Source) -> Iterator[str]:
    """The names of those who wrote a page: `author: Ada Elm`, or groups that have a name."""
    for field in _WRITERS:
        value = source.values.get(field, [])
        for person in value if isinstance(value, list) else [value]:
            name = person.get("name") if isinstance(person, dict) else person
            if isinstance(name, str) and name.strip():
                yield name.strip()


def _telling_slugs(items: Iterable[str]) -> tuple[str, ...]:
    """The names of an item's files, unless other texts may have them too: a single word, or an edition's month."""
    slugs = dict.fromkeys(posixpath.basename(without_language(path)) for path in items)
    return tuple(slug for slug in slugs if "-" in slug and re.search(r"[^\W\d_]", slug))
