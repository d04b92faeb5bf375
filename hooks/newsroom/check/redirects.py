"""Checks that a page's old addresses can be redirected."""

from collections.abc import Iterator

from newsroom.content.document import AnyDocument, Source
from newsroom.content.old_addresses import parse_old_address
from newsroom.problems import Problem, shorten


def check_redirects(document: AnyDocument, source: Source) -> Iterator[Problem]:
    """Errors and warnings about each old address of one page."""
    for index, text in enumerate(document.front.redirect_from):
        line, quoted = source.line("redirect_from", index), shorten(text)
        address = parse_old_address(text)
        if address.query:
            what = f"`redirect_from` names '{quoted}', which not every web host can redirect, because of the '?'"
            fix = "Netlify can; for another host, check that it can, or delete the address"
            yield Problem("redirect-query", source.path, line, what, fix)
        elif address.ending and not address.matching_file(document.front.files):
            what = f"`redirect_from` names '{quoted}', which needs a {address.ending} file, and this page has none"
            fix = (
                "name the PDF in `file`, or delete the address"
                if address.ending == ".pdf"
                else "delete the address: browsers expect a picture there"
            )
            yield Problem("redirect-file-missing", source.path, line, what, fix)
