"""Parses YAML into its nodes."""

import yaml

_MAX_BRACKETS = 500


def compose_yaml(source: str) -> yaml.Node | None:
    """The nodes of a YAML text. Raises YAMLError, or RecursionError if it is nested too deeply."""
    node: yaml.Node | None = yaml.compose(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return node


def is_yaml(source: str) -> bool:
    """Whether a text can be parsed; never for one with so many brackets that the parser would take long."""
    if source.count("[") + source.count("{") > _MAX_BRACKETS:
        return False
    try:
        compose_yaml(source)
    except (yaml.YAMLError, RecursionError):
        return False
    return True


def is_value(text: str) -> bool:
    """Whether a text can be the value of a field."""
    return is_yaml(f"x: {text}")


def is_plain(text: str) -> bool:
    """Whether YAML reads a text as the same text, without quotation marks around it."""
    if not is_yaml(f"- {text}"):
        return False
    node = compose_yaml(f"- {text}")
    items = node.value if isinstance(node, yaml.SequenceNode) else []
    return len(items) == 1 and bool(items[0].value == text)
