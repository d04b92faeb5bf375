"""Starts a build with what the core does not access itself: the day, variables, the cache, Pagefind and a clock."""

from pathlib import Path

from caches import value_cache
from environment import hides_expired, publish_anyway, today
from indexing import Pagefind
from newsroom.build import Build
from newsroom.content.types import CONTENT_FOLDERS
from newsroom.open_build import open_build
from newsroom.problems import SETTINGS_FILE
from newsroom.publish.build_context import TEMPLATES
from newsroom.publish.staging import Staging
from progress import Progress, is_timed

INPUT = (*CONTENT_FOLDERS, TEMPLATES, SETTINGS_FILE)
"""The folders and files of a repository that a build is made from."""


def start_build(root: Path, values: object, staging: Staging, *, is_served: bool, for_disk: bool) -> Build:
    """Read and check the content of a repository, and start slow work in the background.

    Args:
        root: The repository's folder.
        values: The settings as they are in mkdocs.yml.
        staging: The folders for the site.
        is_served: Whether it is a preview that the engine serves.
        for_disk: Whether it is a preview that is opened from disk.

    Raises:
        ContentError: The content cannot be published.
    """
    build = open_build(
        root,
        values,
        today=today(),
        preview=is_served or for_disk,
        for_disk=for_disk,
        staging=staging,
        index=Pagefind(),
        value_cache=value_cache(root, is_preview=is_served),
        stages=Progress(is_timed=is_timed()),
        hides_expired=hides_expired(),
        publish_anyway=publish_anyway(),
    )
    build.start_background_work()
    return build
