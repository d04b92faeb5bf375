"""Sites with the plain Material theme: none of our templates or styles, and the theme's own search or none."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from bench.config import PLAIN_EXTENSIONS, read_config, write_config
from bench.generated_pages import GeneratedPage
from newsroom.content.types import CONTENT_FOLDERS

_CONTENT = "content"
_CONFIG = {"site_name": "Plain", "site_url": "https://plain.example/", "theme": {"name": "material", "font": False}}


def write_plain_site(root: Path, folder: Path) -> Path:
    """Write a repository to ``folder`` with the content of the one in ``root``, and without search.

    As in our site, the pages in ``docs/`` are in the navigation and the collections are not. Returns the folder.
    """
    for name in CONTENT_FOLDERS:
        shutil.copytree(root / name, folder / _CONTENT / name)
    ours = read_config(root)
    own = {
        "site_name": ours["site_name"],
        "docs_dir": _CONTENT,
        "plugins": [],
        "markdown_extensions": list(PLAIN_EXTENSIONS),
        "nav": sorted(path.relative_to(folder / _CONTENT).as_posix() for path in (folder / _CONTENT).glob("docs/*.md")),
    }
    write_config(folder, _CONFIG | own)
    return folder


def write_searched_site(pages: Iterable[GeneratedPage], folder: Path) -> Path:
    """Write a repository with generated pages and the theme's search to ``folder``. Returns the folder."""
    for page in pages:
        file = folder / "docs" / f"{page.url.rstrip('/')}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page.markdown, encoding="utf-8")
    (folder / "docs/index.md").write_text("# Home\n\nWords.\n", encoding="utf-8")
    write_config(folder, _CONFIG | {"plugins": ["search"], "nav": ["index.md"]})
    return folder


def plain_address(site: Path, address: str) -> str | None:
    """The address in the plain site of the page that ours has at ``address``. None if it has no such page."""
    candidates = (f"docs/{address}", address) if address else ("docs/",)
    return next(
        (item for item in candidates if (site / item).is_file() or (site / item / "index.html").is_file()), None
    )
