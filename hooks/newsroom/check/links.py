"""Whether every link in a page's text leads somewhere, and every picture is there and described."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote, urlsplit

from newsroom.check.files import is_unusable, linked_refusal
from newsroom.document import Reference, Source
from newsroom.formats import CAPTIONS, ending_of
from newsroom.library import Channel, Library
from newsroom.loading import PLAYERS
from newsroom.places import path_beside
from newsroom.problems import Hints, Problem, suggest
from newsroom.read import Reading
from newsroom.read.outline import is_address


def check_links(
    source: Source, library: Library, reading: Reading, generated: Mapping[str, str], hints: Hints
) -> Iterator[Problem]:
    """Problems with the links and pictures in one file's text."""
    checker = _LinkChecker(source, library, reading, generated, hints)
    for reference in source.outline.references:
        if is_address(reference.target):
            yield from checker.check(reference)


def _is_of_player(reference: Reference) -> bool:
    """Whether an HTML tag is one of a player's, whose addresses the build turns into the page's."""
    return reference.tag in PLAYERS or (reference.tag in ("source", "track") and reference.is_recording)


class _LinkChecker:
    def __init__(
        self, source: Source, library: Library, reading: Reading, generated: Mapping[str, str], hints: Hints
    ) -> None:
        self._source = source
        self._library = library
        self._reading = reading
        self._generated = generated
        self._hints = hints
        self._folder = posixpath.dirname(source.path)

    def check(self, reference: Reference) -> Iterator[Problem]:
        if reference.is_image and not reference.is_picture:
            yield from self._check_recording(reference)
        elif reference.is_image and not reference.text.strip():
            what = f"the picture '{reference.target}' has no alternative text"
            fix = (
                "say what it shows, for someone who cannot see it: ![A kitchen table](picture.jpg); "
                "or ![decorative](picture.jpg) where it shows nothing that matters"
            )
            yield self._problem(reference, what, fix)
        address = urlsplit(reference.target)
        if address.scheme or address.netloc:
            yield from self._check_scheme(reference, address.scheme)
        elif not reference.target:
            yield self._problem(reference, f"the link '{reference.text}' leads nowhere", "write where it should lead")
        elif address.path.startswith("/"):
            fix = "write the file's path from this file, like '../docs/about.md'"
            yield self._problem(reference, f"the link '{reference.target}' begins with a slash", fix)
        elif reference.is_html and address.path and not _is_of_player(reference):
            what = f"'{reference.target}' stands in an HTML tag, where it would break"
            fix = "write [words](file.md) for a link, ![what it shows](picture.jpg) for a picture"
            yield self._problem(reference, what, fix)
        else:
            yield from self._check_path(reference, unquote(address.path), unquote(address.fragment))

    def _check_recording(self, reference: Reference) -> Iterator[Problem]:
        """Problems with a recording that is written like a picture: its words are those of the link to it."""
        if ending_of(reference.path) == CAPTIONS:
            what = f"'{reference.target}' holds captions, which are not shown by themselves"
            fix = (
                f"write the recording's name: captions belong to it when they have the same name, like 'talk{CAPTIONS}'"
            )
            yield self._problem(reference, what, fix)
        elif reference.text.strip().casefold() in ("", "decorative"):
            what = f"the recording '{reference.target}' has no words to say what it is"
            yield self._problem(reference, what, "write them between the brackets: ![The interview with Jo](talk.mp3)")

    def _check_scheme(self, reference: Reference, scheme: str) -> Iterator[Problem]:
        if scheme not in ("https", "http", "mailto", "tel"):
            fault = f"begins with '{scheme}:'" if scheme else "has no 'https:'"
            what = f"the link '{reference.target}' {fault}"
            yield self._problem(reference, what, "begin it with https:, mailto: or tel:")

    def _check_path(self, reference: Reference, path: str, fragment: str) -> Iterator[Problem]:
        target = path_beside(self._source.path, path) if path else self._source.path
        if target in self._reading.paths:
            yield from self._check_page(reference, target, fragment)
        elif target in self._generated:
            if fragment:
                what = f"there is no '#{fragment}' on a page that the build makes itself"
                yield self._problem(reference, what, "link to the page without it")
        elif refusal := self._reading.refused.get(target):
            yield self._problem(reference, *linked_refusal(reference.target, refusal))
        elif not self._is_reported(reference, target) and not self._is_file(target):
            yield self._problem(reference, f"'{reference.target}' is not there", self._fix(reference, path, target))

    def _is_file(self, target: str) -> bool:
        return target in self._reading.assets or target in self._reading.special

    def _is_reported(self, reference: Reference, target: str) -> bool:
        """Whether a file, or a folder that it is in, has an error of its own; in some names `#` or `?` is the fault."""
        whole = path_beside(self._source.path, unquote(reference.target))
        return is_unusable(target, self._reading) or is_unusable(whole, self._reading)

    def _check_page(self, reference: Reference, target: str, fragment: str) -> Iterator[Problem]:
        own, found = self._library.find(self._source.path), self._library.find(target)
        is_shown = own and self._library.shows(own, Channel.WEB)
        if is_shown and found and not self._library.shows(found, Channel.WEB):
            what = f"'{reference.target}' is not shown to readers (a draft, a date to come, or withdrawn)"
            yield self._problem(reference, what, "take the link out, or wait until that page is shown")
        elif fragment and target in self._reading.sources and not fragment.startswith(("fn:", "fnref:")):
            ids = self._reading.sources[target].outline.ids
            if fragment not in ids:
                place = "this page" if target == self._source.path else target
                otherwise = "link to the page without it, or to one of its headings"
                fix = suggest(f"#{fragment}", [f"#{name}" for name in ids], otherwise)
                yield self._problem(reference, f"there is no '#{fragment}' on {place}", fix)

    def _fix(self, reference: Reference, path: str, target: str) -> str:
        if reference.is_image or reference.is_recording:
            what = "picture" if reference.is_picture else "recording"
            otherwise = f"put the {what} beside this file, or correct the name"
            return self._hints.suggest(path, lambda: self._relative(self._reading.assets), otherwise)
        if path.startswith("www."):
            return f"write 'https://{path}' for a page elsewhere"
        if f"{target}/index.md" in self._generated or f"{target}/index.md" in self._reading.paths:
            return f"did you mean '{posixpath.join(path, 'index.md')}'?"
        otherwise = "correct the path; it starts from this file's folder"
        return self._hints.suggest(path, lambda: self._relative(self._places()), otherwise)

    def _places(self) -> Iterator[str]:
        """What a link may have been meant to lead to: pages and feeds, not what the build adds to them."""
        yield from self._reading.paths
        yield from (path for path in self._generated if path.endswith((".md", ".xml")))

    def _relative(self, paths: Iterable[str]) -> list[str]:
        return [posixpath.relpath(path, self._folder or ".") for path in paths]

    def _problem(self, reference: Reference, what: str, fix: str) -> Problem:
        return Problem(self._source.path, reference.line, what, fix)
