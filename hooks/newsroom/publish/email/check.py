"""Checking the emails of editions without building the site: also of those that are not public yet."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from newsroom.document import AnyDocument, Document
from newsroom.problems import Problem, as_warnings
from newsroom.publish.cache import Cache
from newsroom.publish.email.edition import EditionWriter
from newsroom.publish.email.illustrations import Illustrations
from newsroom.publish.email.pictures import EmailPicture
from newsroom.settings import Settings
from newsroom.types.newsletter import Newsletter
from newsroom.words import Words


def check_emails(
    editions: Iterable[Document[Newsletter]],
    rendered: Callable[[AnyDocument], str],
    settings: Settings,
    words: Mapping[str, Words],
    *,
    root: Path,
    templates: Path,
    assets: Mapping[str, str],
    cache: Cache,
) -> Iterator[Problem]:
    """What is wrong with the emails of some editions. An error in a draft's is a warning until it is no draft.

    Args:
        editions: The editions to write the emails of.
        rendered: Gives the HTML of a page's body.
        settings: The site's.
        words: The translations by language.
        root: The repository's folder.
        templates: The folder with the email's templates.
        assets: The site's files: paths below ``root``, each with its path on the site.
        cache: Where pictures for email are kept.
    """
    editions = tuple(editions)
    pictures: dict[str, EmailPicture | None] = {}
    found: list[Problem] = []
    for _ in Illustrations(editions, assets, root, cache, settings.site_url).files(pictures, found.append):
        pass
    writer = EditionWriter(templates, settings, words, pictures)
    for edition in editions:
        found += writer.write(edition, rendered(edition), is_checked=True).problems
    drafts = {edition.path for edition in editions if edition.front.draft}
    yield from as_warnings(found, drafts)
