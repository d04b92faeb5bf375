"""Reading our MkDocs configuration, and writing those of the sites that ours is compared with."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

import yaml
from mkdocs.utils.yaml import yaml_load

PLAIN_EXTENSIONS = ("abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "tables")
"""The Markdown extensions that the compared sites need to show the same text."""
_FILE = "mkdocs.yml"


def read_config(root: Path) -> dict[str, object]:
    """The configuration of the repository in ``root``."""
    with (root / _FILE).open(encoding="utf-8") as file:
        return cast("dict[str, object]", yaml_load(file))


def write_config(folder: Path, config: Mapping[str, object]) -> None:
    """Write the configuration of the site in ``folder``."""
    (folder / _FILE).write_text(yaml.safe_dump(dict(config), sort_keys=False), encoding="utf-8")
