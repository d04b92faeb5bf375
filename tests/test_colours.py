"""What is said of a file of colours with faults, and what is read of it (tests/golden/colours.txt)."""

from pathlib import Path

from newsroom.colours import COLOURS_FILE, read_colours
from newsroom.problems import ContentError
from tests.support.golden import Golden

_BLACK = ("ink", "muted", "link", "accent", "band", "button", "brand")
_WHITE = (
    *("paper", "card", "tint", "marigold", "line", "grid", "edge", "surround", "highlight", "mark"),
    *("band_ink", "button_ink", "brand_ink"),
)
_LIGHT = dict.fromkeys(_WHITE, "#ffffff") | dict.fromkeys(_BLACK, "#000000")
_DRAWINGS = dict.fromkeys(("mist", "sage", "leaf", "deep", "glow", "clay"), "#0A0b0C")


def _file(light: dict[str, str] | None = None, dark: str = "", drawings: str = "") -> str:
    """A file with other colours than black and white, and other lines for its other tables."""
    colours = "\n".join(f'{name} = "{value}"' for name, value in (_LIGHT | (light or {})).items() if value)
    drawn = drawings or "\n".join(f'{name} = "{value}"' for name, value in _DRAWINGS.items())
    return f"[light]\n{colours}\n\n[dark]\n{dark}\n\n[drawings]\n{drawn}\n"


_FILES: dict[str, str | bytes | None] = {
    "valid": _file({"river": "#ABCDEF"}, 'paper = "#000000"\ncard = "#000000"\ntint = "#000000"\nink = "#ffffff"\n'
                   'muted = "#ffffff"\nlink = "#ffffff"\naccent = "#ffffff"'),
    "no file": None,
    "not UTF-8": b"\xff",
    "not TOML": _file({"ink": '"'}),
    "unfinished": "[light",
    "no tables": "",
    "no mapping": "light = 1\ndark = 2\n[drawings]",
    "no colours": "[light]\n[dark]\n[drawings]",
    "other values": _file({"ink": "black", "line": "#12345", "grid": "#1234567", "edge": "#12345g"}, "paper = 1"),
    "name in dark alone": _file(dark='papr = "#ffffff"\nzzz = "#ffffff"\n river = "#ffffff"'),
    "name of the other table": _file({"deep": "#ffffff"}, drawings='deep = "#ffffff"'),
    **{f"ink {ink}": _file({"ink": ink}) for ink in ("#767676", "#777777", "#ff0000", "#00ff00", "#0000ff", "#aabbcc")},
    **{f"paper {paper}": _file({"paper": paper}) for paper in ("#0a0a0a", "#0b0b0b", "#101010")},
    **{f"{name} is grey": _file({name: "#808080"}) for name in _BLACK},
    **{f"{name} is dim": _file({name: "#666666"}) for name in ("band_ink", "button_ink", "brand_ink", "card", "mark")},
    "dark is grey": _file(dark='  link="#808080"').replace("[dark]", "[ dark ]  # night"),
    "dark paper": _file(dark='paper = "#444444"'),
}  # fmt: skip


def test_colours_match_golden_file(tmp_path: Path, golden: Golden) -> None:
    lines: list[str] = []
    for name, text in _FILES.items():
        (tmp_path / COLOURS_FILE).unlink(missing_ok=True)
        if text is not None:
            (tmp_path / COLOURS_FILE).write_bytes(text if isinstance(text, bytes) else text.encode())
        lines.append(f"# {name}")
        try:
            found = read_colours(tmp_path)
        except ContentError as error:
            lines += [str(problem).replace(tmp_path.name, "theme") for problem in error.problems]
            found = read_colours(tmp_path, or_plain=True)
        if name in ("valid", "no file"):
            lines += [f"light: {dict(found.light)}", f"dark: {dict(found.dark)}", f"drawings: {dict(found.drawings)}"]
    golden.check("colours.txt", "\n".join(lines).encode())
