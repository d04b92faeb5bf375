"""Whether the pictures that all pages share are of use to any of them."""

import posixpath
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import unquote, urlsplit

from newsroom.document import Source, Value
from newsroom.places import STANDING_PAGES, path_beside
from newsroom.problems import Problem, Severity
from newsroom.read import Reading
from newsroom.read.outline import is_address

SHARED = f"{STANDING_PAGES}/assets/"
"""The folder of shared pictures, which are all published: those beside a story go with it."""


def check_drawings(reading: Reading, templates: Callable[[], Iterable[str]]) -> Iterator[Problem]:
    """Warnings about files in docs/assets/ that neither a page nor a template uses.

    ``templates`` gives the templates' texts; it is called only where a file seems to be unused.
    """
    used = {path for source in reading.sources.values() for path in _used_by(source)}
    unused = [path for path in reading.assets if path.startswith(SHARED) and path not in used]
    if unused:
        # A raw tag can name a picture in ways that are not links, as in srcset: its name anywhere in one is enough.
        tags = (tag.source for source in reading.sources.values() for tag in source.outline.tags)
        texts = [*tags, *templates()]
        for path in unused:
            if not any(posixpath.basename(path) in text for text in texts):
                fix = "delete it, or use it: ![What it shows](path to it)"
                yield Problem(path, None, "is not used by any page", fix, Severity.WARNING)


def _used_by(source: Source) -> Iterator[str]:
    values = source.values
    named: list[Value | None] = [values.get("file")]
    named += [group.get("src") for group in (values.get("image"), values.get("cover")) if isinstance(group, dict)]
    targets = (reference.target for reference in source.outline.references if is_address(reference.target))
    linked = (unquote(urlsplit(target).path) for target in targets)
    paths = (*(name for name in named if isinstance(name, str)), *linked)
    return (path_beside(source.path, path) for path in paths if path)
