"""The library of all documents. It alone decides what is shown where."""

import posixpath
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from functools import partial
from typing import cast

from newsroom.content.document import AnyDocument, Document
from newsroom.content.folders import without_language
from newsroom.content.model import Consent, Dated
from newsroom.content.types import DATED_TYPES, TOPIC_TYPES, AnyType, ContentType
from newsroom.content.types.base import FrontT
from newsroom.content.withdrawals import Withdrawal, withdrawal_of
from newsroom.content.withheld import owned_files, referenced_path, without_pictures


class Channel(StrEnum):
    """A way in which content reaches people."""

    WEB = "web"
    FEED = "feed"
    EMAIL = "email"
    SOCIAL = "social"
    SEARCH = "search"

    @property
    def scope(self) -> str:
        """The scope of consent that it needs: what has a page may be found by searching."""
        return "web" if self is Channel.SEARCH else self.value


class Library:
    """All documents, seen on one day.

    Outputs ask :meth:`shows`, :meth:`newest`, :meth:`documents_of_type` and :meth:`topics` for items, :meth:`hides` for
    links and pictures, and filter nothing themselves. What they get for a channel has no lead picture that the channel
    may not show.

    Args:
        documents: All documents.
        today: The day that decides which dates are in the future.
        preview: Whether drafts and future dates are shown.
        withdrawals: The withdrawn items that are not among the documents.
        hides_expired: Whether items whose consent has expired are hidden. If not, the check reports an error.

    Attributes:
        withdrawals: All withdrawn items, in all languages, by path.
    """

    def __init__(
        self,
        documents: Iterable[AnyDocument],
        *,
        today: date,
        preview: bool = False,
        withdrawals: Iterable[Withdrawal] = (),
        hides_expired: bool = False,
    ) -> None:
        self.documents = tuple(sorted(documents, key=lambda document: document.path))
        self.today = today
        self.preview = preview
        self.hides_expired = hides_expired
        self._by_path = {document.path: document for document in self.documents}
        self._versions: dict[tuple[str, str, str], list[AnyDocument]] = {}
        for document in sorted(self.documents, key=lambda document: document.lang):
            self._versions.setdefault(_key(document), []).append(document)
        others = {withdrawal.path: withdrawal for withdrawal in withdrawals}
        marked = (document.path for document in self.documents if _is_marked_withdrawn(document))
        self._withdrawn = frozenset(without_language(path) for path in (*others, *marked))
        hidden = (document for document in self.documents if self.is_withdrawn(document.path))
        found = others | {document.path: withdrawal_of(document, self.consents(document)) for document in hidden}
        self.withdrawals = tuple(found[path] for path in sorted(found))
        self._hidden = {channel: frozenset(self._find_hidden(channel)) for channel in Channel}
        self._altered = {channel: dict(self._find_altered(channel)) for channel in Channel}

    def find(self, path: str) -> AnyDocument | None:
        """The document at a repository-relative path; None if there is none."""
        return self._by_path.get(path)

    def is_withdrawn(self, path: str) -> bool:
        """Whether the file at ``path`` is a withdrawn story, in this language or in another."""
        return without_language(path) in self._withdrawn

    def has_expired(self, document: AnyDocument) -> bool:
        """Whether the consent for an item, in this language or in another, had to be reviewed before today."""
        return any(consent.has_expired(self.today) for consent in self.consents(document))

    def hides(self, path: str, channel: Channel) -> bool:
        """Whether consent keeps the page, picture or file at ``path`` off a channel: it is limited, withdrawn, expired.

        The channel shows the words of links to it, and no picture.
        """
        return path in self._hidden[channel] or self.is_withdrawn(path)

    def as_shown(self, document: AnyDocument, channel: Channel) -> AnyDocument:
        """A document as a channel shows it: without lead pictures that :meth:`hides` keeps off the channel."""
        return self._altered[channel].get(document.path, document)

    def limits_text(self, document: AnyDocument, channel: Channel) -> bool:
        """Whether a text has links or pictures that a channel must not show, although its page has them."""
        limited = self._hidden[channel] - self._hidden[Channel.WEB]
        references = document.outline.references if limited else ()
        return any(referenced_path(document.path, reference) in limited for reference in references)

    def hidden_paths(self, paths: Iterable[str], drafts: Iterable[str]) -> frozenset[str]:
        """The paths that readers see on no day: ``drafts``, withdrawn stories, and items that are hidden as expired."""
        expired = (document.path for document in self.expired) if self.hides_expired else ()
        return frozenset((*drafts, *expired)) | {path for path in paths if self.is_withdrawn(path)}

    @property
    def expired(self) -> tuple[AnyDocument, ...]:
        """The items whose consent has expired, by path, without withdrawn ones."""
        found = (document for document in self.documents if self.has_expired(document))
        return tuple(document for document in found if not self.is_withdrawn(document.path))

    @property
    def shows_unfinished(self) -> bool:
        """Whether files and emails with errors are shown, with their errors, and a note on every page: in a preview."""
        return self.preview

    @property
    def is_indexed(self) -> bool:
        """Whether search engines may list the pages: not those of a preview."""
        return not self.preview

    def may_be_shared(self, document: AnyDocument | None) -> bool:
        """Whether a page has tags for previews of links. None is a page without a document, like a list."""
        return document is None or self.shows(document, Channel.SOCIAL)

    def has_card(self, document: AnyDocument | None) -> bool:
        """Whether a page that :meth:`may_be_shared` has a card. In a preview none has, since they take long to make."""
        return not self.preview and self.may_be_shared(document)

    def links_to_email(self, document: AnyDocument) -> bool:
        """Whether an edition's page has a link to its email, as in a preview: readers have no use for it."""
        return self.preview and self.shows(document, Channel.EMAIL)

    def first_shown(self, document: AnyDocument) -> date | None:
        """The day from which the web shows a document: ``date.min`` if it has no date, None if it is never shown."""
        if document.front.draft or not self._may_appear(document, Channel.WEB):
            return None
        published = document.front.published
        return published.first_day if published else date.min

    def shows(self, document: AnyDocument, channel: Channel) -> bool:
        """Whether a document may appear on a channel, by its consent, draft status and date.

        A preview shows drafts and future items, but its search does not find them.
        """
        includes_waiting = self.preview and channel is not Channel.SEARCH
        return self._may_appear(document, channel) and (includes_waiting or not self.is_waiting(document))

    def is_waiting(self, document: AnyDocument) -> bool:
        """Whether a document is a draft or its date is in the future: only the preview shows it, with a mark."""
        published = document.front.published
        return document.front.draft or (published is not None and published.first_day > self.today)

    def newest(
        self, channel: Channel, lang: str, types: Iterable[AnyType] = DATED_TYPES
    ) -> tuple[Document[Dated], ...]:
        """The items of dated types that a channel may show, newest first; items of one day by path.

        Each item is included once: in ``lang`` if it has such a version, else in a language it has.
        """
        wanted = frozenset(types) & frozenset(DATED_TYPES)
        candidates = (document for document in self.documents if document.type in wanted)
        found = [cast("Document[Dated]", document) for document in self._in_language(candidates, channel, lang)]
        return tuple(sorted(found, key=lambda document: document.front.date.first_day, reverse=True))

    def documents_of_type(self, content_type: ContentType[FrontT], channel: Channel) -> tuple[Document[FrontT], ...]:
        """The documents of one type that a channel may show, in all languages, by path."""
        found = (content_type.narrow(document) for document in self.documents)
        shown = (document for document in found if document and self.shows(document, channel))
        return tuple(cast("Document[FrontT]", self.as_shown(document, channel)) for document in shown)

    def topics(self, content_type: ContentType[FrontT], channel: Channel, lang: str) -> tuple[Document[FrontT], ...]:
        """The documents of one type that a channel may show, in the type's order, preferably in ``lang``."""
        candidates = (document for document in self.documents if document.type is content_type)
        found = [cast("Document[FrontT]", document) for document in self._in_language(candidates, channel, lang)]
        return tuple(sorted(found, key=lambda document: content_type.order(document.front)))

    def withdrawn(self, channel: Channel) -> tuple[Withdrawal, ...]:
        """The withdrawn items of dated types that a channel may have shown, in all languages, by path."""
        dated = (item for item in self.withdrawals if item.type.is_dated and item.day)
        return tuple(item for item in dated if self._was_shown(item.document, channel))

    def taken_down(self) -> tuple[Withdrawal, ...]:
        """The withdrawn items that had a page, in all languages, by path."""
        found = (item for item in self.withdrawals if item.url is not None)
        return tuple(item for item in found if self._was_shown(item.document, Channel.WEB))

    def translations(self, document: AnyDocument, channel: Channel) -> tuple[AnyDocument, ...]:
        """All versions of a document that a channel may show, including itself, by language."""
        return tuple(version for version in self.versions(document) if self.shows(version, channel))

    def versions(self, document: AnyDocument) -> tuple[AnyDocument, ...]:
        """All versions of a document, including itself, by language."""
        return tuple(self._versions[_key(document)])

    def consents(self, document: AnyDocument) -> tuple[Consent, ...]:
        """The consents of all versions of an item."""
        consents = (version.front.consent for version in self._versions[_key(document)])
        return tuple(consent for consent in consents if consent)

    def pages(self, channel: Channel) -> tuple[AnyDocument, ...]:
        """Every document that a channel may show, by path."""
        return tuple(self.as_shown(document, channel) for document in self.documents if self.shows(document, channel))

    def all_topics(self, channel: Channel, lang: str) -> tuple[AnyDocument, ...]:
        """The documents of all types that dated items may name, each type in its own order."""
        return tuple(document for topic in TOPIC_TYPES for document in self.topics(topic, channel, lang))

    def _in_language(self, documents: Iterable[AnyDocument], channel: Channel, lang: str) -> Iterable[AnyDocument]:
        """Each item once, in ``lang`` if a version in it is shown."""
        versions: dict[tuple[str, str, str], AnyDocument] = {}
        for document in documents:
            key = _key(document)
            if (key not in versions or document.lang == lang) and self.shows(document, channel):
                versions[key] = self.as_shown(document, channel)
        return versions.values()

    def _may_appear(self, document: AnyDocument, channel: Channel) -> bool:
        return channel not in document.front.closed_channels and not self.hides(document.path, channel)

    def _is_kept_off(self, document: AnyDocument, channel: Channel) -> bool:
        """Whether consent keeps an item off a channel. It is given for an item, so its strictest version decides."""
        is_gone = self.is_withdrawn(document.path) or (self.hides_expired and self.has_expired(document))
        return is_gone or not all(consent.allows(channel.scope) for consent in self.consents(document))

    def _find_hidden(self, channel: Channel) -> Iterator[str]:
        for document in self.documents:
            if self._is_kept_off(document, channel):
                yield document.path
                yield from owned_files(document)
        for item in self.withdrawals:
            yield from item.files

    def _find_altered(self, channel: Channel) -> Iterator[tuple[str, AnyDocument]]:
        for document in self.documents if self._hidden[channel] else ():
            altered = without_pictures(document, partial(self.hides, channel=channel))
            if altered is not document:
                yield document.path, altered

    def _was_shown(self, document: AnyDocument | None, channel: Channel) -> bool:
        """Whether a channel may have shown a document before its withdrawal; None is one that is not known any more."""
        if document is None:
            return True
        return not self.is_waiting(document) and all(item.allows(channel.scope) for item in self.consents(document))


def _is_marked_withdrawn(document: AnyDocument) -> bool:
    consent = document.front.consent
    return consent is not None and consent.withdrawn is not None


def _key(document: AnyDocument) -> tuple[str, str, str]:
    """What all versions of a document share: kind, folder and slug."""
    return (document.type_name, posixpath.dirname(document.path), document.slug)
