"""A type checker for our templates: every name and every field, in every branch, against what a template is given.

It walks a template's syntax tree with the type of each name in scope, through all that it extends and includes. Types
are the annotations of the dataclasses: a misspelt field, a value that may be None where none is expected, and a
printed thing that is no text are faults, wherever they are, without anything being rendered.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, is_dataclass, make_dataclass
from datetime import date
from functools import cache, reduce
from operator import or_
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from jinja2 import Environment, FileSystemLoader, nodes

from newsroom.colours import read_colours
from newsroom.publish.views import VIEWS, PageView, view_class
from newsroom.publish.views.missing import MissingPage
from newsroom.publish.views.values import Link
from tests.support.theme import THEME

Type = Any
"""An annotation: a class, ``tuple[X, ...]``, ``X | None`` or a ``Literal``."""
Node = Any
"""A node of Jinja's syntax tree."""
Scope = Mapping[str, Type]
PAGE_CLASSES: tuple[type[PageView], ...] = (MissingPage, *map(view_class, VIEWS))
"""The classes of the values of pages."""
_PRINTED = (str, int, date)
_TEXT_FILTERS = frozenset({"breakable", "in_comment", "upper", "wrap"})


@dataclass(frozen=True)
class Translate:
    """The type of ``_``, which is called with the name of a text."""


@dataclass(frozen=True)
class Loop:
    """The type of ``loop``, as far as templates use it."""

    first: bool
    last: bool


@dataclass(frozen=True)
class State:
    """What is known at a place: the types of names, which expressions are not None there, and the blocks to fill in."""

    scope: Scope
    known: frozenset[str] = frozenset()
    blocks: Mapping[str, tuple[str, nodes.Block]] = field(default_factory=dict)

    def bind(self, names: Scope) -> "State":
        """The state in which some names have new values, of which nothing is known yet."""
        known = frozenset(text for text in self.known if text.split(".")[0] not in names)
        return State({**self.scope, **names}, known, self.blocks)

    def narrowed_by(self, test: Node) -> "State":
        """The state where a test holds."""
        return State(self.scope, self.known | frozenset(_true_in(test)), self.blocks)


