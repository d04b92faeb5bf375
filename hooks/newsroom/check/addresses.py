"""Whether every page has an address of its own."""

from collections.abc import Iterable, Iterator, Mapping

from newsroom.document import Document, Source
from newsroom.problems import Problem


def check_addresses(sources: Iterable[Source], generated: Mapping[str, str]) -> Iterator[Problem]:
    """Problems with two things at one address: pages, the pages a build adds, and `redirect_from`."""
    owners = dict.fromkeys(generated.values(), "a page that the build makes itself")
    listed = tuple(sources)
    for source in listed:
        if source.url in owners:
            what = f"its address /{source.url} is taken by {owners[source.url]}"
            yield Problem(source.path, None, what, "rename this file")
        else:
            owners[source.url] = source.path
    for document in (source for source in listed if isinstance(source, Document)):
        for index, address in enumerate(document.front.redirect_from):
            url = address.lstrip("/")
            if url in owners:
                what = f"`redirect_from` names {address}, which is the address of {owners[url]}"
                yield Problem(document.path, document.line("redirect_from", index), what, "take it out of the list")
            else:
                owners[url] = f"a redirect from {document.path}"
