"""The texts of the search's script in one language."""

import json
from collections.abc import Iterable

from newsroom.content.document import AnyDocument
from newsroom.content.loaded import Synonyms
from newsroom.content.types import TOPIC_TYPES
from newsroom.translations import Translations


def script_texts(
    t: Translations, topics: Iterable[AnyDocument], genres: Iterable[str], synonyms: Synonyms, *, has_low: bool
) -> bytes:
    """Return JSON: texts by name, with ``{placeholders}``; plurals by CLDR's categories.

    Args:
        topics: The areas and principles to filter by.
        genres: The genres of pages to filter by.
        synonyms: Groups of words with a similar meaning.
        has_low: Whether some pages rank below all others.
    """
    names_of_values: dict[str, dict[str, str]] = {name: {} for name in ("kind", *(topic.name for topic in TOPIC_TYPES))}
    for topic in topics:
        names_of_values[topic.type_name][topic.slug] = topic.front.heading
    for genre in sorted(genres):
        names_of_values["kind"][genre] = t(f"kind.{genre}")
    query = "{query}"
    texts: dict[str, object] = {
        "synonyms": synonyms,
        "all": t("search.all"),
        "also": t("search.also", query=query),
        "any": t("search.any"),
        "filtered": t("search.filtered"),
        "instead": t("search.instead", query=query),
        "common_words": _split_list(t("search.common_words")),
        "searching": t("search.searching"),
        "low": has_low,
        "suggestion": t("search.suggestion"),
        "next": t("search.next"),
        "none": t("search.none", query=query),
        "numbers": _split_list(t("search.numbers")),
        "page": t("search.page", number="{number}", count="{count}"),
        "previous": t("search.previous"),
        "results": t.forms("search.found"),
        "unquoted": t("search.unquoted", query=query),
        "used": t("search.used", number="{number}"),
        "values": names_of_values,
    }
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _split_list(text: str) -> list[str]:
    return [word.strip() for word in text.split(",")]
