"""The library of all documents. It alone decides what is shown where."""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from datetime import date
from itertools import chain
from typing import cast

from newsroom.content.consent_limits import Channel, ConsentLimits
from newsroom.content.document import AnyDocument, Document, ItemKey
from newsroom.content.folders import main_path
from newsroom.content.model import Dated, Timed
from newsroom.content.types import DATED_TYPES, TOPIC_TYPES, AnyType, ContentType
from newsroom.content.types.base import FrontT
from newsroom.content.types.easy import easy_path
from newsroom.content.withdrawals import Withdrawal

__all__ = ["Channel", "Library"]


class Library:
    """All documents, seen on one day.

    Outputs ask :meth:`shows`, :meth:`newest`, :meth:`documents_of_type` and :meth:`topics` for items,
    ``consent.hides`` for links and pictures, and filter nothing themselves. What they get for a channel has no lead
    picture, and no address in its front matter, that is hidden there.

    Args:
        today: The day that decides which dates are in the future.
        preview: Whether drafts and future dates are shown.
        withdrawals: The withdrawn items that are not among the documents.
        hides_expired: Whether items whose consent has expired are hidden.

    Attributes:
        consent: What consent keeps off each channel.
    """

    def __init__(
        self,
        documents: Iterable[AnyDocument],
        *,
        today: date,
        preview: bool = False,
        withdrawals: Iterable[Withdrawal] = (),
        hides_expired: bool = False,
        site_url: str = "",
    ) -> None:
        self.documents = tuple(sorted(documents, key=lambda document: document.path))
        self.today = today
        self.preview = preview
        self.consent = ConsentLimits(
            self.documents, withdrawals, today=today, hides_expired=hides_expired, site_url=site_url
        )
        self._by_path = {document.path: document for document in self.documents}
        self._versions: dict[ItemKey, list[AnyDocument]] = {}
        for document in sorted(self.documents, key=lambda document: document.lang):
            self._versions.setdefault(document.item_key, []).append(document)
        self._shown: dict[Channel, Mapping[AnyType, Sequence[AnyDocument]]] = {}

    def find(self, path: str) -> AnyDocument | None:
        """The document at a repository-relative path; None if there is none."""
        return self._by_path.get(path)

    def as_preview(self) -> "Library":
        """The same documents as a preview shows them."""
        preview = copy(self)
        preview.preview, preview._shown = True, {}
        return preview

    def unseen_paths(self, paths: Iterable[str], drafts: Iterable[str]) -> frozenset[str]:
        """The files that readers see on no day: ``drafts``, those hidden as expired, and withdrawn ``paths``."""
        expired = (document.path for document in self.consent.expired) if self.consent.hides_expired else ()
        unseen = {*drafts, *expired}
        return frozenset(unseen) | {
            path for path in paths if self.consent.is_withdrawn(path) or main_path(path) in unseen
        }

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
        main = self._main(document)
        if main is None or document.front.draft or main.front.draft or not self.permits(document, Channel.WEB):
            return None
        published = main.front.published
        return published.first_day if published else date.min

    def shows(self, document: AnyDocument, channel: Channel) -> bool:
        """Whether a document may appear on a channel, by its consent, draft status and date.

        A preview shows drafts and future items, but its search does not find them.
        """
        includes_waiting = self.preview and channel is not Channel.SEARCH
        return self.permits(document, channel) and (includes_waiting or not self.is_waiting(document))

    def permits(self, document: AnyDocument, channel: Channel) -> bool:
        """Whether a document may appear on a channel on any day, by its type and by consent.

        A version, like Easy Read, appears only where its page does.
        """
        main = self._main(document)
        if main is None or channel in document.front.closed_channels | main.front.closed_channels:
            return False
        return not self.consent.hides(document.path, channel)

    def is_waiting(self, document: AnyDocument) -> bool:
        """Whether a document is a draft or its date is in the future: only the preview shows it, with a mark."""
        main = self._main(document)
        is_draft = document.front.draft or (main is not None and main.front.draft)
        return is_draft or self._is_in_the_future(document)

    @property
    def waiting(self) -> Mapping[str, date | None]:
        """The files that are not shown because they wait, with the first day of each; a draft has None."""
        return {
            document.path: self.first_shown(document)
            for document in self.documents
            if self.permits(document, Channel.WEB) and not self.shows(document, Channel.WEB)
        }

    def newest(
        self, channel: Channel, lang: str, types: Iterable[AnyType] = DATED_TYPES
    ) -> tuple[Document[Dated], ...]:
        """The items of dated types that a channel may show and that are not over: newest first, without a date last.

        Items of one day are sorted by path. Each item is included once: in ``lang`` if it has such a version, else in a
        language it has.
        """
        found = (document for document in self._dated(channel, lang, types) if not self.is_over(document))
        return tuple(sorted(found, key=lambda item: (not item.front.undated, item.front.date.first_day), reverse=True))

    def past(self, channel: Channel, lang: str, types: Iterable[AnyType]) -> tuple[Document[Timed], ...]:
        """The items of types that a channel may show and that are over, the latest first, each once."""
        found = (document for document in self._dated(channel, lang, types) if self.is_over(document))
        timed = [cast("Document[Timed]", document) for document in found]
        return tuple(sorted(timed, key=lambda document: document.front.moment.utc, reverse=True))

    def is_over(self, document: AnyDocument) -> bool:
        """Whether an item, like an event, is over: only its own page and lists of what is over still show it."""
        return isinstance(document.front, Timed) and document.front.over_after < self.today

    def documents_of_type(self, content_type: ContentType[FrontT], channel: Channel) -> tuple[Document[FrontT], ...]:
        """The documents of one type that a channel may show, in all languages, by path."""
        return tuple(cast("Document[FrontT]", document) for document in self._by_type(channel).get(content_type, ()))

    def topics(self, content_type: ContentType[FrontT], channel: Channel, lang: str) -> tuple[Document[FrontT], ...]:
        """The documents of one type that a channel may show, in the type's order, preferably in ``lang``."""
        found = [cast("Document[FrontT]", document) for document in self._in_language([content_type], channel, lang)]
        return tuple(sorted(found, key=lambda document: content_type.order(document.front)))

    def taken_from_feeds(self) -> tuple[Withdrawal, ...]:
        """The items that feeds may have shown and may not show any more, since a known day, in all languages, by path.

        Their persons withdrew them, or the consent for feeds ended, or it expired and expired items are hidden.
        """
        found = [*self.consent.withdrawals, *self.consent.ended_in_feeds()]
        dated = (item for item in found if item.type.is_dated and item.day)
        return tuple(
            sorted((item for item in dated if self._was_shown(item.document, Channel.FEED)), key=lambda item: item.path)
        )

    def taken_down(self) -> tuple[Withdrawal, ...]:
        """The withdrawn items that had a page, in all languages, by path."""
        found = (item for item in self.consent.withdrawals if item.url is not None)
        return tuple(item for item in found if self._was_shown(item.document, Channel.WEB))

    def translations(self, document: AnyDocument, channel: Channel) -> tuple[AnyDocument, ...]:
        """All versions of a document that a channel may show, including itself, by language."""
        return tuple(version for version in self.versions(document) if self.shows(version, channel))

    def versions(self, document: AnyDocument) -> tuple[AnyDocument, ...]:
        """All versions of a document, including itself, by language."""
        return tuple(self._versions[document.item_key])

    def easy_version(self, document: AnyDocument) -> AnyDocument | None:
        """The Easy Read version of a page in its language, if the web may show it."""
        found = self.find(easy_path(document.path))
        return found if found and self.shows(found, Channel.WEB) else None

    def page_of(self, document: AnyDocument) -> AnyDocument | None:
        """The page of which a document is the Easy Read version; None for a document that is a page itself."""
        return self._main(document) if document.type.is_version else None

    def pages(self, channel: Channel) -> tuple[AnyDocument, ...]:
        """Every document that a channel may show, by path."""
        return tuple(_by_path(self._by_type(channel).values()))

    def all_topics(self, channel: Channel, lang: str) -> tuple[AnyDocument, ...]:
        """The documents of all types that dated items may name, each type in its own order."""
        return tuple(document for topic in TOPIC_TYPES for document in self.topics(topic, channel, lang))

    def _dated(self, channel: Channel, lang: str, types: Iterable[AnyType]) -> Iterable[Document[Dated]]:
        wanted = [found for found in types if found in DATED_TYPES]
        return [cast("Document[Dated]", document) for document in self._in_language(wanted, channel, lang)]

    def _main(self, document: AnyDocument) -> AnyDocument | None:
        """The page that decides where a document appears: itself, or that of which it is a version, if there is one."""
        return self.find(main_path(document.path)) if document.type.is_version else document

    def _in_language(self, types: Iterable[AnyType], channel: Channel, lang: str) -> Iterable[AnyDocument]:
        """Each item of some types once, in ``lang`` if a version in it is shown."""
        shown = self._by_type(channel)
        versions: dict[ItemKey, AnyDocument] = {}
        for document in _by_path(shown.get(found, ()) for found in types):
            if document.item_key not in versions or document.lang == lang:
                versions[document.item_key] = document
        return versions.values()

    def _by_type(self, channel: Channel) -> Mapping[AnyType, Sequence[AnyDocument]]:
        """The documents that a channel may show, as it shows them, by type, and then by path."""
        if channel not in self._shown:
            shown: dict[AnyType, list[AnyDocument]] = {}
            for document in self.documents:
                if self.shows(document, channel):
                    shown.setdefault(document.type, []).append(self.consent.as_shown(document, channel))
            self._shown[channel] = shown
        return self._shown[channel]

    def _is_in_the_future(self, document: AnyDocument) -> bool:
        """Whether the date of a document, or of the page of which it is a version, has not come."""
        fronts = [version.front for version in (document, self._main(document)) if version]
        return any(front.published.first_day > self.today for front in fronts if front.published)

    def _was_shown(self, document: AnyDocument | None, channel: Channel) -> bool:
        """Whether a channel may have shown a document before its withdrawal; None is one that is not known any more.

        A draft may have been public before: people in a hurry make it a draft first, and then withdraw it.
        """
        if document is None:
            return True
        return not self._is_in_the_future(document) and all(
            item.allows(channel.scope) or (channel is Channel.FEED and item.feed_ended is not None)
            for item in self.consent.consents(document)
        )


def _by_path(groups: Iterable[Iterable[AnyDocument]]) -> Iterable[AnyDocument]:
    return sorted(chain.from_iterable(groups), key=lambda document: document.path)
