"""Checks that addresses and feed ids that were public before still exist."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher

from newsroom.content.document import AnyDocument, Source
from newsroom.content.entry_ids import entry_id
from newsroom.content.folders import site_file, without_language
from newsroom.content.library import Channel, Library
from newsroom.content.loaded import LoadedContent
from newsroom.problems import Problem
from newsroom.settings import Settings

_MIN_SIMILARITY = 0.8
"""The ratio of equal words, in the same order, at which a new file counts as a renamed one."""
_MAX_COMPARISONS = 2000
"""The most pairs of different texts to compare. Only very many renamed and edited files need more."""


def check_published(before: LoadedContent, now: LoadedContent, settings: Settings, today: date) -> Iterator[Problem]:
    """Errors about addresses and feed ids that would be lost between two states of the content.

    Args:
        before: The earlier content, loaded with the current settings.
        today: The day that decides what is public in both.

    A story that was withdrawn since then, or whose consent no longer allows the web, is never reported.
    """
    yield from _Comparison(before, now, settings, today).problems()


class _Comparison:
    def __init__(self, before: LoadedContent, now: LoadedContent, settings: Settings, today: date) -> None:
        self._before = Library(before.documents, today=today, withdrawals=before.withdrawals)
        self._now = Library(now.documents, today=today, withdrawals=now.withdrawals)
        self._content = now
        self._settings = settings
        self._off_web = _OffWeb(now)
        self._successors = _Successors(before, now)
        self._addresses = frozenset(self._addresses_now())
        dated = (document for document in now.documents if document.type.is_dated)
        self._ids = frozenset(map(self._entry_id, dated))

    def problems(self) -> Iterator[Problem]:
        for document in self._before.pages(Channel.WEB):
            if self._off_web.includes(document):
                continue
            lost = [address for address in _addresses(document) if site_file(address[1:]) not in self._addresses]
            lost_id = self._find_lost_id(document)
            if not lost and lost_id is None:
                continue
            found = self._now.find(document.path)
            successor = found or self._successors.find(document)
            if successor is None:
                yield from self._gone_problems(document, lost)
            elif found and self._now.is_waiting(found):
                yield self._hidden_problem(found)
            elif not self._off_web.includes(successor):
                yield self._changed_problem(document, successor, lost, lost_id)

    def _addresses_now(self) -> Iterator[str]:
        """The site files of all current addresses, including those of files with errors, which will be fixed."""
        for path, url in self._content.urls.items():
            document, source = self._now.find(path), self._content.sources.get(path)
            if document is None:
                redirects = source.values.get("redirect_from") if source else None
                yield from (site_file(f"{address}".lstrip("/")) for address in redirects or () if address)
                yield site_file(url)
            elif self._now.shows(document, Channel.WEB):
                yield from (site_file(address[1:]) for address in _addresses(document))

    def _entry_id(self, document: AnyDocument) -> str:
        return entry_id(document, self._settings.tag_authority, self._settings.default_language)

    def _find_lost_id(self, document: AnyDocument) -> str | None:
        """The id that a document had in feeds, if no document has it now; else None."""
        if not document.type.is_dated or not self._before.shows(document, Channel.FEED):
            return None
        its_id = self._entry_id(document)
        return None if its_id in self._ids else its_id

    def _gone_problems(self, document: AnyDocument, lost: list[str]) -> Iterator[Problem]:
        if not lost or document.path in self._content.paths:
            return
        what, fix = _was_public(lost), f"add `{_redirects(lost)}` to the file that has its content now"
        if document.type.is_dated and self._before.shows(document, Channel.FEED):
            what += ", and feed readers would keep their copies of it"
            fix += f", or keep the file with nothing but `withdrawn: {self._now.today}` in its front matter"
        yield Problem("address-lost", document.path, None, what, fix)

    def _hidden_problem(self, document: AnyDocument) -> Problem:
        key = "draft" if document.front.draft else "date"
        what = f"/{document.url} was public, and with this `{key}` would be 'not found'"
        fix = "delete the line `draft`" if key == "draft" else "write a date that has come"
        return self._problem("page-hidden", document, key, what, fix)

    def _changed_problem(
        self, document: AnyDocument, successor: AnyDocument, lost: list[str], lost_id: str | None
    ) -> Problem:
        is_renamed = document.path != successor.path
        addresses = _redirects_to(_addresses(document) if is_renamed else document.front.redirect_from, successor)
        redirect = f"`{_redirects(addresses)}`"
        verb = "write" if successor.front.redirect_from else "add"
        if lost_id is None:
            where = f"{_was_public(lost)}; this file has its content" if is_renamed else _was_public(lost)
            return self._problem("address-lost", successor, "redirect_from", where, f"{verb} {redirect}")
        redirected = successor.front.model_copy(update={"redirect_from": addresses})
        if self._entry_id(replace(successor, front=redirected)) == lost_id:
            key, fix = "redirect_from", f"{verb} {redirect}"
        else:
            key, fix = "id", f"write `id: {lost_id}`" + (f" and {redirect}" if lost else "")
        name = f"the item of {document.path}" if is_renamed else "the item"
        what = f"{name} would have a new id in the feeds, and subscribers would see it again as new"
        what += f"; {_was_public(lost)}" if lost else ""
        is_lowered = self._now.is_waiting(successor)
        return replace(self._problem("feed-id-changed", successor, key, what, fix), is_lowered=is_lowered)

    def _problem(self, code: str, document: AnyDocument, key: str, what: str, fix: str) -> Problem:
        return self._content.sources[document.path].field_problem(code, key, what, fix)


class _OffWeb:
    """The items that are withdrawn or whose consent does not include the web, even if their files were renamed."""

    def __init__(self, content: LoadedContent) -> None:
        sources = [source for source in content.sources.values() if _is_off_web(source)]
        self._keys = {
            without_language(path) for path in (*(s.path for s in sources), *(w.path for w in content.withdrawals))
        }
        self._refs = {ref for source in sources if (ref := _consent(source).get("ref"))}

    def includes(self, document: AnyDocument) -> bool:
        consent = document.front.consent
        return without_language(document.path) in self._keys or (consent is not None and consent.ref in self._refs)


class _Successors:
    """Finds the new file that has the text of an earlier page."""

    def __init__(self, before: LoadedContent, now: LoadedContent) -> None:
        texts = {_text(document, before) for document in before.documents}
        new = [(document, _text(document, now)) for document in now.documents if document.path not in before.paths]
        self._same = {text: document for document, text in new}
        self._edited = [(document, text.split()) for document, text in new if text not in texts]
        self._before = before
        self._remaining = _MAX_COMPARISONS

    def find(self, document: AnyDocument) -> AnyDocument | None:
        """The document with the same or nearly the same text; None if there is none."""
        text = _text(document, self._before)
        if text in self._same:
            return self._same[text]
        words = text.split()
        best, found = _MIN_SIMILARITY, None
        for candidate, now in self._edited[: self._remaining]:
            self._remaining -= 1
            ratio = _similarity(words, now, best)
            if ratio >= best:
                best, found = ratio, candidate
        return found


def _similarity(before: list[str], now: list[str], enough: float) -> float:
    matcher = SequenceMatcher(None, before, now)
    measures = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
    return min(ratio if (ratio := measure()) >= enough else 0.0 for measure in measures)


def _text(document: AnyDocument, content: LoadedContent) -> str:
    """The text for comparisons: title, summary and text on one line."""
    text = f"{document.front.heading} {document.front.summary} {content.sources[document.path].text}"
    return " ".join(text.split())


def _addresses(document: AnyDocument) -> tuple[str, ...]:
    """The addresses of a page, oldest first: /old/name/, /stories/name/."""
    return (*document.front.redirect_from, f"/{document.url}")


def _redirects_to(earlier: tuple[str, ...], successor: AnyDocument) -> tuple[str, ...]:
    together = dict.fromkeys((*earlier, *successor.front.redirect_from))
    return tuple(address for address in together if address != f"/{successor.url}")


def _redirects(addresses: tuple[str, ...] | list[str]) -> str:
    return f"redirect_from: [{', '.join(addresses)}]"


def _was_public(addresses: list[str]) -> str:
    verb = "was" if len(addresses) == 1 else "were"
    return f"{' and '.join(addresses)} {verb} public and would be 'not found'"


def _is_off_web(source: Source) -> bool:
    consent = _consent(source)
    scope = consent.get("scope")
    return bool(consent.get("withdrawn")) or (isinstance(scope, list) and "web" not in scope)


def _consent(source: Source) -> dict[str, object]:
    consent = source.values.get("consent")
    return dict(consent) if isinstance(consent, dict) else {}
