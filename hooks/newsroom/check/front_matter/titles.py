"""Checks that readers can distinguish pages by their titles."""

from collections.abc import Iterator

from newsroom.content.library import Channel, Library
from newsroom.content.loaded import LoadedContent
from newsroom.problems import Problem


def check_titles(content: LoadedContent, library: Library) -> Iterator[Problem]:
    """Warnings about a title that another page in the same language has; hidden items have no page.

    Between a draft and a page that readers see, the warning is about the draft.
    """
    owners: dict[tuple[str, str], str] = {}
    for document in sorted(
        content.documents, key=lambda document: (document.path in content.drafts, document.sort_key)
    ):
        title, has_page = document.front.heading, not library.consent.hides(document.path, Channel.WEB)
        owner = owners.setdefault((document.lang, _fold(title)), document.path) if has_page else None
        if owner and owner != document.path:
            field = document.type.title_field
            what = f"`{field}` is '{title}', which is also the title of {owner}; readers cannot distinguish them"
            source, fix = content.sources[document.path], "give one of them another title"
            yield source.field_problem("title-repeated", field, what, fix)


def _fold(title: str) -> str:
    return " ".join(title.split()).casefold()
