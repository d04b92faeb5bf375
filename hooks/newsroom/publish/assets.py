"""Which pictures and PDFs go onto the site: those that shown pages use, so that a story's picture goes with it."""

import posixpath
from collections.abc import Iterable, Iterator
from urllib.parse import quote, unquote, urlsplit

from newsroom.document import AnyDocument
from newsroom.library import Channel, Library
from newsroom.model import Dated, Publication
from newsroom.places import STANDING_PAGES


def shown_assets(library: Library, assets: Iterable[str]) -> dict[str, str]:
    """Those of all ``assets`` that go onto the site: repository-relative paths, each with its path on the site.

    What lies in docs/ goes with the standing pages; of the rest, what pages on the web use.
    """
    used = {path for document in library.pages(Channel.WEB) for path in _used_by(document)}
    standing = f"{STANDING_PAGES}/"
    return {path: path.removeprefix(standing) for path in assets if path in used or path.startswith(standing)}


def _used_by(document: AnyDocument) -> Iterator[str]:
    front = document.front
    targets = [urlsplit(reference.target).path for reference in document.outline.references]
    if isinstance(front, Dated) and front.image:
        targets.append(front.image.src)
    if isinstance(front, Publication):
        targets += [front.cover.src] if front.cover else []
        targets += [front.file] if front.file else []
    return (beside(document, unquote(target)) for target in targets if target)


def beside(document: AnyDocument, target: str) -> str:
    """The repository-relative path of a file that a document names relative to itself."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(document.path), target))


def asset_url(document: AnyDocument, target: str) -> str:
    """The address, relative to the site's root, of a file that a document's front matter names."""
    return quote(beside(document, target).removeprefix(f"{STANDING_PAGES}/"))
