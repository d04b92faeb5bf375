"""The permanent ids of feed entries: tag URIs (https://www.rfc-editor.org/rfc/rfc4151)."""

import hashlib

from newsroom.content.document import AnyDocument
from newsroom.content.withdrawals import Withdrawal

_LENGTH = 16
"""The hexadecimal digits of a hash: enough for millions of items."""
Identified = AnyDocument | Withdrawal
"""What has an id: a document, or what is left of a withdrawn one."""


def entry_id(item: Identified, authority: str, default_language: str) -> str:
    """The id that an item's front matter names, else :func:`generated_id`, with the same arguments."""
    return item.own_id or generated_id(item, authority, default_language)


def generated_id(item: Identified, authority: str, default_language: str) -> str:
    """The tag URI of an item's kind and slug.

    If items of its type tell people's lives, a hash replaces the slug, which often has a person's name: feeds must
    keep the id of an item that was withdrawn, and feed readers show ids.

    A renamed file keeps its id: the slug is that of the first address in ``redirect_from`` that is in the same folder.
    No other change of title, date or address alters the id.

    Args:
        authority: The authority in tag URIs, like "elm.example,2026".
        default_language: The language whose ids have no language code.
    """
    language = () if item.lang == default_language else (item.lang,)
    slug = _first_slug(item)
    name = hashlib.sha256(slug.encode()).hexdigest()[:_LENGTH] if item.type.consent_kinds else slug
    return f"tag:{authority}:{'/'.join((item.type.name, name, *language))}"


def collection_id(folder: str, authority: str) -> str:
    """The id of a whole feed: a tag URI with its folder on the site, "" or "stories/"."""
    return f"tag:{authority}:{'/'.join(('feed', folder)).rstrip('/')}"


def _first_slug(item: Identified) -> str:
    folder = f"/{(item.url or '').removesuffix('/').rpartition('/')[0]}/"
    names = (address.removeprefix(folder) for address in item.old_addresses if address.startswith(folder))
    slugs = (name.removesuffix("/") for name in names if name.endswith("/") and name.count("/") == 1)
    return next(slugs, item.slug)
