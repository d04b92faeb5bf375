"""Times the live preview of generated stories.

It measures the seconds until the first page is shown, with an empty cache; the milliseconds from the save of a file
until the open page has been reloaded with the change (the median of ten); and the same for every kind of change.
"""

import socket
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.support import ROOT
from tests.support.engine import today_environment
from tests.support.preview_steps import LivePreview, Step, served, steps

from bench import sites, stories

_EDITS = 10


def measure(count: int) -> Iterator[str]:
    """Serve a site with some stories, and yield lines that say what its preview takes."""
    with TemporaryDirectory() as folder:
        root = Path(folder, "site")
        sites.write_our_site(ROOT, root, list(stories.stories(count, sites.shipped_topics(ROOT))))
        story = sorted((root / "stories").glob("*.md"))[count // 2].relative_to(root).as_posix()
        with socket.create_server(("127.0.0.1", 0)) as probe:
            port = probe.getsockname()[1]
        start = time.perf_counter()
        with served(root, port, today_environment()) as preview:
            yield f"{count} stories"
            yield f"first page, nothing cached  {time.perf_counter() - start:6.1f} s"
            preview.wait_for_build()
            yield f"whole site, nothing cached  {time.perf_counter() - start:6.1f} s"
            yield _time_edits(preview, root, story)
            for step in steps(root, story, "lacn@communitycatalysts.co.uk"):
                yield f"{step.name:26} {1000 * preview.take(step):7.0f} ms"


def _time_edits(preview: LivePreview, root: Path, story: str) -> str:
    file, page = root / story, story.replace(".md", "/")
    text = file.read_text(encoding="utf-8")
    taken = []
    for number in range(_EDITS):
        mark = f"Edit {number}."
        write = partial(_write, story, f"{text}\n{mark}\n")
        taken.append(1000 * preview.take(Step("edit", write, page, mark)))
        preview.wait_for_build()
    file.write_text(text, encoding="utf-8")
    preview.wait_for_build()
    return f"median of {_EDITS} edits         {median(taken):7.0f} ms, each {', '.join(f'{ms:.0f}' for ms in taken)}"


def _write(path: str, text: str, root: Path) -> None:
    (root / path).write_text(text, encoding="utf-8")
