"""The library of all documents. It alone decides what is shown where."""

import posixpath
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import cast

from newsroom.content.document import AnyDocument, Document
from newsroom.content.model import Consent, Dated, find_consent
from newsroom.content.types import DATED_TYPES, TOPIC_TYPES, AnyType, ContentType
from newsroom.content.types.base import FrontT


class Channel(StrEnum):
    """A way in which content reaches people."""

    WEB = "web"
    FEED = "feed"
    EMAIL = "email"
    SOCIAL = "social"
    SEARCH = "search"


class Library:
    """All documents, seen on one day.

    Outputs ask :meth:`shows`, :meth:`newest`, :meth:`documents_of_type` and :meth:`topics`, and filter nothing
    themselves.

    Args:
        documents: All documents.
        today: The day that decides which dates are in the future.
        preview: Whether drafts and future dates are shown.
        withdrawn: The paths of withdrawn stories, also of files that are not among the documents.
    """

    def __init__(
        self,
        documents: Iterable[AnyDocument],
        *,
        today: date,
        preview: bool = False,
        withdrawn: Iterable[str] = (),
    ) -> None:
        self.documents = tuple(sorted(documents, key=lambda document: document.path))
        self.today = today
        self.preview = preview
        self._by_path = {document.path: document for document in self.documents}
        self._versions: dict[tuple[str, str, str], list[AnyDocument]] = {}
        for document in sorted(self.documents, key=lambda document: document.lang):
            self._versions.setdefault(_key(document), []).append(document)
        withdrawn_paths = (document.path for document in self.documents if _is_marked_withdrawn(document))
        self._withdrawn = frozenset(_without_language(path) for path in (*withdrawn, *withdrawn_paths))

    def find(self, path: str) -> AnyDocument | None:
        """The document at a repository-relative path; None if there is none."""
        return self._by_path.get(path)

    def is_withdrawn(self, path: str) -> bool:
        """Whether the file at ``path`` is a withdrawn story, in this language or in another."""
        return _without_language(path) in self._withdrawn

    def hidden_paths(self, paths: Iterable[str], drafts: Iterable[str]) -> frozenset[str]:
        """The paths that readers see on no day: ``drafts`` and withdrawn stories."""
        return frozenset(drafts) | {path for path in paths if self.is_withdrawn(path)}

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
        return tuple(document for document in found if document and self.shows(document, channel))

    def topics(self, content_type: ContentType[FrontT], channel: Channel, lang: str) -> tuple[Document[FrontT], ...]:
        """The documents of one type that a channel may show, in the type's order, preferably in ``lang``."""
        candidates = (document for document in self.documents if document.type is content_type)
        found = [cast("Document[FrontT]", document) for document in self._in_language(candidates, channel, lang)]
        return tuple(sorted(found, key=lambda document: content_type.order(document.front)))

    def withdrawn(self, channel: Channel) -> tuple[Document[Dated], ...]:
        """The withdrawn items that a channel may have shown, in all languages, by path."""
        dated = (cast("Document[Dated]", document) for document in self.documents if document.type.is_dated)
        return tuple(item for item in dated if self._was_withdrawn(item, channel) and not self.is_waiting(item))

    def translations(self, document: AnyDocument, channel: Channel) -> tuple[AnyDocument, ...]:
        """All versions of a document that a channel may show, including itself, by language."""
        return tuple(version for version in self._versions[_key(document)] if self.shows(version, channel))

    def pages(self, channel: Channel) -> tuple[AnyDocument, ...]:
        """Every document that a channel may show, by path."""
        return tuple(document for document in self.documents if self.shows(document, channel))

    def all_topics(self, channel: Channel, lang: str) -> tuple[AnyDocument, ...]:
        """The documents of all types that dated items may name, each type in its own order."""
        return tuple(document for topic in TOPIC_TYPES for document in self.topics(topic, channel, lang))

    def _in_language(self, documents: Iterable[AnyDocument], channel: Channel, lang: str) -> Iterable[AnyDocument]:
        """Each item once, in ``lang`` if a version in it is shown."""
        versions: dict[tuple[str, str, str], AnyDocument] = {}
        for document in documents:
            key = _key(document)
            if (key not in versions or document.lang == lang) and self.shows(document, channel):
                versions[key] = document
        return versions.values()

    def _may_appear(self, document: AnyDocument, channel: Channel) -> bool:
        """Whether consent allows a channel. It is given for a story, so the strictest version decides for all."""
        if channel in document.front.closed_channels:
            return False
        is_allowed = all(_allows(consent, channel) for consent in self._consents(document))
        return is_allowed and not self.is_withdrawn(document.path)

    def _was_withdrawn(self, document: AnyDocument, channel: Channel) -> bool:
        consents = self._consents(document)
        return any(consent.withdrawn for consent in consents) and all(_allows(consent, channel) for consent in consents)

    def _consents(self, document: AnyDocument) -> list[Consent]:
        consents = (find_consent(version.front) for version in self._versions[_key(document)])
        return [consent for consent in consents if consent]


def _allows(consent: Consent, channel: Channel) -> bool:
    """Whether consent allows a channel. Every channel links to the page, so all need consent for the web."""
    return ({Channel.WEB, channel} - {Channel.SEARCH}).issubset(consent.scope)


def _is_marked_withdrawn(document: AnyDocument) -> bool:
    consent = find_consent(document.front)
    return consent is not None and consent.withdrawn is not None


def _without_language(path: str) -> str:
    """What the paths of all versions of a file share: ``stories/maggie`` for ``stories/maggie.cy.md``."""
    folder, name = posixpath.split(path)
    return posixpath.join(folder, name.split(".")[0])


def _key(document: AnyDocument) -> tuple[str, str, str]:
    """What all versions of a document share: kind, folder and slug."""
    return (document.type_name, posixpath.dirname(document.path), document.slug)
