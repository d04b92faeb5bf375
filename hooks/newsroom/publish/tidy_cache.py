"""Keeps the cache small, and removes from it what was made from withdrawn items."""

from newsroom.cache import digest
from newsroom.publish.build_context import BuildContext

_MAX_BYTES = 2_000_000_000
_NOTE = "withdrawn items"


def tidy_cache(context: BuildContext) -> None:
    """Remove entries of the cache after a build was published. Those that the build has used always stay.

    In general, only those that nothing has used for longest are removed, when the cache is too large. When an item has
    been withdrawn since the last build with this cache, all are, so that nobody finds the item there. A note in the
    cache says which withdrawn items are gone from it, so a build that did not end does not matter.
    """
    caches = tuple(filter(None, (context.cache, context.value_cache.files)))
    withdrawn = ((item.path, item.state, *sorted(item.files)) for item in context.library.consent.withdrawals)
    note = digest(*(repr(item) for item in withdrawn))
    is_withdrawal = bool(context.library.consent.withdrawals) and context.cache.load(_NOTE) != note
    used = frozenset().union(*(cache.used for cache in caches))
    context.cache.remove_unused(used, limit=0 if is_withdrawal else _MAX_BYTES)
    context.cache.store(_NOTE, note)
