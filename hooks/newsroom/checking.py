"""The check without a build: all content, and the emails of its editions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from urllib.parse import quote

from newsroom.build import Build, checked_build, site_settings
from newsroom.document import AnyDocument, Document
from newsroom.library import Library
from newsroom.places import site_path
from newsroom.problems import Problem
from newsroom.publish.body import plain_body
from newsroom.publish.email import check_emails, email_folders
from newsroom.publish.outputs import EMAIL_TEMPLATES, open_cache
from newsroom.read import Reading, read
from newsroom.settings import Settings
from newsroom.types.newsletter import Newsletter
from newsroom.words import Words


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
    reading = read(root, settings.languages)
    library = Library(reading.documents, today=today, withdrawn=reading.withdrawn)
    build = checked_build(root, settings, reading, library)
    wrong = {problem.path for problem in build.problems if problem.is_error}
    waiting = Library(reading.documents, today=today, preview=True, withdrawn=reading.withdrawn)
    # A preview's library shows what waits, and still not what is withdrawn or has no email.
    folders = email_folders(waiting, settings)
    editions = [f.edition for f in folders if f.is_checked and f.edition.path not in wrong]
    if not (root / EMAIL_TEMPLATES).is_dir():
        editions = []
    build.add_problems(_email_problems(build, settings, reading, editions))
    pages = sum(page.document is not None for page in build.site.pages)
    return CheckedContent(build.problems, pages, len(editions))


def _email_problems(
    build: Build,
    settings: Settings,
    reading: Reading,
    editions: Sequence[Document[Newsletter]],
) -> tuple[Problem, ...]:
    if not editions:
        return ()
    assets = {path: site_path(path) for path in reading.assets}
    addresses = {path: quote(url) for path, url in {**build.generated(), **assets, **reading.urls}.items()}

    def rendered(edition: AnyDocument) -> str:
        location = replace(build.location(edition.path, edition.url), addresses=addresses)
        return plain_body(reading.rendered[edition.path].html(location.address_of))

    words = {lang: Words(lang) for lang in settings.languages}
    problems = check_emails(
        editions,
        rendered,
        settings,
        words,
        root=build.root,
        templates=build.root / EMAIL_TEMPLATES,
        assets=assets,
        cache=open_cache(build.root),
    )
    return tuple(problems)
