"""The pictures, PDFs and recordings to publish: those that a shown page uses. They disappear together with the page."""

from collections.abc import Callable, Iterable
from urllib.parse import quote

from newsroom.content.document import AnyDocument
from newsroom.content.folders import is_shared, path_beside, site_path
from newsroom.content.formats import PUBLISHED_ENDINGS, file_ending
from newsroom.content.library import Channel, Library
from newsroom.content.loaded import LoadedContent
from newsroom.read.uses import files_named_in, tag_texts


def published_assets(
    library: Library, content: LoadedContent, template_texts: Callable[[], Iterable[str]]
) -> dict[str, str]:
    """Return the files to publish: maps each path in the repository to the path on the site.

    These are the files that pages on the web use, and the files in docs/assets/ that templates name. All others stay
    behind: a file that nothing uses may be what is left of an item that was withdrawn by hand. Files whose name does
    not have an allowed ending are left out.

    Args:
        library: Decides which pages are on the web.
        template_texts: Gives the texts of the templates; called only if pages on the web do not use a file in
            docs/assets/.
    """
    shown = [content.sources[document.path] for document in library.pages(Channel.WEB)]
    assets = [path for path in content.files.assets if file_ending(path) in PUBLISHED_ENDINGS]
    used = frozenset(path for source in shown for path in source.used_files)
    if others := [path for path in assets if is_shared(path) and path not in used]:
        used |= files_named_in(tag_texts(shown), others)
    used = frozenset(path for path in used if not library.consent.hides(path, Channel.WEB))
    if others := [path for path in assets if is_shared(path) and path not in used]:
        used |= files_named_in(template_texts(), others)
    return {path: site_path(path) for path in assets if path in used}


def asset_url(document: AnyDocument, target: str) -> str:
    """Return the address, relative to the site's root, of a file that a document's front matter names."""
    return quote(site_path(path_beside(document.path, target)))
