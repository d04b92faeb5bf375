"""The weight of our pages, compared with the plain theme's pages of the same Markdown, and their Lighthouse scores."""

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import click
from tests.support.browser import chromium_path, open_browser
from tests.support.kinds import live_pages
from tests.support.visits import BUDGET, WEIGHED, Visit, Visitors

from bench.lighthouse import CATEGORIES, PageAudit, audit_pages, lighthouse_version
from bench.plain_sites import plain_address, write_plain_site
from bench.process import build_shipped
from bench.serving import served
from bench.tables import budget, machine, minimum, table

_AUDITED = ("home", "story", "stories", "newsletter", "publication", "area", "areas", "event", "events", "cy")
_MINIMUM = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
_PACKAGES = ("mkdocs", "mkdocs-material", "playwright")


@dataclass(frozen=True)
class Measured:
    """The measurements by kind of page: a visit to ours, a visit to the plain theme's page if any, and the audit."""

    ours: Mapping[str, Visit]
    plain: Mapping[str, Visit]
    audits: Mapping[str, PageAudit]
    chromium: str


def measure(root: Path, turns: int) -> Measured:
    """Build both sites from the repository in ``root``, open one page of every kind, and audit some of them.

    Raises BuildError and LighthouseError.
    """
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        ours, plain = folder / "ours", folder / "plain-site"
        for repository, site in ((root, ours), (write_plain_site(root, folder / "plain"), plain)):
            click.echo(f"pages: building {site.name}", err=True)
            build_shipped(repository, site)
        pages = live_pages()
        addresses = {kind: plain_address(plain, address) for kind, address in pages.items()}
        with (
            open_browser() as browser,
            Visitors(browser) as visitors,
            served(ours) as our_host,
            served(plain) as plain_host,
        ):
            click.echo("pages: opening them", err=True)
            our_visits = {kind: visitors.visit(our_host + address) for kind, address in pages.items()}
            plain_visits = {
                kind: visitors.visit(plain_host + item) for kind, item in addresses.items() if item is not None
            }
            version = f"Chromium {browser.version}"
        with served(ours) as host:
            click.echo(f"pages: Lighthouse, {turns} turns of {len(_AUDITED)} pages: ", nl=False, err=True)
            audits = audit_pages([host + pages[kind] for kind in _AUDITED], chromium_path(), turns)
    return Measured(our_visits, plain_visits, dict(zip(_AUDITED, audits, strict=True)), version)


def report(measured: Measured) -> str:
    """Both tables, the budgets and the machine."""
    heaviest = max(measured.ours, key=lambda kind: measured.ours[kind].weight())
    budgets = [
        budget("bytes of a story's page", measured.ours["story"].weight(), BUDGET, 0),
        budget(f"bytes of the heaviest page, {heaviest}", measured.ours[heaviest].weight(), BUDGET, 0),
        *(
            minimum(name, min(item.scores[name] for item in measured.audits.values()), _MINIMUM[name])
            for name in CATEGORIES
        ),
    ]
    versions = f"{measured.chromium}, Lighthouse {lighthouse_version()}, as a phone"
    return "\n".join(
        [*_weights(measured), "", *_audit_table(measured), "", *budgets, "", *machine(_PACKAGES), versions]
    )


def _weights(measured: Measured) -> Iterator[str]:
    yield "Gzipped bytes before a search; the last column is what the search loads at once."
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


def _audit_table(measured: Measured) -> Iterator[str]:
    head = ("page", *CATEGORIES, "first paint s", "largest paint s", "blocked ms", "shift")
    rows = [(kind, *_audit_cells(audit)) for kind, audit in measured.audits.items()]
    yield from table([head, *rows])
    for kind, audit in measured.audits.items():
        yield from (f"{kind}: {fault}" for fault in audit.faults)


def _audit_cells(audit: PageAudit) -> Iterator[str]:
    yield from (f"{audit.scores[name]:.0f}" for name in CATEGORIES)
    yield from (f"{audit.first_paint:.2f}", f"{audit.largest_paint:.2f}")
    yield from (f"{audit.blocked * 1000:.0f}", f"{audit.shift:.3f}")
