"""The lines of mkdocs.yml in which settings are, for messages about them."""

from pathlib import Path

import yaml

from newsroom.problems import SETTINGS_FILE, Problem
from newsroom.read.files import read_text

_BASE = ("extra", "newsroom")


def setting_line(root: Path, *keys: str | int) -> int | None:
    """The line of a setting in mkdocs.yml, or of the nearest setting around it; None if it has none there.

    Args:
        keys: The keys and positions below ``extra: newsroom:``, like "menu", 2.
    """
    text = read_text(root, SETTINGS_FILE) if (root / SETTINGS_FILE).is_file() else ""
    if isinstance(text, Problem):
        return None
    try:
        node = yaml.compose(text, yaml.SafeLoader)
    except yaml.YAMLError:
        return None
    line = None
    for depth, key in enumerate((*_BASE, *keys)):
        if isinstance(node, yaml.MappingNode):
            found = [(name.start_mark, value) for name, value in node.value if name.value == key]
        elif isinstance(node, yaml.SequenceNode) and isinstance(key, int):
            found = [(value.start_mark, value) for value in node.value[key : key + 1]]
        else:
            found = []
        if not found:
            return line
        mark, node = found[-1]
        line = mark.line + 1 if depth >= len(_BASE) else None
    return line
