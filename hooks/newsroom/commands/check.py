"""Check all content and the emails of its editions, without building the site."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from newsroom.build import Build
from newsroom.check.advice import Misspelt, give_advice, read_plain_words
from newsroom.check.private import mask_quoted
from newsroom.content.document import AnyDocument, Document
from newsroom.content.folders import site_path
from newsroom.content.library import Channel
from newsroom.content.types.newsletter import Newsletter
from newsroom.markup.tree import serialise_html
from newsroom.open_build import load_build
from newsroom.problems import Problem, sort_problems
from newsroom.publish.build_options import BuildOptions
from newsroom.publish.email import check_emails, email_folders
from newsroom.publish.text.notes import Notes
from newsroom.publish.text.texts import PageTexts
from newsroom.site_settings import site_settings
from newsroom.value_cache import ValueCache


@dataclass(frozen=True)
class CheckedContent:
    """The result of a check: errors, warnings and advice, and how many pages and emails were checked."""

    problems: tuple[Problem, ...]
    pages: int
    emails: int


def check_content(
    root: Path,
    values: object,
    *,
    today: date,
    every_email: bool = False,
    hides_expired: bool = False,
    value_cache: ValueCache | None = None,
    misspelt: Misspelt | None = None,
) -> CheckedContent:
    """Check the content below ``root`` and the emails of its editions. Writes only to the cache that builds share.

    The emails are those that a build would check, and those of editions that are not public yet. The email of an
    edition with an error in its file is not checked until that is fixed.

    Args:
        values: The settings as they are in mkdocs.yml.
        today: The day that decides what is public.
        every_email: Whether the emails of all editions are checked, however old.
        hides_expired: Whether items whose consent has expired are hidden. If not, they are errors.
        value_cache: Keeps computed values, for builds too.
        misspelt: Finds misspelt words in languages other than English. If it is given, there is advice on wording.

    Raises:
        ContentError: The settings are not valid.
    """
    settings = site_settings(values, root)
    if every_email:
        settings = settings.model_copy(update={"email_checks": "all"})
    build = load_build(root, settings, BuildOptions(today=today, hides_expired=hides_expired, value_cache=value_cache))
    editions = _editions_to_check(build)
    if editions:
        build.context.log.include_pending(_email_problems(build, editions))
    problems = build.problems
    if misspelt:
        content, library = build.context.content, build.context.library
        advice = give_advice(content, library, read_plain_words(root), misspelt)
        problems = sort_problems(mask_quoted((*problems, *advice), content))
    pages = sum(page.document is not None for page in build.site.pages)
    return CheckedContent(problems, pages, len(editions))


def _editions_to_check(build: Build) -> list[Document[Newsletter]]:
    context = build.context
    if not context.email_templates.is_dir():
        return []
    paths_with_errors = {problem.path for problem in build.problems if problem.is_error}
    # A preview's library also shows drafts and future editions, but none that is withdrawn or has no email.
    folders = email_folders(context.library.as_preview(), context.settings)
    return [f.edition for f in folders if f.is_checked and f.edition.path not in paths_with_errors]


def _email_problems(build: Build, editions: list[Document[Newsletter]]) -> Iterator[Problem]:
    content = build.context.content
    context = replace(build.context, assets={path: site_path(path) for path in content.files.assets})
    texts = PageTexts(context, (), lambda _path: None, lambda: build.generated)

    def html_of_edition(edition: AnyDocument) -> str:
        return serialise_html(texts.tree(edition, content.sources[edition.path].rendered, Channel.EMAIL, Notes()))

    return check_emails(editions, html_of_edition, context)
