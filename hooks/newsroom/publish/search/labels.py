"""The words that the search's script says, in one language: it has none of its own."""

import json
from collections.abc import Iterable

from newsroom.document import AnyDocument
from newsroom.read.synonyms import Synonyms
from newsroom.types import TOPIC_TYPES
from newsroom.words import Words


def labels(
    words: Words, topics: Iterable[AnyDocument], kinds: Iterable[str], synonyms: Synonyms, *, has_low: bool
) -> bytes:
    """JSON: sentences by name, with ``{placeholders}``; numbers of things by CLDR's plural categories.

    ``topics`` are the areas and principles, ``kinds`` the sorts of pages that results can be narrowed to,
    ``synonyms`` groups of words that mean much the same; ``has_low``: some pages come
    after others.
    """
    named: dict[str, dict[str, str]] = {name: {} for name in ("kind", *(topic.name for topic in TOPIC_TYPES))}
    for topic in topics:
        named[topic.kind][topic.slug] = topic.front.heading
    for kind in sorted(kinds):
        named["kind"][kind] = kind_name(words, kind)
    query = "{query}"
    found: dict[str, object] = {
        "alike": synonyms,
        "all": words("search.all"),
        "also": words("search.also", query=query),
        "any": words("search.any"),
        "filtered": words("search.filtered"),
        "instead": words("search.instead", query=query),
        "little": _list(words("search.little")),
        "looking": words("search.looking"),
        "low": has_low,
        "meant": words("search.meant"),
        "next": words("search.next"),
        "none": words("search.none", query=query),
        "numbers": _list(words("search.numbers")),
        "page": words("search.page", number="{number}", count="{count}"),
        "previous": words("search.previous"),
        "results": words.forms("search.found"),
        "unquoted": words("search.unquoted", query=query),
        "used": words("search.used", number="{number}"),
        "values": named,
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _list(text: str) -> list[str]:
    return [word.strip() for word in text.split(",")]


def kind_name(words: Words, kind: str) -> str:
    """What readers call a sort of page."""
    return words(f"kind.{kind}")
