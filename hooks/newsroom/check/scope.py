"""Checks that no text carries an item to a channel that its consent does not include: the newsletter's email, a feed.

A link or a picture is left out of a feed by itself, since the library hides it there. What remains is what only a
person can change: an edition that is sent by email, and words that were copied.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from types import MappingProxyType

from newsroom.check.copied_words import Word, WordRuns, words_in
from newsroom.codes import Code
from newsroom.content.document import AnyDocument, Source
from newsroom.content.library import Channel, Library
from newsroom.content.loaded import LoadedContent
from newsroom.problems import Problem, shorten

_FIELDS: Mapping[Channel, tuple[str, ...]] = MappingProxyType(
    {Channel.EMAIL: ("title", "subject", "preheader"), Channel.FEED: ("title", "summary")}
)
"""The fields that a channel carries together with the text."""
_CODES: Mapping[Channel, Code] = MappingProxyType(
    {Channel.EMAIL: "consent-not-for-email", Channel.FEED: "consent-not-for-feed"}
)


@dataclass(frozen=True)
class _LimitedTexts:
    """The titles and the words of the items that consent keeps off one channel, although they are on the web."""

    titles: Mapping[tuple[str, ...], str]
    runs: WordRuns


def check_scope(content: LoadedContent, library: Library) -> Iterator[Problem]:
    """Errors about editions and items that would carry another item to a channel outside its consent."""
    for channel in _CODES:
        limited = [found for found in library.pages(Channel.WEB) if library.consent.hides(found.path, channel)]
        texts = _limited_texts(limited, content)
        for document in library.documents if limited else ():
            if _is_carried(document, channel, library):
                source = content.sources[document.path]
                words = _carried_words(source, channel)
                yield from _check_words(source, words, texts.runs, channel)
                if channel is Channel.EMAIL:
                    yield from _check_uses(source, library)
                    yield from _check_titles(source, words, texts.titles)


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


def _check_words(source: Source, words: list[Word], runs: WordRuns, channel: Channel) -> Iterator[Problem]:
    """Errors about copied words, one for a section."""
    lines = (word.line for passage in runs.find_passages(words) for word in passage)
    for where, found in groupby(lines, key=partial(_section, source)):
        what = f"{where} has words of an item whose consent does not include {channel}"
        fix = f"remove them, or ask the person about `{channel}`"
        yield Problem(_CODES[channel], source.path, next(found), what, fix)


def _check_titles(source: Source, words: list[Word], titles: Mapping[tuple[str, ...], str]) -> Iterator[Problem]:
    linked = {use.line for use in source.file_uses if use.reference and not use.reference.is_image}
    lengths = sorted({len(title) for title in titles})
    for start, word in enumerate(words):
        for length in lengths:
            title = titles.get(tuple(found.text for found in words[start : start + length]))
            if title and word.line not in linked:
                what = f"{_section(source, word.line)} names '{shorten(title)}', whose consent does not include email"
                fix = "leave the title out, or ask the person about `email`"
                yield Problem("consent-not-for-email", source.path, word.line, what, fix)


def _limited_texts(documents: list[AnyDocument], content: LoadedContent) -> _LimitedTexts:
    titles: dict[tuple[str, ...], str] = {}
    for document in documents:
        title = tuple(word.text for word in words_in(document.front.heading))
        if len(title) > 1:
            titles[title] = document.front.heading
    return _LimitedTexts(titles, WordRuns(content.sources[document.path].text for document in documents))


def _carried_words(source: Source, channel: Channel) -> list[Word]:
    """The words of a file that a channel carries, each with its line."""
    fields = ((str(source.values.get(name) or ""), source.line(name)) for name in _FIELDS[channel])
    return [word for text, line in (*fields, (source.text, source.text_line)) for word in words_in(text, line)]


def _section(source: Source, line: int) -> str:
    """The section around a line, for a sentence: "the section 'Events'", or "the text" before the first one."""
    if line < source.text_line:
        return "the front matter"
    before = [heading for heading in source.outline.sections if heading.line <= line]
    return f"the section '{shorten(before[-1].text)}'" if before else "the text"
