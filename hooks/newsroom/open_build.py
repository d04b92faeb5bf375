"""Starts a build: read the settings and the content, check them, and decide what errors stop."""

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from newsroom.build import Build
from newsroom.content.library import Library
from newsroom.content.loaded import LoadedContent
from newsroom.problems import ContentError, Problem
from newsroom.publish.build_context import build_context
from newsroom.publish.publish_anyway import PublishAnyway
from newsroom.publish.search_index import Index
from newsroom.publish.staging import Staging
from newsroom.publish.takedown import leave_out_errors, must_publish
from newsroom.read import load_content
from newsroom.settings import Settings
from newsroom.site_settings import recover_site_settings
from newsroom.stages import NO_STAGES, Stages
from newsroom.value_cache import ValueCache

SITE = Path("site")


def open_build(
    root: Path,
    values: object,
    *,
    today: date,
    preview: bool = False,
    for_disk: bool = False,
    staging: Staging | None = None,
    index: Index | None = None,
    value_cache: ValueCache | None = None,
    stages: Stages = NO_STAGES,
    hides_expired: bool = False,
    publish_anyway: PublishAnyway = PublishAnyway.AUTO,
    faults: tuple[Problem, ...] = (),
    from_last_to_first: bool = False,
) -> Build:
    """Read and check the content below ``root``, and require that it can be published.

    Args:
        root: The repository's folder.
        values: The settings as they are in mkdocs.yml.
        today: The day that decides which dates are in the future.
        preview: Whether drafts and future dates are shown.
        for_disk: Whether the preview works when it is opened from disk; others work where they are served.
        staging: The folders for the site; site/ below ``root`` by default.
        index: Makes the search index; without it the site has no search.
        value_cache: Keeps computed values for the next build; by default nothing is kept.
        stages: Gets each stage of the build.
        hides_expired: Whether items whose consent has expired are hidden. If not, they are errors.
        publish_anyway: When a withdrawn item is taken down in spite of errors: what has them is left out.
        faults: The errors that were found before, such as those in environment variables.
        from_last_to_first: Whether the last pages are read first, by a process that shares the work with another.

    Raises:
        ContentError: The build must stop; nothing has been written. A preview stops only for invalid settings and for
            links in the content folders, which the engine would follow; it shows all other errors.
    """
    settings, wrong = recover_site_settings(values)
    faults = tuple(dict.fromkeys((*faults, *wrong)))
    load = partial(
        load_build,
        root,
        settings,
        today=today,
        preview=preview,
        for_disk=for_disk,
        staging=staging,
        index=index,
        value_cache=value_cache,
        stages=stages,
        from_last_to_first=from_last_to_first,
    )
    build = load(hides_expired=hides_expired)
    withdrawn, last_site = build.context.library.consent.withdrawals, build.staging.published
    if not preview and must_publish(build.site.by_url, withdrawn, last_site, publish_anyway):
        return leave_out_errors(build.context.content, partial(load, hides_expired=True), faults)
    if faults:
        raise ContentError(faults)
    build.require_publishable()
    if not build.context.content.files.is_safe:
        raise ContentError(build.problems)
    return build


def load_build(
    root: Path,
    settings: Settings,
    *,
    today: date,
    preview: bool = False,
    for_disk: bool = False,
    staging: Staging | None = None,
    index: Index | None = None,
    value_cache: ValueCache | None = None,
    stages: Stages = NO_STAGES,
    hides_expired: bool = False,
    from_last_to_first: bool = False,
    content: LoadedContent | None = None,
    tolerated: tuple[Problem, ...] | None = None,
    is_checked: bool = True,
) -> Build:
    """Read and check content, even with errors.

    Arguments are as in :func:`open_build`, :func:`load_content` and :class:`BuildContext`. ``is_checked``: whether the
    content is checked.
    """
    with stages("reading"):
        languages = settings.languages
        content = content or load_content(root, languages, value_cache, from_last_to_first=from_last_to_first)
    library = Library(
        content.documents, today=today, preview=preview, withdrawals=content.withdrawals, hides_expired=hides_expired
    )
    is_served = preview and not for_disk
    context = build_context(
        root, settings, content, library, value_cache=value_cache, index=index, indexes_in_background=is_served
    )
    with stages("checking"):
        context = replace(context, tolerated=tolerated, stages=stages)
        build = Build(context, staging or Staging(root / SITE), for_disk=for_disk)
        if is_checked:
            build.check()
    return build
