"""The Library: every document that was read, and the one gate that decides what is shown where."""

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

    ``today`` decides which dates still lie ahead; in a ``preview`` drafts and future dates are shown. ``withdrawn``
    are paths of stories that were taken back, also of files that are not among the documents. Outputs ask
    :meth:`shows`, :meth:`newest`, :meth:`documents_of_type` and :meth:`topics`, and filter nothing by themselves.
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
        self._withdrawn = frozenset(_in_any_language(path) for path in (*withdrawn, *withdrawn_paths))

    def find(self, path: str) -> AnyDocument | None:
        """The document of a repository-relative path."""
        return self._by_path.get(path)

    def is_withdrawn(self, path: str) -> bool:
        """Whether a path is that of a story that was taken back, in this language or in another."""
        return _in_any_language(path) in self._withdrawn

    def hidden(self, paths: Iterable[str], drafts: Iterable[str]) -> frozenset[str]:
        """Those of some paths that readers do not see whatever the day is: ``drafts``, and what was withdrawn."""
        return frozenset(drafts) | {path for path in paths if self.is_withdrawn(path)}

    def first_shown(self, document: AnyDocument) -> date | None:
        """The day from which the web shows a document, ``date.min`` where it has none; None for what is never shown."""
        if document.front.draft or not self._may_appear(document, Channel.WEB):
            return None
        published = document.front.published
        return published.first_day if published else date.min

    def shows(self, document: AnyDocument, channel: Channel) -> bool:
        """Whether a document may appear on a channel: consent first, then drafts and dates.

        A preview shows what waits, but does not let it be searched.
        """
        includes_waiting = self.preview and channel is not Channel.SEARCH
        return self._may_appear(document, channel) and (includes_waiting or not self.is_waiting(document))

    def is_waiting(self, document: AnyDocument) -> bool:
        """Whether a document is a draft or its day has not come: shown in the preview alone, and marked there."""
        published = document.front.published
        return document.front.draft or (published is not None and published.first_day > self.today)

    def newest(
        self, channel: Channel, lang: str, types: Iterable[AnyType] = DATED_TYPES
    ) -> tuple[Document[Dated], ...]:
        """What a channel may show of the dated types, newest first; items of one day in the order of their paths.

        Each item comes once: in ``lang`` where there is such a version, else in the language it has.
        """
        wanted = frozenset(types) & frozenset(DATED_TYPES)
        candidates = (document for document in self.documents if document.type in wanted)
        found = [cast("Document[Dated]", document) for document in self._in_language(candidates, channel, lang)]
        return tuple(sorted(found, key=lambda document: document.front.date.first_day, reverse=True))

    def documents_of_type(self, content_type: ContentType[FrontT], channel: Channel) -> tuple[Document[FrontT], ...]:
        """What a channel may show of one type, in all languages, in the order of their paths."""
        found = (content_type.narrow(document) for document in self.documents)
        return tuple(document for document in found if document and self.shows(document, channel))

    def topics(self, content_type: ContentType[FrontT], channel: Channel, lang: str) -> tuple[Document[FrontT], ...]:
        """What a channel may show of one type in its own order, each in ``lang`` where there is such a version."""
        candidates = (document for document in self.documents if document.type is content_type)
        found = [cast("Document[FrontT]", document) for document in self._in_language(candidates, channel, lang)]
        return tuple(sorted(found, key=lambda document: content_type.order(document.front)))

    def withdrawn(self, channel: Channel) -> tuple[Document[Dated], ...]:
        """What a channel may have shown until it was withdrawn, in all its languages, by path."""
        dated = (cast("Document[Dated]", document) for document in self.documents if document.type.is_dated)
        return tuple(item for item in dated if self._was_withdrawn(item, channel) and not self.is_waiting(item))

    def translations(self, document: AnyDocument, channel: Channel) -> tuple[AnyDocument, ...]:
        """All versions of a document that a channel may show, itself included, by language."""
        return tuple(version for version in self._versions[_key(document)] if self.shows(version, channel))

    def pages(self, channel: Channel) -> tuple[AnyDocument, ...]:
        """Every document of any kind that a channel may show, in the order of their paths."""
        return tuple(document for document in self.documents if self.shows(document, channel))

    def all_topics(self, channel: Channel, lang: str) -> tuple[AnyDocument, ...]:
        """All that dated items may name, one type after another, each in its own order."""
        return tuple(document for topic in TOPIC_TYPES for document in self.topics(topic, channel, lang))

    def _in_language(self, documents: Iterable[AnyDocument], channel: Channel, lang: str) -> Iterable[AnyDocument]:
        """Each piece once, in ``lang`` where a version in it is shown."""
        versions: dict[tuple[str, str, str], AnyDocument] = {}
        for document in documents:
            key = _key(document)
            if (key not in versions or document.lang == lang) and self.shows(document, channel):
                versions[key] = document
        return versions.values()

    def _may_appear(self, document: AnyDocument, channel: Channel) -> bool:
        """Consent is given for a story, not for a language: what one version does not allow, no version may do."""
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
    """Every channel leads to the page, so none is open to a story that may not be on the web."""
    return ({Channel.WEB, channel} - {Channel.SEARCH}).issubset(consent.scope)


def _is_marked_withdrawn(document: AnyDocument) -> bool:
    consent = find_consent(document.front)
    return consent is not None and consent.withdrawn is not None


def _in_any_language(path: str) -> str:
    """What the paths of all versions of a file share: ``stories/maggie`` for ``stories/maggie.cy.md``."""
    folder, name = posixpath.split(path)
    return posixpath.join(folder, name.split(".")[0])


def _key(document: AnyDocument) -> tuple[str, str, str]:
    """What all versions of a document share: kind, folder and slug."""
    return (document.kind, posixpath.dirname(document.path), document.slug)
