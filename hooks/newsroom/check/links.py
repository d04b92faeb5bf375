"""Whether every link in a page's text leads somewhere, and every picture is there and described."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote, urlsplit

from newsroom.document import AnyDocument, Reference, Source
from newsroom.library import Channel, Library
from newsroom.problems import Problem, suggest
from newsroom.read import Reading


def check_links(source: Source, library: Library, reading: Reading, generated: Mapping[str, str]) -> Iterator[Problem]:
    """Problems with the links and pictures in one file's text."""
    checker = _LinkChecker(source, library, reading, generated)
    for reference in source.outline.references:
        yield from checker.check(reference)


class _LinkChecker:
    def __init__(self, source: Source, library: Library, reading: Reading, generated: Mapping[str, str]) -> None:
        self._source = source
        self._library = library
        self._reading = reading
        self._generated = generated
        self._folder = posixpath.dirname(source.path)

    def check(self, reference: Reference) -> Iterator[Problem]:
        if reference.is_image and not reference.text.strip():
            what = f"the picture '{reference.target}' has no alternative text"
            mend = "say what it shows, for someone who cannot see it: ![A kitchen table](picture.jpg)"
            yield self._problem(reference, what, mend)
        try:
            address = urlsplit(reference.target)
        except ValueError:
            yield self._problem(reference, f"'{reference.target}' is no address", "correct it")
            return
        if address.scheme or address.netloc:
            yield from self._check_scheme(reference, address.scheme)
        elif not reference.target:
            yield self._problem(reference, f"the link '{reference.text}' leads nowhere", "write where it should lead")
        elif address.path.startswith("/"):
            mend = "write the file's path from this file, like '../docs/about.md'"
            yield self._problem(reference, f"the link '{reference.target}' begins with a slash", mend)
        elif reference.is_html and address.path:
            mend = "write [words](file.md) for a link, ![what it shows](picture.jpg) for a picture"
            yield self._problem(reference, f"'{reference.target}' stands in an HTML tag, where it would break", mend)
        else:
            yield from self._check_path(reference, unquote(address.path), unquote(address.fragment))

    def _check_scheme(self, reference: Reference, scheme: str) -> Iterator[Problem]:
        if scheme not in ("https", "http", "mailto", "tel"):
            fault = f"begins with '{scheme}:'" if scheme else "has no 'https:'"
            what = f"the link '{reference.target}' {fault}"
            yield self._problem(reference, what, "begin it with https:, mailto: or tel:")

    def _check_path(self, reference: Reference, path: str, fragment: str) -> Iterator[Problem]:
        target = posixpath.normpath(posixpath.join(self._folder, path)) if path else self._source.path
        found = self._library.find(target)
        if found is not None:
            yield from self._check_page(reference, found, fragment)
        elif target in self._reading.paths or target in self._reading.assets or target in self._generated:
            return
        else:
            what = f"'{reference.target}' is not there"
            if reference.is_image:
                beside = self._relative(self._reading.assets)
                mend = suggest(path, beside, "put the picture beside this file, or correct the name")
            else:
                mend = self._suggest_page(path, target)
            yield self._problem(reference, what, mend)

    def _check_page(self, reference: Reference, found: AnyDocument, fragment: str) -> Iterator[Problem]:
        own = self._library.find(self._source.path)
        if own and self._library.shows(own, Channel.WEB) and not self._library.shows(found, Channel.WEB):
            what = f"'{reference.target}' is not shown to readers (a draft, a date to come, or withdrawn)"
            yield self._problem(reference, what, "take the link out, or wait until that page is shown")
        elif fragment and fragment not in found.outline.ids and not fragment.startswith(("fn:", "fnref:")):
            place = "this page" if found.path == self._source.path else found.path
            ids = [f"#{name}" for name in found.outline.ids]
            mend = suggest(f"#{fragment}", ids, "link to the page without it, or to one of its headings")
            yield self._problem(reference, f"there is no '#{fragment}' on {place}", mend)

    def _suggest_page(self, path: str, target: str) -> str:
        pages = {*self._reading.paths, *self._generated}
        if path.startswith("www."):
            return f"write 'https://{path}' for a page elsewhere"
        if f"{target}/index.md" in pages:
            return f"did you mean '{posixpath.join(path, 'index.md')}'?"
        return suggest(path, self._relative(pages), "correct the path; it starts from this file's folder")

    def _relative(self, paths: Iterable[str]) -> list[str]:
        return [posixpath.relpath(path, self._folder or ".") for path in paths]

    def _problem(self, reference: Reference, what: str, mend: str) -> Problem:
        return Problem(self._source.path, reference.line, what, mend)
