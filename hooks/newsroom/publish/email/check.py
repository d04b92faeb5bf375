"""Checking the emails of editions without building the site: also of those that are not public yet."""

from collections.abc import Callable, Iterable, Iterator

from newsroom.content.document import AnyDocument, Document
from newsroom.content.types.newsletter import Newsletter
from newsroom.problems import Problem, lower_to_warnings
from newsroom.publish.build_context import BuildContext
from newsroom.publish.email.edition import EditionWriter
from newsroom.publish.email.illustrations import Illustrations
from newsroom.publish.email.pictures import EmailPicture


def check_emails(
    editions: Iterable[Document[Newsletter]], rendered: Callable[[AnyDocument], str], context: BuildContext
) -> Iterator[Problem]:
    """What is wrong with the emails of some editions. An error in a draft's is a warning until it is no draft.

    Args:
        editions: The editions to write the emails of.
        rendered: Gives the HTML of a page's body.
        context: What is known of the site; its assets are those that the editions show.
    """
    editions = tuple(editions)
    pictures: dict[str, EmailPicture | None] = {}
    found: list[Problem] = []
    for _ in Illustrations(editions, context).files(pictures, found.append):
        pass
    writer = EditionWriter(context, pictures)
    for edition in editions:
        found += writer.write(edition, rendered(edition), is_checked=True).problems
    drafts = {edition.path for edition in editions if edition.front.draft}
    yield from lower_to_warnings(found, drafts)
