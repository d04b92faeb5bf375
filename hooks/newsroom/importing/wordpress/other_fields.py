"""Finds the fields of an item that have something for readers and that an import does not read."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?")
"""Matches "2024-05-03 19:30:00", not a number of seconds."""
_WORDS = re.compile(r"[^\W\d_][\w’'.,;:!?&-]*\s+[\w(“\"'‘]")
"""Finds two words, as in "Growing together", not "block-editor" or "on"."""
_DATA = re.compile(r"[\[{]|[aOs]:\d+:|<script|<iframe")
"""Matches the beginning of what programs wrote for programs: JSON and PHP's "a:1:{"."""
_KEY_OF_ACF = re.compile(r"field_\w+")
"""Matches the value of "_quote", with which Advanced Custom Fields marks "quote" as one of its fields."""
_EVENT = re.compile(r"_(?:Event|Venue|Organizer)(?!Origin|Timezone|Show|Currency|Duration|AllDay|.*UTC\Z)[A-Z]\w*")
"""Matches the names of The Events Calendar for what its pages show: "_EventStartDate", "_VenueCity"."""
_INTERNAL = re.compile(
    r"_edit_|_wp_|_oembed_|_pingme|_encloseme|_elementor|_et_|et_|_wpb_|_vc_|_fl_builder|_yoast|rank_math|_aioseo|_seopress"
    r"|_genesis|_jetpack|_publicize|_monsterinsights|_thumbnail|_menu_item|_members|_um_|um_content|rcp_|classic-editor"
    r"|_last_editor|_primary_|_dp_|_ez-toc|_astra|ast-|_wpml|_pll|_themeisle|sharing_disabled|switch_like_status"
)
"""Matches the beginning of the names of fields that no page shows."""


def fields_for_readers(meta: Mapping[str, Sequence[str]], known: Collection[str]) -> tuple[str, ...]:
    """The names of the fields with words or days for readers, in order. Their values may never have been shown.

    Args:
        meta: The fields of an item.
        known: The names of those that the import reads.
    """
    return tuple(dict.fromkeys(_names(meta, known)))


def _names(meta: Mapping[str, Sequence[str]], known: Collection[str]) -> Iterator[str]:
    for name, values in meta.items():
        if name not in known and any(_is_for_readers(name, value.strip(), meta) for value in values):
            yield name


def _is_for_readers(name: str, value: str, meta: Mapping[str, Sequence[str]]) -> bool:
    if any(map(_KEY_OF_ACF.fullmatch, meta.get(f"_{name}", ()))) or _EVENT.fullmatch(name):
        return value not in ("", "0", "1")
    is_text = _DAY.fullmatch(value) or (_WORDS.search(value) and not _DATA.match(value))
    return bool(is_text) and not _INTERNAL.match(name)
