"""Which pictures and PDFs go onto the site: those that shown pages use, so that a story's picture goes with it."""

from collections.abc import Iterable, Iterator
from urllib.parse import quote, unquote, urlsplit

from newsroom.document import AnyDocument
from newsroom.formats import PUBLISHED_ENDINGS, RECORDINGS, ending_of
from newsroom.library import Channel, Library
from newsroom.places import SHARED_ASSETS, path_beside, site_path


def shown_assets(library: Library, assets: Iterable[str]) -> dict[str, str]:
    """Those of all ``assets`` that go onto the site: repository-relative paths, each with its path on the site.

    These are the files that pages on the web use, and the pictures and PDFs in docs/assets/, which templates may use.
    Nothing goes there whose ending is not among those of published files.
    """
    used = {path for document in library.pages(Channel.WEB) for path in _used_by(document)}
    published = (path for path in assets if ending_of(path) in PUBLISHED_ENDINGS)
    return {path: site_path(path) for path in published if path in used or _is_shared(path)}


def _is_shared(path: str) -> bool:
    return path.startswith(SHARED_ASSETS) and ending_of(path) not in RECORDINGS


def _used_by(document: AnyDocument) -> Iterator[str]:
    front = document.front
    targets = [urlsplit(reference.target).path for reference in document.outline.references]
    return (path_beside(document.path, unquote(target)) for target in (*targets, *front.files) if target)


def asset_url(document: AnyDocument, target: str) -> str:
    """The address, relative to the site's root, of a file that a document's front matter names."""
    return quote(site_path(path_beside(document.path, target)))
