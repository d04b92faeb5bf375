"""Which words the templates and the code ask the catalogues for, composed names like ``f"kind.{front.kind}"`` too."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import get_args

from jinja2 import Environment, nodes

from newsroom.content.accessibility import Palette
from newsroom.content.types import LISTS, TOPIC_TYPES, TYPES
from newsroom.content.types.area import Area
from newsroom.content.types.newsletter import NEWSLETTER
from newsroom.content.types.publication import PUBLICATION, Publication
from newsroom.content.types.story import Story
from newsroom.publish.feeds.plan import GROUPS
from newsroom.publish.views.frame import ABOUT, LEGAL
from newsroom.publish.views.menu import SECTIONS
from tests.support import ROOT

_KINDS = {*get_args(Story.model_fields["kind"].annotation), *get_args(Publication.model_fields["kind"].annotation)}
_NATIONS = set(get_args(Area.model_fields["nation"].annotation))
_DATA: Mapping[str, set[str]] = {
    "front.kind": _KINDS,
    "work.kind": set(get_args(Publication.model_fields["kind"].annotation)),
    "document.genre": {*_KINDS, NEWSLETTER.name},
    "front.nation": _NATIONS,
    "nation": _NATIONS,
    "palette": set(get_args(Palette)),
    "label": {"date.added", "date.expected"},
    "front.date_label": {"date.added", "date.expected"},
}
"""What can stand in the content where a name is composed from it."""
_VARIABLES: Mapping[str, set[str]] = {
    "alert": {"caution", "important", "note", "tip", "warning"},
    "name": set(LISTS),
    "section": {*SECTIONS, *(found.address for found in TOPIC_TYPES)},
    "part": {*ABOUT, *LEGAL},
    "field": {found.topic_field for found in TOPIC_TYPES},
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
            found.update(_in_template(tree, file.relative_to(ROOT).as_posix()))
    for file in sorted((ROOT / "hooks").rglob("*.py")):
        found.update(_in_code(ast.parse(file.read_text(encoding="utf-8")), file.relative_to(ROOT).as_posix()))
    return found


def _in_template(tree: nodes.Template, place: str) -> Iterator[Use]:
    """A template asks for words by their whole name: names that are composed are worked out before it."""
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "_":
            (name,) = call.args
            assert isinstance(name, nodes.Const), f"{place}, line {call.lineno}: compose the name in the page's value"
            values = frozenset(keyword.key for keyword in call.kwargs)
            yield Use(name.value, values, is_count=False, place=f"{place}, line {call.lineno}")


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
