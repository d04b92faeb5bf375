"""Checks that a page's old addresses can be redirected."""

from collections.abc import Iterator

from newsroom.content.document import AnyDocument, Source
from newsroom.content.folders import path_beside
from newsroom.content.old_addresses import parse_old_address
from newsroom.problems import Problem, shorten


class RedirectCheck:
    """Checks old addresses. What concerns the web host is reported once, not for each address of an archive."""

    def __init__(self) -> None:
        self._has_query = False

    def check(self, document: AnyDocument, source: Source) -> Iterator[Problem]:
        """Errors and warnings about the old addresses of one page."""
        for index, text in enumerate(document.front.redirect_from):
            key, quoted = ("redirect_from", index), shorten(text)
            address = parse_old_address(text)
            if address.query and not self._has_query:
                self._has_query = True
                what = f"`redirect_from` names '{quoted}', which not every web host can redirect, because of the '?'"
                fix = "Netlify can; for another host, check that it can, or delete the address"
                yield source.field_problem("redirect-query", key, what, fix)
            elif address.ending and not address.matching_file(document.front.files):
                what = f"`redirect_from` names '{quoted}', which needs a {address.ending} file, and this page has none"
                fix = (
                    "name the PDF in `file`, or delete the address"
                    if address.ending == ".pdf"
                    else "delete the address: browsers expect a picture or recording there"
                )
                yield source.field_problem("redirect-file-missing", key, what, fix)
        for index, old in enumerate(document.front.old_files):
            entry, fix = ("old_files", index, "file"), "correct it, or delete the entry"
            if path_beside(document.path, old.file) not in source.used_files:
                what = f"`old_files` names '{shorten(old.file)}', which this page neither shows nor links to"
                yield source.field_problem("redirect-file-missing", entry, what, fix)
            if not parse_old_address(old.address).ending:
                what = f"`old_files` names '{shorten(old.address)}', which no picture, PDF or recording can have"
                yield source.field_problem("redirect-file-missing", entry, what, fix)
