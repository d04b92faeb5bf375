"""The plain theme with the same Markdown: no templates or styles of ours, no search, no plugin."""

import shutil
from pathlib import Path

import yaml
from mkdocs.utils.yaml import yaml_load

from newsroom.places import CONTENT_FOLDERS

_CONTENT = "content"


def lay_out_plain(root: Path, folder: Path) -> Path:
    """A repository in ``folder`` with the content of the one in ``root``, its pages where the files stand.

    As with us, the standing pages are in the navigation and the collections are not.
    """
    for name in CONTENT_FOLDERS:
        shutil.copytree(root / name, folder / _CONTENT / name)
    with (root / "mkdocs.yml").open(encoding="utf-8") as file:
        ours = yaml_load(file)
    config = {
        "site_name": ours["site_name"],
        "site_url": "https://plain.example/",
        "docs_dir": _CONTENT,
        "theme": {"name": "material", "font": False},
        "plugins": [],
        "markdown_extensions": ours["markdown_extensions"],
        "nav": sorted(path.relative_to(folder / _CONTENT).as_posix() for path in (folder / _CONTENT).glob("docs/*.md")),
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
    return folder


def plain_address(site: Path, address: str) -> str | None:
    """Where the plain site in ``site`` has the page that ours has at ``address``; None where it has none."""
    candidates = (f"docs/{address}", address) if address else ("docs/",)
    return next((one for one in candidates if (site / one).is_file() or (site / one / "index.html").is_file()), None)
