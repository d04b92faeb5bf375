"""Keeps the cache small, and removes from it what was made from items where readers may not see them any more."""

from newsroom.cache import TIDIED, digest
from newsroom.content.library import Channel
from newsroom.publish.build_context import BuildContext

_MAX_BYTES = 2_000_000_000


def tidy_cache(context: BuildContext) -> None:
    """Remove entries of the cache after a build was published. Those that the build has used always stay.

    In general, only those that nothing has used for longest are removed, when the cache is too large. When consent
    hides more than in the last build with this cache, all are, so that nobody finds a withdrawn or expired item there,
    or the email of one that may not be in emails any more. A note in the cache says what is gone from it, so a build
    that did not end does not matter.

    A preview removes nothing. If it may show what is gone, as after a change of branch, the next build removes that.
    """
    consent, notes = context.library.consent, context.value_cache.files or context.cache
    gone = [repr((item.path, item.state, *sorted(item.files))) for item in consent.withdrawals]
    gone += [f"{channel} {path}" for channel in Channel for path in sorted(consent.hidden(channel))]
    note = digest(*gone)
    is_noted = notes.load(TIDIED) == note
    if context.library.preview:
        if not is_noted:
            notes.store(TIDIED, b"")
        return
    caches = tuple(filter(None, (context.cache, context.value_cache.files)))
    used = frozenset().union(*(cache.used for cache in caches))
    context.cache.remove_unused(used, limit=0 if gone and not is_noted else _MAX_BYTES)
    notes.store(TIDIED, note)
