"""Whether every page has an address of its own."""

from collections.abc import Iterable, Iterator, Mapping

from newsroom.document import AnyDocument
from newsroom.problems import Problem


def check_addresses(documents: Iterable[AnyDocument], generated: Mapping[str, str]) -> Iterator[Problem]:
    """Problems with two things at one address: pages, the pages a build adds, and `redirect_from`."""
    owners = {url: "a page that the build makes itself" for url in generated.values()}
    listed = tuple(documents)
    for document in listed:
        if document.url in owners:
            what = f"its address /{document.url} is taken by {owners[document.url]}"
            yield Problem(document.path, None, what, "rename this file")
        else:
            owners[document.url] = document.path
    for document in listed:
        for index, address in enumerate(document.front.redirect_from):
            url = address.lstrip("/")
            if url in owners:
                what = f"`redirect_from` names {address}, which is the address of {owners[url]}"
                yield Problem(document.path, document.line("redirect_from", index), what, "take it out of the list")
            else:
                owners[url] = f"a redirect from {document.path}"
