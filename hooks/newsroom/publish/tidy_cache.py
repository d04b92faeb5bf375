"""Keeps the cache small, and removes from it what was made from items that readers may not see any more."""

from newsroom.cache import TIDIED, digest
from newsroom.content.item_files import owned_files
from newsroom.publish.build_context import BuildContext

_MAX_BYTES = 2_000_000_000


def tidy_cache(context: BuildContext) -> None:
    """Remove entries of the cache after a build was published. Those that the build has used always stay.

    In general, only those that nothing has used for longest are removed, when the cache is too large. When an item has
    been withdrawn, or has expired and is hidden, since the last build with this cache, all are, so that nobody finds
    the item there. A note in the cache says which items are gone from it, so a build that did not end does not matter.

    A preview removes nothing. If it may show what is gone, as after a change of branch, the next build removes that.
    """
    consent, notes = context.library.consent, context.value_cache.files or context.cache
    gone = [(item.path, item.state, *sorted(item.files)) for item in consent.withdrawals]
    expired = consent.expired if consent.hides_expired else ()
    gone += [(document.path, "expired", *sorted(owned_files(document))) for document in expired]
    note = digest(*map(repr, gone))
    is_noted = notes.load(TIDIED) == note
    if context.library.preview:
        if not is_noted:
            notes.store(TIDIED, b"")
        return
    caches = tuple(filter(None, (context.cache, context.value_cache.files)))
    used = frozenset().union(*(cache.used for cache in caches))
    context.cache.remove_unused(used, limit=0 if gone and not is_noted else _MAX_BYTES)
    notes.store(TIDIED, note)
