"""The check without a build: all content, and the emails of its editions."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from newsroom.build import SITE, Build, site_settings
from newsroom.content.document import AnyDocument
from newsroom.content.folders import site_path
from newsroom.content.library import Library
from newsroom.markup.tree import serialise_html
from newsroom.problems import Problem
from newsroom.publish.body import Bodies
from newsroom.publish.build_context import build_context
from newsroom.publish.email import check_emails, email_folders
from newsroom.publish.staging import Staging
from newsroom.read import load_content


@dataclass(frozen=True)
class CheckedContent:
    """What a check found: all Problems, and how many pages and how many editions' emails it looked at."""

    problems: tuple[Problem, ...]
    pages: int
    emails: int


def check_content(root: Path, values: object, *, today: date, every_email: bool = False) -> CheckedContent:
    """Check the content below ``root`` and the emails of its editions. Writes nothing but what builds keep too.

    The emails are those that a build would check, and those of editions that are not public yet. An edition with an
    error in its file is left out: its email is checked once that is fixed.

    Args:
        root: The repository's folder.
        values: The settings, as mkdocs.yml has them.
        today: The day that decides what is public.
        every_email: Whether the emails of all editions are checked, however old.

    Raises ContentError where the settings cannot be used.
    """
    settings = site_settings(values)
    if every_email:
        settings = settings.model_copy(update={"email_checks": "all"})
    content = load_content(root, settings.languages)
    library = Library(content.documents, today=today, withdrawn=content.withdrawn)
    context = build_context(root, settings, content, library)
    build = Build(context, Staging(root / SITE), for_disk=False)
    build.check()
    wrong = {problem.path for problem in build.problems if problem.is_error}
    waiting = Library(content.documents, today=today, preview=True, withdrawn=content.withdrawn)
    # A preview's library shows what waits, and still not what is withdrawn or has no email.
    folders = email_folders(waiting, settings)
    editions = [f.edition for f in folders if f.is_checked and f.edition.path not in wrong]
    if not context.email_templates.is_dir():
        editions = []

    everything = replace(context, assets={path: site_path(path) for path in content.assets})
    bodies = Bodies(everything)

    def rendered(edition: AnyDocument) -> str:
        root = content.rendered[edition.path].tree(build.location(edition.path, edition.url).address_of)
        bodies.prepare(root, edition)
        return serialise_html(root)

    if editions:
        context.log.include_pending(check_emails(editions, rendered, everything))
    pages = sum(page.document is not None for page in build.site.pages)
    return CheckedContent(build.problems, pages, len(editions))
