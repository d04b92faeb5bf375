"""The pictures, PDFs and recordings to publish: those that a shown page uses. They disappear together with the page."""

import posixpath
from collections.abc import Callable, Iterable
from urllib.parse import quote

from newsroom.content.document import AnyDocument
from newsroom.content.folders import is_shared, path_beside, site_path
from newsroom.content.formats import PUBLISHED_ENDINGS, file_ending
from newsroom.content.library import Channel, Library
from newsroom.content.loaded import LoadedContent
from newsroom.read.uses import used_files


def published_assets(
    library: Library, content: LoadedContent, template_texts: Callable[[], Iterable[str]]
) -> dict[str, str]:
    """Return the files to publish: maps each path in the repository to the path on the site.

    These are the files that pages on the web use, and the files in docs/assets/ that templates use or nothing uses. A
    file in docs/assets/ that only hidden pages use, such as the picture of a withdrawn item, is left out with them.
    Files whose name does not have an allowed ending are left out.

    Args:
        library: Decides which pages are on the web.
        content: All content of the repository.
        template_texts: Gives the texts of the templates; called only if hidden pages alone use a file in docs/assets/.
    """
    shown = {document.path for document in library.pages(Channel.WEB)}
    used = {path for path in _used_by(shown, content) if not library.consent.hides(path, Channel.WEB)}
    hidden = {path for path in _used_by(content.sources.keys() - shown, content) - used if is_shared(path)}
    if hidden:
        tags = (tag for path in shown for tag in content.sources[path].outline.tags)
        texts = [*(value for tag in tags for _, value in tag.attributes), *template_texts()]
        hidden = {path for path in hidden if not any(posixpath.basename(path) in text for text in texts)}
    published = (path for path in content.files.assets if file_ending(path) in PUBLISHED_ENDINGS)
    return {path: site_path(path) for path in published if path in used or (is_shared(path) and path not in hidden)}


def _used_by(pages: Iterable[str], content: LoadedContent) -> set[str]:
    return {path for page in pages for path in used_files(content.sources[page])}


def asset_url(document: AnyDocument, target: str) -> str:
    """Return the address, relative to the site's root, of a file that a document's front matter names."""
    return quote(site_path(path_beside(document.path, target)))
