"""One file defines all colours: a change is visible in all outputs, and an error is explained."""

from io import BytesIO
from pathlib import Path
from shutil import copytree

import pytest
from PIL import Image

from newsroom.colours import COLOURS_FILE, read_colours
from newsroom.problems import ContentError
from tests.support import problems_in, small_newsroom
from tests.support.images import opened
from tests.support.rendering import published
from tests.support.theme import THEME
from tests.support.wordings import Reported

SHIPPED = (THEME / COLOURS_FILE).read_text(encoding="utf-8")


def theme(root: Path, *changes: tuple[str, str]) -> Path:
    """A copy of the theme in a folder, with changes to the file of colours."""
    copied = copytree(THEME, root / "overrides")
    text = SHIPPED
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (copied / COLOURS_FILE).write_text(text, encoding="utf-8")
    return copied


def test_changed_colour_is_in_pages_emails_cards_and_icons(tmp_path: Path) -> None:
    theme(tmp_path, ('paper = "#fdf9f2"', 'paper = "#fafbfc"'), ('marigold = "#f2b33d"', 'marigold = "#12ab34"'))
    made = published(tmp_path, small_newsroom())
    texts = ("assets/newsroom.css", "assets/logo.svg", "assets/favicon.svg", "newsletters/2024-03/email/generic.html")
    assert all(b"#12ab34" in made[path] and b"#f2b33d" not in made[path] for path in texts)
    assert all(b"#fafbfc" in made[path] for path in (texts[0], texts[3]))
    card = opened(made["newsletters/2024-03/card.png"]).convert("RGB")
    assert card.getpixel((5, 5)) == (0xFA, 0xFB, 0xFC)
    pictures = ("assets/favicon.png", "assets/apple-touch-icon.png", "assets/email/watch.png", "stories/card.png")
    for path in pictures:
        image = Image.open(BytesIO(made[path])).convert("RGB")
        colours = {colour for _, colour in image.getcolors(1_000_000) or ()}
        assert ((0x12, 0xAB, 0x34) in colours, (0xF2, 0xB3, 0x3D) in colours) == (True, False), path


def test_site_has_an_icon_where_programs_ask_for_it_unless_editors_add_one(tmp_path: Path) -> None:
    assert opened(published(tmp_path / "1", small_newsroom())["favicon.ico"]).size == (48, 48)
    own = b"\x00\x00\x01\x00of their own"
    assert published(tmp_path / "2", small_newsroom() | {"docs/favicon.ico": own})["favicon.ico"] == own


def test_dark_colours_are_those_that_differ(tmp_path: Path) -> None:
    dark = published(tmp_path, small_newsroom())["assets/dark.css"].decode()
    assert "--paper: #14201f;" in dark
    assert "--marigold" not in dark
    assert read_colours(THEME).dark["marigold"] == "#f2b33d"


def test_script_of_all_pages_has_every_part(tmp_path: Path) -> None:
    script = published(tmp_path, small_newsroom())["assets/site.js"]
    parts = [path.read_bytes().strip() for path in (THEME / "scripts").glob("*.js")]
    assert min(script.index(part) for part in parts) == 0


def test_network_may_add_colours_of_its_own(tmp_path: Path) -> None:
    assert read_colours(theme(tmp_path, ("[dark]", 'river = "#0000AA"\n[dark]'))).light["river"] == "#0000AA"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            'paper = "#fdf9f2"',
            'paper = "cream"',
            ":5",
        ),
        ('paper = "#fdf9f2"', "paper = 7", ":5"),
        ('paper = "#fdf9f2"', "paper = #fdf9f2", ":5"),
        ('paper = "#fdf9f2"', "", ""),
        ("[drawings]", "[pictures]", ""),
        ('glow = "#fbe3ae"', "", ""),
        (
            'muted = "#b4c0bc"',
            'mutted = "#b4c0bc"',
            ":31",
        ),
    ],
)
def test_error_in_colours_is_explained(tmp_path: Path, old: str, new: str, line: str, reported: Reported) -> None:
    theme(tmp_path, (old, new))
    found = problems_in(tmp_path, small_newsroom())
    assert reported(found) == [f"overrides/colours.toml{line} colours-invalid"]
    with pytest.raises(ContentError):
        read_colours(tmp_path / "overrides")


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ('ink = "#1d2a2b"', 'ink = "#808080"', [8, 8, 8]),
        ('tint = "#1f3130"', 'tint = "#808080"', [30, 31, 32, 33]),
        ('button = "#0a5f62"', 'button = "#88bbbb"', [19]),
    ],
)
def test_text_with_too_little_contrast_is_an_error(
    tmp_path: Path, old: str, new: str, lines: list[int], reported: Reported
) -> None:
    theme(tmp_path, (old, new))
    found = reported(problems_in(tmp_path, small_newsroom()))
    assert found == [f"overrides/colours.toml:{line} colours-contrast" for line in lines]


@pytest.mark.parametrize("template", ["cards/card.svg", "email/watch.svg"])
def test_invalid_theme_drawing_is_named(tmp_path: Path, template: str) -> None:
    (theme(tmp_path) / template).write_text("<svg", encoding="utf-8")
    with pytest.raises(ContentError, match=f"^{template}: is not a drawing that can be read; save it again as SVG"):
        published(tmp_path, small_newsroom())


@pytest.mark.parametrize(
    ("mark", "line"),
    [
        ('<?xml version="1.0"?>\n<svg viewBox="0 0 24 24"><path d="M1 1h9"/></svg>', ""),
        ('<!doctype svg><g viewBox="0 0 24 24"></g>', ""),
        ('<SVG viewBox="0 0 24 24"></SVG>', ""),
        ('<path d="M1 1h9"/>\n<path d="M1 1h9">', ":2"),
        ('<g sodipodi:label="Layer"><path d="M1 1h9"/></g>', ":1"),
        ('<path d="M1 1h9"/>\n<g><path style="fill:#0a5f62" d="M1 1h9"/></g>', ":2"),
        ("<style>.a { fill: red }</style>", ":1"),
    ],
)
def test_logo_that_is_no_part_of_a_drawing_is_explained(
    tmp_path: Path, mark: str, line: str, reported: Reported
) -> None:
    (theme(tmp_path) / "parts/mark.svg").write_text(mark, encoding="utf-8")
    assert reported(problems_in(tmp_path, small_newsroom())) == [f"overrides/parts/mark.svg{line} logo-invalid"]


def test_logo_may_have_the_code_of_templates(tmp_path: Path) -> None:
    mark = '{# <a\n #}{% if 1 < 2\n %}<path fill="{{ "<red"[\n1:] }}" d="M1 1h9"/>{% endif %}'
    (theme(tmp_path) / "parts/mark.svg").write_text(mark, encoding="utf-8")
    assert problems_in(tmp_path, small_newsroom()) == []
