"""Where the drawings go: illustrations among the content, icons among the theme's files."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from illustrations import DRAWINGS
from illustrations.canvas import with_few_colours
from illustrations.icons import favicon, logo, tile

ILLUSTRATIONS: Final = "docs/assets/illustrations"
ICONS: Final = "overrides/assets"


def write_illustrations(root: Path, names: Iterable[str]) -> None:
    """Draw the illustrations named, into the folder for them below ``root``."""
    folder = root / ILLUSTRATIONS
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        with_few_colours(DRAWINGS[name].made()).save(folder / f"{name}.png", optimize=True)


def write_icons(root: Path) -> None:
    """Draw the mark and the icons made of it, into the theme's assets below ``root``."""
    folder = root / ICONS
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "logo.svg").write_text(logo(), encoding="utf-8")
    (folder / "favicon.svg").write_text(favicon(), encoding="utf-8")
    tile(48, radius=5).save(folder / "favicon.png", optimize=True)
    tile(180).convert("RGB").save(folder / "apple-touch-icon.png", optimize=True)
