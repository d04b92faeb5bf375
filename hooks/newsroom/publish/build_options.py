"""What a build needs besides the repository's files."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from newsroom.parallel import Parallel, in_sequence
from newsroom.publish.site_folder.publish_anyway import PublishAnyway
from newsroom.publish.site_folder.staging import Staging
from newsroom.stages import NO_STAGES, Stages
from newsroom.value_cache import ValueCache

INDEX_FOLDER = "pagefind"
"""The folder on the site that holds the index, with the engine's own script."""


class Index(Protocol):
    """An index to which pages are added. The core gets an implementation passed in, since it runs another program."""

    def add(self, url: str, page: str) -> None:
        """Add a page: its address, relative to the site's root, and its HTML with Pagefind's attributes."""

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Make the index. Yields the path, relative to the index's folder, and the content of each file."""

    def publish_when_finished(self, site: Path, folder: str) -> None:
        """Make the index in the background, and put it into a folder of the site, unless that was replaced by then."""


@dataclass(frozen=True, kw_only=True)
class BuildOptions:
    """The day, and the tools and choices of one build.

    Attributes:
        today: The day that decides which dates are in the future.
        preview: Whether drafts and future dates are shown.
        for_disk: Whether the preview works when it is opened from disk; others work where they are served.
        staging: The folders for the site; site/ in the repository by default.
        index: Makes the search index; without it the site has no search.
        value_cache: Keeps computed values for the next build; by default nothing is kept.
        stages: Gets each stage of the build.
        parallel: Shares the writing of pages with another process.
        hides_expired: Whether items whose consent has expired are hidden. If not, they are errors.
        publish_anyway: When a withdrawn item is taken down in spite of errors: what has them is left out.
        from_last_to_first: Whether the last pages are read first, by a process that shares the work with another.
    """

    today: date
    preview: bool = False
    for_disk: bool = False
    staging: Staging | None = None
    index: Index | None = None
    value_cache: ValueCache | None = None
    stages: Stages = NO_STAGES
    parallel: Parallel = in_sequence
    hides_expired: bool = False
    publish_anyway: PublishAnyway = PublishAnyway.AUTO
    from_last_to_first: bool = False

    @property
    def is_served(self) -> bool:
        """Whether it is a preview that is served."""
        return self.preview and not self.for_disk
