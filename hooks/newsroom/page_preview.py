"""Pages one by one, right after a change: the whole site follows later."""

from collections.abc import Collection, Iterable
from pathlib import Path

from newsroom.build import Build
from newsroom.content.loaded import LoadedContent
from newsroom.open_build import load_build
from newsroom.problems import ContentError, Problem
from newsroom.publish.build_options import BuildOptions
from newsroom.read import ContentLoader
from newsroom.site_settings import recover_site_settings


class PagePreview:
    """Pages of the content as it is at one moment, without a build of the whole site.

    Args:
        values: The settings as they are in mkdocs.yml.
        options: What a build of the preview needs besides the files. Its cache keeps values for the next change.
        changed: The paths of files that have changed since the last build of the whole site.
        known: The errors and warnings that it has found. Those about changed files, and about pages that use them, are
            found again.

    Raises:
        ContentError: No page can be shown: the settings are invalid, or a content folder has symbolic links.
    """

    def __init__(
        self,
        root: Path,
        values: object,
        options: BuildOptions,
        *,
        changed: Collection[str] = (),
        known: Iterable[Problem] = (),
    ) -> None:
        self._settings, faults = recover_site_settings(values, root)
        if faults:
            raise ContentError(faults)
        self._root, self._options = root, options
        self._loader = ContentLoader(root, self._settings.languages, options.value_cache, self._settings.named_values)
        self._build = self._load(self._loader.load())
        if not self._build.context.content.files.is_safe:
            raise ContentError(self._build.context.content.problems)
        self._check(self._with_users(changed), known)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The errors and warnings that the pages show."""
        return self._build.problems

    @property
    def urls(self) -> frozenset[str]:
        """The addresses of all pages, relative to the site's root."""
        return frozenset(self._build.site.by_url)

    def update(self, changed: Collection[str], known: Iterable[Problem]) -> None:
        """Read changed pages again, of which none was added, removed or renamed, and check them.

        The arguments are those of the constructor.
        """
        before, self._build = self._build, self._load(self._loader.load_changed(changed))
        self._build.use_templates_of(before)
        self._check(changed, known)

    def page(self, url: str) -> bytes | None:
        """The page at an address, which is relative to the site's root; None if there is none."""
        return self._build.page_alone(url)

    def missing_page(self) -> bytes:
        """The page for missing addresses."""
        return self._build.missing_page()

    def file(self, path: str) -> bytes | None:
        """A style sheet, script or file of editors, by its path on the site; None for a file that takes longer."""
        return self._build.file_alone(path)

    def _with_users(self, changed: Collection[str]) -> frozenset[str]:
        """The changed files and the pages that use one of them, which may be gone, or have another name."""
        sources = self._build.context.content.sources.values()
        return frozenset((*changed, *(source.path for source in sources if not source.used_files.isdisjoint(changed))))

    def _check(self, changed: Collection[str], known: Iterable[Problem]) -> None:
        self._build.check_pages(changed, (problem for problem in known if problem.path not in changed))

    def _load(self, content: LoadedContent) -> Build:
        return load_build(self._root, self._settings, self._options, content=content, is_checked=False)
