"""Starts a build with what the core does not access itself: the day, variables, the cache, Pagefind and a clock."""

from collections.abc import Iterable
from pathlib import Path

from builds.caches import value_cache
from builds.process_copy import share_with_copy
from builds.progress import Progress, is_timed
from newsroom.build import Build
from newsroom.content.types import CONTENT_FOLDERS
from newsroom.open_build import open_build
from newsroom.problems import SETTINGS_FILE, Problem
from newsroom.publish.build_context import TEMPLATE_FOLDER
from newsroom.publish.build_options import BuildOptions
from newsroom.publish.site_folder.staging import Staging
from outside.environment import read_variables
from outside.indexing import Pagefind

INPUT = (*CONTENT_FOLDERS, TEMPLATE_FOLDER, SETTINGS_FILE)
"""The folders and files of a repository that a build is made from."""


def build_options(root: Path, staging: Staging, *, preview: bool = False, for_disk: bool = False) -> BuildOptions:
    """What a build of a repository needs besides its files. The arguments are those of :class:`BuildOptions`."""
    variables = read_variables()
    return BuildOptions(
        today=variables.today,
        preview=preview,
        for_disk=for_disk,
        staging=staging,
        index=Pagefind(),
        value_cache=value_cache(root),
        stages=Progress(is_timed=is_timed()),
        parallel=share_with_copy,
        hides_expired=variables.hides_expired,
        publish_anyway=variables.publish_anyway,
    )


def start_build(root: Path, values: object, faults: Iterable[Problem], options: BuildOptions) -> Build:
    """Read and check the content of a repository, and start slow work in the background.

    Args:
        values: The settings as they are in mkdocs.yml.
        faults: The errors that were found before, such as those in mkdocs.yml.
        options: What the build needs besides the files.

    Raises:
        ContentError: The content cannot be published.
    """
    build = open_build(root, values, options, (*read_variables().faults, *faults))
    build.start_background_work()
    return build
