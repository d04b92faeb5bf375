"""Checks that no text carries an item to a channel that its consent does not include: the newsletter's email, a feed.

A link or a picture is left out of a feed by itself, since the library hides it there. What remains is what only a
person can change: an edition that is sent by email, and words that were copied. Of a withdrawn item, no page may have
such words.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from newsroom.check.consent.copied_words import MANY_TEXTS, Word, WordRuns, words_in
from newsroom.check.placeholders import find_texts
from newsroom.content.document import AnyDocument, Source
from newsroom.content.library import Channel, Library
from newsroom.content.loaded import LoadedContent
from newsroom.problems import Fault, Problem, shorten

_FIELDS: Mapping[Channel, tuple[str, ...]] = {
    Channel.EMAIL: ("title", "subject", "preheader"),
    Channel.FEED: ("title", "summary"),
}
"""The fields that a channel carries together with the text."""
_CODES: Mapping[Channel, str] = {Channel.EMAIL: "consent-not-for-email", Channel.FEED: "consent-not-for-feed"}
_NAMES_LIMITED = Fault(
    "consent-not-for-email",
    "{where} names '{title}', whose consent does not include email",
    "leave the title out, or ask the person about `email`",
)
_NAMES_WITHDRAWN = Fault(
    "consent-withdrawn-quoted",
    "{where} names '{title}', which was withdrawn",
    "leave the title out, and whatever else identifies the person",
)
_QUOTES_WITHDRAWN = Fault(
    "consent-withdrawn-quoted",
    "{where} has words of an item that was withdrawn",
    "remove them, and whatever else identifies the person",
)

_Titles = Mapping[tuple[str, ...], str]
"""Titles by their words."""


@dataclass(frozen=True)
class _LimitedTexts:
    """The titles and the words of items: those that consent keeps off one channel, or those that were withdrawn."""

    titles: _Titles
    runs: WordRuns


def check_scope(content: LoadedContent, library: Library) -> Iterator[Problem]:
    """Errors about editions and items that would carry another item to a channel outside its consent.

    A page that has words of a withdrawn item gets a warning: an error would keep that page out of the build that takes
    down the item, and would stop the pull request that withdraws it.
    """
    for channel in _CODES:
        limited = [found for found in library.pages(Channel.WEB) if library.consent.hides(found.path, channel)]
        if not limited:
            continue
        texts = _limited_texts(content, frozenset(document.path for document in limited))
        for document in library.documents:
            if _is_carried(document, channel, library):
                source = content.sources[document.path]
                words = _carried_words(source, _FIELDS[channel])
                yield from _check_words(source, words, texts.runs, _quotes_limited(channel))
                if channel is Channel.EMAIL:
                    yield from _check_uses(source, library)
                    yield from _check_titles(source, words, texts.titles, _NAMES_LIMITED, library)
    yield from _check_withdrawn(content, library)


def _check_withdrawn(content: LoadedContent, library: Library) -> Iterator[Problem]:
    """Warnings about pages that have the title or words of a withdrawn item whose file still has its text."""
    withdrawn = frozenset(item.path for item in library.consent.withdrawals).intersection(content.sources)
    if not withdrawn:
        return
    texts = _limited_texts(content, withdrawn, ["summary"])
    for source in content.sources.values():
        if not library.consent.is_withdrawn(source.path):
            words = _page_words(source)
            yield from _check_words(source, words, texts.runs, _QUOTES_WITHDRAWN)
            yield from _check_titles(source, words, texts.titles, _NAMES_WITHDRAWN, library)


def _is_carried(document: AnyDocument, channel: Channel, library: Library) -> bool:
    """Whether the text of a document goes to a channel, now or when it is published."""
    is_carried = document.type.has_email if channel is Channel.EMAIL else document.type.is_dated
    return is_carried and library.permits(document, channel)


def _check_uses(source: Source, library: Library) -> Iterator[Problem]:
    """Errors about links to limited items, and their pictures. The sender's page shows them, so they name no file."""
    for use in source.file_uses:
        is_limited = library.consent.hides(use.path, Channel.EMAIL) and not library.consent.hides(use.path, Channel.WEB)
        if not is_limited or use.reference is None:
            continue
        where = _section(source, use.line)
        if use.reference.is_image:
            what = f"{where} shows a picture or recording of an item whose consent does not include email"
            fix = "use another one, or ask the person about `email`"
        else:
            what = f"{where} links with '{shorten(use.reference.text)}' to an item whose consent does not include email"
            fix = "remove the link, or ask the person about `email`"
        yield Problem("consent-not-for-email", source.path, use.line, what, fix)


