"""Whether every page has an address of its own."""

from collections.abc import Iterator, Mapping

from newsroom.problems import Problem
from newsroom.read import Reading


def check_addresses(reading: Reading, generated: Mapping[str, str]) -> Iterator[Problem]:
    """Problems with two things at one address: pages, the pages a build adds, and `redirect_from`."""
    owners = dict.fromkeys(generated.values(), "a page that the build makes itself")
    for path, url in reading.urls.items():
        if url in owners:
            yield Problem(path, None, f"its address /{url} is taken by {owners[url]}", "rename this file")
        else:
            owners[url] = path
    for document in reading.documents:
        for index, address in enumerate(document.front.redirect_from):
            url = address.lstrip("/")
            if url in owners:
                what = f"`redirect_from` names {address}, which is the address of {owners[url]}"
                line = reading.sources[document.path].line("redirect_from", index)
                yield Problem(document.path, line, what, "take it out of the list")
            else:
                owners[url] = f"a redirect from {document.path}"
