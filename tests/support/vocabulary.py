"""Which words the templates and the code ask the catalogues for, composed names like ``"kind." ~ front.kind`` too."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import get_args

from jinja2 import Environment, nodes

from newsroom.accessibility import Palette
from newsroom.publish.feeds.plan import GROUPS
from newsroom.publish.menu import SECTIONS
from newsroom.types import LISTS, TOPIC_TYPES, TYPES
from newsroom.types.area import Area
from newsroom.types.newsletter import NEWSLETTER
from newsroom.types.publication import PUBLICATION, Publication
from newsroom.types.story import Story
from tests.support import ROOT

_KINDS = {*get_args(Story.model_fields["kind"].annotation), *get_args(Publication.model_fields["kind"].annotation)}
_NATIONS = set(get_args(Area.model_fields["nation"].annotation))
_DATA: Mapping[str, set[str]] = {
    "front.kind": _KINDS,
    "work.kind": set(get_args(Publication.model_fields["kind"].annotation)),
    "item.genre": {*_KINDS, NEWSLETTER.name},
    "document.genre": {*_KINDS, NEWSLETTER.name},
    "front.nation": _NATIONS,
    "area.front.nation": _NATIONS,
    "nation": _NATIONS,
    "palette": set(get_args(Palette)),
    "name": set(LISTS),
    "label": {"date.added", "date.expected"},
    "front.date_label": {"date.added", "date.expected"},
}
"""What can stand in the content where a name is composed from it."""
_VARIABLES: Mapping[str, set[str]] = {
    "alert": {"caution", "important", "note", "tip", "warning"},
    "name": set(LISTS),
    "section": {*SECTIONS, *(found.address for found in TOPIC_TYPES)},
    "group": set(GROUPS),
    "kind": {*_KINDS, *(found.label or found.name for found in TYPES)} - {PUBLICATION.name},
}
"""What the code's own variables run through where a name is composed from them."""


@dataclass(frozen=True)
class Use:
    """One place that asks for words: their name, the placeholders it fills, whether it asks for a number of things."""

    name: str
    values: frozenset[str]
    is_count: bool
    place: str


def uses() -> set[Use]:
    """Every use of words in the templates and in the code."""
    found: set[Use] = set()
    for file in sorted((ROOT / "overrides").rglob("*")):
        if file.suffix in (".html", ".txt", ".xml"):
            tree = Environment(autoescape=True).parse(file.read_text(encoding="utf-8"))
            found.update(_in_template(tree, {}, file.relative_to(ROOT).as_posix()))
    for file in sorted((ROOT / "hooks").rglob("*.py")):
        found.update(_in_code(ast.parse(file.read_text(encoding="utf-8")), file.relative_to(ROOT).as_posix()))
    return found


def _in_template(node: nodes.Node, scope: Mapping[str, set[str]], place: str) -> Iterator[Use]:
    if isinstance(node, nodes.For):
        scope = {**scope, **_loop(node)}
    if isinstance(node, nodes.Call):
        is_count = isinstance(node.node, nodes.Getattr) and _spelled(node.node) == "_.count"
        if is_count or (isinstance(node.node, nodes.Name) and node.node.name == "_"):
            values = frozenset({"number"} if is_count else {keyword.key for keyword in node.kwargs})
            for name in _template_names(node.args[0], scope, place):
                yield Use(name, values, is_count, f"{place}, line {node.lineno}")
    for child in node.iter_child_nodes():
        yield from _in_template(child, scope, place)


def _loop(node: nodes.For) -> dict[str, set[str]]:
    """What a loop's variables run through, where that stands in the template."""
    targets = node.target.items if isinstance(node.target, nodes.Tuple) else [node.target]
    rows = node.iter.items if isinstance(node.iter, nodes.Tuple) else []
    found: dict[str, set[str]] = {}
    for row in rows:
        cells = row.items if isinstance(row, nodes.Tuple) else [row]
        for target, cell in zip(targets, cells, strict=True):
            if isinstance(target, nodes.Name) and isinstance(cell, nodes.Const):
                found.setdefault(target.name, set()).add(str(cell.value))
    return found


def _template_names(node: nodes.Expr, scope: Mapping[str, set[str]], place: str) -> set[str]:
    if isinstance(node, nodes.Const):
        return {str(node.value)}
    if isinstance(node, nodes.Concat):
        return {"".join(parts) for parts in product(*(_template_names(part, scope, place) for part in node.nodes))}
    spelled = _spelled(node)
    assert spelled in scope or spelled in _DATA, f"{place}: what can '{spelled or node}' be? Say it in {__name__}"
    return scope.get(spelled) or _DATA[spelled]


def _spelled(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_spelled(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else ""


def _in_code(tree: ast.Module, place: str) -> Iterator[Use]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            called = ast.unparse(node.func).split(".")
            is_count = [name.lstrip("_") for name in called[-2:]] in (["words", "count"], ["words", "forms"])
            if is_count or called[-1].lstrip("_") == "words":
                values = {"number"} if is_count else {str(keyword.arg) for keyword in node.keywords}
                for name in _code_names(node.args[0], place):
                    yield Use(name, frozenset(values), is_count, f"{place}, line {node.lineno}")


def _code_names(node: ast.expr, place: str) -> set[str]:
    if isinstance(node, ast.Constant):
        return {str(node.value)}
    if isinstance(node, ast.JoinedStr):
        return {"".join(parts) for parts in product(*(_code_names(part, place) for part in node.values))}
    spelled = ast.unparse(node.value if isinstance(node, ast.FormattedValue) else node)
    known = {**_VARIABLES, **_DATA}
    assert spelled in known, f"{place}: what can '{spelled}' be? Say it in {__name__}"
    return known[spelled]
