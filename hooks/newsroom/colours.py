"""The colours of pages, emails, cards and icons, from a file of the theme that a designer edits."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from newsroom.problems import CANNOT_OPEN, ContentError, Fault, suggest

COLOURS_FILE = "colours.toml"
_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_REQUIRED: Mapping[str, tuple[str, ...]] = {
    "light": (
        *("paper", "card", "tint", "ink", "muted", "link", "accent", "marigold", "line", "grid", "edge"),
        *("band", "band_ink", "button", "button_ink", "surround", "highlight", "brand", "brand_ink", "mark"),
    ),
    "dark": (),
    "drawings": ("mist", "sage", "leaf", "deep", "glow", "clay"),
}
"""The tables of the file, each with the names that templates use. A network may add names."""


_MIN_CONTRAST = 4.5
"""The contrast that text needs (https://www.w3.org/TR/WCAG22/#contrast-minimum)."""
_TEXT_ON: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("ink", "muted", "link", "accent"), ("paper", "card", "tint")),
    "band_ink": ("band",),
    "button_ink": ("button",),
    "brand_ink": ("brand",),
}
"""The colours of text, each with the colours behind it."""


@dataclass(frozen=True)
class Colours:
    """Colours as "#rrggbb", by name. ``dark`` has all names of ``light``; ``drawings`` are for social cards."""

    light: Mapping[str, str]
    dark: Mapping[str, str]
    drawings: Mapping[str, str]


def _plain(*, paper: str, ink: str) -> Mapping[str, str]:
    """Two colours for all names."""
    dark = ("ink", "muted", "link", "accent", "marigold", "line", "grid", "edge", "band_ink", "button", "brand", "mark")
    return {name: ink if name in dark else paper for name in _REQUIRED["light"]}


_PLAIN_COLOURS = Colours(
    light=_plain(paper="#ffffff", ink="#1a1a1a"),
    dark=_plain(paper="#1a1a1a", ink="#ffffff"),
    drawings=dict.fromkeys(_REQUIRED["drawings"], "#cccccc"),
)
"""Black on white, and white on black, for a build that must not fail."""


def read_colours(theme: Path, *, or_plain: bool = False) -> Colours:
    """Read the colours from the theme's folder. ``or_plain``: an invalid file gives plain colours.

    Raises ContentError with all errors in the file.
    """
    try:
        return _read_colours(theme)
    except ContentError:
        if or_plain:
            return _PLAIN_COLOURS
        raise


def _read_colours(theme: Path) -> Colours:
    path = f"{theme.name}/{COLOURS_FILE}"
    try:
        text = (theme / COLOURS_FILE).read_text(encoding="utf-8")
        tables = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError([CANNOT_OPEN.at(path, None)]) from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        fault = _fault("is not valid TOML", 'write lines like paper = "#fdf9f2"')
        raise ContentError([fault.at(path, int(line[1]) if line else None)]) from error
    faults = [*_find_faults(tables)] or [*_find_faint_text(tables)]
    if faults:
        raise ContentError(fault.at(path, _find_line(text, table, name)) for table, name, fault in faults)
    return Colours(tables["light"], tables["light"] | tables["dark"], tables["drawings"])


def _find_faults(tables: Mapping[str, object]) -> Iterator[tuple[str, str, Fault]]:
    """Each fault with its table and the name of its colour."""
    light = tables.get("light")
    known = (*(light if isinstance(light, Mapping) else ()), *_REQUIRED["light"])
    for table, required in _REQUIRED.items():
        values = tables.get(table)
        if not isinstance(values, Mapping):
            yield table, "", _fault(f"has no [{table}]", f"add a line [{table}], and its colours below it")
            continue
        for name, value in values.items():
            if not (isinstance(value, str) and _COLOUR.fullmatch(value)):
                yield table, name, _fault(f"{name} = {value!r} is not a colour", f'write {name} = "#fdf9f2"')
            elif table == "dark" and name not in known:
                fix = suggest(name, known, "add it to [light] too")
                yield table, name, _fault(f"[dark] has {name}, which [light] does not have", fix)
        for name in required:
            if name not in values:
                yield table, name, _fault(f"[{table}] has no {name}", f'add a line {name} = "#fdf9f2" below [{table}]')


def _find_faint_text(tables: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str, Fault]]:
    """The fault of each colour of text that has too little contrast to what is behind it."""
    for table in ("light", "dark"):
        colours = {**tables["light"], **tables[table]}
        for text, behind in ((text, behind) for text, all_behind in _TEXT_ON.items() for behind in all_behind):
            ratio = _contrast(colours[text], colours[behind])
            if ratio < _MIN_CONTRAST:
                name = text if text in tables[table] else behind
                what = f"in [{table}] the contrast of {text} to {behind} is {int(ratio * 100) / 100:.2f} : 1"
                fix = f"make one of them darker or lighter: text needs {_MIN_CONTRAST} : 1"
                yield table, name, Fault("colours-contrast", what, fix)


def _contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio), from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _fault(what: str, fix: str) -> Fault:
    return Fault("colours-invalid", what, fix)


def _find_line(text: str, table: str, name: str) -> int | None:
    """The line on which a table has a name, written as `name = …`; None if it is written differently."""
    current = ""
    for number, line in enumerate(text.splitlines(), 1):
        key = line.split("=")[0].strip()
        current = key.split("]")[0][1:].strip() if key.startswith("[") else current
        if (current, key) == (table, name):
            return number
    return None
