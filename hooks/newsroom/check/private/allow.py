"""What may be public although it looks private: because a page's front matter or the settings say so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from newsroom.check.private.finding import Finding, Kind
from newsroom.check.private.phones import normalise_phone
from newsroom.content.document import Source, Value
from newsroom.english import field_name
from newsroom.problems import Problem
from newsroom.settings import Settings

_CONTACTS = (Kind.EMAIL, Kind.PHONE, Kind.POSTCODE, Kind.ADDRESS)
"""The kinds that an organisation's own contact details may have."""


class PublicContacts:
    """The contact details that the settings allow on every page."""

    def __init__(self, settings: Settings) -> None:
        listed = settings.public_contacts
        own = (settings.contact, settings.sender, settings.signup_url)
        self._texts = [plain(text) for text in (*own, *listed) if text]
        self._phones = {phone for text in listed if (phone := normalise_phone(text))}
        self._hosts = tuple(text.casefold().removeprefix("@") for text in listed if "." in text)

    def include(self, finding: Finding) -> bool:
        """Whether a finding is among them, or an address at one of their domains."""
        if finding.kind not in _CONTACTS:
            return False
        host = (finding.key or finding.value).casefold().rpartition("@")[2]
        if finding.kind is Kind.EMAIL and any(host == known or host.endswith(f".{known}") for known in self._hosts):
            return True
        return finding.key in self._phones or any(plain(finding.value) in text for text in self._texts)


@dataclass
class Allowances:
    """The entries of ``allow`` in one file, as :func:`plain` texts, and which of them have matched something."""

    source: Source
    entries: list[str]
    matched: set[int] = field(default_factory=set)

    @property
    def lines(self) -> range:
        """The lines of ``allow`` in the front matter, where what it allows is written too."""
        start = self.source.line("allow")
        others = (line for key, line in self.source.lines.items() if len(key) == 1 and line > start)
        return range(start, min(others, default=self.source.text_line - 1)) if self.entries else range(0)

    def allow(self, *values: str) -> bool:
        """Whether an entry allows something that has one of these values; the entry then counts as used."""
        wanted = {text for value in values if (text := plain(value))}
        found = {number for number, entry in enumerate(self.entries) if any(value in entry for value in wanted)}
        self.matched |= found
        return bool(found)

    def unused(self) -> Iterator[Problem]:
        """A warning for each entry that matches nothing. It does not quote the entry, which may be private."""
        for number in range(len(self.entries)):
            if number not in self.matched:
                what = f"{field_name(('allow', number))} matches nothing that the check finds in this file"
                fix = "delete it, or write in `what` the text that is to be allowed, as it is in the file"
                yield self.source.field_problem("allow-unused", ("allow", number), what, fix)


def read_allowances(source: Source) -> Allowances:
    """The entries of ``allow`` in a file's front matter, even if other fields are not valid."""
    listed = source.values.get("allow")
    return Allowances(source, [_form_of(entry) for entry in listed] if isinstance(listed, list) else [])


def _form_of(entry: Value) -> str:
    what = entry.get("what") if isinstance(entry, dict) else None
    return f"{plain(what)} {normalise_phone(what)}" if isinstance(what, str) else ""


def any_allows(allowances: Iterable[Allowances], *values: str) -> bool:
    """Whether one of several pages allows something; all that do count as used."""
    allowing = [page for page in allowances if page.allow(*values)]
    return bool(allowing)


def plain(text: str) -> str:
    """A text without what may be written in several ways: letters' case, spaces, punctuation."""
    return "".join(char for char in text.casefold() if char.isalnum() or char in "@+")
