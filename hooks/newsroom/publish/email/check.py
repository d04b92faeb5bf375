"""Checks the emails of editions without building the site, including editions that are not public yet."""

from collections.abc import Callable, Iterable, Iterator

from newsroom.content.document import AnyDocument, Document
from newsroom.content.types.newsletter import Newsletter
from newsroom.problems import Problem, lower_to_warnings
from newsroom.publish.build_context import BuildContext
from newsroom.publish.email.edition import EditionWriter


def check_emails(
    editions: Iterable[Document[Newsletter]], rendered: Callable[[AnyDocument], str], context: BuildContext
) -> Iterator[Problem]:
    """Find the errors and warnings in the emails of some editions. In a draft's email, errors are warnings.

    Args:
        editions: The editions whose emails are checked.
        rendered: Returns the HTML of a page's body.
        context: The context of the build. Its assets include every picture in the editions.
    """
    editions = tuple(editions)
    writer = EditionWriter(context, editions)
    found: list[Problem] = []
    for _ in writer.pictures.files(found.append):
        pass  # the files are not needed, only the errors in them and their sizes
    for edition in editions:
        found += writer.write(edition, rendered(edition), is_checked=True).problems
    drafts = {edition.path for edition in editions if edition.front.draft}
    yield from lower_to_warnings(found, drafts)
