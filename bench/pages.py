"""What our pages weigh, beside the plain theme's of the same Markdown, and what Lighthouse says of them."""

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import click
from tests.support.browser import chromium_path, open_browser
from tests.support.kinds import PAGES
from tests.support.visits import BUDGET, WEIGHED, Visit, visit

from bench.lighthouse import CATEGORIES, Judged, judge, lighthouse_version
from bench.plain import lay_out_plain, plain_address
from bench.process import build_shipped
from bench.serving import served
from bench.tables import budget, least, machine, table

_JUDGED = ("home", "story", "newsletter", "publication", "stories")
_LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
_PACKAGES = ("mkdocs", "mkdocs-material", "playwright")


@dataclass(frozen=True)
class Measured:
    """By kind of page: what a visit to ours brings in, to the plain theme's where it has one, and the judgement."""

    ours: Mapping[str, Visit]
    plain: Mapping[str, Visit]
    judged: Mapping[str, Judged]
    chromium: str


def measure(root: Path, turns: int) -> Measured:
    """Build both sites from the repository in ``root``, open one page of every kind, and have some of them judged.

    Raises BuildError and LighthouseError.
    """
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        ours, plain = folder / "ours", folder / "plain-site"
        for repository, site in ((root, ours), (lay_out_plain(root, folder / "plain"), plain)):
            click.echo(f"pages: building {site.name}", err=True)
            build_shipped(repository, site)
        addresses = {kind: plain_address(plain, address) for kind, address in PAGES.items()}
        with open_browser() as browser, served(ours) as our_host, served(plain) as plain_host:
            click.echo("pages: opening them", err=True)
            our_visits = {kind: visit(browser, our_host + address) for kind, address in PAGES.items()}
            plain_visits = {
                kind: visit(browser, plain_host + one) for kind, one in addresses.items() if one is not None
            }
            version = f"Chromium {browser.version}"
        with served(ours) as host:
            click.echo(f"pages: Lighthouse, {turns} turns of {len(_JUDGED)} pages: ", nl=False, err=True)
            judged = judge([host + PAGES[kind] for kind in _JUDGED], chromium_path(), turns)
    return Measured(our_visits, plain_visits, dict(zip(_JUDGED, judged, strict=True)), version)


def report(measured: Measured) -> str:
    """Both tables, the budgets and the machine."""
    heaviest = max(measured.ours, key=lambda kind: measured.ours[kind].weight())
    budgets = [
        budget("bytes of a story's page", measured.ours["story"].weight(), BUDGET, 0),
        budget(f"bytes of the heaviest page, {heaviest}", measured.ours[heaviest].weight(), BUDGET, 0),
        *(least(name, min(one.scores[name] for one in measured.judged.values()), _LEAST[name]) for name in CATEGORIES),
    ]
    versions = f"{measured.chromium}, Lighthouse {lighthouse_version()}, as a phone"
    return "\n".join([*_weights(measured), "", *_judgements(measured), "", *budgets, "", *machine(_PACKAGES), versions])


def _weights(measured: Measured) -> Iterator[str]:
    yield "Bytes, gzipped, before anything is searched; besides, what the search brings in at once."
    parts = [*WEIGHED, "sum"]
    head = ("page", *(f"our {part}" for part in parts), *(f"plain {part}" for part in parts), "our search")
    rows = []
    for kind, ours in measured.ours.items():
        plain = measured.plain.get(kind)
        theirs = _cells(plain) if plain else ("-",) * len(parts)
        rows.append((kind, *_cells(ours), *theirs, f"{ours.search_weight:,}"))
    yield from table([head, *rows])


def _cells(seen: Visit) -> tuple[str, ...]:
    return (*(f"{seen.weight(type_):,}" for type_ in WEIGHED), f"{seen.weight():,}")


def _judgements(measured: Measured) -> Iterator[str]:
    head = ("page", *CATEGORIES, "first paint s", "largest paint s", "blocked ms", "shift")
    rows = [(kind, *_judgement(judged)) for kind, judged in measured.judged.items()]
    yield from table([head, *rows])
    for kind, judged in measured.judged.items():
        yield from (f"{kind}: {fault}" for fault in judged.faults)


def _judgement(judged: Judged) -> Iterator[str]:
    yield from (f"{judged.scores[name]:.0f}" for name in CATEGORIES)
    yield from (f"{judged.first_paint:.2f}", f"{judged.largest_paint:.2f}")
    yield from (f"{judged.blocked * 1000:.0f}", f"{judged.shift:.3f}")
