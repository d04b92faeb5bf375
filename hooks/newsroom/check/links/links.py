"""Checks that links lead to existing pages, and that pictures exist and have alternative text."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote, urlsplit

from newsroom.check.files import is_unusable, link_fault
from newsroom.check.links.copied_addresses import CopiedAddresses
from newsroom.check.links.intended_targets import suggest_target
from newsroom.check.links.own_site import OwnSite, find_own_addresses
from newsroom.check.links.web_links import backslash_fault, find_address_fault
from newsroom.content.document import AnyDocument, Source
from newsroom.content.file_uses import find_named_files
from newsroom.content.folders import path_beside
from newsroom.content.formats import CAPTIONS, PAGE_ENDING, file_ending
from newsroom.content.guide.field_guide import guide_ids
from newsroom.content.library import Channel, Library
from newsroom.content.loaded import LoadedContent
from newsroom.content.outline import Reference
from newsroom.english import format_day
from newsroom.markup import is_address
from newsroom.markup.policy import EMBEDS, PLAYERS, is_allowed_link
from newsroom.problems import Fault, Hints, Problem, shorten, suggest

_FORMS: Mapping[str, str] = {"a": "[words]({})", "img": "![what it shows]({})"}
"""The Markdown that replaces an HTML tag."""
_WORD_TAG = re.compile(r"st\d:\w+")
"""A tag of Word, like "st1:place" in `<st1:place>`, which Markdown reads as an address between angle brackets."""


@dataclass(frozen=True)
class LinkContext:
    """What links may lead to. ``generated`` are the paths of generated pages and files with their addresses."""

    library: Library
    content: LoadedContent
    generated: Mapping[str, str]
    own_site: OwnSite
    hints: Hints
    copied: CopiedAddresses


def check_links(source: Source, context: LinkContext) -> Iterator[Problem]:
    """Errors and warnings about the links and pictures in one file's text."""
    checker = _LinkChecker(source, context)
    for reference in source.outline.references:
        if is_address(reference.target):
            yield from checker.check(reference)
    yield from checker.check_lead_pictures()
    yield from checker.check_address_fields()


def find_misnamed_files(source: Source, context: LinkContext) -> Iterator[str]:
    """The files that a page names by an address of this site; :func:`check_links` reports these."""
    for reference in source.outline.references:
        if is_address(reference.target):
            path = context.own_site.find_file(reference.target)
            if path is not None and _can_be_path(reference):
                yield path


def _can_be_path(reference: Reference) -> bool:
    """Whether the target may be a path. Other HTML tags need the whole address of a file."""
    return reference.tag in ("", *_FORMS) or _is_player(reference)


def _is_player(reference: Reference) -> bool:
    """Whether an HTML tag belongs to a player. The build makes its addresses relative to the page."""
    return reference.tag in PLAYERS or (reference.tag in ("source", "track") and reference.is_recording)


def _hidden_picture(path: str, line: int) -> Problem:
    what = "this picture or recording belongs to a withdrawn item, or one whose consent has expired"
    return Problem("picture-hidden", path, line, f"{what}, so the page leaves it out", "use another one")


