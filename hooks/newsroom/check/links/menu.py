"""Checks that the entries of the menu in mkdocs.yml lead to pages of the site."""

from collections.abc import Collection, Iterator, Set
from pathlib import Path

from newsroom.content.types import LISTS
from newsroom.problems import SETTINGS_FILE, Problem, suggest
from newsroom.read.setting_lines import setting_line
from newsroom.settings import Settings


def check_menu(
    settings: Settings, addresses: Collection[str], withdrawn: Set[str | None], root: Path
) -> Iterator[Problem]:
    """Yield an error for each entry that leads nowhere or is in the menu twice, and a warning for a withdrawn page's.

    Args:
        addresses: The addresses of all pages, also of those that readers do not see yet. A list may be in the menu
            before it has any items: until then readers do not see the entry.
        withdrawn: The addresses of the pages that were taken down.
    """
    known = {*addresses, *(f"{name}/" for name in LISTS)}
    entries = [item.address for item in settings.menu or ()]
    for position, address in enumerate(entries):
        line, entry = setting_line(root, "menu", position), f"`extra: newsroom: menu` has '{address}'"
        if address not in known:
            fix = suggest(address, known, "write the address of a page, like about/ for docs/about.md")
            yield Problem(
                "menu-address-unknown", SETTINGS_FILE, line, f"{entry}, which is not the address of a page", fix
            )
        elif address in withdrawn:
            fix = "take the entry out, because its words may name the person"
            yield Problem("link-withdrawn", SETTINGS_FILE, line, f"{entry}, which was taken down", fix)
        elif address in entries[:position]:
            yield Problem("setting-repeated", SETTINGS_FILE, line, f"{entry} twice", "keep one")
