"""``python -m bench.timed_feeds mkdocs.yml output``: one build in this process, with a watch on its feeds."""

import json
import logging
import sys
import time
from collections.abc import Callable, Iterator, Mapping

from mkdocs.commands.build import build
from mkdocs.config import load_config

from newsroom.publish.feeds import Feeds
from newsroom.publish.feeds.pages import Link
from newsroom.publish.page import WebPage


class Watch:
    """The seconds that the feeds took, what they made (documents, bytes), and the seconds of the whole build."""

    def __init__(self) -> None:
        self.feeds = 0.0
        self.documents = 0
        self.size = 0

    def put_on(self) -> None:
        """Count from here on: planning the feeds, the links that pages have to them, and their documents."""
        plan: Callable[..., None] = Feeds.__init__
        files, links = Feeds.files, Feeds.links

        def timed_plan(feeds: Feeds, *given: object) -> None:
            begun = time.perf_counter()
            plan(feeds, *given)
            self.feeds += time.perf_counter() - begun

        def timed_links(feeds: Feeds, page: WebPage | None) -> tuple[Link, ...]:
            begun = time.perf_counter()
            found = links(feeds, page)
            self.feeds += time.perf_counter() - begun
            return found

        def timed_files(feeds: Feeds, rendered: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
            documents = files(feeds, rendered)
            while True:
                begun = time.perf_counter()
                made = next(documents, None)
                self.feeds += time.perf_counter() - begun
                if made is None:
                    return
                self.documents += 1
                self.size += len(made[1])
                yield made

        for name, timed in (("__init__", timed_plan), ("links", timed_links), ("files", timed_files)):
            setattr(Feeds, name, timed)


def main(config: str, output: str) -> None:
    """Build, and print what was measured as JSON."""
    logging.disable(logging.INFO)
    watch = Watch()
    watch.put_on()
    begun = time.perf_counter()
    build(load_config(config, site_dir=output))
    seconds = time.perf_counter() - begun
    print(json.dumps({"feeds": watch.feeds, "build": seconds, "documents": watch.documents, "size": watch.size}))


if __name__ == "__main__":
    main(*sys.argv[1:])
