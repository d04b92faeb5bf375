"""The permanent ids of feed entries: tag URIs (https://www.rfc-editor.org/rfc/rfc4151)."""

from newsroom.content.document import AnyDocument
from newsroom.content.model import Dated


def entry_id(document: AnyDocument, authority: str, default_language: str) -> str:
    """The id that a document's front matter names, else the tag URI of its kind and slug.

    A renamed file keeps its id: the slug is that of the first address in ``redirect_from`` that is in the same folder.
    No other change of title, date or address alters the id.

    Args:
        document: The document.
        authority: The authority in tag URIs, like "elm.example,2026".
        default_language: The language whose ids have no language code.
    """
    front = document.front
    if isinstance(front, Dated) and front.id:
        return front.id
    language = () if document.lang == default_language else (document.lang,)
    return f"tag:{authority}:{'/'.join((document.type_name, _first_slug(document), *language))}"


def collection_id(folder: str, authority: str) -> str:
    """The id of a whole feed: a tag URI with its folder on the site, "" or "stories/"."""
    return f"tag:{authority}:{'/'.join(('feed', folder)).rstrip('/')}"


def _first_slug(document: AnyDocument) -> str:
    folder = f"/{document.url.removesuffix('/').rpartition('/')[0]}/"
    names = (address.removeprefix(folder) for address in document.front.redirect_from if address.startswith(folder))
    slugs = (name.removesuffix("/") for name in names if name.endswith("/") and name.count("/") == 1)
    return next(slugs, document.slug)
