"""Whether what once was at a page's old addresses can still be had there."""

from collections.abc import Iterator

from newsroom.document import AnyDocument, Source
from newsroom.old_addresses import parse_old_address
from newsroom.problems import Problem, shorten


def check_redirects(document: AnyDocument, source: Source) -> Iterator[Problem]:
    """Problems with the old addresses of one page, each by itself."""
    for index, text in enumerate(document.front.redirect_from):
        line, quoted = source.line("redirect_from", index), shorten(text)
        address = parse_old_address(text)
        if address.query:
            what = f"`redirect_from` names '{quoted}', and not every host can tell addresses by what is behind the '?'"
            fix = "Netlify can, by the file `_redirects`; on another host, see that it does the same, or take it out"
            yield Problem("redirect-query", source.path, line, what, fix)
        elif address.ending and not address.among(document.front.files):
            what = f"`redirect_from` names '{quoted}', and this page has no {address.ending} file to have there too"
            fix = (
                "name the PDF in `file`, or take the address out"
                if address.ending == ".pdf"
                else "take the address out: at one that ends so, readers' browsers want a picture"
            )
            yield Problem("redirect-file-missing", source.path, line, what, fix)
