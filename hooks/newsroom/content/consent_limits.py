"""What consent keeps off each channel."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from functools import partial

from newsroom.content.dates import PartialDate
from newsroom.content.document import AnyDocument
from newsroom.content.folders import without_language
from newsroom.content.item_files import owned_files, without_hidden
from newsroom.content.model import Consent
from newsroom.content.withdrawals import Withdrawal, withdrawal_of


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


class ConsentLimits:
    """What consent keeps off each channel on one day.

    An item is *withdrawn* if the person took it back, and *expired* if its consent had to be reviewed before today. It
    is *hidden* on each channel that its consent does not include; on all of them if it is withdrawn, or if it has
    expired and ``hides_expired``. Its pictures and files are hidden with it, on other pages too. Consent is given for
    an item, so all of this is the same in all its languages, and for its Easy Read versions.

    Args:
        documents: All documents, by path.
        withdrawals: The withdrawn items that are not among the documents.
        today: The day that decides what has expired.
        hides_expired: Whether expired items are hidden. If not, the check reports an error.
        site_url: The address of the site, with which the addresses of its pages in front matter begin.

    Attributes:
        withdrawals: All withdrawn items, in all languages, by path.
    """

    def __init__(
        self,
        documents: tuple[AnyDocument, ...],
        withdrawals: Iterable[Withdrawal],
        *,
        today: date,
        hides_expired: bool,
        site_url: str = "",
    ) -> None:
        self.hides_expired = hides_expired
        self._documents = documents
        self._today = today
        self._site_url = site_url
        self._by_item: dict[str, list[Consent]] = {}
        for document in sorted(documents, key=lambda document: document.lang):
            if document.front.consent:
                self._by_item.setdefault(without_language(document.path), []).append(document.front.consent)
        others = {withdrawal.path: withdrawal for withdrawal in withdrawals}
        marked = (document.path for document in documents if _is_marked_withdrawn(document))
        self._withdrawn = frozenset(without_language(path) for path in (*others, *marked))
        own = (document for document in documents if self.is_withdrawn(document.path))
        found = others | {document.path: withdrawal_of(document, self._day_withdrawn(document)) for document in own}
        self.withdrawals = tuple(found[path] for path in sorted(found))
        self._limited = tuple(
            document
            for document in documents
            if self.is_withdrawn(document.path) or without_language(document.path) in self._by_item
        )
        self._hidden = {channel: frozenset(self._find_hidden(channel)) for channel in Channel}
        self._altered = {channel: dict(self._find_altered(channel)) for channel in Channel}

    def consents(self, document: AnyDocument) -> tuple[Consent, ...]:
        """The consents of all versions of an item."""
        return tuple(self._by_item.get(without_language(document.path), ()))

    def is_withdrawn(self, path: str) -> bool:
        """Whether the file at ``path`` is a withdrawn item."""
        return bool(self._withdrawn) and without_language(path) in self._withdrawn

    def _day_withdrawn(self, document: AnyDocument) -> PartialDate | None:
        """The day on which a document was withdrawn, by its own consent if that has one."""
        own = document.front.consent
        days = (consent.withdrawn for consent in (own, *self.consents(document)) if consent)
        return next(filter(None, days), None)

    def has_expired(self, document: AnyDocument) -> bool:
        """Whether an item has expired."""
        return any(consent.has_expired(self._today) for consent in self.consents(document))

    @property
    def expired(self) -> tuple[AnyDocument, ...]:
        """The items that have expired, by path, without withdrawn ones."""
        found = (document for document in self._limited if self.has_expired(document))
        return tuple(document for document in found if not self.is_withdrawn(document.path))

    def ended_in_feeds(self) -> Iterator[Withdrawal]:
        """The items that are not withdrawn, but hidden in feeds since the day on which the consent ended, by path."""
        for document in self._limited:
            if document.path in self._hidden[Channel.FEED] and not self.is_withdrawn(document.path):
                days = (consent.left_feeds(self._today) for consent in self.consents(document))
                day = min(filter(None, days), key=lambda day: day.first_day, default=None)
                yield withdrawal_of(document, day)

    def hides(self, path: str, channel: Channel) -> bool:
        """Whether the page, picture or file at ``path`` is hidden on a channel.

        The channel shows the words of links to it, and no picture.
        """
        return path in self._hidden[channel] or self.is_withdrawn(path)

    def hidden(self, channel: Channel) -> frozenset[str]:
        """The paths of all pages, pictures and files that are hidden on a channel."""
        return self._hidden[channel]

    def as_shown(self, document: AnyDocument, channel: Channel) -> AnyDocument:
        """A document as a channel shows it: without the pictures and addresses in its front matter that are hidden."""
        return self._altered[channel].get(document.path, document)

    def _hides_item(self, document: AnyDocument, channel: Channel) -> bool:
        is_gone = self.is_withdrawn(document.path) or (self.hides_expired and self.has_expired(document))
        return is_gone or not all(consent.allows(channel.scope) for consent in self.consents(document))

    def _find_hidden(self, channel: Channel) -> Iterator[str]:
        for document in self._limited:
            if self._hides_item(document, channel):
                yield document.path
                yield from owned_files(document)
        for item in self.withdrawals:
            yield from item.files

    def _find_altered(self, channel: Channel) -> Iterator[tuple[str, AnyDocument]]:
        urls = frozenset(self._find_hidden_urls(channel))

        def is_hidden_address(address: str) -> bool:
            path = re.split("[?#]", address.removeprefix(self._site_url))[0].removesuffix("index.html")
            return path.strip("/") in urls

        for document in self._documents if self._hidden[channel] or urls else ():
            altered = without_hidden(document, partial(self.hides, channel=channel), is_hidden_address)
            if altered is not document:
                yield document.path, altered

    def _find_hidden_urls(self, channel: Channel) -> Iterator[str]:
        """The addresses of hidden items, now and before, relative to the site's root, without slashes around them."""
        found: list[AnyDocument | Withdrawal] = [*self.withdrawals]
        found += (document for document in self._documents if document.path in self._hidden[channel])
        yield from (address.strip("/") for item in found for address in (item.url, *item.old_addresses) if address)


def _is_marked_withdrawn(document: AnyDocument) -> bool:
    consent = document.front.consent
    return consent is not None and consent.withdrawn is not None
