"""Starts a build: read the settings and the content, check them, and decide what errors stop."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from newsroom.build import Build
from newsroom.content.library import Library
from newsroom.content.loaded import LoadedContent
from newsroom.problems import ContentError, Problem
from newsroom.publish.build_context import build_context
from newsroom.publish.build_options import BuildOptions
from newsroom.publish.site_folder.staging import Staging
from newsroom.publish.takedown import must_publish
from newsroom.read import load_content
from newsroom.settings import Settings
from newsroom.site_settings import recover_site_settings

SITE = Path("site")


def open_build(root: Path, values: object, options: BuildOptions, faults: Iterable[Problem] = ()) -> Build:
    """Read and check the content below ``root``, and require that it can be published.

    Args:
        values: The settings as they are in mkdocs.yml.
        options: What the build needs besides the files.
        faults: The errors that were found before, such as those in environment variables.

    Raises:
        ContentError: The build must stop; nothing has been written. A preview stops only for invalid settings and for
            links in the content folders, which the engine would follow; it shows all other errors.
    """
    settings, wrong = recover_site_settings(values, root)
    faults = tuple(dict.fromkeys((*faults, *wrong)))
    build = load_build(root, settings, options)
    withdrawn, last_site = build.context.library.consent.withdrawals, build.staging.published
    if not options.preview and must_publish(build.site.by_url, withdrawn, last_site, options.publish_anyway):
        load = partial(load_build, root, settings, replace(options, hides_expired=True))
        return _leave_out_errors(build.context.content, load, faults)
    if faults:
        raise ContentError(faults)
    build.require_publishable()
    if not build.context.content.files.is_safe:
        raise ContentError(build.problems)
    return build


def _leave_out_errors(content: LoadedContent, load: Callable[..., Build], errors: tuple[Problem, ...]) -> Build:
    """A build of the content without the files that have errors.

    A file that was left out may cause new errors in others, so this is repeated until there are none.

    Args:
        load: Makes a build of some content, given the errors because of which the rest was left out.
        errors: The errors that are known already, such as those in the settings.
    """
    left_out: frozenset[str] = frozenset()
    while True:
        build = load(content=content.without(left_out), tolerated=errors)
        found = tuple(problem for problem in build.problems if problem.stops_site)
        paths = {problem.path for problem in found} - left_out
        if not paths:
            return build
        errors += found
        left_out |= paths


def load_build(
    root: Path,
    settings: Settings,
    options: BuildOptions,
    *,
    content: LoadedContent | None = None,
    tolerated: tuple[Problem, ...] | None = None,
    is_checked: bool = True,
) -> Build:
    """Read and check content, even with errors.

    Args:
        options: What the build needs besides the files.
        content: The content, if it has been read.
        tolerated: As in :class:`BuildContext`.
        is_checked: Whether the content is checked.
    """
    with options.stages("reading"):
        content = content or load_content(
            root,
            settings.languages,
            options.value_cache,
            settings.named_values,
            from_last_to_first=options.from_last_to_first,
        )
    library = Library(
        content.documents,
        today=options.today,
        preview=options.preview,
        withdrawals=content.withdrawals,
        hides_expired=options.hides_expired,
        site_url=settings.site_url,
    )
    context = replace(build_context(root, settings, content, library, options), tolerated=tolerated)
    with options.stages("checking"):
        build = Build(context, options.staging or Staging(root / SITE), for_disk=options.for_disk)
        if is_checked:
            build.check()
    return build
