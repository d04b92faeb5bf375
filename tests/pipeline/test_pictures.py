"""Pictures on a whole site: no file has a camera's metadata, and every picture that pages name exists."""

import posixpath
from pathlib import Path
from urllib.parse import unquote

from PIL import Image

from tests.support import small_newsroom
from tests.support.engine import built, contents
from tests.support.html import parse
from tests.support.images import from_camera, opened, quarters


def named_by(page: str, html: str) -> set[str]:
    """The paths on the site of every picture file that a page names relative to itself."""
    root = parse(html)
    sets = [tag.get("srcset", "") for tag in root.iter() if tag.get("srcset")]
    addresses = [entry.split()[0] for entries in sets for entry in entries.split(", ")]
    addresses += [image.get("src", "") for image in root.iter("img")]
    return {posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(address))) for address in addresses}


def test_site_has_all_used_pictures_and_no_originals(tmp_path: Path) -> None:
    photograph = from_camera(quarters(500, 300).rotate(90, expand=True), orientation=6)
    files: dict[str, str | bytes] = {
        **small_newsroom(),
        "stories/tree.jpg": photograph,
        "docs/assets/a bench.png": from_camera(Image.effect_noise((400, 300), 60).convert("RGB"), "PNG"),
    }
    garden, edition = small_newsroom()["stories/the-garden.md"], small_newsroom()["newsletters/2024-03.md"]
    body = (
        '![A tree](tree.jpg "In May")\n\n![A bench](<../docs/assets/a bench.png>) [large](tree.jpg)\n\nA garden grew.'
    )
    files["stories/the-garden.md"] = garden.replace("A garden grew.", body).replace(
        "kind:", "image: {src: tree.jpg, alt: A tree, caption: In May., credit: Ada Elm}\nkind:"
    )
    files["newsletters/2024-03.md"] = edition.replace("A list of", "![A tree](../stories/tree.jpg)\n\nA list of")
    site = contents(built(tmp_path, files))
    assert [path for path, data in site.items() if b"Elm cameras" in data or b"Elm data" in data] == []
    assert photograph not in site.values()
    made = {path: data for path, data in site.items() if "/tree.jpg" in path or "a bench.png" in path}
    for data in made.values():
        assert dict(opened(data).getexif()) == {}
    assert opened(made["stories/tree.jpg"]).size == (500, 300)
    pages = {path: data.decode() for path, data in site.items() if path.endswith("index.html") and "email" not in path}
    named = set().union(*(named_by(page, html) for page, html in pages.items()))
    assert named <= site.keys()
    on_pages = {path for path in made if ".email." not in path}
    assert len(on_pages) == 5 + 5
    assert on_pages <= named
    assert '<img alt="A tree" src="https://www.lacnetwork.org/stories/tree.jpg"' in site["feed.xml"].decode()
    assert "<picture" not in site["feed.xml"].decode()
    assert b"stories/tree.jpg.email.jpg" in site["newsletters/2024-03/email/generic.html"]
