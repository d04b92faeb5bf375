"""The context of a build: one value with everything that an output needs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

from newsroom.cache import CACHE, Cache, digest
from newsroom.content.folders import site_path
from newsroom.content.library import Library
from newsroom.content.loaded import LoadedContent
from newsroom.parallel import Parallel, in_sequence
from newsroom.problems import ContentError, Problem, ProblemLog
from newsroom.publish.assets import published_assets
from newsroom.publish.build_options import BuildOptions, Index
from newsroom.publish.pages.web import SitePages
from newsroom.publish.type_faults import type_faults
from newsroom.settings import Settings
from newsroom.stages import NO_STAGES, Stages
from newsroom.translations import Translations
from newsroom.value_cache import ValueCache

TEMPLATE_FOLDER = "overrides"
EMAIL_TEMPLATES = f"{TEMPLATE_FOLDER}/email"
_CACHE_PROGRAMS = ("pillow", "pypdf", "font-source-serif-pro", "resvg-py")
"""The packages whose results are cached: a new version of one makes the cached results invalid."""


@dataclass(frozen=True)
class BuildContext:
    """The content, the site that is built from it, and the services that outputs need.

    Attributes:
        library: Decides which document is shown in which channel.
        assets: The files that are published as editors added them, like pictures and PDFs. Maps the path in the
            repository to the path on the site.
        cache: Keeps files that take long to make, like pictures.
        value_cache: Keeps values that are computed from texts. Another version of any program invalidates it.
        log: Collects errors and warnings of the build.
        index: The search's index; None for a site without a search.
        indexes_in_background: Whether the index is put into the site after the site is published.
        tolerated: The errors in spite of which the build is published, because it takes down a withdrawn item; what
            they concern is left out. None for builds that an error stops.
        stages: Gets each stage of the build.
        parallel: Does work in parallel with other work.
    """

    root: Path
    settings: Settings
    library: Library
    content: LoadedContent
    translations: Mapping[str, Translations]
    assets: Mapping[str, str]
    site: SitePages
    cache: Cache
    value_cache: ValueCache
    log: ProblemLog
    index: Index | None = None
    indexes_in_background: bool = False
    tolerated: tuple[Problem, ...] | None = None
    stages: Stages = NO_STAGES
    parallel: Parallel = in_sequence

    @property
    def must_publish(self) -> bool:
        """Whether nothing may keep the build from being published, because it takes down a withdrawn item."""
        return self.tolerated is not None

    @property
    def is_incomplete(self) -> bool:
        """Whether something was left out of such a build because of an error."""
        return self.tolerated is not None and (bool(self.tolerated) or self.log.stops_site)

    @property
    def email_templates(self) -> Path:
        """The folder with the email's templates."""
        return self.root / EMAIL_TEMPLATES


def build_context(
    root: Path,
    settings: Settings,
    content: LoadedContent,
    library: Library,
    options: BuildOptions,
) -> BuildContext:
    """Return the context for a build of a folder's content.

    In a preview, files with errors have pages too, which list their errors. Raises
    ContentError if a content type lacks a template, a drawing or a text.
    """
    values = options.value_cache or ValueCache()
    translations = {lang: _translations(lang, settings, values) for lang in settings.languages}
    faults = tuple(type_faults(root / TEMPLATE_FOLDER, translations.values()))
    if faults and not library.taken_down():
        raise ContentError(faults)
    known = {*(document.path for document in content.documents), *(item.path for item in library.consent.withdrawals)}
    unreadable = {path: url for path, url in content.urls.items() if path not in known and library.shows_unfinished}
    left_out = {path: url for path, url in content.urls.items() if path in content.left_out}
    log = ProblemLog(library.unseen_paths(content.paths, content.drafts) | content.left_out)
    log.add_pending(*faults)
    made_with = ", ".join(f"{name} {version(name)}" for name in _CACHE_PROGRAMS)
    return BuildContext(
        root=root,
        settings=settings,
        library=library,
        content=content,
        translations=translations,
        assets=published_assets(library, content, partial(read_templates, root / TEMPLATE_FOLDER))
        | {path: site_path(path) for path in content.files.special},
        site=SitePages(library, settings, translations, unreadable, left_out),
        cache=Cache(root / CACHE, made_with),
        value_cache=values,
        log=log,
        index=options.index,
        indexes_in_background=options.is_served,
        stages=options.stages,
        parallel=options.parallel,
    )


def _translations(lang: str, settings: Settings, values: ValueCache) -> Translations:
    own = (settings.names_in(lang), settings.texts_in(lang))
    return values.get("translations", lang, digest(lang, repr(own)), partial(Translations, lang, *own))


def read_templates(folder: Path) -> Iterator[str]:
    """The text of each of the site's own templates and style sheets, in the folder of the theme."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".html", ".css"):
            yield path.read_text(encoding="utf-8", errors="replace")