class ContractChecker:
    """Checks the templates in a folder. What was looked at grows with each check.

    ``used`` are the fields that templates read: pairs of a class and a name. ``seen`` are the templates, and
    ``seen_nodes`` the ids of the expressions that read a name or a field.
    """

    def __init__(self, folder: Path) -> None:
        self._environment = Environment(loader=FileSystemLoader(folder), autoescape=True)
        for name in _TEXT_FILTERS:
            self._environment.filters.setdefault(name, str)
        self._trees: dict[str, nodes.Template] = {}
        self._faults: list[str] = []
        self._template = ""
        self.used: set[tuple[type, str]] = set()
        self.seen: set[str] = set()
        self.seen_nodes: set[int] = set()

    def tree(self, template: str) -> nodes.Template:
        """The syntax tree of a template."""
        if template not in self._trees:
            loader = self._environment.loader
            assert loader is not None
            self._trees[template] = self._environment.parse(loader.get_source(self._environment, template)[0])
        return self._trees[template]

    def check(self, template: str, values: Scope) -> list[str]:
        """The faults of a template that gets values of these types, one line each; [] if there are none."""
        self._faults = []
        self._enter(template, State({**values, "_": Translate, "colours": _colours()}))
        return self._faults

    def _enter(self, template: str, state: State) -> None:
        outer, self._template = self._template, template
        self.seen.add(template)
        tree = self.tree(template)
        parent = next(tree.find_all(nodes.Extends), None)
        own = {block.name: (template, block) for block in tree.find_all(nodes.Block)}
        state = State(state.scope, state.known, {**own, **state.blocks})
        if parent is None:
            self._body(tree.body, state)
        else:
            assert isinstance(parent.template, nodes.Const)
            self._enter(parent.template.value, state)
        self._template = outer

    def _body(self, body: list[Node], state: State) -> None:
        for node in body:
            if isinstance(node, nodes.Assign):
                assert isinstance(node.target, nodes.Name)
                state = state.bind({node.target.name: self._type(node.node, state)})
            else:
                self._statement(node, state)

    def _statement(self, node: Node, state: State) -> None:
        self._visit("do", node, state)

    def _visit(self, what: str, node: Node, state: State) -> Type:
        visit = getattr(self, f"_{what}_{type(node).__name__.lower()}", None)
        if visit is None:
            return self._fault(node, f"{_text(node) or type(node).__name__}: work it out before, in the page's value")
        return visit(node, state)

    def _do_output(self, node: Node, state: State) -> None:
        for child in node.nodes:
            if not isinstance(child, nodes.TemplateData):
                self._print(child, state)

    def _do_if(self, node: Node, state: State) -> None:
        self._type(node.test, state)
        self._body(node.body, state.narrowed_by(node.test))
        for other in node.elif_:
            self._statement(other, state)
        self._body(node.else_, state)

    def _do_with(self, node: Node, state: State) -> None:
        types = [self._type(value, state) for value in node.values]
        self._body(node.body, state.bind(dict(zip([target.name for target in node.targets], types, strict=True))))

    def _do_include(self, node: Node, state: State) -> None:
        self._enter(node.template.value, State(state.scope, state.known))

    def _do_block(self, node: Node, state: State) -> None:
        template, block = state.blocks[node.name]
        outer, self._template = self._template, template
        self._body(block.body, state)
        self._template = outer

    def _do_scope(self, node: Node, state: State) -> None:
        self._body(node.body, state)

    def _do_for(self, node: Node, state: State) -> None:
        row = _without_none(_element(self._type(node.iter, state)))
        if row is None:
            return self._fault(node, f"{_text(node.iter)} is not a tuple")
        is_row = isinstance(node.target, nodes.Tuple)
        names = [target.name for target in (node.target.items if is_row else [node.target])]
        types = get_args(row) if is_row else [row]
        inner = state.bind({**dict(zip(names, types, strict=True)), "loop": Loop})
        if node.test:
            self._type(node.test, inner)
            inner = inner.narrowed_by(node.test)
        self._body(node.body, inner)
        return self._body(node.else_, state)

    def _print(self, node: Node, state: State) -> None:
        found = self._type(node, state)
        for member in _members(found):
            if not (isinstance(member, type) and issubclass(member, _PRINTED)) or member is bool:
                self._fault(node, f"{_text(node)} is {_name(member)}, which cannot be printed")

    def _type(self, node: Node, state: State) -> Type:
        """The type of an expression, without None where that is ruled out."""
        found = self._resolved(node, state)
        return _without_none(found) if _text(node) in state.known else found

    def _resolved(self, node: Node, state: State) -> Type:
        return self._visit("type", node, state)

    def _type_const(self, node: Node, _state: State) -> Type:
        return type(node.value)

    def _type_tuple(self, node: Node, state: State) -> Type:
        return tuple.__class_getitem__(tuple(self._type(item, state) for item in node.items))

    def _type_name(self, node: Node, state: State) -> Type:
        self.seen_nodes.add(id(node))
        if node.name not in state.scope:
            return self._fault(node, f"{node.name} is not known here")
        return state.scope[node.name]

    def _type_getattr(self, node: Node, state: State) -> Type:
        self.seen_nodes.add(id(node))
        owner = self._type(node.node, state)
        if owner is None:
            return None
        if NoneType in _members(owner):
            self._fault(node, f"{_text(node.node)} may be None here")
        owner = _without_none(owner)
        if node.attr not in _fields(owner):
            return self._fault(node, f"{_text(node)}: {_name(owner)} has no {node.attr}")
        self.used.add((owner, node.attr))
        return _fields(owner)[node.attr]

    def _type_call(self, node: Node, state: State) -> Type:
        if self._type(node.node, state) is not Translate or not isinstance(node.args[0], nodes.Const):
            return self._fault(node, "templates may call only _, with the name of a text")
        for keyword in node.kwargs:
            self._print(keyword.value, state)
        return str

    def _type_filter(self, node: Node, state: State) -> Type:
        if node.name == "join":
            return str if _element(self._type(node.node, state)) is str else self._fault(node, "joins no texts")
        if node.name == "attributes":
            return self._link_attributes(node, state)
        if node.name == "language":
            found = _without_none(self._type(node.node, state))
            return str if found is str else self._fault(node, f"{_text(node.node)} is not a language")
        if node.name not in _TEXT_FILTERS:
            return self._fault(node, f"the filter {node.name}: work it out before, in the page's value")
        self._print(node.node, state)
        return str

    def _link_attributes(self, node: Node, state: State) -> Type:
        if self._type(node.node, state) is not Link:
            return self._fault(node, f"{_text(node.node)} is not a link")
        self.used.update((Link, name) for name in ("href", "lang", "hreflang"))
        return str

    def _type_condexpr(self, node: Node, state: State) -> Type:
        self._type(node.test, state)
        other = self._type(node.expr2, state) if node.expr2 else str
        return _union(self._type(node.expr1, state.narrowed_by(node.test)), other)

    def _type_or(self, node: Node, state: State) -> Type:
        return _union(_without_none(self._type(node.left, state)), self._type(node.right, state))

    def _type_and(self, node: Node, state: State) -> Type:
        return _union(self._type(node.left, state), self._type(node.right, state.narrowed_by(node.left)))

    def _type_not(self, node: Node, state: State) -> Type:
        self._type(node.node, state)
        return bool

    _type_test = _type_not

    def _type_compare(self, node: Node, state: State) -> Type:
        for part in (node.expr, *(operand.expr for operand in node.ops)):
            self._type(part, state)
        return bool

    def _type_concat(self, node: Node, state: State) -> Type:
        for part in node.nodes:
            self._print(part, state)
        return str

    def _type_mul(self, node: Node, state: State) -> Type:
        """A text, so many times."""
        return self._type(node.left, state)

    def _fault(self, node: Node, what: str) -> None:
        self._faults.append(f"{self._template}, line {node.lineno}: {what}")


