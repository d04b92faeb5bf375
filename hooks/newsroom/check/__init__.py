"""Checking: the Library as a whole held against the rules, before anything is built."""

from collections.abc import Mapping

from newsroom.check.addresses import check_addresses
from newsroom.check.consent import check_consent, check_consent_is_there
from newsroom.check.fields import check_fields
from newsroom.check.links import check_links
from newsroom.check.references import check_references, known_topics
from newsroom.check.structure import check_structure
from newsroom.library import Library
from newsroom.problems import Hints, Problem, in_order
from newsroom.read import Reading

__all__ = ["check"]


def check(library: Library, reading: Reading, generated: Mapping[str, str]) -> tuple[Problem, ...]:
    """Everything wrong with the content, what reading found included, in the order of files and lines.

    ``generated`` are the paths of what the build adds (list pages, feeds), with their addresses: links may lead there.
    """
    problems = list(reading.problems)
    topics, hints = known_topics(reading), Hints()
    for source in reading.sources.values():
        problems.extend(check_structure(source))
        problems.extend(check_references(source, topics, reading.assets, hints))
        problems.extend(check_links(source, library, reading, generated, hints))
        problems.extend(check_consent_is_there(source))
    for document in reading.documents:
        source = reading.sources[document.path]
        problems.extend(check_fields(document.front, source))
        problems.extend(check_consent(document.front, source, library.today))
    problems.extend(check_addresses(reading, generated))
    return in_order(problems)
