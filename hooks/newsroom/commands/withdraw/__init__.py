"""Takes a withdrawn item out of the repository's files, and says what is left to do by hand."""

import os
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from filecmp import cmp
from pathlib import Path

from newsroom.commands.withdraw.find import UnknownItemError, find_item
from newsroom.commands.withdraw.plan import FileChange, plan_withdrawal
from newsroom.commands.withdraw.report import describe_changes, describe_remaining
from newsroom.importing.report import REPORT_FILES
from newsroom.open_build import load_build
from newsroom.publish.build_options import BuildOptions
from newsroom.publish.pages.page import Notice
from newsroom.read import load_content
from newsroom.site_settings import recover_site_settings

_MADE_FOLDERS = frozenset({"node_modules", "site"})
"""Folders that git ignores, which have many files."""
__all__ = ["UnknownItemError", "withdraw_item", "withdrawn_addresses"]


def withdraw_item(
    root: Path,
    values: object,
    target: str,
    today: date,
    *,
    day: date | None = None,
    kept: Iterable[str] = (),
    is_trial: bool = False,
) -> str:
    """Take an item out of the files below ``root``, and describe what was changed and what is left to do.

    Errors in other files, or in the settings, do not matter. An item that is withdrawn already is left as it is.

    Args:
        values: The settings as they are in mkdocs.yml; None if they cannot be read.
        target: The item's key in the register, one of its files, or its address.
        day: The day of the withdrawal; today, if it is not given.
        kept: Files of the item that stay, because they do not show the person.
        is_trial: Whether nothing is written.

    Raises:
        UnknownItemError: No item or more than one item fits; nothing is written.
    """
    settings, faults = recover_site_settings(values, root)
    content = load_content(root, settings.languages, named=settings.named_values)

    def read(path: str) -> str | None:
        try:
            return (root / path).read_bytes().decode()
        except (OSError, UnicodeDecodeError):
            return None

    items = find_item(target, content, read, settings.site_url)
    reports = _find_reports(root)
    plan = plan_withdrawal(
        items, content, read, settings, today, day=day, knows_ids=not faults, kept=kept, reports=reports
    )
    imported = {path for folder in {*map(posixpath.dirname, reports)} - {""} for path in _files_below(root, folder)}
    drafts = [path for path in sorted(imported) if path.endswith(tuple(f"/{item}" for item in items))]
    copies = _copies(root, plan.deleted, {*content.files.assets, *imported})
    plan = replace(plan, copies=(*drafts, *copies))
    for change in () if is_trial else plan.changes:
        _write(root, change)
    title = "This would change:" if is_trial else "Changed:"
    changes = f"{title}\n{describe_changes(plan)}" if plan.changes else describe_changes(plan)
    return f"{changes}\n\nWhat is left to do:\n\n{describe_remaining(plan, settings)}"


def withdrawn_addresses(root: Path, values: object, today: date) -> tuple[str, ...]:
    """The absolute addresses of the withdrawn items, at which the site has a notice."""
    settings, _ = recover_site_settings(values, root)
    build = load_build(root, settings, BuildOptions(today=today))
    return tuple(f"{settings.site_url}{page.url}" for page in build.site.pages if page.notice is Notice.WITHDRAWN)


def _find_reports(root: Path) -> list[str]:
    """The reports of imports, in the root and in folders that drafts were written into."""
    found: list[str] = []
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _MADE_FOLDERS]
        found += (Path(folder, name).relative_to(root).as_posix() for name in REPORT_FILES if name in names)
    return sorted(found)


def _files_below(root: Path, folder: str) -> Iterator[str]:
    return (path.relative_to(root).as_posix() for path in (root / folder).rglob("*") if path.is_file())


def _copies(root: Path, deleted: Iterable[str], files: Iterable[str]) -> tuple[str, ...]:
    """The other files with the same bytes as one that is deleted, such as a picture that an edition has too."""
    gone = [path for path in deleted if (root / path).is_file()]
    sizes = {(root / path).stat().st_size for path in gone}
    alike = [path for path in sorted({*files} - {*gone}) if (root / path).stat().st_size in sizes]
    return tuple(path for path in alike if any(cmp(root / path, root / own, shallow=False) for own in gone))


def _write(root: Path, change: FileChange) -> None:
    if change.content is None:
        (root / change.path).unlink(missing_ok=True)
    else:
        (root / change.path).write_bytes(change.content.encode())
