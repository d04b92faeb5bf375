"""The Library: every document that was read, and the one gate that decides what is shown where."""

import posixpath
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import cast

from newsroom.document import AnyDocument, Document, Kind
from newsroom.model import Area, Consent, Dated, Newsletter, Principle, Story


class Channel(StrEnum):
    """A way in which content reaches people."""

    WEB = "web"
    FEED = "feed"
    EMAIL = "email"
    SOCIAL = "social"
    SEARCH = "search"


DATED_KINDS = (Kind.NEWSLETTER, Kind.PUBLICATION, Kind.STORY)


class Library:
    """All documents, seen on one day.

    ``today`` decides which dates still lie ahead; in a ``preview`` drafts and future dates are shown. ``withdrawn``
    are paths of stories that were taken back, also of files that are not among the documents. Outputs ask
    :meth:`shows`, :meth:`newest`, :meth:`areas` and :meth:`principles`, and filter nothing by themselves.
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
        self._versions: dict[tuple[Kind, str, str], list[AnyDocument]] = {}
        for document in sorted(self.documents, key=lambda document: document.lang):
            self._versions.setdefault(_key(document), []).append(document)
        taken_back = (document.path for document in self.documents if _says_withdrawn(document))
        self._withdrawn = frozenset(_in_any_language(path) for path in (*withdrawn, *taken_back))

    def find(self, path: str) -> AnyDocument | None:
        """The document of a repository-relative path."""
        return self._by_path.get(path)

    def is_withdrawn(self, path: str) -> bool:
        """Whether a path is that of a story that was taken back, in this language or in another."""
        return _in_any_language(path) in self._withdrawn

    def hidden(self, paths: Iterable[str], drafts: Iterable[str]) -> frozenset[str]:
        """Those of some paths that readers do not see whatever the day is: ``drafts``, and what was withdrawn."""
        return frozenset(drafts) | {path for path in paths if self.is_withdrawn(path)}

    def shown_from(self, document: AnyDocument) -> date | None:
        """The day from which the web shows a document, ``date.min`` where it has none; None for what is never shown."""
        if document.front.draft or not self._may_appear(document, Channel.WEB):
            return None
        published = document.front.published
        return published.first_day if published else date.min

    def shows(self, document: AnyDocument, channel: Channel) -> bool:
        """Whether a document may appear on a channel: consent first, then drafts and dates.

        A preview shows what waits, but does not let it be searched. Feeds tell what has come out, so that what is
        forthcoming is in none.
        """
        if channel is Channel.FEED and _is_forthcoming(document):
            return False
        shows_waiting = self.preview and channel is not Channel.SEARCH
        return self._may_appear(document, channel) and (shows_waiting or not self.is_waiting(document))

    def is_waiting(self, document: AnyDocument) -> bool:
        """Whether a document is a draft or its day has not come: shown in the preview alone, and marked there."""
        published = document.front.published
        return document.front.draft or (published is not None and published.first_day > self.today)

    def newest(self, channel: Channel, lang: str, kinds: Iterable[Kind] = DATED_KINDS) -> tuple[Document[Dated], ...]:
        """What a channel may show of the dated kinds, newest first; pieces of one day in the order of their paths.

        What is forthcoming comes behind all that is out. Each piece comes once: in ``lang`` where there is such a
        version, else in the language it has.
        """
        wanted = frozenset(kinds) & frozenset(DATED_KINDS)
        candidates = (document for document in self.documents if document.kind in wanted)
        found = [cast("Document[Dated]", document) for document in self._in_language(candidates, channel, lang)]
        return tuple(sorted(found, key=lambda d: (not _is_forthcoming(d), d.front.date.first_day), reverse=True))

    def withdrawn(self, channel: Channel) -> tuple[Document[Story], ...]:
        """The stories that a channel may have shown until they were withdrawn, in all their languages, by path."""
        stories = (cast("Document[Story]", document) for document in self.documents if document.kind is Kind.STORY)
        return tuple(story for story in stories if self._was_withdrawn(story, channel) and not self.is_waiting(story))

    def translations(self, document: AnyDocument, channel: Channel) -> tuple[AnyDocument, ...]:
        """All versions of a document that a channel may show, itself included, by language."""
        return tuple(version for version in self._versions[_key(document)] if self.shows(version, channel))

    def pages(self, channel: Channel) -> tuple[AnyDocument, ...]:
        """Every document of any kind that a channel may show, in the order of their paths."""
        return tuple(document for document in self.documents if self.shows(document, channel))

    def areas(self, channel: Channel, lang: str) -> tuple[Document[Area], ...]:
        """The areas by name, each in ``lang`` where there is such a version."""
        found = (cast("Document[Area]", d) for d in self._of_kind(Kind.AREA, channel, lang))
        return tuple(sorted(found, key=lambda d: d.front.name.casefold()))

    def principles(self, channel: Channel, lang: str) -> tuple[Document[Principle], ...]:
        """The principles in their order, each in ``lang`` where there is such a version."""
        found = (cast("Document[Principle]", d) for d in self._of_kind(Kind.PRINCIPLE, channel, lang))
        return tuple(sorted(found, key=lambda d: d.front.order))

    def _of_kind(self, kind: Kind, channel: Channel, lang: str) -> list[AnyDocument]:
        return list(self._in_language((d for d in self.documents if d.kind is kind), channel, lang))

    def _in_language(self, documents: Iterable[AnyDocument], channel: Channel, lang: str) -> Iterable[AnyDocument]:
        """Each piece once, in ``lang`` where a version in it is shown."""
        versions: dict[tuple[Kind, str, str], AnyDocument] = {}
        for document in documents:
            key = _key(document)
            if (key not in versions or document.lang == lang) and self.shows(document, channel):
                versions[key] = document
        return versions.values()

    def _may_appear(self, document: AnyDocument, channel: Channel) -> bool:
        """Consent is given for a story, not for a language: what one version does not allow, no version may do."""
        if channel is Channel.EMAIL and isinstance(document.front, Newsletter) and not document.front.email:
            return False
        is_allowed = all(_allows(consent, channel) for consent in self._consents(document))
        return is_allowed and not self.is_withdrawn(document.path)

    def _was_withdrawn(self, story: Document[Story], channel: Channel) -> bool:
        consents = self._consents(story)
        return any(consent.withdrawn for consent in consents) and all(_allows(consent, channel) for consent in consents)

    def _consents(self, document: AnyDocument) -> list[Consent]:
        stories = (version.front for version in self._versions[_key(document)])
        return [story.consent for story in stories if isinstance(story, Story) and story.consent]


def _allows(consent: Consent, channel: Channel) -> bool:
    """Every channel leads to the page, so none is open to a story that may not be on the web."""
    return ({Channel.WEB, channel} - {Channel.SEARCH}).issubset(consent.scope)


def _says_withdrawn(document: AnyDocument) -> bool:
    front = document.front
    return isinstance(front, Story) and front.consent is not None and front.consent.withdrawn is not None


def _in_any_language(path: str) -> str:
    """What the paths of all versions of a file share: ``stories/maggie`` for ``stories/maggie.cy.md``."""
    folder, name = posixpath.split(path)
    return posixpath.join(folder, name.split(".")[0])


def _is_forthcoming(document: AnyDocument) -> bool:
    return document.kind is Kind.PUBLICATION and document.front.published is None


def _key(document: AnyDocument) -> tuple[Kind, str, str]:
    """What all versions of a document share: kind, folder and slug."""
    return (document.kind, posixpath.dirname(document.path), document.slug)
