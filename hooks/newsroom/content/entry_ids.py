"""Ids: what feed readers know a piece by, for as long as it is read (tag URIs, RFC 4151)."""

from newsroom.content.document import AnyDocument
from newsroom.content.model import Dated


def entry_id(document: AnyDocument, authority: str, default_language: str) -> str:
    """The id that a document's front matter names, else the tag URI of its kind and slug.

    ``authority`` is whose name stands in tag URIs, "elm.example,2026". A language other than ``default_language`` is
    added. A file that was renamed keeps its id: the slug is that of the first address in ``redirect_from`` at which a
    page of the same kind stood. No other change of title, date or address alters it.
    """
    front = document.front
    if isinstance(front, Dated) and front.id:
        return front.id
    language = () if document.lang == default_language else (document.lang,)
    return f"tag:{authority}:{'/'.join((document.kind, _first_slug(document), *language))}"


def collection_id(folder: str, authority: str) -> str:
    """The id of a whole feed: a tag URI of the folder in which it stands on the site, "" or "stories/"."""
    return f"tag:{authority}:{'/'.join(('feed', folder)).rstrip('/')}"


def _first_slug(document: AnyDocument) -> str:
    folder = f"/{document.url.removesuffix('/').rpartition('/')[0]}/"
    names = (address.removeprefix(folder) for address in document.front.redirect_from if address.startswith(folder))
    slugs = (name.removesuffix("/") for name in names if name.endswith("/") and name.count("/") == 1)
    return next(slugs, document.slug)