def _quotes_limited(channel: Channel) -> Fault:
    what = f"{{where}} has words of an item whose consent does not include {channel}"
    return Fault(_CODES[channel], what, f"remove them, or ask the person about `{channel}`")


def _check_words(source: Source, words: list[Word], runs: WordRuns, fault: Fault) -> Iterator[Problem]:
    """Errors or warnings about copied words, one for a section."""
    lines = (word.line for passage in runs.find_passages(words) for word in passage)
    for where, found in groupby(lines, key=partial(_section, source)):
        yield fault.filled(where=where).at(source.path, next(found))


def _check_titles(
    source: Source, words: list[Word], titles: _Titles, fault: Fault, library: Library
) -> Iterator[Problem]:
    """Errors or warnings about titles, except on lines with a link to such an item, which has its own."""
    hidden = (use for use in source.file_uses if library.consent.hides(use.path, Channel.EMAIL))
    linked = {use.line for use in hidden if use.reference and not use.reference.is_image}
    firsts, lengths = {title[0] for title in titles}, sorted({len(title) for title in titles})
    for start, word in enumerate(words):
        for length in lengths if word.text in firsts else ():
            title = titles.get(tuple(found.text for found in words[start : start + length]))
            if title and word.line not in linked:
                filled = fault.filled(where=_section(source, word.line), title=shorten(title))
                yield filled.at(source.path, word.line)


def _limited_texts(content: LoadedContent, paths: frozenset[str], fields: Iterable[str] = ()) -> _LimitedTexts:
    """The titles and the words of some items: of their texts, and of those fields. What is common is left out."""
    sources = [content.sources[path] for path in sorted(paths)]
    others = [_page_words(source) for path, source in content.sources.items() if path not in paths]
    headings = [str(source.values.get(source.type.title_field) or "") for source in sources]
    titles = {tuple(word.text for word in words_in(heading)): heading for heading in headings}
    long_titles = {words: heading for words, heading in titles.items() if len(words) > 1}
    texts = (text for source in sources for text in (source.text, *_fields(source, fields).values()))
    return _LimitedTexts(_without_common(long_titles, others), WordRuns(texts, others))


def _without_common(titles: _Titles, others: list[list[Word]]) -> _Titles:
    """The titles, except one like "A story": many other texts have it, and have all its words in small letters."""
    known = {word.text for words in others for word in words}
    joined = [f" {' '.join(word.text for word in words)} " for words in others]
    return {
        title: heading
        for title, heading in titles.items()
        if not all(word.lower() in known for word in title)
        or sum(f" {' '.join(title)} " in text for text in joined) < MANY_TEXTS
    }


def _carried_words(source: Source, names: Iterable[str]) -> list[Word]:
    """The words of some fields of a file and of its text, each with its line."""
    return _words_of(source, ((text, source.line(name)) for name, text in _fields(source, names).items()))


def _page_words(source: Source) -> list[Word]:
    """The words of all fields of a file, such as a report's findings and a picture's caption, and of its text."""
    return _words_of(source, ((text, source.line(*key)) for key, text in find_texts(dict(source.values))))


def _words_of(source: Source, fields: Iterable[tuple[str, int]]) -> list[Word]:
    return [word for text, line in (*fields, (source.text, source.text_line)) for word in words_in(text, line)]


def _fields(source: Source, names: Iterable[str]) -> dict[str, str]:
    return {name: str(source.values.get(name) or "") for name in names}


def _section(source: Source, line: int) -> str:
    """The section around a line, for a sentence: "the section 'Events'", or "the text" before the first one."""
    if line < source.text_line:
        return "the front matter"
    before = [heading for heading in source.outline.sections if heading.line <= line]
    return f"the section '{shorten(before[-1].text)}'" if before else "the text"
