"""Sites of the plain theme: no templates or styles of ours, and the theme's own search or none."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from bench.config import PLAIN_EXTENSIONS, read_config, write_config
from bench.wordy import WordyPage
from newsroom.content.types import CONTENT_FOLDERS

_CONTENT = "content"
_CONFIG = {"site_name": "Plain", "site_url": "https://plain.example/", "theme": {"name": "material", "font": False}}


def lay_out_plain(root: Path, folder: Path) -> Path:
    """A repository in ``folder`` with the content of the one in ``root``, its pages where the files stand, no search.

    As with us, the standing pages are in the navigation and the collections are not.
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


def lay_out_searched(pages: Iterable[WordyPage], folder: Path) -> Path:
    """A repository in ``folder`` with made-up pages and the theme's search, out of its navigation as ours are."""
    for page in pages:
        file = folder / "docs" / f"{page.url.rstrip('/')}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page.markdown, encoding="utf-8")
    (folder / "docs/index.md").write_text("# Home\n\nWords.\n", encoding="utf-8")
    write_config(folder, _CONFIG | {"plugins": ["search"], "nav": ["index.md"]})
    return folder


def plain_address(site: Path, address: str) -> str | None:
    """Where the plain site in ``site`` has the page that ours has at ``address``; None where it has none."""
    candidates = (f"docs/{address}", address) if address else ("docs/",)
    return next((one for one in candidates if (site / one).is_file() or (site / one / "index.html").is_file()), None)
