"""The pictures, PDFs and recordings to publish: those that a shown page uses. They disappear together with the page."""

from urllib.parse import quote

from newsroom.content.document import AnyDocument
from newsroom.content.folders import is_shared, path_beside, site_path
from newsroom.content.formats import PUBLISHED_ENDINGS, file_ending
from newsroom.content.library import Channel, Library
from newsroom.read import LoadedContent
from newsroom.read.uses import used_files


def published_assets(library: Library, content: LoadedContent) -> dict[str, str]:
    """Return the files to publish: maps each path in the repository to the path on the site.

    These are the files that pages on the web use, and the files in docs/assets/, which templates may use. Files whose
    name does not have an allowed ending are left out.
    """
    used = {path for document in library.pages(Channel.WEB) for path in used_files(content.sources[document.path])}
    published = (path for path in content.assets if file_ending(path) in PUBLISHED_ENDINGS)
    return {path: site_path(path) for path in published if path in used or is_shared(path)}


def asset_url(document: AnyDocument, target: str) -> str:
    """Return the address, relative to the site's root, of a file that a document's front matter names."""
    return quote(site_path(path_beside(document.path, target)))
