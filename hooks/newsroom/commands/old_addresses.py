"""Lists what the old addresses of an export answer on the built site."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsroom.content.old_addresses import OldAddress, parse_old_address
from newsroom.importing.wordpress.addresses import every_address
from newsroom.importing.wordpress.export import ReportProgress
from newsroom.importing.wordpress.index import read_index
from newsroom.publish.hosting.redirects import RULES_FILE

_REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]*)"')


@dataclass(frozen=True)
class OldAddressAnswer:
    """What one old address answers: a page, a file, where it redirects; empty if nothing."""

    address: str
    was: str
    answer: str


def list_old_addresses(
    exports: Sequence[Path], site: Path, progress: ReportProgress = lambda _share: None
) -> list[OldAddressAnswer]:
    """Every address of an export that was public, with what it answers on the site that was built into a folder.

    Raises ImportRefusedError if the file is not an export.
    """
    rules = _read_rules(site)
    found = every_address(read_index(exports, progress))
    return [OldAddressAnswer(address, was, _answer(address, site, rules)) for address, was in sorted(found.items())]


def _answer(address: str, site: Path, rules: dict[tuple[str, str], str]) -> str:
    try:
        parsed = parse_old_address(address)
    except ValueError:
        return ""
    if target := rules.get((parsed.path, parsed.query)):
        return f"redirects to {target} where the host reads {RULES_FILE}"
    if parsed.query:
        return ""
    return next((_describe(site / path) for path in _files(parsed) if (site / path).is_file()), "")


def _files(address: OldAddress) -> Iterator[str]:
    yield address.file
    if not address.path.endswith("/"):
        yield f"{address.path}/index.html"


def _describe(file: Path) -> str:
    if file.suffix != ".html":
        return "a file"
    match = _REFRESH.search(file.read_text(encoding="utf-8", errors="replace"))
    return f"redirects to {html.unescape(match[1])}" if match else "a page"


def _read_rules(site: Path) -> dict[tuple[str, str], str]:
    """Where the rules of the site lead, by the path without its first slash and by the query."""
    file = site / RULES_FILE
    found: dict[tuple[str, str], str] = {}
    for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
        path, *parameters, target, _status = line.split(" ")
        found[parse_old_address(path).path if path != "/" else "", "&".join(parameters)] = target
    return found