class _LinkChecker:
    def __init__(self, source: Source, context: LinkContext) -> None:
        self._source = source
        self._library = context.library
        self._content = context.content
        self._context = context
        self._folder = posixpath.dirname(source.path)
        self._definitions = frozenset(r.target for r in source.outline.references if not r.is_image)

    def check(self, reference: Reference) -> Iterator[Problem]:
        if reference.is_image and not reference.is_picture:
            yield from self._check_recording(reference)
        elif reference.is_image and reference.target and not reference.text.strip():
            what = f"the picture '{shorten(reference.target)}' has no alternative text"
            fix = (
                "say what it shows, for someone who cannot see it: ![A kitchen table](picture.jpg); "
                "or ![decorative](picture.jpg) where it shows nothing that matters"
            )
            yield self._problem("picture-alt-missing", reference, what, fix)
        address = urlsplit(reference.target)
        copied = None if reference.tag in EMBEDS else self._context.copied.find_fault(reference.target, reference.kind)
        if _WORD_TAG.fullmatch(reference.target):
            what = f"'<{reference.target}>' was pasted from Word, and is read as a link"
            fix = f"delete it, and '</{reference.target}>' after the words"
            yield self._problem("html-from-word", reference, what, fix)
        elif copied:
            yield copied.at(self._source.path, reference.line)
        elif address.scheme or address.netloc:
            yield from self._check_absolute(reference, address.scheme)
        elif not reference.target:
            yield self._empty_fault(reference).at(self._source.path, reference.line)
        elif address.path.startswith("/"):
            fix = "write the file's path from this file, like '../docs/about.md'"
            what = f"the link '{shorten(reference.target)}' begins with a slash"
            yield self._problem("link-root-relative", reference, what, fix)
        elif reference.is_html and address.path and not _is_player(reference):
            what = f"'{shorten(reference.target)}' is in an HTML tag, where the link would break"
            fix = "write [words](file.md) for a link, ![what it shows](picture.jpg) for a picture"
            yield self._problem("link-in-html", reference, what, fix)
        else:
            yield from self._check_path(reference, unquote(address.path), unquote(address.fragment))

    def _empty_fault(self, reference: Reference) -> Fault:
        what = f"the {reference.kind} '{shorten(reference.text)}'" if reference.text.strip() else f"a {reference.kind}"
        what += " names no file" if reference.is_image else " leads nowhere"
        if reference.is_html:
            name = "src" if reference.is_image else "href"
            return Fault("link-empty", what, f"write its address in `{name}`, or delete the HTML tag")
        return Fault("link-empty", what, "write an address between the round brackets")

    def check_lead_pictures(self) -> Iterator[Problem]:
        """Warnings about pictures in the front matter that belong to a hidden item."""
        for key, name in find_named_files(self._source.values) if self._first_shown() else ():
            if key[-1] == "src" and self._library.consent.hides(path_beside(self._source.path, name), Channel.WEB):
                yield _hidden_picture(self._source.path, self._source.line(*key))

    def check_address_fields(self) -> Iterator[Problem]:
        """Errors and warnings about addresses of this site in the front matter: where people book, or apply."""
        for key, local_path in find_own_addresses(self._source, self._context.own_site):
            target = self._context.own_site.file_at(local_path)
            field = Reference(target or "", f"`{'.'.join(map(str, key))}`", self._source.line(*key), is_image=False)
            if target is None:
                what = f"{field.text} is an address that does not exist on this site"
                yield self._problem("link-missing", field, what, "correct the address, or delete the line")
            elif not self._library.consent.hides(target, Channel.WEB):
                yield from filter(None, [self._not_yet_public(field, target)])
            elif self._first_shown():
                is_withdrawn = self._library.consent.is_withdrawn(target)
                what = f"{field.text} leads to {'a withdrawn item' if is_withdrawn else 'an item with expired consent'}"
                code = "link-withdrawn" if is_withdrawn else "link-expired"
                yield self._problem(code, field, f"{what}, so the page leaves it out", "delete the line")

    def _check_recording(self, reference: Reference) -> Iterator[Problem]:
        """Errors about a recording that is written like a picture, whose text becomes the link to it."""
        if file_ending(reference.path) == CAPTIONS:
            what = f"'{shorten(reference.target)}' contains captions, which are not shown on their own"
            like = f"captions belong to it when they have the same name, like 'talk{CAPTIONS}'"
            yield self._problem("captions-alone", reference, what, f"write the recording's name: {like}")
        elif reference.text.strip().casefold() in ("", "decorative"):
            what = f"the recording '{shorten(reference.target)}' has no text that says what it is"
            fix = "write it between the square brackets: ![The interview with Jo](talk.mp3)"
            yield self._problem("recording-text-missing", reference, what, fix)

    def _check_absolute(self, reference: Reference, scheme: str) -> Iterator[Problem]:
        target = reference.target
        if target[:11].lower() == "data:image/":
            yield from self._check_data(reference)
        elif reference.tag in EMBEDS and not is_allowed_link(target):
            return  # check_policy reports that the embed is left out
        elif fault := find_address_fault(target, scheme, reference.kind):
            yield fault.at(self._source.path, reference.line)
        elif scheme in ("https", "http") and (backslash := backslash_fault(reference)):
            yield backslash.at(self._source.path, reference.line)
        else:
            yield from self._check_own_site(reference)

    def _check_own_site(self, reference: Reference) -> Iterator[Problem]:
        """Report an address of this site that should be a path, or does not exist."""
        own_site = self._context.own_site
        is_own = own_site.local_path(reference.target) is not None
        file = own_site.find_file(reference.target)
        if file is not None and self._library.consent.is_withdrawn(file):
            if _can_be_path(reference):
                what = "a link leads to the address of a withdrawn item"
                yield self._problem("link-own-address", reference, what, "remove the link")
            else:
                what = f"the <{reference.tag}> shows a withdrawn item, so the page has a link that leads nowhere"
                yield self._problem("link-withdrawn", reference, what, f"delete the <{reference.tag}>")
        elif (file is not None and _can_be_path(reference)) or (is_own and file is None):
            form = _FORMS.get(reference.tag, "'{}'")
            fault = own_site.find_fault(reference.target, self._folder, form, self._context.hints)
            yield fault.at(self._source.path, reference.line)

    def _check_data(self, reference: Reference) -> Iterator[Problem]:
        """The error about a picture inside the text, as Google Docs exports it, at its definition only."""
        if reference.is_image and reference.target in self._definitions:
            return
        what = f"the picture '{shorten(reference.target)}' is inside the text itself"
        yield self._problem(
            "picture-inline", reference, what, "save the picture as a file beside this one and write its name"
        )

    def _check_path(self, reference: Reference, path: str, fragment: str) -> Iterator[Problem]:
        target = path_beside(self._source.path, path) if path else self._source.path
        if self._library.consent.hides(target, Channel.WEB):
            yield from self._check_hidden(reference, target)
        elif target in self._content.left_out:
            return
        elif target in self._content.paths:
            hidden = self._not_yet_public(reference, target)
            yield from [hidden] if hidden else self._check_fragment(reference, target, fragment)
        elif target in self._context.generated:
            if fragment and fragment not in guide_ids(target):
                what = f"'#{shorten(fragment)}' does not exist on a page that the build makes"
                yield self._problem("link-anchor-missing", reference, what, "link to the page without it")
        elif refusal := self._content.files.refused.get(target):
            yield link_fault(reference.target, refusal).at(self._source.path, reference.line)
        elif not self._is_reported(reference, target) and not self._is_file(target):
            what = f"'{shorten(reference.target)}' does not exist"
            fix = suggest_target(
                reference, self._source.path, self._content, self._context.generated, self._context.hints
            )
            yield self._problem(_missing_code(reference), reference, what, fix)

    def _is_file(self, target: str) -> bool:
        return target in self._content.files.assets or target in self._content.files.special

    def _is_reported(self, reference: Reference, target: str) -> bool:
        """Whether a file, or a folder around it, has its own error. The fault may be a `#` or `?` in the name."""
        whole = path_beside(self._source.path, unquote(reference.target))
        return is_unusable(target, self._content) or is_unusable(whole, self._content)

    def _check_hidden(self, reference: Reference, target: str) -> Iterator[Problem]:
        """The warning about a link to a hidden item, or about its picture. The page keeps the words of the link.

        The sender's page shows the warning, so it names no file.
        """
        if self._first_shown() is None:
            return
        words = shorten(" ".join(reference.text.split()))
        link = f"the link '{words}'" if words else "a link without words"
        if reference.is_image:
            yield _hidden_picture(self._source.path, reference.line)
        elif self._library.consent.is_withdrawn(target):
            what = f"{link} leads to a withdrawn item, so the page shows what is in it without the link"
            yield self._problem("link-withdrawn", reference, what, "remove the link")
        elif reference.is_html and reference.tag != "a":
            yield _hidden_picture(self._source.path, reference.line)
        elif not target.endswith(PAGE_ENDING):
            what = f"{link} leads to a file of a withdrawn item, or of one whose consent has expired"
            fix = "remove the link; the page shows its words"
            yield self._problem("picture-hidden", reference, what, fix)
        else:
            what = f"{link} leads to an item that is hidden, since the consent for it has expired"
            fix = "ask the person again, or remove the link; the page shows its words"
            yield self._problem("link-expired", reference, what, fix)

    def _not_yet_public(self, reference: Reference, target: str) -> Problem | None:
        """The error that a page is public before the page that it links to, now or on a later day."""
        own_day, found = self._first_shown(), self._library.find(target)
        if own_day is None:
            return None
        quoted = f"'{shorten(reference.target)}'"
        if target in self._content.drafts:
            fix = "remove the link, or publish that page first"
            return self._problem("link-draft", reference, f"{quoted} is a draft, which readers do not see", fix)
        shown = self._library.first_shown(found) if found else None
        if found is None or shown is None or shown <= max(own_day, self._library.today):
            return None
        when = format_day(shown)
        if own_day == date.min:
            fix = f"remove the link until {when}"
            what = f"{quoted} appears on {when}, and this page is shown before"
            return self._problem("link-not-yet-public", reference, what, fix)
        what = f"{quoted} appears on {when}, after this page"
        fix = "correct one of the two dates, or remove the link until then"
        return self._problem("link-not-yet-public", reference, what, fix)

    def _first_shown(self) -> date | None:
        document: AnyDocument | None = self._library.find(self._source.path)
        return self._library.first_shown(document) if document else None

    def _check_fragment(self, reference: Reference, target: str, fragment: str) -> Iterator[Problem]:
        if fragment and target in self._content.sources and not fragment.startswith(("fn:", "fnref:")):
            ids = self._content.sources[target].outline.ids
            if fragment not in ids:
                place = "this page" if target == self._source.path else target
                otherwise = "link to the page without it, or to one of its headings"
                fix = suggest(f"#{fragment}", [f"#{name}" for name in ids], otherwise)
                what = f"'#{shorten(fragment)}' does not exist on {place}"
                yield self._problem("link-anchor-missing", reference, what, fix)

    def _problem(self, code: str, reference: Reference, what: str, fix: str) -> Problem:
        return Problem(code, self._source.path, reference.line, what, fix)


def _missing_code(reference: Reference) -> str:
    """The code for a missing file."""
    if reference.is_image or reference.is_recording:
        return "picture-missing" if reference.is_picture else "recording-missing"
    return "link-missing"
