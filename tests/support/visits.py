"""Visits to pages in Chromium: their requests, their size and the data that they store."""

import gzip
import re
from collections import deque
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize
from playwright.sync_api import Request as Sent

BUDGET = 50_000
"""The most bytes, gzipped, that a page may load before anything is searched: all that it loads but pictures."""
WEIGHED = ("document", "stylesheet", "script")
"""The browser's names of what pages load. Whatever else one loads, such as a font, counts towards its budget, too."""
_OF_THE_SEARCH = re.compile(r"/(?:search|pagefind)/|/workers/")
_STORED = """async () => ({
  "localStorage": Object.keys(localStorage),
  "sessionStorage": Object.keys(sessionStorage),
  "IndexedDB": (await indexedDB.databases()).map((database) => database.name),
  "Cache Storage": await caches.keys(),
  "service workers": (await navigator.serviceWorker.getRegistrations()).map((worker) => worker.scope),
})"""
_READERS = 3
"""Windows that are open at a time. A page has asked for all it wants by the time two others have been opened."""
_WINDOW: ViewportSize = {"width": 1280, "height": 900}
_SCROLL = """async () => {
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo(0, y);
    await new Promise((done) => requestAnimationFrame(done));
  }
}"""


@dataclass(frozen=True)
class Request:
    """Something that a page asked for: its address, the browser's word for it, and its gzipped bytes (0: it failed)."""

    url: str
    type: str
    weight: int

    @property
    def host(self) -> str:
        """Whom it was asked of."""
        return urlsplit(self.url).netloc

    @property
    def is_for_search(self) -> bool:
        """Whether it is part of the search: its index or its scripts, but not the search page itself."""
        return self.type != "document" and bool(_OF_THE_SEARCH.search(urlsplit(self.url).path))


@dataclass
class Visit:
    """A page, loaded and scrolled through; ``faults`` are its errors and console messages."""

    requests: list[Request] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    stored: list[str] = field(default_factory=list)

    def weight(self, type_: str | None = None) -> int:
        """The bytes of all that counts towards the budget, or of one type of it."""
        own = [request for request in self.requests if not request.is_for_search]
        return sum(each.weight for each in own if (each.type == type_ if type_ else each.type != "image"))

    @property
    def search_weight(self) -> int:
        """The bytes of the search's parts, which do not count."""
        return sum(request.weight for request in self.requests if request.is_for_search)

    def __str__(self) -> str:
        """Every request with its weight, for messages."""
        return "\n".join(
            f"{request.weight:>8,} {request.type}{' (search)' if request.is_for_search else ''} {request.url}"
            for request in self.requests
        )


class Visitors:
    """Readers who visit pages, each with an empty browser. Their windows are opened once: that is slower than a visit.

    ``with Visitors(browser) as visitors: visitors.visit(url)``
    """

    def __init__(self, browser: Browser) -> None:
        self._browser, self._contexts, self._readers = browser, ExitStack(), deque[_Reader]()

    def __enter__(self) -> "Visitors":
        return self

    def __exit__(self, *_error: object) -> None:
        self._contexts.close()

    def visit(self, url: str) -> Visit:
        """Open a page, scroll to its end, and wait until it asks for no more."""
        (seen,) = self.visit_all([url])
        return seen

    def visit_all(self, urls: Iterable[str]) -> list[Visit]:
        """Visit pages, each as a reader of its own: while one is opened, those before may ask for more."""
        visiting: deque[_Reader] = deque()
        visits = []
        for url in urls:
            if len(visiting) == _READERS:
                visits.append(visiting[0].finish())
                self._readers.append(visiting.popleft())
            reader = self._readers.popleft() if self._readers else self._open_reader()
            reader.open(url)
            visiting.append(reader)
        visits += [reader.finish() for reader in visiting]
        self._readers += visiting
        return visits

    def _open_reader(self) -> "_Reader":
        return _Reader(self._contexts.enter_context(self._browser.new_context(viewport=_WINDOW)))


class _Reader:
    """A window that forgets all it has seen: to open one takes longer than most visits do."""

    def __init__(self, context: BrowserContext) -> None:
        self._context, self._page = context, context.new_page()
        self._devtools = context.new_cdp_session(self._page)
        self._visit, self._requests = Visit(), list[Sent]()
        context.on("request", lambda request: self._requests.append(request))
        self._page.on("requestfailed", lambda request: self._note(f"{request.url}: {request.failure}"))
        self._page.on("pageerror", lambda error: self._note(str(error)))
        self._page.on(
            "console", lambda message: self._note(message.text) if message.type in ("error", "warning") else None
        )

    def _note(self, fault: str) -> None:
        self._visit.faults.append(fault)

    def open(self, url: str) -> None:
        """Open a page and scroll to its end."""
        self._visit, self._requests = Visit(), []
        self._page.goto(url)
        self._page.evaluate(_SCROLL)

    def finish(self) -> Visit:
        """Wait until the page asks for no more, say what happened, and forget it."""
        self._page.wait_for_load_state("networkidle")
        visit = self._visit
        visit.requests = [_request(sent) for sent in self._requests if urlsplit(sent.url).netloc]
        visit.stored = stored(self._context, self._page)
        origin = self._page.evaluate("origin")
        self._page.goto("about:blank")
        self._context.clear_cookies()
        self._devtools.send("Network.clearBrowserCache")
        self._devtools.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        return visit


def stored(context: BrowserContext, page: Page) -> list[str]:
    """All that a page has left in the browser, its cookies too, as ``where: name``."""
    kept: dict[str, list[str]] = page.evaluate(_STORED)
    kept["cookies"] = [cookie["name"] for cookie in context.cookies()]
    return [f"{where}: {name}" for where, names in kept.items() for name in names]


def _request(sent: Sent) -> Request:
    response = sent.response()
    return Request(sent.url, sent.resource_type, _weight(response.body()) if response else 0)


@lru_cache(maxsize=256)
def _weight(body: bytes) -> int:
    return len(gzip.compress(body, mtime=0))