def reading_expressions(tree: nodes.Template) -> Iterator[nodes.Expr]:
    """All expressions of a template that read a name or a field."""
    for node in tree.find_all((nodes.Name, nodes.Getattr)):
        if isinstance(node, nodes.Getattr) or (isinstance(node, nodes.Name) and node.ctx == "load"):
            yield node


@cache
def _colours() -> Type:
    """The type of ``colours``: its tables, and the names of each, as the theme's file has them."""
    colours = read_colours(THEME)
    tables = {name: make_dataclass(name, dict.fromkeys(table, str).items()) for name, table in vars(colours).items()}
    return make_dataclass("colours", tables.items())


@cache
def _fields(owner: Type) -> Mapping[str, Type]:
    return get_type_hints(owner) if isinstance(owner, type) and is_dataclass(owner) else {}


def _origin(found: Type) -> Type:
    return get_origin(found)


def _members(found: Type) -> tuple[Type, ...]:
    if isinstance(found, UnionType) or _origin(found) is Union:
        return get_args(found)
    if _origin(found) is Literal:
        return tuple({type(value) for value in get_args(found)})
    return () if found is None else (found,)


def _union(*types: Type) -> Type:
    """The type of what is of one of several types; None where none is known."""
    known = [member for found in types for member in _members(found)]
    return reduce(or_, known) if known else None


def _without_none(found: Type) -> Type:
    return _union(*(member for member in _members(found) if member is not NoneType))


def _element(found: Type) -> Type:
    """The type of what a tuple holds; None for anything else."""
    return get_args(found)[0] if _origin(found) is tuple else None


def _true_in(test: Node) -> Iterator[str]:
    """The expressions that are not None where a test holds."""
    match test:
        case nodes.And():
            yield from (*_true_in(test.left), *_true_in(test.right))
        case nodes.Not(node=nodes.Test(name="none", node=tested)):
            yield _text(tested)
        case nodes.Name() | nodes.Getattr():
            yield _text(test)


def _text(node: Node) -> str:
    """An expression as it is written: "page.title"."""
    if isinstance(node, nodes.Getattr):
        return f"{_text(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else ""


def _name(found: Type) -> str:
    return found.__name__ if isinstance(found, type) else str(found)
