"""Whether the pictures and PDFs that all pages share are of use to any of them."""

import posixpath
from collections.abc import Callable, Iterable, Iterator

from newsroom.formats import DOCUMENTS, RECORDINGS, ending_of
from newsroom.places import SHARED_ASSETS
from newsroom.problems import Problem
from newsroom.read import Reading
from newsroom.read.targets import used_by


def check_drawings(reading: Reading, templates: Callable[[], Iterable[str]]) -> Iterator[Problem]:
    """Warnings about pictures and PDFs in docs/assets/ that neither a page nor a template uses.

    ``templates`` gives the templates' texts; it is called only where a file seems to be unused.
    """
    used = {path for source in reading.sources.values() for path in used_by(source)}
    unused = [path for path in reading.assets if _is_shared(path) and path not in used]
    if unused:
        # A raw tag can name a picture in ways that are not links, as in srcset: its name anywhere in one is enough.
        tags = (tag.source for source in reading.sources.values() for tag in source.outline.tags)
        texts = [*tags, *templates()]
        for path in unused:
            if not any(posixpath.basename(path) in text for text in texts):
                form = "[Its title](path to it)" if ending_of(path) in DOCUMENTS else "![What it shows](path to it)"
                fix = f"delete it, or use it: {form}"
                yield Problem("file-unused", path, None, "is not used by any page", fix)


def _is_shared(path: str) -> bool:
    return path.startswith(SHARED_ASSETS) and ending_of(path) not in RECORDINGS
