"""Checks that editors know what subscribers have: an edition that was sent should not change without their notice."""

from collections.abc import Iterator

from newsroom.content.document import Source
from newsroom.content.loaded import LoadedContent
from newsroom.content.types.newsletter import Newsletter
from newsroom.problems import Problem

_EMAILED = ("title", "subject", "preheader", "from", "image")
"""The fields that the email shows."""


def check_sent_editions(before: LoadedContent, now: LoadedContent) -> Iterator[Problem]:
    """Warn about each edition whose email had been sent in the earlier content, and has another text now."""
    for document in before.documents:
        front, source = document.front, now.sources.get(document.path)
        is_sent = isinstance(front, Newsletter) and front.sent is not None
        if is_sent and source and _emailed(before.sources[document.path]) != _emailed(source):
            what = "this edition's email has been sent, and the edition has changed: subscribers have the old text"
            fix = "if they should know, write it in the next edition"
            yield source.field_problem("edition-sent-changed", "sent", what, fix)


def _emailed(source: Source) -> tuple[object, ...]:
    return (source.text.strip(), *(source.values.get(field) for field in _EMAILED))
