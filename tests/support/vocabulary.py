"""The texts of the catalogues that templates and code use, with composed names like ``f"kind.{front.kind}"``."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import get_args

from jinja2 import Environment, nodes

from newsroom.content.accessibility import Palette
from newsroom.content.types import DATED_TYPES, LISTS, TOPIC_TYPES, TYPES
from newsroom.content.types.publication import PUBLICATION, Publication
from newsroom.content.types.story import STORY, Story
from newsroom.publish.feeds.plan import FEED_GROUPS
from newsroom.publish.views.frame import ABOUT, LEGAL, SECTIONS
from tests.support import ROOT

_KINDS = {*get_args(Story.model_fields["kind"].annotation), *get_args(Publication.model_fields["kind"].annotation)}
_STATUSES = {"cancelled", "postponed"}
_STATES = {"publication.forthcoming", *(f"event.{status}" for status in _STATUSES)}
_DATA: Mapping[str, set[str]] = {
    "front.kind": _KINDS,
    "work.genre": set(get_args(Publication.model_fields["kind"].annotation)),
    "document.genre": {*_KINDS, *(found.name for found in DATED_TYPES if "kind" not in found.fields)},
    "found.address": {found.address for found in DATED_TYPES},
    "item.type.address": {found.address for found in DATED_TYPES},
    "topic.address": {found.address for found in TOPIC_TYPES},
    "kind or 'all'": {*STORY.kinds, "all"},
    "palette": set(get_args(Palette)),
    "label": {"date.added", "date.expected", "vacancy.closed_on", "vacancy.closes_on"},
    "front.state": _STATES,
    "front.status": _STATUSES,
}
"""The values of fields from which names of texts are composed."""
_VARIABLES: Mapping[str, set[str]] = {
    "alert": {"caution", "important", "note", "tip", "warning"},
    "name": set(LISTS),
    "action": {"event", "vacancy", "guest-blog", "interview", "poem", "story", "newsletter", "page", "publication"},
    "address": {found.address for found in DATED_TYPES if found.is_timed},
    "kind": set(STORY.kinds),
    "section": {*SECTIONS, *(found.address for found in TOPIC_TYPES)},
    "fact": {name for found in TYPES for name in found.facts},
    "filter_name": {"kind", "year", *(found.name for found in TOPIC_TYPES)},
    "part": {*ABOUT, *LEGAL},
    "field": {found.topic_field for found in TOPIC_TYPES},
    "group": set(FEED_GROUPS),
    "genre": {*_KINDS, *(found.label or found.name for found in TYPES)} - {PUBLICATION.name},
}
"""The values of variables from which names of texts are composed."""
_TRANSLATIONS = ("t",)
"""The names of variables and attributes that hold a ``Translations``."""
_CALL = re.compile(r"\b_*(?:t|count|forms)\(")
"""What a file has that uses a text: ``t("x")`` or ``self._t.count("x")``, but not ``list("x")``.

To parse all files takes twice as long.
"""


@dataclass(frozen=True)
class Use:
    """One place that uses a text: its name, its placeholders, and whether it counts things."""

    name: str
    values: frozenset[str]
    is_count: bool
    place: str


def uses() -> set[Use]:
    """Every use of a text in the templates and in the code."""
    found: set[Use] = set()
    for file in sorted((ROOT / "overrides").rglob("*")):
        if file.suffix in (".html", ".txt", ".xml"):
            tree = Environment(autoescape=True).parse(file.read_text(encoding="utf-8"))
            found.update(_in_template(tree, file.relative_to(ROOT).as_posix()))
    for file in sorted((ROOT / "hooks").rglob("*.py")):
        code = file.read_text(encoding="utf-8")
        if _CALL.search(code):
            found.update(_in_code(ast.parse(code), file.relative_to(ROOT).as_posix()))
    return found


def _in_template(tree: nodes.Template, place: str) -> Iterator[Use]:
    """The texts that a template uses. A template may not compose their names."""
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "_":
            (name,) = call.args
            assert isinstance(name, nodes.Const), f"{place}, line {call.lineno}: compose the name in the code"
            values = frozenset(keyword.key for keyword in call.kwargs)
            yield Use(name.value, values, is_count=False, place=f"{place}, line {call.lineno}")


def _in_code(tree: ast.Module, place: str) -> Iterator[Use]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            called = ast.unparse(node.func).split(".")
            owner, method = [name.lstrip("_") for name in ["", *called][-2:]]
            is_count = owner in _TRANSLATIONS and method in ("count", "forms")
            if is_count or method in _TRANSLATIONS:
                values = {"number"} if is_count else {str(keyword.arg) for keyword in node.keywords}
                for name in _code_names(node.args[0], place):
                    yield Use(name, frozenset(values), is_count, f"{place}, line {node.lineno}")


def _code_names(node: ast.expr, place: str) -> set[str]:
    if isinstance(node, ast.Constant):
        return {str(node.value)}
    if isinstance(node, ast.JoinedStr):
        return {"".join(parts) for parts in product(*(_code_names(part, place) for part in node.values))}
    if isinstance(node, ast.IfExp):
        return _code_names(node.body, place) | _code_names(node.orelse, place)
    spelled = ast.unparse(node.value if isinstance(node, ast.FormattedValue) else node)
    known = {**_VARIABLES, **_DATA}
    assert spelled in known, f"{place}: list the values of '{spelled}' in {__name__}"
    return known[spelled]
