"""``python -m bench.timed_feeds mkdocs.yml output``: time the feeds in one build, in this process."""

import json
import logging
import sys
import time
from collections.abc import Callable, Iterator

from lxml.html import HtmlElement
from mkdocs.commands.build import build
from mkdocs.config import load_config

from newsroom.publish.feeds import Feeds
from newsroom.publish.feeds.pages import FeedLink
from newsroom.publish.pages.page import WebPage


class FeedTimer:
    """Counts the seconds that the feeds take, and the documents and bytes that they have."""

    def __init__(self) -> None:
        self.feeds = 0.0
        self.documents = 0
        self.size = 0

    def patch_feeds(self) -> None:
        """Start counting: planning the feeds, the links to them in pages, their entries and their documents."""
        plan: Callable[..., None] = Feeds.__init__
        files, links, show = Feeds.files, Feeds.links, Feeds.show_text

        def timed_plan(feeds: Feeds, *given: object) -> None:
            started = time.perf_counter()
            plan(feeds, *given)
            self.feeds += time.perf_counter() - started

        def timed_links(feeds: Feeds, page: WebPage | None) -> tuple[FeedLink, ...]:
            started = time.perf_counter()
            found = links(feeds, page)
            self.feeds += time.perf_counter() - started
            return found

        def timed_texts(feeds: Feeds, page: WebPage, root: HtmlElement) -> str:
            started = time.perf_counter()
            shown = show(feeds, page, root)
            self.feeds += time.perf_counter() - started
            return shown

        def timed_files(feeds: Feeds) -> Iterator[tuple[str, bytes]]:
            documents = files(feeds)
            while True:
                started = time.perf_counter()
                made = next(documents, None)
                self.feeds += time.perf_counter() - started
                if made is None:
                    return
                self.documents += 1
                self.size += len(made[1])
                yield made

        timed = {"__init__": timed_plan, "links": timed_links, "show_text": timed_texts, "files": timed_files}
        for name, method in timed.items():
            setattr(Feeds, name, method)


def main(config: str, output: str) -> None:
    """Build the site, and print the measurements as JSON."""
    logging.disable(logging.INFO)
    timer = FeedTimer()
    timer.patch_feeds()
    started = time.perf_counter()
    build(load_config(config, site_dir=output))
    seconds = time.perf_counter() - started
    print(json.dumps({"feeds": timer.feeds, "build": seconds, "documents": timer.documents, "size": timer.size}))


if __name__ == "__main__":
    main(*sys.argv[1:])
