"""What one build knows, in one value: all outputs are made from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.content.folders import site_path
from newsroom.content.library import Library
from newsroom.problem_log import ProblemLog
from newsroom.publish.assets import published_assets
from newsroom.publish.cache import Cache
from newsroom.read import LoadedContent
from newsroom.settings import Settings
from newsroom.translations import Translations

if TYPE_CHECKING:
    from newsroom.publish.search.index import Index
    from newsroom.publish.web import Site

TEMPLATES = "overrides"
EMAIL_TEMPLATES = f"{TEMPLATES}/email"
CACHE = ".cache/newsroom"
_MAKERS = ("pillow", "pypdf", "font-source-serif-pro", "resvg-py")
"""The packages that make what is kept between builds."""


@dataclass(frozen=True)
class BuildContext:
    """The content, the site that is made of it, and what an output needs to be made.

    ``root`` is the repository's folder, ``content`` all that was read in it, ``library`` what of that is shown where.
    ``words`` are by language. ``assets`` are the files that are published as editors added them, pictures and PDFs
    above all: paths in the repository, each with its path on the site. ``cache`` keeps what takes long to make;
    ``log`` gets what is found on the way. Without an ``index`` there is no search; ``index_follows`` where it is put
    into the site after that is published.
    """

    root: Path
    settings: Settings
    library: Library
    content: LoadedContent
    translations: Mapping[str, Translations]
    assets: Mapping[str, str]
    site: "Site"
    cache: Cache
    log: ProblemLog
    index: "Index | None" = None
    index_follows: bool = False

    @property
    def email_templates(self) -> Path:
        """The folder with the email's templates."""
        return self.root / EMAIL_TEMPLATES


def build_context(
    root: Path,
    settings: Settings,
    content: LoadedContent,
    library: Library,
    *,
    index: "Index | None" = None,
    index_follows: bool = False,
) -> BuildContext:
    """The context of a build of what was read in a folder; the other arguments are as in :class:`BuildContext`.

    In a preview, files with errors have pages too, which say what is wrong with them.
    """
    from newsroom.publish.web import Site  # which needs outputs, and they this module

    translations = {lang: Translations(lang) for lang in settings.languages}
    known = {document.path for document in content.documents}
    unreadable = {path: url for path, url in content.urls.items() if path not in known and library.preview}
    made_with = ", ".join(f"{name} {version(name)}" for name in _MAKERS)
    return BuildContext(
        root=root,
        settings=settings,
        library=library,
        content=content,
        translations=translations,
        assets=published_assets(library, content) | {path: site_path(path) for path in content.special},
        site=Site(library, settings, translations, unreadable),
        cache=Cache(root / CACHE, made_with),
        log=ProblemLog(library.hidden(content.paths, content.drafts)),
        index=index,
        index_follows=index_follows,
    )
