"""Takes a withdrawn item out of the repository's files, and says what is left to do by hand."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from filecmp import cmp
from pathlib import Path

from newsroom.commands.withdraw.find import UnknownItemError, find_item
from newsroom.commands.withdraw.plan import FileChange, plan_withdrawal
from newsroom.commands.withdraw.report import describe_changes, describe_remaining
from newsroom.open_build import load_build
from newsroom.publish.build_options import BuildOptions
from newsroom.publish.page import Notice
from newsroom.read import load_content
from newsroom.site_settings import recover_site_settings

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
        root: The repository's folder.
        values: The settings as they are in mkdocs.yml; None if they cannot be read.
        target: The item's key in the register, one of its files, or its address.
        today: Today's date.
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
    plan = plan_withdrawal(items, content, read, settings, today, day=day, knows_ids=not faults, kept=kept)
    plan = replace(plan, copies=_copies(root, plan.deleted, content.files.assets))
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
