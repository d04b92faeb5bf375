"""The cost of our search and of the theme's on the same pages: seconds to index, bytes to search."""

import gzip
import re
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

import click
from playwright.sync_api import Browser, Page, Request
from tests.support.browser import open_browser

from bench.generated_pages import GeneratedPage, ZipfVocabulary
from bench.memory import pagefind_peaks
from bench.plain_sites import write_searched_site
from bench.process import build_shipped
from bench.serving import served
from bench.tables import budget, machine, minimum, table
from newsroom.markup.tree import parse_html
from newsroom.publish.search.record import PageWords, Record, find_page_words, record_html
from newsroom.publish.search.vocabulary import Vocabulary
from outside.indexing import Pagefind

_RANKS = {"on 9 of 10 pages": 30, "on 1 of 4": 300, "on 1 of 40": 3_000}
_NEXT = (200, 500, 900, 2_000, 5_000)
_TIMEOUT = 120_000
_MAX_FIRST = {1_000: 150_000, 10_000: 200_000}
_MIN_TIMES_FEWER = 25
_PACKAGES = ("pagefind", "mkdocs-material", "playwright")
_THEIRS = re.compile(r"/search/|/workers/")
_KINDS = ("story", "reflection", "interview", "poem", "news")
_AREAS = 15
_FIRST_YEAR, _YEARS = 2012, 14


@dataclass(frozen=True)
class Bytes:
    """Bytes that a browser loads, gzipped as by a host: before the search is opened, and up to the first results.

    ``listed`` is the part of the latter that says which pages have the word. ``following`` is for the next word, the
    median of five, and ``filtered`` for a page of results with filters.
    """

    before: int
    first: int
    listed: int
    following: int
    filtered: int


@dataclass(frozen=True)
class Sites:
    """Both sites of one size, the seconds to index ours, and the peak memory of Pagefind's process."""

    size: int
    ours: Path
    theirs: Path
    seconds: float
    peak: float


@dataclass(frozen=True)
class Row:
    """The measurements at one size: seconds, peak memory and index size, and the bytes for each word."""

    size: int
    seconds: float
    peak: float
    index: int
    ours: dict[str, Bytes]
    engine: int
    theirs: int


def measure(root: Path, sizes: Sequence[int]) -> tuple[list[Row], str]:
    """Measure a row for each size. Returns the rows and the browser's version. Raises BuildError."""
    words = ZipfVocabulary()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        shipped = Path(name, "shipped")
        build_shipped(root, shipped)
        made = [_make(shipped, words, size, Path(name, str(size))) for size in sizes]
        with open_browser() as browser:
            return [_row(browser, words, sites) for sites in made], browser.version


def report(rows: Sequence[Row], chromium: str) -> str:
    """The table, the budgets and the machine."""
    head = ("pages", "word", "index s", "index MB", "Pagefind MB", "before", "first results", "next", "with filters")
    cells: list[tuple[str, ...]] = [(*head, "of first: engine", "the word", "theme's", "times fewer")]
    budgets: list[str] = []
    for row in rows:
        for word, ours in row.ours.items():
            facts = (f"{row.size:,}", word, f"{row.seconds:.1f}", f"{row.index / 1e6:.1f}", f"{row.peak / 1e6:.0f}")
            bytes_ = (f"{number:,}" for number in (ours.before, ours.first, ours.following, ours.filtered))
            theirs = (f"{row.engine:,}", f"{ours.listed:,}", f"{row.theirs:,}", f"{row.theirs / ours.first:.1f}")
            cells.append((*facts, *bytes_, *theirs))
        most = max(ours.first for ours in row.ours.values())
        budgets.append(
            budget(f"bytes before opening, {row.size:,} pages", max(o.before for o in row.ours.values()), 0, 0)
        )
        if row.size in _MAX_FIRST:
            budgets.append(budget(f"bytes to first results, {row.size:,} pages", most, _MAX_FIRST[row.size], 0))
    largest = rows[-1]
    fewer = min(largest.theirs / ours.first for ours in largest.ours.values())
    budgets.append(
        minimum(f"times fewer bytes than the theme's, {largest.size:,} pages", round(fewer, 1), _MIN_TIMES_FEWER)
    )
    return "\n".join([*table(cells), "", *budgets, "", *machine(_PACKAGES), f"Chromium {chromium}"])


def _make(shipped: Path, words: ZipfVocabulary, size: int, folder: Path) -> Sites:
    """Make both sites. Ours is the shipped site with another index, because only the index is searched."""
    ours, theirs = folder / "ours", folder / "theirs-site"
    shutil.copytree(shipped, ours)
    click.echo(f"search: {size:,} pages: indexing them: ", nl=False, err=True)
    with pagefind_peaks() as peaks:
        seconds = _index(ours, words.pages(size))
    click.echo(f"{seconds:.1f} s; building the theme's", err=True)
    build_shipped(write_searched_site(words.pages(size), folder / "theirs"), theirs)
    return Sites(size, ours, theirs, seconds, max(peaks))


