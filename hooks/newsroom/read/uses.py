"""Finds files by their names, where a page or a template uses them without a link."""

import posixpath
from collections.abc import Iterable, Iterator

from newsroom.content.document import Source


def tag_texts(sources: Iterable[Source]) -> Iterator[str]:
    """The values of attributes in the HTML of pages: some, like ``srcset``, name a picture without a link."""
    return (value for source in sources for tag in source.outline.tags for _, value in tag.attributes)


def files_named_in(texts: Iterable[str], paths: Iterable[str]) -> frozenset[str]:
    """The paths of files whose names are anywhere in the texts."""
    listed = list(texts)
    return frozenset(path for path in paths if any(posixpath.basename(path) in text for text in listed))
