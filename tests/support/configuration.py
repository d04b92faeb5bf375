"""The mkdocs.yml that tests build with: this repository's machinery, and the frozen newsroom's network."""

from functools import cache
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]


@cache
def configuration() -> str:
    """The text of mkdocs.yml for the frozen newsroom."""
    site, network = (ROOT / path for path in ("mkdocs.yml", "tests/newsroom/network.yml"))
    return with_network(site.read_text(encoding="utf-8"), network.read_text(encoding="utf-8"))


def with_network(site: str, network: str) -> str:
    """The text of a mkdocs.yml in which each key that another one has is replaced by what is there."""
    own = blocks(network)
    return "".join([*own.values(), *(block for key, block in blocks(site).items() if key not in own)])


def blocks(text: str) -> dict[str, str]:
    """The lines of each key at the top level as they are written, so that tags and comments stay."""
    node = yaml.compose(text, yaml.SafeLoader)
    assert isinstance(node, yaml.MappingNode), "this is not a mapping"
    lines = text.splitlines(keepends=True)
    keys = [key for key, _ in node.value]
    ends = [*(key.start_mark.line for key in keys[1:]), len(lines)]
    return {key.value: "".join(lines[key.start_mark.line : end]) for key, end in zip(keys, ends, strict=True)}
