"""Checks that the versions of an item in all languages have the same dates."""

from collections.abc import Iterator

from newsroom.content.dates import PartialDate
from newsroom.content.document import AnyDocument
from newsroom.content.library import Library
from newsroom.content.loaded import LoadedContent
from newsroom.problems import Problem


def check_version_dates(content: LoadedContent, library: Library, default_language: str) -> Iterator[Problem]:
    """Warnings about a day or a time that differs from that of the default language, or else the first one.

    A date in one file may be more exact than in the other. ``added`` and ``sent`` are about a version alone.
    """
    for document in library.documents:
        versions = sorted(library.versions(document), key=lambda version: version.lang != default_language)
        source = content.sources[document.path]
        for field in document.front.shared_days if len(versions) > 1 else ():
            first = next((version for version in versions if field in content.sources[version.path].values), document)
            if field not in source.values or _agree(document, first, field):
                continue
            other = content.sources[first.path].values[field]
            what = (
                f"`{field}` is {source.values[field]}, but {other} in {first.path}, the same item in another language"
            )
            fix = "write the same in both files"
            if field == "date":
                fix += "; if this version came out later, write that day as `added`"
            yield source.field_problem("version-date-differs", field, what, fix)


def _agree(document: AnyDocument, first: AnyDocument, field: str) -> bool:
    own, other = getattr(document.front, field), getattr(first.front, field)
    if isinstance(own, PartialDate) and isinstance(other, PartialDate):
        return own.covers(other) or other.covers(own)
    return bool(own == other)