def _row(browser: Browser, words: ZipfVocabulary, sites: Sites) -> Row:
    found: dict[str, Bytes] = {}
    with served(sites.ours) as our_host, served(sites.theirs) as their_host:
        for name, rank in _RANKS.items():
            found[name] = _our_bytes(browser, our_host, words.ranked[rank], [words.ranked[rank] for rank in _NEXT])
        their_bytes = _their_bytes(browser, their_host, words.ranked[_RANKS["on 1 of 4"]])
    parts = [path for path in sorted((sites.ours / "pagefind").rglob("*")) if path.is_file()]
    engine = sum(_wire(path) for path in parts if path.name in ("pagefind.js", "wasm.en.pagefind"))
    index = sum(path.stat().st_size for path in parts)
    return Row(sites.size, sites.seconds, sites.peak, index, found, engine, their_bytes)


def _index(site: Path, pages: Iterator[GeneratedPage]) -> float:
    """Replace the index of a built site by one of some pages. Returns the seconds."""
    started = time.perf_counter()
    shutil.rmtree(site / "pagefind")
    index, vocabulary = Pagefind(), Vocabulary()
    for number, page in enumerate(pages):
        words = _words(page)
        record = _record(page, number, words)
        vocabulary.add(record.texts(), record.title, words.words)
        index.add(record.url, record_html(record))
    for path, content in index.files():
        file = site / "pagefind" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    (site / "search/vocabulary.json").write_bytes(vocabulary.encoded())
    return time.perf_counter() - started


def _words(page: GeneratedPage) -> PageWords:
    parts = (
        f'<h2 id="s{place}">{escape(head)}</h2><p>{escape(text)}</p>'
        for place, (head, text) in enumerate(page.sections)
    )
    return find_page_words(parse_html("".join(parts)))


def _record(page: GeneratedPage, number: int, words: PageWords) -> Record:
    year = str(_FIRST_YEAR + number % _YEARS)
    return Record(
        url=page.url,
        lang="en",
        title=page.title,
        summary=page.summary,
        date=f"{year}-{number % 12 + 1:02}-{number % 28 + 1:02}",
        text=words.html,
        filters={"kind": (_KINDS[number % 5],), "area": (f"area-{number % _AREAS}",), "year": (year,)},
        shown={"date": year},
    )


def _our_bytes(browser: Browser, host: str, word: str, following: Sequence[str]) -> Bytes:
    with browser.new_context() as context:
        page = context.new_page()
        requests: list[Request] = []
        page.on("request", lambda request: requests.append(request))
        page.goto(host, wait_until="networkidle")
        before = [request for request in requests if "/pagefind/" in request.url or "/search/" in request.url]
        first = _bytes_for_word(page, requests, word)
        listed = _sum([request for request in requests if "/pagefind/index/" in request.url])
        second = round(median(_bytes_for_word(page, requests, item) for item in following))
    with browser.new_context() as context:
        page = context.new_page()
        requests = []
        page.on("request", lambda request: requests.append(request))
        page.goto(f"{host}search/?q={word}&kind=story", wait_until="networkidle")
        page.locator("#NW-finder .nw-result").first.wait_for(timeout=_TIMEOUT)
        shared = ("/search/", "/pagefind/")
        filtered = [request for request in requests if any(part in urlsplit(request.url).path[:-1] for part in shared)]
        return Bytes(_sum(before), first, listed, second, _sum(filtered))


def _bytes_for_word(page: Page, requests: list[Request], word: str) -> int:
    """Measure the bytes that a word loads, from its first letter to its results."""
    requests.clear()
    if not page.get_by_role("dialog").is_visible():
        page.keyboard.press("/")
    page.get_by_role("searchbox").fill(word)
    marked = page.locator("dialog .nw-result mark").filter(has_text=re.compile(f"^{word}", re.IGNORECASE))
    marked.first.wait_for(timeout=_TIMEOUT)
    page.wait_for_load_state("networkidle")
    return _sum(requests)


def _their_bytes(browser: Browser, host: str, word: str) -> int:
    with browser.new_context() as context:
        page = context.new_page()
        requests: list[Request] = []
        context.on("request", lambda request: requests.append(request))
        page.goto(host, wait_until="networkidle")
        page.locator(".md-search__input").click()
        page.locator(".md-search__input").fill(word)
        page.locator(".md-search-result__link").first.wait_for(timeout=_TIMEOUT)
        return _sum([request for request in requests if _THEIRS.search(urlsplit(request.url).path)])


def _sum(requests: Sequence[Request]) -> int:
    """The bytes of the answers' bodies as they came over the wire."""
    return sum(request.sizes()["responseBodySize"] for request in requests if request.response())


def _wire(path: Path) -> int:
    """A file's bytes as a host sends it: scripts gzipped, what is compressed already as it is."""
    data = path.read_bytes()
    return len(gzip.compress(data, mtime=0)) if path.suffix == ".js" else len(data)
